/**
 * The support matrix of the README, made from what the drivers offer.
 *
 *     deno run --allow-read scripts/support_matrix.ts            prints it
 *     deno run --allow-read --allow-write scripts/support_matrix.ts --write   puts it into README.md
 *
 * @module
 */

import { PART_NAMES, type PartName, partOf } from "../src/api/parts.ts";
import { parseUri } from "../src/api/parse_uri.ts";
import type { Driver, DriverConnection } from "../src/drivers/contract.ts";
import { drivers } from "../src/drivers/registry.ts";
import { FakeHost } from "../tests/fakes/fake_host.ts";
import { FakeLibvirt } from "../tests/fakes/fake_libvirt.ts";
import { type ContractMethods, readContract } from "./read_contract.ts";

const BEGIN = "<!-- support matrix: made by scripts/support_matrix.ts -->";
const END = "<!-- end of the support matrix -->";

/** What a part is called for people. */
const TITLES = {
  capabilities: "Host and domain capabilities",
  emulators: "Emulators: list, probe",
  cache: "Cache: list, show, why, purge",
  host: "Host: processors, memory, CPU models",
  domains: "Guests: list, define, start, stop",
  domainDevices: "Guests: devices, memory, processors",
  domainTuning: "Guests: limits and weights",
  domainStats: "Guests: statistics",
  domainSave: "Guests: save, restore, dump, jobs",
  domainBlock: "Guests: jobs on disks",
  domainGuest: "Guests: agent",
  domainStreams: "Guests: consoles, channels, screens",
  snapshots: "Snapshots",
  checkpoints: "Checkpoints and backups",
  networks: "Networks",
  networkPorts: "Network ports",
  storagePools: "Storage pools",
  storageVolumes: "Storage volumes",
  nodeDevices: "Devices of the host",
  interfaces: "Interfaces of the host",
  networkFilters: "Network filters",
  networkFilterBindings: "Network filter bindings",
  secrets: "Secrets",
  events: "Events",
} as const satisfies Readonly<Record<PartName, string>>;

/** One driver's column. */
export interface Column {
  readonly title: string;
  readonly uri: string;
  /** What is said of each part. */
  readonly offers: Readonly<Record<PartName, string>>;
}

/** What each driver offers, asked of the driver itself on a bare machine. */
export async function askDrivers(list: readonly Driver[] = drivers): Promise<Column[]> {
  const host = new FakeHost();
  host.net.listen("HOST:16509", new FakeLibvirt().serve);
  const contract = await readContract();
  return await Promise.all(list.map(async (driver) => {
    const uri = driver.localUri?.(host.env) ?? "qemu+ssh://HOST/system";
    // What a driver of another machine offers is the same over every transport; here it is one without a program.
    const reached = driver.reach === "remote" ? "remote+tcp://HOST/" : uri;
    await using connection = await driver.open(parseUri(reached), { host });
    const offers = PART_NAMES.map((part) => [part, describe(connection, part, contract)]);
    return { title: driver.title, uri, offers: Object.fromEntries(offers) as Column["offers"] };
  }));
}

/** `yes` for a whole part, `no` for none, and how many of its calls there are for some. */
function describe(connection: DriverConnection, name: PartName, contract: ContractMethods): string {
  const part = partOf(connection, name) as Readonly<Record<string, unknown>> | undefined;
  if (part === undefined) return "no";
  const methods = contract[name];
  const offered = methods.filter((method) => typeof part[method] === "function");
  return offered.length === methods.length ? "yes" : `partly (${offered.length} of ${methods.length})`;
}

/** The matrix as a table of Markdown. */
export function formatMatrix(columns: readonly Column[]): string {
  const rows = [
    ["", ...columns.map(({ title }) => title)],
    ["Opened as", ...columns.map(({ uri }) => `\`${uri}\``)],
    ...PART_NAMES.map((part) => [TITLES[part], ...columns.map(({ offers }) => offers[part])]),
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
