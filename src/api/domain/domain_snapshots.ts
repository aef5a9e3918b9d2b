/**
 * The snapshots of a guest.
 *
 * @module
 */

import type { DomainRef, DomainSnapshotRef, SnapshotCreateFlags, SnapshotListFlags } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";
import { DomainSnapshot } from "./domain_snapshot.ts";

/** Snapshots of one guest: `domain.snapshots`. */
export class DomainSnapshots extends Handle<DomainRef> {
  /** Takes a snapshot, as `<domainsnapshot>` describes it (`virDomainSnapshotCreateXML`). */
  async create(xml: string, flags: SnapshotCreateFlags = {}, options?: CallOptions): Promise<DomainSnapshot> {
    return this.from(await this.call("virDomainSnapshotCreateXML", "snapshots", "create", [xml, flags], options));
  }

  /** Every snapshot that passes the filter (`virDomainListAllSnapshots`). */
  async list(filter: SnapshotListFlags = {}, options?: CallOptions): Promise<readonly DomainSnapshot[]> {
    const found = await this.call("virDomainListAllSnapshots", "snapshots", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The snapshot with this name (`virDomainSnapshotLookupByName`). Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT`. */
  async lookupByName(name: string, options?: CallOptions): Promise<DomainSnapshot> {
    return this.from(await this.call("virDomainSnapshotLookupByName", "snapshots", "lookupByName", [name], options));
  }

  /** Whether one of them is the current one (`virDomainHasCurrentSnapshot`). */
  hasCurrent(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainHasCurrentSnapshot", "snapshots", "hasCurrent", [], options);
  }

  /** The current one (`virDomainSnapshotCurrent`). Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT` where there is none. */
  async getCurrent(options?: CallOptions): Promise<DomainSnapshot> {
    return this.from(await this.call("virDomainSnapshotCurrent", "snapshots", "getCurrent", [], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a snapshot. */
  from(reference: DomainSnapshotRef): DomainSnapshot {
    return new DomainSnapshot(this.session, reference);
  }
}
