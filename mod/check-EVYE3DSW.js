import {
  ConfigProblems
} from "./chunk-JHRETUS4.js";
import {
  describeSettings
} from "./chunk-WS4ETN24.js";
import "./chunk-7JEUEDHI.js";
import "./chunk-G37LIIUM.js";
import "./chunk-IPCQ7EBV.js";
import {
  formatTable
} from "./chunk-ZIGGVUXN.js";
import "./chunk-C6WYMJRP.js";
import "./chunk-3H6TZ6VI.js";
import "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/config/check.ts
async function checkConfiguration(context) {
  const { terminal } = context;
  try {
    const configuration = await context.configuration();
    const rows = describeSettings(configuration).map(({ key, value, source }) => [
      key,
      value,
      source
    ]);
    terminal.out(formatTable([
      "KEY",
      "VALUE",
      "FROM"
    ], rows));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    for (const problem of error.problems) terminal.err(`innkeeper: ${problem}`);
    return EXIT.configuration;
  }
}
export {
  checkConfiguration
};
