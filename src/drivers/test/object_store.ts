/**
 * The objects of one kind, found by UUID and by name without a search.
 *
 * @module
 */

/** What is kept of every kind of object. */
export interface Named {
  /** Its UUID, or what stands for one where the kind has none. */
  readonly uuid: string;
  readonly name: string;
}

/** Objects in the order in which they came. */
export class ObjectStore<T extends Named> {
  readonly #byUuid = new Map<string, T>();
  readonly #byName = new Map<string, T>();

  /** How many there are. */
  get size(): number {
    return this.#byUuid.size;
  }

  /** All of them. */
  values(): MapIterator<T> {
    return this.#byUuid.values();
  }

  /** The object with this UUID. */
  byUuid(uuid: string): T | undefined {
    return this.#byUuid.get(uuid);
  }

  /** The object with this name. */
  byName(name: string): T | undefined {
    return this.#byName.get(name);
  }

  /** Puts an object in, in the place of one with its UUID. */
  set(object: T): void {
    const old = this.#byUuid.get(object.uuid);
    if (old !== undefined) this.#byName.delete(old.name);
    this.#byUuid.set(object.uuid, object);
    this.#byName.set(object.name, object);
  }

  /** Takes an object out. */
  delete(object: T): void {
    if (this.#byUuid.get(object.uuid) !== object) return;
    this.#byUuid.delete(object.uuid);
    this.#byName.delete(object.name);
  }

  /** Files an object under the name that `change` gives it. */
  rename(object: T, change: () => void): void {
    this.#byName.delete(object.name);
    change();
    this.#byName.set(object.name, object);
  }
}
