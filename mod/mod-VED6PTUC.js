import {
  BOOLEAN,
  INTEGER,
  TEXT,
  listOf,
  oneOf,
  shape
} from "./chunk-6S2T734L.js";
import "./chunk-SC5ASBGQ.js";

// src/conf/cpu/json_schema.ts
function cpuPartSchemas() {
  return {
    features: listOf(shape({
      name: TEXT,
      "policy?": oneOf("force", "require", "optional", "disable", "forbid")
    })),
    maxPhysAddr: shape({
      mode: oneOf("emulate", "passthrough"),
      "bits?": INTEGER,
      "limit?": INTEGER
    }),
    topology: shape({
      sockets: INTEGER,
      "dies?": INTEGER,
      "clusters?": INTEGER,
      cores: INTEGER,
      threads: INTEGER
    }),
    signature: shape({
      family: INTEGER,
      model: INTEGER,
      stepping: INTEGER
    }),
    counter: shape({
      name: oneOf("tsc"),
      frequency: INTEGER,
      "scaling?": BOOLEAN
    }, "Frequency in Hz")
  };
}

// src/conf/capabilities/json_schema.ts
function capabilitiesSchema() {
  return shape({
    host: host(),
    guests: listOf(guest()),
    "storagePoolTypes?": listOf(TEXT)
  }, "What this host is, and which guests it can run");
}
function quantity() {
  return shape({
    value: INTEGER,
    unit: TEXT
  });
}
function host() {
  return shape({
    "uuid?": TEXT,
    "cpu?": hostCpu(),
    "powerManagement?": listOf(oneOf("suspend_mem", "suspend_disk", "suspend_hybrid")),
    "iommu?": BOOLEAN,
    "migration?": shape({
      live: BOOLEAN,
      uriTransports: listOf(TEXT)
    }),
    "netPrefix?": TEXT,
    "topology?": topology(),
    "cache?": shape({
      banks: listOf(cacheBank()),
      "monitor?": monitor()
    }),
    "memoryBandwidth?": shape({
      nodes: listOf(shape({
        id: INTEGER,
        cpus: TEXT,
        controls: listOf(shape({
          granularity: INTEGER,
          "min?": INTEGER,
          maxAllocs: INTEGER
        }))
      })),
      "monitor?": monitor()
    }),
    securityModels: listOf(shape({
      model: TEXT,
      doi: TEXT,
      baseLabels: listOf(shape({
        type: TEXT,
        label: TEXT
      }))
    }))
  });
}
function hostCpu() {
  const { features, maxPhysAddr, topology: topology2, signature, counter } = cpuPartSchemas();
  return shape({
    arch: TEXT,
    "flags?": listOf(TEXT),
    "model?": TEXT,
    "vendor?": TEXT,
    "microcode?": INTEGER,
    "signature?": signature,
    "counter?": counter,
    "topology?": topology2,
    "maxPhysAddr?": maxPhysAddr,
    features,
    pages: listOf(quantity(), "Page sizes")
  });
}
function topology() {
  return shape({
    cells: listOf(shape({
      id: INTEGER,
      "memory?": quantity(),
      pages: listOf(shape({
        size: quantity(),
        count: INTEGER
      })),
      distances: listOf(shape({
        id: INTEGER,
        value: INTEGER
      })),
      "caches?": listOf(shape({
        level: INTEGER,
        "associativity?": oneOf("none", "direct", "full"),
        "policy?": oneOf("none", "writeback", "writethrough"),
        size: quantity(),
        "line?": quantity()
      })),
      cpus: listOf(shape({
        id: INTEGER,
        "socketId?": INTEGER,
        "dieId?": INTEGER,
        "clusterId?": INTEGER,
        "coreId?": INTEGER,
        "siblings?": TEXT
      }))
    })),
    "interconnects?": listOf(shape({
      kind: oneOf("latency", "bandwidth"),
      initiator: INTEGER,
      target: INTEGER,
      "cache?": INTEGER,
      type: oneOf("access", "read", "write"),
      value: INTEGER,
      "unit?": TEXT
    }))
  });
}
function cacheBank() {
  const type = oneOf("both", "code", "data");
  return shape({
    id: INTEGER,
    level: INTEGER,
    type,
    size: quantity(),
    cpus: TEXT,
    controls: listOf(shape({
      granularity: quantity(),
      "min?": INTEGER,
      type,
      maxAllocs: INTEGER
    }))
  });
}
function monitor() {
  return shape({
    "level?": INTEGER,
    "reuseThreshold?": INTEGER,
    maxMonitors: INTEGER,
    features: listOf(TEXT)
  });
}
function guest() {
  const machines = listOf(shape({
    name: TEXT,
    "canonical?": TEXT,
    "maxCpus?": INTEGER,
    "deprecated?": BOOLEAN
  }));
  const domain = shape({
    type: TEXT,
    "emulator?": TEXT,
    "loader?": TEXT,
    machines
  });
  return shape({
    osType: TEXT,
    arch: shape({
      name: TEXT,
      wordSize: INTEGER,
      "emulator?": TEXT,
      "loader?": TEXT,
      machines,
      domains: listOf(domain)
    }),
    features: listOf(shape({
      name: TEXT,
      "default?": BOOLEAN,
      "toggle?": BOOLEAN
    }))
  });
}

