/**
 * Makes `dist/innkeeper`, the program with its runtime in one file. The modules are bundled first: some tens of them
 * start faster than some hundreds, and hold ten megabytes less memory.
 *
 *     deno task compile
 *
 * Environment:
 * - `DENO_COMPILER`: the command that compiles, as `npx -y deno@2.8.3`; this very Deno when it is not set.
 * - `DENORT_BIN`: the runtime to put into the program, where the compiler cannot download it.
 *
 * @module
 */

import project from "../deno.json" with { type: "json" };

/** A permission of the compiled program, and why it has it. */
export interface CompiledPermission {
  readonly flag: string;
  readonly why: string;
}

/**
 * What the compiled program may do. Where a list of paths or names would have to hold whatever a person configures,
 * the permission has no list.
 */
export const permissions: readonly CompiledPermission[] = [
  { flag: "--allow-read", why: "emulators, firmware, modules, cache and configuration, wherever they lie" },
  { flag: "--allow-write", why: "the cache directory, the agent's socket and its token, wherever they are configured" },
  { flag: "--allow-run", why: "emulators and helpers, wherever they are; ending their process groups" },
  {
    flag: "--allow-ffi",
    why: "the C library: CPUID, the ioctls of /dev/kvm, and /proc, /sys and /dev, which --allow-read does not open",
  },
  { flag: "--allow-env", why: "PATH, HOME, the XDG directories, INNKEEPER_* and what is handed to emulators" },
  { flag: "--allow-sys=uid,gid", why: "the user and group this program runs as" },
  { flag: "--allow-net", why: "the hosts that connection URIs name, and the addresses that the agent serves" },
  { flag: "--deny-import", why: "no code is ever loaded from elsewhere" },
];

/** What else the program is compiled with, and why. */
const settings: readonly CompiledPermission[] = [
  { flag: "--no-prompt", why: "a refused permission is an error, not a question to nobody" },
  { flag: "--no-config", why: "what is compiled is bundled already, and depends on nothing" },
  { flag: "--v8-flags=--expose-gc", why: "an idle agent gives back the memory that a probe took" },
  { flag: "--no-check", why: "deno task static has checked the types" },
  {
    flag: "--no-code-cache",
    why: "the runtime would keep compiled code under a name in /tmp that anyone can guess, and run what it finds there",
  },
];

const top = new URL("..", import.meta.url).pathname;

/** Gives the source of the compiled program's first module, which knows how it was built. */
export function entrySource(build: { commit: string; date: string; target: string }): string {
  return `import { runProgram } from "../../src/cli/program.ts";\n\nawait runProgram(${JSON.stringify(build)});\n`;
}

async function compile(): Promise<void> {
  const compiler = (Deno.env.get("DENO_COMPILER") ?? Deno.execPath()).split(" ").filter((word) => word !== "");
  await Deno.mkdir(`${top}dist`, { recursive: true });
  const work = await Deno.makeTempDir({ dir: `${top}dist`, prefix: "build-" });
  try {
    const entry = `${work}/innkeeper.ts`;
    await Deno.writeTextFile(entry, entrySource(await describeBuild()));
    const flags = [...permissions, ...settings].map(({ flag }) => flag);
    // Modules that are loaded later stay apart: one large module has to be read whole for the smallest command.
    await run([...compiler, "bundle", "--quiet", "--code-splitting", "--outdir", `${work}/modules`, entry]);
    const bundled = `${work}/modules/innkeeper.js`;
    await run([...compiler, "compile", "--quiet", ...flags, "--output", `${work}/innkeeper`, bundled]);
    await run([`${work}/innkeeper`, "version"]);
    // Renamed into place: a program that runs cannot be written to.
    await Deno.rename(`${work}/innkeeper`, `${top}dist/innkeeper`);
  } finally {
    await Deno.remove(work, { recursive: true });
  }
  const { size } = await Deno.stat(`${top}dist/innkeeper`);
  console.log(`dist/innkeeper ${project.version}: ${(size / 1e6).toFixed(1)} MB`);
  for (const { flag, why } of permissions) console.log(`  ${flag.padEnd(21)}  ${why}`);
}

async function describeBuild(): Promise<{ commit: string; date: string; target: string }> {
  const changes = await git(["status", "--porcelain", "--untracked-files=no"]);
  return {
    commit: `${await git(["rev-parse", "--short=12", "HEAD"]) || "unknown"}${changes === "" ? "" : "+"}`,
    date: await git(["show", "--no-patch", "--format=%cI", "HEAD"]) || "unknown",
    target: Deno.build.target,
  };
}

/** The answer of git, or nothing where this is no checkout. */
async function git(args: readonly string[]): Promise<string> {
  try {
    const { success, stdout } = await new Deno.Command("git", { args: ["-C", top, ...args], stderr: "null" }).output();
    return success ? new TextDecoder().decode(stdout).trim() : "";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

async function run(argv: readonly string[]): Promise<void> {
  const [program = "", ...args] = argv;
  const { success, code } = await new Deno.Command(program, { args, cwd: top }).spawn().status;
  if (!success) {
    console.error(`compile: ${argv.join(" ")} ended with ${code}`);
    Deno.exit(1);
  }
}

if (import.meta.main) await compile();
