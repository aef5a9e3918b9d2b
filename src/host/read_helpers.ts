/**
 * Programs that guests need beside their emulator: where they are, and which ones.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { HelperFacts } from "./facts.ts";
import type { Host } from "./host.ts";

const LIBEXEC = ["/usr/lib/qemu", "/usr/libexec", "/usr/libexec/qemu"];
const PATH = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** Names, and where to look before the search path. */
const HELPERS: readonly { readonly name: string; readonly before: readonly string[]; readonly version?: string }[] = [
  { name: "swtpm", before: [], version: "--version" },
  { name: "swtpm_setup", before: [] },
  { name: "virtiofsd", before: LIBEXEC, version: "--version" },
  { name: "passt", before: [] },
  { name: "slirp4netns", before: [] },
  { name: "qemu-bridge-helper", before: LIBEXEC },
  { name: "qemu-pr-helper", before: [] },
  { name: "qemu-rdp", before: [] },
  { name: "dbus-daemon", before: [], version: "--version" },
];

/**
 * The helpers, found or not. Their versions are asked for only with `versions`, and only on the machine this runs on:
 * to ask is to run them.
 */
export async function readHelpers(
  host: Host,
  options: FactOptions & { versions?: boolean } = {},
): Promise<HelperFacts[]> {
  return await Promise.all(HELPERS.map(async ({ name, before, version }) => {
    const found = await findProgram(host, name, { ...options, before });
    if (found.path === undefined || version === undefined || !options.versions || options.root) return found;
    const told = await askVersion(host, [found.path, version]);
    return told === undefined ? found : { ...found, version: told };
  }));
}

/** A program in the given directories, or in the search path of this process. */
export async function findProgram(
  host: Host,
  name: string,
  options: FactOptions & { before?: readonly string[] } = {},
): Promise<HelperFacts> {
  const files = new FactFiles(host, options);
  const search = host.env.get("PATH")?.split(":").filter((directory) => directory.startsWith("/")) ?? PATH;
  for (const directory of new Set([...options.before ?? [], ...search])) {
    const path = `${directory}/${name}`;
    const stat = await files.stat(path);
    if (stat?.kind !== "file" || (stat.mode & 0o111) === 0) continue;
    const { size, mtimeNs, ctimeNs } = stat;
    return { name, path, size, mtimeNs, ctimeNs };
  }
  return { name };
}

async function askVersion(host: Host, argv: readonly [string, string]): Promise<string | undefined> {
  try {
    const result = await host.exec.run({ argv: [...argv] }, { deadlineMs: 2000, outputLimit: 4096 });
    return result.code === 0 ? parseVersion(result.stdout) : undefined;
  } catch {
    return undefined;
  }
}

/** The first number with dots in what a program says of itself: `TPM emulator version 0.7.1, …`. */
export function parseVersion(text: string): string | undefined {
  return /\b(\d+(?:\.\d+)+)\b/.exec(text)?.[1];
}
