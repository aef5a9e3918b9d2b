/**
 * The JSON form of CPUs, as JSON Schema.
 *
 * @module
 */

import { BOOLEAN, INTEGER, type JsonSchema, listOf, oneOf, shape, TEXT } from "../json_schema.ts";

/** Schemas of the parts that host CPUs and guest CPUs share, by property name. */
export function cpuPartSchemas(): Readonly<
  Record<"features" | "maxPhysAddr" | "topology" | "signature" | "counter", JsonSchema>
> {
  return {
    features: listOf(shape({ name: TEXT, "policy?": oneOf("force", "require", "optional", "disable", "forbid") })),
    maxPhysAddr: shape({ mode: oneOf("emulate", "passthrough"), "bits?": INTEGER, "limit?": INTEGER }),
    topology: shape({ sockets: INTEGER, "dies?": INTEGER, "clusters?": INTEGER, cores: INTEGER, threads: INTEGER }),
    signature: shape({ family: INTEGER, model: INTEGER, stepping: INTEGER }),
    counter: shape({ name: oneOf("tsc"), frequency: INTEGER, "scaling?": BOOLEAN }, "Frequency in Hz"),
  };
}

/** Schema of a `CpuDocument`. */
export function cpuSchema(): JsonSchema {
  const { features, maxPhysAddr, topology, signature, counter } = cpuPartSchemas();
  return shape({
    "mode?": oneOf("custom", "host-model", "host-passthrough", "maximum"),
    "match?": oneOf("minimum", "exact", "strict"),
    "check?": oneOf("none", "partial", "full"),
    "migratable?": BOOLEAN,
    "arch?": TEXT,
    "model?": shape({ "name?": TEXT, "fallback?": oneOf("allow", "forbid"), "vendorId?": TEXT }),
    "vendor?": TEXT,
    "microcode?": INTEGER,
    "signature?": signature,
    "counter?": counter,
    "topology?": topology,
    "cache?": shape({ "level?": INTEGER, mode: oneOf("emulate", "passthrough", "disable") }),
    "maxPhysAddr?": maxPhysAddr,
    features,
  });
}
