/**
 * A snapshot of a guest.
 *
 * @module
 */

import type {
  DomainSnapshotRef,
  SnapshotChildrenFlags,
  SnapshotDeleteFlags,
  SnapshotRevertFlags,
  SnapshotXmlFlags,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/** A snapshot; one that is gone answers `VIR_ERR_NO_DOMAIN_SNAPSHOT`. */
export class DomainSnapshot extends Handle<DomainSnapshotRef> {
  /** Its name. */
  get name(): string {
    return this.reference.name;
  }

  /** Its description as `<domainsnapshot>` (`virDomainSnapshotGetXMLDesc`). */
  getXml(flags: SnapshotXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virDomainSnapshotGetXMLDesc", "snapshots", "getXml", [flags], options);
  }

  /** Those that were taken after it, of the same line (`virDomainSnapshotListAllChildren`). */
  async listChildren(filter: SnapshotChildrenFlags = {}, options?: CallOptions): Promise<readonly DomainSnapshot[]> {
    const found = await this.call("virDomainSnapshotListAllChildren", "snapshots", "listChildren", [filter], options);
    return found.map((reference) => new DomainSnapshot(this.session, reference));
  }

  /** The one it was taken after (`virDomainSnapshotGetParent`). Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT` for a root. */
  async getParent(options?: CallOptions): Promise<DomainSnapshot> {
    const parent = await this.call("virDomainSnapshotGetParent", "snapshots", "getParent", [], options);
    return new DomainSnapshot(this.session, parent);
  }

  /** Whether it is the current one (`virDomainSnapshotIsCurrent`). */
  isCurrent(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainSnapshotIsCurrent", "snapshots", "isCurrent", [], options);
  }

  /** Whether its description is kept (`virDomainSnapshotHasMetadata`). */
  hasMetadata(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainSnapshotHasMetadata", "snapshots", "hasMetadata", [], options);
  }

  /** Takes the guest back to it (`virDomainRevertToSnapshot`). */
  revert(flags: SnapshotRevertFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainRevertToSnapshot", "snapshots", "revert", [flags], options);
  }

  /** Removes it (`virDomainSnapshotDelete`). */
  delete(flags: SnapshotDeleteFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSnapshotDelete", "snapshots", "delete", [flags], options);
  }
}
