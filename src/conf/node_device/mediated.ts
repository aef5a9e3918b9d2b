/**
 * Mediated devices: which kinds a device can be divided into, and one that has been made.
 *
 * @module
 */

import { NAME } from "../parts/names_itself.ts";
import { attribute, child, children, mapped, string, textOf, uint32, uuid } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import { capability, internal, text, unlessEmpty, unsupported } from "./values.ts";

function wrong(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_NODEDEV", detail };
}

/** Kinds of mediated device. */
export const mediatedTypeList = children("type", {
  id: attribute("id", string, {
    required: true,
    drop: [""],
    missing: wrong("missing 'id' attribute for mediated device's <type> element"),
  }),
  name: text("name"),
  deviceApi: child("deviceAPI", textOf(string), {
    required: true,
    ...wrong("missing device API for mediated device type"),
  }),
  availableInstances: child("availableInstances", textOf(uint32()), {
    required: true,
    ...wrong("missing number of available instances for mediated device type"),
  }),
});

/** The capability within another; one without kinds counts as absent. */
export const mediatedTypes = unlessEmpty(capability("mdev_types", { types: mediatedTypeList }));

const attributes = mapped(
  children("attr", { name: attribute("name", string), value: attribute("value", string) }),
  {
    // libvirt overlooks one that is incomplete.
    parse(list = []) {
      const whole = list.flatMap(({ name, value }) => name && value ? [{ name, value }] : []);
      return whole.length === 0 ? undefined : whole;
    },
    format: (list) => list,
  },
);

/** A mediated device. */
export const mediatedDevice = {
  mediatedType: child("type", {
    id: attribute("id", string, {
      required: true,
      drop: [""],
      missing: unsupported(`missing type id attribute for '${NAME}'`),
    }),
  }, { required: true, ...unsupported(`missing type id attribute for '${NAME}'`) }),
  uuid: child("uuid", textOf(uuid, internal("Invalid uuid '%s' for new mdev device"))),
  parentAddress: text("parent_addr"),
  iommuGroup: child("iommuGroup", {
    number: attribute("number", uint32(), {
      default: 0,
      drop: [""],
      ...internal(`invalid iommuGroup number attribute for '${NAME}'`),
    }),
  }, { default: { number: 0 } }),
  attributes,
};
