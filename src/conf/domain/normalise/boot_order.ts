/**
 * What a machine boots from: devices of the domain in an order, or kinds of devices, and the first disk where nothing
 * is said.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { type NormaliseContext, refuseUnsupported } from "./step.ts";

/** Names the first disk where nothing else is named, and refuses two orders. */
export function completeBootOrder(domain: Domain, { accepts }: NormaliseContext): Domain {
  if (domain.os.type.type !== "hvm" || accepts.has("no-boot-order")) return domain;
  const orders = bootOrders(domain.devices);
  const twice = orders.find((order, at) => orders.indexOf(order) !== at);
  if (twice !== undefined) refuseUnsupported(`boot order '${twice}' used for more than one device`);
  const { boot } = domain.os;
  if (boot !== undefined && orders.length > 0) {
    refuseUnsupported("per-device boot elements cannot be used together with os/boot elements");
  }
  if (boot !== undefined || orders.length > 0) return domain;
  // A boot loader of the host starts the guest, so nothing is written, but nothing can be asked for either.
  return domain.bootloader === undefined ? { ...domain, os: { ...domain.os, boot: ["hd"] } } : domain;
}

/** Every device's place in the order. */
function bootOrders(devices: Domain["devices"]): number[] {
  const all = Object.values(devices).flatMap((list): readonly unknown[] => Array.isArray(list) ? list : [list]);
  return all.flatMap((device) => {
    const order = (device as { readonly boot?: { readonly order?: number } } | undefined)?.boot?.order;
    return order === undefined ? [] : [order];
  });
}
