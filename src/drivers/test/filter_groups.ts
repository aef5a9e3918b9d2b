/**
 * Filters of lists, as all of libvirt's lists have them: of the bits of a group one has to fit, a group without a bit
 * lets everything pass.
 *
 * @module
 */

/** A bit of a filter: whether it is set, and whether the object is like that. */
export type FilterBit = readonly [wanted: boolean | undefined, fits: boolean];

/** Whether an object passes every group. */
export function passesGroups(...groups: readonly (readonly FilterBit[])[]): boolean {
  return groups.every((bits) =>
    bits.every(([wanted]) => wanted !== true) || bits.some(([wanted, fits]) => wanted === true && fits)
  );
}
