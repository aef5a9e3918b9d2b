/**
 * Ways to put the machine to sleep: those that the kernel has (Documentation/admin-guide/pm/sleep-states.rst) and that
 * something here would carry out.
 *
 * libvirt asks the login service, or `pm-is-supported` where there is none, and reports nothing where it finds neither,
 * whatever the kernel could do. The login service cannot be asked without D-Bus; that it runs is seen by its directory.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { PowerFacts } from "./facts.ts";
import type { Host } from "./host.ts";

const SERVICES = ["/run/systemd/seats", "/usr/bin/pm-is-supported", "/usr/sbin/pm-is-supported"];

/** What may be promised: nothing where there is no login service and no pm-utils. */
export async function readPower(host: Host, options: FactOptions = {}): Promise<PowerFacts> {
  const files = new FactFiles(host, options);
  const services = await Promise.all(SERVICES.map((path) => files.exists(path)));
  if (!services.includes(true)) return { suspendMem: false, suspendDisk: false, suspendHybrid: false };
  const states = words(await files.text("/sys/power/state"));
  const disk = words(await files.text("/sys/power/disk"));
  const suspendDisk = states.includes("disk") && disk.some((mode) => mode !== "disabled");
  return { suspendMem: states.includes("mem"), suspendDisk, suspendHybrid: suspendDisk && disk.includes("suspend") };
}

/** The words of such a file; the chosen one has brackets. */
function words(text: string | undefined): string[] {
  return (text ?? "").split(/\s+/).filter(Boolean).map((word) => word.replace(/^\[(.*)\]$/, "$1"));
}
