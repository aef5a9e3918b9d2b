/**
 * `<forward>` of a network: how its traffic gets out.
 *
 * @module
 */

import { ipv4Address } from "../parts/ip_address.ts";
import { NAME } from "../parts/names_itself.ts";
import { pciAddress } from "../parts/pci_address.ts";
import {
  attribute,
  child,
  children,
  choice,
  type Fail,
  mapped,
  oneOf,
  path,
  refine,
  type ShapeOf,
  string,
  uint32,
  yesNo,
} from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import { checkRange } from "./address_range.ts";
import { broken, unsupported, wrong } from "./terms.ts";

const IN_NAT = "in <nat> in <forward> in network";

const nat = refine({
  ipv6: attribute("ipv6", yesNo),
  address: child("address", {
    start: natAddress("start"),
    end: natAddress("end"),
  }, { once: wrong(`Only one <address> element is allowed ${IN_NAT} ${NAME}`) }),
  port: child("port", {
    start: natPort("start"),
    end: natPort("end"),
  }, { once: wrong(`Only one <port> element is allowed ${IN_NAT} ${NAME}`) }),
}, ({ address, port }, fail) => {
  if (address !== undefined) checkRange(address, fail);
  if (port !== undefined && port.end < port.start) fail("the last port is before the first", badPort("end"));
});

const device = attribute("dev", string, {
  required: true,
  missing: wrong(`Missing required dev attribute in <forward> <interface> element of network ${NAME}`),
});

/** One `<interface>` of the pool. */
export const forwardInterface = {
  dev: device,
  connections: attribute("connections", uint32(), { only: "live" }),
};

const written = {
  dev: attribute("dev", string, { drop: [""] }),
  mode: attribute(
    "mode",
    oneOf("none", "nat", "route", "open", "bridge", "private", "vepa", "passthrough", "hostdev"),
    { default: "nat", drop: [""], ...unsupported("unknown forwarding type '%s'") },
  ),
  managed: attribute("managed", yesNo),
  driver: path(
    "driver",
    attribute("name", oneOf("kvm", "vfio"), {
      drop: [""],
      ...unsupported(`Unknown forward <driver name='%s'/> in network ${NAME}`),
    }),
  ),
  nat: child("nat", nat, {
    empty: "omit",
    once: wrong(`Only one <nat> element is allowed in <forward> of network ${NAME}`),
  }),
  pf: child("pf", {
    dev: attribute("dev", string, {
      required: true,
      missing: wrong(`Missing required dev attribute in <pf> element of network '${NAME}'`),
    }),
  }, { once: wrong(`Only one <pf> element is allowed in <forward> of network ${NAME}`) }),
  interfaces: children("interface", forwardInterface),
  addresses: children(
    "address",
    choice("type", { pci: pciAddress }, {
      ...unsupported(`unknown address type '%s' in network ${NAME}`),
    }),
  ),
};

type Written = ShapeOf<typeof written>;

/** How a network is connected to the rest of the world. */
export type Forward = Omit<Written, "dev" | "mode"> & { readonly mode: ForwardMode };

/** What can be written in `mode`; a network without `<forward>` is isolated. */
export type ForwardMode = Exclude<Written["mode"], "none">;

/** The child `<forward>`; mode none counts as absent. */
export const forward = mapped(child("forward", written), {
  parse: (value, fail): Forward | undefined => value === undefined ? undefined : checked(value, fail),
  format: withDevice,
});

/** The modes in which libvirt runs the bridge itself; a network without one is isolated and has it too. */
export function isRouted(mode: ForwardMode | undefined): boolean {
  return mode === undefined || mode === "nat" || mode === "route" || mode === "open";
}

function checked({ dev, mode, ...value }: Written, fail: Fail): Forward | undefined {
  if (value.nat !== undefined && mode !== "nat") {
    const detail = `The <nat> element can only be used when <forward> 'mode' is 'nat' in network ${NAME}`;
    fail("only mode nat has a <nat>", wrong(detail));
  }
  if (dev !== undefined && (value.addresses ?? value.pf) !== undefined) {
    const detail =
      "the <forward> 'dev' attribute cannot be used when <address> or <pf> sub-elements are present in network %s";
    fail("dev, or the elements", { ...wrong(detail), attribute: "dev" });
  }
  const pool = poolOf(value, dev, fail);
  if (mode === "none") return undefined;
  const { driver, nat } = value;
  const hasNat = nat !== undefined && Object.keys(nat).length > 0;
  return {
    mode,
    ...(mode === "hostdev" ? { managed: value.managed ?? false } : {}),
    ...(driver === undefined ? {} : { driver }),
    ...(hasNat ? { nat } : {}),
    ...pool,
  };
}

/** The devices of the pool: of interfaces, addresses and a physical function, the first kind counts. */
function poolOf(
  { interfaces, addresses, pf }: Omit<Written, "dev" | "mode">,
  dev: string | undefined,
  fail: Fail,
): Partial<Forward> {
  if ((interfaces ?? dev) !== undefined) return { interfaces: withFirst(interfaces ?? [], dev, fail) };
  if (addresses !== undefined) {
    const texts = addresses.map((address) => pciText(address));
    const twice = texts.find((text, index) => texts.indexOf(text) < index);
    if (twice !== undefined) {
      fail("listed twice", wrong(`PCI device '${twice}' can only be listed once in network ${NAME}`));
    }
    return { addresses };
  }
  return pf === undefined ? {} : { pf };
}

function withFirst(
  interfaces: NonNullable<Written["interfaces"]>,
  dev: string | undefined,
  fail: Fail,
): NonNullable<Written["interfaces"]> {
  const [first, ...rest] = interfaces;
  if (dev !== undefined && first !== undefined && first.dev !== dev) {
    const detail = `<forward dev='${dev}'> must match first <interface dev='${first.dev}'/> in network ${NAME}`;
    fail("dev is not the first interface", wrong(detail));
  }
  const names = interfaces.map((each) => each.dev);
  const twice = rest.find((each, index) => names.indexOf(each.dev) <= index)?.dev;
  if (twice !== undefined) {
    fail("listed twice", wrong(`interface '${twice}' can only be listed once in network ${NAME}`));
  }
  return first === undefined && dev !== undefined ? [{ dev }] : interfaces;
}

function withDevice(value: Forward): Written {
  const dev = value.pf === undefined ? value.interfaces?.[0]?.dev : undefined;
  return { ...(dev === undefined ? {} : { dev }), ...value };
}

function pciText({ domain, bus, slot, function: part }: ShapeOf<typeof pciAddress>): string {
  const hex = (number: number, width: number): string => number.toString(16).padStart(width, "0");
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${hex(part, 1)}`;
}

function natAddress(name: "start" | "end") {
  return attribute(name, ipv4Address, {
    required: true,
    ...wrong(`Bad ipv4 ${name} address '%s' ${IN_NAT} '${NAME}'`),
    missing: wrong(`missing '${name}' attribute in <address> element ${IN_NAT} ${NAME}`),
  });
}

function natPort(name: "start" | "end") {
  return attribute(name, uint32({ max: 65535 }), { required: true, ...badPort(name) });
}

function badPort(name: "start" | "end"): ErrorTerms {
  return broken(`Missing or invalid '${name}' attribute in <port> ${IN_NAT} ${NAME}`);
}
