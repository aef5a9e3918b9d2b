/**
 * Capabilities of SCSI hosts, targets and devices, and of block devices.
 *
 * @module
 */

import { NAME } from "../parts/names_itself.ts";
import { child, int32, mapped, nonZero, textOf, uint32, uint64 } from "../shape/mod.ts";
import { bigNumber, capability, internal, noOtherCapabilities, number, requiredText, text } from "./values.ts";

const blocks = {
  logicalBlockSize: nonZero(child("logical_block_size", textOf(uint64))),
  blockCount: nonZero(child("num_blocks", textOf(uint64))),
};

const size = mapped(child("size", textOf(uint64, internal(`invalid size supplied for '${NAME}'`))), {
  parse: (value) => value,
  format: (value) => value,
});

/** A block device: of one size, or with a medium that can be taken out. */
export const storage = mapped({
  block: requiredText("block", internal(`no block device path supplied for '${NAME}'`)),
  bus: text("bus"),
  driveType: text("drive_type"),
  model: text("model"),
  vendor: text("vendor"),
  serial: text("serial"),
  others: noOtherCapabilities(["removable", "hotpluggable"], "storage"),
  removable: capability("removable", {
    mediaAvailable: mapped(child("media_available", textOf(int32())), {
      parse: (flag) => flag === 1,
      format: (available) => available ? 1 : 0,
      schema: () => ({ type: "boolean" }),
    }),
    mediaSize: bigNumber("media_size", "removable media size"),
    mediaLabel: text("media_label"),
    ...blocks,
  }),
  size,
  ...blocks,
  hotpluggable: capability("hotpluggable", {}),
}, {
  parse(value, fail) {
    if (value.removable !== undefined) {
      const { size: _size, logicalBlockSize: _block, blockCount: _count, ...rest } = value;
      return rest;
    }
    if (value.size === undefined) fail("the size is missing", internal(`no size supplied for '${NAME}'`));
    return value;
  },
  format: (value) => value,
});

const adapter = {
  uniqueId: mapped(child("unique_id", textOf(int32(), internal(`invalid unique_id supplied for '${NAME}'`))), {
    parse: (id) => id === -1 ? undefined : id,
    format: (id) => id,
  }),
  others: noOtherCapabilities(["fc_host", "vport_ops"], "SCSI host"),
  fibreChannel: capability("fc_host", { wwnn: text("wwnn"), wwpn: text("wwpn"), fabricWwn: text("fabric_wwn") }),
  virtualPorts: capability("vport_ops", {
    max: child("max_vports", textOf(int32()), { default: 0, only: "live" }),
    used: child("vports", textOf(int32()), { default: 0, only: "live" }),
  }),
};

/** A host bus adapter. */
export const scsiHost = { host: number("host", "SCSI host ID"), ...adapter };

/** A host bus adapter that is to be made: its number is not chosen yet. */
export const newScsiHost = { host: child("host", textOf(uint32())), ...adapter };

/** A target of a host bus adapter. */
export const scsiTarget = {
  target: requiredText("target", internal(`no target name supplied for '${NAME}'`)),
  others: noOtherCapabilities(["fc_remote_port"], "SCSI target"),
  remotePort: capability("fc_remote_port", {
    rport: requiredText("rport", internal(`missing rport name for '${NAME}'`)),
    wwpn: requiredText("wwpn", internal(`missing wwpn identifier for '${NAME}'`)),
  }),
};

/** A unit of a target. */
export const scsi = {
  host: number("host", "SCSI host ID"),
  bus: number("bus", "SCSI bus ID"),
  target: number("target", "SCSI target ID"),
  lun: number("lun", "SCSI LUN ID"),
  kind: text("type"),
};
