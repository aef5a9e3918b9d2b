/**
 * Shares of the machine's disks: a weight for all, and figures for single devices as `path,figure,path,figure`.
 *
 * @module
 */

import { type Integer64, parseInteger64 } from "../../base/integer64.ts";
import type { Domain } from "../../conf/domain/document.ts";
import { BLKIO_PARAMETERS } from "../../model/parameters_tuning.ts";
import type { TypedRecord } from "../../model/typed_parameter.ts";
import type { DomainTuningPart } from "../contract.ts";
import { checkedValues } from "./checked_values.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { pickOne } from "./pick_definition.ts";

type Blkio = NonNullable<Domain["blkiotune"]>;
type Device = NonNullable<Blkio["devices"]>[number];

/** What each parameter is in the document. */
const FIELDS = {
  device_weight: "weight",
  device_read_iops_sec: "readIopsSec",
  device_write_iops_sec: "writeIopsSec",
  device_read_bytes_sec: "readBytesSec",
  device_write_bytes_sec: "writeBytesSec",
} as const satisfies Record<string, keyof Device>;

type Parameter = keyof typeof FIELDS;

/** The calls. */
export function createBlkio(
  { list }: Guests,
): Required<Pick<DomainTuningPart, "getBlkioParameters" | "setBlkioParameters">> {
  return {
    getBlkioParameters: (ref, flags) =>
      Promise.try((): TypedRecord => {
        const { weight = 0, devices = [] } = pickOne(list.require(ref), flags).definition.blkiotune ?? {};
        const names = Object.keys(FIELDS) as Parameter[];
        return { weight, ...Object.fromEntries(names.map((name) => [name, formatDevices(devices, FIELDS[name])])) };
      }),
    setBlkioParameters: (ref, parameters, flags) =>
      Promise.try(() => {
        const values = checkedValues(BLKIO_PARAMETERS, parameters);
        const { definition, change } = pickOne(list.require(ref), flags);
        let blkiotune: Blkio = definition.blkiotune ?? {};
        for (const [name, value] of values) {
          if (name === "weight") blkiotune = { ...blkiotune, weight: value as number };
          else blkiotune = withDevices(blkiotune, name as Parameter, String(value));
        }
        change({ ...definition, blkiotune });
      }),
  };
}

function formatDevices(devices: readonly Device[], field: keyof Device): string {
  return devices.filter((device) => device[field]).map((device) => `${device.path},${device[field]}`).join(",");
}

function withDevices(blkio: Blkio, name: Parameter, text: string): Blkio {
  const devices = [...blkio.devices ?? []];
  for (const [path, value] of parseDevices(name, text)) {
    const at = devices.findIndex((device) => device.path === path);
    const next = { ...at === -1 ? { path } : devices[at], path, [FIELDS[name]]: value };
    if (at !== -1) devices[at] = next;
    else if (value !== 0) devices.push(next);
  }
  return { ...blkio, devices };
}

function parseDevices(name: Parameter, text: string): [path: string, value: Integer64][] {
  if (text === "") return [];
  const words = text.split(",");
  if (words.length % 2 === 1) {
    throw refuse(`unable to parse blkio device '${name}' '${text}'`);
  }
  const pairs: [string, Integer64][] = [];
  for (let at = 0; at < words.length; at += 2) {
    const [path = "", figure = ""] = words.slice(at, at + 2);
    const value = parseInteger64(figure);
    if (value === undefined || value < 0) {
      throw refuse(`invalid value '${figure}' for parameter '${name}' of device '${path}'`);
    }
    pairs.push([path, value]);
  }
  return pairs;
}

function refuse(detail: string): Error {
  return failure("VIR_ERR_INVALID_ARG", detail, { domain: "VIR_FROM_DOMAIN" });
}
