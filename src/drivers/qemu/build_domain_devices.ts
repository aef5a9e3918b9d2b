/**
 * The tables of devices in domain capabilities: per kind its enums, per value the rule that lets it in. Rows are in
 * libvirt's order of values. Source: libvirt's documentation of the format, its enums, and the flags it asks for.
 *
 * @module
 */

import type { DeviceCapabilities } from "../../conf/domain_capabilities/document.ts";
import { buildEnum, type DomainGuest, type ValueRow } from "./build_domain_rules.ts";
import { isPpc64, isS390, isX86 } from "./guest_architectures.ts";
import { hasIde, isPseries } from "./machine_kind.ts";

/** One kind of device. */
interface DeviceTable {
  readonly name: string;
  readonly enums: Readonly<Record<string, readonly ValueRow[]>>;
  /** Enums that a kind is nothing without: where they are empty it is not supported. */
  readonly needs?: readonly string[];
  /** Enums that are left out where they are empty. */
  readonly optional?: readonly string[];
}

const TRANSITIONAL: readonly ValueRow[] = [
  { value: "virtio-transitional", flags: ["virtio-pci-non-transitional"] },
  { value: "virtio-non-transitional", flags: ["virtio-pci-non-transitional"] },
];

const USB_CONTROLLERS = [
  "piix3-usb-uhci",
  "piix4-usb-uhci",
  "usb-ehci",
  "ich9-usb-ehci1",
  "vt82c686b-usb-uhci",
  "pci-ohci",
  "nec-usb-xhci",
  "qemu-xhci",
];

