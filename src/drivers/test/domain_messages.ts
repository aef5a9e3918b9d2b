/**
 * What a person should know of a guest: settings that make it hard to support, and settings that will go away.
 *
 * @module
 */

import type { DomainMessageKinds } from "../contract.ts";
import { imagePath } from "../../conf/domain/find_disk.ts";
import { disksOf, interfacesOf } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";

/** libvirt's sentences, in its order. */
const TAINTS = {
  "high-privileges": "running with undesirable elevated privileges",
  "shell-scripts": "network configuration using opaque shell scripts",
  "cdrom-passthrough": "use of host cdrom passthrough",
  "custom-dtb": "custom device tree blob used",
  "deprecated-config": "use of deprecated configuration settings",
} as const;

type Taint = keyof typeof TAINTS;

/** The one model of processor that libvirt's test hypervisor calls deprecated. */
const DEPRECATED_MODEL = "Deprecated-Test";

/** Looks for what a guest should not have. */
export function noteTaints({ definition, taints, deprecations }: DomainRecord): void {
  const note = (taint: Taint): void => void taints.add(taint);
  for (const disk of disksOf(definition)) {
    if (disk.rawIo) note("high-privileges");
    if (disk.device === "cdrom" && disk.type === "block" && imagePath(disk) !== undefined) note("cdrom-passthrough");
  }
  if (interfacesOf(definition).some(({ script }) => script !== undefined)) note("shell-scripts");
  if (definition.cpu?.mode === "custom" && definition.cpu.model?.name === DEPRECATED_MODEL) {
    note("deprecated-config");
    const message = `CPU model ${DEPRECATED_MODEL}`;
    if (!deprecations.includes(message)) deprecations.push(message);
  }
  if (definition.os?.dtb !== undefined) note("custom-dtb");
}

/** What is known, in libvirt's words. */
export function messagesOf({ taints, deprecations }: DomainRecord, kinds: DomainMessageKinds): string[] {
  const all = !kinds.tainting && !kinds.deprecation;
  const tainted = (Object.keys(TAINTS) as Taint[]).filter((taint) => taints.has(taint));
  return [
    ...(all || kinds.tainting ? tainted.map((taint) => `tainted: ${TAINTS[taint]}`) : []),
    ...(all || kinds.deprecation ? deprecations.map((message) => `deprecated configuration: ${message}`) : []),
  ];
}
