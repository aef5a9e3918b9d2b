/**
 * A guest's devices that carry characters, by the names that clients know them by.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";

/** A device that carries characters. */
export interface CharacterView {
  /** Its alias, else what libvirt would call it: `serial0`. */
  readonly alias: string;
  /** The name of a channel in the guest. */
  readonly name?: string;
}

/** Consoles, serial and parallel ports, in that order. */
export function consolesOf({ devices }: Domain): CharacterView[] {
  return [
    ...named("console", devices?.consoles),
    ...named("serial", devices?.serials),
    ...named("parallel", devices?.parallels),
  ];
}

/** Channels. */
export function channelsOf({ devices }: Domain): CharacterView[] {
  const channels = devices?.channels ?? [];
  return named("channel", channels).map((view, at) => {
    const target = channels[at]?.target as { readonly name?: string } | undefined;
    return target?.name === undefined ? view : { ...view, name: target.name };
  });
}

/** Whether a guest has a balloon that can be asked. */
export function hasBalloon({ devices }: Domain): boolean {
  return devices?.memoryBalloon !== undefined && devices.memoryBalloon.model !== "none";
}

function named(stem: string, all: readonly { readonly alias?: string }[] = []): CharacterView[] {
  return all.map(({ alias }, at) => ({ alias: alias ?? `${stem}${at}` }));
}
