/**
 * What takes long: saving and dumping a guest, and the job that does it.
 *
 * @module
 */

import type { CoreDumpTarget, DomainJob, JobStatsQuery, SaveTarget } from "../../drivers/contract.ts";
import type { DomainRef, DomainSaveFlags, DomainXmlFlags } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/** Saving a guest, and the job it has: `domain.saving`. */
export class DomainSaving extends Handle<DomainRef> {
  /**
   * Writes its state to a file of the host and stops it (`virDomainSave`, `virDomainSaveFlags`, `virDomainSaveParams`);
   * {@linkcode Domains.restore} starts it again.
   */
  save(target: Omit<SaveTarget, "flags"> & Partial<SaveTarget>, options?: CallOptions): Promise<void> {
    const call = target.flags === undefined && target.xml === undefined ? "virDomainSave" : "virDomainSaveFlags";
    return this.call(call, "domainSave", "save", [{ flags: {}, ...target }], options);
  }

  /** Keeps its state with its configuration and stops it: the next start goes on from there (`virDomainManagedSave`). */
  managedSave(flags: DomainSaveFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainManagedSave", "domainSave", "managedSave", [flags], options);
  }

  /** Whether a state is kept with its configuration (`virDomainHasManagedSaveImage`). */
  hasManagedSave(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainHasManagedSaveImage", "domainSave", "hasManagedSave", [], options);
  }

  /** Throws away the state that is kept with its configuration (`virDomainManagedSaveRemove`). */
  removeManagedSave(options?: CallOptions): Promise<void> {
    return this.call("virDomainManagedSaveRemove", "domainSave", "removeManagedSave", [], options);
  }

  /** The configuration in the state that is kept (`virDomainManagedSaveGetXMLDesc`). */
  getManagedSaveXml(flags: DomainXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virDomainManagedSaveGetXMLDesc", "domainSave", "getManagedSaveXml", [flags], options);
  }

  /** Replaces the configuration in the state that is kept (`virDomainManagedSaveDefineXML`). */
  defineManagedSaveXml(xml: string, flags: DomainSaveFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainManagedSaveDefineXML", "domainSave", "defineManagedSaveXml", [xml, flags], options);
  }

  /** Writes its memory to a file of the host, to look into (`virDomainCoreDump`, `virDomainCoreDumpWithFormat`). */
  coreDump(target: Pick<CoreDumpTarget, "file"> & Partial<CoreDumpTarget>, options?: CallOptions): Promise<void> {
    const call = target.format === undefined ? "virDomainCoreDump" : "virDomainCoreDumpWithFormat";
    return this.call(call, "domainSave", "coreDump", [{ format: "raw", flags: {}, ...target }], options);
  }

  /** How far its job is, by libvirt's field names (`virDomainGetJobStats`, `virDomainGetJobInfo`). */
  getJobStats(query: JobStatsQuery = {}, options?: CallOptions): Promise<DomainJob> {
    return this.call("virDomainGetJobStats", "domainSave", "getJobStats", [query], options);
  }

  /** Ends its job (`virDomainAbortJob`). Throws `VIR_ERR_OPERATION_INVALID` where it has none. */
  abortJob(options?: CallOptions): Promise<void> {
    return this.call("virDomainAbortJob", "domainSave", "abortJob", [], options);
  }
}
