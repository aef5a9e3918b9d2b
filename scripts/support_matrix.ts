/**
 * The support matrix of the README, made from what the drivers offer.
 *
 *     deno run --allow-read scripts/support_matrix.ts            prints it
 *     deno run --allow-read --allow-write scripts/support_matrix.ts --write   puts it into README.md
 *
 * @module
 */

import { PART_NAMES, type PartName } from "../src/api/connection.ts";
import { parseUri } from "../src/api/parse_uri.ts";
import type { Driver } from "../src/drivers/contract.ts";
import { drivers } from "../src/drivers/registry.ts";
import { FakeHost } from "../tests/fakes/fake_host.ts";

const BEGIN = "<!-- support matrix: made by scripts/support_matrix.ts -->";
const END = "<!-- end of the support matrix -->";

/** What a part is called for people. */
const TITLES = {
  capabilities: "Host and domain capabilities",
  emulators: "Emulators: list, probe",
  cache: "Cache: list, show, why, purge",
} as const satisfies Readonly<Record<PartName, string>>;

/** One driver's column. */
export interface Column {
  readonly title: string;
  readonly uri: string;
  readonly offers: ReadonlySet<PartName>;
}

/** What each driver offers, asked of the driver itself on a bare machine. */
export async function askDrivers(list: readonly Driver[] = drivers): Promise<Column[]> {
  const host = new FakeHost();
  return await Promise.all(list.map(async (driver) => {
    const uri = driver.localUri?.(host.env) ?? `${driver.uriSchemes[0]}://HOST/`;
    await using connection = await driver.open(parseUri(uri), { host });
    return { title: driver.title, uri, offers: new Set(PART_NAMES.filter((part) => connection[part] !== undefined)) };
  }));
}

/** The matrix as a table of Markdown. */
export function formatMatrix(columns: readonly Column[]): string {
  const rows = [
    ["", ...columns.map(({ title }) => title)],
    ["Opened as", ...columns.map(({ uri }) => `\`${uri}\``)],
    ...PART_NAMES.map((part) => [TITLES[part], ...columns.map(({ offers }) => offers.has(part) ? "yes" : "no")]),
  ];
  const widths = rows[0]?.map((_, index) => Math.max(3, ...rows.map((row) => row[index]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`);
  lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return lines.join("\n");
}

/** The text with the matrix between its marks. Throws where the marks are missing. */
export function replaceMatrix(text: string, matrix: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`README.md has no place for the matrix: put in "${BEGIN}" and "${END}"`);
  }
  return `${text.slice(0, begin + BEGIN.length)}\n\n${matrix}\n\n${text.slice(end)}`;
}

if (import.meta.main) {
  const matrix = formatMatrix(await askDrivers());
  if (Deno.args.includes("--write")) {
    await Deno.writeTextFile("README.md", replaceMatrix(await Deno.readTextFile("README.md"), matrix));
  } else console.log(matrix);
}
