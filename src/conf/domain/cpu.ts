/**
 * `<cpu>`: the processor that the guest sees, its topology and its NUMA nodes.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  mapped,
  oneOf,
  onOff,
  path,
  pattern,
  refine,
  type ShapeOf,
  string,
  textIfAny,
  uint32,
} from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import { numa } from "./numa.ts";

const model = {
  fallback: attribute("fallback", oneOf("allow", "forbid"), bad("Invalid fallback attribute")),
  vendorId: attribute("vendor_id", pattern(/[^,]{12}/, "12 characters without commas"), {
    domain: "VIR_FROM_CPU",
    detail: "vendor_id must be exactly 12 characters long",
  }),
  name: textIfAny(string),
};

const feature = {
  policy: attribute("policy", oneOf("force", "require", "optional", "disable", "forbid"), {
    default: "require",
    ...bad("Invalid CPU feature policy"),
  }),
  name: attribute("name", pattern(/[a-zA-Z0-9_.-]+/, "a feature's name"), {
    required: true,
    domain: "VIR_FROM_CPU",
    detail: "Invalid CPU feature name",
  }),
};

const written = refine(
  {
    mode: attribute(
      "mode",
      oneOf("custom", "host-model", "host-passthrough", "maximum"),
      bad("Invalid mode attribute '%s'"),
    ),
    match: attribute("match", oneOf("minimum", "exact", "strict")),
    check: attribute("check", oneOf("none", "partial", "full")),
    migratable: attribute("migratable", onOff),
    model: child("model", model, { empty: "omit" }),
    vendor: path("vendor", textIfAny(string)),
    topology: child("topology", {
      sockets: attribute("sockets", uint32({ min: 1 }), { required: true }),
      dies: attribute("dies", uint32({ min: 1 }), { default: 1 }),
      cores: attribute("cores", uint32({ min: 1 }), { required: true }),
      threads: attribute("threads", uint32({ min: 1 }), { required: true }),
    }),
    cache: child("cache", {
      level: attribute("level", uint32({ min: 1, max: 3 })),
      mode: attribute("mode", oneOf("emulate", "passthrough", "disable"), { required: true }),
    }, { once: { domain: "VIR_FROM_CPU", detail: "at most one CPU cache element may be specified" } }),
    maxPhysAddr: child("maxphysaddr", {
      mode: attribute("mode", oneOf("emulate", "passthrough"), { required: true }),
      bits: attribute("bits", uint32({ max: 0x7fff_ffff })),
    }),
    features: children("feature", feature),
    numa,
  },
  ({ mode = "custom", migratable, model, vendor, features = [] }, fail) => {
    if (migratable !== undefined && mode !== "host-passthrough" && mode !== "maximum") {
      const detail = "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode";
      fail(`mode ${mode} has no migratable`, { attribute: "migratable", ...bad(detail) });
    }
    if (vendor !== undefined && model?.name === undefined) {
      fail("a vendor needs a model", { domain: "VIR_FROM_CPU", detail: "CPU vendor specified without CPU model" });
    }
    if (features.length > 0 && model?.name === undefined && mode === "custom") {
      const detail = "Non-empty feature list specified without CPU model";
      fail("features need a model", { domain: "VIR_FROM_CPU", detail });
    }
    const seen = new Set<string>();
    for (const { name } of features) {
      const detail = `CPU feature '${name}' specified more than once`;
      if (seen.has(name)) fail(`${name} is given twice`, { domain: "VIR_FROM_CPU", detail });
      seen.add(name);
    }
  },
);

/** `<cpu>`; what libvirt never writes is dropped, and what it always writes is there. */
export const cpu = child("cpu", mapped(written, { parse: canonical, format: (value) => value }), { empty: "omit" });

type Written = ShapeOf<typeof written>;

function canonical(cpu: Written): Written {
  const { mode = "custom", match, check, migratable, model, vendor, ...rest } = cpu;
  if (mode === "custom" && model?.name === undefined) {
    return { ...(model?.vendorId === undefined ? {} : { model: { vendorId: model.vendorId } }), ...rest };
  }
  const isNamed = mode === "custom" || mode === "host-model";
  return {
    mode,
    ...(mode === "custom" ? { match: match ?? "exact" } : {}),
    ...(check === undefined ? {} : { check }),
    ...(migratable === undefined ? {} : { migratable }),
    ...(isNamed && (model?.name ?? model?.vendorId) !== undefined ? { model: withFallback(model) } : {}),
    ...(isNamed && vendor !== undefined ? { vendor } : {}),
    ...rest,
  };
}

function withFallback(
  { name, vendorId, fallback = "allow" }: NonNullable<Written["model"]> = {},
): Written["model"] & object {
  const vendor = vendorId === undefined ? {} : { vendorId };
  return name === undefined ? vendor : { fallback, ...vendor, name };
}

function bad(detail: string): ErrorTerms {
  return { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_CPU", detail };
}
