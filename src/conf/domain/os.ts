/**
 * `<os>`: what kind of machine it is, and how it starts.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  int32,
  mapped,
  oneOf,
  path,
  pattern,
  refine,
  string,
  textIfAny,
  textOf,
  uint32,
  type Value,
  yesNo,
} from "../shape/mod.ts";
import { isArchitecture } from "../../model/architecture.ts";
import { nvram } from "./nvram.ts";
import { unsupported, wrong } from "./terms.ts";

const machine = pattern(/[a-zA-Z0-9_.-]+/, "a machine's name: letters, digits, dots and dashes");

const architecture: Value<string> = {
  ...string,
  parse: (text) => isArchitecture(text) ? text : undefined,
  expected: "an architecture by libvirt's name",
};

const osType = {
  arch: attribute("arch", architecture, unsupported("Unknown architecture %s")),
  machine: attribute("machine", machine),
  type: textOf(oneOf("hvm", "xen", "xenpvh", "linux", "exe", "uml"), {
    emptyIsAbsent: false,
    ...unsupported("unknown OS type '%s'"),
  }),
};

/** Milliseconds; libvirt's schema allows no more, and its checks come later. */
const LONGEST_WAIT = 65_535;
const SCHEMA = { code: "VIR_ERR_XML_INVALID_SCHEMA" } as const;

const bios = refine({
  useSerial: attribute("useserial", yesNo),
  rebootTimeout: attribute("rebootTimeout", int32()),
}, ({ rebootTimeout = 0 }, fail, { lenient }) => {
  if (lenient || (rebootTimeout >= -1 && rebootTimeout <= LONGEST_WAIT)) return;
  fail(`${rebootTimeout} is not within -1 and ${LONGEST_WAIT}`, { attribute: "rebootTimeout", ...SCHEMA });
});

const bootMenu = mapped(
  refine(
    { enable: attribute("enable", yesNo), timeout: attribute("timeout", uint32()) },
    ({ timeout = 0 }, fail, { lenient }) => {
      if (!lenient && timeout > LONGEST_WAIT) {
        fail(`${timeout} is longer than ${LONGEST_WAIT}`, {
          attribute: "timeout",
          ...SCHEMA,
        });
      }
    },
  ),
  {
    // A menu that is not shown waits for nobody.
    parse: ({ enable, timeout }) => ({
      ...(enable === undefined ? {} : { enable }),
      ...(enable === true && timeout !== undefined ? { timeout } : {}),
    }),
    format: (value) => value,
  },
);

/** Runs before `<os>`: a program of the host that starts a paravirtual guest. */
export const bootloader = {
  bootloader: child("bootloader", textOf(string)),
  bootloaderArgs: child("bootloader_args", textOf(string)),
};

/** What a guest is that says nothing of it: only a boot loader can start it. */
export const NO_OS = { type: { type: "xen" } } as const;

/** `<os>`. */
export const os = child("os", {
  firmware: attribute("firmware", oneOf("bios", "efi"), wrong("unknown firmware value %s")),
  type: child("type", osType, { required: true, ...wrong("an os <type> must be specified") }),
  firmwareFeatures: path(
    "firmware",
    children("feature", {
      enabled: attribute("enabled", yesNo, { required: true }),
      name: attribute("name", oneOf("enrolled-keys", "secure-boot"), { required: true }),
    }),
  ),
  init: child("init", textOf(string)),
  initArgs: children("initarg", textOf(string)),
  initEnv: children("initenv", { name: attribute("name", string, { required: true }), value: textOf(string) }),
  initDir: child("initdir", textOf(string)),
  initUser: child("inituser", textOf(string)),
  initGroup: child("initgroup", textOf(string)),
  loader: child("loader", {
    readonly: attribute("readonly", yesNo),
    secure: attribute("secure", yesNo),
    type: attribute("type", oneOf("rom", "pflash")),
    stateless: attribute("stateless", yesNo),
    path: textIfAny(string),
  }, { empty: "omit" }),
  nvram: child("nvram", nvram, { empty: "omit" }),
  kernel: child("kernel", textOf(string)),
  initrd: child("initrd", textOf(string)),
  cmdline: child("cmdline", textOf(string)),
  dtb: child("dtb", textOf(string)),
  root: child("root", textOf(string)),
  acpiTables: path(
    "acpi",
    children("table", {
      type: attribute("type", oneOf("slic"), { required: true, ...wrong("Unknown acpi table type: %s") }),
      path: textOf(string),
    }, { max: 1, ...wrong("Only one acpi table is supported") }),
  ),
  boot: mapped(children("boot", attribute("dev", oneOf("fd", "cdrom", "hd", "network"), { required: true })), {
    parse: (devices) => devices?.slice(0, 4),
    format: (devices) => devices,
  }),
  bootMenu: child("bootmenu", bootMenu, { empty: "omit" }),
  bios: child("bios", bios, { empty: "omit" }),
  smbios: path("smbios", attribute("mode", oneOf("emulate", "host", "sysinfo"))),
}, { empty: "block", default: NO_OS });
