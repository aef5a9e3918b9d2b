/**
 * `<sysinfo>` of a host: what its firmware says about its hardware (`virsh sysinfo`).
 *
 * @module
 */

import { boards, entries, oemStrings } from "../domain/sysinfo.ts";
import { children, choice, element, type ShapeOf } from "../shape/mod.ts";

/** A host's document. */
export const hostSysinfo = element(
  "sysinfo",
  choice("type", {
    smbios: {
      ...boards,
      processors: children(
        "processor",
        entries(
          "socket_destination",
          "type",
          "family",
          "manufacturer",
          "signature",
          "version",
          "external_clock",
          "max_speed",
          "status",
          "serial_number",
          "part_number",
        ),
        { empty: "block" },
      ),
      memoryDevices: children(
        "memory_device",
        entries(
          "size",
          "form_factor",
          "locator",
          "bank_locator",
          "type",
          "type_detail",
          "speed",
          "manufacturer",
          "serial_number",
          "part_number",
        ),
        { empty: "block" },
      ),
      oemStrings,
    },
  }),
);

/** What a host's firmware says, as an object; also its JSON form. */
export type HostSysinfo = ShapeOf<typeof hostSysinfo>;
