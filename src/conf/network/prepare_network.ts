/**
 * What a network needs before it can be defined on a host: a bridge of its own, a MAC address, nothing that its way of
 * forwarding cannot have.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import { addressOf } from "../parts/ip_address.ts";
import type { PciAddress } from "../parts/pci_address.ts";
import type { Network } from "./document.ts";
import { isRouted } from "./forward.ts";

/** Bridges are numbered up to this. */
const MAX_BRIDGE_ID = 256;

/** What is to be known of the host. */
export interface NetworkHost {
  /** Whether another network has a bridge of this name. */
  readonly isBridgeTaken: (name: string) => boolean;
  /** Whether the host has a device of this name. */
  readonly hasDevice: (name: string) => boolean;
  /** Whether this is a virtual function of an SR-IOV device. */
  readonly isVirtualFunction: (address: PciAddress) => boolean;
  /** A new MAC address that starts with 52:54:00. */
  readonly newMac: () => string;
}

/**
 * The network as it is defined.
 *
 * @throws {VirtError} It has what its way of forwarding cannot have.
 */
export function prepareNetwork(network: Network, host: NetworkHost): Network {
  if (network.name.includes("\n")) {
    throw new VirtError("VIR_ERR_XML_DETAIL", "invalid char in name: \n", { domain: "VIR_FROM_XML" });
  }
  const routed = isRouted(network.forward?.mode);
  const prepared = routed ? withBridge(network, host) : network;
  if (!routed) refuseServices(network);
  if (network.bandwidth !== undefined && !hasBandwidth(network)) {
    refuse(`Unsupported network-wide <bandwidth> element in network ${network.name} with forward ${modeOf(network)}`);
  }
  checkPool(network, host);
  checkDhcp(network);
  checkPortGroups(network);
  checkVlan(network);
  return prepared;
}

/** The network with a free bridge name and a MAC address. */
function withBridge(network: Network, host: NetworkHost): Network {
  const { name } = network.bridge ?? {};
  if (name !== undefined && !name.includes("%d") && host.isBridgeTaken(name)) {
    throw new VirtError("VIR_ERR_INTERNAL_ERROR", `bridge name '${name}' already in use.`, {
      domain: "VIR_FROM_NETWORK",
    });
  }
  const own = name === undefined || name.includes("%d") ? freeBridge(name, host) : name;
  return { ...network, bridge: { ...network.bridge, name: own }, mac: network.mac ?? host.newMac() };
}

function freeBridge(pattern: string | undefined, { isBridgeTaken, hasDevice }: NetworkHost): string {
  const template = pattern !== undefined && /^[^%]*%d[^%]*$/.test(pattern) ? pattern : "virbr%d";
  for (let id = 0; id <= MAX_BRIDGE_ID; id += 1) {
    const name = template.replace("%d", String(id));
    if (!isBridgeTaken(name) && !hasDevice(name)) return name;
  }
  const detail = `Bridge generation exceeded max id ${MAX_BRIDGE_ID}`;
  throw new VirtError("VIR_ERR_INTERNAL_ERROR", detail, { domain: "VIR_FROM_NETWORK" });
}

/** What libvirt can serve only on bridges of its own. */
function refuseServices(network: Network): void {
  const { mac, ips, dns, domain } = network;
  const has = {
    mac: mac !== undefined,
    ip: ips !== undefined,
    dns: (dns?.txts ?? dns?.hosts ?? dns?.srvs) !== undefined,
    domain: domain !== undefined,
  };
  for (const [name, given] of Object.entries(has)) {
    if (given) refuse(`Unsupported <${name}> element in network ${network.name} with forward ${modeOf(network)}`);
  }
}

function hasBandwidth({ forward, bridge }: Network): boolean {
  return isRouted(forward?.mode) || (forward?.mode === "bridge" && bridge?.name !== undefined);
}

function checkPool({ name, forward }: Network, { isVirtualFunction }: NetworkHost): void {
  const { mode, interfaces = [], addresses = [], pf } = forward ?? {};
  const [first] = interfaces;
  if (mode === "hostdev" && first !== undefined) {
    const need = "but hostdev networks require all devices to be listed by PCI address, not network device name";
    refuse(`hostdev network '${name}' lists '${first.dev}' in the device pool, ${need}`);
  }
  for (const address of addresses) {
    if (mode !== "hostdev") {
      const only = "This is only supported for networks with forward mode 'hostdev'";
      refuse(
        `network '${name}' has forward mode '${mode}'  but lists a device by PCI address in the device pool. ${only}`,
      );
    }
    if (!isVirtualFunction(address)) {
      refuse(`device '${sysfsPath(address)}' in network '${name}' is not an SR-IOV Virtual Function`);
    }
  }
  if ([pf !== undefined, interfaces.length > 0, addresses.length > 0].filter(Boolean).length > 1) {
    refuse(`<address>, <interface>, and <pf> elements of <forward> in network ${name} are mutually exclusive`);
  }
}

function sysfsPath({ domain, bus, slot, function: part }: PciAddress): string {
  const hex = (number: number, width: number): string => number.toString(16).padStart(width, "0");
  return `/sys/bus/pci/devices/${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${part}`;
}

function checkDhcp({ ips = [] }: Network): void {
  for (const family of [4, 6]) {
    const serving = ips.filter((ip) => ip.dhcp !== undefined && addressOf(ip.address).family === family);
    if (serving.length <= 1) continue;
    const only = `dhcp is supported only for a single IPv${family} address on each network`;
    refuse(`Multiple IPv${family} dhcp sections found -- ${only}`);
  }
}

function checkPortGroups(network: Network): void {
  const { name, portGroups = [], forward } = network;
  const defaults = portGroups.filter((group) => group.default === true);
  if (defaults.length > 1) {
    const both = `(${defaults[0]?.name} and ${defaults[1]?.name})`;
    refuse(`network '${name}' has multiple default <portgroup> elements ${both}, but only one default is allowed`);
  }
  const names = portGroups.map((group) => group.name);
  const twice = names.find((each, index) => names.indexOf(each) < index);
  if (twice !== undefined) refuse(`multiple <portgroup> elements with the same name (${twice}) in network '${name}'`);
  const limited = portGroups.find((group) => group.bandwidth !== undefined);
  if (limited === undefined || hasBandwidth(network)) return;
  const where = `in network '${name}' in portgroup '${limited.name}' with forward mode='${forward?.mode}'`;
  refuse(`Unsupported <bandwidth> element ${where}`);
}

/** Tags can be set on virtual functions, and by Open vSwitch. */
function checkVlan({ name, forward, virtualPort, vlan, portGroups = [] }: Network): void {
  const isOpenBridge = (port: typeof virtualPort): boolean =>
    forward?.mode === "bridge" && port?.type === "openvswitch";
  const allowed = forward?.mode === "hostdev" || forward?.mode === "passthrough" || isOpenBridge(virtualPort);
  const misused = portGroups.some((group) =>
    (vlan ?? group.vlan) !== undefined && !(group.virtualPort === undefined ? allowed : isOpenBridge(group.virtualPort))
  );
  const hasDefault = portGroups.some((group) => group.default === true);
  if (!misused && (vlan === undefined || allowed || hasDefault)) return;
  refuse(`<vlan> element specified for network ${name}, whose type doesn't support vlan configuration`);
}

function modeOf({ forward }: Network): string {
  return `mode='${forward?.mode}'`;
}

function refuse(detail: string): never {
  throw new VirtError("VIR_ERR_CONFIG_UNSUPPORTED", detail, { domain: "VIR_FROM_NETWORK" });
}
