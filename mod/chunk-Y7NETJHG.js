// deno.json
var deno_default = {
  name: "@innkeeper/innkeeper",
  version: "0.1.0",
  license: "Apache-2.0",
  exports: "./mod.ts",
  imports: {
    "@std/xml": "./src/std/xml.ts",
    "@std/crypto": "./src/std/crypto.ts",
    "@std/fs": "./src/std/fs.ts",
    "@rgrove/parse-xml": "npm:@rgrove/parse-xml@5.0.0",
    hono: "npm:hono@4.13.19",
    zod: "npm:zod@4.6.7",
    "smol-toml": "npm:smol-toml@1.9.1"
  },
  nodeModulesDir: "none",
  unstable: ["no-legacy-abort"],
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    useUnknownInCatchVariables: true
  },
  fmt: {
    lineWidth: 120
  },
  test: {
    sanitizeOps: true,
    sanitizeResources: true
  },
  tasks: {
    ok: {
      description: "The one gate: everything that needs no hypervisor",
      command: "deno task static && deno task test gate"
    },
    static: {
      description: "Format, lint, types, documentation, layers",
      command: "deno fmt --check && deno lint && deno check . && deno doc --lint mod.ts && deno task layers"
    },
    layers: {
      description: "Who may import whom",
      command: "deno run --allow-read scripts/check_layers.ts"
    },
    test: {
      description: "Every suite that can run on this machine",
      command: "deno run -A scripts/test.ts"
    },
    start: {
      description: "Probe this host and serve the endpoint on loopback",
      command: "deno run -A src/cli/main.ts start"
    },
    innkeeper: {
      description: "The command line, from source",
      command: "deno run -A src/cli/main.ts"
    },
    compile: {
      description: "Make dist/innkeeper",
      command: "deno run -A scripts/compile.ts"
    },
    compare: {
      description: "Compare our documents with the reference's on this machine",
      command: "deno run -A scripts/compare_capabilities.ts"
    },
    bench: {
      description: "Print ratios against the reference",
      command: "deno run -A scripts/bench/probe.ts"
    }
  },
  lint: {
    plugins: [
      "./scripts/lint_plugin.ts"
    ],
    rules: {
      tags: [
        "recommended"
      ],
      include: [
        "explicit-module-boundary-types",
        "eqeqeq"
      ]
    }
  }
};

export {
  deno_default
};
