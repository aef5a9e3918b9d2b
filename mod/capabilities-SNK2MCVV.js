import {
  formatCapabilities
} from "./chunk-QSHZ7BZH.js";
import "./chunk-5KWKTSO6.js";
import {
  connect
} from "./chunk-L7F77KUE.js";
import "./chunk-ZIGGVUXN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-PPW2KBSA.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/capabilities.ts
var command = {
  options: [
    {
      name: "json",
      doc: "Print JSON with the same content"
    }
  ],
  positionals: [],
  details: [
    "Prints the <capabilities> document that virsh capabilities prints. Emulators that are not known yet, or whose answers no longer hold, are probed first."
  ],
  examples: [],
  run
};
async function run(context) {
  const { arguments: { switches }, terminal, signal } = context;
  await using connection = await connect(context);
  const document = await connection.getCapabilities({
    signal
  });
  terminal.out(switches.has("json") ? `${JSON.stringify(document, null, 2)}
` : formatCapabilities(document));
  return EXIT.ok;
}
export {
  command
};
