/**
 * Secrets: what guests' disks are unlocked with.
 *
 * @module
 */

import type { ListSecretsFlags, SecretDefineFlags, SecretRef, SecretUsageType } from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Secrets. */
export interface SecretsPart {
  list(filter: ListSecretsFlags, options: CallOptions): Promise<readonly SecretRef[]>;
  lookupByUuid(uuid: string, options: CallOptions): Promise<SecretRef>;
  lookupByUsage(type: SecretUsageType, id: string, options: CallOptions): Promise<SecretRef>;
  getXml(secret: SecretRef, options: CallOptions): Promise<string>;
  define?(xml: string, flags: SecretDefineFlags, options: CallOptions): Promise<SecretRef>;
  undefine?(secret: SecretRef, options: CallOptions): Promise<void>;
  /** Refused for private secrets. */
  getValue?(secret: SecretRef, options: CallOptions): Promise<Uint8Array>;
  setValue?(secret: SecretRef, value: Uint8Array, options: CallOptions): Promise<void>;
}
