/**
 * How much memory a guest has, and how often it tells of it.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { DomainDevicesPart } from "../contract.ts";
import { hasBalloon } from "./device_views.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { currentMemory, totalMemory } from "./memory_of.ts";
import { pickOne } from "./pick_definition.ts";

/** The calls. */
export function createMemory(
  { list }: Guests,
): Required<Pick<DomainDevicesPart, "getMaxMemory" | "setMemory" | "setMemoryStatsPeriod">> {
  return {
    getMaxMemory: (ref) => Promise.try(() => totalMemory(list.require(ref).definition)),
    setMemory: (ref, memory, flags) =>
      Promise.try(() => {
        const { definition, live, change } = pickOne(list.require(ref), flags);
        if (flags.maximum) {
          if (live) throw refuse("cannot resize the maximum memory on an active domain");
          return change(withMaximum(definition, memory));
        }
        if (memory > totalMemory(definition)) {
          throw failure("VIR_ERR_INVALID_ARG", "cannot set memory higher than max memory");
        }
        change({ ...definition, currentMemory: memory });
      }),
    setMemoryStatsPeriod: (ref, period, flags) =>
      Promise.try(() => {
        const { definition, change } = pickOne(list.require(ref), flags);
        const { memoryBalloon, ...devices } = definition.devices ?? {};
        if (memoryBalloon === undefined || !hasBalloon(definition)) {
          const detail = "No memory balloon device configured, can not set the collection period";
          throw failure("VIR_ERR_INTERNAL_ERROR", detail);
        }
        const { statsPeriod: _old, ...balloon } = memoryBalloon;
        const next = period > 0 ? { ...balloon, statsPeriod: period } : balloon;
        change({ ...definition, devices: { ...devices, memoryBalloon: next } });
      }),
  };
}

function withMaximum(definition: Domain, memory: Integer64): Domain {
  if ((definition.cpu?.numa?.cells.length ?? 0) > 0) {
    throw refuse("initial memory size of a domain with NUMA nodes cannot be modified with this API");
  }
  if (definition.maxMemory !== undefined && definition.maxMemory.size < memory) {
    throw refuse("cannot set initial memory size greater than the maximum memory size");
  }
  const current = currentMemory(definition);
  return {
    ...definition,
    memory: { ...definition.memory, size: memory },
    currentMemory: current > memory ? memory : current,
  };
}

function refuse(detail: string): Error {
  return failure("VIR_ERR_OPERATION_INVALID", detail);
}
