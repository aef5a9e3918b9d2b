/**
 * The house's own lint rules: what would otherwise be said twice in review. Each row of `rules` says what it finds
 * and what to write instead; `lint_plugin_test.ts` shows one case of each.
 *
 * @module
 */

const maximumParameters = 3;

/** Loaded by `deno lint` through `deno.json`. */
export default {
  name: "house",
  rules: {
    "no-private-keyword": {
      create(context): Deno.lint.LintVisitor {
        return {
          "MethodDefinition[accessibility='private'], PropertyDefinition[accessibility='private']"(
            node: Deno.lint.Node,
          ) {
            context.report({ node, message: "`private` is checked by the compiler only", hint: "Write `#name`" });
          },
        };
      },
    },
    "no-top-level-arrow": {
      create(context): Deno.lint.LintVisitor {
        return {
          "Program > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression, Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression"(
            node: Deno.lint.Node,
          ) {
            context.report({ node, message: "A top-level function is an arrow", hint: "Write `function name() {}`" });
          },
        };
      },
    },
    "no-module-state": {
      create(context): Deno.lint.LintVisitor {
        return {
          "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']"(
            node: Deno.lint.Node,
          ) {
            context.report({
              node,
              message: "A module keeps state",
              hint: "Hand the state in, or keep it in an object",
            });
          },
        };
      },
    },
    "no-enum": {
      create(context): Deno.lint.LintVisitor {
        return {
          TSEnumDeclaration(node) {
            context.report({ node, message: "An enum has code behind it", hint: "Write a union of literals" });
          },
        };
      },
    },
    "no-default-export": {
      create(context): Deno.lint.LintVisitor {
        // A lint plugin is the one thing whose loader asks for a default export.
        if (context.filename.endsWith("lint_plugin.ts")) return {};
        return {
          ExportDefaultDeclaration(node) {
            context.report({ node, message: "A default export has no name to search for", hint: "Export it by name" });
          },
        };
      },
    },
    "few-parameters": {
      create(context): Deno.lint.LintVisitor {
        return {
          "ExportNamedDeclaration > FunctionDeclaration"(node: Deno.lint.FunctionDeclaration) {
            if (node.params.length <= maximumParameters) return;
            context.report({
              node: node.id ?? node,
              message: `An exported function takes more than ${maximumParameters} parameters`,
              hint: "Put the optional ones into an options object",
            });
          },
        };
      },
    },
    "error-message": {
      create(context): Deno.lint.LintVisitor {
        return {
          // A class of our own may put words before its message.
          "NewExpression[callee.name=/^(Type|Range|Syntax)?Error$/]"(node: Deno.lint.NewExpression) {
            const first = node.arguments[0];
            if (first === undefined) return;
            const text = first.type === "Literal" && typeof first.value === "string"
              ? first.value
              : first.type === "TemplateLiteral"
              ? first.quasis.map((part) => part.cooked).join("X")
              : undefined;
            if (text === undefined) return;
            if (/[.!]$/.test(text)) {
              context.report({ node: first, message: "An error message ends in a full stop", hint: "Leave it out" });
            }
            if (/^[a-z]+ [a-z]/.test(text)) {
              context.report({ node: first, message: "An error message begins small", hint: "Begin with a capital" });
            }
          },
        };
      },
    },
    "no-console": {
      create(context): Deno.lint.LintVisitor {
        // What is printed is the command line's business; everything else is handed a log.
        if (!/(^|\/)src\//.test(context.filename) || /\/src\/cli\//.test(context.filename)) return {};
        return {
          "MemberExpression[object.name='console']"(node: Deno.lint.Node) {
            context.report({ node, message: "The console is used", hint: "Take a Log, or return what is to be said" });
          },
        };
      },
    },
    "no-shell": {
      create(context): Deno.lint.LintVisitor {
        return {
          "ArrayExpression"(node: Deno.lint.ArrayExpression) {
            const [program, flag] = node.elements;
            if (program?.type !== "Literal" || flag?.type !== "Literal") return;
            if (!/(^|\/)(ba|da|z|k)?sh$/.test(String(program.value)) || !/^-\w*c$/.test(String(flag.value))) return;
            context.report({
              node,
              message: "A shell string is run",
              hint: "Run the program with an argument array through host.exec",
            });
          },
        };
      },
    },
  },
} satisfies Deno.lint.Plugin;
