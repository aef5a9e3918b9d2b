/**
 * The processor: /proc/cpuinfo and CPUID. The parts that a fingerprint needs can be had alone, from the first bytes.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { CpuFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { parseCpuinfo, parseMicrocode, parseSignature } from "./parse_cpuinfo.ts";

const CPUINFO = "/proc/cpuinfo";
// Long enough for the first processor of any machine, whose flags alone take some KiB.
const FIRST_PROCESSOR = 16 * 1024;

/** The processor; CPUID only of the machine this runs on, not of one under another root. */
export async function readCpu(host: Host, options: FactOptions = {}): Promise<CpuFacts> {
  const files = new FactFiles(host, options);
  const text = await files.text(CPUINFO, { limit: 64 * 1024 * 1024 }) ?? "";
  const cpuid = options.root ? undefined : await host.native.cpuid();
  return { ...parseCpuinfo(text, await readArch(host, options)), ...(cpuid === undefined ? {} : { cpuid }) };
}

/** What libvirt compares to know that the processor is the same: its signature and microcode revision. */
export async function readCpuSignature(
  host: Host,
  options: FactOptions = {},
): Promise<{ readonly signature?: string; readonly microcode?: number }> {
  const text = await new FactFiles(host, options).head(CPUINFO, FIRST_PROCESSOR) ?? "";
  const arch = await readArch(host, options);
  const signature = parseSignature(text, arch);
  const microcode = arch === "x86_64" || arch === "i686" ? parseMicrocode(text) : undefined;
  return { ...(signature === undefined ? {} : { signature }), ...(microcode === undefined ? {} : { microcode }) };
}

/** The machine's architecture in libvirt's words. */
export async function readArch(host: Host, options: FactOptions = {}): Promise<string> {
  // Since Linux 6.1; what the runtime was built for says the same but for a 32-bit program on a 64-bit kernel.
  const arch = await new FactFiles(host, options).text("/proc/sys/kernel/arch") ?? host.env.arch;
  return arch === "i386" || arch === "i586" ? "i686" : arch;
}
