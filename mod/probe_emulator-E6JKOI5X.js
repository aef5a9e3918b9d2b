import {
  MalformedReplyError,
  archOfTarget,
  fieldFlag,
  fieldText,
  isRecord,
  isText,
  parseTarget,
  parseVersion,
  readRecord,
  readRecords,
  readTexts,
  requireCount,
  requireText
} from "./chunk-HQZ27YEO.js";
import "./chunk-SC5ASBGQ.js";

// src/wire/qmp/session.ts
var QmpError = class extends Error {
  /** QEMU's error class: `GenericError`, `CommandNotFound`, … */
  errorClass;
  /** The command that was refused. */
  command;
  constructor(command, errorClass, description) {
    super(`QEMU refused "${command}": ${description}`);
    this.name = "QmpError";
    this.command = command;
    this.errorClass = errorClass;
  }
};

// src/drivers/qemu/conversation.ts
var Conversation = class {
  #session;
  #problems = [];
  constructor(session) {
    this.#session = session;
  }
  /** What went wrong so far. */
  get problems() {
    return this.#problems;
  }
  /** Notes a problem that is no answer of QEMU. */
  note(step, message) {
    this.#problems.push({
      step,
      message
    });
  }
  /**
   * Asks, and reads the answer; `undefined` where there is none. Throws only when the session is broken.
   * Questions that are asked without awaiting are pipelined.
   */
  async ask(question, read) {
    let reply;
    try {
      reply = await this.#session.execute(question.command, question.args);
    } catch (error) {
      if (!(error instanceof QmpError)) throw error;
      if (!question.absentWhen?.includes(error.errorClass)) this.note(stepName(question), error.message);
      return void 0;
    }
    return this.read(stepName(question), () => read(reply));
  }
  /** Reads an answer; one that is malformed is noted as a problem of `step`, and is `undefined`. */
  read(step, read) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof MalformedReplyError)) throw error;
      this.note(step, error.message);
      return void 0;
    }
  }
  /** As {@linkcode Conversation.ask}, for what nothing can go on without: every failure is thrown. */
  async require(question, read) {
    return read(await this.#session.execute(question.command, question.args));
  }
};
function stepName({ command, subject }) {
  return subject === void 0 ? command : `${command} ${subject}`;
}

// src/drivers/qemu/flags/by_architecture.ts
var ARCHITECTURE_RULES = [
  {
    flag: "no-hpet",
    architectures: [
      "i686",
      "x86_64"
    ]
  },
  {
    flag: "no-acpi",
    architectures: [
      "i686",
      "x86_64",
      "aarch64"
    ]
  },
  {
    flag: "aes-key-wrap",
    architectures: [
      "s390",
      "s390x"
    ]
  },
  {
    flag: "dea-key-wrap",
    architectures: [
      "s390",
      "s390x"
    ]
  },
  {
    flag: "aarch64-off",
    architectures: [
      "aarch64"
    ]
  },
  {
    flag: "gic-version",
    architectures: [
      "aarch64"
    ]
  },
  {
    flag: "loadparm",
    architectures: [
      "s390",
      "s390x"
    ]
  },
  // The type "esp" is listed by every binary that has its PCI relatives, but only these boards are wired to it.
  {
    flag: "ncr53c90",
    architectures: [
      "sparc",
      "m68k",
      "mips"
    ]
  }
];

// src/drivers/qemu/flags/by_command.ts
var COMMAND_RULES = [
  {
    flag: "vnc",
    command: "query-vnc"
  },
  {
    flag: "rtc-reset-reinjection",
    command: "rtc-reset-reinjection"
  },
  {
    flag: "query-hotpluggable-cpus",
    command: "query-hotpluggable-cpus"
  },
  {
    flag: "query-cpu-model-expansion",
    command: "query-cpu-model-expansion"
  },
  {
    flag: "query-cpu-definitions",
    command: "query-cpu-definitions"
  },
  {
    flag: "query-cpu-model-baseline",
    command: "query-cpu-model-baseline"
  },
  {
    flag: "query-cpu-model-comparison",
    command: "query-cpu-model-comparison"
  },
  {
    flag: "blockdev-reopen",
    command: "blockdev-reopen"
  },
  {
    flag: "block-export-add",
    command: "block-export-add"
  },
  {
    flag: "set-action",
    command: "set-action"
  },
  {
    flag: "query-dirty-rate",
    command: "query-dirty-rate"
  },
  {
    flag: "sev-inject-launch-secret",
    command: "sev-inject-launch-secret"
  },
  {
    flag: "calc-dirty-rate",
    command: "calc-dirty-rate"
  },
  {
    flag: "query-stats",
    command: "query-stats"
  },
  {
    flag: "query-stats-schemas",
    command: "query-stats-schemas"
  },
  // Of later releases of the reference.
  {
    flag: "display-reload",
    command: "display-reload"
  },
  {
    flag: "blockdev-set-active",
    command: "blockdev-set-active"
  },
  {
    flag: "qom-list-get",
    command: "qom-list-get"
  },
  {
    flag: "query-accelerators",
    command: "query-accelerators"
  }
];

// src/drivers/qemu/flags/by_command_line.ts
var COMMAND_LINE_RULES = [
  {
    flag: "spice",
    option: "spice"
  },
  {
    flag: "seccomp-sandbox",
    option: "sandbox"
  },
  {
    flag: "spice-gl",
    option: "spice",
    parameter: "gl"
  },
  {
    flag: "spice-rendernode",
    option: "spice",
    parameter: "rendernode"
  },
  {
    flag: "fsdev.multidevs",
    option: "fsdev",
    parameter: "multidevs"
  },
  {
    flag: "vnc-power-control",
    option: "vnc",
    parameter: "power-control"
  },
  {
    flag: "machine-hpet",
    option: "machine",
    parameter: "hpet"
  },
  // Of later releases of the reference.
  {
    flag: "run-with.async-teardown",
    option: "run-with",
    parameter: "async-teardown"
  }
];

// src/drivers/qemu/flags/by_device_property.ts
var DEVICE_PROPERTY_RULES = [
  {
    flag: "virtio-blk-pci.scsi",
    property: "scsi",
    types: [
      "virtio-blk-pci",
      "virtio-blk-ccw"
    ]
  },
  {
    flag: "scsi-disk.channel",
    property: "channel",
    types: [
      "scsi-hd"
    ]
  },
  {
    flag: "disable-s3",
    property: "disable_s3",
    types: [
      "PIIX4_PM"
    ]
  },
  {
    flag: "disable-s4",
    property: "disable_s4",
    types: [
      "PIIX4_PM"
    ]
  },
  {
    flag: "usb-redir.filter",
    property: "filter",
    types: [
      "usb-redir"
    ]
  },
  {
    flag: "ide-drive.wwn",
    property: "wwn",
    types: [
      "ide-hd"
    ]
  },
  {
    flag: "scsi-disk.wwn",
    property: "wwn",
    types: [
      "scsi-hd"
    ]
  },
  {
    flag: "usb-storage.removable",
    property: "removable",
    types: [
      "usb-storage"
    ]
  },
  {
    flag: "kvm-pit-lost-tick-policy",
    property: "lost_tick_policy",
    types: [
      "kvm-pit"
    ]
  },
  {
    flag: "VGA.vgamem_mb",
    property: "vgamem_mb",
    types: [
      "VGA"
    ]
  },
  {
    flag: "vmware-svga.vgamem_mb",
    property: "vgamem_mb",
    types: [
      "vmware-svga"
    ]
  },
  {
    flag: "qxl.vgamem_mb",
    property: "vgamem_mb",
    types: [
      "qxl"
    ]
  },
  {
    flag: "virtio-gpu.virgl",
    property: "virgl",
    types: [
      "virtio-gpu-pci",
      "virtio-gpu-device",
      "virtio-gpu-ccw"
    ]
  },
  {
    flag: "ich9-disable-s3",
    property: "disable_s3",
    types: [
      "ICH9-LPC"
    ]
  },
  {
    flag: "ich9-disable-s4",
    property: "disable_s4",
    types: [
      "ICH9-LPC"
    ]
  },
  {
    flag: "virtio-balloon-pci.deflate-on-oom",
    property: "deflate-on-oom",
    types: [
      "virtio-balloon-pci",
      "virtio-balloon-ccw",
      "virtio-balloon-device"
    ]
  },
  {
    flag: "qxl.vram64_size_mb",
    property: "vram64_size_mb",
    types: [
      "qxl"
    ]
  },
  {
    flag: "intel-iommu.intremap",
    property: "intremap",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "intel-iommu.caching-mode",
    property: "caching-mode",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "intel-iommu.eim",
    property: "eim",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "intel-iommu.device-iotlb",
    property: "device-iotlb",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "spapr-pci-host-bridge.numa_node",
    property: "numa_node",
    types: [
      "spapr-pci-host-bridge"
    ]
  },
  {
    flag: "mch.extended-tseg-mbytes",
    property: "extended-tseg-mbytes",
    types: [
      "mch"
    ]
  },
  {
    flag: "vfio-pci.display",
    property: "display",
    types: [
      "vfio-pci"
    ]
  },
  {
    flag: "nvdimm.unarmed",
    property: "unarmed",
    types: [
      "nvdimm"
    ]
  },
  {
    flag: "pcie-root-port.hotplug",
    property: "hotplug",
    types: [
      "pcie-root-port"
    ]
  },
  {
    flag: "virtio-blk-pci.scsi.default.disabled",
    property: "scsi",
    types: [
      "virtio-blk-pci",
      "virtio-blk-ccw"
    ],
    defaultValue: false
  },
  {
    flag: "intel-iommu.aw-bits",
    property: "aw-bits",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "usb-host.hostdevice",
    property: "hostdevice",
    types: [
      "usb-host"
    ]
  },
  {
    flag: "virtio-balloon.free-page-reporting",
    property: "free-page-reporting",
    types: [
      "virtio-balloon-pci",
      "virtio-balloon-ccw",
      "virtio-balloon-device"
    ]
  },
  {
    flag: "vhost-user-fs.bootindex",
    property: "bootindex",
    types: [
      "vhost-user-fs-device"
    ]
  },
  {
    flag: "rotation-rate",
    property: "rotation_rate",
    types: [
      "scsi-hd"
    ]
  },
  {
    flag: "acpi-index",
    property: "acpi-index",
    types: [
      "virtio-blk-pci",
      "virtio-net-pci",
      "virtio-scsi-pci",
      "virtio-blk-ccw",
      "virtio-net-ccw",
      "virtio-scsi-ccw",
      "virtio-gpu-pci",
      "virtio-gpu-device",
      "virtio-balloon-pci",
      "virtio-balloon-ccw",
      "virtio-balloon-device",
      "virtio-gpu-ccw"
    ]
  },
  {
    flag: "virtio-blk.queue-size",
    property: "queue-size",
    types: [
      "virtio-blk-pci",
      "virtio-blk-ccw"
    ]
  },
  {
    flag: "piix4.acpi-root-pci-hotplug",
    property: "acpi-root-pci-hotplug",
    types: [
      "PIIX4_PM"
    ]
  },
  {
    flag: "virtio-mem-pci.prealloc",
    property: "prealloc",
    types: [
      "virtio-mem-pci",
      "virtio-mem-ccw"
    ]
  },
  {
    flag: "virtio-iommu.boot-bypass",
    property: "boot-bypass",
    types: [
      "virtio-iommu-pci"
    ]
  },
  {
    flag: "virtio-net.rss",
    property: "rss",
    types: [
      "virtio-net-pci",
      "virtio-net-ccw"
    ]
  },
  {
    flag: "usb-host.guest-resets-all",
    property: "guest-resets-all",
    types: [
      "usb-host"
    ]
  },
  // Of later releases of the reference.
  {
    flag: "virtio-gpu.blob",
    property: "blob",
    types: [
      "virtio-gpu-pci",
      "virtio-gpu-device",
      "virtio-gpu-ccw"
    ]
  },
  {
    flag: "virtio-blk.iothread-mapping",
    property: "iothread-vq-mapping",
    types: [
      "virtio-blk-pci",
      "virtio-blk-ccw"
    ]
  },
  {
    flag: "virtio-mem-pci.dynamic-memslots",
    property: "dynamic-memslots",
    types: [
      "virtio-mem-pci",
      "virtio-mem-ccw"
    ]
  },
  {
    flag: "intel-iommu.dma-translation",
    property: "dma-translation",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "virtio-ccw.loadparm",
    property: "loadparm",
    types: [
      "virtio-blk-ccw"
    ]
  },
  {
    flag: "virtio-scsi.iothread-mapping",
    property: "iothread-vq-mapping",
    types: [
      "virtio-scsi-pci",
      "virtio-scsi-ccw"
    ]
  },
  {
    flag: "amd-iommu.pci-id",
    property: "pci-id",
    types: [
      "amd-iommu"
    ]
  },
  {
    flag: "disk-timed-stats",
    property: "stats-intervals",
    types: [
      "virtio-blk-pci",
      "virtio-blk-ccw",
      "scsi-hd",
      "ide-hd",
      "usb-storage"
    ]
  },
  {
    flag: "virtio-iommu.aw-bits",
    property: "aw-bits",
    types: [
      "virtio-iommu-pci"
    ]
  },
  {
    flag: "scsi-block.migrate-pr",
    property: "migrate-pr",
    types: [
      "scsi-block"
    ]
  },
  {
    flag: "amd-iommu.xtsup",
    property: "xtsup",
    types: [
      "amd-iommu"
    ]
  }
];

