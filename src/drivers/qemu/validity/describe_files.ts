/**
 * Files as one fact: what there is, and what identifies each content without reading it.
 *
 * @module
 */

import { sha256Hex } from "../../../base/sha256.ts";
import type { FactFiles } from "../../../host/fact_files.ts";

/** Paths of what is there, with size and modification time of each. */
export type DescribedFiles = Readonly<Record<string, string>>;

/** Those of the paths that are there. */
export async function describeFiles(files: FactFiles, paths: readonly string[]): Promise<DescribedFiles> {
  const found = await Promise.all(paths.map(async (path) => {
    const stat = await files.stat(path);
    return stat === undefined ? [] : [[path, `${stat.size} ${stat.mtimeNs}`] as const];
  }));
  return Object.fromEntries(found.flat());
}

/** The files of the directories; a directory itself counts too, so that an empty one is told from none. */
export async function describeDirectories(files: FactFiles, directories: readonly string[]): Promise<DescribedFiles> {
  const described = await Promise.all(directories.map(async (directory) => {
    const names = await files.list(directory);
    if (names === undefined) return {};
    return await describeFiles(files, [directory, ...names.map((name) => `${directory}/${name}`)]);
  }));
  return Object.assign({}, ...described);
}

/** One value for all of them. */
export function digestOf(described: DescribedFiles): string {
  const entries = Object.entries(described);
  return entries.length === 0 ? "none" : sha256Hex(JSON.stringify(entries)).slice(0, 32);
}
