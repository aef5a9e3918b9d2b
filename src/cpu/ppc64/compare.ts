/**
 * Whether a POWER host can run a CPU: generations are equal or they are not, but for compatibility modes.
 *
 * @module
 */

import type { CpuDocument } from "../../conf/cpu/document.ts";
import type { Comparison } from "../compare.ts";
import { isHostCpu } from "../document.ts";
import { CpuError } from "../error.ts";
import { currentName, PPC64_MODELS } from "./models.ts";

const ARCHITECTURES: readonly string[] = ["ppc64", "ppc64le"];
const IDENTICAL: Comparison = { result: "identical", features: [] };

/** Compares a CPU with the host; throws {@linkcode CpuError} for a model or mode that is not known. */
export function comparePpc64(host: CpuDocument, cpu: CpuDocument): Comparison {
  if (cpu.arch !== undefined && !ARCHITECTURES.includes(cpu.arch)) {
    return incompatible(`CPU arch ${cpu.arch} does not match host arch`);
  }
  if (cpu.vendor !== undefined && cpu.vendor !== host.vendor) {
    return incompatible(`host CPU vendor does not match required CPU vendor ${cpu.vendor}`);
  }
  const hostName = knownName(host.model?.name);
  const wanted = cpu.model?.name === undefined ? undefined : currentName(cpu.model.name);
  if (!isHostCpu(cpu) && cpu.mode !== undefined && cpu.mode !== "custom") {
    return cpu.mode === "host-model" && wanted !== undefined ? compareMode(hostName, wanted) : IDENTICAL;
  }
  const name = knownName(wanted);
  return name === hostName ? IDENTICAL : incompatible(`host CPU model does not match required CPU model ${name}`);
}

/** A host of one generation can pose as an older one; the guest asks for `power7`, the host is `POWER9`. */
function compareMode(hostName: string, mode: string): Comparison {
  const host = generation(hostName, "POWER");
  const wanted = generation(mode, "power");
  if (host === undefined) throw new CpuError("unsupported", "Host CPU does not support compatibility modes");
  if (wanted === undefined) throw new CpuError("unknown-name", `Unknown compatibility mode ${mode}`);
  return wanted > host ? { result: "incompatible", features: [] } : IDENTICAL;
}

function generation(name: string, prefix: string): number | undefined {
  const digits = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return /^([6-9]|10)$/.test(digits) ? Number(digits) : undefined;
}

function knownName(name: string | undefined): string {
  if (name === undefined) throw new CpuError("invalid", "no CPU model specified");
  if (!PPC64_MODELS.some((model) => model.name === name)) {
    throw new CpuError("unknown-name", `Unknown CPU model ${name}`);
  }
  return name;
}

function incompatible(reason: string): Comparison {
  return { result: "incompatible", reason, features: [] };
}