// src/drivers/qemu/flags/by_machine_property.ts
var MACHINE_PROPERTY_RULES = [
  {
    flag: "machine.pseries.cap-hpt-max-page-size",
    property: "cap-hpt-max-page-size",
    types: [
      "pseries"
    ]
  },
  {
    flag: "machine.pseries.cap-htm",
    property: "cap-htm",
    types: [
      "pseries"
    ]
  },
  {
    flag: "machine.pseries.cap-nested-hv",
    property: "cap-nested-hv",
    types: [
      "pseries"
    ]
  },
  {
    flag: "machine.virt.iommu",
    property: "iommu",
    types: [
      "virt"
    ]
  },
  {
    flag: "machine.pseries.cap-ccf-assist",
    property: "cap-ccf-assist",
    types: [
      "pseries"
    ]
  },
  {
    flag: "machine.pseries.cap-cfpc",
    property: "cap-cfpc",
    types: [
      "pseries"
    ]
  },
  {
    flag: "machine.pseries.cap-sbbc",
    property: "cap-sbbc",
    types: [
      "pseries"
    ]
  },
  {
    flag: "machine.pseries.cap-ibs",
    property: "cap-ibs",
    types: [
      "pseries"
    ]
  },
  {
    flag: "confidential-guest-support",
    property: "confidential-guest-support",
    types: [
      "none"
    ]
  },
  // Of later releases of the reference.
  {
    flag: "machine.virt.ras",
    property: "ras",
    types: [
      "virt"
    ]
  },
  {
    flag: "machine-i8042-opt",
    property: "i8042",
    types: [
      "generic-pc"
    ]
  },
  {
    flag: "machine.virt.aia",
    property: "aia",
    types: [
      "virt"
    ]
  },
  {
    flag: "shim",
    property: "shim",
    types: [
      "none"
    ]
  },
  {
    flag: "machine.virt.highmem-mmio-size",
    property: "highmem-mmio-size",
    types: [
      "virt"
    ]
  }
];

// src/drivers/qemu/flags/by_object_property.ts
var OBJECT_PROPERTY_RULES = [
  {
    flag: "memory-backend-memfd.hugetlb",
    property: "hugetlb",
    types: [
      "memory-backend-memfd"
    ]
  },
  {
    flag: "memory-backend-file.pmem",
    property: "pmem",
    types: [
      "memory-backend-file"
    ]
  },
  {
    flag: "cpu-unavailable-features",
    property: "unavailable-features",
    types: [
      "max-x86_64-cpu",
      "max-arm-cpu"
    ]
  },
  {
    flag: "cpu.kvm-no-adjvtime",
    property: "kvm-no-adjvtime",
    types: [
      "max-x86_64-cpu",
      "max-arm-cpu"
    ]
  },
  {
    flag: "cpu.migratable",
    property: "migratable",
    types: [
      "max-x86_64-cpu",
      "max-arm-cpu"
    ]
  },
  {
    flag: "memory-backend-file.x-use-canonical-path-for-ramblock-id",
    property: "x-use-canonical-path-for-ramblock-id",
    types: [
      "memory-backend-file"
    ]
  },
  {
    flag: "memory-backend-file.reserve",
    property: "reserve",
    types: [
      "memory-backend-file"
    ]
  },
  {
    flag: "memory-backend-file.prealloc-threads",
    property: "prealloc-threads",
    types: [
      "memory-backend-file"
    ]
  }
];

// src/drivers/qemu/flags/by_object_type.ts
var OBJECT_TYPE_RULES = [
  {
    flag: "hda-duplex",
    types: [
      "hda-duplex"
    ]
  },
  {
    flag: "ccid-emulated",
    types: [
      "ccid-card-emulated"
    ]
  },
  {
    flag: "ccid-passthru",
    types: [
      "ccid-card-passthru"
    ]
  },
  {
    flag: "piix3-usb-uhci",
    types: [
      "piix3-usb-uhci"
    ]
  },
  {
    flag: "piix4-usb-uhci",
    types: [
      "piix4-usb-uhci"
    ]
  },
  {
    flag: "usb-ehci",
    types: [
      "usb-ehci"
    ]
  },
  {
    flag: "ich9-usb-ehci1",
    types: [
      "ich9-usb-ehci1"
    ]
  },
  {
    flag: "vt82c686b-usb-uhci",
    types: [
      "vt82c686b-usb-uhci"
    ]
  },
  {
    flag: "pci-ohci",
    types: [
      "pci-ohci"
    ]
  },
  {
    flag: "usb-redir",
    types: [
      "usb-redir"
    ]
  },
  {
    flag: "usb-hub",
    types: [
      "usb-hub"
    ]
  },
  {
    flag: "ich9-ahci",
    types: [
      "ich9-ahci"
    ]
  },
  {
    flag: "scsi-block",
    types: [
      "scsi-block"
    ]
  },
  {
    flag: "hda-micro",
    types: [
      "hda-micro"
    ]
  },
  {
    flag: "nec-usb-xhci",
    types: [
      "nec-usb-xhci"
    ]
  },
  {
    flag: "lsi",
    types: [
      "lsi53c895a"
    ]
  },
  {
    flag: "virtio-scsi-pci",
    types: [
      "virtio-scsi-pci",
      "virtio-scsi-ccw",
      "virtio-scsi-device"
    ]
  },
  {
    flag: "qxl",
    types: [
      "qxl"
    ]
  },
  {
    flag: "VGA",
    types: [
      "VGA"
    ]
  },
  {
    flag: "cirrus-vga",
    types: [
      "cirrus-vga"
    ]
  },
  {
    flag: "vmware-svga",
    types: [
      "vmware-svga"
    ]
  },
  {
    flag: "s390-sclp",
    types: [
      "sclpconsole"
    ]
  },
  {
    flag: "usb-serial",
    types: [
      "usb-serial"
    ]
  },
  {
    flag: "virtio-rng",
    types: [
      "virtio-rng-pci",
      "virtio-rng-ccw",
      "virtio-rng-device"
    ]
  },
  {
    flag: "rng-random",
    types: [
      "rng-random"
    ]
  },
  {
    flag: "rng-egd",
    types: [
      "rng-egd"
    ]
  },
  {
    flag: "virtio-ccw",
    types: [
      "virtio-blk-ccw"
    ]
  },
  {
    flag: "megasas",
    types: [
      "megasas"
    ]
  },
  {
    flag: "nvram",
    types: [
      "spapr-nvram"
    ]
  },
  {
    flag: "pci-bridge",
    types: [
      "pci-bridge"
    ]
  },
  {
    flag: "vfio-pci",
    types: [
      "vfio-pci"
    ]
  },
  {
    flag: "dmi-to-pci-bridge",
    types: [
      "i82801b11-bridge"
    ]
  },
  {
    flag: "usb-storage",
    types: [
      "usb-storage"
    ]
  },
  {
    flag: "virtio-mmio",
    types: [
      "virtio-mmio"
    ]
  },
  {
    flag: "ich9-intel-hda",
    types: [
      "ich9-intel-hda"
    ]
  },
  {
    flag: "pvpanic",
    types: [
      "pvpanic"
    ]
  },
  {
    flag: "usb-kbd",
    types: [
      "usb-kbd"
    ]
  },
  {
    flag: "usb-audio",
    types: [
      "usb-audio"
    ]
  },
  {
    flag: "iothread",
    types: [
      "iothread"
    ]
  },
  {
    flag: "ivshmem",
    types: [
      "ivshmem"
    ]
  },
  {
    flag: "pc-dimm",
    types: [
      "pc-dimm"
    ]
  },
  {
    flag: "machine-vmport-opt",
    types: [
      "vmport"
    ]
  },
  {
    flag: "pci-serial",
    types: [
      "pci-serial"
    ]
  },
  {
    flag: "gpex-pcihost",
    types: [
      "gpex-pcihost"
    ]
  },
  {
    flag: "ioh3420",
    types: [
      "ioh3420"
    ]
  },
  {
    flag: "x3130-upstream",
    types: [
      "x3130-upstream"
    ]
  },
  {
    flag: "xio3130-downstream",
    types: [
      "xio3130-downstream"
    ]
  },
  {
    flag: "rtl8139",
    types: [
      "rtl8139"
    ]
  },
  {
    flag: "e1000",
    types: [
      "e1000"
    ]
  },
  {
    flag: "virtio-net",
    types: [
      "virtio-net-pci",
      "virtio-net-ccw",
      "virtio-net-device"
    ]
  },
  {
    flag: "virtio-gpu",
    types: [
      "virtio-gpu-pci",
      "virtio-gpu-device"
    ]
  },
  {
    flag: "virtio-keyboard",
    types: [
      "virtio-keyboard-device",
      "virtio-keyboard-pci"
    ]
  },
  {
    flag: "virtio-mouse",
    types: [
      "virtio-mouse-device",
      "virtio-mouse-pci"
    ]
  },
  {
    flag: "virtio-tablet",
    types: [
      "virtio-tablet-device",
      "virtio-tablet-pci"
    ]
  },
  {
    flag: "virtio-input-host",
    types: [
      "virtio-input-host-device",
      "virtio-input-host-pci"
    ]
  },
  {
    flag: "mptsas1068",
    types: [
      "mptsas1068"
    ]
  },
  {
    flag: "pxb",
    types: [
      "pxb"
    ]
  },
  {
    flag: "pxb-pcie",
    types: [
      "pxb-pcie"
    ]
  },
  {
    flag: "intel-iommu",
    types: [
      "intel-iommu"
    ]
  },
  {
    flag: "virtio-vga",
    types: [
      "virtio-vga"
    ]
  },
  {
    flag: "ivshmem-plain",
    types: [
      "ivshmem-plain"
    ]
  },
  {
    flag: "ivshmem-doorbell",
    types: [
      "ivshmem-doorbell"
    ]
  },
  {
    flag: "vhost-scsi",
    types: [
      "vhost-scsi"
    ]
  },
  {
    flag: "nvdimm",
    types: [
      "nvdimm"
    ]
  },
  {
    flag: "pcie-root-port",
    types: [
      "pcie-root-port"
    ]
  },
  {
    flag: "qemu-xhci",
    types: [
      "qemu-xhci"
    ]
  },
  {
    flag: "spapr-pci-host-bridge",
    types: [
      "spapr-pci-host-bridge"
    ]
  },
  {
    flag: "vmcoreinfo",
    types: [
      "vmcoreinfo"
    ]
  },
  {
    flag: "spapr-vty",
    types: [
      "spapr-vty"
    ]
  },
  {
    flag: "sclplmconsole",
    types: [
      "sclplmconsole"
    ]
  },
  {
    flag: "isa-serial",
    types: [
      "isa-serial"
    ]
  },
  {
    flag: "pl011",
    types: [
      "pl011"
    ]
  },
  {
    flag: "virtio-gpu-ccw",
    types: [
      "virtio-gpu-ccw"
    ]
  },
  {
    flag: "virtio-keyboard-ccw",
    types: [
      "virtio-keyboard-ccw"
    ]
  },
  {
    flag: "virtio-mouse-ccw",
    types: [
      "virtio-mouse-ccw"
    ]
  },
  {
    flag: "virtio-tablet-ccw",
    types: [
      "virtio-tablet-ccw"
    ]
  },
  {
    flag: "pcie-pci-bridge",
    types: [
      "pcie-pci-bridge"
    ]
  },
  {
    flag: "pr-manager-helper",
    types: [
      "pr-manager-helper"
    ]
  },
  {
    flag: "vfio-ccw",
    types: [
      "vfio-ccw"
    ]
  },
  {
    flag: "hda-output",
    types: [
      "hda-output"
    ]
  },
  {
    flag: "vmgenid",
    types: [
      "vmgenid"
    ]
  },
  {
    flag: "vhost-vsock",
    types: [
      "vhost-vsock-device"
    ]
  },
  {
    flag: "mch",
    types: [
      "mch"
    ]
  },
  {
    flag: "sev-guest",
    types: [
      "sev-guest"
    ]
  },
  {
    flag: "vfio-ap",
    types: [
      "vfio-ap"
    ]
  },
  {
    flag: "zpci",
    types: [
      "zpci"
    ]
  },
  {
    flag: "memory-backend-memfd",
    types: [
      "memory-backend-memfd"
    ]
  },
  {
    flag: "virtio-pci-non-transitional",
    types: [
      "virtio-blk-pci-transitional",
      "virtio-blk-pci-non-transitional",
      "virtio-net-pci-transitional",
      "virtio-net-pci-non-transitional",
      "vhost-scsi-pci-transitional",
      "vhost-scsi-pci-non-transitional",
      "virtio-rng-pci-transitional",
      "virtio-rng-pci-non-transitional",
      "virtio-9p-pci-transitional",
      "virtio-9p-pci-non-transitional",
      "virtio-balloon-pci-transitional",
      "virtio-balloon-pci-non-transitional",
      "vhost-vsock-pci-transitional",
      "vhost-vsock-pci-non-transitional",
      "virtio-scsi-pci-transitional",
      "virtio-scsi-pci-non-transitional",
      "virtio-serial-pci-transitional",
      "virtio-serial-pci-non-transitional"
    ]
  },
  {
    flag: "x86-max-cpu",
    types: [
      "max-x86_64-cpu"
    ]
  },
  {
    flag: "bochs-display",
    types: [
      "bochs-display"
    ]
  },
  {
    flag: "dbus-vmstate",
    types: [
      "dbus-vmstate"
    ]
  },
  {
    flag: "vhost-user-gpu",
    types: [
      "vhost-user-gpu"
    ]
  },
  {
    flag: "vhost-user-vga",
    types: [
      "vhost-user-vga"
    ]
  },
  {
    flag: "ramfb",
    types: [
      "ramfb"
    ]
  },
  {
    flag: "arm-max-cpu",
    types: [
      "max-arm-cpu"
    ]
  },
  {
    flag: "i8042",
    types: [
      "i8042"
    ]
  },
  {
    flag: "rng-builtin",
    types: [
      "rng-builtin"
    ]
  },
  {
    flag: "tpm-spapr",
    types: [
      "tpm-spapr"
    ]
  },
  {
    flag: "vhost-user-fs",
    types: [
      "vhost-user-fs-device"
    ]
  },
  {
    flag: "tcg",
    types: [
      "tcg-accel"
    ]
  },
  {
    flag: "pvscsi",
    types: [
      "pvscsi"
    ]
  },
  {
    flag: "spapr-tpm-proxy",
    types: [
      "spapr-tpm-proxy"
    ]
  },
  {
    flag: "dc390",
    types: [
      "dc390"
    ]
  },
  {
    flag: "am53c974",
    types: [
      "am53c974"
    ]
  },
  {
    flag: "virtio-pmem-pci",
    types: [
      "virtio-pmem-pci"
    ]
  },
  {
    flag: "vhost-user-blk",
    types: [
      "vhost-user-blk"
    ]
  },
  {
    flag: "input-linux",
    types: [
      "input-linux"
    ]
  },
  {
    flag: "virtio-gpu-gl-pci",
    types: [
      "virtio-gpu-gl-pci"
    ]
  },
  {
    flag: "virtio-vga-gl",
    types: [
      "virtio-vga-gl"
    ]
  },
  {
    flag: "s390-pv-guest",
    types: [
      "s390-pv-guest"
    ]
  },
  {
    flag: "virtio-mem-pci",
    types: [
      "virtio-mem-pci"
    ]
  },
  {
    flag: "virtio-iommu-pci",
    types: [
      "virtio-iommu-pci"
    ]
  },
  {
    flag: "sgx-epc",
    types: [
      "sgx-epc"
    ]
  },
  {
    flag: "thread-context",
    types: [
      "thread-context"
    ]
  },
  // Of later releases of the reference.
  {
    flag: "virtio-crypto",
    types: [
      "virtio-crypto-pci",
      "virtio-crypto-device"
    ]
  },
  {
    flag: "cryptodev-backend-lkcf",
    types: [
      "cryptodev-backend-lkcf"
    ]
  },
  {
    flag: "pvpanic-pci",
    types: [
      "pvpanic-pci"
    ]
  },
  {
    flag: "usb-mtp",
    types: [
      "usb-mtp"
    ]
  },
  {
    flag: "virtio-sound",
    types: [
      "virtio-sound-pci",
      "virtio-sound-device"
    ]
  },
  {
    flag: "sev-snp-guest",
    types: [
      "sev-snp-guest"
    ]
  },
  {
    flag: "acpi-erst",
    types: [
      "acpi-erst"
    ]
  },
  {
    flag: "virtio-mem-ccw",
    types: [
      "virtio-mem-ccw"
    ]
  },
  {
    flag: "bus-floppy",
    types: [
      "isa-fdc",
      "sysbus-fdc"
    ]
  },
  {
    flag: "nvme",
    types: [
      "nvme"
    ]
  },
  {
    flag: "nvme-ns",
    types: [
      "nvme-ns"
    ]
  },
  {
    flag: "amd-iommu",
    types: [
      "amd-iommu"
    ]
  },
  {
    flag: "usb-bot",
    types: [
      "usb-bot"
    ]
  },
  {
    flag: "acpi-generic-initiator",
    types: [
      "acpi-generic-initiator"
    ]
  },
  {
    flag: "iommufd",
    types: [
      "iommufd"
    ]
  },
  {
    flag: "uefi-vars",
    types: [
      "uefi-vars-x64",
      "uefi-vars-sysbus"
    ]
  }
];

