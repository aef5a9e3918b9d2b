/**
 * `<domain>`: everything about one guest. This file is the order in which libvirt writes its parts.
 *
 * @module
 */

import { child, element, type FieldsOf, mapped, type ShapeOf } from "../shape/mod.ts";
import { canonicalKind } from "./canonical.ts";
import { clock } from "./clock.ts";
import { cpu } from "./cpu.ts";
import { cputune } from "./cputune.ts";
import { devices } from "./devices/mod.ts";
import { features } from "./features.ts";
import { head, identity } from "./identity.ts";
import { events, perf, pm } from "./lifecycle.ts";
import { memory, memoryBacking, memtune } from "./memory.ts";
import { NAMESPACES, namespaces } from "./namespaces.ts";
import { bootloader, os } from "./os.ts";
import { keywrap, launchSecurity, seclabels } from "./security.ts";
import { sysinfo } from "./sysinfo.ts";
import { blkiotune, idmap, numatune, resource } from "./tuning.ts";
import { ioThreads, vcpu, vcpus } from "./vcpu.ts";

const fields = {
  ...head,
  ...identity,
  ...memory,
  blkiotune,
  memtune,
  memoryBacking,
  vcpu,
  vcpus,
  ...ioThreads,
  cputune,
  numatune,
  resource,
  sysinfo,
  ...bootloader,
  os,
  idmap,
  features,
  cpu,
  clock,
  ...events,
  pm,
  perf,
  devices: child("devices", devices, { default: {}, empty: "block" }),
  seclabels,
  keywrap,
  launchSecurity,
  ...namespaces,
};

type Written = FieldsOf<typeof fields>;

/** A guest's document. */
export const domain = element(
  "domain",
  mapped(fields, { parse: (written, fail): Written => canonicalKind(written, fail), format: (written) => written }),
  { namespaces: NAMESPACES },
);

/** A guest's document as an object; also its JSON form. */
export type Domain = ShapeOf<typeof domain>;
