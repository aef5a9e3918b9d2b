/**
 * What takes long: saving, restoring, dumping, and the jobs that do it.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import {
  DOMAIN_ABORT_JOB_FLAGS,
  DOMAIN_DUMP_FLAGS,
  DOMAIN_DUMP_FORMATS,
  DOMAIN_JOB_STATS_FLAGS,
  DOMAIN_JOB_TYPES,
  DOMAIN_SAVE_FLAGS,
  DOMAIN_SAVE_IMAGE_XML_FLAGS,
  JOB_STATS_PARAMETERS,
  SAVE_PARAMETERS,
  toCheckedRecord,
  type TypedRecord,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { toNumber } from "./replies.ts";
import { parametersOf, withoutStringFlag } from "./typed_parameters.ts";

/** What takes long. */
export const domainSaveHandlers = {
  DOMAIN_SAVE: (call, { dom, to }) => call.invoke("domainSave", "save", [dom, { file: to, flags: {} }]),
  DOMAIN_SAVE_FLAGS(call, { dom, to, dxml, flags }) {
    const target = { file: to, ...defined({ xml: dxml }), flags: call.flags(DOMAIN_SAVE_FLAGS, flags) };
    return call.invoke("domainSave", "save", [dom, target]);
  },
  DOMAIN_SAVE_PARAMS(call, { dom, params, flags }) {
    const { file, dxml } = toCheckedRecord(SAVE_PARAMETERS, params);
    if (file === undefined) throw call.invalid("missing required parameter 'file'");
    const target = { file, ...defined({ xml: dxml }), flags: call.flags(DOMAIN_SAVE_FLAGS, flags) };
    return call.invoke("domainSave", "save", [dom, target]);
  },

  DOMAIN_RESTORE: (call, { from }) => call.invoke("domainSave", "restore", [{ file: from, flags: {} }]),
  DOMAIN_RESTORE_FLAGS(call, { from, dxml, flags }) {
    const source = { file: from, ...defined({ xml: dxml }), flags: call.flags(DOMAIN_SAVE_FLAGS, flags) };
    return call.invoke("domainSave", "restore", [source]);
  },
  DOMAIN_RESTORE_PARAMS(call, { params, flags }) {
    const { file, dxml } = toCheckedRecord(SAVE_PARAMETERS, params);
    if (file === undefined) throw call.invalid("missing required parameter 'file'");
    const source = { file, ...defined({ xml: dxml }), flags: call.flags(DOMAIN_SAVE_FLAGS, flags) };
    return call.invoke("domainSave", "restore", [source]);
  },

  DOMAIN_SAVE_IMAGE_GET_XML_DESC: async (call, { file, flags }) => ({
    xml: await call.invoke("domainSave", "getSaveImageXml", [file, call.flags(DOMAIN_SAVE_IMAGE_XML_FLAGS, flags)]),
  }),
  DOMAIN_SAVE_IMAGE_DEFINE_XML: (call, { file, dxml, flags }) =>
    call.invoke("domainSave", "defineSaveImageXml", [file, dxml, call.flags(DOMAIN_SAVE_FLAGS, flags)]),

  DOMAIN_MANAGED_SAVE: (call, { dom, flags }) =>
    call.invoke("domainSave", "managedSave", [dom, call.flags(DOMAIN_SAVE_FLAGS, flags)]),
  async DOMAIN_HAS_MANAGED_SAVE_IMAGE(call, { dom, flags }) {
    call.noFlags(flags);
    return { result: toNumber(await call.invoke("domainSave", "hasManagedSave", [dom])) };
  },
  async DOMAIN_MANAGED_SAVE_REMOVE(call, { dom, flags }) {
    call.noFlags(flags);
    await call.invoke("domainSave", "removeManagedSave", [dom]);
  },
  DOMAIN_MANAGED_SAVE_GET_XML_DESC: async (call, { dom, flags }) => ({
    xml: await call.invoke("domainSave", "getManagedSaveXml", [dom, call.flags(DOMAIN_SAVE_IMAGE_XML_FLAGS, flags)]),
  }),
  DOMAIN_MANAGED_SAVE_DEFINE_XML(call, { dom, dxml, flags }) {
    if (dxml === undefined) throw call.invalid("dxml in virDomainManagedSaveDefineXML must not be NULL");
    return call.invoke("domainSave", "defineManagedSaveXml", [dom, dxml, call.flags(DOMAIN_SAVE_FLAGS, flags)]);
  },

  DOMAIN_CORE_DUMP: (call, { dom, to, flags }) =>
    call.invoke("domainSave", "coreDump", [
      dom,
      { file: to, format: "raw", flags: call.flags(DOMAIN_DUMP_FLAGS, flags) },
    ]),
  DOMAIN_CORE_DUMP_WITH_FORMAT: (call, { dom, to, dumpformat, flags }) =>
    call.invoke("domainSave", "coreDump", [dom, {
      file: to,
      format: call.word(DOMAIN_DUMP_FORMATS, dumpformat, "dump format"),
      flags: call.flags(DOMAIN_DUMP_FLAGS, flags),
    }]),

  async DOMAIN_GET_JOB_INFO(call, { dom }) {
    const { type, stats } = await call.invoke("domainSave", "getJobStats", [dom, {}]);
    return {
      type: DOMAIN_JOB_TYPES[type],
      timeElapsed: amount(stats, "time_elapsed"),
      timeRemaining: amount(stats, "time_remaining"),
      dataTotal: amount(stats, "data_total"),
      dataProcessed: amount(stats, "data_processed"),
      dataRemaining: amount(stats, "data_remaining"),
      memTotal: amount(stats, "memory_total"),
      memProcessed: amount(stats, "memory_processed"),
      memRemaining: amount(stats, "memory_remaining"),
      fileTotal: amount(stats, "disk_total"),
      fileProcessed: amount(stats, "disk_processed"),
      fileRemaining: amount(stats, "disk_remaining"),
    };
  },
  async DOMAIN_GET_JOB_STATS(call, { dom, flags }) {
    // The bit that elsewhere says "texts are taken" is no flag of this call.
    const query = call.flags(DOMAIN_JOB_STATS_FLAGS, withoutStringFlag(flags));
    const { type, stats } = await call.invoke("domainSave", "getJobStats", [dom, query]);
    return { type: DOMAIN_JOB_TYPES[type], params: parametersOf(JOB_STATS_PARAMETERS, stats) };
  },
  DOMAIN_ABORT_JOB: (call, { dom }) => call.invoke("domainSave", "abortJob", [dom]),
  async DOMAIN_ABORT_JOB_FLAGS(call, { dom, flags }) {
    const { postcopy } = call.flags(DOMAIN_ABORT_JOB_FLAGS, flags);
    if (postcopy) throw call.invalid("there is no migration in its post-copy phase");
    await call.invoke("domainSave", "abortJob", [dom]);
  },
} satisfies Handlers;

function amount(stats: TypedRecord, field: string): number | bigint {
  const value = stats[field];
  return typeof value === "number" || typeof value === "bigint" ? value : 0;
}