// src/drivers/qemu/flags/by_version.ts
var VERSION_RULES = [
  // QEMU gave the option up to its cryptography library in 5.2.
  {
    flag: "enable-fips",
    before: 5002e3
  }
];

// src/drivers/qemu/flags/by_word.ts
var MIGRATION_CAPABILITY_RULES = [
  {
    flag: "migrate-rdma",
    word: "rdma-pin-all"
  }
];
var TPM_MODEL_RULES = [
  {
    flag: "tpm-tis",
    word: "tpm-tis"
  },
  {
    flag: "tpm-crb",
    word: "tpm-crb"
  },
  {
    flag: "tpm-spapr",
    word: "tpm-spapr"
  }
];
var TPM_TYPE_RULES = [
  {
    flag: "tpm-passthrough",
    word: "passthrough"
  },
  {
    flag: "tpm-emulator",
    word: "emulator"
  }
];
var CPU_MODEL_RULES = [
  {
    flag: "cpu-max",
    word: "max"
  }
];

// src/drivers/qemu/flags/fix_ups.ts
var IMPLICATIONS = [
  {
    flag: "cpu-cache",
    when: [
      "query-cpu-model-expansion"
    ],
    architectures: [
      "i686",
      "x86_64"
    ]
  },
  {
    flag: "canonical-cpu-features",
    when: [
      "cpu-unavailable-features"
    ]
  },
  {
    flag: "incremental-backup",
    when: [
      "blockdev-reopen",
      "migration-param.block-bitmap-mapping"
    ]
  },
  // The option "-compat" is in no list; QAPI objects came in the same release.
  {
    flag: "compat-deprecated",
    when: [
      "object.qapified"
    ]
  }
];
function applyFixUps(flags, evidence) {
  if (!evidence.sev) {
    flags.delete("sev-guest");
    flags.delete("sev-snp-guest");
  }
  if (!evidence.sgx) flags.delete("sgx-epc");
  for (const { flag, when, architectures } of IMPLICATIONS) {
    if (architectures !== void 0 && !architectures.includes(evidence.arch)) continue;
    if (when.every((other) => flags.has(other))) flags.add(flag);
  }
  if (flags.has("machine-hpet")) flags.delete("no-hpet");
}

// src/drivers/qemu/flags/names.ts
var BASE_FLAGS = [
  "kvm",
  "sdl",
  "no-hpet",
  "spice",
  "hda-duplex",
  "ccid-emulated",
  "ccid-passthru",
  "piix3-usb-uhci",
  "piix4-usb-uhci",
  "usb-ehci",
  "ich9-usb-ehci1",
  "vt82c686b-usb-uhci",
  "pci-ohci",
  "usb-redir",
  "usb-hub",
  "ich9-ahci",
  "no-acpi",
  "virtio-blk-pci.scsi",
  "scsi-disk.channel",
  "scsi-block",
  "hda-micro",
  "nec-usb-xhci",
  "lsi",
  "virtio-scsi-pci",
  "disable-s3",
  "disable-s4",
  "usb-redir.filter",
  "ide-drive.wwn",
  "scsi-disk.wwn",
  "seccomp-sandbox",
  "vnc",
  "qxl",
  "VGA",
  "cirrus-vga",
  "vmware-svga",
  "s390-sclp",
  "usb-serial",
  "virtio-rng",
  "rng-random",
  "rng-egd",
  "virtio-ccw",
  "megasas",
  "tpm-passthrough",
  "tpm-tis",
  "nvram",
  "pci-bridge",
  "vfio-pci",
  "dmi-to-pci-bridge",
  "usb-storage",
  "usb-storage.removable",
  "virtio-mmio",
  "ich9-intel-hda",
  "kvm-pit-lost-tick-policy",
  "pvpanic",
  "enable-fips",
  "usb-kbd",
  "usb-audio",
  "rtc-reset-reinjection",
  "iothread",
  "migrate-rdma",
  "ivshmem",
  "VGA.vgamem_mb",
  "vmware-svga.vgamem_mb",
  "qxl.vgamem_mb",
  "pc-dimm",
  "machine-vmport-opt",
  "aes-key-wrap",
  "dea-key-wrap",
  "pci-serial",
  "aarch64-off",
  "gpex-pcihost",
  "ioh3420",
  "x3130-upstream",
  "xio3130-downstream",
  "rtl8139",
  "e1000",
  "virtio-net",
  "gic-version",
  "virtio-gpu",
  "virtio-gpu.virgl",
  "virtio-keyboard",
  "virtio-mouse",
  "virtio-tablet",
  "virtio-input-host",
  "ich9-disable-s3",
  "ich9-disable-s4",
  "virtio-balloon-pci.deflate-on-oom",
  "mptsas1068",
  "spice-gl",
  "qxl.vram64_size_mb",
  "pxb",
  "pxb-pcie",
  "intel-iommu",
  "query-hotpluggable-cpus",
  "virtio-vga",
  "ivshmem-plain",
  "ivshmem-doorbell",
  "vhost-scsi",
  "query-cpu-model-expansion",
  "spice-rendernode",
  "nvdimm",
  "pcie-root-port",
  "query-cpu-definitions",
  "cpu-cache",
  "qemu-xhci",
  "intel-iommu.intremap",
  "intel-iommu.caching-mode",
  "intel-iommu.eim",
  "intel-iommu.device-iotlb",
  "loadparm",
  "spapr-pci-host-bridge",
  "spapr-pci-host-bridge.numa_node",
  "chardev-reconnect",
  "vxhs",
  "vmcoreinfo",
  "spapr-vty",
  "sclplmconsole",
  "isa-serial",
  "pl011",
  "virtio-gpu-ccw",
  "virtio-keyboard-ccw",
  "virtio-mouse-ccw",
  "virtio-tablet-ccw",
  "pcie-pci-bridge",
  "nbd-tls",
  "tpm-crb",
  "pr-manager-helper",
  "vfio-ccw",
  "screendump_device",
  "hda-output",
  "vmgenid",
  "vhost-vsock",
  "tpm-emulator",
  "mch",
  "mch.extended-tseg-mbytes",
  "sev-guest",
  "machine.pseries.cap-hpt-max-page-size",
  "machine.pseries.cap-htm",
  "egl-headless",
  "vfio-pci.display",
  "vfio-ap",
  "zpci",
  "memory-backend-memfd",
  "memory-backend-memfd.hugetlb",
  "iothread.poll-max-ns",
  "machine.pseries.cap-nested-hv",
  "egl-headless.rendernode",
  "memory-backend-file.pmem",
  "nvdimm.unarmed",
  "virtio-pci-non-transitional",
  "machine.virt.iommu",
  "nbd-bitmap",
  "x86-max-cpu",
  "cpu-unavailable-features",
  "canonical-cpu-features",
  "bochs-display",
  "migration-file-drop-cache",
  "dbus-vmstate",
  "vhost-user-gpu",
  "vhost-user-vga",
  "incremental-backup",
  "query-cpu-model-baseline",
  "query-cpu-model-comparison",
  "ramfb",
  "machine.pseries.cap-ccf-assist",
  "arm-max-cpu",
  "drive-nvme",
  "smp-dies",
  "i8042",
  "rng-builtin",
  "tpm-spapr",
  "cpu.kvm-no-adjvtime",
  "vhost-user-fs",
  "query-named-block-nodes.flat",
  "blockdev-snapshot.allow-write-only-overlay",
  "blockdev-reopen",
  "fsdev.multidevs",
  "pcie-root-port.hotplug",
  "aio.io_uring",
  "machine.pseries.cap-cfpc",
  "machine.pseries.cap-sbbc",
  "machine.pseries.cap-ibs",
  "tcg",
  "virtio-blk-pci.scsi.default.disabled",
  "pvscsi",
  "cpu.migratable",
  "intel-iommu.aw-bits",
  "spapr-tpm-proxy",
  "numa.hmat",
  "usb-host.hostdevice",
  "virtio-balloon.free-page-reporting",
  "block-export-add",
  "netdev.vhost-vdpa",
  "ncr53c90",
  "dc390",
  "am53c974",
  "virtio-pmem-pci",
  "vhost-user-fs.bootindex",
  "vhost-user-blk",
  "cpu-max",
  "memory-backend-file.x-use-canonical-path-for-ramblock-id",
  "migration-param.block-bitmap-mapping",
  "vnc-power-control",
  "object.qapified",
  "rotation-rate",
  "compat-deprecated",
  "acpi-index",
  "input-linux",
  "virtio-gpu-gl-pci",
  "virtio-vga-gl",
  "confidential-guest-support",
  "s390-pv-guest",
  "set-action",
  "virtio-blk.queue-size",
  "virtio-mem-pci",
  "memory-backend-file.reserve",
  "piix4.acpi-root-pci-hotplug",
  "netdev.json",
  "chardev.json",
  "query-dirty-rate",
  "rbd-encryption",
  "sev-guest-kernel-hashes",
  "sev-inject-launch-secret",
  "device.json+hotplug",
  "hvf",
  "virtio-mem-pci.prealloc",
  "calc-dirty-rate",
  "dirtyrate-param.mode",
  "blockdev.nbd.tls-hostname",
  "memory-backend-file.prealloc-threads",
  "virtio-iommu-pci",
  "virtio-iommu.boot-bypass",
  "virtio-net.rss",
  "chardev.qemu-vdagent",
  "display-dbus",
  "iothread.thread-pool-max",
  "usb-host.guest-resets-all",
  "migration.blocked-reasons",
  "query-stats",
  "query-stats-schemas",
  "sgx-epc",
  "thread-context",
  "screenshot-format-png",
  "machine-hpet",
  "netdev.stream"
];
var NEWER_FLAGS = [
  "virtio-crypto",
  "cryptodev-backend-lkcf",
  "pvpanic-pci",
  "netdev.stream.reconnect",
  "virtio-gpu.blob",
  "rbd-encryption-layering",
  "rbd-encryption-luks-any",
  "qcow2-discard-no-unref",
  "run-with.async-teardown",
  "virtio-blk-vhost-vdpa",
  "virtio-blk.iothread-mapping",
  "smp-clusters",
  "virtio-mem-pci.dynamic-memslots",
  "blockjob.backing-mask-protocol",
  "display-reload",
  "usb-mtp",
  "machine.virt.ras",
  "virtio-sound",
  "sev-snp-guest",
  "netdev.user",
  "acpi-erst",
  "intel-iommu.dma-translation",
  "machine-i8042-opt",
  "chardev-reconnect-miliseconds",
  "virtio-ccw.loadparm",
  "netdev-stream-reconnect-miliseconds",
  "query-cpu-model-expansion.deprecated-props",
  "migrate-incoming.exit-on-error",
  "machine.virt.aia",
  "virtio-mem-ccw",
  "blockdev-set-active",
  "shim",
  "virtio-scsi.iothread-mapping",
  "machine.virt.highmem-mmio-size",
  "bus-floppy",
  "nvme",
  "nvme-ns",
  "amd-iommu",
  "amd-iommu.pci-id",
  "usb-bot",
  "qom-list-get",
  "acpi-generic-initiator",
  "disk-timed-stats",
  "query-accelerators",
  "virtio-iommu.aw-bits",
  "scsi-block.migrate-pr",
  "iommufd",
  "uefi-vars",
  "query-block-flat",
  "amd-iommu.xtsup",
  "blockdev-mirror.target-is-zero"
];
function orderFlags(flags) {
  const ordered = [
    ...BASE_FLAGS,
    ...NEWER_FLAGS
  ].filter((flag) => flags.has(flag));
  if (ordered.length === flags.size) return ordered;
  const stray = [
    ...flags
  ].filter((flag) => !ordered.includes(flag));
  throw new Error(`Cannot order the flags "${stray.join('", "')}": add them to flags/names.ts`);
}

