/**
 * Checks who imports whom, and who touches the machine: the rules of `src/README.md` as data. Part of the one gate.
 *
 *     deno task layers
 *
 * @module
 */

import { walk } from "@std/fs";

/** The rooms from the ground up; a room imports itself and those before it. */
const rooms = [
  "std",
  "base",
  "model",
  "conf",
  "host",
  "wire",
  "cpu",
  "cache",
  "hostdev",
  "drivers",
  "api",
  "agent",
  "collector",
  "rpc",
  "http",
  "cli",
] as const;

/** Files that may use `Deno.*` and `node:` modules that do I/O. */
const touchesMachine = [
  /^src\/std\//,
  /^src\/host\/deno_host\w*\.ts$/,
  /^src\/cli\//,
  /^src\/(http|rpc)\/serve\w*\.ts$/,
];

/** `node:` modules without I/O, free to all. */
const pureNodeModules = new Set(["node:assert/strict", "node:buffer", "node:path/posix"]);

/** Packages and the places that may import them. */
const packages: readonly { name: RegExp; allowed: RegExp; why: string }[] = [
  {
    name: /^hono(\/|$)/,
    allowed: /^src\/(http\/|agent\/)/,
    why: "hono belongs to src/http/ (its client to src/agent/)",
  },
  { name: /^@rgrove\/parse-xml$/, allowed: /^src\/std\/xml\.ts$/, why: "XML is parsed through @std/xml" },
  { name: /^smol-toml$/, allowed: /^src\/cli\//, why: "configuration is read in src/cli/" },
];

/** One breach of the rules. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The breaches in one file: `file` is its path from the top of the repository. */
export function checkFile(file: string, text: string): Breach[] {
  const breaches: Breach[] = [];
  const isTest = file.endsWith("_test.ts");
  for (const { specifier, line } of importsOf(text)) {
    const message = specifier.startsWith(".")
      ? checkLocal(file, resolve(file, specifier))
      : checkPackage(file, specifier);
    if (message !== undefined && !(isTest && message.startsWith("only"))) breaches.push({ file, line, message });
  }
  if (file.startsWith("src/") && !isTest && !touchesMachine.some((pattern) => pattern.test(file))) {
    for (const { index } of withoutProse(text).matchAll(/\bDeno\.\w/g)) {
      breaches.push({
        file,
        line: lineAt(text, index),
        message: "Deno.* is used: take it from the Host that is handed in",
      });
    }
  }
  return breaches;
}

function checkLocal(file: string, target: string): string | undefined {
  if (!file.startsWith("src/")) return undefined;
  if (target === "deno.json") return undefined;
  if (!target.startsWith("src/")) return `src/ imports ${target}, which is outside src/`;
  const from = roomOf(file);
  const to = roomOf(target);
  if (rooms.indexOf(to) < 0) return `${target} is in no room`;
  if (rooms.indexOf(to) > rooms.indexOf(from)) return `${from}/ imports ${to}/, which is above it`;
  const [driver, otherDriver] = [driverOf(file), driverOf(target)];
  if (driver !== undefined && otherDriver !== undefined && driver !== otherDriver) {
    return `driver ${driver} imports its sibling ${otherDriver}: move what they share to wire/, conf/ or base/`;
  }
  if (otherDriver !== undefined && driver === undefined && file !== "src/drivers/registry.ts") {
    return `${file} imports driver ${otherDriver}: only src/drivers/registry.ts may`;
  }
  if (target === "src/drivers/registry.ts" && !file.startsWith("src/cli/")) {
    return `${file} imports the registry: only src/cli/ and mod.ts may`;
  }
  if (target.startsWith("src/std/") && !file.startsWith("src/std/")) return "import @std names, not src/std/ files";
  return undefined;
}

function checkPackage(file: string, specifier: string): string | undefined {
  if (!file.startsWith("src/")) return undefined;
  if (specifier.startsWith("node:")) {
    if (pureNodeModules.has(specifier) || touchesMachine.some((pattern) => pattern.test(file))) return undefined;
    return `only the real host, src/std/, src/cli/ and the listen calls import ${specifier}`;
  }
  const rule = packages.find(({ name }) => name.test(specifier));
  if (rule !== undefined && !rule.allowed.test(file)) return `${specifier} is imported here, but ${rule.why}`;
  return undefined;
}

/** Every module a text imports, with its line. */
export function importsOf(text: string): { specifier: string; line: number }[] {
  const statement = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s*)"([^"\n]+)"/gm;
  return [...withoutProse(text).matchAll(statement)].map((match) => ({
    specifier: match[1]!,
    line: lineAt(text, match.index),
  }));
}

// Comments are blanked, not cut, so that places stay.
function withoutProse(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function roomOf(path: string): typeof rooms[number] {
  return path.split("/")[1] as typeof rooms[number];
}

/** The driver whose folder a path is in; `contract/` is what a driver is, and nobody's own. */
function driverOf(path: string): string | undefined {
  return /^src\/drivers\/(?!contract\/)([^/]+)\//.exec(path)?.[1];
}

function resolve(file: string, specifier: string): string {
  return new URL(specifier, `file:///${file}`).pathname.slice(1);
}

if (import.meta.main) {
  const breaches: Breach[] = [];
  let files = 0;
  for (const root of ["src", "tests", "scripts"]) {
    for await (const { path } of walk(root, { exts: [".ts", ".tsx"], includeDirs: false, skip: [/fixtures/] })) {
      files++;
      breaches.push(...checkFile(path, await Deno.readTextFile(path)));
    }
  }
  for (const { file, line, message } of breaches) console.error(`${file}:${line}: ${message}`);
  console.log(`layers: ${files} files, ${breaches.length} breaches`);
  if (breaches.length > 0) Deno.exit(1);
}
