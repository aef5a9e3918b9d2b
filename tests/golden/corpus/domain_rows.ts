/**
 * Which folders of the reference's tests hold guests, and single devices of guests.
 *
 * @module
 */

import { deviceElements } from "../../../src/conf/domain/devices/device_document.ts";
import { type Domain, domain } from "../../../src/conf/domain/document.ts";
import { type Acceptance, COMMON_STEPS, normalise } from "../../../src/conf/domain/normalise/mod.ts";
import type { CorpusRow } from "./rows.ts";

/** Guests as somebody wrote them. */
const GIVEN = [
  "domainschemadata",
  "domainconfdata",
  "libxlxml2domconfigdata",
  "lxcxml2xmldata",
  "lxcconf2xmldata",
  "bhyveargv2xmldata",
  "bhyvexml2argvdata",
  "qemuagentdata",
  "qemumemlockdata",
  "securityselinuxlabeldata",
  "vmx2xmldata",
  "xlconfigdata",
  "xml2vmxdata",
  "xmconfigdata",
];

/** Guests as the reference wrote them. */
const WRITTEN = ["qemuxml2xmloutdata", "genericxml2xmloutdata", "bhyvexml2xmloutdata", "lxcxml2xmloutdata"];

/** Which devices are plugged in, by the names of their files. */
const PLUGGED = {
  disk: /^qemuhotplug-(disk|cdrom|ccw)/,
  interface: /^qemuhotplug-interface/,
  hostdev: /^qemuhotplug-hostdev/,
  console: /^qemuhotplug-console/,
  channel: /^qemuhotplug-(guestfwd|qemu-agent)/,
  graphics: /^qemuhotplug-graphics/,
  watchdog: /^qemuhotplug-watchdog/,
  shmem: /^qemuhotplug-ivshmem/,
} as const;

/** Every corpus of guests. */
export const domainRows: readonly CorpusRow[] = [
  {
    folder: "qemuxml2argvdata",
    shape: domain,
    schema: "domain.rng",
    mayBeRefused: { test: "qemuxml2argvtest.c", macro: /PARSE_ERROR(?:_NOCAPS)?\(\s*"([^"]+)"/g },
  },
  {
    folder: "genericxml2xmlindata",
    shape: domain,
    schema: "domain.rng",
    live: false,
    complete: completeGeneric,
    comesBackAs: { folder: "genericxml2xmloutdata" },
    refused: { test: "genericxml2xmltest.c", macro: /DO_TEST_FAIL_\w+\("([^"]+)"/g },
  },
  ...GIVEN.map((folder): CorpusRow => ({ folder, shape: domain, schema: "domain.rng" })),
  ...WRITTEN.map((folder): CorpusRow => ({ folder, shape: domain, schema: "domain.rng", comesBackAs: "itself" })),
  ...Object.entries(PLUGGED).map(([kind, files]): CorpusRow => ({
    folder: "qemuhotplugtestdevices",
    files,
    shape: deviceElements[kind as keyof typeof PLUGGED],
  })),
];

/** As the reference's own generic hypervisor does. */
function completeGeneric(document: unknown): unknown {
  return normalise(document as Domain, COMMON_STEPS, {
    newUuid: () => "00000000-0000-0000-0000-000000000000",
    newMac: () => "52:54:00:00:00:00",
    defaultArch: "x86_64",
    accepts: new Set<Acceptance>(["individual-vcpus"]),
  });
}