// src/drivers/qemu/flags/derive_flags.ts
function deriveFlags(evidence) {
  const flags = new Set(evidence.schemaFlags);
  addPlatformFlags(flags, evidence);
  for (const { flag, command } of COMMAND_RULES) if (evidence.commands.has(command)) flags.add(flag);
  for (const { flag, types } of OBJECT_TYPE_RULES) {
    if (types.some((type) => evidence.types.has(type))) flags.add(flag);
  }
  addPropertyFlags(flags, DEVICE_PROPERTY_RULES, evidence.deviceProperties);
  addPropertyFlags(flags, OBJECT_PROPERTY_RULES, evidence.objectProperties);
  addPropertyFlags(flags, MACHINE_PROPERTY_RULES, evidence.machineProperties);
  addOptionFlags(flags, evidence.options);
  addWordFlags(flags, MIGRATION_CAPABILITY_RULES, evidence.migrationCapabilities);
  addWordFlags(flags, CPU_MODEL_RULES, evidence.cpuModels);
  if (evidence.tpmModels !== void 0) {
    addWordFlags(flags, TPM_MODEL_RULES, evidence.tpmModels);
    addWordFlags(flags, TPM_TYPE_RULES, evidence.tpmTypes);
  }
  applyFixUps(flags, evidence);
  return orderFlags(flags);
}
function addPlatformFlags(flags, evidence) {
  if (evidence.kvm) flags.add("kvm");
  for (const { flag, architectures } of ARCHITECTURE_RULES) {
    if (architectures.includes(evidence.arch)) flags.add(flag);
  }
  for (const { flag, from = 0, before = Infinity } of VERSION_RULES) {
    if (evidence.version >= from && evidence.version < before) flags.add(flag);
  }
}
function addPropertyFlags(flags, rules, known) {
  for (const rule of rules) {
    if (rule.types.some((type) => known.get(type)?.some((property) => isMet(rule, property)))) flags.add(rule.flag);
  }
}
function isMet(rule, property) {
  if (property.name !== rule.property) return false;
  return rule.defaultValue === void 0 || property.defaultValue === rule.defaultValue;
}
function addOptionFlags(flags, options) {
  for (const { flag, option, parameter } of COMMAND_LINE_RULES) {
    const parameters = options.get(option);
    if (parameters !== void 0 && (parameter === void 0 || parameters.has(parameter))) flags.add(flag);
  }
}
function addWordFlags(flags, rules, words) {
  for (const { flag, word } of rules) if (words.has(word)) flags.add(flag);
}

// src/drivers/qemu/flags/by_schema_path.ts
var SCHEMA_PATH_RULES = [
  {
    flag: "sdl",
    path: "query-display-options/ret-type/+sdl"
  },
  {
    flag: "chardev-reconnect",
    path: "chardev-add/arg-type/backend/+socket/data/reconnect"
  },
  {
    flag: "vxhs",
    path: "blockdev-add/arg-type/+vxhs"
  },
  {
    flag: "nbd-tls",
    path: "nbd-server-start/arg-type/tls-creds"
  },
  {
    flag: "screendump_device",
    path: "screendump/arg-type/device"
  },
  {
    flag: "egl-headless",
    path: "query-display-options/ret-type/+egl-headless"
  },
  {
    flag: "iothread.poll-max-ns",
    path: "query-iothreads/ret-type/poll-max-ns"
  },
  {
    flag: "egl-headless.rendernode",
    path: "query-display-options/ret-type/+egl-headless/rendernode"
  },
  {
    flag: "nbd-bitmap",
    path: "nbd-server-add/arg-type/bitmap"
  },
  {
    flag: "migration-file-drop-cache",
    path: "blockdev-add/arg-type/+file/drop-cache"
  },
  {
    flag: "drive-nvme",
    path: "blockdev-add/arg-type/+nvme"
  },
  {
    flag: "smp-dies",
    path: "query-hotpluggable-cpus/ret-type/props/die-id"
  },
  {
    flag: "query-named-block-nodes.flat",
    path: "query-named-block-nodes/arg-type/flat"
  },
  {
    flag: "blockdev-snapshot.allow-write-only-overlay",
    path: "blockdev-snapshot/$allow-write-only-overlay"
  },
  {
    flag: "aio.io_uring",
    path: "blockdev-add/arg-type/+file/aio/^io_uring"
  },
  {
    flag: "numa.hmat",
    path: "set-numa-node/arg-type/+hmat-lb"
  },
  {
    flag: "netdev.vhost-vdpa",
    path: "netdev_add/arg-type/+vhost-vdpa"
  },
  {
    flag: "migration-param.block-bitmap-mapping",
    path: "migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform"
  },
  {
    flag: "object.qapified",
    path: "object-add/arg-type/qom-type/^secret"
  },
  {
    flag: "netdev.json",
    path: "netdev_add/arg-type/type/^dgram"
  },
  {
    flag: "rbd-encryption",
    path: "blockdev-add/arg-type/+rbd/encrypt"
  },
  {
    flag: "sev-guest-kernel-hashes",
    path: "object-add/arg-type/+sev-guest/kernel-hashes"
  },
  {
    flag: "device.json+hotplug",
    path: "device_add/$json-cli-hotplug"
  },
  {
    flag: "dirtyrate-param.mode",
    path: "calc-dirty-rate/arg-type/mode"
  },
  {
    flag: "blockdev.nbd.tls-hostname",
    path: "blockdev-add/arg-type/+nbd/tls-hostname"
  },
  {
    flag: "chardev.qemu-vdagent",
    path: "chardev-add/arg-type/backend/+qemu-vdagent"
  },
  {
    flag: "display-dbus",
    path: "query-display-options/ret-type/+dbus"
  },
  {
    flag: "iothread.thread-pool-max",
    path: "object-add/arg-type/+iothread/thread-pool-max"
  },
  {
    flag: "migration.blocked-reasons",
    path: "query-migrate/ret-type/blocked-reasons"
  },
  {
    flag: "screenshot-format-png",
    path: "screendump/arg-type/format/^png"
  },
  {
    flag: "netdev.stream",
    path: "netdev_add/arg-type/+stream"
  },
  // Of later releases of the reference.
  {
    flag: "netdev.stream.reconnect",
    path: "netdev_add/arg-type/+stream/reconnect"
  },
  {
    flag: "rbd-encryption-layering",
    path: "blockdev-add/arg-type/+rbd/encrypt/parent"
  },
  {
    flag: "rbd-encryption-luks-any",
    path: "blockdev-add/arg-type/+rbd/encrypt/format/^luks-any"
  },
  {
    flag: "qcow2-discard-no-unref",
    path: "blockdev-add/arg-type/+qcow2/discard-no-unref"
  },
  {
    flag: "virtio-blk-vhost-vdpa",
    path: "blockdev-add/arg-type/+virtio-blk-vhost-vdpa/$fdset"
  },
  {
    flag: "smp-clusters",
    path: "query-hotpluggable-cpus/ret-type/props/cluster-id"
  },
  {
    flag: "blockjob.backing-mask-protocol",
    path: "block-commit/arg-type/backing-mask-protocol",
    andPath: "block-stream/arg-type/backing-mask-protocol"
  },
  {
    flag: "netdev.user",
    path: "netdev_add/arg-type/+user"
  },
  {
    flag: "chardev-reconnect-miliseconds",
    path: "chardev-add/arg-type/backend/+socket/data/reconnect-ms"
  },
  {
    flag: "netdev-stream-reconnect-miliseconds",
    path: "netdev_add/arg-type/+stream/reconnect-ms"
  },
  {
    flag: "query-cpu-model-expansion.deprecated-props",
    path: "query-cpu-model-expansion/ret-type/deprecated-props"
  },
  {
    flag: "migrate-incoming.exit-on-error",
    path: "migrate-incoming/arg-type/exit-on-error"
  },
  {
    flag: "query-block-flat",
    path: "query-block/arg-type/flat"
  },
  {
    flag: "blockdev-mirror.target-is-zero",
    path: "blockdev-mirror/arg-type/target-is-zero"
  }
];
function schemaFlags(schema) {
  const found = SCHEMA_PATH_RULES.filter(({ path, andPath = path }) => schema.has(path) && schema.has(andPath));
  return new Set(found.map(({ flag }) => flag));
}

