/**
 * The first console of a full machine: it has always been another name for its first serial port.
 *
 * @module
 */

import type { Console } from "../devices/character/console.ts";
import type { Serial } from "../devices/character/serial.ts";
import type { Domain } from "../document.ts";
import { refuseUnsupported } from "./step.ts";

/** Serial ports that have a console of the same name. */
const WITH_CONSOLE = ["isa-serial", "spapr-vio-serial", "system-serial", "sclp-serial", undefined];

/** Says of consoles what they are, and makes the first console and the first serial port one. */
export function completeConsoles(domain: Domain): Domain {
  const { serials = [], consoles: given = [] } = domain.devices;
  const isFull = domain.os.type.type === "hvm";
  const consoles = given.map((each): Console => ({
    ...each,
    target: { type: "serial", ...each.target },
  }));
  if (consoles.slice(1).some(({ target }) => target?.type === "serial")) {
    refuseUnsupported("Only the first console can be a serial port");
  }
  const [first] = consoles;
  const [port] = serials;
  if (isFull && first?.target?.type === "serial" && port === undefined) {
    return mirrorConsole(withPorts(domain, [asSerial(first)], consoles));
  }
  const hasName = first?.target?.type === "serial";
  const stub = port === undefined || hasName || !isFull || !WITH_CONSOLE.includes(port.target?.type)
    ? []
    : [asConsole(port)];
  return mirrorConsole(withPorts(domain, serials, [...stub, ...consoles]));
}

/** Lets the first console show what the first serial port is, as it has to after every change of that port. */
export function mirrorConsole(domain: Domain): Domain {
  const { serials = [], consoles = [] } = domain.devices;
  const [port] = serials;
  const [first, ...others] = consoles;
  if (domain.os.type.type !== "hvm" || port === undefined || first?.target?.type !== "serial") return domain;
  return withPorts(domain, serials, [asConsole(port), ...others]);
}

function asSerial({ target: _, ...rest }: Console): Serial {
  return { ...rest, target: { port: 0 } };
}

function asConsole({ target, ...rest }: Serial): Console {
  return { ...rest, target: { type: "serial", port: target?.port ?? 0 } };
}

function withPorts(domain: Domain, serials: readonly Serial[], consoles: readonly Console[]): Domain {
  return {
    ...domain,
    devices: {
      ...domain.devices,
      ...(serials.length === 0 ? {} : { serials }),
      ...(consoles.length === 0 ? {} : { consoles }),
    },
  };
}
