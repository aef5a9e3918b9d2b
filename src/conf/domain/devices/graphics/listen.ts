/**
 * `<listen>`: where a display waits for viewers, and the attributes that said so before there was that element.
 *
 * @module
 */

import { attribute, children, choice, type Fail, type Part, type ShapeOf, string } from "../../../shape/mod.ts";
import type { ElementReader } from "../../../xml/element_reader.ts";
import { unsupported, wrong } from "../../terms.ts";

const given = choice("type", {
  none: {},
  address: { address: attribute("address", string, { drop: [""] }) },
  network: {
    address: attribute("address", string, { drop: [""], only: "live" }),
    network: attribute("network", string, { drop: [""] }),
  },
  socket: { socket: attribute("socket", string, { drop: [""] }) },
});

/** One place where a display waits for viewers. */
export type Listen = ShapeOf<typeof given>;

const listen: Part<Listen> = {
  ...given,
  read(reader, context): Listen {
    const type = reader.attribute("type");
    refuseForeign(reader, { type, name: "network" });
    refuseForeign(reader, { type, name: "socket" });
    reader.attribute("address");
    return given.read(reader, context);
  },
};

function refuseForeign(
  reader: ElementReader,
  { type, name }: { readonly type: string | undefined; readonly name: string },
): void {
  const isGiven = (reader.attribute(name) ?? "") !== "";
  if (!isGiven || type === undefined || type === name) return;
  reader.fail(`only a ${name} has this`, name, wrong(`'${name}' attribute is valid only for listen type '${name}'`));
}

const list = children("listen", listen);

/** Displays that listen. */
type Listener = "vnc" | "rdp" | "spice";

/** Where a display of this type listens: at least one place. */
export function listens(display: Listener): Part<readonly Listen[]> {
  return {
    optional: false,
    read(reader, context): readonly Listen[] {
      const old = { listen: reader.attribute("listen"), socket: reader.attribute("socket") };
      const places = list.read(reader, context) ?? [];
      places.forEach((place) => refuseType(place, { display, reader }));
      const oldPlace = placeOf({ ...old, ...(display === "vnc" ? {} : { socket: undefined }) });
      const [first, ...others] = places;
      if (first === undefined) return [oldPlace];
      if (oldPlace.type === "socket" && (first.type === "address" || first.type === "network")) {
        return [oldPlace, ...others];
      }
      return [completed(first, old, (problem, terms) => reader.fail(problem, undefined, terms)), ...others];
    },
    write(places, out): void {
      const [first] = places;
      if (first?.type === "address" || (first?.type === "network" && out.context.live)) {
        if (first.address !== undefined) out.attribute("listen", first.address);
      }
      if (display === "vnc" && first?.type === "socket" && first.socket !== undefined) {
        out.attribute("socket", first.socket);
      }
      list.write(places, out);
    },
    schema: (definitions) => ({ ...list.schema(definitions), minItems: 1 }),
  };
}

interface OldPlace {
  readonly listen: string | undefined;
  readonly socket: string | undefined;
}

/** What the attributes say alone. */
function placeOf({ listen, socket }: OldPlace): Listen {
  if (socket !== undefined) return socket === "" ? { type: "socket" } : { type: "socket", socket };
  return listen === undefined || listen === "" ? { type: "address" } : { type: "address", address: listen };
}

/** The first place with what the attributes say; they may not say anything else. */
function completed(first: Listen, { listen, socket }: OldPlace, fail: Fail): Listen {
  if (first.type === "address" && listen !== undefined) {
    return { type: "address", ...same({ name: "address", old: "listen", given: first.address, before: listen }, fail) };
  }
  if (first.type === "socket" && socket !== undefined) {
    return { type: "socket", ...same({ name: "socket", old: "socket", given: first.socket, before: socket }, fail) };
  }
  return first;
}

interface Twice<N extends string> {
  readonly name: N;
  readonly old: string;
  readonly given: string | undefined;
  readonly before: string;
}

function same<N extends string>({ name, old, given, before }: Twice<N>, fail: Fail): { readonly [K in N]?: string } {
  if (given !== undefined && given !== before) {
    const where = `'${name}' attribute of first listen element`;
    const detail = `graphics '${old}' attribute '${before}' must match ${where} (found '${given}')`;
    fail(`the display listens at "${before}" and at "${given}"`, unsupported(detail));
  }
  return (before === "" ? {} : { [name]: before }) as { readonly [K in N]?: string };
}

function refuseType(
  { type }: Listen,
  { display, reader }: { readonly display: Listener; readonly reader: ElementReader },
): void {
  if (display !== "rdp" || (type !== "socket" && type !== "none")) return;
  const detail = `listen type '${type}' is not available for graphics type '${display}'`;
  reader.fail("such a display listens at an address", undefined, unsupported(detail));
}
