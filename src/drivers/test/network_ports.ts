/**
 * Ports: what is plugged into a virtual network by hand, as the QEMU driver's networks take it.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { type NetworkPort, networkPort } from "../../conf/network_port/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import type { NetworkPortRef, NetworkRef } from "../../model/object_refs.ts";
import type { TypedRecord } from "../../model/typed_parameter.ts";
import type { NetworkPortsPart } from "../contract.ts";
import { failure } from "./errors.ts";
import { type NetworkList, type NetworkRecord, networkRef } from "./network_list.ts";
import { parsing } from "./parsing.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const NETWORK_PORTS_CALLS: Partial<CallNames<NetworkPortsPart>> = {
  list: "virNetworkListAllPorts",
  lookupByUuid: "virNetworkPortLookupByUUID",
  getXml: "virNetworkPortGetXMLDesc",
  createXml: "virNetworkPortCreateXML",
  delete: "virNetworkPortDelete",
  getParameters: "virNetworkPortGetParameters",
  setParameters: "virNetworkPortSetParameters",
};

/** The part. */
export function createNetworkPorts(list: NetworkList): NetworkPortsPart {
  const running = (ref: NetworkRef): NetworkRecord => {
    const record = list.byUuid(ref.uuid);
    if (record.active) return record;
    throw refused("VIR_ERR_OPERATION_INVALID", `network '${record.name}' is not active`);
  };
  const find = ({ network, uuid }: NetworkPortRef): { readonly record: NetworkRecord; readonly port: NetworkPort } => {
    const port = list.byUuid(network.uuid).ports.get(uuid);
    if (port !== undefined) return { record: running(network), port };
    throw refused("VIR_ERR_NO_NETWORK_PORT", `Network port with UUID ${uuid} does not exist`);
  };
  return {
    list: (ref) =>
      Promise.try(() => {
        const record = running(ref);
        return [...record.ports.keys()].map((uuid) => ({ network: networkRef(record), uuid }));
      }),
    lookupByUuid: (network, uuid) => Promise.try(() => ({ network: networkRef(find({ network, uuid }).record), uuid })),
    getXml: (ref) => Promise.try(() => formatShape(networkPort, find(ref).port)),
    createXml: (ref, xml, { reclaim = false, validate = false }) =>
      Promise.try(() => {
        const unknown = validate ? "error" : "ignore";
        const given = parsing("the port", () => parseShape(networkPort, xml, { unknown }));
        const record = running(ref);
        const port = plugged(record, given, reclaim);
        if (record.ports.has(port.uuid)) {
          throw refused("VIR_ERR_NETWORK_PORT_EXIST", `Network port with UUID ${port.uuid} already exists`);
        }
        record.ports.set(port.uuid, port);
        return { network: networkRef(record), uuid: port.uuid };
      }),
    delete: (ref) => Promise.try(() => void find(ref).record.ports.delete(ref.uuid)),
    getParameters: (ref) => Promise.try(() => parametersOf(find(ref).port)),
    setParameters: (ref, parameters) =>
      Promise.try(() => {
        const { record, port } = find(ref);
        record.ports.set(ref.uuid, limited(port, parameters));
      }),
  };
}

/** The port with the place it has on the host. */
function plugged({ definition }: NetworkRecord, port: NetworkPort, reclaim: boolean): NetworkPort {
  if (port.plug !== undefined) {
    if (reclaim) return port;
    throw refused("VIR_ERR_INVALID_ARG", "Port reclaim not requested but plug type is not none");
  }
  if (reclaim) throw refused("VIR_ERR_INVALID_ARG", "Port reclaim requested but plug type is none");
  const bridge = definition.bridge?.name;
  if (bridge === undefined) return port;
  const type = definition.forward?.mode === "bridge" ? "bridge" as const : "network" as const;
  return { ...port, plug: { type, bridge } };
}

function parametersOf({ bandwidth }: NetworkPort): TypedRecord {
  const { inbound, outbound } = bandwidth ?? {};
  return {
    ...(inbound === undefined ? {} : {
      "inbound.average": inbound.average ?? 0,
      "inbound.peak": inbound.peak ?? 0,
      "inbound.floor": inbound.floor ?? 0,
      "inbound.burst": inbound.burst ?? 0,
    }),
    ...(outbound === undefined ? {} : {
      "outbound.average": outbound.average ?? 0,
      "outbound.peak": outbound.peak ?? 0,
      "outbound.burst": outbound.burst ?? 0,
    }),
  };
}

/** The port with other limits; a direction without average or floor has none. */
function limited({ bandwidth: _, ...port }: NetworkPort, parameters: TypedRecord): NetworkPort {
  const rate = (direction: string, names: readonly string[]): Record<string, number> | undefined => {
    const given = names.flatMap((name) => {
      const value = Number(parameters[`${direction}.${name}`] ?? 0);
      return value === 0 ? [] : [[name, value] as const];
    });
    const found = Object.fromEntries(given);
    return found["average"] === undefined && found["floor"] === undefined ? undefined : found;
  };
  const inbound = rate("inbound", ["average", "peak", "floor", "burst"]);
  const outbound = rate("outbound", ["average", "peak", "burst"]);
  if (inbound === undefined && outbound === undefined) return port;
  return { ...port, bandwidth: defined({ inbound, outbound }) };
}

function refused(code: Parameters<typeof failure>[0], detail: string): Error {
  return failure(code, detail, { domain: "VIR_FROM_NETWORK" });
}
