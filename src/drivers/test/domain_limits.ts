/**
 * Limits of memory, shares of processors, and the events that are counted.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Domain } from "../../conf/domain/document.ts";
import { PERF_PARAMETERS } from "../../model/parameters_perf.ts";
import type { DomainTuningPart } from "../contract.ts";
import { checkedValues } from "./checked_values.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { pickOne } from "./pick_definition.ts";

/** KiB that libvirt means by "no limit". */
const UNLIMITED = 9_007_199_254_740_991;

const LIMITS = { hard_limit: "ullong", soft_limit: "ullong", swap_hard_limit: "ullong" } as const;

type PerfName = keyof typeof PERF_PARAMETERS;

/** The calls. */
export function createLimits(
  { list }: Guests,
): Required<
  Pick<
    DomainTuningPart,
    | "getMemoryParameters"
    | "setMemoryParameters"
    | "getSchedulerType"
    | "getSchedulerParameters"
    | "setSchedulerParameters"
    | "getPerfEvents"
    | "setPerfEvents"
  >
> {
  return {
    getMemoryParameters: (ref, flags) =>
      Promise.try(() => {
        const { memtune } = pickOne(list.require(ref), flags).definition;
        return {
          hard_limit: memtune?.hardLimit ?? UNLIMITED,
          soft_limit: memtune?.softLimit ?? UNLIMITED,
          swap_hard_limit: memtune?.swapHardLimit ?? UNLIMITED,
        };
      }),
    setMemoryParameters: (ref, parameters, flags) =>
      Promise.try(() => {
        const values = checkedValues(LIMITS, parameters) as ReadonlyMap<string, Integer64>;
        const record = list.require(ref);
        const { definition, change } = pickOne(record, flags);
        const [hard, soft, swap] = ["hard_limit", "soft_limit", "swap_hard_limit"].map((name) => values.get(name));
        if (hard !== undefined || swap !== undefined) {
          // libvirt looks at what runs, whichever definition is to be changed.
          const { hardLimit = UNLIMITED, swapHardLimit = UNLIMITED } = record.definition.memtune ?? {};
          if (BigInt(hard ?? hardLimit) > BigInt(swap ?? swapHardLimit)) {
            const detail = "memory hard_limit tunable value must be lower than or equal to swap_hard_limit";
            throw failure("VIR_ERR_INVALID_ARG", detail);
          }
        }
        change({
          ...definition,
          memtune: {
            ...withLimit("hardLimit", hard ?? definition.memtune?.hardLimit),
            ...withLimit("softLimit", soft ?? definition.memtune?.softLimit),
            ...withLimit("minGuarantee", definition.memtune?.minGuarantee),
            ...withLimit("swapHardLimit", swap ?? definition.memtune?.swapHardLimit),
          },
        });
      }),
    getSchedulerType: () => Promise.resolve({ type: "fair", parameterCount: 1 }),
    getSchedulerParameters: (ref) => Promise.try(() => ({ weight: list.require(ref).schedulerWeight })),
    setSchedulerParameters: (ref, parameters) =>
      Promise.try(() => {
        const { weight } = Object.fromEntries(checkedValues({ weight: "uint" }, parameters));
        const record = list.require(ref);
        if (typeof weight === "number") record.schedulerWeight = weight;
      }),
    getPerfEvents: (ref, flags) =>
      Promise.try(() => {
        const { perf } = pickOne(list.require(ref), flags).definition;
        const enabled = new Set(perf?.filter((event) => event.enabled).map(({ name }) => name));
        const names = Object.keys(PERF_PARAMETERS) as PerfName[];
        return Object.fromEntries(names.map((name) => [name, enabled.has(name)]));
      }),
    setPerfEvents: (ref, parameters, flags) =>
      Promise.try(() => {
        const values = checkedValues(PERF_PARAMETERS, parameters);
        const { definition, change } = pickOne(list.require(ref), flags);
        const events = new Map(definition.perf?.map((event) => [event.name, event]));
        for (const [name, enabled] of values) {
          events.set(name as PerfName, { name: name as PerfName, enabled: enabled === true });
        }
        const names = Object.keys(PERF_PARAMETERS) as PerfName[];
        change({ ...definition, perf: names.map((name) => events.get(name)).filter((event) => event !== undefined) });
      }),
  };
}

function withLimit(name: keyof NonNullable<Domain["memtune"]>, value: Integer64 | undefined): Domain["memtune"] {
  return value === undefined || BigInt(value) >= BigInt(UNLIMITED) ? {} : { [name]: value };
}
