/**
 * Sets of named bits: as a record of booleans where people write them, as a number where a protocol carries them.
 *
 * Bits are those of an unsigned 32-bit word.
 *
 * @module
 */

/** Names and the bit (or bits) each stands for. */
export type BitTable = Readonly<Record<string, number>>;

/** Which bits of a table are set; what is left out is not. */
export type FlagsOf<T extends BitTable> = { readonly [Name in keyof T]?: boolean };

/** The number that a record of flags stands for. */
export function flagsToNumber<T extends BitTable>(table: T, flags: FlagsOf<T>): number {
  let bits = 0;
  for (const [name, bit] of Object.entries(table)) {
    if (flags[name]) bits |= bit;
  }
  return bits >>> 0;
}

/** The names of the bits that are set in a number, in the table's order. */
export function flagNames<T extends BitTable>(table: T, bits: number): (keyof T & string)[] {
  return Object.keys(table).filter((name) => isSet(bits, table[name]));
}

/** The record that a number stands for; only set bits appear in it, and bits without a name are left out. */
export function numberToFlags<T extends BitTable>(table: T, bits: number): FlagsOf<T> {
  return Object.fromEntries(flagNames(table, bits).map((name) => [name, true])) as FlagsOf<T>;
}

/** The bits of a number for which no table has a name. */
export function unknownBits(bits: number, ...tables: readonly BitTable[]): number {
  return tables.reduce((rest, table) => rest & ~allBits(table), bits) >>> 0;
}

/** Every bit of a table. */
export function allBits(table: BitTable): number {
  return Object.values(table).reduce((all, bit) => all | bit, 0) >>> 0;
}

function isSet(bits: number, bit: number | undefined): boolean {
  return bit !== undefined && bit !== 0 && ((bits & bit) >>> 0) === bit;
}
