import {
  connect
} from "./chunk-L7F77KUE.js";
import "./chunk-ZIGGVUXN.js";
import {
  CliError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/cache_show.ts
var command = {
  options: [],
  positionals: [
    {
      name: "EMULATOR",
      required: true,
      doc: "path of the emulator"
    }
  ],
  details: [],
  examples: [
    {
      line: "innkeeper cache show /usr/bin/qemu-system-x86_64",
      does: "print what is kept of it"
    }
  ],
  run
};
async function run(context) {
  const key = context.arguments.positionals[0] ?? "";
  await using connection = await connect(context);
  const document = await connection.showCache(key);
  if (document === void 0) {
    throw new CliError(`Nothing is kept of "${key}" in ${connection.getCacheDirectory()}; see "innkeeper cache list"`, EXIT.notFound);
  }
  context.terminal.out(document.endsWith("\n") ? document : `${document}
`);
  return EXIT.ok;
}
export {
  command
};
