/**
 * `<virtualport>`: how an interface announces itself to the switch.
 *
 * @module
 */

import { attribute, child, cNumber, mapped, oneOf, pattern, refine, type ShapeOf, uuid } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

const parameters = {
  managerId: attribute("managerid", cNumber({ max: 0xff }), terms("value of managerid out of range")),
  typeId: attribute("typeid", cNumber({ max: 0xff_ffff }), terms("value for typeid out of range")),
  typeIdVersion: attribute("typeidversion", cNumber({ max: 0xff }), terms("value of typeidversion out of range")),
  instanceId: attribute("instanceid", uuid, terms("cannot parse instanceid parameter as a uuid")),
  interfaceId: attribute("interfaceid", uuid, terms("cannot parse interfaceid parameter as a uuid")),
  profileId: attribute("profileid", pattern(/.{1,39}/, "a text of up to 39 characters"), {
    drop: [""],
    ...terms("profileid parameter too long"),
  }),
};

/** What each type has no use for, in the order libvirt complains; a port without type may have all. */
const EXTRAS = {
  "802.1Qbg": { profileId: "profileid", interfaceId: "interfaceid" },
  "802.1Qbh": {
    managerId: "managerid",
    typeId: "typeid",
    typeIdVersion: "typeidversion",
    instanceId: "instanceid",
    interfaceId: "interfaceid",
  },
  openvswitch: {
    managerId: "managerid",
    typeId: "typeid",
    typeIdVersion: "typeidversion",
    instanceId: "instanceid",
  },
  midonet: {},
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<keyof typeof parameters, string>>>>>;

const profile = refine({
  type: attribute("type", oneOf("802.1Qbg", "802.1Qbh", "openvswitch", "midonet"), {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    ...terms("unknown virtualport type %s"),
  }),
  parameters: child("parameters", parameters, { empty: "omit" }),
}, ({ type, parameters }, fail) => {
  for (const [name, word] of Object.entries(type === undefined ? {} : EXTRAS[type])) {
    if (parameters?.[name as keyof typeof parameters] === undefined) continue;
    fail(`type ${type} has no ${word}`, terms(`extra ${word} unsupported in <virtualport type='${type}'>`));
  }
});

/** The child `<virtualport>`; one that says nothing counts as absent. */
export const virtualPort = mapped(child("virtualport", profile, { empty: "omit" }), {
  parse: (value) => value?.type === undefined && value?.parameters === undefined ? undefined : value,
  format: (value) => value,
});

/** How an interface announces itself. */
export type VirtualPort = NonNullable<ShapeOf<typeof virtualPort>>;

function terms(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_NONE", detail };
}
