/**
 * The real machine: {@linkcode Host} over the Deno runtime and, where it is permitted, a few calls of the C library.
 * Nothing happens until a method is called, because start-up time is a feature.
 *
 * @module
 */

import { denoClock } from "./deno_host_clock.ts";
import { denoEnv, denoIds } from "./deno_host_env.ts";
import { denoExec } from "./deno_host_exec.ts";
import { denoFiles } from "./deno_host_files.ts";
import { lazyLibc } from "./deno_host_libc.ts";
import { denoNative } from "./deno_host_native.ts";
import { denoNet } from "./deno_host_net.ts";
import type { Host } from "./host.ts";

/** The machine this program runs on. */
export function denoHost(): Host {
  const libc = lazyLibc();
  return {
    files: denoFiles(libc),
    exec: denoExec(),
    net: denoNet(),
    clock: denoClock(),
    env: denoEnv(),
    ids: denoIds(),
    native: denoNative(libc),
  };
}
