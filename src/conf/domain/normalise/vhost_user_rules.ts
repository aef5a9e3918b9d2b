/**
 * What a disk that another process serves cannot have.
 *
 * @module
 */

import type { Disk } from "../devices/disk/disk.ts";
import type { DiskRule } from "./disk_rules.ts";

const UNSUPPORTED: readonly (readonly [name: string, isGiven: (disk: Disk) => boolean])[] = [
  ["cache", ({ driver }) => driver?.cache !== undefined],
  ["error_policy", ({ driver }) => (driver?.errorPolicy ?? driver?.readErrorPolicy) !== undefined],
  ["io", ({ driver }) => driver?.io !== undefined],
  ["ioeventfd", ({ driver }) => driver?.ioEventFd !== undefined],
  ["copy_on_read", ({ driver }) => driver?.copyOnRead !== undefined],
  ["discard", ({ driver }) => driver?.discard !== undefined],
  ["iothread", ({ driver }) => driver?.ioThread !== undefined],
  ["detect_zeroes", ({ driver }) => driver?.detectZeroes !== undefined],
  ["metadata_cache", ({ driver }) => driver?.metadataCacheSize !== undefined],
  ["iotune", ({ ioTune }) => ioTune !== undefined],
  ["backingStore", ({ backingStore }) => backingStore !== undefined],
  ["encryption", ({ encryption, source }) => (encryption ?? source?.encryption) !== undefined],
  ["readonly", ({ readonly }) => readonly === true],
  ["shareable", ({ shareable }) => shareable === true],
  ["transient", ({ transient }) => transient !== undefined],
  ["serial", ({ serial }) => serial !== undefined],
  ["wwn", ({ wwn }) => wwn !== undefined],
  ["vendor", ({ vendor }) => vendor !== undefined],
  ["product", ({ product }) => product !== undefined],
  ["auth", ({ auth }) => auth !== undefined],
  ["geometry", ({ geometry }) => geometry !== undefined],
  ["blockio", ({ blockIo }) => blockIo !== undefined],
];

/** In libvirt's order. */
export const VHOST_USER_RULES: readonly DiskRule[] = [
  {
    when: ({ type, target }) => type === "vhostuser" && target?.bus !== "virtio",
    detail: "vhostuser disk supports only virtio bus",
  },
  {
    when: ({ type, snapshot }) => type === "vhostuser" && snapshot !== "no",
    detail: "only snapshot=no is supported with vhostuser disk",
  },
  ...UNSUPPORTED.map(([name, isGiven]): DiskRule => ({
    when: (disk) => disk.type === "vhostuser" && isGiven(disk),
    detail: `${name} is not supported with vhostuser disk`,
  })),
];
