/**
 * `<secret>` inside of another element: names a secret by its UUID or by what it is for.
 *
 * @module
 */

import { attribute, type Fail, type Part, refine, type ShapeOf, string, uuid } from "../shape/mod.ts";

/** The attributes that name a secret, the type being written ahead of them. */
export function secretReference<T>(type: Part<T>): Part<SecretReference<T>> {
  return refine({
    type,
    uuid: attribute("uuid", uuid, { domain: "VIR_FROM_NONE", detail: "invalid secret uuid '%s'" }),
    usage: attribute("usage", string),
  }, checkReference) as Part<SecretReference<T>>;
}

/** Names a secret; either by UUID or by usage. */
export type SecretReference<T> =
  & (undefined extends T ? { readonly type?: Exclude<T, undefined> } : { readonly type: T })
  & ShapeOf<{ uuid: Part<string | undefined>; usage: Part<string | undefined> }>;

function checkReference(value: { readonly uuid?: string; readonly usage?: string }, fail: Fail): void {
  if (value.uuid === undefined && value.usage === undefined) {
    const detail = "missing secret uuid or usage attribute";
    fail("a secret is named by uuid or usage", { domain: "VIR_FROM_NONE", detail });
  }
  if (value.uuid === undefined || value.usage === undefined) return;
  fail("uuid or usage, not both", { domain: "VIR_FROM_NONE", detail: "either secret uuid or usage expected" });
}
