/**
 * Network cards: each has a hardware address, and what it tells a switch is complete.
 *
 * @module
 */

import type { Interface } from "../devices/interface/interface.ts";
import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse } from "./step.ts";

/** Gives cards the addresses and ids that they lack. */
export function completeInterfaces(domain: Domain, context: NormaliseContext): Domain {
  const interfaces = domain.devices.interfaces?.map((card) => withVirtualPort(withMac(card, context), context));
  return interfaces === undefined ? domain : { ...domain, devices: { ...domain.devices, interfaces } };
}

function withMac(card: Interface, { newMac }: NormaliseContext): Interface {
  return card.mac?.address === undefined ? { ...card, mac: { address: newMac(), ...card.mac } } : card;
}

/** What each type of switch cannot do without. */
const REQUIRED = {
  "802.1Qbg": { managerId: "managerid", typeId: "typeid", typeIdVersion: "typeidversion" },
  "802.1Qbh": { profileId: "profileid" },
  openvswitch: {},
  midonet: { interfaceId: "interfaceid" },
} as const;

function withVirtualPort(card: Interface, { newUuid }: NormaliseContext): Interface {
  if (card.virtualPort === undefined) return card;
  const { type, parameters } = card.virtualPort;
  // On a network the network may know the type.
  if (type === undefined && card.type !== "network") refuse("missing required virtualport type");
  const instanceId = parameters?.instanceId ?? (type === undefined || type === "802.1Qbg" ? newUuid() : undefined);
  const interfaceId = parameters?.interfaceId ?? (type === undefined || type === "openvswitch" ? newUuid() : undefined);
  const complete = {
    ...parameters,
    ...(instanceId === undefined ? {} : { instanceId }),
    ...(interfaceId === undefined ? {} : { interfaceId }),
  };
  if (type !== undefined && card.type !== "network") {
    for (const [name, word] of Object.entries(REQUIRED[type])) {
      if (complete[name as keyof typeof complete] !== undefined) continue;
      refuse(`missing ${word} in <virtualport type='${type}'>`);
    }
  }
  const virtualPort = { ...card.virtualPort, ...(Object.keys(complete).length === 0 ? {} : { parameters: complete }) };
  return { ...card, virtualPort };
}
