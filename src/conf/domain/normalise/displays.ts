/**
 * Displays and sound: who shows a guest, who plays it, and that each finds the other.
 *
 * @module
 */

import type { Graphics } from "../devices/graphics/graphics.ts";
import type { Domain } from "../document.ts";
import { checkRules, type Rule } from "./rule.ts";
import { refuse } from "./step.ts";

/** Says of a SPICE display without any port that nobody can connect to it. */
export function closeIdleSpice(domain: Domain): Domain {
  const graphics = domain.devices.graphics?.map((display): Graphics => {
    if (display.type !== "spice" || display.listens[0]?.type !== "address") return display;
    const { port, tlsPort, autoport, listens, ...rest } = display;
    if (port !== undefined || tlsPort !== undefined || autoport === true) return display;
    return { ...rest, listens: [{ type: "none" }, ...listens.slice(1)] };
  });
  return graphics === undefined ? domain : { ...domain, devices: { ...domain.devices, graphics } };
}

/** Refuses sound cards that play through nothing. */
export function checkSounds(domain: Domain): Domain {
  for (const { audioId } of domain.devices.sounds ?? []) checkAudioId(audioId, domain);
  return domain;
}

/** Refuses displays that listen to no network, or play through nothing, and two outputs of one number. */
export function checkDisplays(domain: Domain): Domain {
  const { graphics = [], audios = [] } = domain.devices;
  for (const display of graphics) {
    checkRules([display], RULES, domain);
    if (display.type === "vnc") checkAudioId(display.audioId, domain);
  }
  const numbers = audios.map(({ id }) => id);
  const twice = numbers.find((id, at) => numbers.indexOf(id) !== at);
  if (twice !== undefined) refuse(`audio ID ${twice} is used multiple times`);
  return domain;
}

function checkAudioId(id: number | undefined, { devices: { audios = [] } }: Domain): void {
  if (id === undefined || audios.some((each) => each.id === id)) return;
  refuse(`no audio device with ID ${id}`);
}

const code = "VIR_ERR_XML_ERROR";

const RULES: readonly Rule<Graphics>[] = [
  {
    when: (display) =>
      "listens" in display && display.listens.some((each) => each.type === "network" && each.network === undefined),
    detail: "'network' attribute is required for listen type 'network'",
    code,
  },
  {
    when: (display) => display.type === "dbus" && display.p2p === true && display.address !== undefined,
    detail: "D-Bus p2p with an address is not supported",
    code,
  },
];
