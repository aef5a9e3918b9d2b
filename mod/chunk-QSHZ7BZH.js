import {
  isKnown,
  writeCpuParts
} from "./chunk-5KWKTSO6.js";
import {
  XmlWriter,
  onOff,
  yesNo
} from "./chunk-PPW2KBSA.js";

// src/conf/capabilities/since.ts
var CAPABILITIES_SINCE = {
  "host/cpu/maxphysaddr/limit": 9003e3,
  "host/cpu/topology/clusters": 10001e3,
  "host/topology/cells/cell/cpus/cpu/cluster_id": 10001e3,
  "guest/arch/domain/machine/deprecated": 10001e3,
  "guest/features/externalSnapshot": 9009e3
};

// src/conf/capabilities/write_guest.ts
function writeGuest(writer, guest, options) {
  const { osType, arch, features } = guest;
  const withDeprecated = isKnown(CAPABILITIES_SINCE, "guest/arch/domain/machine/deprecated", options);
  writer.block("guest", {}, () => {
    writer.element("os_type", {}, osType);
    writer.block("arch", {
      name: arch.name
    }, () => {
      writer.element("wordsize", {}, arch.wordSize);
      if (arch.emulator !== void 0) writer.element("emulator", {}, arch.emulator);
      if (arch.loader !== void 0) writer.element("loader", {}, arch.loader);
      for (const machine of arch.machines) writeMachine(writer, machine);
      for (const domain of arch.domains) writeDomain(writer, domain, withDeprecated);
    });
    writer.unlessEmpty("features", {}, () => {
      for (const { name, default: on, toggle } of features) {
        if (!isKnown(CAPABILITIES_SINCE, `guest/features/${name}`, options)) continue;
        writer.element(name, {
          default: onOff(on),
          toggle: yesNo(toggle)
        });
      }
    });
  });
}
function writeDomain(writer, domain, withDeprecated) {
  const { type, emulator, loader, machines } = domain;
  writer.element("domain", {
    type
  }, () => {
    if (emulator !== void 0) writer.element("emulator", {}, emulator);
    if (loader !== void 0) writer.element("loader", {}, loader);
    for (const { deprecated, ...machine } of machines) {
      writeMachine(writer, withDeprecated && deprecated !== void 0 ? {
        ...machine,
        deprecated
      } : machine);
    }
  });
}
function writeMachine(writer, machine) {
  const { name, canonical, maxCpus, deprecated } = machine;
  writer.element("machine", {
    canonical,
    maxCpus,
    deprecated: yesNo(deprecated)
  }, name);
}

// src/conf/capabilities/write_resources.ts
function writeCache(writer, cache) {
  writer.unlessEmpty("cache", {}, () => {
    for (const bank of cache.banks) writeBank(writer, bank);
    if (cache.monitor !== void 0) writeMonitor(writer, cache.monitor);
  });
}
function writeMemoryBandwidth(writer, bandwidth) {
  writer.unlessEmpty("memory_bandwidth", {}, () => {
    for (const { id, cpus, controls } of bandwidth.nodes) {
      writer.element("node", {
        id,
        cpus
      }, () => {
        for (const { granularity, min, maxAllocs } of controls) {
          writer.element("control", {
            granularity,
            min,
            maxAllocs
          });
        }
      });
    }
    if (bandwidth.monitor !== void 0) writeMonitor(writer, bandwidth.monitor);
  });
}
function writeBank(writer, bank) {
  const { id, level, type, size, cpus } = bank;
  writer.element("bank", {
    id,
    level,
    type,
    size: size.value,
    unit: size.unit,
    cpus
  }, () => {
    for (const { granularity, min, type: type2, maxAllocs } of bank.controls) {
      writer.element("control", {
        granularity: granularity.value,
        min,
        unit: granularity.unit,
        type: type2,
        maxAllocs
      });
    }
  });
}
function writeMonitor(writer, monitor) {
  const { level, reuseThreshold, maxMonitors, features } = monitor;
  if (features.length === 0) return;
  writer.block("monitor", {
    level,
    reuseThreshold,
    maxMonitors
  }, () => {
    for (const name of features) writer.element("feature", {
      name
    });
  });
}

