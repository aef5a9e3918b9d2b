/**
 * What has to be right about a network as a whole to be one, and what libvirt always writes.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { networkBits } from "../../base/ip_address.ts";
import { addressOf } from "../parts/ip_address.ts";
import { NAME } from "../parts/names_itself.ts";
import type { Fail } from "../shape/mod.ts";
import { prefixOf } from "./address_range.ts";
import { isMulticast } from "./dhcp.ts";
import type { Network, WrittenNetwork } from "./document.ts";
import { isRouted } from "./forward.ts";
import { unsupported, wrong } from "./terms.ts";

/** The network with what is always written, or an error. */
export function checkNetwork({ dnsmasqNamespace: _, ...value }: WrittenNetwork, fail: Fail): Network {
  if (value.name.includes("/")) {
    const detail = "invalid char in name: /";
    fail("no / in a name", { code: "VIR_ERR_XML_DETAIL", domain: "VIR_FROM_XML", detail });
  }
  if (value.mac !== undefined && isMulticast(value.mac)) {
    fail("a multicast address", wrong(`Invalid multicast bridge mac address '${value.mac}' in network '${NAME}'`));
  }
  checkRoutes(value, fail);
  const mode = value.forward?.mode;
  if (!isRouted(mode)) return withoutBridge(value, fail);
  checkRouted(value, fail);
  const { name, zone, stp = true, delay = 0, macTableManager } = value.bridge ?? {};
  return { ...value, bridge: { ...defined({ name, zone }), stp, delay, ...defined({ macTableManager }) } };
}

/** A gateway has to be on one of the network's own links. */
function checkRoutes({ routes = [], ips = [] }: Network, fail: Fail): void {
  for (const { gateway } of routes) {
    const target = addressOf(gateway);
    const reachable = ips.some((ip) => {
      const own = addressOf(ip.address);
      const prefix = prefixOf(ip);
      return own.family === target.family && networkBits(own, prefix) === networkBits(target, prefix);
    });
    if (reachable) continue;
    const detail = `unreachable static route gateway '${gateway}' specified for network '${NAME}'`;
    fail("no link to the gateway", unsupported(detail));
  }
}

function checkRouted({ forward, ips }: Network, fail: Fail): void {
  if (forward === undefined) return;
  const { mode, interfaces, addresses } = forward;
  const devices = interfaces?.length ?? addresses?.length ?? 0;
  if (ips === undefined) {
    fail("no address", wrong(`${mode} forwarding requested, but no IP address provided for network '${NAME}'`));
  }
  if (devices > 1) {
    const detail = `multiple forwarding interfaces specified for network '${NAME}', only one is supported`;
    fail("one interface at most", wrong(detail));
  }
  if (mode === "open" && devices > 0) {
    fail("an open network has no dev", wrong(`forward dev not allowed for network '${NAME}' with forward mode='open'`));
  }
}

/** Modes in which the bridge, where there is one, is somebody else's. */
function withoutBridge({ bridge, ...value }: Network, fail: Fail): Network {
  const mode = value.forward?.mode ?? "bridge";
  const network = `(network '${NAME}')`;
  const { name, zone, stp, delay = 0, macTableManager } = bridge ?? {};
  if (mode !== "bridge") {
    if (name !== undefined) fail("no bridge here", wrong(`bridge name not allowed in ${mode} mode ${network}`));
    if (zone !== undefined) fail("no zone here", wrong(`bridge zone not allowed in ${mode} mode ${network}`));
    if (macTableManager !== undefined) {
      fail("no bridge here", wrong(`bridge macTableManager setting not allowed in ${mode} mode ${network}`));
    }
  }
  if ((stp ?? zone) !== undefined || delay !== 0) {
    const allowed = "bridge delay/stp/zone options only allowed in route, nat, and isolated mode";
    fail("somebody else's bridge", wrong(`${allowed}, not in ${mode} ${network}`));
  }
  const { interfaces, addresses, pf } = value.forward ?? {};
  if (name !== undefined && (interfaces ?? addresses ?? pf) !== undefined) {
    const detail =
      `A network with forward mode='${mode}' can specify a bridge name or a forward dev, but not both ${network}`;
    fail("bridge or dev", wrong(detail));
  }
  if (value.mtu !== undefined) {
    const detail = `mtu size only allowed in open, route, nat, and isolated mode, not in ${mode} ${network}`;
    fail("no MTU here", wrong(detail));
  }
  const kept = {
    ...(name === undefined ? {} : { name }),
    ...(macTableManager === undefined ? {} : { macTableManager }),
  };
  return Object.keys(kept).length === 0 ? value : { ...value, bridge: kept };
}
