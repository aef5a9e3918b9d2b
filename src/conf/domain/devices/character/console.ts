/**
 * `<console>`: what a guest writes its messages to.
 *
 * @module
 */

import { attribute, child, type FieldsOf, merge, oneOf, type Part, refine } from "../../../shape/mod.ts";
import { unsupported } from "../../terms.ts";
import { deviceInfo } from "../device_info.ts";
import { type CharacterSource, characterSource, refuseSpiceAgent } from "./source.ts";
import { targetPort } from "./target_port.ts";

const guestSide = {
  target: child("target", {
    type: attribute("type", oneOf("serial", "xen", "uml", "virtio", "lxc", "openvz", "sclp", "sclplm"), {
      drop: ["none"],
      ...unsupported("unknown target type '%s' specified for character device"),
    }),
    port: targetPort,
  }, { empty: "omit" }),
  ...deviceInfo,
} as const;

/** A console: what the guest sees of it, and what it is on the host. */
export type Console = CharacterSource & FieldsOf<typeof guestSide>;

const parts = refine(merge(characterSource({ default: "pty" }), guestSide) as Part<Console>, refuseSpiceAgent);

/** The content of `<console>`. */
export const guestConsole: Part<Console> = {
  ...parts,
  read(reader, context): Console {
    reader.attribute("tty");
    return parts.read(reader, context);
  },
  write(value, out): void {
    parts.write(value, out);
    const terminal = value.type === "pty" ? value.source?.path : undefined;
    if (terminal === undefined || value.target?.port !== 0 || !out.context.live) return;
    // Clients older than <source> look for the terminal of the first console here.
    out.attribute("tty", terminal);
  },
};
