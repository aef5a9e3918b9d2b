/**
 * The virtual networks of a hypervisor, and how a definition comes to one.
 *
 * @module
 */

import { type Network, network } from "../../conf/network/document.ts";
import type { NetworkPort } from "../../conf/network_port/document.ts";
import { parseShape } from "../../conf/shape/mod.ts";
import type { NetworkRef } from "../../model/object_refs.ts";
import { failure } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { type Named, ObjectStore } from "./object_store.ts";
import { parsing } from "./parsing.ts";

/** One network. */
export interface NetworkRecord extends Named {
  /** What runs; what is stored, where nothing runs. */
  definition: Network;
  /** What is stored, where it is not what runs. */
  stored: Network | undefined;
  active: boolean;
  persistent: boolean;
  autostart: boolean;
  /** What is plugged in, by UUID. */
  readonly ports: Map<string, NetworkPort>;
}

/** How a definition comes to a network. */
export interface AssignOptions {
  /** It will run now, instead of being stored. */
  readonly live?: boolean;
}

/** Networks. */
export class NetworkList {
  readonly #store = new ObjectStore<NetworkRecord>();

  /** All of them. */
  values(): MapIterator<NetworkRecord> {
    return this.#store.values();
  }

  /**
   * The network of this UUID.
   *
   * @throws VirtError where there is none
   */
  byUuid(uuid: string): NetworkRecord {
    const record = this.#store.byUuid(uuid);
    if (record === undefined) throw failure("VIR_ERR_NO_NETWORK", `no network with matching uuid '${uuid}'`, HINT);
    return record;
  }

  /**
   * The network of this name.
   *
   * @throws VirtError where there is none
   */
  byName(name: string): NetworkRecord {
    const record = this.#store.byName(name);
    if (record === undefined) throw failure("VIR_ERR_NO_NETWORK", `no network with matching name '${name}'`, HINT);
    return record;
  }

  /**
   * Gives a definition to the network it is of, which may be a new one.
   *
   * @throws VirtError where its name or its UUID is another's, or it runs already
   */
  assign(definition: Network, { live = false }: AssignOptions = {}): NetworkRecord {
    const { name, uuid = "" } = definition;
    const record = this.#store.byUuid(uuid);
    if (record === undefined) return this.#add(definition, live);
    if (record.name !== name) throw taken(`network '${record.name}' is already defined with uuid ${uuid}`);
    if (live && record.active) {
      throw failure("VIR_ERR_OPERATION_INVALID", `network is already active as '${name}'`, {
        domain: "VIR_FROM_NETWORK",
      });
    }
    if (live) {
      if (record.persistent) record.stored ??= record.definition;
      record.definition = definition;
      return record;
    }
    record.persistent = true;
    store(record, definition);
    return record;
  }

  /** Takes a network out. */
  remove(record: NetworkRecord): void {
    this.#store.delete(record);
  }

  #add(definition: Network, live: boolean): NetworkRecord {
    const { name, uuid = "" } = definition;
    const other = this.#store.byName(name);
    if (other !== undefined) throw taken(`network '${name}' already exists with uuid ${other.uuid}`);
    const record: NetworkRecord = {
      name,
      uuid,
      definition,
      stored: undefined,
      active: false,
      persistent: !live,
      autostart: false,
      ports: new Map(),
    };
    this.#store.set(record);
    return record;
  }
}

/** Puts a definition where it is when the network does not run. */
export function store(record: NetworkRecord, definition: Network): void {
  if (record.active) record.stored = definition;
  else {
    record.stored = undefined;
    record.definition = definition;
  }
}

/** How a network is named. */
export function networkRef({ name, uuid }: Named): NetworkRef {
  return { name, uuid };
}

/** The definition that a text is; libvirt's test hypervisor knows no dnsmasq. */
export function parseNetwork({ ids }: Hypervisor, xml: string, { validate = false } = {}): Network {
  const unknown = validate ? "error" : "ignore";
  const { dnsmasqOptions: _, ...definition } = parsing(
    "the network",
    () => parseShape(network, xml, { unknown, live: false }),
  );
  return { ...definition, uuid: definition.uuid ?? ids.uuid() };
}

/** The networks that a hypervisor begins with: they run, and stay. */
export function openNetworks(hypervisor: Hypervisor): NetworkList {
  const list = new NetworkList();
  for (const xml of hypervisor.node.networks) list.assign(parseNetwork(hypervisor, xml)).active = true;
  return list;
}

const HINT = { hint: "List the networks" };

function taken(detail: string): Error {
  return failure("VIR_ERR_OPERATION_FAILED", detail, {
    domain: "VIR_FROM_NETWORK",
    hint: "Choose another name, or another UUID",
  });
}
