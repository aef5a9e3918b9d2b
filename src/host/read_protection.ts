/**
 * Protection of guests from their host: AMD SEV, Intel TDX and SGX, IBM Secure Execution.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { ProtectionFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { readArch } from "./read_cpu.ts";
import { isOn } from "./read_kvm.ts";

const PARAMETERS = "/sys/module";

/** What the kernel has enabled of them. */
export async function readProtection(host: Host, options: FactOptions = {}): Promise<ProtectionFacts> {
  const files = new FactFiles(host, options);
  const parameter = (module: string, name: string) => files.text(`${PARAMETERS}/${module}/parameters/${name}`);
  return {
    sev: isOn(await parameter("kvm_amd", "sev")),
    sevEs: isOn(await parameter("kvm_amd", "sev_es")),
    sevSnp: isOn(await parameter("kvm_amd", "sev_snp")),
    tdx: isOn(await parameter("kvm_intel", "tdx")),
    sgx: await files.exists("/dev/sgx_enclave") || await files.exists("/dev/sgx/enclave"),
    s390Uv: await hasUltravisor(files),
    capacity: parseCapacity(await files.text("/sys/fs/cgroup/misc.capacity") ?? ""),
    secureGuest: await readSecureGuest(host, options),
  };
}

/** What libvirt calls support of secure guests. */
export async function readSecureGuest(host: Host, options: FactOptions = {}): Promise<boolean> {
  const files = new FactFiles(host, options);
  const arch = await readArch(host, options);
  if (arch.startsWith("s390")) return await hasUltravisor(files) && await isProtectedByCommandLine(files);
  if (arch !== "x86_64" && arch !== "i686") return false;
  return isOn(await files.text(`${PARAMETERS}/kvm_amd/parameters/sev`)) && await files.exists("/dev/sev");
}

async function hasUltravisor(files: FactFiles): Promise<boolean> {
  return (await files.stat("/sys/firmware/uv"))?.kind === "directory";
}

async function isProtectedByCommandLine(files: FactFiles): Promise<boolean> {
  const words = (await files.text("/proc/cmdline") ?? "").split(/\s+/);
  const value = words.find((word) => word.startsWith("prot_virt="))?.slice("prot_virt=".length);
  // The kernel looks at the beginning of the value only.
  return value !== undefined && /^(y|on|1)/i.test(value);
}

/** Lines of name and number, as the misc controller writes its capacities; `max` is left out. */
export function parseCapacity(text: string): Record<string, number> {
  const capacity: Record<string, number> = {};
  for (const match of text.matchAll(/^(\w+) (\d{1,15})$/gm)) capacity[match[1] ?? ""] = Number(match[2]);
  return capacity;
}
