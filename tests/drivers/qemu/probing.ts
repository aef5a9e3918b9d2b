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

/** Process ids whose command line holds a text; with `parent`, only those that this process has started. */
export async function processesWith(text: string, options: { readonly parent?: number } = {}): Promise<number[]> {
  const found: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name) || Number(name) === Deno.pid) continue;
    const line = await readQuietly(`/proc/${name}/cmdline`);
    if (!line.includes(text)) continue;
    const parent = /^PPid:\s*(\d+)/m.exec(await readQuietly(`/proc/${name}/status`))?.[1];
    if (options.parent === undefined || Number(parent) === options.parent) found.push(Number(name));
  }
  return found;
}

/** A process may end while it is looked at. */
async function readQuietly(path: string): Promise<string> {
  return await Deno.readTextFile(path).catch(() => "");
}
