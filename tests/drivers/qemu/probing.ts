/**
 * Probing real programs through the real host, in a directory that is gone afterwards.
 *
 * @module
 */

import type { QemuCapabilities } from "../../../src/drivers/qemu/capabilities.ts";
import { ProbeError } from "../../../src/drivers/qemu/probe_failure.ts";
import { QemuProber } from "../../../src/drivers/qemu/qemu_prober.ts";
import { denoHost } from "../../../src/host/deno_host.ts";

/** How to probe. */
export interface ProbingOptions {
  readonly deadlineMs?: number;
  readonly deniedTypes?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Probes one program and waits until nothing is left of it. */
export async function probeProgram(path: string, options: ProbingOptions = {}): Promise<QemuCapabilities> {
  await using prober = new QemuProber(denoHost(), {
    probeDeadlineMs: options.deadlineMs ?? 10_000,
    probeWorkers: 3,
    extraEmulators: [],
    root: "",
  });
  return await prober.probe({
    path,
    reason: "new",
    kvmSupportsNesting: false,
    kvmSupportsSecureGuest: false,
    deniedTypes: options.deniedTypes ?? [],
    signal: options.signal ?? new AbortController().signal,
  });
}

/** The failure of a program that gives nothing. */
export async function failureOf(path: string, options?: ProbingOptions): Promise<ProbeError> {
  try {
    await probeProgram(path, options);
  } catch (error) {
    if (error instanceof ProbeError) return error;
    throw error;
  }
  throw new Error(`Probing "${path}" did not fail`);
}

/** Runs a test in a directory that others may read. */
export async function inDirectory(body: (directory: string) => Promise<void>): Promise<void> {
  const directory = await Deno.makeTempDir();
  try {
    await Deno.chmod(directory, 0o755);
    await body(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

/** Process ids whose command line holds a text. */
export async function processesWith(text: string): Promise<number[]> {
  const found: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    const line = /^\d+$/.test(name) ? await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "") : "";
    if (line.includes(text) && Number(name) !== Deno.pid) found.push(Number(name));
  }
  return found;
}
