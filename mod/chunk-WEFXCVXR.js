import {
  nearest
} from "./chunk-3H6TZ6VI.js";
import {
  UsageError
} from "./chunk-MVMYNZQN.js";

// src/cli/parse_arguments.ts
function parseArguments(words, rules) {
  const values = /* @__PURE__ */ new Map();
  const switches = /* @__PURE__ */ new Set();
  const positionals = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") {
      positionals.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      if (rules.positionals === void 0) {
        positionals.push(...words.slice(index));
        break;
      }
      positionals.push(word);
      continue;
    }
    const { spec, attached, written } = findOption(word, rules);
    if (spec.value === void 0) {
      if (attached !== void 0) throw new UsageError(`Option "${written}" takes no value, but got "${attached}"`);
      switches.add(spec.name);
      continue;
    }
    const value = attached ?? words[++index];
    if (value === void 0) {
      throw new UsageError(`Option "${written}" needs a value: ${written} ${spec.value}${seeHelp(rules)}`);
    }
    addValue(values, {
      spec,
      value,
      written
    });
  }
  if (rules.positionals !== void 0) checkPositionals(positionals, rules.positionals, rules);
  return {
    values,
    switches,
    positionals
  };
}
function optionValue(parsed, name) {
  return parsed.values.get(name)?.at(-1);
}
function findOption(word, rules) {
  if (!word.startsWith("--")) {
    const spec2 = rules.options.find((option) => option.short === word[1]);
    if (spec2 === void 0 || spec2.value === void 0 && word.length > 2) throw unknownOption(word, rules);
    const rest = word.slice(2).replace(/^=/, "");
    return {
      spec: spec2,
      attached: word.length > 2 ? rest : void 0,
      written: word.slice(0, 2)
    };
  }
  const equals = word.indexOf("=");
  const written = equals < 0 ? word : word.slice(0, equals);
  const spec = rules.options.find((option) => `--${option.name}` === written);
  if (spec === void 0) throw unknownOption(written, rules);
  return {
    spec,
    attached: equals < 0 ? void 0 : word.slice(equals + 1),
    written
  };
}
function addValue(values, given) {
  const { spec, value, written } = given;
  if (spec.choices !== void 0 && !spec.choices.includes(value)) {
    throw new UsageError(`Option "${written}" takes ${spec.choices.join(", ")}, but got "${value}"`);
  }
  const known = values.get(spec.name);
  if (known === void 0) values.set(spec.name, [
    value
  ]);
  else if (spec.repeat) known.push(value);
  else throw new UsageError(`Option "${written}" is given twice: "${known[0]}" and "${value}"`);
}
function checkPositionals(given, specs, rules) {
  const missing = specs.find((spec, index) => spec.required && given[index] === void 0);
  if (missing !== void 0) {
    throw new UsageError(`"${rules.program}" needs ${missing.name} (${missing.doc})${seeHelp(rules)}`);
  }
  const extra = given[specs.length];
  if (extra !== void 0 && !specs.at(-1)?.repeat) {
    throw new UsageError(`"${rules.program}" does not know what to do with "${extra}"${seeHelp(rules)}`);
  }
}
function unknownOption(written, rules) {
  const known = rules.options.flatMap((option) => [
    `--${option.name}`,
    ...option.short === void 0 ? [] : [
      `-${option.short}`
    ]
  ]);
  const suggestion = nearest(written, known);
  const meant = suggestion === void 0 ? seeHelp(rules) : `: did you mean "${suggestion}"?`;
  return new UsageError(`"${rules.program}" has no option "${written}"${meant}`);
}
function seeHelp(rules) {
  return `; see "${rules.program} --help"`;
}

export {
  parseArguments,
  optionValue
};