// src/drivers/qemu/parse_cpu_expansion.ts
var NUMBER_LIMIT = 2 ** 63;
function parseCpuExpansion(reply) {
  const command = "query-cpu-model-expansion";
  const answer = readRecord(command, reply);
  const model = readRecord(command, answer["model"], 'an object in "model"');
  const props = model["props"];
  const properties = [];
  for (const [name, value] of Object.entries(isRecord(props) ? props : {})) {
    if (typeof value === "boolean" || isText(value)) properties.push({
      name,
      value
    });
    if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < NUMBER_LIMIT) {
      properties.push({
        name,
        value
      });
    }
  }
  const deprecated = answer["deprecated-props"];
  return {
    name: requireText(command, model, "name"),
    properties,
    ...Array.isArray(deprecated) && {
      deprecatedFeatures: readTexts(command, deprecated)
    }
  };
}
function hostCpuModel(migratable, everything) {
  const { name, deprecatedFeatures } = migratable;
  const base = {
    name,
    ...deprecatedFeatures !== void 0 && {
      hostDeprecatedFeatures: deprecatedFeatures
    }
  };
  if (everything === void 0) return {
    ...base,
    migratability: false,
    properties: migratable.properties
  };
  const all = new Map(everything.properties.map((property) => [
    property.name,
    property.value
  ]));
  const properties = migratable.properties.map((property) => {
    const other = all.get(property.name);
    if (typeof property.value !== "boolean" || typeof other !== "boolean") return property;
    if (property.value) return {
      ...property,
      migratable: true
    };
    return other ? {
      ...property,
      value: true,
      migratable: false
    } : property;
  });
  return {
    ...base,
    migratability: true,
    properties
  };
}

// src/drivers/qemu/parse_hyperv.ts
var HYPERV_FEATURES = [
  {
    name: "relaxed"
  },
  {
    name: "vapic"
  },
  {
    name: "spinlocks"
  },
  {
    name: "vpindex"
  },
  {
    name: "runtime"
  },
  {
    name: "synic"
  },
  {
    name: "stimer"
  },
  {
    name: "reset"
  },
  {
    name: "vendor_id"
  },
  {
    name: "frequencies"
  },
  {
    name: "reenlightenment"
  },
  {
    name: "tlbflush"
  },
  {
    name: "ipi"
  },
  {
    name: "evmcs"
  },
  {
    name: "avic"
  },
  {
    name: "emsr_bitmap",
    newer: true
  },
  {
    name: "xmm_input",
    newer: true
  }
];
var NEVER_NOTIFY = 4294967295;
function parseHyperv(properties) {
  const values = new Map(properties.filter(({ name }) => name.startsWith("hv-")).map(({ name, value }) => [
    name.slice(3).replaceAll("-", "_"),
    value
  ]));
  const features = HYPERV_FEATURES.map(({ name }) => name).filter((name) => {
    const value = values.get(name);
    return value !== void 0 && isOn(value);
  });
  if (features.length === 0) return void 0;
  const spinlocks = values.get("spinlocks");
  const vendorId = values.get("vendor_id");
  const stimerDirect = values.get("stimer_direct");
  const tlbflushDirect = values.get("tlbflush_direct");
  const tlbflushExtended = values.get("tlbflush_ext");
  return {
    supported: true,
    features,
    ...typeof spinlocks === "number" && spinlocks > 0 && spinlocks < NEVER_NOTIFY && {
      spinlocks
    },
    ...typeof stimerDirect === "boolean" && {
      stimerDirect
    },
    ...typeof tlbflushDirect === "boolean" && {
      tlbflushDirect
    },
    ...typeof tlbflushExtended === "boolean" && {
      tlbflushExtended
    },
    ...typeof vendorId === "string" && vendorId !== "" && {
      vendorId
    }
  };
}
function isOn(value) {
  if (typeof value === "number") return value > 0;
  return typeof value === "string" || value;
}

// src/drivers/qemu/host_cpu_questions.ts
async function askHostCpu(conversation, options) {
  const { arch, accelerated } = options;
  const x86 = arch === "x86_64" || arch === "i686";
  const arm = arch === "aarch64" || arch.startsWith("armv");
  const name = accelerated ? "host" : "max";
  const everything = {
    migratable: false
  };
  const [migratable, all, enlightened, full] = await Promise.all([
    expandHost(conversation, arch, {
      name
    }),
    x86 ? expandHost(conversation, arch, {
      name,
      props: everything
    }) : void 0,
    accelerated && (x86 || arm) ? expand(conversation, "full", {
      name,
      props: {
        ...everything,
        "hv-passthrough": true
      }
    }) : void 0,
    // The full expansion names every feature that has had its day.
    arch === "s390x" ? expand(conversation, "full", {
      name
    }) : void 0
  ]);
  const hyperv = enlightened && parseHyperv(enlightened.properties);
  const deprecated = full?.deprecatedFeatures;
  return {
    ...migratable !== void 0 && {
      hostCpu: {
        ...hostCpuModel(migratable, all),
        ...deprecated !== void 0 && {
          deprecatedFeatures: deprecated
        }
      }
    },
    ...hyperv !== void 0 && {
      hyperv
    }
  };
}
async function expandHost(conversation, arch, model) {
  const first = arch === "aarch64" || arch.startsWith("armv") ? "full" : "static";
  const expanded = await expand(conversation, first, model);
  if (expanded === void 0 || arch !== "i686") return expanded;
  const props = Object.fromEntries(expanded.properties.map((property) => [
    property.name,
    property.value
  ]));
  return await expand(conversation, "full", {
    name: expanded.name,
    props
  });
}
function expand(conversation, type, model) {
  return conversation.ask({
    command: "query-cpu-model-expansion",
    args: {
      type,
      model
    },
    subject: `${type} ${model["name"]}`,
    // Listed everywhere, implemented for some architectures, and "host" only where it can be asked about.
    absentWhen: [
      "CommandNotFound",
      "GenericError"
    ]
  }, parseCpuExpansion);
}

// src/drivers/qemu/parse_cpu_definitions.ts
var POWER_MODELS = [
  "POWER6",
  "POWER7",
  "POWER8",
  "POWER9",
  "POWER10",
  "POWER11",
  "POWERPC_e5500",
  "POWERPC_e6500"
];
var X86_SPELLINGS = {
  cmp_legacy: "cmp-legacy",
  ds_cpl: "ds-cpl",
  fxsr_opt: "fxsr-opt",
  kvm_pv_eoi: "kvm-pv-eoi",
  kvm_pv_unhalt: "kvm-pv-unhalt",
  lahf_lm: "lahf-lm",
  nodeid_msr: "nodeid-msr",
  pclmuldq: "pclmulqdq",
  perfctr_core: "perfctr-core",
  perfctr_nb: "perfctr-nb",
  tsc_adjust: "tsc-adjust"
};
function parseCpuDefinitions(reply, arch) {
  return readRecords("query-cpu-definitions", reply).map((record) => parseDefinition(record, arch));
}
function parseDefinition(record, arch) {
  const typename = fieldText(record, "typename");
  const missing = record["unavailable-features"];
  const features = Array.isArray(missing) ? readTexts("query-cpu-definitions", missing) : void 0;
  return {
    name: modelName(requireText("query-cpu-definitions", record, "name"), arch),
    ...typename && {
      typename
    },
    usable: features === void 0 ? "unknown" : features.length > 0 ? "no" : "yes",
    blockers: (features ?? []).map((feature) => blockerName(feature, arch)),
    deprecated: fieldFlag(record, "deprecated") ?? false
  };
}
function modelName(name, arch) {
  if (arch !== "ppc64" && arch !== "ppc64le") return name;
  return POWER_MODELS.find((model) => model.toLowerCase() === name.toLowerCase()) ?? name;
}
function blockerName(feature, arch) {
  if (arch !== "x86_64" && arch !== "i686") return feature;
  return X86_SPELLINGS[feature] ?? feature;
}

// src/drivers/qemu/parse_lists.ts
function parseObjectTypes(reply) {
  return new Set(namesIn("qom-list-types", reply, "name"));
}
function parseCommands(reply) {
  return new Set(namesIn("query-commands", reply, "name"));
}
function parseCommandLineOptions(reply) {
  const command = "query-command-line-options";
  const options = /* @__PURE__ */ new Map();
  for (const record of readRecords(command, reply)) {
    const option = fieldText(record, "option");
    if (option === void 0) continue;
    options.set(option, new Set(namesIn(command, record["parameters"] ?? [], "name")));
  }
  return options;
}
function parseMigrationCapabilities(reply) {
  return new Set(namesIn("query-migrate-capabilities", reply, "capability"));
}
function parseTpmNames(reply) {
  return new Set(readTexts("query-tpm-models", reply));
}
function parseKvmState(reply) {
  const record = readRecord("query-kvm", reply);
  return fieldFlag(record, "present") === true && fieldFlag(record, "enabled") === true;
}
function namesIn(command, reply, key) {
  const names = [];
  for (const record of readRecords(command, reply)) {
    const name = fieldText(record, key);
    if (name !== void 0) names.push(name);
  }
  return names;
}

// src/drivers/qemu/parse_machines.ts
var PREFERRED_MACHINES = {
  alpha: "clipper",
  armv6l: "integratorcp",
  armv7l: "integratorcp",
  armv7b: "integratorcp",
  aarch64: "integratorcp",
  cris: "axis-dev88",
  i686: "pc",
  lm32: "lm32-evr",
  loongarch64: "virt",
  m68k: "mcf5208evb",
  microblaze: "petalogix-s3adsp1800",
  microblazeel: "petalogix-s3adsp1800",
  mips: "malta",
  mipsel: "malta",
  mips64: "malta",
  mips64el: "malta",
  openrisc: "or1k-sim",
  ppc: "g3beige",
  ppcle: "g3beige",
  ppc64: "pseries",
  ppc64le: "pseries",
  ppcemb: "bamboo",
  riscv32: "spike_v1.10",
  riscv64: "spike_v1.10",
  s390x: "s390-ccw-virtio",
  sh4: "shix",
  sh4eb: "shix",
  sparc: "SS-5",
  sparc64: "sun4u",
  unicore32: "puv3",
  x86_64: "pc",
  xtensa: "sim",
  xtensaeb: "sim"
};
function parseMachines(reply, arch) {
  const machines = [];
  for (const record of readRecords("query-machines", reply)) {
    const machine = parseMachine(record);
    if (machine.name !== "none") machines.push(machine);
  }
  const preferred = PREFERRED_MACHINES[arch];
  let first = machines.findLastIndex(({ name, alias }) => preferred !== void 0 && [
    name,
    alias
  ].includes(preferred));
  if (first < 0) first = machines.findLastIndex((machine) => machine.isDefault);
  const chosen = first < 0 ? [] : machines.splice(first, 1);
  return [
    ...chosen,
    ...machines
  ];
}
function canonicalMachine(machines, wanted) {
  const machine = machines.find(({ alias }) => alias === wanted) ?? machines.find(({ name }) => name === wanted);
  return machine?.name;
}
function parseMachine(record) {
  const cpuMax = record["cpu-max"];
  const alias = fieldText(record, "alias");
  const defaultCpu = fieldText(record, "default-cpu-type");
  const defaultRamId = fieldText(record, "default-ram-id");
  const acpi = fieldFlag(record, "acpi");
  return {
    name: requireText("query-machines", record, "name"),
    ...alias !== void 0 && {
      alias
    },
    isDefault: fieldFlag(record, "is-default") ?? false,
    maxCpus: typeof cpuMax === "number" && Number.isSafeInteger(cpuMax) && cpuMax >= 0 ? cpuMax : 0,
    hotplugCpus: fieldFlag(record, "hotpluggable-cpus") ?? false,
    numaMemSupported: fieldFlag(record, "numa-mem-supported") ?? true,
    ...defaultCpu !== void 0 && {
      defaultCpu
    },
    ...defaultRamId !== void 0 && {
      defaultRamId
    },
    deprecated: fieldFlag(record, "deprecated") ?? false,
    ...acpi !== void 0 && {
      acpi
    }
  };
}

