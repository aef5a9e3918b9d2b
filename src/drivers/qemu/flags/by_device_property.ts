/**
 * Flags that stand for a property of a device (`device-list-properties`).
 *
 * @module
 */

import type { PropertyRule } from "./rule.ts";

/** Property to flag, in the order of the flags. */
export const DEVICE_PROPERTY_RULES: readonly PropertyRule[] = [
  { flag: "virtio-blk-pci.scsi", property: "scsi", types: ["virtio-blk-pci", "virtio-blk-ccw"] },
  { flag: "scsi-disk.channel", property: "channel", types: ["scsi-hd"] },
  { flag: "disable-s3", property: "disable_s3", types: ["PIIX4_PM"] },
  { flag: "disable-s4", property: "disable_s4", types: ["PIIX4_PM"] },
  { flag: "usb-redir.filter", property: "filter", types: ["usb-redir"] },
  { flag: "ide-drive.wwn", property: "wwn", types: ["ide-hd"] },
  { flag: "scsi-disk.wwn", property: "wwn", types: ["scsi-hd"] },
  { flag: "usb-storage.removable", property: "removable", types: ["usb-storage"] },
  { flag: "kvm-pit-lost-tick-policy", property: "lost_tick_policy", types: ["kvm-pit"] },
  { flag: "VGA.vgamem_mb", property: "vgamem_mb", types: ["VGA"] },
  { flag: "vmware-svga.vgamem_mb", property: "vgamem_mb", types: ["vmware-svga"] },
  { flag: "qxl.vgamem_mb", property: "vgamem_mb", types: ["qxl"] },
  { flag: "virtio-gpu.virgl", property: "virgl", types: ["virtio-gpu-pci", "virtio-gpu-device", "virtio-gpu-ccw"] },
  { flag: "ich9-disable-s3", property: "disable_s3", types: ["ICH9-LPC"] },
  { flag: "ich9-disable-s4", property: "disable_s4", types: ["ICH9-LPC"] },
  {
    flag: "virtio-balloon-pci.deflate-on-oom",
    property: "deflate-on-oom",
    types: ["virtio-balloon-pci", "virtio-balloon-ccw", "virtio-balloon-device"],
  },
  { flag: "qxl.vram64_size_mb", property: "vram64_size_mb", types: ["qxl"] },
  { flag: "intel-iommu.intremap", property: "intremap", types: ["intel-iommu"] },
  { flag: "intel-iommu.caching-mode", property: "caching-mode", types: ["intel-iommu"] },
  { flag: "intel-iommu.eim", property: "eim", types: ["intel-iommu"] },
  { flag: "intel-iommu.device-iotlb", property: "device-iotlb", types: ["intel-iommu"] },
  { flag: "spapr-pci-host-bridge.numa_node", property: "numa_node", types: ["spapr-pci-host-bridge"] },
  { flag: "mch.extended-tseg-mbytes", property: "extended-tseg-mbytes", types: ["mch"] },
  { flag: "vfio-pci.display", property: "display", types: ["vfio-pci"] },
  { flag: "nvdimm.unarmed", property: "unarmed", types: ["nvdimm"] },
  { flag: "pcie-root-port.hotplug", property: "hotplug", types: ["pcie-root-port"] },
  {
    flag: "virtio-blk-pci.scsi.default.disabled",
    property: "scsi",
    types: ["virtio-blk-pci", "virtio-blk-ccw"],
    defaultValue: false,
  },
  { flag: "intel-iommu.aw-bits", property: "aw-bits", types: ["intel-iommu"] },
  { flag: "usb-host.hostdevice", property: "hostdevice", types: ["usb-host"] },
  {
    flag: "virtio-balloon.free-page-reporting",
    property: "free-page-reporting",
    types: ["virtio-balloon-pci", "virtio-balloon-ccw", "virtio-balloon-device"],
  },
  { flag: "vhost-user-fs.bootindex", property: "bootindex", types: ["vhost-user-fs-device"] },
  { flag: "rotation-rate", property: "rotation_rate", types: ["scsi-hd"] },
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
      "virtio-gpu-ccw",
    ],
  },
  { flag: "virtio-blk.queue-size", property: "queue-size", types: ["virtio-blk-pci", "virtio-blk-ccw"] },
  { flag: "piix4.acpi-root-pci-hotplug", property: "acpi-root-pci-hotplug", types: ["PIIX4_PM"] },
  { flag: "virtio-mem-pci.prealloc", property: "prealloc", types: ["virtio-mem-pci", "virtio-mem-ccw"] },
  { flag: "virtio-iommu.boot-bypass", property: "boot-bypass", types: ["virtio-iommu-pci"] },
  { flag: "virtio-net.rss", property: "rss", types: ["virtio-net-pci", "virtio-net-ccw"] },
  { flag: "usb-host.guest-resets-all", property: "guest-resets-all", types: ["usb-host"] },
  // Of later releases of the reference.
  { flag: "virtio-gpu.blob", property: "blob", types: ["virtio-gpu-pci", "virtio-gpu-device", "virtio-gpu-ccw"] },
  { flag: "virtio-blk.iothread-mapping", property: "iothread-vq-mapping", types: ["virtio-blk-pci", "virtio-blk-ccw"] },
  {
    flag: "virtio-mem-pci.dynamic-memslots",
    property: "dynamic-memslots",
    types: ["virtio-mem-pci", "virtio-mem-ccw"],
  },
  { flag: "intel-iommu.dma-translation", property: "dma-translation", types: ["intel-iommu"] },
  { flag: "virtio-ccw.loadparm", property: "loadparm", types: ["virtio-blk-ccw"] },
  {
    flag: "virtio-scsi.iothread-mapping",
    property: "iothread-vq-mapping",
    types: ["virtio-scsi-pci", "virtio-scsi-ccw"],
  },
  { flag: "amd-iommu.pci-id", property: "pci-id", types: ["amd-iommu"] },
  {
    flag: "disk-timed-stats",
    property: "stats-intervals",
    types: ["virtio-blk-pci", "virtio-blk-ccw", "scsi-hd", "ide-hd", "usb-storage"],
  },
  { flag: "virtio-iommu.aw-bits", property: "aw-bits", types: ["virtio-iommu-pci"] },
  { flag: "scsi-block.migrate-pr", property: "migrate-pr", types: ["scsi-block"] },
  { flag: "amd-iommu.xtsup", property: "xtsup", types: ["amd-iommu"] },
];
