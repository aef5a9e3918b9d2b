/**
 * At which ports displays listen: numbers, or those that are free when the guest starts.
 *
 * @module
 */

import { attribute, type FieldsOf, int32, object, type Part, yesNo } from "../../../shape/mod.ts";
import { internal } from "../../terms.ts";

/** What older documents write where any free port will do. */
const ANY = -1;

const autoport = attribute("autoport", yesNo);

function port(display: string): Part<number | undefined> {
  return attribute("port", int32(), internal(`cannot parse ${display} port %s`));
}

const vncFields = { port: port("vnc"), autoport } as const;
const rdpFields = { port: port("rdp"), autoport } as const;
const spiceFields = { port: attribute("port", int32()), tlsPort: attribute("tlsPort", int32()), autoport } as const;

/** One port, which may be any; a number that was found free belongs to a running guest. */
export interface Ports extends FieldsOf<typeof vncFields> {}

/** The ports of SPICE: one that is open to read and one that is not. */
export interface SpicePorts extends FieldsOf<typeof spiceFields> {}

/** How a part differs between a guest that runs and one that does not. */
interface Adjustment<T> {
  read(given: T, live: boolean): T;
  write?(given: T, live: boolean): T;
}

function adjusted<T>(part: Part<T>, { read, write = (given) => given }: Adjustment<T>): Part<T> {
  return {
    ...part,
    read: (reader, context) => read(part.read(reader, context), context.live),
    write: (given, out) => part.write(write(given as T, out.context.live) as Exclude<T, undefined>, out),
  };
}

/** The attributes `port` and `autoport` of VNC, both of which are always written. */
export const vncPorts: Part<Ports> = adjusted<Ports>(object(vncFields), {
  read({ port, autoport }, live): Ports {
    const isAny = autoport ?? (port === undefined || port === ANY);
    const isKept = live ? !(isAny && port === ANY) : !isAny && port !== ANY;
    return { ...numbered("port", isKept ? port : undefined), autoport: isAny };
  },
  write({ port, autoport }, live): Ports {
    const shown = autoport === true && (!live || port === undefined) ? ANY : port;
    return { ...numbered("port", shown), ...(autoport === undefined ? {} : { autoport }) };
  },
});

/** The attributes `port` and `autoport` of RDP, the latter only where it is yes. */
export const rdpPorts: Part<Ports> = adjusted<Ports>(object(rdpFields), {
  read({ port, autoport }, live): Ports {
    const isAny = autoport === true || port === undefined || port === ANY;
    return { ...numbered("port", isAny && !live ? undefined : port), ...(isAny ? { autoport: true } : {}) };
  },
  write: ({ port, autoport }) => autoport === true ? { port: port ?? 0, autoport } : numbered("port", port),
});

/** The attributes `port`, `tlsPort` and `autoport` of SPICE, of which the last is always written. */
export const spicePorts: Part<SpicePorts> = adjusted<SpicePorts>(object(spiceFields), {
  read({ port, tlsPort, autoport }, live): SpicePorts {
    const isAny = autoport === true || (port === ANY && tlsPort === ANY);
    if (isAny && !live) return { autoport: true };
    return { ...numbered("port", port), ...numbered("tlsPort", tlsPort), autoport: isAny };
  },
});

function numbered<N extends string>(name: N, port: number | undefined): { readonly [K in N]?: number } {
  return (port === undefined || port === 0 ? {} : { [name]: port }) as { readonly [K in N]?: number };
}
