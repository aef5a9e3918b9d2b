/**
 * What a rule can say of traffic, protocol by protocol, in the order it is written (`nwfilter_conf.c`, release 9.0).
 *
 * @module
 */

import {
  comment,
  connectionStates,
  ipAddress,
  ipMask,
  macAddress,
  macMask,
  named,
  number,
  type RuleValue,
  setFlags,
  setName,
  tcpFlags,
  truth,
} from "./values.ts";

/** Attributes by name. */
export type RuleAttributes = Readonly<Record<string, RuleValue>>;

const u8 = number(0xff);
const u16 = number(0xffff);
const u32 = number(0xffff_ffff);

const ETHER_TYPES = { arp: 0x806, rarp: 0x8035, ipv4: 0x800, ipv6: 0x86dd, vlan: 0x8100 };
const ARP_OPERATIONS = {
  Request: 1,
  Reply: 2,
  Request_Reverse: 3,
  Reply_Reverse: 4,
  DRARP_Request: 5,
  DRARP_Reply: 6,
  DRARP_Error: 7,
  InARP_Request: 8,
  ARP_NAK: 9,
};
const IP_PROTOCOLS = { tcp: 6, udp: 17, udplite: 136, esp: 50, ah: 51, icmp: 1, igmp: 2, sctp: 132, icmpv6: 58 };

const ether = { srcmacaddr: macAddress, srcmacmask: macMask, dstmacaddr: macAddress, dstmacmask: macMask };
const ports = { srcportstart: u16, srcportend: u16, dstportstart: u16, dstportend: u16 };
const dscp = number(63);

const arp = {
  ...ether,
  hwtype: u16,
  protocoltype: u16,
  opcode: named(ARP_OPERATIONS, u16, "decimal"),
  arpsrcmacaddr: macAddress,
  arpdstmacaddr: macAddress,
  arpsrcipaddr: ipAddress(4),
  arpsrcipmask: ipMask(4),
  arpdstipaddr: ipAddress(4),
  arpdstipmask: ipMask(4),
  gratuitous: truth,
  comment,
};

const stp = {
  srcmacaddr: macAddress,
  srcmacmask: macMask,
  type: u8,
  flags: u8,
  "root-priority": u16,
  "root-priority-hi": u16,
  "root-address": macAddress,
  "root-address-mask": macMask,
  "root-cost": u32,
  "root-cost-hi": u32,
  "sender-priority": u16,
  "sender-priority-hi": u16,
  "sender-address": macAddress,
  "sender-address-mask": macMask,
  port: u16,
  "port-hi": u16,
  age: u16,
  "age-hi": u16,
  "max-age": u16,
  "max-age-hi": u16,
  "hello-time": u16,
  "hello-time-hi": u16,
  "forward-delay": u16,
  "forward-delay-hi": u16,
  comment,
};

function linkIp(family: 4 | 6): RuleAttributes {
  return {
    ...ether,
    srcipaddr: ipAddress(family),
    srcipmask: ipMask(family),
    dstipaddr: ipAddress(family),
    dstipmask: ipMask(family),
    protocol: named(IP_PROTOCOLS, u8),
    ...ports,
  };
}

/** What every protocol above IP has; that the end of the second range is always IPv4 is libvirt's. */
function ip(family: 4 | 6): RuleAttributes {
  return {
    srcmacaddr: macAddress,
    srcipaddr: ipAddress(family),
    srcipmask: ipMask(family),
    dstipaddr: ipAddress(family),
    dstipmask: ipMask(family),
    srcipfrom: ipAddress(family),
    srcipto: ipAddress(family),
    dstipfrom: ipAddress(family),
    dstipto: ipAddress(4),
    dscp,
    "connlimit-above": number(0xffff, { decimalOnly: true }),
    state: connectionStates,
    ipset: setName,
    ipsetflags: setFlags,
  };
}

