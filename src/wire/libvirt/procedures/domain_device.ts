/**
 * A domain's devices, and what a person does with them: consoles, screens, keys.
 *
 * @module
 */

import { array, optStr, str, u32 } from "../../xdr/mod.ts";
import { domain } from "../objects.ts";
import { p } from "./procedure.ts";

/** A domain's devices, and what a person does with them: consoles, screens, keys. */
export const domainDeviceProcedures = {
  DOMAIN_ATTACH_DEVICE: p(8, { dom: domain, xml: str }, {}, { writes: true }),
  DOMAIN_DETACH_DEVICE: p(13, { dom: domain, xml: str }, {}, { writes: true }),
  DOMAIN_ATTACH_DEVICE_FLAGS: p(160, { dom: domain, xml: str, flags: u32 }, {}, { writes: true }),
  DOMAIN_DETACH_DEVICE_FLAGS: p(161, { dom: domain, xml: str, flags: u32 }, {}, { writes: true }),
  DOMAIN_UPDATE_DEVICE_FLAGS: p(174, { dom: domain, xml: str, flags: u32 }, {}, { writes: true }),
  DOMAIN_OPEN_CONSOLE: p(201, { dom: domain, dev_name: optStr, flags: u32 }, {}, {
    stream: "bidirectional",
    writes: true,
  }),
  DOMAIN_INJECT_NMI: p(210, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_SCREENSHOT: p(211, { dom: domain, screen: u32, flags: u32 }, { mime: optStr }, {
    stream: "download",
    writes: true,
  }),
  DOMAIN_SEND_KEY: p(226, { dom: domain, codeset: u32, holdtime: u32, keycodes: array(u32, 16), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_OPEN_GRAPHICS: p(249, { dom: domain, idx: u32, flags: u32 }, {}, { descriptors: "to-server", writes: true }),
  DOMAIN_OPEN_CHANNEL: p(296, { dom: domain, name: optStr, flags: u32 }, {}, { stream: "bidirectional", writes: true }),
  DOMAIN_OPEN_GRAPHICS_FD: p(343, { dom: domain, idx: u32, flags: u32 }, {}, {
    descriptors: "to-client",
    writes: true,
  }),
  DOMAIN_DETACH_DEVICE_ALIAS: p(392, { dom: domain, alias: str, flags: u32 }, {}, { writes: true }),
  DOMAIN_FD_ASSOCIATE: p(443, { dom: domain, name: str, flags: u32 }, {}, { descriptors: "to-server", writes: true }),
  DOMAIN_GRAPHICS_RELOAD: p(448, { dom: domain, type: u32, flags: u32 }, {}, { writes: true }),
};
