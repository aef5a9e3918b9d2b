import {
  connect
} from "./chunk-L7F77KUE.js";
import {
  formatTable
} from "./chunk-ZIGGVUXN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/cache_list.ts
var command = {
  options: [
    {
      name: "json",
      doc: "Print JSON: the directory and its entries"
    }
  ],
  positionals: [],
  details: [
    "STATE is valid, invalid (with the first reason), failed (and when it is tried again) or gone (the emulator is not there any more). MADE FOR says why what is kept was made."
  ],
  examples: [],
  run
};
async function run(context) {
  const { arguments: { switches }, terminal } = context;
  await using connection = await connect(context);
  const entries = await connection.listCache();
  const directory = connection.getCacheDirectory();
  if (switches.has("json")) {
    terminal.out(`${JSON.stringify({
      directory,
      entries
    }, null, 2)}
`);
    return EXIT.ok;
  }
  const rows = entries.map((entry) => [
    entry.key,
    stateOf(entry),
    entry.madeFor ?? "-",
    entry.storedAt ?? "-",
    entry.size === void 0 ? "-" : `${Math.ceil(entry.size / 1024)} KiB`
  ]);
  if (rows.length > 0) terminal.out(formatTable([
    "EMULATOR",
    "STATE",
    "MADE FOR",
    "STORED",
    "SIZE"
  ], rows));
  terminal.out(`${rows.length > 0 ? "\n" : ""}${rows.length} ${rows.length === 1 ? "entry" : "entries"} in ${directory}
`);
  return EXIT.ok;
}
function stateOf({ state, reason, retryAt }) {
  if (state === "invalid") return `invalid: ${reason ?? "unknown"}`;
  return state === "failed" && retryAt !== void 0 ? `failed until ${retryAt}` : state;
}
export {
  command
};
