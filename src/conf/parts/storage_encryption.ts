/**
 * `<encryption>`: how a volume or a disk is encrypted, and with which secrets.
 *
 * @module
 */

import { attribute, child, children, mapped, oneOf, refine, string, uint32 } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import { secretReference } from "./secret_reference.ts";

const secretType = attribute("type", oneOf("passphrase"), {
  required: true,
  missing: terms("unknown volume encryption secret type"),
  ...terms("unknown volume encryption secret type %s", "VIR_ERR_CONFIG_UNSUPPORTED"),
});

const given = refine({
  format: attribute("format", oneOf("default", "qcow", "luks", "luks2"), {
    required: true,
    missing: terms("unknown volume encryption format"),
    ...terms("unknown volume encryption format type %s", "VIR_ERR_CONFIG_UNSUPPORTED"),
  }),
  engine: attribute("engine", oneOf("qemu", "librbd")),
  secrets: children("secret", secretReference(secretType)),
  cipher: child("cipher", {
    name: attribute("name", string, { required: true, ...terms("cipher info missing 'name' attribute") }),
    size: attribute("size", uint32(), { required: true }),
    mode: attribute("mode", string),
    hash: attribute("hash", string),
  }),
  ivGenerator: child("ivgen", {
    name: attribute("name", string, { required: true, ...terms("missing ivgen info name string") }),
    hash: attribute("hash", string),
  }),
}, ({ format, cipher, ivGenerator }, fail) => {
  if (format !== "luks" || ivGenerator === undefined || cipher !== undefined) return;
  fail("an ivgen needs a cipher", terms("ivgen element found, but cipher is missing"));
});

const together = refine(given, ({ cipher, ivGenerator }, fail, { lenient }) => {
  if (!lenient && cipher !== undefined && ivGenerator === undefined) fail("a cipher needs an ivgen");
});

/** The content of `<encryption>`; only luks has a cipher of its own. */
export const storageEncryption = mapped(together, {
  parse: ({ cipher, ivGenerator, ...rest }) => ({
    ...rest,
    ...(rest.format !== "luks" || cipher === undefined ? {} : { cipher }),
    ...(rest.format !== "luks" || ivGenerator === undefined ? {} : { ivGenerator }),
  }),
  format: (value) => value,
});

function terms(detail: string, code: ErrorTerms["code"] = "VIR_ERR_XML_ERROR"): ErrorTerms {
  return { code, domain: "VIR_FROM_STORAGE", detail };
}
