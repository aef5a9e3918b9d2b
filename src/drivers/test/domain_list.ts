/**
 * The guests of a hypervisor: found by UUID, name and number, and kept from being two of one name.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import type { ListDomainsFlags } from "../../model/list_filters.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import { createDomainRecord, type DomainRecord } from "./domain_record.ts";
import { failure, noDomain } from "./errors.ts";
import { ObjectStore } from "./object_store.ts";

/** How a definition comes to a guest. */
export interface AddOptions {
  /** It will run now, instead of being stored. */
  readonly live?: boolean;
}

/** Guests. */
export class DomainList {
  readonly #store = new ObjectStore<DomainRecord>();
  readonly #running = new Map<number, DomainRecord>();
  #nextId = 1;

  /** All of them. */
  values(): MapIterator<DomainRecord> {
    return this.#store.values();
  }

  /** The guest that a reference means. */
  find({ uuid }: Pick<DomainRef, "uuid">): DomainRecord | undefined {
    return this.#store.byUuid(uuid);
  }

  /** The guest of this name. */
  byName(name: string): DomainRecord | undefined {
    return this.#store.byName(name);
  }

  /** The guest that runs under this number. */
  byId(id: number): DomainRecord | undefined {
    return this.#running.get(id);
  }

  /**
   * The guest that a reference means.
   *
   * @throws VirtError where there is none
   */
  require(ref: DomainRef): DomainRecord {
    const record = this.find(ref);
    if (record === undefined) throw noDomain(ref);
    return record;
  }

  /**
   * Puts a definition in: for a new guest, or in the place of another of the same guest.
   *
   * @throws VirtError where the name or the UUID belongs to another
   */
  add(definition: Domain, { live = false }: AddOptions = {}): { readonly record: DomainRecord; readonly old?: Domain } {
    const { name, uuid = "" } = definition;
    const record = this.#store.byUuid(uuid);
    if (record === undefined) {
      const other = this.#store.byName(name);
      if (other !== undefined) throw taken(`domain '${name}' already exists with uuid ${other.uuid}`);
      const created = createDomainRecord(definition);
      this.#store.set(created);
      return { record: created };
    }
    if (record.name !== name) throw taken(`domain '${record.name}' is already defined with uuid ${uuid}`);
    if (live && record.id !== -1) {
      throw failure("VIR_ERR_OPERATION_INVALID", `domain '${name}' is already active`, { domain: "VIR_FROM_DOMAIN" });
    }
    const old = this.assign(record, definition, { live });
    return old === undefined ? { record } : { record, old };
  }

  /** Gives a guest another definition, and gives back what was stored before. */
  assign(record: DomainRecord, definition: Domain, { live = false }: AddOptions = {}): Domain | undefined {
    if (record.id !== -1) {
      const old = record.stored;
      record.stored = definition;
      return old;
    }
    const old = record.definition;
    if (live) record.stored ??= old;
    record.definition = definition;
    return live ? undefined : old;
  }

  /** Gives a guest the next number, under which it is found while it runs. */
  number(record: DomainRecord): void {
    this.unnumber(record);
    record.id = this.#nextId++;
    this.#running.set(record.id, record);
  }

  /** Takes a guest from those that run; its number is left as it is. */
  unnumber({ id }: DomainRecord): void {
    this.#running.delete(id);
  }

  /** Takes a guest out. */
  remove(record: DomainRecord): void {
    this.unnumber(record);
    this.#store.delete(record);
  }

  /**
   * Gives a guest another name; `tell` is called before and after.
   *
   * @throws VirtError where the name is its own, or another's
   */
  rename(record: DomainRecord, name: string, tell: (moment: "before" | "after") => void): void {
    if (record.name === name) {
      throw failure("VIR_ERR_OPERATION_INVALID", "Can't rename domain to itself", { domain: "VIR_FROM_DOMAIN" });
    }
    if (this.#store.byName(name) !== undefined) {
      throw failure("VIR_ERR_OPERATION_INVALID", `domain with name '${name}' already exists`, {
        domain: "VIR_FROM_DOMAIN",
      });
    }
    if (name.includes("/")) throw failure("VIR_ERR_XML_ERROR", `name ${name} cannot contain '/'`);
    tell("before");
    this.#store.rename(record, () => {
      record.name = name;
      record.definition = { ...record.definition, name };
    });
    tell("after");
  }
}

/** Whether a guest is what a filter asks for: one of every group that the filter has anything of. */
export function passesFilter(record: DomainRecord, filter: ListDomainsFlags): boolean {
  const { state: { state }, persistent, managedSave, autostart, snapshots, checkpoints } = record;
  const other = state !== "running" && state !== "paused" && state !== "shutoff";
  return either(filter.active, filter.inactive, record.id !== -1) &&
    either(filter.persistent, filter.transient, persistent) &&
    either(filter.managedSave, filter.noManagedSave, managedSave !== undefined) &&
    either(filter.autostart, filter.noAutostart, autostart) &&
    either(filter.hasSnapshot, filter.noSnapshot, snapshots.size > 0) &&
    either(filter.hasCheckpoint, filter.noCheckpoint, checkpoints.size > 0) &&
    (!(filter.running || filter.paused || filter.shutoff || filter.other) ||
      Boolean(
        (filter.running && state === "running") || (filter.paused && state === "paused") ||
          (filter.shutoff && state === "shutoff") || (filter.other && other),
      ));
}

function either(wanted: boolean | undefined, unwanted: boolean | undefined, is: boolean): boolean {
  return Boolean(wanted) === Boolean(unwanted) || is === Boolean(wanted);
}

function taken(detail: string): Error {
  return failure("VIR_ERR_OPERATION_FAILED", detail, {
    domain: "VIR_FROM_DOMAIN",
    hint: "Choose another name, or another UUID",
  });
}