// src/drivers/qemu/parse_platform.ts
var ENCRYPTION_LEAF = 2147483679;
function parseGic(reply) {
  const command = "query-gic-capabilities";
  return readRecords(command, reply).map((record) => ({
    version: requireCount(command, record, "version"),
    kernel: requireFlag(command, record, "kernel"),
    emulated: requireFlag(command, record, "emulated")
  }));
}
function parseSev(reply) {
  const command = "query-sev-capabilities";
  const record = readRecord(command, reply);
  const cpu0Id = fieldText(record, "cpu0-id");
  return {
    cbitpos: requireCount(command, record, "cbitpos"),
    reducedPhysBits: requireCount(command, record, "reduced-phys-bits"),
    pdh: requireText(command, record, "pdh"),
    certChain: requireText(command, record, "cert-chain"),
    ...cpu0Id !== void 0 && {
      cpu0Id
    }
  };
}
function sevGuestLimits(leaves) {
  const leaf = leaves.find(({ eaxIn }) => eaxIn === ENCRYPTION_LEAF);
  if (leaf === void 0 || leaf.ecx === 0 || leaf.edx === 0) return void 0;
  return {
    maxGuests: leaf.ecx - leaf.edx + 1,
    maxEsGuests: leaf.edx - 1
  };
}
function parseSgx(reply) {
  const command = "query-sgx-capabilities";
  const record = readRecord(command, reply);
  const found = record["sections"];
  if (!Array.isArray(found)) return void 0;
  const sections = readRecords(command, found).map((section) => ({
    node: requireCount(command, section, "node"),
    size: kibibytes(requireCount(command, section, "size"))
  }));
  const total = record["section-size"];
  return {
    flc: requireFlag(command, record, "flc"),
    sgx1: requireFlag(command, record, "sgx1"),
    sgx2: requireFlag(command, record, "sgx2"),
    sectionSize: total !== void 0 ? kibibytes(requireCount(command, record, "section-size")) : sections.reduce((sum, section) => sum + section.size, 0),
    sections
  };
}
function kibibytes(bytes) {
  return Math.floor(bytes / 1024);
}
function requireFlag(command, record, key) {
  const value = fieldFlag(record, key);
  if (value === void 0) throw new MalformedReplyError(command, `a truth value in "${key}"`);
  return value;
}

// src/drivers/qemu/parse_properties.ts
function parseProperties(reply) {
  const properties = [];
  for (const record of readRecords("device-list-properties", reply)) {
    const name = fieldText(record, "name");
    if (name === void 0) continue;
    const defaultValue = record["default-value"];
    properties.push(typeof defaultValue === "boolean" ? {
      name,
      defaultValue
    } : {
      name
    });
  }
  return properties;
}

// src/drivers/qemu/property_questions.ts
var UNLISTED_MACHINES = [
  "none",
  "generic-pc"
];
function askDeviceProperties(conversation, known, denied) {
  return askTypes(conversation, "device-list-properties", {
    wanted: typesOf(DEVICE_PROPERTY_RULES).filter((type) => known.has(type)),
    denied
  });
}
function askObjectProperties(conversation, known, denied) {
  return askTypes(conversation, "qom-list-properties", {
    wanted: typesOf(OBJECT_PROPERTY_RULES).filter((type) => known.has(type)),
    denied
  });
}
async function askMachineProperties(conversation, machines) {
  const answers = typesOf(MACHINE_PROPERTY_RULES).map(async (name) => {
    const canonical = UNLISTED_MACHINES.includes(name) ? name : canonicalMachine(machines, name);
    if (canonical === void 0) return void 0;
    return [
      name,
      await askType(conversation, "qom-list-properties", `${canonical}-machine`)
    ];
  });
  return new Map((await Promise.all(answers)).filter((answer) => answer !== void 0));
}
async function askTypes(conversation, command, { wanted, denied }) {
  const answers = wanted.map(async (type) => {
    if (!denied.includes(type)) return [
      type,
      await askType(conversation, command, type)
    ];
    conversation.note(stepName({
      command,
      subject: type
    }), "Not asked: this binary does not survive the question");
    return void 0;
  });
  return new Map((await Promise.all(answers)).filter((answer) => answer !== void 0));
}
async function askType(conversation, command, type) {
  const question = {
    command,
    args: {
      typename: type
    },
    subject: type,
    absentWhen: [
      "DeviceNotFound"
    ]
  };
  return await conversation.ask(question, parseProperties) ?? [];
}
function typesOf(rules) {
  return [
    ...new Set(rules.flatMap((rule) => rule.types))
  ];
}

