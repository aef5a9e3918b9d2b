/**
 * The JSON form of `<domainCapabilities>`, as JSON Schema.
 *
 * @module
 */

import { cpuPartSchemas } from "../cpu/json_schema.ts";
import { BOOLEAN, INTEGER, type JsonSchema, listOf, oneOf, shape, TEXT } from "../json_schema.ts";

/** Schema of a `DomainCapabilitiesDocument`. */
export function domainCapabilitiesSchema(): JsonSchema {
  return shape({
    "path?": { type: "string", description: "The emulator" },
    domain: { type: "string", description: "Virtualisation type: kvm, qemu, …" },
    "machine?": TEXT,
    arch: TEXT,
    "vcpuMax?": INTEGER,
    "iothreads?": BOOLEAN,
    "os?": shape({
      ...supported(),
      "firmwareFeatures?": shape(supported()),
      "loader?": shape({ ...supported(), values: listOf(TEXT, "Firmware files") }),
      "varstore?": BOOLEAN,
    }),
    cpu: cpu(),
    "memoryBacking?": shape(supported()),
    devices: listOf(shape({ name: TEXT, ...supported() })),
    features: listOf(feature()),
  }, "What a guest of one emulator, machine type and virtualisation type can have");
}

function enums(): JsonSchema {
  return listOf(shape({ name: TEXT, values: listOf(TEXT) }));
}

function supported(): Record<string, JsonSchema> {
  return { supported: BOOLEAN, enums: enums() };
}

function cpu(): JsonSchema {
  const { features, maxPhysAddr } = cpuPartSchemas();
  return shape({
    hostPassthrough: shape(supported()),
    "maximum?": shape(supported()),
    "hostModel?": shape({
      model: TEXT,
      fallback: oneOf("allow", "forbid"),
      "vendor?": TEXT,
      "maxPhysAddr?": maxPhysAddr,
      features,
    }),
    "custom?": listOf(shape({
      name: TEXT,
      usable: oneOf("yes", "no", "unknown"),
      "vendor?": TEXT,
      "deprecated?": BOOLEAN,
      "canonical?": TEXT,
      blockers: listOf(TEXT),
    })),
  });
}

function feature(): JsonSchema {
  return shape({
    name: TEXT,
    supported: BOOLEAN,
    "enums?": enums(),
    "sev?": shape({
      cbitpos: INTEGER,
      reducedPhysBits: INTEGER,
      "maxGuests?": INTEGER,
      "maxEsGuests?": INTEGER,
      "cpu0Id?": TEXT,
    }),
    "sgx?": shape({
      flc: BOOLEAN,
      sgx1: BOOLEAN,
      sgx2: BOOLEAN,
      sectionSizeKiB: INTEGER,
      sections: listOf(shape({ node: INTEGER, sizeKiB: INTEGER })),
    }),
    "hypervDefaults?": shape({
      "spinlocks?": INTEGER,
      "stimerDirect?": BOOLEAN,
      "tlbflushDirect?": BOOLEAN,
      "tlbflushExtended?": BOOLEAN,
      "vendorId?": TEXT,
    }),
  });
}
