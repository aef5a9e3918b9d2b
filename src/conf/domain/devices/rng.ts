/**
 * `<rng>`: a source of random numbers, and how many the guest may take.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  type FieldsOf,
  mapped,
  nonZero,
  object,
  oneOf,
  type Part,
  string,
  textIfAny,
  uint32,
} from "../../shape/mod.ts";
import { required, unsupported, wrong } from "../terms.ts";
import { type CharacterSource, characterSource } from "./character/source.ts";
import { deviceInfo } from "./device_info.ts";
import { virtioOptions } from "./virtio_options.ts";

const rate = child("rate", {
  bytes: attribute("bytes", uint32(), wrong("invalid RNG rate bytes value")),
  period: nonZero(attribute("period", uint32(), wrong("invalid RNG rate period value"))),
});

/** Where the numbers come from: a device, a daemon, or the hypervisor itself. */
export type RngBackend =
  | { readonly model: "random"; readonly device?: string }
  | { readonly model: "egd" } & CharacterSource
  | { readonly model: "builtin" };

const backend = choice("model", {
  random: { device: textIfAny(string) },
  egd: characterSource({
    ...unsupported("unknown backend type '%s' for egd"),
    missing: wrong("missing EGD backend type"),
  }),
  builtin: {},
}, {
  ...unsupported("unknown RNG backend model '%s'"),
  missing: wrong("missing RNG device backend model"),
}) as Part<RngBackend>;

const ONE_BACKEND = "only one RNG backend is supported";

const fields = {
  model: attribute("model", oneOf("virtio", "virtio-transitional", "virtio-non-transitional"), {
    required: true,
    missing: wrong("missing RNG device model"),
    ...unsupported("unknown RNG model '%s'"),
  }),
  rate: mapped(rate, {
    parse: (given) => given?.bytes === undefined || given.bytes === 0 ? undefined : given,
    format: (given) => given,
  }),
  backend: child("backend", backend, { ...required(ONE_BACKEND), once: wrong(ONE_BACKEND) }),
  driver: child("driver", virtioOptions, { empty: "omit" }),
  ...deviceInfo,
} as const;

/** A source of random numbers. */
export interface Rng extends FieldsOf<typeof fields> {}

/** The content of `<rng>`. */
export const rng: Part<Rng> = object(fields);
