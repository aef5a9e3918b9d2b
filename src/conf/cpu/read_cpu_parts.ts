/**
 * Reads the elements that host CPUs, guest CPUs and the host-model answer have in common.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { CpuCounter, CpuFeature, CpuSignature, CpuTopology, FeaturePolicy, MaxPhysAddr } from "./document.ts";

const POLICIES: readonly FeaturePolicy[] = ["force", "require", "optional", "disable", "forbid"];

/** Reads every `<feature>` child. */
export function readFeatures(cpu: ElementReader): CpuFeature[] {
  return cpu.children("feature").map((feature) =>
    defined({ name: feature.requiredAttribute("name"), policy: feature.oneOf("policy", POLICIES) })
  );
}

/** Reads `<topology>`. */
export function readTopology(cpu: ElementReader): CpuTopology | undefined {
  const topology = cpu.child("topology");
  if (topology === undefined) return undefined;
  return defined({
    sockets: topology.requiredInteger("sockets"),
    dies: topology.integer("dies"),
    clusters: topology.integer("clusters"),
    cores: topology.requiredInteger("cores"),
    threads: topology.requiredInteger("threads"),
  });
}

/** Reads `<maxphysaddr>`. */
export function readMaxPhysAddr(cpu: ElementReader): MaxPhysAddr | undefined {
  const address = cpu.child("maxphysaddr");
  if (address === undefined) return undefined;
  return defined({
    mode: address.requiredOneOf("mode", ["emulate", "passthrough"]),
    bits: address.integer("bits"),
    limit: address.integer("limit"),
  });
}

/** Reads `<signature>`. */
export function readSignature(cpu: ElementReader): CpuSignature | undefined {
  const signature = cpu.child("signature");
  if (signature === undefined) return undefined;
  return {
    family: signature.requiredInteger("family"),
    model: signature.requiredInteger("model"),
    stepping: signature.requiredInteger("stepping"),
  };
}

/** Reads `<counter>`. */
export function readCounter(cpu: ElementReader): CpuCounter | undefined {
  const counter = cpu.child("counter");
  if (counter === undefined) return undefined;
  return defined({
    name: counter.requiredOneOf("name", ["tsc"]),
    frequency: counter.requiredInteger("frequency"),
    scaling: counter.yesNo("scaling"),
  });
}
