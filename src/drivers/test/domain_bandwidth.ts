/**
 * How fast a guest's network card may send and receive.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Bandwidth } from "../../conf/parts/bandwidth.ts";
import { BANDWIDTH_PARAMETERS } from "../../model/parameters_bandwidth.ts";
import type { TypedRecord, TypedValue } from "../../model/typed_parameter.ts";
import type { DomainTuningPart } from "../contract.ts";
import { checkedValues } from "./checked_values.ts";
import { requireInterface, withInterface } from "./devices_of.ts";
import type { Guests } from "./domain_state.ts";
import { pickOne } from "./pick_definition.ts";

type Direction = "inbound" | "outbound";
type Rate = NonNullable<Bandwidth["inbound"]>;

/** The calls. */
export function createBandwidth(
  { list }: Guests,
): Required<Pick<DomainTuningPart, "getInterfaceParameters" | "setInterfaceParameters">> {
  return {
    getInterfaceParameters: (ref, device, flags) =>
      Promise.try(() => {
        const { bandwidth } = requireInterface(pickOne(list.require(ref), flags).definition, device);
        return recordOf(bandwidth);
      }),
    setInterfaceParameters: (ref, { device, parameters }, flags) =>
      Promise.try(() => {
        const values = checkedValues(BANDWIDTH_PARAMETERS, parameters);
        const { definition, change } = pickOne(list.require(ref), flags);
        const card = requireInterface(definition, device);
        const { bandwidth: old, ...rest } = card;
        const bandwidth: Bandwidth = { ...classOf(old), ...rates(values, old) };
        const next = bandwidth.inbound === undefined && bandwidth.outbound === undefined
          ? rest
          : { ...rest, bandwidth };
        change(withInterface(definition, card, next as typeof card));
      }),
  };
}

function recordOf(bandwidth: Bandwidth | undefined): TypedRecord {
  const names = Object.keys(BANDWIDTH_PARAMETERS) as (keyof typeof BANDWIDTH_PARAMETERS)[];
  return Object.fromEntries(names.map((name) => {
    const [direction, field] = name.split(".") as [Direction, keyof Rate];
    return [name, bandwidth?.[direction]?.[field] ?? 0];
  }));
}

function classOf(bandwidth: Bandwidth | undefined): Bandwidth {
  return bandwidth?.classId === undefined ? {} : { classId: bandwidth.classId };
}

/** Each direction that the call is about: what it says, nothing where it says 0, what was where it says nothing. */
function rates(values: ReadonlyMap<string, TypedValue>, old: Bandwidth | undefined): Bandwidth {
  const both = (["inbound", "outbound"] as const).map((direction) => [direction, rateOf(values, direction, old)]);
  return Object.fromEntries(both.filter(([, rate]) => rate !== undefined));
}

function rateOf(
  values: ReadonlyMap<string, TypedValue>,
  direction: Direction,
  old: Bandwidth | undefined,
): Rate | undefined {
  const value = (field: string): Integer64 => (values.get(`${direction}.${field}`) ?? 0) as Integer64;
  const fields = ["average", "peak", "floor", "burst"].filter((field) => value(field));
  if (value("average") || value("floor")) return Object.fromEntries(fields.map((field) => [field, value(field)]));
  const cleared = values.has(`${direction}.average`) || values.has(`${direction}.floor`);
  return cleared ? undefined : old?.[direction];
}
