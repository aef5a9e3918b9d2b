/**
 * The guests of a connection: listed, looked up, defined, started.
 *
 * @module
 */

import type { DomainStatsQuery, DomainStatsRecord, SaveTarget } from "../../drivers/contract.ts";
import type {
  DomainCreateFlags,
  DomainDefineFlags,
  DomainRef,
  DomainSaveFlags,
  DomainXmlFlags,
  ListDomainsFlags,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { checkUuid } from "../check_uuid.ts";
import { Section } from "../handle.ts";
import { destroyWith } from "./autodestroy.ts";
import { Domain } from "./domain.ts";

/**
 * The guests of a connection: `connection.domains`.
 *
 * @example Which guests run?
 * ```ts
 * import { open } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * await using connection = await open("test:///default");
 * const running = await connection.domains.list({ active: true });
 * assert.deepEqual(running.map(({ name }) => name), ["test"]);
 * ```
 */
export class Domains extends Section {
  /** Every guest that passes the filter; an empty one passes all (`virConnectListAllDomains`). */
  async list(filter: ListDomainsFlags = {}, options?: CallOptions): Promise<readonly Domain[]> {
    const found = await this.session.invoke("virConnectListAllDomains", "domains", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The running guest with this number (`virDomainLookupByID`). Throws `VIR_ERR_NO_DOMAIN`. */
  async lookupById(id: number, options?: CallOptions): Promise<Domain> {
    return this.from(await this.session.invoke("virDomainLookupByID", "domains", "lookupById", [id], options));
  }

  /** The guest with this name (`virDomainLookupByName`). Throws `VIR_ERR_NO_DOMAIN`. */
  async lookupByName(name: string, options?: CallOptions): Promise<Domain> {
    return this.from(await this.session.invoke("virDomainLookupByName", "domains", "lookupByName", [name], options));
  }

  /**
   * The guest with this UUID, written with or without hyphens (`virDomainLookupByUUID`). Throws `VIR_ERR_NO_DOMAIN`,
   * and `VIR_ERR_INVALID_ARG` for what is no UUID.
   */
  async lookupByUuid(uuid: string, options?: CallOptions): Promise<Domain> {
    const check = { function: "virDomainLookupByUUIDString", domain: "VIR_FROM_DOMAIN", text: "Invalid UUID" } as const;
    const args = [checkUuid(uuid, check)] as [string];
    return this.from(await this.session.invoke("virDomainLookupByUUID", "domains", "lookupByUuid", args, options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a guest. */
  from(reference: DomainRef): Domain {
    return new Domain(this.session, reference);
  }

  /**
   * Keeps a guest's configuration (`<domain>` as XML) without starting it; one with the same name and UUID gets the new
   * configuration (`virDomainDefineXML`, `virDomainDefineXMLFlags`).
   */
  async define(xml: string, flags?: DomainDefineFlags, options?: CallOptions): Promise<Domain> {
    const call = flags === undefined ? "virDomainDefineXML" : "virDomainDefineXMLFlags";
    return this.from(await this.session.invoke(call, "domains", "define", [xml, flags ?? {}], options));
  }

  /**
   * Starts a guest that is gone when it stops (`virDomainCreateXML`). With `autodestroy` it is stopped when this
   * connection closes.
   */
  async createXml(xml: string, flags: DomainCreateFlags = {}, options?: CallOptions): Promise<Domain> {
    const { session } = this;
    const reference = await session.invoke("virDomainCreateXML", "domains", "createXml", [xml, flags], options);
    if (flags.autodestroy) destroyWith(session, reference);
    return this.from(reference);
  }

  /**
   * Statistics of many guests in one call, by libvirt's field names (`virConnectGetAllDomainStats`; with guests named
   * in the query `virDomainListGetStats`).
   */
  getAllStats(query: Partial<DomainStatsQuery> = {}, options?: CallOptions): Promise<readonly DomainStatsRecord[]> {
    const { domains = [], groups = {}, flags = {} } = query;
    const call = domains.length === 0 ? "virConnectGetAllDomainStats" : "virDomainListGetStats";
    return this.session.invoke(call, "domainStats", "getAllStats", [{ domains, groups, flags }], options);
  }

  /** Starts a guest where a file of {@linkcode DomainSaving.save} left it (`virDomainRestore`, `virDomainRestoreFlags`). */
  restore(source: Omit<SaveTarget, "flags"> & Partial<SaveTarget>, options?: CallOptions): Promise<void> {
    const call = source.flags === undefined && source.xml === undefined ? "virDomainRestore" : "virDomainRestoreFlags";
    return this.session.invoke(call, "domainSave", "restore", [{ flags: {}, ...source }], options);
  }

  /** The configuration in a file of a saved guest (`virDomainSaveImageGetXMLDesc`). */
  getSaveImageXml(file: string, flags: DomainXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.session.invoke("virDomainSaveImageGetXMLDesc", "domainSave", "getSaveImageXml", [file, flags], options);
  }

  /** Replaces the configuration in a file of a saved guest (`virDomainSaveImageDefineXML`). */
  defineSaveImageXml(image: SaveImageChange, options?: CallOptions): Promise<void> {
    const { file, xml, flags = {} } = image;
    const args = [file, xml, flags] as [string, string, DomainSaveFlags];
    return this.session.invoke("virDomainSaveImageDefineXML", "domainSave", "defineSaveImageXml", args, options);
  }

  /** Another program's configuration as `<domain>`; the format is named as the driver names it (`virConnectDomainXMLFromNative`). */
  fromNative(format: string, text: string, options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectDomainXMLFromNative", "domains", "fromNative", [format, text], options);
  }

  /** A `<domain>` as another program's configuration: `qemu-argv`, … (`virConnectDomainXMLToNative`). */
  toNative(format: string, xml: string, options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectDomainXMLToNative", "domains", "toNative", [format, xml], options);
  }
}

/** What becomes of the configuration in a file. */
export interface SaveImageChange {
  /** Absolute path on the host. */
  readonly file: string;
  /** The new configuration. */
  readonly xml: string;
  /** How it will run. */
  readonly flags?: DomainSaveFlags;
}
