/**
 * The checkpoints of a guest, and the backups that start from them.
 *
 * @module
 */

import type { BackupRequest } from "../../drivers/contract.ts";
import type { CheckpointCreateFlags, CheckpointListFlags, DomainCheckpointRef, DomainRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";
import { DomainCheckpoint } from "./domain_checkpoint.ts";

/** Checkpoints and backups of one guest: `domain.checkpoints`. */
export class DomainCheckpoints extends Handle<DomainRef> {
  /** Makes a checkpoint, as `<domaincheckpoint>` describes it (`virDomainCheckpointCreateXML`). */
  async create(xml: string, flags: CheckpointCreateFlags = {}, options?: CallOptions): Promise<DomainCheckpoint> {
    return this.from(await this.call("virDomainCheckpointCreateXML", "checkpoints", "create", [xml, flags], options));
  }

  /** Every checkpoint that passes the filter (`virDomainListAllCheckpoints`). */
  async list(filter: CheckpointListFlags = {}, options?: CallOptions): Promise<readonly DomainCheckpoint[]> {
    const found = await this.call("virDomainListAllCheckpoints", "checkpoints", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The checkpoint with this name (`virDomainCheckpointLookupByName`). Throws `VIR_ERR_NO_DOMAIN_CHECKPOINT`. */
  async lookupByName(name: string, options?: CallOptions): Promise<DomainCheckpoint> {
    return this.from(
      await this.call("virDomainCheckpointLookupByName", "checkpoints", "lookupByName", [name], options),
    );
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a checkpoint. */
  from(reference: DomainCheckpointRef): DomainCheckpoint {
    return new DomainCheckpoint(this.session, reference);
  }

  /** Begins a backup, as `<domainbackup>` describes it; an event tells when it ended (`virDomainBackupBegin`). */
  beginBackup(request: Pick<BackupRequest, "xml"> & Partial<BackupRequest>, options?: CallOptions): Promise<void> {
    return this.call("virDomainBackupBegin", "checkpoints", "beginBackup", [{ flags: {}, ...request }], options);
  }

  /** The running backup (`virDomainBackupGetXMLDesc`). Throws `VIR_ERR_NO_DOMAIN_BACKUP` where there is none. */
  getBackupXml(options?: CallOptions): Promise<string> {
    return this.call("virDomainBackupGetXMLDesc", "checkpoints", "getBackupXml", [], options);
  }
}
