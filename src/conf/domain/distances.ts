/**
 * Distances between NUMA nodes: what is said of one direction goes for the other where nothing is said of that.
 *
 * @module
 */

import type { Fail } from "../shape/mod.ts";

/** How far one node is from another. */
export interface Distance {
  readonly id: number;
  readonly value: number;
}

/** A node with its distances. */
interface Cell {
  readonly distances?: readonly Distance[];
}

/** A node's distance from itself. */
const LOCAL = 10;
/** The distance of a node that cannot be reached. */
const UNREACHABLE = 255;

/** The nodes with all distances that follow from those given; nodes are numbered by their place in the list. */
export function completeDistances<C extends Cell>(cells: readonly C[], fail: Fail): readonly C[] {
  const rows: (Map<number, number> | undefined)[] = cells.map(() => undefined);
  cells.forEach(({ distances = [] }, from) => {
    for (const { id: to, value } of distances) {
      checkDistance({ from, to, value, count: cells.length }, fail);
      (rows[from] ??= new Map([[from, LOCAL]])).set(to, value);
      const back = rows[to] ??= new Map([[to, LOCAL]]);
      if (!back.has(from)) back.set(from, value);
    }
  });
  return cells.map((cell, at) => {
    const row = rows[at];
    if (row === undefined) return cell;
    const distances = [...row].map(([id, value]) => ({ id, value })).toSorted((a, b) => a.id - b.id);
    return { ...cell, distances };
  });
}

interface Claim {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly count: number;
}

function checkDistance({ from, to, value, count }: Claim, fail: Fail): void {
  const domain = "VIR_FROM_DOMAIN";
  if (to >= count) {
    const detail = `'sibling_id ${to}' does not refer to a valid cell within NUMA 'cell id ${from}'`;
    fail(`there is no cell ${to}`, { domain, detail });
  }
  if (value >= LOCAL && value <= UNREACHABLE && (to === from) === (value === LOCAL)) return;
  const detail = `'value ${value}' is invalid for 'sibling id ${to}' under NUMA 'cell id ${from}'`;
  fail(`${value} is no distance between cells ${from} and ${to}`, { domain, detail });
}
