/**
 * Ways to put the machine to sleep, as the kernel offers them (Documentation/admin-guide/pm/sleep-states.rst).
 *
 * libvirt asks the login service instead, or `pm-is-supported` where there is none; where it finds neither it reports
 * that nothing is supported. {@linkcode readPower} says what the machine can, {@linkcode powerTargets} what may be
 * promised with what is installed.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { PowerFacts } from "./facts.ts";
import type { Host } from "./host.ts";

/** libvirt's names of the targets. */
export type PowerTarget = "suspend_mem" | "suspend_disk" | "suspend_hybrid";

/** What the kernel can do, and whether there is a service or program that would do it. */
export async function readPower(host: Host, options: FactOptions = {}): Promise<PowerFacts> {
  const files = new FactFiles(host, options);
  const states = words(await files.text("/sys/power/state"));
  const disk = words(await files.text("/sys/power/disk"));
  const suspendMem = states.includes("mem");
  const suspendDisk = states.includes("disk") && disk.some((mode) => mode !== "disabled");
  return { suspendMem, suspendDisk, suspendHybrid: suspendDisk && disk.includes("suspend") };
}

/** The targets that libvirt would report: nothing where no login service or pm-utils can be asked for them. */
export async function powerTargets(host: Host, options: FactOptions = {}): Promise<PowerTarget[]> {
  const files = new FactFiles(host, options);
  const services = ["/run/systemd/seats", "/usr/bin/pm-is-supported", "/usr/sbin/pm-is-supported"];
  const present = await Promise.all(services.map((path) => files.exists(path)));
  if (!present.includes(true)) return [];
  const power = await readPower(host, options);
  return [
    ...(power.suspendMem ? ["suspend_mem" as const] : []),
    ...(power.suspendDisk ? ["suspend_disk" as const] : []),
    ...(power.suspendHybrid ? ["suspend_hybrid" as const] : []),
  ];
}

/** The words of such a file; the chosen one has brackets. */
function words(text: string | undefined): string[] {
  return (text ?? "").split(/\s+/).filter(Boolean).map((word) => word.replace(/^\[(.*)\]$/, "$1"));
}
