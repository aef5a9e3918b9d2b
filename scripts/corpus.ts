/**
 * Prints how many of the reference's own test documents our documents read and write.
 *
 *     deno run -A scripts/corpus.ts [FOLDER …]      the table, or these rows of it
 *     deno run -A scripts/corpus.ts --list FOLDER   what fails there, and why
 *
 * Reads `$LIBVIRT_SOURCE/tests` (default `/opt/ref/libvirt-9.0.0/tests`). A row is declared in
 * `tests/golden/corpus/rows.ts`.
 *
 * @module
 */

import { type Counts, measure, type Share } from "../tests/golden/corpus/measure.ts";
import { rows } from "../tests/golden/corpus/rows.ts";

const STEPS = [
  "parsed",
  "roundTrip",
  "identical",
  "schema",
  "json",
  "refused",
] as const satisfies readonly (keyof Counts)[];

async function main(args: readonly string[]): Promise<number> {
  const folders = args.filter((arg) => !arg.startsWith("--"));
  const wanted = rows.filter(({ folder }) => folders.length === 0 || folders.includes(folder));
  if (wanted.length === 0) {
    console.error(`No such folder; there are: ${rows.map(({ folder }) => folder).join(", ")}`);
    return 2;
  }
  console.log(line("folder", "files", ...STEPS));
  for (const row of wanted) {
    const { folder, files, counts, failures } = await measure(row);
    console.log(line(folder, String(files), ...STEPS.map((step) => printShare(counts[step]))));
    if (!args.includes("--list")) continue;
    for (const { file, step, reason } of failures) console.log(`  ${file}: ${step}: ${reason}`);
  }
  return 0;
}

function printShare({ done, of }: Share): string {
  return of === 0 ? "-" : `${done}/${of}`;
}

function line(folder: string, ...cells: readonly string[]): string {
  return folder.padEnd(30) + cells.map((cell) => cell.padStart(11)).join("");
}

if (import.meta.main) Deno.exit(await main(Deno.args));
