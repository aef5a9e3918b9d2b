/**
 * `<parallel>`: a parallel port.
 *
 * @module
 */

import { child, type FieldsOf, merge, type Part, refine } from "../../../shape/mod.ts";
import { deviceInfo } from "../device_info.ts";
import { type CharacterSource, characterSource, refuseSpiceAgent } from "./source.ts";
import { targetPort } from "./target_port.ts";

const guestSide = { target: child("target", { port: targetPort }, { empty: "omit" }), ...deviceInfo } as const;

/** A parallel port: what the guest sees of it, and what it is on the host. */
export type Parallel = CharacterSource & FieldsOf<typeof guestSide>;

const parts = merge(characterSource({ default: "pty" }), guestSide) as Part<Parallel>;

/** The content of `<parallel>`. */
export const parallel: Part<Parallel> = refine(parts, refuseSpiceAgent);