// src/conf/domain_capabilities/json_schema.ts
function domainCapabilitiesSchema() {
  return shape({
    "path?": {
      type: "string",
      description: "The emulator"
    },
    domain: {
      type: "string",
      description: "Virtualisation type: kvm, qemu, \u2026"
    },
    "machine?": TEXT,
    arch: TEXT,
    "vcpuMax?": INTEGER,
    "iothreads?": BOOLEAN,
    "os?": shape({
      ...supported(),
      "firmwareFeatures?": shape(supported()),
      "loader?": shape({
        ...supported(),
        values: listOf(TEXT, "Firmware files")
      }),
      "varstore?": BOOLEAN
    }),
    cpu: cpu(),
    "memoryBacking?": shape(supported()),
    devices: listOf(shape({
      name: TEXT,
      ...supported()
    })),
    features: listOf(feature())
  }, "What a guest of one emulator, machine type and virtualisation type can have");
}
function enums() {
  return listOf(shape({
    name: TEXT,
    values: listOf(TEXT)
  }));
}
function supported() {
  return {
    supported: BOOLEAN,
    enums: enums()
  };
}
function cpu() {
  const { features, maxPhysAddr } = cpuPartSchemas();
  return shape({
    hostPassthrough: shape(supported()),
    "maximum?": shape(supported()),
    "hostModel?": shape({
      model: TEXT,
      fallback: oneOf("allow", "forbid"),
      "vendor?": TEXT,
      "maxPhysAddr?": maxPhysAddr,
      features
    }),
    "custom?": listOf(shape({
      name: TEXT,
      usable: oneOf("yes", "no", "unknown"),
      "vendor?": TEXT,
      "deprecated?": BOOLEAN,
      "canonical?": TEXT,
      blockers: listOf(TEXT)
    }))
  });
}
function feature() {
  return shape({
    name: TEXT,
    supported: BOOLEAN,
    "enums?": enums(),
    "sev?": shape({
      cbitpos: INTEGER,
      reducedPhysBits: INTEGER,
      "maxGuests?": INTEGER,
      "maxEsGuests?": INTEGER,
      "cpu0Id?": TEXT
    }),
    "sgx?": shape({
      flc: BOOLEAN,
      sgx1: BOOLEAN,
      sgx2: BOOLEAN,
      sectionSizeKiB: INTEGER,
      sections: listOf(shape({
        node: INTEGER,
        sizeKiB: INTEGER
      }))
    }),
    "hypervDefaults?": shape({
      "spinlocks?": INTEGER,
      "stimerDirect?": BOOLEAN,
      "tlbflushDirect?": BOOLEAN,
      "tlbflushExtended?": BOOLEAN,
      "vendorId?": TEXT
    })
  });
}

