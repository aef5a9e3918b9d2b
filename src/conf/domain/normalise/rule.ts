/**
 * What something may not be, as a table: each row names what is wrong and how libvirt says it.
 *
 * @module
 */

import type { ErrorCode } from "../../../model/error_code.ts";
import type { Domain } from "../document.ts";
import { refuse } from "./step.ts";

/** Something that a device may not be. */
export interface Rule<T> {
  /** Whether it is. */
  readonly when: (device: T, domain: Domain) => boolean;
  /** What libvirt says. */
  readonly detail: string | ((device: T, domain: Domain) => string);
  /** @default {"VIR_ERR_CONFIG_UNSUPPORTED"} */
  readonly code?: ErrorCode;
}

/** Refuses each device for which a row holds; the first row counts. */
export function checkRules<T>(devices: readonly T[] | undefined, rules: readonly Rule<T>[], domain: Domain): void {
  for (const device of devices ?? []) {
    const broken = rules.find(({ when }) => when(device, domain));
    if (broken === undefined) continue;
    const { detail, code = "VIR_ERR_CONFIG_UNSUPPORTED" } = broken;
    refuse(typeof detail === "string" ? detail : detail(device, domain), code);
  }
}
