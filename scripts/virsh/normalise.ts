/**
 * What differs from one run to the next, whoever answers: made equal before two outputs are compared.
 *
 * @module
 */

import { DOCUMENTS } from "./documents.ts";

const FIXED_UUIDS = new Set(Object.values(DOCUMENTS).join("\n").match(UUID()) ?? []);
/** The UUIDs of what `test:///default` begins with. */
const DEFAULT_UUIDS = [
  "6695eb01-f6a4-8304-79aa-97f2502e193f",
  "6695eb01-f6a4-8304-79aa-97f2502e1930",
  "dd8fe884-6c02-601e-7551-cca97df1c5df",
  "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566",
];

/** What disks and interfaces have done, which the hypervisor in memory makes from the time of day. */
const COUNTS =
  /((?:(?:rd|wr)_(?:req|bytes)|(?:[rt]x_)?(?:bytes|packets|errs|drop)|operations:|bytes (?:read|written):|error count:) +)\d+/g;

/** Makes random UUIDs and MAC addresses, clocks, the server's socket and the folder of the run equal in every run. */
export function normalise(
  text: string,
  { folder, socket }: { readonly folder: string; readonly socket: string },
): string {
  return text
    .replaceAll(folder, "$D")
    .replaceAll(socket, "$SOCKET")
    .replace(COUNTS, "$1SOME")
    .replace(UUID(), (uuid) => FIXED_UUIDS.has(uuid) || DEFAULT_UUIDS.includes(uuid) ? uuid : "SOME-UUID")
    .replace(/52:54:00(:[0-9a-f]{2}){3}/g, (mac) => isGiven(mac) ? mac : "SOME-MAC")
    // The hypervisor in memory gives the time of day as processor time.
    .replace(/(CPU time:\s+)[\d.]+s/g, "$1SOMEs")
    .replace(/((?:cpu|vcpu|user|system)(?:_|\.)time[=\s]+)[\d.]+( seconds)?/g, "$1SOME")
    // Snapshots without a name are called by the second.
    .replace(/\b1[789]\d{8}\b/g, "SOME-SECOND")
    .replace(/<creationTime>[^<]+<\/creationTime>/g, "<creationTime>NOW</creationTime>")
    .replace(/\b20\d\d-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}/g, "NOW")
    .replace(/\(Time: [\d.]+ ms\)/g, "(Time: SOME ms)")
    .trimEnd();
}

function isGiven(mac: string): boolean {
  return Object.values(DOCUMENTS).some((text) => text.includes(mac));
}

function UUID(): RegExp {
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
}