const DEVICES: readonly DeviceTable[] = [
  {
    name: "disk",
    enums: {
      diskDevice: [
        { value: "disk" },
        { value: "cdrom" },
        { value: "floppy", when: hasFloppy },
        { value: "lun" },
      ],
      bus: [
        { value: "ide", when: hasIde },
        { value: "fdc", when: hasFloppy },
        { value: "scsi" },
        { value: "virtio" },
        { value: "usb", flags: ["usb-storage"] },
        { value: "sata", flags: ["ich9-ahci"] },
        { value: "nvme", flags: ["nvme"] },
      ],
      model: [{ value: "virtio" }, ...TRANSITIONAL],
    },
  },
  {
    name: "graphics",
    enums: {
      type: [
        { value: "sdl", flags: ["sdl"] },
        { value: "vnc", flags: ["vnc"] },
        { value: "rdp", flags: ["display-dbus"], when: ({ host }) => host.rdp },
        { value: "spice", flags: ["spice"] },
        { value: "egl-headless", flags: ["egl-headless"] },
        { value: "dbus", flags: ["display-dbus"] },
      ],
    },
  },
  {
    name: "video",
    enums: {
      modelType: [
        { value: "vga", flags: ["VGA"] },
        { value: "cirrus", flags: ["cirrus-vga"] },
        { value: "vmvga", flags: ["vmware-svga"] },
        { value: "qxl", flags: ["qxl"] },
        { value: "virtio", flags: ["virtio-gpu"] },
        { value: "none" },
        { value: "bochs", flags: ["bochs-display"] },
        { value: "ramfb", flags: ["ramfb"] },
      ],
    },
  },
  {
    name: "hostdev",
    enums: {
      mode: [{ value: "subsystem" }],
      startupPolicy: [{ value: "default" }, { value: "mandatory" }, { value: "requisite" }, { value: "optional" }],
      subsysType: [{ value: "usb", flags: USB_CONTROLLERS }, { value: "pci" }, { value: "scsi" }],
      capsType: [],
      pciBackend: [
        { value: "default", flags: ["vfio-pci"], when: ({ host }) => host.vfio },
        { value: "vfio", flags: ["vfio-pci"], when: ({ host }) => host.vfio },
      ],
      iommufd: [{ value: "yes", flags: ["iommufd"] }, { value: "no" }],
    },
  },
  {
    name: "rng",
    enums: {
      model: [
        { value: "virtio", flags: ["virtio-rng"] },
        ...TRANSITIONAL.map((row) => ({ ...row, when: ({ flags }: DomainGuest) => flags.has("virtio-rng") })),
      ],
      backendModel: [
        { value: "random", flags: ["rng-random"] },
        { value: "egd", flags: ["rng-egd"] },
        { value: "builtin", flags: ["rng-builtin"] },
      ],
    },
  },
  {
    name: "filesystem",
    enums: { driverType: [{ value: "path" }, { value: "handle" }, { value: "virtiofs", flags: ["vhost-user-fs"] }] },
  },
  {
    name: "tpm",
    enums: {
      model: [
        { value: "tpm-tis", flags: ["tpm-tis"] },
        { value: "tpm-crb", flags: ["tpm-crb"] },
        { value: "tpm-spapr", flags: ["tpm-spapr"] },
        { value: "spapr-tpm-proxy", flags: ["spapr-tpm-proxy"] },
      ],
      backendModel: [
        { value: "passthrough", flags: ["tpm-passthrough"] },
        { value: "emulator", flags: ["tpm-emulator"], when: ({ host }) => host.swtpm !== undefined },
        { value: "external", flags: ["tpm-emulator"], when: ({ host }) => host.swtpm !== undefined },
      ],
      backendVersion: [
        { value: "1.2", when: ({ host }) => host.swtpm?.tpm12 === true },
        { value: "2.0", when: ({ host }) => host.swtpm?.tpm20 === true },
      ],
    },
    needs: ["model"],
    optional: ["backendVersion"],
  },
  { name: "redirdev", enums: { bus: [{ value: "usb", flags: ["usb-redir"] }] }, needs: ["bus"] },
  {
    name: "channel",
    enums: { type: [{ value: "pty" }, { value: "unix" }, { value: "spicevmc", flags: ["spice"] }] },
  },
  {
    name: "crypto",
    enums: {
      model: [{ value: "virtio", flags: ["virtio-crypto"] }],
      type: [{ value: "qemu", flags: ["virtio-crypto"] }],
      backendModel: [
        { value: "builtin", flags: ["virtio-crypto"] },
        { value: "lkcf", flags: ["cryptodev-backend-lkcf"] },
      ],
    },
    needs: ["model"],
  },
  {
    name: "interface",
    enums: {
      backendType: [
        { value: "default" },
        { value: "passt", flags: ["netdev.stream"], when: ({ host }) => host.passt },
      ],
    },
  },
  {
    name: "panic",
    enums: {
      model: [
        { value: "isa", flags: ["pvpanic"] },
        { value: "pseries", when: ({ arch }) => isPpc64(arch) },
        { value: "hyperv", when: ({ arch }) => isX86(arch) },
        { value: "s390", when: ({ arch }) => isS390(arch) },
        { value: "pvpanic", flags: ["pvpanic-pci"] },
      ],
    },
    needs: ["model"],
  },
  {
    name: "console",
    enums: {
      type: [
        ...["null", "vc", "pty", "dev", "file", "pipe", "stdio", "udp", "tcp", "unix"].map((value) => ({ value })),
        { value: "spicevmc", flags: ["spice"] },
        { value: "spiceport", flags: ["spice"] },
        { value: "qemu-vdagent", flags: ["chardev.qemu-vdagent"] },
        { value: "dbus", flags: ["display-dbus"] },
      ],
    },
  },
];

/** Builds every kind of device, in the document's order. */
export function buildDevices(guest: DomainGuest): DeviceCapabilities[] {
  return DEVICES.map((table) => buildDevice(table, guest));
}

function buildDevice({ name, enums, needs = [], optional = [] }: DeviceTable, guest: DomainGuest): DeviceCapabilities {
  const built = Object.entries(enums).map(([enumName, rows]) => buildEnum(enumName, rows, guest));
  const lacking = built.some((each) => needs.includes(each.name) && each.values.length === 0);
  if (lacking) return { name, supported: false, enums: [] };
  return {
    name,
    supported: true,
    enums: built.filter((each) => each.values.length > 0 || !optional.includes(each.name)),
  };
}

function hasFloppy(guest: DomainGuest): boolean {
  return !isPseries({ machine: guest.machine, arch: guest.capabilities.arch });
}
