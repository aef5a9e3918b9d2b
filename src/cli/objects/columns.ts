/**
 * Columns as virsh lays them out, so that what reads its output reads ours.
 *
 * @module
 */

/** Combining marks and what else takes no place. */
const ZERO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;
/** Characters that take two places (East Asian wide and fullwidth). */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Lays out rows; each cell but the last of a row is padded to its column. */
export function formatColumns(head: readonly string[] | undefined, rows: readonly (readonly string[])[]): string {
  const lines = (head === undefined ? rows : [head, ...rows]).map((row) => row.map(visible));
  const count = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from(
    { length: count },
    (_, column) => Math.max(0, ...lines.map((line) => widthOf(line[column] ?? ""))),
  );
  const texts = lines.map((line) => formatLine(line, widths));
  if (head !== undefined) texts.splice(1, 0, `${widths.map((width) => "-".repeat(width + 3)).join("")}\n`);
  return texts.join("");
}

function formatLine(line: readonly string[], widths: readonly number[]): string {
  const cells = line.map((cell, column) => {
    const last = column === line.length - 1;
    return ` ${cell}${last ? "" : " ".repeat((widths[column] ?? 0) - widthOf(cell) + 2)}`;
  });
  return `${cells.join("")}\n`;
}

/** Writes what a terminal would act on, and what would look so written, as `\x1b`. */
export function visible(text: string): string {
  return text.replace(/\\x/g, "\\x5cx").replace(
    // deno-lint-ignore no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) =>
      [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
  );
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
