import {
  isKnown,
  writeCpuParts
} from "./chunk-5KWKTSO6.js";
import {
  XmlWriter,
  onOff,
  yesNo
} from "./chunk-PPW2KBSA.js";

// src/conf/domain_capabilities/since.ts
var DOMAIN_CAPABILITIES_SINCE = {
  "os/firmwareFeatures": 12001e3,
  "os/varstore": 12001e3,
  "cpu/host-model/maxphysaddr": 9003e3,
  "cpu/custom/canonical": 1001e4,
  "cpu/custom/blockers": 1001e4,
  "devices/crypto": 9001e3,
  "devices/interface": 10005e3,
  "devices/panic": 10005e3,
  "devices/console": 11005e3,
  "devices/disk/bus=nvme": 11005e3,
  "devices/graphics/type=rdp": 11001e3,
  "devices/hostdev/iommufd": 12001e3,
  "features/async-teardown": 9006e3,
  "features/ps2": 10007e3,
  "features/tdx": 11006e3,
  "features/hyperv/defaults": 11009e3,
  "features/hyperv/features=emsr_bitmap": 10007e3,
  "features/hyperv/features=xmm_input": 10007e3,
  "features/launchSecurity": 10005e3
};

// src/conf/domain_capabilities/write_supported.ts
function knows(place, options) {
  return isKnown(DOMAIN_CAPABILITIES_SINCE, place, options);
}
function writeSupported(writer, element, options) {
  const { name, place, part, values = [] } = element;
  if (!knows(place, options)) return;
  if (!part.supported) return writer.element(name, {
    supported: "no"
  });
  writer.block(name, {
    supported: yesNo(part.supported)
  }, () => {
    for (const value of values) writer.element("value", {}, value);
    writeEnums(writer, {
      place,
      enums: part.enums
    }, options);
  });
}
function writeEnums(writer, of, options) {
  for (const { name, values } of of.enums) {
    const place = `${of.place}/${name}`;
    if (!knows(place, options)) continue;
    writer.element("enum", {
      name
    }, () => {
      for (const value of values) if (knows(`${place}=${value}`, options)) writer.element("value", {}, value);
    });
  }
}

// src/conf/domain_capabilities/write_cpu.ts
function writeCpu(writer, cpu, options) {
  writer.block("cpu", {}, () => {
    writeMode(writer, {
      name: "host-passthrough",
      part: cpu.hostPassthrough
    }, options);
    if (cpu.maximum !== void 0) writeMode(writer, {
      name: "maximum",
      part: cpu.maximum
    }, options);
    writeHostModel(writer, cpu.hostModel, options);
    writeCustom(writer, cpu.custom, options);
  });
}
function writeMode(writer, mode, options) {
  const { name, part } = mode;
  const attributes = {
    name,
    supported: yesNo(part.supported)
  };
  writer.element("mode", attributes, () => writeEnums(writer, {
    place: `cpu/${name}`,
    enums: part.enums
  }, options));
}
function writeHostModel(writer, cpu, options) {
  if (cpu === void 0) return writer.element("mode", {
    name: "host-model",
    supported: "no"
  });
  const { maxPhysAddr, ...parts } = cpu;
  const withAddress = maxPhysAddr !== void 0 && knows("cpu/host-model/maxphysaddr", options);
  writer.block("mode", {
    name: "host-model",
    supported: "yes"
  }, () => {
    writer.element("model", {
      fallback: cpu.fallback
    }, cpu.model);
    writeCpuParts(writer, withAddress ? {
      ...parts,
      maxPhysAddr
    } : parts);
  });
}
function writeCustom(writer, models, options) {
  if (models === void 0 || models.length === 0) return writer.element("mode", {
    name: "custom",
    supported: "no"
  });
  const withCanonical = knows("cpu/custom/canonical", options);
  const withBlockers = knows("cpu/custom/blockers", options);
  writer.block("mode", {
    name: "custom",
    supported: "yes"
  }, () => {
    for (const { name, usable, deprecated, vendor = "unknown", canonical, blockers } of models) {
      writer.element("model", {
        usable,
        deprecated: yesNo(deprecated),
        vendor,
        canonical: withCanonical ? canonical : void 0
      }, name);
      if (!withBlockers || blockers.length === 0) continue;
      writer.element("blockers", {
        model: name
      }, () => {
        for (const blocker of blockers) writer.element("feature", {
          name: blocker
        });
      });
    }
  });
}

// src/conf/domain_capabilities/features_with_enums.ts
var FEATURES_WITH_ENUMS = [
  "gic",
  "hyperv",
  "launchSecurity"
];

