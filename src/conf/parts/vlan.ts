/**
 * `<vlan>`: the VLAN tags of an interface.
 *
 * @module
 */

import { attribute, children, mapped, oneOf, refine, uint32, yesNo } from "../shape/mod.ts";

const tag = refine({
  id: attribute("id", uint32(), { required: true }),
  nativeMode: attribute("nativeMode", oneOf("tagged", "untagged")),
}, ({ id }, fail) => {
  if (id <= 4095) return;
  const detail = `vlan tag id ${id} too large (maximum 4095)`;
  fail(`${id} is too large for a VLAN tag: 4095 is the largest`, { domain: "VIR_FROM_NONE", detail });
});

const written = refine({
  trunk: attribute("trunk", yesNo),
  tags: children("tag", tag, {
    min: 1,
    domain: "VIR_FROM_NONE",
    detail: "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement",
  }),
}, ({ trunk, tags }, fail) => {
  const natives = tags.filter(({ nativeMode }) => nativeMode !== undefined).length;
  if (natives > 1) {
    fail("only one tag can be the native one", { domain: "VIR_FROM_NONE", detail: "duplicate native vlan setting" });
  }
  if (trunk !== false) return;
  if (tags.length > 1) {
    const detail = `invalid "trunk='no'" in <vlan> - trunk='yes' is required for more than one vlan tag`;
    fail("several tags need a trunk", { domain: "VIR_FROM_NONE", attribute: "trunk", detail });
  }
  if (natives === 0) return;
  const detail = `invalid configuration in <vlan> - "trunk='no'" is not allowed with a native vlan id`;
  fail("a native tag needs a trunk", { domain: "VIR_FROM_NONE", attribute: "trunk", detail });
});

/** The content of `<vlan>`; several tags are a trunk. */
export const vlan = mapped(written, {
  parse: ({ trunk, tags }) => trunk === true || tags.length > 1 ? { trunk: true, tags } : { tags },
  format: (value) => value,
});
