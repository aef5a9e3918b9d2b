/**
 * The forms that many replies have.
 *
 * @module
 */

/** Truth as the protocol's fields carry it. */
export function toNumber(value: boolean): number {
  return value ? 1 : 0;
}

/** Items where they are wanted, else none: a client may ask only how many there are. */
export function wanted<T>(need: number, items: readonly T[]): readonly T[] {
  return need === 0 ? [] : items;
}

/** At most so many items: what the client has room for. */
export function atMost<T>(max: number, items: readonly T[]): readonly T[] {
  return items.length > max ? items.slice(0, Math.max(0, max)) : items;
}

/** Names of objects, as many as the client has room for. */
export function namesOf(max: number, items: readonly { readonly name: string }[]): readonly string[] {
  return atMost(max, items).map(({ name }) => name);
}
