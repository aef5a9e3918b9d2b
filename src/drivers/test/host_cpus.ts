/**
 * What can be said of CPUs without a machine: the models there are, and what several CPUs have in common.
 *
 * @module
 */

import type { CpuDocument } from "../../conf/cpu/document.ts";
import { formatCpu } from "../../conf/cpu/format_cpu.ts";
import { parseCpu } from "../../conf/cpu/parse_cpu.ts";
import type { CpuErrorCode } from "../../cpu/error.ts";
import { isArchitecture } from "../../model/architecture.ts";
import type { ErrorCode } from "../../model/error_code.ts";
import { CPU_BASELINE_FLAGS } from "../../model/host.ts";
import type { HostPart } from "../contract.ts";
import { failure } from "./errors.ts";
import { parsing } from "./parsing.ts";
import { refuseFlags } from "./refuse_flags.ts";

/** libvirt's codes for what can be wrong with CPUs. */
const CODES: Readonly<Record<CpuErrorCode, ErrorCode>> = {
  "unknown-name": "VIR_ERR_INTERNAL_ERROR",
  "unknown-vendor": "VIR_ERR_OPERATION_FAILED",
  invalid: "VIR_ERR_INVALID_ARG",
  incompatible: "VIR_ERR_OPERATION_FAILED",
  unsupported: "VIR_ERR_NO_SUPPORT",
};

/** The calls. The tables of models are large, and loaded when somebody asks. */
export function createHostCpus(): Required<Pick<HostPart, "getCpuModelNames" | "baselineCpu">> {
  return {
    async getCpuModelNames(arch): Promise<readonly string[]> {
      if (!isArchitecture(arch)) {
        throw failure("VIR_ERR_INVALID_ARG", `cannot find architecture ${arch}`, { hint: "Write it as x86_64" });
      }
      const { CpuMap, modelNames } = await import("../../cpu/mod.ts");
      const names = modelNames(new CpuMap(), arch);
      if (names !== undefined) return names === "any" ? [] : names;
      return refuse("VIR_ERR_NO_SUPPORT", `'${arch}' architecture is not supported by CPU driver`);
    },
    async baselineCpu(documents, flags): Promise<string> {
      refuseFlags(flags, {
        table: CPU_BASELINE_FLAGS,
        allowed: ["expandFeatures"],
        function: "testConnectBaselineCPU",
      });
      const cpus = documents.map(parseHostCpu);
      const { baselineCpu, CpuError, CpuMap } = await import("../../cpu/mod.ts");
      try {
        return formatCpu(baselineCpu(new CpuMap(), { cpus }, { expandFeatures: flags.expandFeatures ?? false }));
      } catch (error) {
        if (!(error instanceof CpuError)) throw error;
        return refuse(CODES[error.code], error.message);
      }
    },
  };
}

function parseHostCpu(xml: string): CpuDocument {
  const cpu = parsing("the CPU", () => parseCpu(xml, { unknown: "ignore" }));
  if (cpu.mode !== undefined) refuse("VIR_ERR_CONFIG_UNSUPPORTED", "Attribute mode is only allowed for guest CPU");
  if (cpu.arch === undefined) refuse("VIR_ERR_XML_ERROR", "Missing CPU architecture");
  if (!isArchitecture(cpu.arch)) refuse("VIR_ERR_CONFIG_UNSUPPORTED", `Unknown architecture ${cpu.arch}`);
  if (cpu.model?.name === undefined) refuse("VIR_ERR_XML_ERROR", "Missing CPU model name");
  return cpu;
}

function refuse(code: ErrorCode, detail: string): never {
  throw failure(code, detail, { domain: "VIR_FROM_CPU" });
}
