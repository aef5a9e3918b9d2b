/**
 * The moments of a guest that were kept: snapshots or checkpoints, each with the one it came after.
 *
 * @module
 */

/** What is kept of every moment. */
export interface Moment {
  readonly name: string;
  /** Name of the moment before it. */
  parent?: string;
}

/** The moments of one guest, of one kind. */
export class MomentTree<T extends Moment> {
  /** The moment that the guest came from last. */
  current: T | undefined;
  readonly #moments = new Map<string, T>();

  /** How many there are. */
  get size(): number {
    return this.#moments.size;
  }

  /** The moment with this name. */
  find(name: string): T | undefined {
    return this.#moments.get(name);
  }

  /** Puts a moment in, in the place of one with its name. */
  set(moment: T): void {
    this.#moments.set(moment.name, moment);
  }

  /** Takes a moment out; who came after it is left as it is. */
  delete(moment: T): void {
    this.#moments.delete(moment.name);
    if (this.current === moment) this.current = undefined;
  }

  /** All of them, as they came. */
  all(): T[] {
    return [...this.#moments.values()];
  }

  /** Those that nothing comes before. */
  roots(): T[] {
    return this.all().filter(({ parent }) => parent === undefined || !this.#moments.has(parent));
  }

  /** Those that came right after one. */
  childrenOf(moment: T): T[] {
    return this.all().filter(({ parent }) => parent === moment.name);
  }

  /** Those that came after one, parents before children. */
  descendantsOf(moment: T): T[] {
    const children = new Map<string, T[]>();
    for (const each of this.#moments.values()) {
      if (each.parent === undefined) continue;
      const siblings = children.get(each.parent);
      if (siblings === undefined) children.set(each.parent, [each]);
      else siblings.push(each);
    }
    const found: T[] = [];
    const seen = new Set([moment.name]);
    for (let queue = children.get(moment.name) ?? []; queue.length > 0;) {
      const fresh = queue.filter(({ name }) => !seen.has(name));
      for (const each of fresh) seen.add(each.name);
      found.push(...fresh);
      queue = fresh.flatMap(({ name }) => children.get(name) ?? []);
    }
    return found;
  }

  /** Whether anything came after one. */
  isLeaf(moment: T): boolean {
    return !this.all().some(({ parent }) => parent === moment.name);
  }
}
