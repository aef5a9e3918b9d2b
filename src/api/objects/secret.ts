/**
 * A secret.
 *
 * @module
 */

import type { SecretRef, SecretUsageType } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { SecretDocument } from "../documents.ts";
import { Handle } from "../handle.ts";

/** A secret; one that is gone answers `VIR_ERR_NO_SECRET`. */
export class Secret extends Handle<SecretRef> {
  /** Its UUID, in lower case with hyphens. */
  get uuid(): string {
    return this.reference.uuid;
  }

  /** What it is for. */
  get usageType(): SecretUsageType {
    return this.reference.usageType;
  }

  /** Which one of that kind. */
  get usageId(): string {
    return this.reference.usageId;
  }

  /** Its description as `<secret>`, without the value (`virSecretGetXMLDesc`). */
  getXml(options?: CallOptions): Promise<string> {
    return this.call("virSecretGetXMLDesc", "secrets", "getXml", [], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(options?: CallOptions): Promise<SecretDocument> {
    return this.parse(async () => (await import("../../conf/secret/document.ts")).secret, this.getXml(options));
  }

  /** Forgets it (`virSecretUndefine`). */
  undefine(options?: CallOptions): Promise<void> {
    return this.call("virSecretUndefine", "secrets", "undefine", [], options);
  }

  /** Its value (`virSecretGetValue`). Throws `VIR_ERR_INVALID_SECRET` where it is private, `VIR_ERR_NO_SECRET` where it has none. */
  getValue(options?: CallOptions): Promise<Uint8Array> {
    return this.call("virSecretGetValue", "secrets", "getValue", [], options);
  }

  /** Gives it a value (`virSecretSetValue`). */
  setValue(value: Uint8Array, options?: CallOptions): Promise<void> {
    return this.call("virSecretSetValue", "secrets", "setValue", [value], options);
  }
}
