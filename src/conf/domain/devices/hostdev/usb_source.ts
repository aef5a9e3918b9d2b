/**
 * A USB device of the host, by what it is or where it is.
 *
 * @module
 */

import { attribute, child, cNumber, type Fail, hex, mapped } from "../../../shape/mod.ts";
import { internal } from "../../terms.ts";

/** Its makers' numbers; one does not go without the other. */
export const usbIdentity = {
  vendor: child("vendor", { id: attribute("id", hex({ width: 4, min: 1 }), { required: true }) }),
  product: child("product", { id: attribute("id", hex({ width: 4 }), { required: true }) }),
} as const;

const place = {
  bus: attribute("bus", cNumber(), { required: true }),
  device: attribute("device", cNumber(), { required: true }),
} as const;

/** Where it is plugged in at the moment; noughts mean that this is not known. */
export const usbPlace = mapped(child("address", place), {
  parse: (value) => value === undefined || (value.bus === 0 && value.device === 0) ? undefined : value,
  format: (value) => value,
});

/** Refuses half an identity. */
export function checkUsbIdentity(
  value: { readonly vendor?: unknown; readonly product?: unknown },
  fail: Fail,
): void {
  if (value.vendor !== undefined && value.product === undefined) {
    fail("a vendor needs a product", internal("missing product"));
  }
  if (value.product === undefined || value.vendor !== undefined) return;
  fail("a product needs a vendor", internal("missing vendor"));
}
