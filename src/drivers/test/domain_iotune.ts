/**
 * How much a disk may read and write in a second.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Disk } from "../../conf/domain/devices/disk/disk.ts";
import { BLOCK_IOTUNE_PARAMETERS } from "../../model/parameters_block.ts";
import type { TypedRecord, TypedValue } from "../../model/typed_parameter.ts";
import type { DomainTuningPart } from "../contract.ts";
import { checkedValues } from "./checked_values.ts";
import { findDisk, withDisk } from "./devices_of.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { pickOne } from "./pick_definition.ts";

type IoTune = NonNullable<Disk["ioTune"]>;
type Name = keyof typeof BLOCK_IOTUNE_PARAMETERS;

/** The largest limit there is. */
const MAX = 1_000_000_000_000_000;

/** Limits of both ways together, which go with no limit of one way. */
const TOTALS = ["bytes_sec", "iops_sec", "bytes_sec_max", "iops_sec_max"] as const;

/** Limits that are at most what is allowed for a while. */
const SUSTAINED = ["bytes_sec", "iops_sec"].flatMap((what) =>
  ["total", "read", "write"].map((way) => `${way}_${what}`)
);

/** The calls. */
export function createIoTune({ list }: Guests): Required<Pick<DomainTuningPart, "getBlockIoTune" | "setBlockIoTune">> {
  return {
    getBlockIoTune: (ref, name, flags) =>
      Promise.try(() => {
        const { definition } = pickOne(list.require(ref), flags);
        // Clients that do not know yet how many limits there are name no disk.
        if (name === "") return recordOf(undefined);
        const disk = findDisk(definition, name);
        if (disk === undefined) {
          throw failure("VIR_ERR_INVALID_ARG", `disk '${name}' was not found in the domain config`);
        }
        return recordOf(disk.ioTune);
      }),
    setBlockIoTune: (ref, { device, parameters }, flags) =>
      Promise.try(() => {
        const values = checkedValues(BLOCK_IOTUNE_PARAMETERS, parameters);
        const { definition, change } = pickOne(list.require(ref), flags);
        const disk = findDisk(definition, device);
        if (disk === undefined) {
          throw failure("VIR_ERR_INVALID_ARG", `missing persistent configuration for disk '${device}'`);
        }
        if ([...values.values()].some((value) => Number(value) > MAX)) {
          const detail = `block I/O throttle limit value must be no more than ${MAX}`;
          throw failure("VIR_ERR_ARGUMENT_UNSUPPORTED", detail);
        }
        const next = { ...recordOf(disk.ioTune), ...Object.fromEntries(values) };
        refuseContradictions(next);
        change(withDisk(definition, disk, { ...disk, ioTune: ioTuneOf(next) }));
      }),
  };
}

/** Every parameter, with 0 and nothing for what is not limited. */
function recordOf(ioTune: Disk["ioTune"]): TypedRecord {
  const fields: Readonly<Record<string, TypedValue | undefined>> = { ...ioTune };
  const entries = Object.entries(BLOCK_IOTUNE_PARAMETERS).map(([name, type]) =>
    [name, fields[camelCase(name)] ?? (type === "string" ? "" : 0)] as const
  );
  return Object.fromEntries(entries);
}

function ioTuneOf(record: TypedRecord): IoTune {
  const set = Object.entries(record).filter(([, value]) => value !== 0 && value !== "");
  return Object.fromEntries(set.map(([name, value]) => [camelCase(name), value])) as IoTune;
}

function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function refuseContradictions(record: TypedRecord): void {
  const value = (name: string): Integer64 => record[name as Name] as Integer64;
  for (const what of TOTALS) {
    if (value(`total_${what}`) && (value(`read_${what}`) || value(`write_${what}`))) {
      throw failure("VIR_ERR_INVALID_ARG", `total and read/write of ${what} cannot be set at the same time`);
    }
  }
  for (const name of SUSTAINED) {
    if (value(name) > value(`${name}_max`)) {
      // The blank at the end is libvirt's.
      throw failure("VIR_ERR_INVALID_ARG", `${name} cannot be set higher than ${name}_max `);
    }
  }
}
