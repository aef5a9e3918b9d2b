/**
 * The few facts of a guest's devices that calls ask for, read once from each definition's text.
 *
 * @module
 */

import { type Domain, domain } from "../../conf/domain/document.ts";
import { formatShape } from "../../conf/shape/mod.ts";
import { type ElementReader, readDocument } from "../../conf/xml/mod.ts";

/** The devices of one definition. */
export interface DeviceViews {
  /** Consoles, serial and parallel ports, in that order. */
  readonly consoles: readonly CharacterView[];
  readonly channels: readonly CharacterView[];
  /** Whether the guest has a balloon that can be asked. */
  readonly balloon: boolean;
  /** How many screens it has. */
  readonly screens: number;
}

/** A device that carries characters. */
export interface CharacterView {
  /** Its alias, else what libvirt would call it: `serial0`. */
  readonly alias: string;
  /** The name of a channel in the guest. */
  readonly name?: string;
}

const views = new WeakMap<Domain, DeviceViews>();

/** The devices of a definition. */
export function deviceViews(definition: Domain): DeviceViews {
  let view = views.get(definition);
  if (view === undefined) {
    view = readDocument(formatShape(domain, definition), readDomain, { root: "domain", unknown: "ignore" });
    views.set(definition, view);
  }
  return view;
}

function readDomain(root: ElementReader): DeviceViews {
  const devices = root.child("devices");
  const all = (name: string): ElementReader[] => devices?.children(name) ?? [];
  const characters = (name: string): CharacterView[] =>
    all(name).map((each, at) => readCharacter(each, `${name}${at}`));
  return {
    consoles: [...characters("console"), ...characters("serial"), ...characters("parallel")],
    channels: characters("channel"),
    balloon: all("memballoon").some((each) => each.attribute("model") !== "none"),
    screens: all("video").length,
  };
}

function readCharacter(device: ElementReader, otherwise: string): CharacterView {
  const name = device.child("target")?.attribute("name");
  return {
    alias: device.child("alias")?.attribute("name") ?? otherwise,
    ...(name === undefined ? {} : { name }),
  };
}
