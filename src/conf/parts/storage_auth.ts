/**
 * `<auth>`: who we are for a storage server, and which secret proves it.
 *
 * @module
 */

import { attribute, child, object, oneOf, string } from "../shape/mod.ts";
import { secretReference } from "./secret_reference.ts";

/** The content of `<auth>`. */
export const storageAuth = object({
  type: attribute("type", oneOf("none", "chap", "ceph"), {
    drop: ["none"],
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    domain: "VIR_FROM_STORAGE",
    detail: "unknown auth type '%s'",
  }),
  username: attribute("username", string, {
    required: true,
    domain: "VIR_FROM_STORAGE",
    detail: "missing username for auth",
  }),
  secret: child("secret", secretReference(attribute("type", string)), {
    required: true,
    domain: "VIR_FROM_STORAGE",
    detail: "Missing <secret> element in auth",
  }),
});
