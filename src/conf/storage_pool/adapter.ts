/**
 * `<adapter>` of a pool's source: the host bus adapter whose units are its volumes.
 *
 * @module
 */

import { pciAddress } from "../parts/pci_address.ts";
import { attribute, child, type Fail, int32, mapped, oneOf, type ShapeOf, string, yesNo } from "../shape/mod.ts";
import { wrong } from "./terms.ts";

const UNIQUE_ID = wrong("Missing or invalid scsi adapter 'unique_id' value");

const written = child("adapter", {
  type: attribute("type", oneOf("scsi_host", "fc_host")),
  parent: attribute("parent", string),
  parentWwnn: attribute("parent_wwnn", string),
  parentWwpn: attribute("parent_wwpn", string),
  parentFabricWwn: attribute("parent_fabric_wwn", string),
  managed: attribute("managed", yesNo),
  wwnn: attribute("wwnn", string),
  wwpn: attribute("wwpn", string),
  name: attribute("name", string),
  parentAddress: child("parentaddr", {
    uniqueId: attribute("unique_id", int32({ min: 0 }), { required: true, ...UNIQUE_ID }),
    address: child("address", pciAddress, { required: true, ...wrong("Missing scsi_host PCI address element") }),
  }),
});

type Written = NonNullable<ShapeOf<typeof written>>;

/** The child `<adapter>`, of the one or the other type. */
export const adapter = mapped(written, {
  parse: (value, fail) => value === undefined ? undefined : kindOf(value, fail),
  format: (value): Written => value,
});

/** A host bus adapter. */
export type Adapter = NonNullable<ShapeOf<typeof adapter>>;

/** The attributes that its type has; without type a name is enough. */
function kindOf(value: Written, fail: Fail): Written {
  const { type, name, parentAddress, ...fibre } = value;
  if (type === "fc_host") return { type, ...fibre };
  if (type === undefined) {
    if ((fibre.wwnn ?? fibre.wwpn ?? fibre.parent) !== undefined) {
      const detail = "Use of 'wwnn', 'wwpn', and 'parent' attributes requires use of the adapter 'type'";
      fail("the type is missing", wrong(detail));
    }
    if (parentAddress !== undefined) {
      fail("the type is missing", wrong("Use of 'parentaddr' element requires use of the adapter 'type'"));
    }
    return name === undefined ? {} : { type: "scsi_host", name };
  }
  return {
    type,
    ...(name === undefined ? {} : { name }),
    ...(parentAddress === undefined ? {} : { parentAddress }),
  };
}

/** Refuses an adapter that names no device. */
export function checkAdapter(value: Adapter | undefined, fail: Fail): void {
  if (value?.type === undefined) return fail("the adapter is missing", wrong("missing storage pool source adapter"));
  if (value.type === "fc_host") return checkFibre(value, fail);
  const both = value.name !== undefined && value.parentAddress !== undefined;
  if (both) {
    const detail = "Both 'name' and 'parent' cannot be specified for the 'scsi_host' adapter";
    fail("name or parentaddr, not both", wrong(detail));
  }
  if (value.name !== undefined || value.parentAddress !== undefined) return;
  const detail = "Either 'name' or 'parent' must be specified for the 'scsi_host' adapter";
  fail("name or parentaddr must be given", wrong(detail));
}

function checkFibre({ wwnn, wwpn, parentWwnn, parentWwpn, parentFabricWwn }: Adapter, fail: Fail): void {
  if (wwnn === undefined || wwpn === undefined) {
    const detail = "'wwnn' and 'wwpn' must be specified for adapter type 'fchost'";
    return fail("wwnn and wwpn must be given", wrong(detail));
  }
  checkWwn(wwnn, fail);
  checkWwn(wwpn, fail);
  if (parentWwnn !== undefined && parentWwpn === undefined) {
    const detail = `when providing parent_wwnn='${parentWwnn}', the parent_wwpn must also be provided`;
    fail("both names of the parent must be given", wrong(detail));
  }
  if (parentWwnn === undefined && parentWwpn !== undefined) {
    const detail = `when providing parent_wwpn='${parentWwpn}', the parent_wwnn must also be provided`;
    fail("both names of the parent must be given", wrong(detail));
  }
  for (const wwn of [parentWwnn, parentWwpn, parentFabricWwn]) {
    if (wwn !== undefined) checkWwn(wwn, fail);
  }
}

function checkWwn(text: string, fail: Fail): void {
  if (/^(0x)?[0-9a-fA-F]{16}$/.test(text)) return;
  fail("no world wide name", {
    code: "VIR_ERR_INTERNAL_ERROR",
    domain: "VIR_FROM_NONE",
    detail: `Malformed wwn: ${text}`,
  });
}
