import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import {
  deno_default
} from "./chunk-Y7NETJHG.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/version.ts
var command = {
  options: [
    {
      name: "json",
      doc: "Print JSON"
    }
  ],
  positionals: [],
  details: [],
  examples: [],
  run
};
function run({ arguments: { switches }, terminal, build }) {
  const facts = {
    innkeeper: deno_default.version,
    build: build === void 0 ? "from source" : `${build.commit} of ${build.date}`,
    target: build?.target ?? Deno.build.target,
    deno: Deno.version.deno,
    v8: Deno.version.v8
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name.padEnd(9)}  ${value}
`);
  terminal.out(switches.has("json") ? `${JSON.stringify(facts, null, 2)}
` : lines.join(""));
  return Promise.resolve(EXIT.ok);
}
export {
  command
};
