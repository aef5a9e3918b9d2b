/**
 * Where the program begins when it runs from source: `deno run -A src/cli/main.ts`.
 *
 * @module
 */

import { runProgram } from "./program.ts";

await runProgram();
