/**
 * Which nodes of the machine a guest's memory comes from.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import { formatCpuSet, parseCpuSet } from "../../conf/shape/mod.ts";
import { wordOf } from "../../base/number_table.ts";
import { NUMATUNE_MEM_MODES, type NumatuneMemMode } from "../../model/domain_vcpu.ts";
import { NUMA_PARAMETERS } from "../../model/parameters_tuning.ts";
import type { DomainTuningPart } from "../contract.ts";
import { checkedValues } from "./checked_values.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { pickOne } from "./pick_definition.ts";

/** The calls. */
export function createNuma(
  { list }: Guests,
): Required<Pick<DomainTuningPart, "getNumaParameters" | "setNumaParameters">> {
  return {
    getNumaParameters: (ref, flags) =>
      Promise.try(() => {
        const memory = pickOne(list.require(ref), flags).definition.numatune?.memory;
        return {
          numa_mode: NUMATUNE_MEM_MODES[memory?.mode ?? "strict"],
          numa_nodeset: memory?.nodeset ?? "",
        };
      }),
    setNumaParameters: (ref, parameters, flags) =>
      Promise.try(() => {
        const values = checkedValues(NUMA_PARAMETERS, parameters);
        const { definition, live, change } = pickOne(list.require(ref), flags);
        const mode = modeOf(values.get("numa_mode"));
        const nodeset = nodesetOf(values.get("numa_nodeset"));
        const before = definition.numatune?.memory?.mode;
        if (live && mode !== undefined && before !== undefined && before !== mode) {
          throw failure("VIR_ERR_OPERATION_INVALID", "can't change numatune mode for running domain");
        }
        if (mode !== undefined || nodeset !== undefined) change(withMemory(definition, mode, nodeset));
      }),
  };
}

function modeOf(value: unknown): NumatuneMemMode | undefined {
  if (typeof value !== "number") return undefined;
  const mode = wordOf(NUMATUNE_MEM_MODES, value);
  if (mode === undefined) throw failure("VIR_ERR_INVALID_ARG", `unsupported numatune mode: '${value}'`);
  return mode;
}

function nodesetOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const members = parseCpuSet(value);
  if (members === undefined) {
    throw failure("VIR_ERR_INVALID_ARG", `Failed to parse bitmap '${value}'`, { domain: "VIR_FROM_NONE" });
  }
  if (members.size === 0) throw failure("VIR_ERR_OPERATION_INVALID", `Invalid nodeset of 'numatune': ${value}`);
  return formatCpuSet(members);
}

function withMemory(definition: Domain, mode: NumatuneMemMode | undefined, nodeset: string | undefined): Domain {
  const old = definition.numatune?.memory;
  const next = { mode: mode ?? old?.mode ?? "strict" } as const;
  const set = nodeset ?? old?.nodeset;
  if (set === undefined && old === undefined && definition.vcpu.placement === "static") {
    const detail = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
    throw failure("VIR_ERR_CONFIG_UNSUPPORTED", detail, { domain: "VIR_FROM_DOMAIN" });
  }
  const memory = set === undefined ? { ...next, placement: "auto" as const } : { ...next, nodeset: set };
  return { ...definition, numatune: { ...definition.numatune, memory } };
}
