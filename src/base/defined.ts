/**
 * Objects without the properties that have no value, as JSON and `exactOptionalPropertyTypes` want them.
 *
 * @module
 */

/** `T` with every property that may be undefined made optional instead. */
export type Defined<T> =
  & { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] }
  & { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** A copy without the properties whose value is undefined. */
export function defined<T extends object>(value: T): Defined<T> {
  const copy: Record<string, unknown> = {};
  for (const name in value) {
    if (value[name] !== undefined) copy[name] = value[name];
  }
  return copy as Defined<T>;
}