// src/http/schemas/emulator_list.ts
var TIME = {
  type: "string",
  format: "date-time"
};
function emulatorListSchema() {
  const list = shape({
    uri: {
      ...TEXT,
      description: "The hypervisor"
    },
    state: {
      ...oneOf("probing", "ready"),
      description: "`probing` while a probe runs"
    },
    "problem?": {
      ...TEXT,
      description: "Why the last look could not be finished"
    }
  });
  return {
    ...list,
    properties: {
      ...list.properties,
      checkedAt: {
        ...TIME,
        description: "End of the last look"
      },
      emulators: {
        type: "array",
        items: emulatorSchema()
      }
    },
    required: [
      ...list.required ?? [],
      "emulators"
    ]
  };
}
function emulatorSchema() {
  const emulator = shape({
    path: {
      ...TEXT,
      description: "Absolute path of the binary"
    },
    state: {
      ...oneOf("unprobed", "probing", "ready", "failed"),
      description: "`probing`: no answer yet. `failed`: it is tried again at `retryAt`"
    },
    "arch?": {
      ...TEXT,
      description: "Guest architecture"
    },
    "version?": TEXT,
    "package?": TEXT,
    "accelerators?": listOf(TEXT),
    "machineCount?": INTEGER,
    "cached?": {
      ...BOOLEAN,
      description: "Whether the answer came from the cache"
    },
    "reason?": {
      ...TEXT,
      description: "Why it was last probed: `new`, `binary-ctime`, \u2026"
    },
    "partial?": {
      ...BOOLEAN,
      description: "Whether a step failed and the rest was kept"
    },
    "problems?": listOf(shape({
      step: TEXT,
      message: TEXT
    })),
    "error?": shape({
      step: TEXT,
      message: TEXT,
      "stderr?": TEXT
    })
  });
  const properties = {
    ...emulator.properties,
    durationMs: {
      type: "number",
      description: "Milliseconds the probe took"
    },
    probedAt: TIME,
    retryAt: TIME
  };
  return {
    ...emulator,
    properties
  };
}

// src/http/schemas/mod.ts
function namedSchemas() {
  return {
    Capabilities: capabilitiesSchema(),
    DomainCapabilities: domainCapabilitiesSchema(),
    EmulatorList: emulatorListSchema(),
    DriverList: driverListSchema(),
    Problem: problemSchema()
  };
}
function driverListSchema() {
  const detection = shape({
    state: oneOf("absent", "unhealthy", "healthy"),
    "reason?": TEXT,
    "hint?": {
      ...TEXT,
      description: "What to do about it"
    },
    "version?": TEXT,
    "detail?": TEXT
  });
  const driver = shape({
    id: TEXT,
    title: TEXT,
    reach: oneOf("local", "remote"),
    uriSchemes: listOf(TEXT),
    "uri?": {
      ...TEXT,
      description: "Where it is watched here"
    },
    detection
  });
  return shape({
    drivers: listOf(driver)
  });
}
function problemSchema() {
  const problem = shape({
    type: TEXT,
    title: TEXT,
    status: INTEGER,
    detail: TEXT,
    "code?": {
      ...TEXT,
      description: "libvirt's name of the error"
    },
    "number?": {
      ...INTEGER,
      description: "libvirt's number of the error"
    },
    "domain?": {
      ...TEXT,
      description: "libvirt's name for the part it comes from"
    },
    "step?": {
      ...TEXT,
      description: "What was being done"
    },
    "hint?": {
      ...TEXT,
      description: "What to do next"
    }
  }, "RFC 9457 problem details");
  return {
    ...problem,
    additionalProperties: true
  };
}
export {
  namedSchemas
};