// src/conf/domain_capabilities/write_feature.ts
function writeFeature(writer, feature, options) {
  const { name, supported, enums = [], sev, sgx, hypervDefaults } = feature;
  const place = `features/${name}`;
  if (!knows(place, options)) return;
  const attributes = {
    supported: yesNo(supported)
  };
  if (!supported || !(FEATURES_WITH_ENUMS.includes(name) || sev !== void 0 || sgx !== void 0)) {
    return writer.element(name, attributes);
  }
  writer.block(name, attributes, () => {
    writeEnums(writer, {
      place,
      enums
    }, options);
    if (sev !== void 0) writeSev(writer, sev);
    if (sgx !== void 0) writeSgx(writer, sgx);
    if (hypervDefaults !== void 0 && knows("features/hyperv/defaults", options)) {
      writeHypervDefaults(writer, hypervDefaults);
    }
  });
}
function writeSev(writer, sev) {
  writer.element("cbitpos", {}, sev.cbitpos);
  writer.element("reducedPhysBits", {}, sev.reducedPhysBits);
  if (sev.maxGuests !== void 0) writer.element("maxGuests", {}, sev.maxGuests);
  if (sev.maxEsGuests !== void 0) writer.element("maxESGuests", {}, sev.maxEsGuests);
  if (sev.cpu0Id !== void 0) writer.element("cpu0Id", {}, sev.cpu0Id);
}
function writeSgx(writer, sgx) {
  writer.element("flc", {}, yesNo(sgx.flc));
  writer.element("sgx1", {}, yesNo(sgx.sgx1));
  writer.element("sgx2", {}, yesNo(sgx.sgx2));
  writer.element("section_size", {
    unit: "KiB"
  }, sgx.sectionSizeKiB);
  writer.unlessEmpty("sections", {}, () => {
    for (const { node, sizeKiB } of sgx.sections) writer.element("section", {
      node,
      size: sizeKiB,
      unit: "KiB"
    });
  });
}
function writeHypervDefaults(writer, defaults) {
  const rows = {
    spinlocks: defaults.spinlocks,
    stimer_direct: onOff(defaults.stimerDirect),
    tlbflush_direct: onOff(defaults.tlbflushDirect),
    tlbflush_extended: onOff(defaults.tlbflushExtended),
    vendor_id: defaults.vendorId
  };
  writer.element("defaults", {}, () => {
    for (const [name, value] of Object.entries(rows)) if (value !== void 0) writer.element(name, {}, value);
  });
}

// src/conf/domain_capabilities/format_domain_capabilities.ts
function formatDomainCapabilities(document, options = {}) {
  const writer = new XmlWriter();
  writer.block("domainCapabilities", {}, () => {
    const { path, domain, machine, arch, vcpuMax, iothreads, os, memoryBacking } = document;
    if (path !== void 0) writer.element("path", {}, path);
    writer.element("domain", {}, domain);
    if (machine !== void 0) writer.element("machine", {}, machine);
    writer.element("arch", {}, arch);
    if (vcpuMax !== void 0) writer.element("vcpu", {
      max: vcpuMax
    });
    if (iothreads !== void 0) writer.element("iothreads", {
      supported: yesNo(iothreads)
    });
    if (os !== void 0) writeOs(writer, os, options);
    writeCpu(writer, document.cpu, options);
    if (memoryBacking !== void 0) {
      writeSupported(writer, {
        name: "memoryBacking",
        place: "memoryBacking",
        part: memoryBacking
      }, options);
    }
    writer.block("devices", {}, () => {
      for (const device of document.devices) {
        writeSupported(writer, {
          name: device.name,
          place: `devices/${device.name}`,
          part: device
        }, options);
      }
    });
    writer.unlessEmpty("features", {}, () => {
      for (const feature of document.features) writeFeature(writer, feature, options);
    });
  });
  return writer.toString();
}
function writeOs(writer, os, options) {
  if (!os.supported) return writer.element("os", {
    supported: "no"
  });
  const { firmwareFeatures, loader, varstore } = os;
  writer.block("os", {
    supported: "yes"
  }, () => {
    writeEnums(writer, {
      place: "os",
      enums: os.enums
    }, options);
    if (firmwareFeatures !== void 0) {
      const place = "os/firmwareFeatures";
      writeSupported(writer, {
        name: "firmwareFeatures",
        place,
        part: firmwareFeatures
      }, options);
    }
    if (loader !== void 0) {
      writeSupported(writer, {
        name: "loader",
        place: "os/loader",
        part: loader,
        values: loader.values
      }, options);
    }
    if (varstore !== void 0 && knows("os/varstore", options)) {
      writer.element("varstore", {
        supported: yesNo(varstore)
      });
    }
  });
}

export {
  formatDomainCapabilities
};