// src/drivers/qemu/qmp_schema.ts
var VISIT_LIMIT = 1e3;
var QmpSchema = class {
  #entries;
  constructor(entries2) {
    this.#entries = entries2;
  }
  /**
   * Whether the path leads somewhere. It begins with a command or an event; `arg-type` and `ret-type` step into its
   * types, a plain word into a member of an object, `*word` into an optional one, `+word` into a variant; `^word` asks
   * for a value of an enumeration, `$word` for a feature, `!word` for a basic JSON type. Arrays are looked through.
   */
  has(path) {
    const [name = "", ...steps] = path.split("/");
    return this.#follow(name, steps, {
      left: VISIT_LIMIT
    });
  }
  #follow(name, steps, budget) {
    const entry = this.#entries.get(name);
    if (entry === void 0 || budget.left-- <= 0) return false;
    if (steps.length === 0) return true;
    switch (entry["meta-type"]) {
      case "array":
        return this.#into(entry["element-type"], steps, budget);
      case "alternate":
        return entries(entry, "members").some((member) => this.#into(member["type"], steps, budget));
      case "command":
      case "event":
        return this.#ofCommand(entry, steps, budget);
      case "object":
        return this.#ofObject(entry, steps, budget);
      case "enum":
        return hasValue(entry, steps);
      case "builtin":
        return steps.length === 1 && steps[0] === `!${fieldText(entry, "json-type")}`;
      default:
        return false;
    }
  }
  #into(type, steps, budget) {
    return typeof type === "string" && this.#follow(type, steps, budget);
  }
  #ofCommand(entry, [step = "", ...rest], budget) {
    if (step.startsWith("$")) return rest.length === 0 && hasFeature(entry, step.slice(1));
    return this.#into(entry[step], rest, budget);
  }
  #ofObject(entry, [step = "", ...rest], budget) {
    const word = step.slice(1);
    if (step.startsWith("$")) return rest.length === 0 && hasFeature(entry, word);
    if (step.startsWith("+")) return this.#intoNamed(entries(entry, "variants"), "case", word, rest, budget);
    const members = entries(entry, "members");
    if (!step.startsWith("*")) return this.#intoNamed(members, "name", step, rest, budget);
    return this.#intoNamed(members.filter((member) => "default" in member), "name", word, rest, budget);
  }
  #intoNamed(candidates, key, name, rest, budget) {
    const found = candidates.find((candidate) => candidate[key] === name);
    return found !== void 0 && this.#into(found["type"], rest, budget);
  }
};
function parseQmpSchema(reply) {
  if (!Array.isArray(reply)) throw new MalformedReplyError("query-qmp-schema", "a list");
  const index = /* @__PURE__ */ new Map();
  for (const entry of reply) {
    if (isRecord(entry) && typeof entry["name"] === "string") index.set(entry["name"], entry);
  }
  return new QmpSchema(index);
}
function entries(entry, key) {
  const list = entry[key];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
function hasFeature(entry, feature) {
  const features = entry["features"];
  return Array.isArray(features) && features.includes(feature);
}
function hasValue(entry, [step = "", feature, ...rest]) {
  if (!step.startsWith("^") || rest.length > 0) return false;
  const value = step.slice(1);
  const member = entries(entry, "members").find((candidate) => candidate["name"] === value);
  if (feature !== void 0) {
    return member !== void 0 && feature.startsWith("$") && hasFeature(member, feature.slice(1));
  }
  if (member !== void 0) return true;
  const values = entry["values"];
  return Array.isArray(values) && values.includes(value);
}

// src/drivers/qemu/interrogate.ts
var ABSENT = [
  "CommandNotFound",
  "GenericError"
];
function interrogate(session, options) {
  const conversation = new Conversation(session);
  return options.phase === "tcg" ? askAgain(conversation, options) : askEverything(conversation, options);
}
async function askEverything(conversation, options) {
  const denied = options.deniedTypes ?? [];
  const version = conversation.require({
    command: "query-version"
  }, (reply) => parseVersion(reply, options.oldestVersion));
  const target = conversation.require({
    command: "query-target"
  }, parseTarget);
  const kvm = conversation.ask({
    command: "query-kvm",
    absentWhen: ABSENT
  }, parseKvmState);
  const types = conversation.ask({
    command: "qom-list-types"
  }, parseObjectTypes).then((found) => found ?? /* @__PURE__ */ new Set());
  const witnesses = askWitnesses(conversation, version, options);
  const machines = askMachines(conversation, target.then(archOfTarget));
  const lists = askLists(conversation, target.then(archOfTarget));
  const properties = Promise.all([
    types.then((known) => askDeviceProperties(conversation, known, denied)),
    types.then((known) => askObjectProperties(conversation, known, denied)),
    machines.then((known) => askMachineProperties(conversation, known))
  ]);
  const cpu = Promise.all([
    target.then(archOfTarget),
    kvm
  ]).then(([arch2, accelerated]) => accelerated === true ? askHostCpu(conversation, {
    arch: arch2,
    accelerated
  }) : {});
  const [about, targetAnswer, witness, usesKvm, typeNames, machineList, list, [devices, objects, boards], hostCpu] = await Promise.all([
    version,
    target,
    witnesses,
    kvm,
    types,
    machines,
    lists,
    properties,
    cpu
  ]);
  const arch = archOfTarget(targetAnswer);
  const flags = deriveFlags({
    ...list,
    ...witness,
    version: about.version,
    arch,
    kvm: usesKvm === true,
    types: typeNames,
    deviceProperties: devices,
    objectProperties: objects,
    machineProperties: boards,
    cpuModels: new Set(list.cpus.map(({ name }) => name)),
    sev: list.sevFacts !== void 0,
    sgx: list.sgxFacts !== void 0
  });
  return {
    ...about,
    arch,
    target: targetAnswer,
    flags,
    accelerator: accelerator(usesKvm ? "kvm" : "tcg", hostCpu, list.cpus, machineList),
    needsTcgRun: usesKvm === true && flags.includes("tcg"),
    gic: list.gic,
    ...(flags.includes("sev-guest") || flags.includes("sev-snp-guest")) && list.sevFacts !== void 0 && {
      sev: list.sevFacts
    },
    ...flags.includes("sgx-epc") && list.sgxFacts !== void 0 && {
      sgx: list.sgxFacts
    },
    ...hostCpu.hyperv !== void 0 && {
      hyperv: hostCpu.hyperv
    },
    problems: conversation.problems
  };
}
async function askWitnesses(conversation, version, { sisters }) {
  const askSchema = () => conversation.ask({
    command: "query-qmp-schema"
  }, (reply) => schemaFlags(parseQmpSchema(reply)));
  const early = sisters === void 0 ? askSchema() : void 0;
  const [about, commands = /* @__PURE__ */ new Set(), options = /* @__PURE__ */ new Map(), own] = await Promise.all([
    version,
    conversation.ask({
      command: "query-commands"
    }, parseCommands),
    conversation.ask({
      command: "query-command-line-options"
    }, parseCommandLineOptions),
    early
  ]);
  const flags = sisters === void 0 ? own : await sisters.shelf.take({
    ...about,
    folder: sisters.folder,
    commands,
    options
  }, askSchema);
  return {
    commands,
    options,
    schemaFlags: flags ?? /* @__PURE__ */ new Set()
  };
}
async function askLists(conversation, arch) {
  const answers = await Promise.all([
    askCpus(conversation, arch),
    conversation.ask({
      command: "query-migrate-capabilities"
    }, parseMigrationCapabilities),
    conversation.ask({
      command: "query-tpm-models",
      absentWhen: ABSENT
    }, parseTpmNames),
    conversation.ask({
      command: "query-tpm-types",
      absentWhen: ABSENT
    }, parseTpmNames),
    conversation.ask({
      command: "query-gic-capabilities",
      absentWhen: ABSENT
    }, parseGic),
    conversation.ask({
      command: "query-sev-capabilities",
      absentWhen: ABSENT
    }, parseSev),
    conversation.ask({
      command: "query-sgx-capabilities",
      absentWhen: ABSENT
    }, parseSgx)
  ]);
  const [cpus, migrationCapabilities, tpmModels, tpmTypes, gic, sevFacts, sgxFacts] = answers;
  return {
    cpus,
    migrationCapabilities: migrationCapabilities ?? /* @__PURE__ */ new Set(),
    ...tpmModels !== void 0 && {
      tpmModels
    },
    tpmTypes: tpmTypes ?? /* @__PURE__ */ new Set(),
    gic: gic ?? [],
    sevFacts,
    sgxFacts
  };
}
async function askAgain(conversation, { arch }) {
  const [hostCpu, cpus, machines] = await Promise.all([
    askHostCpu(conversation, {
      arch,
      accelerated: false
    }),
    askCpus(conversation, Promise.resolve(arch)),
    askMachines(conversation, Promise.resolve(arch))
  ]);
  const flags = CPU_MODEL_RULES.filter(({ word }) => cpus.some(({ name }) => name === word)).map(({ flag }) => flag);
  return {
    accelerator: accelerator("tcg", hostCpu, cpus, machines),
    flags,
    problems: conversation.problems
  };
}
async function askCpus(conversation, arch) {
  const reply = conversation.ask({
    command: "query-cpu-definitions",
    absentWhen: ABSENT
  }, (value2) => value2);
  const [value, name] = await Promise.all([
    reply,
    arch
  ]);
  return value === void 0 ? [] : conversation.read("query-cpu-definitions", () => parseCpuDefinitions(value, name)) ?? [];
}
async function askMachines(conversation, arch) {
  const reply = conversation.ask({
    command: "query-machines"
  }, (value2) => value2);
  const [value, name] = await Promise.all([
    reply,
    arch
  ]);
  return value === void 0 ? [] : conversation.read("query-machines", () => parseMachines(value, name)) ?? [];
}
function accelerator(type, { hostCpu }, cpus, machines) {
  return {
    type,
    ...hostCpu !== void 0 && {
      hostCpu
    },
    cpus,
    machines
  };
}

// src/drivers/qemu/merge_interrogations.ts
function mergeInterrogations(context, full, tcg) {
  const problems = [
    ...context.log.problems,
    ...full.problems,
    ...tcg?.problems ?? []
  ];
  const flags = tcg === void 0 ? full.flags : orderFlags(/* @__PURE__ */ new Set([
    ...full.flags,
    ...tcg.flags
  ]));
  const kvm = full.flags.includes("kvm");
  return {
    emulator: context.emulator,
    version: full.version,
    ...full.package !== void 0 && {
      package: full.package
    },
    arch: full.arch,
    target: full.target,
    flags,
    accelerators: tcg === void 0 ? [
      full.accelerator
    ] : [
      full.accelerator,
      tcg.accelerator
    ],
    gic: full.gic,
    ...full.sev !== void 0 && {
      sev: {
        ...full.sev,
        ...sevGuestLimits(context.cpuid ?? [])
      }
    },
    ...full.sgx !== void 0 && {
      sgx: full.sgx
    },
    ...full.hyperv !== void 0 && {
      hyperv: full.hyperv
    },
    kvmSupportsNesting: kvm && context.kvmSupportsNesting,
    kvmSupportsSecureGuest: kvm && context.kvmSupportsSecureGuest,
    probe: {
      ...context.log,
      partial: context.log.partial || problems.length > 0,
      problems
    }
  };
}

// src/drivers/qemu/probe_failure.ts
var ProbeError = class extends Error {
  kind;
  step;
  stderr;
  code;
  signal;
  unanswered;
  constructor(message, facts, options) {
    super(message, options);
    this.name = "ProbeError";
    this.kind = facts.kind;
    this.step = facts.step;
    this.stderr = facts.stderr ?? "";
    this.code = facts.code;
    this.signal = facts.signal;
    this.unanswered = facts.unanswered ?? [];
  }
};
function questionName({ command, args }) {
  const subject = args?.["typename"] ?? args?.["model"]?.name;
  return stepName({
    command,
    ...typeof subject === "string" && {
      subject
    }
  });
}
function describeBrokenRun(error, run) {
  const [first] = run.unanswered;
  const step = !run.greeted ? "greeting" : first === void 0 ? "end" : questionName(first);
  const facts = {
    step,
    stderr: run.stderr,
    unanswered: run.unanswered
  };
  const before = run.greeted ? `before it answered "${step}"` : "before its greeting";
  if (run.late) {
    const what = run.greeted ? `no answer to "${step}"` : "no QMP greeting";
    return new ProbeError(`"${run.path}" gave ${what} within ${run.deadlineMs / 1e3} s`, {
      ...facts,
      kind: "deadline"
    }, {
      cause: error
    });
  }
  if (error.kind === "aborted") {
    return new ProbeError(`Probing "${run.path}" was given up`, {
      ...facts,
      kind: "aborted"
    }, {
      cause: error
    });
  }
  if (error.kind === "closed") {
    const { code, signal } = run.status;
    const how = signal === void 0 ? `ended with code ${code}` : `was ended by ${signal}`;
    const message = `"${run.path}" ${how} ${before}${lastLine(run.stderr)}`;
    return new ProbeError(message, {
      ...facts,
      ...run.status,
      kind: "exit"
    }, {
      cause: error
    });
  }
  return new ProbeError(`"${run.path}" does not speak QMP: ${error.message}${lastLine(run.stderr)}`, {
    ...facts,
    kind: "protocol"
  }, {
    cause: error
  });
}
function lastLine(stderr) {
  const line = stderr.trim().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? "" : `: ${line.length > 200 ? `${line.slice(0, 200)}\u2026` : line}`;
}

// src/wire/qmp/broken.ts
var QmpBrokenError = class extends Error {
  /** How it broke. */
  kind;
  constructor(kind, message, options) {
    super(message, options);
    this.name = "QmpBrokenError";
    this.kind = kind;
  }
};

// src/wire/qmp/framer.ts
var MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
var OPEN = 123;
var CLOSE = 125;
var EXCERPT_BYTES = 80;
var QmpFramer = class {
  #limit;
  /** The line that has not ended yet, in the pieces that it came in. */
  #line = [];
  /** The lines so far of a message that a lone `{` began. */
  #pretty;
  #bytes = 0;
  constructor(options = {}) {
    this.#limit = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
  }
  /** True where the bytes so far end inside a message. */
  get midMessage() {
    return this.#bytes > 0;
  }
  /**
   * The messages that end in this chunk. Throws {@linkcode QmpBrokenError} at the first byte that cannot begin a
   * message, for one that is too long, and for one that is not UTF-8; there is no going on after that.
   */
  *push(chunk) {
    let begin = 0;
    while (begin < chunk.length) {
      const end = chunk.indexOf(LINE_FEED, begin);
      this.#add(chunk.subarray(begin, end === -1 ? chunk.length : end));
      if (end === -1) return;
      begin = end + 1;
      const message = this.#endLine();
      if (message !== void 0) yield decode(message);
    }
  }
  #add(piece) {
    if (piece.length === 0) return;
    const first = piece[0];
    if (this.#bytes === 0 && first !== OPEN && first !== CARRIAGE_RETURN) throw garbage(piece);
    this.#line.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes > this.#limit) {
      throw new QmpBrokenError("too-long", `QEMU sent a message of more than ${this.#limit} bytes`);
    }
  }
  #endLine() {
    const line = withoutReturn(join(this.#line));
    this.#line = [];
    if (this.#pretty !== void 0) return this.#endPrettyLine(this.#pretty, line);
    if (line.length === 1 && line[0] === OPEN) {
      this.#pretty = [
        line
      ];
      return void 0;
    }
    this.#bytes = 0;
    if (line.length === 0) return void 0;
    if (line[0] !== OPEN || line.at(-1) !== CLOSE) throw garbage(line);
    return line;
  }
  #endPrettyLine(lines, line) {
    lines.push(line);
    if (line.length !== 1 || line[0] !== CLOSE) return void 0;
    this.#pretty = void 0;
    this.#bytes = 0;
    return join(lines);
  }
};
function join(pieces) {
  const [only] = pieces;
  if (only !== void 0 && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
function withoutReturn(line) {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
function decode(message) {
  try {
    return new TextDecoder("utf-8", {
      fatal: true
    }).decode(message);
  } catch (cause) {
    throw new QmpBrokenError("garbage", `QEMU sent text that is not UTF-8: ${excerpt(message)}`, {
      cause
    });
  }
}
function garbage(bytes) {
  return new QmpBrokenError("garbage", `Expected a QMP message, got ${excerpt(bytes)}`);
}
function excerpt(bytes) {
  const text = new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES));
  return JSON.stringify(bytes.length > EXCERPT_BYTES ? `${text}\u2026` : text);
}

// src/wire/qmp/parse_message.ts
function parseMessage(text) {
  const message = parseJson(text);
  if (isRecord2(message)) {
    if ("return" in message) return {
      type: "return",
      id: message["id"],
      value: message["return"]
    };
    if (isRecord2(message["error"])) return parseError(message["error"], message["id"]);
    if (typeof message["event"] === "string") return parseEvent(message["event"], message);
    if (isRecord2(message["QMP"])) return {
      type: "greeting",
      greeting: parseGreeting(message["QMP"])
    };
  }
  throw new QmpBrokenError("garbage", `Expected a QMP message, got ${excerpt2(text)}`);
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new QmpBrokenError("garbage", `QEMU sent what is not JSON: ${excerpt2(text)}`, {
      cause
    });
  }
}
function parseError(error, id) {
  const { class: errorClass, desc } = error;
  return {
    type: "error",
    id,
    errorClass: typeof errorClass === "string" ? errorClass : "GenericError",
    description: typeof desc === "string" ? desc : "no description"
  };
}
function parseEvent(event, message) {
  const data = isRecord2(message["data"]) ? message["data"] : {};
  const time = isRecord2(message["timestamp"]) ? message["timestamp"] : {};
  const timestampUs = numberOr(time["seconds"], 0) * 1e6 + numberOr(time["microseconds"], 0);
  return {
    type: "event",
    event: {
      event,
      data,
      timestampUs: Math.max(0, timestampUs)
    }
  };
}
function parseGreeting(greeting) {
  const version = isRecord2(greeting["version"]) ? greeting["version"] : {};
  const qemu = isRecord2(version["qemu"]) ? version["qemu"] : {};
  const capabilities = Array.isArray(greeting["capabilities"]) ? greeting["capabilities"] : [];
  return {
    major: numberOr(qemu["major"], 0),
    minor: numberOr(qemu["minor"], 0),
    micro: numberOr(qemu["micro"], 0),
    package: typeof version["package"] === "string" ? version["package"] : "",
    capabilities: capabilities.filter((name) => typeof name === "string")
  };
}
function numberOr(value, otherwise) {
  return typeof value === "number" ? value : otherwise;
}
function isRecord2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function excerpt2(text) {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}\u2026` : text);
}

// src/wire/qmp/client.ts
var QmpClient = class {
  /** What QEMU said first, once it has taken our answer to it. Fails when the session breaks before. */
  greeting;
  #writer;
  #reader;
  #framer;
  #onEvent;
  #pending = /* @__PURE__ */ new Map();
  #reading;
  #release;
  #greeting;
  #unsent = [];
  #nextId = 0;
  #writeFailure;
  #broken;
  constructor(streams, options = {}) {
    this.#writer = streams.stdin.getWriter();
    this.#reader = streams.stdout.getReader();
    this.#writer.closed.catch(() => {
    });
    this.#framer = new QmpFramer(options);
    this.#onEvent = options.onEvent ?? ignoreEvent;
    const abort = () => this.#break(abortError(options.signal?.reason));
    options.signal?.addEventListener("abort", abort, {
      once: true
    });
    this.#release = () => options.signal?.removeEventListener("abort", abort);
    this.greeting = this.execute("qmp_capabilities").then(() => this.#requireGreeting());
    this.greeting.catch(() => {
    });
    this.#reading = this.#read();
    if (options.signal?.aborted === true) abort();
  }
  /** The commands that have no answer yet, oldest first: those that were outstanding when a session broke. */
  get unanswered() {
    return [
      ...this.#pending.values()
    ].map(({ command, args }) => args === void 0 ? {
      command
    } : {
      command,
      args
    });
  }
  /** True once QEMU has greeted. */
  get greeted() {
    return this.#greeting !== void 0;
  }
  /** Throws {@linkcode QmpBrokenError} when the session is broken or breaks before the answer. */
  execute(command, args) {
    if (this.#broken !== void 0) return Promise.reject(this.#broken);
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers();
    this.#pending.set(id, {
      command,
      ...args !== void 0 && {
        args
      },
      resolve,
      reject
    });
    this.#send(`${JSON.stringify({
      execute: command,
      ...args !== void 0 && {
        arguments: args
      },
      id
    })}
