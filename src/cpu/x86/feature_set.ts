/**
 * A set of x86 features as bits, one for each row of the feature table, so that the arithmetic of CPU models
 * (what is missing, what is extra, what is common) is a few word operations.
 *
 * @module
 */

import { FEATURE_WORDS, type FeatureRegister } from "./features.ts";

/** One feature: its place in the order of documents and in the processor. */
export interface Feature {
  readonly index: number;
  readonly name: string;
  readonly register: FeatureRegister;
  readonly bit: number;
}

/** Lists every known feature in document order. */
export function listFeatures(): Feature[] {
  const features: Feature[] = [];
  for (const { register, bits } of FEATURE_WORDS) {
    for (const [bit, name] of Object.entries(bits)) {
      features.push({ index: features.length, name, register, bit: Number(bit) });
    }
  }
  return features;
}

/** A mutable set of feature indexes. */
export class FeatureSet {
  readonly #words: Uint32Array;

  /** Makes an empty set that can hold the indexes below `size`. */
  constructor(size: number) {
    this.#words = new Uint32Array((size + 31) >>> 5);
  }

  /** Puts an index in. */
  add(index: number): void {
    this.#words[index >>> 5]! |= 1 << (index & 31);
  }

  /** Takes an index out. */
  delete(index: number): void {
    this.#words[index >>> 5]! &= ~(1 << (index & 31));
  }

  /** Whether the index is in. */
  has(index: number): boolean {
    return (this.#words[index >>> 5]! & (1 << (index & 31))) !== 0;
  }

  /** A copy that changes apart from this one. */
  copy(): FeatureSet {
    const copy = new FeatureSet(this.#words.length * 32);
    copy.#words.set(this.#words);
    return copy;
  }

  /** What is in this or the other. */
  union(other: FeatureSet): FeatureSet {
    return this.#combine(other, (mine, theirs) => mine | theirs);
  }

  /** What is in both. */
  intersect(other: FeatureSet): FeatureSet {
    return this.#combine(other, (mine, theirs) => mine & theirs);
  }

  /** What is in this and not in the other. */
  subtract(other: FeatureSet): FeatureSet {
    return this.#combine(other, (mine, theirs) => mine & ~theirs);
  }

  /** Whether nothing is in. */
  isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }

  /** Whether everything of the other is in this one. */
  includes(other: FeatureSet): boolean {
    return other.subtract(this).isEmpty();
  }

  /** How many indexes are in. */
  count(): number {
    let count = 0;
    for (let at = 0; at < this.#words.length; at++) {
      for (let rest = this.#words[at]!; rest !== 0; rest &= rest - 1) count++;
    }
    return count;
  }

  /** The indexes, rising. */
  indexes(): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.#words.length; at++) {
      for (let rest = this.#words[at]!; rest !== 0; rest &= rest - 1) {
        found.push(at * 32 + 31 - Math.clz32(rest & -rest));
      }
    }
    return found;
  }

  #combine(other: FeatureSet, how: (mine: number, theirs: number) => number): FeatureSet {
    const result = new FeatureSet(this.#words.length * 32);
    for (let at = 0; at < this.#words.length; at++) {
      result.#words[at] = how(this.#words[at]!, other.#words[at]!);
    }
    return result;
  }
}
