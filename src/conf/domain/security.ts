/**
 * Labels, keys and encryption of a guest.
 *
 * @module
 */

import {
  attribute,
  base16,
  child,
  children,
  choice,
  mapped,
  oneOf,
  onOff,
  refine,
  type ShapeOf,
  string,
  textOf,
  uint32,
  yesNo,
} from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

const label = refine({
  type: attribute("type", oneOf("none", "dynamic", "static"), { default: "dynamic" }),
  model: attribute("model", string),
  relabel: attribute("relabel", yesNo),
  label: child("label", textOf(string)),
  imageLabel: child("imagelabel", textOf(string), { only: "live" }),
  baseLabel: child("baselabel", textOf(string)),
}, ({ type, relabel, label, model }, fail) => {
  if (type === "dynamic" && relabel === false) {
    const detail = "dynamic label type must use resource relabeling";
    fail("a dynamic label must be put on resources", { attribute: "relabel", ...unsupported(detail) });
  }
  if (type === "none" && relabel === true) {
    const detail = "resource relabeling is not compatible with 'none' label type";
    fail("without a label there is none to put on resources", { attribute: "relabel", ...unsupported(detail) });
  }
  if (type === "static" && label === undefined && model !== "none") {
    fail("a static label must be given", wrong("security label is missing"));
  }
});

type Label = ShapeOf<typeof label>;

/** `<seclabel>`, of which there may be one of each security model. */
export const seclabels = children("seclabel", mapped(label, { parse: canonical, format: (value) => value }));

/** What libvirt keeps of a label depends on its type. */
function canonical({ type, model, relabel, label, imageLabel, baseLabel }: Label): Label {
  const head = { type, ...(model === undefined ? {} : { model }) };
  if (type === "none") return head;
  const isRelabelled = relabel ?? type === "dynamic";
  return {
    ...head,
    relabel: isRelabelled,
    ...(label === undefined ? {} : { label }),
    ...(isRelabelled && imageLabel !== undefined ? { imageLabel } : {}),
    ...(type === "dynamic" && baseLabel !== undefined ? { baseLabel } : {}),
  };
}

const cipher = {
  name: attribute("name", oneOf("aes", "dea"), { required: true }),
  state: attribute("state", onOff, { required: true }),
};

/** `<keywrap>`: ciphers of IBM Z that the guest may wrap keys with. */
export const keywrap = child("keywrap", {
  ciphers: mapped(children("cipher", cipher), {
    parse: (ciphers) => ciphers?.toSorted((a, b) => a.name.localeCompare(b.name)),
    format: (ciphers) => ciphers,
  }),
}, { empty: "omit" });

/** `<launchSecurity>`: memory that the host cannot read. */
export const launchSecurity = child(
  "launchSecurity",
  choice("type", {
    sev: {
      kernelHashes: attribute("kernelHashes", yesNo),
      cbitpos: child("cbitpos", textOf(uint32(), wrong("Invalid format for launch security cbitpos"))),
      reducedPhysBits: child(
        "reducedPhysBits",
        textOf(uint32(), wrong("Invalid format for launch security reduced-phys-bits")),
      ),
      policy: child("policy", textOf(base16({ width: 4 }), wrong("failed to get launch security policy")), {
        required: true,
        ...wrong("failed to get launch security policy"),
      }),
      dhCert: child("dhCert", textOf(string)),
      session: child("session", textOf(string)),
    },
    "s390-pv": {},
  }),
);
