import {
  connect
} from "./chunk-L7F77KUE.js";
import "./chunk-ZIGGVUXN.js";
import {
  CliError,
  UsageError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/cache_purge.ts
var command = {
  options: [
    {
      name: "all",
      doc: "Forget every emulator"
    }
  ],
  positionals: [
    {
      name: "EMULATOR",
      repeat: true,
      doc: "paths of the emulators to forget"
    }
  ],
  details: [],
  examples: [
    {
      line: "innkeeper cache purge --all",
      does: "forget everything"
    }
  ],
  run
};
async function run(context) {
  const { arguments: { switches, positionals }, terminal } = context;
  if (switches.has("all") === positionals.length > 0) {
    throw new UsageError('"innkeeper cache purge" needs either --all or the paths of the emulators to forget');
  }
  await using connection = await connect(context);
  const forgotten = await connection.purgeCache(switches.has("all") ? void 0 : positionals);
  for (const key of forgotten) terminal.out(`Forgot ${key}
`);
  const missing = positionals.filter((key) => !forgotten.includes(key));
  if (missing.length > 0) {
    throw new CliError(`Nothing was kept of "${missing[0]}"; see "innkeeper cache list"`, EXIT.notFound);
  }
  return EXIT.ok;
}
export {
  command
};
