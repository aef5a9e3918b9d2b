/**
 * A checkpoint of a guest.
 *
 * @module
 */

import type {
  CheckpointChildrenFlags,
  CheckpointDeleteFlags,
  CheckpointXmlFlags,
  DomainCheckpointRef,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/** A checkpoint; one that is gone answers `VIR_ERR_NO_DOMAIN_CHECKPOINT`. */
export class DomainCheckpoint extends Handle<DomainCheckpointRef> {
  /** Its name. */
  get name(): string {
    return this.reference.name;
  }

  /** Its description as `<domaincheckpoint>` (`virDomainCheckpointGetXMLDesc`). */
  getXml(flags: CheckpointXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virDomainCheckpointGetXMLDesc", "checkpoints", "getXml", [flags], options);
  }

  /** Those that were made after it, of the same line (`virDomainCheckpointListAllChildren`). */
  async listChildren(
    filter: CheckpointChildrenFlags = {},
    options?: CallOptions,
  ): Promise<readonly DomainCheckpoint[]> {
    const call = "virDomainCheckpointListAllChildren";
    const found = await this.call(call, "checkpoints", "listChildren", [filter], options);
    return found.map((reference) => new DomainCheckpoint(this.session, reference));
  }

  /** The one it was made after (`virDomainCheckpointGetParent`). Throws `VIR_ERR_NO_DOMAIN_CHECKPOINT` for a root. */
  async getParent(options?: CallOptions): Promise<DomainCheckpoint> {
    const parent = await this.call("virDomainCheckpointGetParent", "checkpoints", "getParent", [], options);
    return new DomainCheckpoint(this.session, parent);
  }

  /** Removes it (`virDomainCheckpointDelete`). */
  delete(flags: CheckpointDeleteFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainCheckpointDelete", "checkpoints", "delete", [flags], options);
  }
}
