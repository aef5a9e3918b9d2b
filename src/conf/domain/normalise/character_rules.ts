/**
 * What the host's side of a character device cannot do without, and what it cannot be.
 *
 * @module
 */

import type { CharacterSource } from "../devices/character/source.ts";
import type { Domain } from "../document.ts";
import { hasUsb } from "./controllers.ts";
import { checkRules, type Rule } from "./rule.ts";
import { refuseUnsupported } from "./step.ts";

/** Refuses card readers, ports, channels and consoles that lead nowhere. */
export function checkCharacterDevices(domain: Domain): Domain {
  const { smartcards, serials, parallels, channels = [], consoles } = domain.devices;
  for (const reader of smartcards ?? []) {
    if (reader.address !== undefined && reader.address.type !== "ccid") {
      refuseUnsupported("Controllers must use the 'ccid' address type");
    }
    if (reader.mode === "passthrough") checkRules([reader], RULES, domain);
  }
  checkRules(serials, RULES, domain);
  checkRules(parallels, RULES, domain);
  for (const channel of channels) {
    // The driver gives the socket of such a channel a path.
    const isNamed = channel.type === "unix" && channel.target.type !== "guestfwd" && channel.source === undefined;
    if (!isNamed) checkRules([channel], RULES, domain);
  }
  checkRules(consoles, RULES, domain);
  return domain;
}

/** Refuses sources of random numbers and places for USB devices that lead nowhere. */
export function checkCharacterBackends(domain: Domain): Domain {
  const { rngs = [], redirectedDevices = [] } = domain.devices;
  for (const { backend } of rngs) {
    if (backend.model === "egd") checkRules([backend], RULES, domain);
  }
  if (redirectedDevices.length > 0 && !hasUsb(domain)) {
    refuseUnsupported("cannot add redirected USB device: USB is disabled for this domain");
  }
  checkRules(redirectedDevices, RULES, domain);
  return domain;
}

const code = "VIR_ERR_INTERNAL_ERROR";

/** An attribute of the source that has to be there. */
function missing(name: string, when: (device: CharacterSource) => boolean): Rule<CharacterSource> {
  return { when, detail: `Missing source ${name} attribute for char device`, code };
}

function isPath({ type }: CharacterSource): boolean {
  return type === "file" || type === "dev" || type === "pipe" || type === "unix";
}

/** The name of a channel of a display. */
function channelOf(device: CharacterSource): string | undefined {
  return device.type === "spiceport" || device.type === "dbus" ? device.source?.channel : "";
}

/** The labels of the source. */
function labelsOf({ source }: { readonly source?: { readonly labels?: readonly { readonly model?: string }[] } }) {
  return source?.labels ?? [];
}

const RULES: readonly Rule<CharacterSource>[] = [
  missing("path", (device) => isPath(device) && (device as { readonly source?: unknown }).source === undefined),
  {
    when: (device) =>
      device.type === "nmdm" && (device.source?.master === undefined) !== (device.source?.slave === undefined),
    detail: "Should define both master and slave path attributes for nmdm device",
    code,
  },
  missing("host", (device) => device.type === "tcp" && device.source?.host === undefined),
  missing("service", (device) => device.type === "tcp" && device.source?.service === undefined),
  missing("service", (device) =>
    device.type === "udp" &&
    device.sources?.some(({ mode, service }) => mode === "connect" && service !== undefined) !== true),
  {
    when: (device) =>
      (device.type === "tcp" || device.type === "unix") && device.source?.mode === "bind" &&
      device.source.reconnect?.enabled === true,
    detail: "chardev reconnect is possible only for connect mode",
    code,
  },
  {
    when: (device) => channelOf(device) === undefined,
    detail: "Missing source channel attribute for char device",
  },
  {
    when: (device) => !/^[A-Za-z0-9_.-]*$/.test(channelOf(device) ?? ""),
    detail: "Invalid character in source channel for char device",
    code: "VIR_ERR_INVALID_ARG",
  },
  {
    when: (device, { seclabels = [] }) =>
      labelsOf(device as Parameters<typeof labelsOf>[0]).some(({ model }) =>
        seclabels.some((each) => each.model === model && each.relabel !== true)
      ),
    detail: "label overrides require relabeling to be enabled at the domain level",
  },
];
