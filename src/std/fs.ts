/**
 * The part of `@std/fs` that this program uses, with that package's names, signatures and meaning, over the runtime's
 * own file calls. Imported as `@std/fs` only; `.github/decisions/0001-std-adapters.md` says why.
 *
 * @module
 */

/** What {@linkcode exists} asks for beyond presence. */
export interface ExistsOptions {
  /** True only for a directory. @default {false} */
  isDirectory?: boolean;
  /** True only for a file. @default {false} */
  isFile?: boolean;
}

/** Tells whether the path exists (links are followed); other failures than absence are thrown. */
export async function exists(path: string | URL, options?: ExistsOptions): Promise<boolean> {
  if (options?.isDirectory && options.isFile) {
    throw new TypeError("Cannot check the path: isDirectory and isFile exclude each other");
  }
  try {
    const stat = await Deno.stat(path);
    if (options?.isDirectory) return stat.isDirectory;
    if (options?.isFile) return stat.isFile;
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** A file or directory met by {@linkcode walk}. */
export interface WalkEntry extends Deno.DirEntry {
  /** The root of the walk, and the way from there. */
  path: string;
}

/** What {@linkcode walk} gives. */
export interface WalkOptions {
  /** @default {Infinity} */
  maxDepth?: number;
  /** @default {true} */
  includeFiles?: boolean;
  /** @default {true} */
  includeDirs?: boolean;
  /** @default {true} */
  includeSymlinks?: boolean;
  /** Only files with one of these endings. */
  exts?: string[];
  /** Nothing whose path one of these matches, nor what lies below it. */
  skip?: RegExp[];
}

/** Walks a directory tree, the directory itself first; links are not followed. */
export async function* walk(root: string, options: WalkOptions = {}): AsyncIterableIterator<WalkEntry> {
  const { maxDepth = Infinity, includeFiles = true, includeDirs = true, includeSymlinks = true, exts, skip } = options;
  if (maxDepth < 0 || skip?.some((pattern) => matches(pattern, root))) return;
  const endings = exts?.map((ext) => ext.startsWith(".") ? ext : `.${ext}`);
  const wanted = (path: string): boolean => endings === undefined || endings.some((end) => path.endsWith(end));
  if (includeDirs && wanted(root)) {
    yield { path: root, name: nameOf(root), isFile: false, isDirectory: true, isSymlink: false };
  }
  if (maxDepth < 1) return;
  for await (const entry of Deno.readDir(root)) {
    const path = `${root.replace(/\/+$/, "")}/${entry.name}`;
    if (entry.isDirectory) {
      yield* walk(path, { ...options, maxDepth: maxDepth - 1 });
    } else if ((entry.isSymlink ? includeSymlinks : includeFiles) && wanted(path)) {
      if (!skip?.some((pattern) => matches(pattern, path))) yield { ...entry, path };
    }
  }
}

// A pattern with the g flag keeps its place between tests.
function matches(pattern: RegExp, path: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(path);
}

function nameOf(path: string): string {
  return path.replace(/\/+$/, "").split("/").at(-1) ?? path;
}
