/**
 * The JSON form of the host's `<capabilities>`, as JSON Schema.
 *
 * @module
 */

import { cpuPartSchemas } from "../cpu/json_schema.ts";
import { BOOLEAN, INTEGER, type JsonSchema, listOf, oneOf, shape, TEXT } from "../json_schema.ts";

/** Schema of a `CapabilitiesDocument`. */
export function capabilitiesSchema(): JsonSchema {
  return shape(
    { host: host(), guests: listOf(guest()), "storagePoolTypes?": listOf(TEXT) },
    "What this host is, and which guests it can run",
  );
}

function quantity(): JsonSchema {
  return shape({ value: INTEGER, unit: TEXT });
}

function host(): JsonSchema {
  return shape({
    "uuid?": TEXT,
    "cpu?": hostCpu(),
    "powerManagement?": listOf(oneOf("suspend_mem", "suspend_disk", "suspend_hybrid")),
    "iommu?": BOOLEAN,
    "migration?": shape({ live: BOOLEAN, uriTransports: listOf(TEXT) }),
    "netPrefix?": TEXT,
    "topology?": topology(),
    "cache?": shape({ banks: listOf(cacheBank()), "monitor?": monitor() }),
    "memoryBandwidth?": shape({
      nodes: listOf(shape({
        id: INTEGER,
        cpus: TEXT,
        controls: listOf(shape({ granularity: INTEGER, "min?": INTEGER, maxAllocs: INTEGER })),
      })),
      "monitor?": monitor(),
    }),
    securityModels: listOf(shape({
      model: TEXT,
      doi: TEXT,
      baseLabels: listOf(shape({ type: TEXT, label: TEXT })),
    })),
  });
}

function hostCpu(): JsonSchema {
  const { features, maxPhysAddr, topology, signature, counter } = cpuPartSchemas();
  return shape({
    arch: TEXT,
    "flags?": listOf(TEXT),
    "model?": TEXT,
    "vendor?": TEXT,
    "microcode?": INTEGER,
    "signature?": signature,
    "counter?": counter,
    "topology?": topology,
    "maxPhysAddr?": maxPhysAddr,
    features,
    pages: listOf(quantity(), "Page sizes"),
  });
}

function topology(): JsonSchema {
  return shape({
    cells: listOf(shape({
      id: INTEGER,
      "memory?": quantity(),
      pages: listOf(shape({ size: quantity(), count: INTEGER })),
      distances: listOf(shape({ id: INTEGER, value: INTEGER })),
      "caches?": listOf(shape({
        level: INTEGER,
        "associativity?": oneOf("none", "direct", "full"),
        "policy?": oneOf("none", "writeback", "writethrough"),
        size: quantity(),
        "line?": quantity(),
      })),
      cpus: listOf(shape({
        id: INTEGER,
        "socketId?": INTEGER,
        "dieId?": INTEGER,
        "clusterId?": INTEGER,
        "coreId?": INTEGER,
        "siblings?": TEXT,
      })),
    })),
    "interconnects?": listOf(shape({
      kind: oneOf("latency", "bandwidth"),
      initiator: INTEGER,
      target: INTEGER,
      "cache?": INTEGER,
      type: oneOf("access", "read", "write"),
      value: INTEGER,
      "unit?": TEXT,
    })),
  });
}

function cacheBank(): JsonSchema {
  const type = oneOf("both", "code", "data");
  return shape({
    id: INTEGER,
    level: INTEGER,
    type,
    size: quantity(),
    cpus: TEXT,
    controls: listOf(shape({ granularity: quantity(), "min?": INTEGER, type, maxAllocs: INTEGER })),
  });
}

function monitor(): JsonSchema {
  return shape({ "level?": INTEGER, "reuseThreshold?": INTEGER, maxMonitors: INTEGER, features: listOf(TEXT) });
}

function guest(): JsonSchema {
  const machines = listOf(shape({ name: TEXT, "canonical?": TEXT, "maxCpus?": INTEGER, "deprecated?": BOOLEAN }));
  const domain = shape({ type: TEXT, "emulator?": TEXT, "loader?": TEXT, machines });
  return shape({
    osType: TEXT,
    arch: shape({
      name: TEXT,
      wordSize: INTEGER,
      "emulator?": TEXT,
      "loader?": TEXT,
      machines,
      domains: listOf(domain),
    }),
    features: listOf(shape({ name: TEXT, "default?": BOOLEAN, "toggle?": BOOLEAN })),
  });
}
