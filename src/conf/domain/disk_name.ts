/**
 * Names of disks in a guest: `sda`, `vdb`, `hdc`, with a letter for the place.
 *
 * @module
 */

/** The place of a disk by its name, counted from 0 (`vdb` is 1); undefined where the name is none of the usual ones. */
export function diskIndex(name: string): number | undefined {
  const letters = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]{1,6})\d*$/.exec(name)?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((index, letter) => (index + 1) * 26 + letter.charCodeAt(0) - 97, -1);
}
