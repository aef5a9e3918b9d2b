/**
 * `<storagepoolCapabilities>`: which types of pool a host has, and which formats each knows.
 *
 * @module
 */

import { attribute, child, children, element, path, type ShapeOf, string, textOf, yesNo } from "../shape/mod.ts";
import { type Formats, POOL_TYPES, type PoolTypeName, poolTypeOf } from "../storage_pool/pool_types.ts";

const options = {
  defaultFormat: path("defaultFormat", attribute("type", string)),
  enum: child("enum", {
    name: attribute("name", string, { required: true }),
    values: children("value", textOf(string)),
  }, { empty: "block" }),
};

/** The document. */
export const storagePoolCapabilities = element("storagepoolCapabilities", {
  pools: children("pool", {
    type: attribute("type", string, { required: true }),
    supported: attribute("supported", yesNo, { required: true }),
    poolOptions: child("poolOptions", options),
    volumeOptions: child("volOptions", options),
  }, { empty: "block" }),
});

/** Which types of pool a host has. */
export type StoragePoolCapabilities = ShapeOf<typeof storagePoolCapabilities>;

/** The document of a host that has these types. */
export function storagePoolCapabilitiesOf(supported: readonly PoolTypeName[]): StoragePoolCapabilities {
  const types = Object.keys(POOL_TYPES) as PoolTypeName[];
  return {
    pools: types.map((type) => {
      const { formats, volumeFormats } = poolTypeOf(type);
      return {
        type,
        supported: supported.includes(type),
        ...(formats === undefined ? {} : { poolOptions: optionsOf("sourceFormatType", formats) }),
        ...(volumeFormats === undefined ? {} : {
          volumeOptions: optionsOf(
            "targetFormatType",
            type === "rbd" ? { ...volumeFormats, known: [] } : volumeFormats,
          ),
        }),
      };
    }),
  };
}

function optionsOf(name: string, { known, default: defaultFormat }: Formats) {
  return { defaultFormat, enum: { name, ...(known.length === 0 ? {} : { values: known }) } };
}
