/**
 * The running kernel, as uname tells it.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { KernelFacts } from "./facts.ts";
import type { Host } from "./host.ts";

/** Release and version of the running kernel. */
export async function readKernel(host: Host, options: FactOptions = {}): Promise<KernelFacts> {
  const files = new FactFiles(host, options);
  const release = await files.text("/proc/sys/kernel/osrelease");
  const version = await files.text("/proc/sys/kernel/version");
  return { ...(release === undefined ? {} : { release }), ...(version === undefined ? {} : { version }) };
}

/** Release and version in one, as libvirt keeps them: `6.1.0-18-amd64 #1 SMP …`. */
export function formatKernel(kernel: KernelFacts): string | undefined {
  if (kernel.release === undefined || kernel.version === undefined) return undefined;
  return `${kernel.release} ${kernel.version}`;
}
