/**
 * How the objects of a hypervisor are found by what a person calls them: number, UUID, name, path.
 *
 * @module
 */

import type {
  Domain,
  Interface,
  Network,
  NetworkFilter,
  NetworkFilterBinding,
  NodeDevice,
  Secret,
  StoragePool,
  StorageVolume,
} from "../../api/mod.ts";
import { CliError, exitCodeOf } from "../failure.ts";
import { word } from "./arguments.ts";
import type { Call, ObjectKind } from "./object_command.ts";

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** The ways to find an object, tried in order. */
type Ways<T> = readonly (() => Promise<T>)[];

/** Guests. */
export const DOMAIN: ObjectKind<Domain> = {
  argument: word("domain", "Name, number or UUID of the guest"),
  find: ({ connection: { domains } }, text) =>
    firstOf("domain", text, [
      ...(/^\d{1,9}$/.test(text) ? [() => domains.lookupById(Number(text))] : []),
      ...(UUID.test(text) ? [() => domains.lookupByUuid(text)] : []),
      () => domains.lookupByName(text),
    ]),
  describe: ({ name }) => `domain '${name}'`,
  name: ({ reference }) => reference,
};

/** Virtual networks. */
export const NETWORK: ObjectKind<Network> = {
  argument: word("network", "Name or UUID of the network"),
  find: ({ connection: { networks } }, text) =>
    firstOf("network", text, [
      ...(UUID.test(text) ? [() => networks.lookupByUuid(text)] : []),
      () => networks.lookupByName(text),
    ]),
  describe: ({ name }) => `network '${name}'`,
  name: ({ reference }) => reference,
};

/** Storage pools. */
export const POOL: ObjectKind<StoragePool> = {
  argument: word("pool", "Name or UUID of the pool"),
  find: (call, text) => findPool(call, text),
  describe: ({ name }) => `pool '${name}'`,
  name: ({ reference }) => reference,
};

/** Storage volumes; `--pool` says where to look for a name. */
export const VOLUME: ObjectKind<StorageVolume> = {
  argument: word("vol", "Name, key or path of the volume"),
  find: (call, text) => findVolume(call, text, call.words.text("pool")),
  describe: ({ name }) => `vol '${name}'`,
  name: ({ reference }) => reference,
};

/** Network interfaces of the host. */
export const INTERFACE: ObjectKind<Interface> = {
  argument: word("interface", "Name or MAC address of the interface"),
  find: ({ connection: { interfaces } }, text) =>
    firstOf("interface", text, [
      () => interfaces.lookupByName(text),
      ...(/^(?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}$/i.test(text) ? [() => interfaces.lookupByMac(text)] : []),
    ]),
  describe: ({ name }) => `interface '${name}'`,
  name: ({ reference }) => reference,
};

/** Devices of the host; a pair of world wide names finds an adapter, too. */
export const NODE_DEVICE: ObjectKind<NodeDevice> = {
  argument: word("device", "Name of the device, or its WWNN,WWPN"),
  find: ({ connection: { nodeDevices } }, text) => {
    const [wwnn = "", wwpn] = text.split(",");
    return firstOf("device", text, [
      () => wwpn === undefined ? nodeDevices.lookupByName(text) : nodeDevices.lookupScsiHostByWwn(wwnn, wwpn),
    ]);
  },
  describe: ({ name }) => `device '${name}'`,
  name: ({ reference }) => reference,
};

/** Secrets. */
export const SECRET: ObjectKind<Secret> = {
  argument: word("secret", "UUID of the secret"),
  find: ({ connection: { secrets } }, text) => firstOf("secret", text, [() => secrets.lookupByUuid(text)]),
  describe: ({ uuid }) => `secret '${uuid}'`,
  name: ({ reference }) => reference,
};

/** Network filters. */
export const FILTER: ObjectKind<NetworkFilter> = {
  argument: word("nwfilter", "Name or UUID of the network filter"),
  find: ({ connection: { networkFilters } }, text) =>
    firstOf("nwfilter", text, [
      ...(UUID.test(text) ? [() => networkFilters.lookupByUuid(text)] : []),
      () => networkFilters.lookupByName(text),
    ]),
  describe: ({ name }) => `network filter '${name}'`,
  name: ({ reference }) => reference,
};

/** Bindings of network filters. */
export const BINDING: ObjectKind<NetworkFilterBinding> = {
  argument: word("binding", "Device of the port that the filter is bound to"),
  find: ({ connection: { networkFilters } }, text) =>
    firstOf("nwfilter binding", text, [() => networkFilters.bindings.lookupByPortDevice(text)]),
  describe: ({ portDevice }) => `network filter binding '${portDevice}'`,
  name: ({ reference }) => reference,
};

/** Finds a pool by its name or UUID. */
export function findPool({ connection: { storagePools } }: Call, text: string): Promise<StoragePool> {
  return firstOf("pool", text, [
    ...(UUID.test(text) ? [() => storagePools.lookupByUuid(text)] : []),
    () => storagePools.lookupByName(text),
  ]);
}

/** Finds a volume by its name in a pool, or else by its key or path. */
export async function findVolume(call: Call, text: string, pool: string | undefined): Promise<StorageVolume> {
  const { connection: { storageVolumes } } = call;
  const owner = pool === undefined ? undefined : await findPool(call, pool);
  return await firstOf("vol", text, [
    ...(owner === undefined ? [] : [() => owner.lookupVolume(text)]),
    () => storageVolumes.lookupByKey(text),
    () => storageVolumes.lookupByPath(text),
  ], pool === undefined ? "name its pool with --pool where this is a name" : undefined);
}

/** The first way that finds something; where none does, what the last one said of a name, and the first of others. */
async function firstOf<T>(kind: string, text: string, ways: Ways<T>, hint?: string): Promise<T> {
  const errors: unknown[] = [];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      errors.push(error);
    }
  }
  const cause = hint === undefined && kind !== "vol" ? errors.at(-1) : errors[0];
  throw new CliError(`failed to get ${kind} '${text}'`, exitCodeOf(cause), { cause, ...(hint && { hint }) });
}
