/**
 * `<dns>` of a network: what its name server answers, and whom it asks.
 *
 * @module
 */

import { ipAddress } from "../parts/ip_address.ts";
import { NAME } from "../parts/names_itself.ts";
import {
  attribute,
  child,
  children,
  element,
  type Fail,
  mapped,
  refine,
  type ShapeOf,
  string,
  textOf,
  uint32,
  yesNo,
} from "../shape/mod.ts";
import { broken, wrong } from "./terms.ts";

const PORT = uint32({ max: 65535 });

const forwarder = refine({
  domain: attribute("domain", string),
  addr: attribute("addr", ipAddress, wrong(`Invalid forwarder IP address '%s' in network '${NAME}'`)),
}, ({ domain, addr }, fail) => {
  if (domain !== undefined || addr !== undefined) return;
  fail("addr or domain must be given", wrong("Invalid forwarder element, must contain at least one of addr or domain"));
});

const txt = {
  name: attribute("name", string, {
    required: true,
    ...broken(`missing required name attribute in DNS TXT record of network ${NAME}`),
  }),
  value: attribute("value", string),
};

const srv = {
  service: attribute("service", string),
  protocol: attribute("protocol", string),
  domain: attribute("domain", string),
  target: attribute("target", string),
  port: attribute("port", uint32(), { drop: [""], ...broken("invalid DNS SRV port attribute") }),
  priority: attribute("priority", PORT, { drop: [""], ...broken("Invalid DNS SRV priority attribute") }),
  weight: attribute("weight", PORT, { drop: [""], ...broken("invalid DNS SRV weight attribute") }),
};

const host = {
  ip: attribute("ip", ipAddress, broken(`Invalid IP address in network '${NAME}' DNS HOST record`)),
  hostnames: children("hostname", textOf(string)),
};

/** One `<txt>`. */
export const dnsTxt = element("txt", txt);
/** One `<srv>`. */
export const dnsSrv = element("srv", srv);
/** One `<host>` of the name server. */
export const dnsHost = element("host", host);

/** A text record. */
export type DnsTxt = ShapeOf<typeof dnsTxt>;
/** A service record. */
export type DnsSrv = ShapeOf<typeof dnsSrv>;
/** An address with its names. */
export type DnsHost = ShapeOf<typeof dnsHost>;

/** How complete a record has to be: one that is looked for needs less than one that is defined. */
export interface Completeness {
  readonly partial?: boolean;
}

/** Refuses a text record that no name server can hold. */
export function checkDnsTxt({ name, value }: DnsTxt, fail: Fail, { partial }: Completeness = {}): void {
  if (/[ ,]/.test(name)) {
    fail(
      "a blank or comma in the name",
      broken(`prohibited character in DNS TXT record name '${name}' of network ${NAME}`),
    );
  }
  if (value !== undefined || partial === true) return;
  fail(
    "the value is missing",
    broken(`missing required value attribute in DNS TXT record named '${name}' of network ${NAME}`),
  );
}

/** Refuses a service record that no name server can hold. */
export function checkDnsSrv(record: DnsSrv, fail: Fail, { partial }: Completeness = {}): void {
  const { service, protocol, target } = record;
  const found = `in DNS SRV record of network '${NAME}'`;
  if (service === undefined && partial !== true) {
    fail("the service is missing", broken(`missing required service attribute ${found}`));
  }
  if (service !== undefined && new TextEncoder().encode(service).length > 512) {
    const detail = `service attribute '${service}' in network '${NAME}' is too long, limit is 512 bytes`;
    fail("the service is too long", broken(detail));
  }
  if (service !== undefined && !/^[\w+/*-]*$/.test(service)) {
    fail("a bad character in the service", broken(`invalid character in service attribute '${service}' ${found}`));
  }
  if (protocol === undefined && partial !== true) {
    const detail = `missing required protocol attribute in DNS SRV record '${service}' of network '${NAME}'`;
    fail("the protocol is missing", broken(detail));
  }
  if (protocol !== undefined && !/^[A-Za-z0-9+/-]*$/.test(protocol)) {
    fail("a bad character in the protocol", broken(`invalid character in protocol attribute '${protocol}' ${found}`));
  }
  const place = `for service '${service ?? "(null)"}' in network '${NAME}'`;
  for (const name of ["port", "priority", "weight"] as const) {
    if (record[name] === undefined || target !== undefined) continue;
    fail(`a ${name} needs a target`, broken(`DNS SRV ${name} attribute not permitted without target ${place}`));
  }
  if (record.port !== undefined && (record.port < 1 || record.port > 65535)) {
    fail("no such port", broken(`invalid DNS SRV port attribute ${place}`));
  }
}

/** Refuses an address without names, and names without an address. */
export function checkDnsHost({ ip, hostnames = [] }: DnsHost, fail: Fail, { partial }: Completeness = {}): void {
  const record = `in network '${NAME}' DNS HOST record`;
  if (ip === undefined && partial !== true) fail("the address is missing", broken(`Missing IP address ${record}`));
  if (hostnames.length === 0 && partial !== true) fail("a name is missing", broken(`Missing hostname ${record}`));
  if (ip === undefined && hostnames.length === 0) fail("it is empty", broken(`Missing ip and hostname ${record}`));
}

const written = refine({
  enable: attribute("enable", yesNo),
  forwardPlainNames: attribute("forwardPlainNames", yesNo),
  forwarders: children("forwarder", forwarder),
  txts: children("txt", refine(txt, (value, fail) => checkDnsTxt(value, fail))),
  srvs: children(
    "srv",
    mapped(refine(srv, (value, fail) => checkDnsSrv(value, fail)), { parse: withoutZeros, format: (record) => record }),
  ),
  hosts: children("host", refine(host, (value, fail) => checkDnsHost(value, fail))),
}, ({ enable, forwarders, txts, srvs, hosts }, fail) => {
  if (enable !== false || (forwarders ?? txts ?? srvs ?? hosts) === undefined) return;
  fail("a name server that is off has records", wrong(`Extra data in disabled network '${NAME}'`));
});

/** The child `<dns>`; one that says nothing counts as absent. */
export const dns = mapped(child("dns", written, { empty: "omit" }), {
  parse: (value) => value === undefined || Object.keys(value).length === 0 ? undefined : value,
  format: (value) => value,
});

/** What the name server answers. */
export type Dns = NonNullable<ShapeOf<typeof dns>>;

/** Numbers that are zero mean the same as none and are not written. */
function withoutZeros(record: DnsSrv): DnsSrv {
  const { priority, weight, ...rest } = record;
  return { ...rest, ...(priority ? { priority } : {}), ...(weight ? { weight } : {}) };
}
