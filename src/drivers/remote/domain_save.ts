/**
 * Guests of the server that are put into files and taken out of them, and the job that a guest has.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  DOMAIN_DUMP_FLAGS,
  DOMAIN_DUMP_FORMATS,
  DOMAIN_JOB_STATS_FLAGS,
  DOMAIN_JOB_TYPES,
  DOMAIN_SAVE_FLAGS,
  DOMAIN_XML_FLAGS,
  type DomainSaveFlags,
  toRecord,
} from "../../model/mod.ts";
import type { DomainSavePart } from "../contract.ts";
import type { Link } from "./link.ts";

function saveNumber(flags: DomainSaveFlags): number {
  return flagsToNumber(DOMAIN_SAVE_FLAGS, flags);
}

/** Guests of the server in files. */
export function createDomainSave(link: Link): DomainSavePart {
  return {
    async save(dom, { file, xml, flags }, options) {
      await link.call("DOMAIN_SAVE_FLAGS", { dom, to: file, dxml: xml, flags: saveNumber(flags) }, options);
    },
    async restore({ file, xml, flags }, options) {
      await link.call("DOMAIN_RESTORE_FLAGS", { from: file, dxml: xml, flags: saveNumber(flags) }, options);
    },
    async getSaveImageXml(file, flags, options) {
      const args = { file, flags: flagsToNumber(DOMAIN_XML_FLAGS, flags) };
      return (await link.call("DOMAIN_SAVE_IMAGE_GET_XML_DESC", args, options)).xml;
    },
    async defineSaveImageXml(file, dxml, flags, options) {
      await link.call("DOMAIN_SAVE_IMAGE_DEFINE_XML", { file, dxml, flags: saveNumber(flags) }, options);
    },
    async managedSave(dom, flags, options) {
      await link.call("DOMAIN_MANAGED_SAVE", { dom, flags: saveNumber(flags) }, options);
    },
    async hasManagedSave(dom, options) {
      return (await link.call("DOMAIN_HAS_MANAGED_SAVE_IMAGE", { dom, flags: 0 }, options)).result === 1;
    },
    async removeManagedSave(dom, options) {
      await link.call("DOMAIN_MANAGED_SAVE_REMOVE", { dom, flags: 0 }, options);
    },
    async getManagedSaveXml(dom, flags, options) {
      const args = { dom, flags: flagsToNumber(DOMAIN_XML_FLAGS, flags) };
      return (await link.call("DOMAIN_MANAGED_SAVE_GET_XML_DESC", args, options)).xml;
    },
    async defineManagedSaveXml(dom, dxml, flags, options) {
      await link.call("DOMAIN_MANAGED_SAVE_DEFINE_XML", { dom, dxml, flags: saveNumber(flags) }, options);
    },
    async coreDump(dom, { file, format, flags }, options) {
      const how = { dumpformat: DOMAIN_DUMP_FORMATS[format], flags: flagsToNumber(DOMAIN_DUMP_FLAGS, flags) };
      if (format === "raw") await link.call("DOMAIN_CORE_DUMP", { dom, to: file, flags: how.flags }, options);
      else await link.call("DOMAIN_CORE_DUMP_WITH_FORMAT", { dom, to: file, ...how }, options);
    },
    async getJobStats(dom, query, options) {
      const args = { dom, flags: flagsToNumber(DOMAIN_JOB_STATS_FLAGS, query) };
      const { type, params } = await link.call("DOMAIN_GET_JOB_STATS", args, options);
      return { type: wordOf(DOMAIN_JOB_TYPES, type) ?? "none", stats: toRecord(params) };
    },
    async abortJob(dom, options) {
      await link.call("DOMAIN_ABORT_JOB", { dom }, options);
    },
  };
}
