/**
 * UUIDs as libvirt reads them: 32 hexadecimal digits, with hyphens wherever somebody put them between two bytes.
 *
 * @module
 */

import { invalidArgument } from "../model/error.ts";
import type { ErrorDomain } from "../model/error_domain.ts";

const UUID = /^\s*(?:-*[0-9a-f]{2}){16}\s*$/i;

/** Who refuses. */
export interface UuidCheck {
  /** The function of libvirt that refuses. */
  readonly function: string;
  readonly domain: ErrorDomain;
  /** libvirt's text. @default {"uuidstr in … must be a valid UUID"} */
  readonly text?: string;
}

/** The UUID in lower case with its five groups. Throws `VIR_ERR_INVALID_ARG` where the text is none. */
export function checkUuid(text: string, check: UuidCheck): string {
  if (!UUID.test(text)) {
    throw invalidArgument("uuidstr", check.text ?? `uuidstr in ${check.function} must be a valid UUID`, check);
  }
  const digits = text.replaceAll(/[\s-]/g, "").toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
