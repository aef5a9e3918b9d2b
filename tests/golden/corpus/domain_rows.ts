/**
 * Which folders of the reference's tests hold guests, and single devices of guests.
 *
 * @module
 */

import { deviceElements } from "../../../src/conf/domain/devices/device_document.ts";
import { domain } from "../../../src/conf/domain/document.ts";
import type { CorpusRow } from "./rows.ts";

/** Guests as somebody wrote them. */
const GIVEN = [
  "domainschemadata",
  "libxlxml2domconfigdata",
  "lxcxml2xmldata",
  "bhyvexml2argvdata",
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
    mayBeRefused: { test: "genericxml2xmltest.c", macro: /DO_TEST_FAIL_\w+\("([^"]+)"/g },
  },
  ...GIVEN.map((folder): CorpusRow => ({ folder, shape: domain, schema: "domain.rng" })),
  ...WRITTEN.map((folder): CorpusRow => ({ folder, shape: domain, schema: "domain.rng", comesBackAs: "itself" })),
  ...Object.entries(PLUGGED).map(([kind, files]): CorpusRow => ({
    folder: "qemuhotplugtestdevices",
    files,
    shape: deviceElements[kind as keyof typeof PLUGGED],
  })),
];
