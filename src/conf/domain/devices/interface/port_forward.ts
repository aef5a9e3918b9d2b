/**
 * `<portForward>`: ports of the host that lead into the guest.
 *
 * @module
 */

import { ipAddress } from "../../../parts/ip_address.ts";
import { attribute, children, mapped, oneOf, string, uint32, yesNo } from "../../../shape/mod.ts";
import { wrong } from "../../terms.ts";

const port = uint32({ min: 1 });

const range = mapped({
  start: attribute("start", port),
  end: attribute("end", port),
  to: attribute("to", port),
  exclude: attribute("exclude", yesNo),
}, {
  parse: ({ end, to, ...rest }) => ({
    ...rest,
    ...(rest.start === undefined || end === undefined ? {} : { end }),
    ...(rest.start === undefined || to === undefined ? {} : { to }),
  }),
  format: (value) => value,
});

/** The children `<portForward>`. */
export const portForwards = children("portForward", {
  protocol: attribute("proto", oneOf("tcp", "udp"), { required: true }),
  address: attribute("address", ipAddress, wrong("Invalid address '%s' in <portForward>")),
  dev: attribute("dev", string),
  ranges: children("range", range, { empty: "omit" }),
});