`);
    return promise;
  }
  /** Ends the conversation; what has no answer fails. The streams are cancelled, whatever state they are in. */
  async [Symbol.asyncDispose]() {
    this.#break(new QmpBrokenError("aborted", "The QMP session was closed"));
    await this.#reading;
    await this.#writer.abort().catch(() => {
    });
  }
  /** Commands that are given in one turn leave in one write. */
  #send(line) {
    this.#unsent.push(line);
    if (this.#unsent.length > 1) return;
    queueMicrotask(() => {
      const bytes = new TextEncoder().encode(this.#unsent.join(""));
      this.#unsent = [];
      if (this.#broken !== void 0) return;
      this.#writer.write(bytes).catch((error) => this.#writeFailure ??= error);
    });
  }
  async #read() {
    try {
      while (this.#broken === void 0) {
        const { done, value } = await this.#reader.read();
        if (done) throw this.#closedError();
        for (const text of this.#framer.push(value)) this.#take(parseMessage(text));
      }
    } catch (error) {
      this.#break(asBroken(error));
    }
    await this.#reader.cancel().catch(() => {
    });
  }
  #take(message) {
    if (this.#broken !== void 0) return;
    if (message.type === "event") return this.#onEvent(message.event);
    if (message.type === "greeting") {
      this.#greeting = message.greeting;
      return;
    }
    const pending = typeof message.id === "number" ? this.#pending.get(message.id) : void 0;
    if (pending === void 0 || typeof message.id !== "number") {
      const what = message.type === "error" ? `: ${message.description}` : "";
      throw new QmpBrokenError("protocol", `QEMU answered what it was not asked${what}`);
    }
    this.#pending.delete(message.id);
    if (message.type === "return") return pending.resolve(message.value);
    pending.reject(new QmpError(pending.command, message.errorClass, message.description));
  }
  #requireGreeting() {
    if (this.#greeting !== void 0) return this.#greeting;
    const error = new QmpBrokenError("protocol", "QEMU answered before it greeted");
    this.#break(error);
    throw error;
  }
  #closedError() {
    const where = this.#framer.midMessage ? "in the middle of a message" : this.#greeting === void 0 ? "before its greeting" : "before it had answered everything";
    return new QmpBrokenError("closed", `QEMU closed the monitor ${where}`, {
      ...this.#writeFailure !== void 0 && {
        cause: this.#writeFailure
      }
    });
  }
  /** Keeps what is pending in the map, so that it can be asked for afterwards. */
  #break(error) {
    if (this.#broken !== void 0) return;
    this.#broken = error;
    this.#release();
    for (const { reject } of this.#pending.values()) reject(error);
    this.#reader.cancel().catch(() => {
    });
  }
};
function ignoreEvent() {
}
function abortError(reason) {
  const why = reason instanceof Error ? reason.message : "it was aborted";
  return new QmpBrokenError("aborted", `The QMP session was ended: ${why}`, {
    cause: reason
  });
}
function asBroken(error) {
  if (error instanceof QmpBrokenError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new QmpBrokenError("closed", `Cannot read from the monitor: ${why}`, {
    cause: error
  });
}

// src/drivers/qemu/probe_process.ts
var SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var LAST_MOMENTS_MS = 500;
async function converse(host, run, talk) {
  using _place = await run.turnstile.enter({
    privileged: run.privileged
  });
  if (run.signal?.aborted === true) throw givenUp(run);
  const directory = await makeDirectory(host, run.account);
  let process;
  try {
    process = await start(host, run, directory);
  } catch (error) {
    run.afterwards(host.files.remove(directory, {
      recursive: true
    }));
    throw error;
  }
  const late = new AbortController();
  const done = new AbortController();
  const stop = run.signal === void 0 ? late.signal : AbortSignal.any([
    late.signal,
    run.signal
  ]);
  const client = new QmpClient(process, {
    signal: stop
  });
  watchDeadline(host, run.deadlineMs, {
    late,
    done: done.signal
  });
  try {
    return await talk(client);
  } catch (error) {
    throw await explain(host, error, {
      run,
      process,
      client,
      late: late.signal
    });
  } finally {
    done.abort();
    process.kill("SIGKILL");
    run.afterwards(cleanUp(host, {
      process,
      client,
      directory
    }));
  }
}
function givenUp({ path, signal }) {
  const facts = {
    kind: "aborted",
    step: "start"
  };
  return new ProbeError(`Probing "${path}" was given up`, facts, {
    cause: signal?.reason
  });
}
async function makeDirectory(host, account) {
  const directory = await host.files.makeTempDirectory({
    prefix: "innkeeper-probe-"
  });
  if (account !== void 0) await host.files.changeOwner(directory, account.uid, account.gid);
  return directory;
}
async function start(host, run, directory) {
  const modules = host.env.get("QEMU_MODULE_DIR");
  try {
    return await host.exec.spawn({
      argv: [
        run.path,
        "-S",
        "-no-user-config",
        "-nodefaults",
        "-display",
        "none",
        "-machine",
        `none,accel=${run.accelerators}`,
        "-qmp",
        "stdio"
      ],
      cwd: directory,
      clearEnv: true,
      env: {
        PATH: host.env.get("PATH") ?? SEARCH_PATH,
        LC_ALL: "C",
        HOME: directory,
        TMPDIR: directory,
        ...modules !== void 0 && {
          QEMU_MODULE_DIR: modules
        }
      },
      ...run.account !== void 0 && {
        uid: run.account.uid,
        gid: run.account.gid
      }
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ProbeError(why, {
      kind: "start",
      step: "start"
    }, {
      cause
    });
  }
}
function watchDeadline(host, deadlineMs, { late, done }) {
  host.clock.sleep(deadlineMs, {
    signal: done
  }).then(() => late.abort(new Error(`No answer within ${deadlineMs / 1e3} s`)), () => {
  });
}
async function explain(host, error, { run, process, client, late }) {
  if (!(error instanceof QmpBrokenError)) {
    if (!(error instanceof Error)) return error;
    const step = error instanceof QmpError ? error.command : "answers";
    return new ProbeError(`"${run.path}": ${error.message}`, {
      kind: "answer",
      step,
      stderr: process.stderr()
    }, {
      cause: error
    });
  }
  const settled = new AbortController();
  if (error.kind === "closed") {
    const patience = host.clock.sleep(LAST_MOMENTS_MS, {
      signal: settled.signal
    }).catch(() => {
    });
    await Promise.race([
      process.status,
      patience
    ]);
  }
  settled.abort();
  process.kill("SIGKILL");
  const status = await process.status;
  await breathe();
  return describeBrokenRun(error, {
    path: run.path,
    greeted: client.greeted,
    unanswered: client.unanswered,
    stderr: process.stderr(),
    status,
    late: late.aborted,
    deadlineMs: run.deadlineMs
  });
}
function breathe() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
async function cleanUp(host, { process, client, directory }) {
  await client[Symbol.asyncDispose]();
  await process[Symbol.asyncDispose]();
  await host.files.remove(directory, {
    recursive: true
  });
}

// src/drivers/qemu/spare_session.ts
var SHARED = /* @__PURE__ */ new Set([
  "query-qmp-schema"
]);
var SpareSession = class {
  #session;
  #released = Promise.withResolvers();
  /** Lets `work` have the session, and keeps it for others until it is released. */
  async lend(session, work) {
    this.#session = session;
    try {
      const done = await work();
      await this.#released.promise;
      return done;
    } finally {
      this.#session = void 0;
    }
  }
  /** Says that nothing will be asked any more. */
  release() {
    this.#released.resolve();
  }
  /** The session, with the questions that may be asked elsewhere asked there. */
  relieve(session) {
    return {
      execute: async (command, args) => {
        const spare = SHARED.has(command) ? this.#session : void 0;
        try {
          return await (spare ?? session).execute(command, args);
        } catch (error) {
          if (spare === void 0 || error instanceof QmpError) throw error;
          return await session.execute(command, args);
        }
      }
    };
  }
};

// src/drivers/qemu/survive.ts
var MOST_DEATHS = 8;
var PRELUDE = [
  "greeting",
  "qmp_capabilities"
];
var HARMLESS = {
  command: "query-version"
};
async function survive(converse2, talk, options) {
  const { denied, mostDeaths = MOST_DEATHS } = options;
  for (let deaths = 0; ; deaths++) {
    try {
      return await converse2((session) => talk(avoiding(session, denied)));
    } catch (error) {
      if (!isDeath(error) || deaths >= mostDeaths) throw error;
      const killer = await findKiller(converse2, error.unanswered.filter((asked) => asked.command !== "qmp_capabilities"));
      if (killer === void 0) throw error;
      denied.add(denialName(killer));
    }
  }
}
function denialName(question) {
  const type = question.args?.["typename"];
  return typeof type === "string" ? type : questionName(question);
}
async function findKiller(converse2, asked) {
  const [first] = asked;
  if (first === void 0 || await kills(converse2, [
    HARMLESS
  ])) return void 0;
  if (await kills(converse2, [
    first
  ])) return first;
  let suspects = asked.slice(1);
  if (!await kills(converse2, suspects)) return void 0;
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    suspects = await kills(converse2, half) ? half : suspects.slice(half.length);
  }
  return suspects[0];
}
async function kills(converse2, questions) {
  if (questions.length === 0) return false;
  try {
    await converse2(async (session) => {
      const answers = questions.map(({ command, args }) => session.execute(command, args));
      const failed = (await Promise.allSettled(answers)).filter((answer) => answer.status === "rejected");
      const broken = failed.find(({ reason }) => !(reason instanceof QmpError));
      if (broken !== void 0) throw broken.reason;
    });
    return false;
  } catch (error) {
    if (isDeath(error)) return true;
    throw error;
  }
}
function isDeath(error) {
  return error instanceof ProbeError && error.kind === "exit" && !PRELUDE.includes(error.step);
}
function avoiding(session, denied) {
  if (denied.size === 0) return session;
  return {
    execute(command, args) {
      const question = args === void 0 ? {
        command
      } : {
        command,
        args
      };
      if (!denied.has(denialName(question))) return session.execute(command, args);
      return Promise.reject(new QmpError(command, "Denied", "this binary does not survive the question"));
    }
  };
}

// src/drivers/qemu/probe_emulator.ts
var ACCELERATORS = {
  linux: "kvm:tcg",
  darwin: "hvf:tcg"
};
async function probeEmulator(host, order, options) {
  const begin = host.clock.monotonic();
  const startedAt = new Date(host.clock.now()).toISOString();
  const denied = new Set(order.deniedTypes);
  const stop = new AbortController();
  const signal = AbortSignal.any([
    order.signal,
    stop.signal
  ]);
  const runs = (accelerators) => (talk) => converse(host, {
    ...options,
    path: order.path,
    accelerators,
    signal
  }, talk);
  const spare = new SpareSession();
  if (options.schemas?.isEmpty === false) spare.release();
  const bare = () => askWithoutAccelerator(runs("tcg"), {
    denied,
    spare
  });
  const first = survive(runs(ACCELERATORS[host.env.os] ?? "tcg"), (session) => askEverything2(spare.relieve(session), denied, {
    order,
    options
  }), {
    denied
  }).finally(() => spare.release());
  const early = options.expectAccelerator === true ? bare() : void 0;
  let full;
  try {
    full = await first;
  } catch (error) {
    stop.abort();
    await early;
    throw error;
  }
  if (!full.needsTcgRun) stop.abort();
  const { tcg, problems } = full.needsTcgRun ? await (early ?? bare()) : NO_RUN;
  await early;
  return mergeInterrogations({
    emulator: order.path,
    kvmSupportsNesting: order.kvmSupportsNesting,
    kvmSupportsSecureGuest: order.kvmSupportsSecureGuest,
    ...order.cpuid !== void 0 && {
      cpuid: order.cpuid
    },
    log: {
      startedAt,
      durationMs: Math.round(host.clock.monotonic() - begin),
      reason: order.reason,
      partial: problems.length > 0,
      problems,
      deniedTypes: [
        ...denied
      ].sort()
    }
  }, full, tcg);
}
var NO_RUN = {
  problems: []
};
function askEverything2(session, denied, { order, options }) {
  const folder = order.path.slice(0, order.path.lastIndexOf("/"));
  return interrogate(session, {
    phase: "full",
    deniedTypes: [
      ...denied
    ],
    ...options.schemas !== void 0 && {
      sisters: {
        shelf: options.schemas,
        folder
      }
    }
  });
}
async function askWithoutAccelerator(converse2, { denied, spare }) {
  try {
    const tcg = await survive(converse2, (session) => spare.lend(session, async () => {
      const arch = archOfTarget(parseTarget(await session.execute("query-target")));
      return await interrogate(session, {
        phase: "tcg",
        arch
      });
    }), {
      denied
    });
    return {
      tcg,
      problems: []
    };
  } catch (error) {
    const step = error instanceof ProbeError ? error.step : "start";
    const message = error instanceof Error ? error.message : String(error);
    return {
      problems: [
        {
          step: `accel=tcg: ${step}`,
          message
        }
      ]
    };
  }
}
export {
  probeEmulator
};
