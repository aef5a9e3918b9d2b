/**
 * The secrets of a connection.
 *
 * @module
 */

import type { ListSecretsFlags, SecretDefineFlags, SecretRef, SecretUsageType } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { checkUuid } from "../check_uuid.ts";
import { Section } from "../handle.ts";
import { Secret } from "./secret.ts";

/** What guests' disks are unlocked with: `connection.secrets`. */
export class Secrets extends Section {
  /** Every secret that passes the filter; an empty one passes all (`virConnectListAllSecrets`). */
  async list(filter: ListSecretsFlags = {}, options?: CallOptions): Promise<readonly Secret[]> {
    const found = await this.session.invoke("virConnectListAllSecrets", "secrets", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The secret with this UUID (`virSecretLookupByUUID`). Throws `VIR_ERR_NO_SECRET`. */
  async lookupByUuid(uuid: string, options?: CallOptions): Promise<Secret> {
    const key = checkUuid(uuid, { function: "virSecretLookupByUUIDString", domain: "VIR_FROM_SECRET" });
    return this.from(await this.session.invoke("virSecretLookupByUUID", "secrets", "lookupByUuid", [key], options));
  }

  /** The secret for this use: a volume's path, a name (`virSecretLookupByUsage`). Throws `VIR_ERR_NO_SECRET`. */
  async lookupByUsage(type: SecretUsageType, id: string, options?: CallOptions): Promise<Secret> {
    return this.from(
      await this.session.invoke("virSecretLookupByUsage", "secrets", "lookupByUsage", [type, id], options),
    );
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a secret. */
  from(reference: SecretRef): Secret {
    return new Secret(this.session, reference);
  }

  /** Keeps a secret's description; its value comes after (`virSecretDefineXML`). */
  async define(xml: string, flags: SecretDefineFlags = {}, options?: CallOptions): Promise<Secret> {
    return this.from(await this.session.invoke("virSecretDefineXML", "secrets", "define", [xml, flags], options));
  }
}
