/**
 * `<reconnect>`: whether a client connects again when the server went away.
 *
 * @module
 */

import { attribute, child, mapped, refine, uint32, yesNo } from "../../shape/mod.ts";

const given = child(
  "reconnect",
  refine({ enabled: attribute("enabled", yesNo), timeout: attribute("timeout", uint32()) }, (value, fail) => {
    if (value.enabled !== true || value.timeout !== undefined) return;
    const detail = "Missing required attribute 'timeout' in element 'reconnect'";
    fail("a timeout in seconds must be given", { attribute: "timeout", detail });
  }),
  { empty: "omit" },
);

/** The child `<reconnect>`; seconds, where it is enabled. */
export const reconnect = mapped(given, {
  parse: (value) => value?.enabled === undefined ? undefined : value.enabled ? value : { enabled: false },
  format: (value) => value,
});
