/**
 * Reads the `<cpu>` part of domain capabilities: one `<mode>` each for the ways to give a guest a processor.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { readFeatures, readMaxPhysAddr } from "../cpu/read_cpu_parts.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { CpuCapabilities, CustomCpuModel, HostModelCpu } from "./document.ts";
import { isSupported, readSupported } from "./read_supported.ts";

const MODES = ["host-passthrough", "maximum", "host-model", "custom"] as const;

/** Reads `<cpu>`. */
export function readCpu(cpu: ElementReader): CpuCapabilities {
  const modes = new Map(cpu.children("mode").map((mode) => [mode.requiredOneOf("name", MODES), mode]));
  const hostPassthrough = modes.get("host-passthrough");
  const maximum = modes.get("maximum");
  if (hostPassthrough === undefined) cpu.fail('the mode "host-passthrough" is missing');
  return defined({
    hostPassthrough: readSupported(hostPassthrough),
    maximum: maximum === undefined ? undefined : readSupported(maximum),
    hostModel: readHostModel(modes.get("host-model")),
    custom: readCustom(modes.get("custom")),
  });
}

function readHostModel(mode: ElementReader | undefined): HostModelCpu | undefined {
  if (mode === undefined || !isSupported(mode)) return undefined;
  const model = mode.requiredChild("model");
  return defined({
    model: model.text(),
    fallback: model.oneOf("fallback", ["allow", "forbid"]) ?? "allow",
    vendor: mode.childText("vendor"),
    maxPhysAddr: readMaxPhysAddr(mode),
    features: readFeatures(mode),
  });
}

function readCustom(mode: ElementReader | undefined): CustomCpuModel[] | undefined {
  if (mode === undefined || !isSupported(mode)) return undefined;
  const blockers = new Map(
    mode.children("blockers").map((each) => [
      each.requiredAttribute("model"),
      each.children("feature").map((feature) => feature.requiredAttribute("name")),
    ]),
  );
  return mode.children("model").map((model) => {
    const name = model.text();
    const vendor = model.attribute("vendor");
    return defined({
      name,
      usable: model.requiredOneOf("usable", ["yes", "no", "unknown"]),
      vendor: vendor === "unknown" ? undefined : vendor,
      deprecated: model.yesNo("deprecated"),
      canonical: model.attribute("canonical"),
      blockers: blockers.get(name) ?? [],
    });
  });
}
