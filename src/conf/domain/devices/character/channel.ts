/**
 * `<channel>`: a private line between the host and a program in the guest.
 *
 * @module
 */

import { ipAddress, NO_ADDRESS } from "../../../parts/ip_address.ts";
import {
  attribute,
  child,
  choice,
  type FieldsOf,
  merge,
  oneOf,
  type Part,
  refine,
  string,
  uint32,
} from "../../../shape/mod.ts";
import { required, unsupported, wrong } from "../../terms.ts";
import { deviceInfo } from "../device_info.ts";
import { type CharacterSource, characterSource, refuseSpiceAgent } from "./source.ts";

const NO_TARGET = "target type must be specified for channel device";

const forwarded = refine({
  address: attribute("address", ipAddress, {
    required: true,
    missing: wrong("guestfwd channel does not define a target address"),
    ...NO_ADDRESS,
  }),
  port: attribute("port", uint32(), { required: true }),
}, ({ address }, fail) => {
  if (!address.includes(":")) return;
  const terms = unsupported("guestfwd channel only supports IPv4 addresses");
  fail("the address has to be one of IPv4", { attribute: "address", ...terms });
});

const name = attribute("name", string);

const target = choice("type", {
  guestfwd: forwarded,
  virtio: { name, state: attribute("state", oneOf("connected", "disconnected"), { only: "live" }) },
  xen: { name },
}, {
  missing: wrong(NO_TARGET),
  ...unsupported("unknown target type '%s' specified for character device"),
});

const guestSide = { target: child("target", target, required(NO_TARGET)), ...deviceInfo } as const;

/** A channel: what the guest sees of it, and what it is on the host. */
export type Channel = CharacterSource & FieldsOf<typeof guestSide>;

const parts = merge(characterSource({ default: "pty" }), guestSide) as Part<Channel>;

/** The content of `<channel>`. */
export const channel: Part<Channel> = refine(parts, (value, fail) => {
  if (value.target.type !== "virtio") refuseSpiceAgent(value, fail);
});
