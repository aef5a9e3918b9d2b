/**
 * Values that a codec can carry, made up from its shape.
 *
 * @module
 */

import type { Codec, Fields } from "../../src/wire/xdr/mod.ts";

/** A small generator with a seed, so that a failure can be had again: numbers below a limit. */
export type Dice = (limit: number) => number;

/** Dice that fall the same way for the same seed. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    // Numerical Recipes' linear congruential generator; its upper bits are the good ones.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
  };
}

const CHARACTERS = ["a", "Z", "0", " ", "<", "é", "€", "😀", "\n", "\u007f", "\u0080"];

/** A value of the codec's type; lists and texts stay small. */
export function randomValue(codec: Codec<unknown>, dice: Dice): unknown {
  const { shape } = codec;
  switch (shape.kind) {
    case "integer":
      return randomInteger(shape.bits, shape.signed, dice);
    case "double":
      return (dice(2) === 0 ? -1 : 1) * dice(1000) / (1 + dice(7));
    case "boolean":
      return dice(2) === 1;
    case "uuid":
      return "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx".replaceAll("x", () => dice(16).toString(16));
    case "text":
      // Four bytes is the most that a character takes.
      return times(dice(Math.min(shape.maxBytes / 4, 60)), () => CHARACTERS[dice(CHARACTERS.length)]).join("");
    case "bytes": {
      const length = shape.min + dice(Math.min(shape.max - shape.min, 20) + 1);
      return Uint8Array.from({ length }, () => dice(256));
    }
    case "array":
      return times(dice(Math.min(shape.max, 4) + 1), () => randomValue(shape.item, dice));
    case "optional":
      return dice(3) === 0 ? undefined : randomValue(shape.item, dice);
    case "struct":
      return randomFields(shape.fields, dice);
    case "union": {
      const arms = Object.entries(shape.arms);
      const [type, [, arm]] = arms[dice(arms.length)]!;
      return { ...randomFields(shape.head, dice), type, value: randomValue(arm, dice) };
    }
  }
}

function randomFields(fields: Fields, dice: Dice): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, codec]) => [name, randomValue(codec, dice)]));
}

function randomInteger(bits: number, signed: boolean, dice: Dice): number | bigint {
  const [least, most] = signed
    ? [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]
    : [0n, 2n ** BigInt(bits) - 1n];
  // The edges are where mistakes are; so is the place where numbers stop being exact.
  const candidates = [
    least,
    most,
    0n,
    1n,
    2n ** 53n,
    2n ** 53n - 1n,
    -(2n ** 53n),
    BigInt(dice(2 ** 32)) << BigInt(dice(33)),
  ];
  const value = candidates[dice(candidates.length)]!;
  const fitting = value < least || value > most ? BigInt(dice(128)) : value;
  return Number.isSafeInteger(Number(fitting)) ? Number(fitting) : fitting;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