// src/conf/capabilities/write_topology.ts
function writeTopology(writer, topology, options) {
  const { cells, interconnects } = topology;
  writer.block("topology", {}, () => {
    writer.block("cells", {
      num: cells.length
    }, () => {
      for (const cell of cells) writeCell(writer, cell, options);
    });
    if (interconnects === void 0) return;
    writer.unlessEmpty("interconnects", {}, () => {
      for (const each of interconnects) writeInterconnect(writer, each);
    });
  });
}
function writeCell(writer, cell, options) {
  const { id, memory, pages, distances, caches = [], cpus } = cell;
  const withClusters = isKnown(CAPABILITIES_SINCE, "host/topology/cells/cell/cpus/cpu/cluster_id", options);
  writer.block("cell", {
    id
  }, () => {
    if (memory !== void 0) writer.element("memory", {
      unit: memory.unit
    }, memory.value);
    for (const { size, count } of pages) writer.element("pages", {
      unit: size.unit,
      size: size.value
    }, count);
    writer.unlessEmpty("distances", {}, () => {
      for (const distance of distances) writer.element("sibling", {
        id: distance.id,
        value: distance.value
      });
    });
    for (const cache of caches) writeMemorySideCache(writer, cache);
    writer.element("cpus", {
      num: cpus.length
    }, () => {
      for (const cpu of cpus) writeCellCpu(writer, cpu, withClusters);
    });
  });
}
function writeMemorySideCache(writer, cache) {
  const { level, associativity, policy, size, line } = cache;
  writer.block("cache", {
    level,
    associativity,
    policy
  }, () => {
    writer.element("size", {
      value: size.value,
      unit: size.unit
    });
    if (line !== void 0) writer.element("line", {
      value: line.value,
      unit: line.unit
    });
  });
}
function writeCellCpu(writer, cpu, withClusters) {
  writer.element("cpu", {
    id: cpu.id,
    socket_id: cpu.socketId,
    die_id: cpu.dieId,
    cluster_id: withClusters ? cpu.clusterId : void 0,
    core_id: cpu.coreId,
    siblings: cpu.siblings
  });
}
function writeInterconnect(writer, interconnect) {
  const { kind, initiator, target, cache, type, value, unit } = interconnect;
  writer.element(kind, {
    initiator,
    target,
    cache,
    type,
    value,
    unit
  });
}

// src/conf/capabilities/format_capabilities.ts
function formatCapabilities(document, options = {}) {
  const writer = new XmlWriter();
  const { host, guests, storagePoolTypes } = document;
  writer.block("capabilities", {}, () => {
    writer.blankLine();
    writer.block("host", {}, () => writeHost(writer, host, options));
    writer.blankLine();
    for (const guest of guests) {
      writeGuest(writer, guest, options);
      writer.blankLine();
    }
    if (storagePoolTypes === void 0) return;
    writer.block("pool", {}, () => {
      writer.block("enum", {
        name: "type"
      }, () => {
        for (const type of storagePoolTypes) writer.element("value", {}, type);
      });
    });
    writer.blankLine();
  });
  return writer.toString();
}
function writeHost(writer, host, options) {
  const { uuid, cpu, powerManagement, iommu, migration, netPrefix, topology, cache, memoryBandwidth } = host;
  if (uuid !== void 0) writer.element("uuid", {}, uuid);
  if (cpu !== void 0) writer.block("cpu", {}, () => writeHostCpu(writer, cpu, options));
  if (powerManagement !== void 0) {
    writer.element("power_management", {}, () => {
      for (const target of powerManagement) writer.element(target);
    });
  }
  if (iommu !== void 0) writer.element("iommu", {
    support: yesNo(iommu)
  });
  if (migration !== void 0) writeMigration(writer, migration);
  if (netPrefix !== void 0) writer.element("netprefix", {}, netPrefix);
  if (topology !== void 0) writeTopology(writer, topology, options);
  if (cache !== void 0) writeCache(writer, cache);
  if (memoryBandwidth !== void 0) writeMemoryBandwidth(writer, memoryBandwidth);
  for (const model of host.securityModels) writeSecurityModel(writer, model);
}
function writeHostCpu(writer, cpu, options) {
  const { arch, flags, model, pages } = cpu;
  writer.element("arch", {}, arch);
  if (flags !== void 0) {
    writer.block("features", {}, () => {
      for (const flag of flags) writer.element(flag);
    });
  }
  if (model !== void 0) writer.element("model", {}, model);
  writeCpuParts(writer, cpu, {
    withoutClusters: !isKnown(CAPABILITIES_SINCE, "host/cpu/topology/clusters", options),
    withoutLimit: !isKnown(CAPABILITIES_SINCE, "host/cpu/maxphysaddr/limit", options)
  });
  for (const { unit, value } of pages) writer.element("pages", {
    unit,
    size: value
  });
}
function writeMigration(writer, migration) {
  writer.block("migration_features", {}, () => {
    if (migration.live) writer.element("live");
    writer.unlessEmpty("uri_transports", {}, () => {
      for (const transport of migration.uriTransports) writer.element("uri_transport", {}, transport);
    });
  });
}
function writeSecurityModel(writer, security) {
  const { model, doi, baseLabels } = security;
  writer.block("secmodel", {}, () => {
    writer.text("model", model);
    writer.text("doi", doi);
    for (const { type, label } of baseLabels) writer.element("baselabel", {
      type
    }, label);
  });
}

export {
  formatCapabilities
};
