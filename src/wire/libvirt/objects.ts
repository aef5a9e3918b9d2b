/**
 * How libvirt's objects are named on the wire, and the small records inside replies and events.
 *
 * @module
 */

import type { TypedParameter } from "../../model/typed_parameter.ts";
import {
  array,
  bool,
  charText,
  type Codec,
  f64,
  i32,
  i64,
  opaque,
  optStr,
  str,
  struct,
  u32,
  u64,
  union,
  uuid,
} from "../xdr/mod.ts";

/** A domain; find it by its UUID, for clients keep the rest until it is stale. */
export const domain = struct({ name: str, uuid, id: i32 }, { noun: "domain" });

/** A network. */
export const network = struct({ name: str, uuid }, { noun: "network" });

/** A port of a network. */
export const networkPort = struct({ net: network, uuid }, { noun: "network_port" });

/** A network filter. */
export const nwfilter = struct({ name: str, uuid }, { noun: "nwfilter" });

/** A filter in use on a device. */
export const nwfilterBinding = struct({ portdev: str, filtername: str }, { noun: "nwfilter_binding" });

/** A host's interface. */
export const hostInterface = struct({ name: str, mac: str }, { noun: "interface" });

/** A storage pool. */
export const storagePool = struct({ name: str, uuid }, { noun: "storage_pool" });

/** A storage volume. */
export const storageVol = struct({ pool: str, name: str, key: str }, { noun: "storage_vol" });

/** A device of the host. */
export const nodeDevice = struct({ name: str }, { noun: "node_device" });

/** A secret. */
export const secret = struct({ uuid, usageType: i32, usageID: str }, { noun: "secret" });

/** A checkpoint of a domain. */
export const checkpoint = struct({ name: str, dom: domain }, { noun: "domain_checkpoint" });

/** A snapshot of a domain. */
export const snapshot = struct({ name: str, dom: domain }, { noun: "domain_snapshot" });

/** A named value that knows its type: `{field: "vcpu.current", type: "uint", value: 2}`. */
export const typedParameter = union({ field: str }, {
  int: [1, i32],
  uint: [2, u32],
  llong: [3, i64],
  ullong: [4, u64],
  double: [5, f64],
  boolean: [6, bool],
  string: [7, str],
}, { noun: "parameter" }) as Codec<TypedParameter>;

/** A virtual CPU at work. */
export const vcpuInfo = struct({ number: u32, state: i32, cpu_time: u64, cpu: i32 });

/** A named number of the host's statistics. */
export const nodeStatistic = struct({ field: str, value: u64 });

/** What is wrong with a disk. */
export const diskError = struct({ disk: str, error: i32 });

/** A number of a domain's memory statistics. */
export const memoryStatistic = struct({ tag: i32, val: u64 });

/** An I/O thread and the CPUs it may run on. */
export const iothreadInfo = struct({ iothread_id: u32, cpumap: opaque(2048) }, { noun: "IOThread" });

/** One end of a connection to a domain's screen. */
export const graphicsAddress = struct({ family: i32, node: str, service: str });

/** Who is connected to a domain's screen. */
export const graphicsIdentity = struct({ type: str, name: str });

/** A lease of a network's DHCP server. */
export const dhcpLease = struct({
  iface: str,
  expirytime: i64,
  type: i32,
  mac: optStr,
  iaid: optStr,
  ipaddr: str,
  prefix: u32,
  hostname: optStr,
  clientid: optStr,
}, { noun: "lease" });

/** How a domain is confined; `enforcing` is 1 where the host insists. */
export const securityLabel = struct({ label: charText(4097), enforcing: i32 }, { noun: "label" });

/** The statistics of a domain. */
export const domainStats = struct({ dom: domain, params: array(typedParameter, 262144) }, {
  noun: "domain stats record",
});

/** A file system of a guest. */
export const fsInfo = struct({ mountpoint: str, name: str, fstype: str, dev_aliases: array(str, 256) }, {
  noun: "mountpoint",
});

/** An address of a guest's interface. */
export const ipAddress = struct({ type: i32, addr: str, prefix: u32 });

/** An interface of a guest with its addresses. */
export const guestInterface = struct({ name: str, hwaddr: optStr, addrs: array(ipAddress, 2048) }, {
  noun: "interface",
});

export type { TypedParameter };
