import {
  yesNo
} from "./chunk-PPW2KBSA.js";

// src/conf/cpu/write_cpu_parts.ts
function writeCpuParts(writer, parts, options = {}) {
  const { vendor, microcode, signature, counter, topology, cache, maxPhysAddr } = parts;
  if (vendor !== void 0) writer.element("vendor", {}, vendor);
  if (microcode !== void 0) writer.element("microcode", {
    version: microcode
  });
  if (signature !== void 0) {
    const { family, model, stepping } = signature;
    writer.element("signature", {
      family,
      model,
      stepping
    });
  }
  if (counter !== void 0) {
    const { name, frequency, scaling } = counter;
    writer.element("counter", {
      name,
      frequency,
      scaling: yesNo(scaling)
    });
  }
  if (topology !== void 0) {
    const { sockets, dies, cores, threads } = topology;
    const clusters = options.withoutClusters === true ? void 0 : topology.clusters;
    writer.element("topology", {
      sockets,
      dies,
      clusters,
      cores,
      threads
    });
  }
  if (cache !== void 0) writer.element("cache", {
    level: cache.level,
    mode: cache.mode
  });
  if (maxPhysAddr !== void 0) {
    const { mode, bits } = maxPhysAddr;
    writer.element("maxphysaddr", {
      mode,
      bits,
      limit: options.withoutLimit === true ? void 0 : maxPhysAddr.limit
    });
  }
  for (const { policy, name } of parts.features) writer.element("feature", {
    policy,
    name
  });
}

// src/conf/level.ts
function isKnown(table, place, options) {
  const since = table[place];
  return since === void 0 || options.level === void 0 || since <= options.level;
}

export {
  writeCpuParts,
  isKnown
};