const plain = { v4: { ...ip(4), comment }, v6: { ...ip(6), comment } };
const withPorts = { v4: { ...ip(4), ...ports, comment }, v6: { ...ip(6), ...ports, comment } };

/** Every protocol with its attributes. */
export const PROTOCOLS = {
  arp,
  rarp: arp,
  mac: { ...ether, protocolid: named(ETHER_TYPES, number(0xffff, { min: 0x600 })), comment },
  vlan: {
    ...ether,
    vlanid: number(4095),
    "encap-protocol": named(ETHER_TYPES, number(0xffff, { min: 0x3c })),
    comment,
  },
  stp,
  ip: { ...linkIp(4), dscp, comment },
  ipv6: { ...linkIp(6), type: u8, typeend: u8, code: u8, codeend: u8, comment },
  tcp: { ...ip(4), ...ports, option: u8, flags: tcpFlags, comment },
  udp: withPorts.v4,
  udplite: plain.v4,
  esp: plain.v4,
  ah: plain.v4,
  sctp: withPorts.v4,
  icmp: { ...ip(4), type: u8, code: u8, comment },
  all: plain.v4,
  igmp: plain.v4,
  "tcp-ipv6": { ...ip(6), ...ports, option: u8, comment },
  "udp-ipv6": withPorts.v6,
  "udplite-ipv6": plain.v6,
  "esp-ipv6": plain.v6,
  "ah-ipv6": plain.v6,
  "sctp-ipv6": withPorts.v6,
  icmpv6: { ...ip(6), type: u8, code: u8, comment },
  "all-ipv6": plain.v6,
} as const satisfies Readonly<Record<string, RuleAttributes>>;

/** A protocol that rules know. */
export type RuleProtocol = keyof typeof PROTOCOLS;

const COMPANIONS: Readonly<Record<string, string>> = {
  srcmacmask: "srcmacaddr",
  dstmacmask: "dstmacaddr",
  srcipmask: "srcipaddr",
  dstipmask: "dstipaddr",
  "root-priority-hi": "root-priority",
  "root-address-mask": "root-address",
  "root-cost-hi": "root-cost",
  "sender-priority-hi": "sender-priority",
  "sender-address-mask": "sender-address",
  "port-hi": "port",
  "age-hi": "age",
  "max-age-hi": "max-age",
  "hello-time-hi": "hello-time",
  "forward-delay-hi": "forward-delay",
};

const IP_COMPANIONS: Readonly<Record<string, string>> = {
  srcipmask: "srcipaddr",
  dstipmask: "dstipaddr",
  srcipto: "srcipfrom",
  dstipto: "dstipfrom",
};

const PORT_COMPANIONS: Readonly<Record<string, string>> = {
  srcportend: "srcportstart",
  dstportstart: "srcportstart",
  dstportend: "srcportstart",
};

/** Whose negation an attribute shares, whatever was written. */
export function companionOf(protocol: RuleProtocol, attribute: string): string | undefined {
  switch (protocol) {
    case "arp":
    case "rarp":
      return undefined;
    case "mac":
    case "vlan":
    case "stp":
      return COMPANIONS[attribute];
    case "ip":
      return attribute.endsWith("ipmask") ? COMPANIONS[attribute] : undefined;
    case "ipv6":
      if (["typeend", "code", "codeend"].includes(attribute)) return "type";
      return attribute.endsWith("ipmask") ? COMPANIONS[attribute] : undefined;
    case "icmp":
    case "icmpv6":
      return attribute === "code" ? "type" : IP_COMPANIONS[attribute];
    default:
      return IP_COMPANIONS[attribute] ?? PORT_COMPANIONS[attribute];
  }
}

/** Protocols whose sets libvirt keeps as they were written; elsewhere it keeps one only without flags, as `src`. */
export function keepsSets(protocol: RuleProtocol): boolean {
  return protocol === "all" || protocol === "all-ipv6";
}
