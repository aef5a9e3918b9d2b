/**
 * `<route>`: a static route of a network or of a guest's interface.
 *
 * @module
 */

import { formatIpAddress, networkBits } from "../../base/ip_address.ts";
import { attribute, type FieldsOf, type Part, refine, string, uint32 } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import { addressOf, ipAddress } from "./ip_address.ts";

/** The content of `<route>`; `where` starts every error: the network's name, or what the route is for. */
export function ipRoute(where: string): Part<IpRoute> {
  return refine(fields(where), (route, fail) => {
    const refuse = (problem: string, detail: string): never => fail(problem, wrong(`${where}: ${detail}`));
    checkFamilies(route, refuse);
    checkIsNetwork(route, refuse);
  });
}

/** A static route. */
export type IpRoute = FieldsOf<ReturnType<typeof fields>>;

type Refuse = (problem: string, detail: string) => never;

function fields(where: string) {
  return {
    family: attribute("family", string),
    address: attribute("address", ipAddress, {
      required: true,
      ...wrong(`${where}: Bad network address '%s' in route definition`),
      missing: wrong(`${where}: Missing required address attribute in route definition`),
    }),
    netmask: attribute("netmask", ipAddress, wrong(`${where}: Bad netmask address '%s' in route definition`)),
    prefix: attribute("prefix", uint32()),
    gateway: attribute("gateway", ipAddress, {
      required: true,
      ...wrong(`${where}: Bad gateway address '%s' in route definition`),
      missing: wrong(`${where}: Missing required gateway attribute in route definition`),
    }),
    metric: attribute("metric", uint32({ min: 1 })),
  };
}

function checkFamilies(route: IpRoute, refuse: Refuse): void {
  const { family, address, netmask, prefix = 0, gateway } = route;
  const isV4 = addressOf(address).family === 4;
  const gatewayIsV4 = addressOf(gateway).family === 4;
  if (family === undefined || family === "ipv4") {
    const stated = family === undefined ? "No family" : "IPv4 family";
    if (!isV4) refuse("no IPv4 address", `${stated} specified for non-IPv4 address '${address}' in route definition`);
    if (!gatewayIsV4) {
      refuse("no IPv4 gateway", `${stated} specified for non-IPv4 gateway '${address}' in route definition`);
    }
    if (netmask !== undefined && addressOf(netmask).family !== 4) {
      refuse("no IPv4 mask", `Invalid netmask '${netmask}' for address '${address}' (both must be IPv4)`);
    }
    if (netmask !== undefined && route.prefix !== undefined) {
      refuse("netmask or prefix, not both", "Route definition cannot have both a prefix and a netmask");
    }
    if (prefix > 32) refuse("too long a prefix", badPrefix(prefix, 32));
  } else if (family === "ipv6") {
    if (isV4) {
      refuse("no IPv6 address", `ipv6 family specified for non-IPv6 address '${address}' in route definition`);
    }
    if (netmask !== undefined) {
      refuse("IPv6 has prefixes", `Specifying netmask invalid for IPv6 address '${address}' in route definition`);
    }
    if (gatewayIsV4) {
      refuse("no IPv6 gateway", `ipv6 specified for non-IPv6 gateway address '${gateway}' in route definition`);
    }
    if (prefix > 128) refuse("too long a prefix", badPrefix(prefix, 128));
  } else refuse("no such family", `Unrecognized family '${family}' in route definition`);
}

function badPrefix(prefix: number, most: number): string {
  return `Invalid prefix ${prefix} specified in route definition, must be 0 - ${most}`;
}

function checkIsNetwork({ address, netmask, prefix = 0 }: IpRoute, refuse: Refuse): void {
  const given = addressOf(address);
  const first = netmask === undefined ? networkBits(given, prefix) : given.bits & addressOf(netmask).bits;
  if (given.bits === first) return;
  const text = formatIpAddress(given);
  refuse("it is no network address", `Address '${text}' in route definition is not a network address`);
}

function wrong(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_NETWORK", detail };
}
