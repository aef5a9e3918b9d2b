/**
 * `<features>`: what the machine can do besides running instructions, and how hypervisors show themselves.
 *
 * @module
 */

import {
  attribute,
  child,
  flag,
  mapped,
  object,
  oneOf,
  onOff,
  type Part,
  path,
  refine,
  size,
  uint32,
} from "../shape/mod.ts";
import { hyperv } from "./hyperv.ts";
import { unsupported } from "./terms.ts";

/** Capabilities of the Linux kernel that a container can be given or denied, in libvirt's order. */
const PROCESS_CAPABILITIES = [
  "audit_control",
  "audit_write",
  "block_suspend",
  "chown",
  "dac_override",
  "dac_read_search",
  "fowner",
  "fsetid",
  "ipc_lock",
  "ipc_owner",
  "kill",
  "lease",
  "linux_immutable",
  "mac_admin",
  "mac_override",
  "mknod",
  "net_admin",
  "net_bind_service",
  "net_broadcast",
  "net_raw",
  "setgid",
  "setfcap",
  "setpcap",
  "setuid",
  "sys_admin",
  "sys_boot",
  "sys_chroot",
  "sys_module",
  "sys_nice",
  "sys_pacct",
  "sys_ptrace",
  "sys_rawio",
  "sys_resource",
  "sys_time",
  "sys_tty_config",
  "syslog",
  "wake_alarm",
] as const;

type ProcessCapability = typeof PROCESS_CAPABILITIES[number];

const kvm = {
  hidden: state("hidden"),
  hintDedicated: state("hint-dedicated"),
  pollControl: state("poll-control"),
  pvIpi: state("pv-ipi"),
  dirtyRing: child(
    "dirty-ring",
    refine({ state: attribute("state", onOff, { required: true }), size: attribute("size", uint32()) }, checkDirtyRing),
  ),
};

const xen = {
  e820Host: state("e820_host"),
  passthrough: child("passthrough", {
    state: attribute("state", onOff, { required: true }),
    mode: attribute("mode", oneOf("sync_pt", "share_pt"), { drop: ["default"] }),
  }),
};

const policies = object({
  policy: attribute("policy", oneOf("default", "allow", "deny")),
  states: object(Object.fromEntries(PROCESS_CAPABILITIES.map((name) => [name, state(name)]))) as Part<
    { readonly [K in ProcessCapability]?: boolean }
  >,
});

/** What a container may do on its host. */
interface Capabilities {
  readonly policy?: "default" | "allow" | "deny";
  readonly states?: { readonly [K in ProcessCapability]?: boolean };
}

const capabilities = mapped(policies, {
  // The default policy is worth a word only beside a capability.
  parse({ policy = "default", states }): Capabilities {
    if (Object.keys(states).length > 0) return { policy, states };
    return policy === "default" ? {} : { policy };
  },
  format: ({ policy, states = {} }) => ({ states, ...(policy === undefined ? {} : { policy }) }),
  schema(definitions) {
    const { required: _, ...schema } = policies.schema(definitions);
    return schema;
  },
});

/** `<features>`. */
export const features = child("features", {
  acpi: flag("acpi"),
  apic: child("apic", { eoi: attribute("eoi", onOff) }),
  pae: flag("pae"),
  hap: stateOrOn("hap"),
  viridian: flag("viridian"),
  privnet: flag("privnet"),
  hyperv: child("hyperv", hyperv, { empty: "block" }),
  kvm: child("kvm", kvm, { empty: "block" }),
  pvSpinlock: stateOrOn("pvspinlock"),
  capabilities: child("capabilities", capabilities, { empty: "omit" }),
  pmu: stateOrOn("pmu"),
  vmport: stateOrOn("vmport"),
  gic: child("gic", { version: attribute("version", oneOf("host", "2", "3")) }),
  smm: child("smm", {
    state: attribute("state", onOff, { default: true }),
    tseg: child("tseg", size({ unit: "largest", assumed: "MiB" })),
  }),
  ioapic: path("ioapic", attribute("driver", oneOf("qemu", "kvm"))),
  hpt: child("hpt", {
    resizing: attribute("resizing", oneOf("enabled", "disabled", "required")),
    maxPageSize: child("maxpagesize", size()),
  }, { empty: "omit" }),
  vmCoreInfo: stateOrOn("vmcoreinfo"),
  htm: state("htm"),
  nestedHv: state("nested-hv"),
  msrs: path("msrs", attribute("unknown", oneOf("ignore", "fault"), { required: true })),
  ccfAssist: state("ccf-assist"),
  xen: child("xen", xen, { empty: "block" }),
  cfpc: path("cfpc", attribute("value", oneOf("broken", "workaround", "fixed"))),
  sbbc: path("sbbc", attribute("value", oneOf("broken", "workaround", "fixed"))),
  ibs: path("ibs", attribute("value", oneOf("broken", "workaround", "fixed-ibs", "fixed-ccd", "fixed-na"))),
  tcg: child("tcg", { tbCache: child("tb-cache", size()) }, { empty: "omit" }),
}, { empty: "omit" });

function state(name: string): Part<boolean | undefined> {
  return path(name, attribute("state", onOff, { required: true }));
}

function stateOrOn(name: string): Part<boolean | undefined> {
  return path(name, attribute("state", onOff, { default: true }));
}

function checkDirtyRing(
  { state, size }: { readonly state: boolean; readonly size?: number },
  fail: Parameters<Parameters<typeof refine>[1]>[1],
): void {
  if (!state) return;
  if (size !== undefined && size >= 1024 && size <= 65_536 && (size & (size - 1)) === 0) return;
  fail("the ring needs a size", {
    attribute: "size",
    ...unsupported("dirty ring must be power of 2 and ranges [1024, 65536]"),
  });
}
