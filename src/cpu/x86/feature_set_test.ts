import assert from "node:assert/strict";
import { FeatureSet, listFeatures } from "./feature_set.ts";

function setOf(...indexes: number[]): FeatureSet {
  const set = new FeatureSet(100);
  for (const index of indexes) set.add(index);
  return set;
}

Deno.test("a set holds what was added, in order, at the edges of words too", () => {
  const set = setOf(99, 31, 32, 0);
  assert.deepEqual(set.indexes(), [0, 31, 32, 99]);
  assert.equal(set.count(), 4);
  set.delete(31);
  assert.equal(set.has(31), false);
  assert.equal(set.has(32), true);
});

Deno.test("sets are joined, cut and compared without changing them", () => {
  const one = setOf(1, 31, 64);
  const other = setOf(31, 65);
  assert.deepEqual(one.union(other).indexes(), [1, 31, 64, 65]);
  assert.deepEqual(one.intersect(other).indexes(), [31]);
  assert.deepEqual(one.subtract(other).indexes(), [1, 64]);
  assert.equal(one.includes(setOf(1, 64)), true);
  assert.equal(one.includes(other), false);
  assert.equal(one.subtract(one).isEmpty(), true);
  assert.deepEqual(one.indexes(), [1, 31, 64]);
});

Deno.test("a copy changes apart from its original", () => {
  const one = setOf(5);
  const copy = one.copy();
  copy.add(6);
  assert.deepEqual(one.indexes(), [5]);
});

Deno.test("every feature has a name and a bit of its own", () => {
  const features = listFeatures();
  assert.equal(new Set(features.map(({ name }) => name)).size, features.length);
  assert.equal(new Set(features.map(({ register, bit }) => JSON.stringify([register, bit]))).size, features.length);
});
