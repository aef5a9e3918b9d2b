/**
 * Ports of a guest: each has a number among those of its kind.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { refuse, refuseUnsupported } from "./step.ts";

/** As many serial ports as a PC has. */
const MAX_ISA_PORTS = 4;

/** A device with a port, which may have no number yet. */
interface Numbered {
  readonly target?: { readonly port?: number };
}

/** Numbers parallel ports and consoles, then serial ports, those of a PC first. */
export function numberPorts(domain: Domain): Domain {
  const { parallels, consoles, serials } = domain.devices;
  return {
    ...domain,
    devices: {
      ...domain.devices,
      ...(serials === undefined ? {} : { serials: numberNext(numberIsa(serials)) }),
      ...(parallels === undefined ? {} : { parallels: numberNext(parallels) }),
      ...(consoles === undefined ? {} : { consoles: consoles.map((each, port) => withPort(each, port)) }),
    },
  };
}

/** Refuses debug ports where there is no such bus. */
export function checkPorts(domain: Domain): Domain {
  const isDebug = domain.devices.serials?.some(({ target }) => target?.type === "isa-debug");
  if (isDebug === true && !/^(x86_64|i[3-6]86)$/.test(domain.os.type.arch ?? "")) {
    refuseUnsupported("isa-debug serial type only valid on x86 architecture");
  }
  return domain;
}

/** The lowest free numbers for the ports of a PC. */
function numberIsa<D extends Numbered & { readonly target?: { readonly type?: string } }>(ports: readonly D[]): D[] {
  const isIsa = ({ target }: D): boolean => target?.type === "isa-serial";
  const given = ports.filter(isIsa).map(({ target }) => target?.port);
  const taken = new Set<number>();
  if (given.length > MAX_ISA_PORTS || given.some((port = 0) => port >= MAX_ISA_PORTS)) {
    refuse(`Maximum supported number of ISA serial ports is '${MAX_ISA_PORTS}'`, "VIR_ERR_INTERNAL_ERROR");
  }
  for (const port of given) {
    if (port === undefined) continue;
    if (taken.has(port)) refuse(`target port '${port}' already allocated`, "VIR_ERR_INTERNAL_ERROR");
    taken.add(port);
  }
  return ports.map((each) => {
    if (!isIsa(each) || each.target?.port !== undefined) return each;
    let port = 0;
    while (taken.has(port)) port += 1;
    taken.add(port);
    return withPort(each, port);
  });
}

/** One more than the highest so far. */
function numberNext<D extends Numbered>(ports: readonly D[]): D[] {
  let highest = Math.max(-1, ...ports.map(({ target }) => target?.port ?? -1));
  return ports.map((each) => each.target?.port === undefined ? withPort(each, highest += 1) : each);
}

function withPort<D extends Numbered>(device: D, port: number): D {
  return { ...device, target: { ...device.target, port } };
}
