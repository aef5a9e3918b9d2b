/**
 * Guests saved to files and restored from them, dumped, and the jobs that do it.
 *
 * @module
 */

import { DOMAIN_DUMP_FLAGS, DOMAIN_SAVE_FLAGS } from "../../model/domain_flags.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { DomainSavePart } from "../contract.ts";
import { formatDefinition, formatDomain, parseDefinition } from "./definition.ts";
import { forgetTransient, type Guests, requireRunning, startDomain, stopDomain, tell } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { jobStats, runJob } from "./job.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { buildDump, buildSaveImage, parseSaveImage } from "./save_image.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_SAVE_CALLS: Partial<CallNames<DomainSavePart>> = {
  save: "virDomainSave",
  restore: "virDomainRestore",
  getSaveImageXml: "virDomainSaveImageGetXMLDesc",
  defineSaveImageXml: "virDomainSaveImageDefineXML",
  managedSave: "virDomainManagedSave",
  hasManagedSave: "virDomainHasManagedSaveImage",
  removeManagedSave: "virDomainManagedSaveRemove",
  getManagedSaveXml: "virDomainManagedSaveGetXMLDesc",
  defineManagedSaveXml: "virDomainManagedSaveDefineXML",
  coreDump: "virDomainCoreDump",
  getJobStats: "virDomainGetJobStats",
  abortJob: "virDomainAbortJob",
};

/** Bits of a file that only its owner reads and writes. */
const PRIVATE = 0o600;

/** The part. */
export function createDomainSave(guests: Guests): DomainSavePart {
  const { hypervisor, list } = guests;
  const readImage = async (path: string): Promise<Domain> => {
    const image = await hypervisor.files.readBytes(path);
    if (image === undefined) throw systemError(`cannot read domain image '${path}'`, new Error(NO_SUCH_FILE));
    return parseDefinition(hypervisor, parseSaveImage(image, path));
  };
  const saveImage = (path: string, xml: string): Promise<void> =>
    hypervisor.files.write(path, buildSaveImage(xml), { mode: PRIVATE });

  return {
    async save(ref, { file, xml, flags }, { signal }): Promise<void> {
      refuseFlags(flags, { table: DOMAIN_SAVE_FLAGS, allowed: [], function: "testDomainSaveFlags" });
      if (xml !== undefined) throw unsupported("xml modification unsupported");
      const record = list.require(ref);
      requireRunning(record);
      await runJob({ hypervisor, record }, { call: "virDomainSave", operation: "save" }, {
        ...(signal === undefined ? {} : { signal }),
        async finish(): Promise<void> {
          requireRunning(record);
          const text = formatDefinition(record, { secure: true });
          try {
            await saveImage(file, text);
          } catch (error) {
            throw systemError(`saving domain '${record.name}' to '${file}': open failed`, error);
          }
          stopDomain(guests, record, "saved");
          tell(guests, record, { change: "stopped", detail: "saved" });
          forgetTransient(guests, record);
        },
      });
    },
    async restore({ file, xml, flags }): Promise<void> {
      refuseFlags(flags, { table: DOMAIN_SAVE_FLAGS, allowed: [], function: "testDomainRestoreFlags" });
      if (xml !== undefined) throw unsupported("xml modification unsupported");
      const { record } = list.add(await readImage(file), { live: true });
      startDomain(guests, record, "restored");
      tell(guests, record, { change: "started", detail: "restored" });
    },
    getSaveImageXml: async (file) => formatDomain(await readImage(file), { secure: true }),
    async defineSaveImageXml(file, xml, flags): Promise<void> {
      refuseFlags(flags, {
        table: DOMAIN_SAVE_FLAGS,
        allowed: ["running", "paused"],
        function: "testDomainSaveImageDefineXML",
      });
      await readImage(file);
      await saveImage(file, formatDomain(parseDefinition(hypervisor, xml), { secure: true }));
    },
    async managedSave(ref, flags, { signal }): Promise<void> {
      refuseFlags(flags, {
        table: DOMAIN_SAVE_FLAGS,
        allowed: ["bypassCache", "running", "paused"],
        function: "testDomainManagedSave",
      });
      const record = list.require(ref);
      requireRunning(record);
      if (!record.persistent) {
        throw failure("VIR_ERR_OPERATION_INVALID", "cannot do managed save for transient domain");
      }
      await runJob({ hypervisor, record }, { call: "virDomainManagedSave", operation: "save" }, {
        ...(signal === undefined ? {} : { signal }),
        finish(): void {
          requireRunning(record);
          const saved = record.definition;
          stopDomain(guests, record, "saved");
          tell(guests, record, { change: "stopped", detail: "saved" });
          record.managedSave = saved;
        },
      });
    },
    hasManagedSave: (ref) => Promise.try(() => list.require(ref).managedSave !== undefined),
    removeManagedSave: (ref) => Promise.try(() => void (list.require(ref).managedSave = undefined)),
    getManagedSaveXml: (ref, flags) =>
      Promise.try(() => formatDomain(requireSaved(list.require(ref).managedSave), { secure: flags.secure ?? false })),
    defineManagedSaveXml: (ref, xml) =>
      Promise.try(() => {
        const record = list.require(ref);
        requireSaved(record.managedSave);
        const { name, uuid } = record;
        record.managedSave = { ...parseDefinition(hypervisor, xml), name, uuid };
      }),
    async coreDump(ref, { file, format, flags }, { signal }): Promise<void> {
      refuseFlags(flags, {
        table: DOMAIN_DUMP_FLAGS,
        allowed: ["crash"],
        function: "testDomainCoreDumpWithFormat",
      });
      const record = list.require(ref);
      requireRunning(record);
      await runJob({ hypervisor, record }, { call: "virDomainCoreDump", operation: "dump" }, {
        ...(signal === undefined ? {} : { signal }),
        async finish(): Promise<void> {
          requireRunning(record);
          try {
            await hypervisor.files.write(file, buildDump(), { mode: PRIVATE });
          } catch (error) {
            throw systemError(`domain '${record.name}' coredump: failed to open ${file}`, error);
          }
          if (format !== "raw") {
            throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "kdump-compressed format is not supported here");
          }
          if (!flags.crash) return;
          stopDomain(guests, record, "crashed");
          tell(guests, record, { change: "stopped", detail: "crashed" });
          forgetTransient(guests, record);
        },
      });
    },
    getJobStats: (ref, { completed, keepCompleted }) =>
      Promise.try(() => {
        const record = list.require(ref);
        if (!completed) {
          requireRunning(record);
          return jobStats(hypervisor, record.job);
        }
        const last = record.lastJob ?? { type: "none", stats: {} };
        if (!keepCompleted) record.lastJob = undefined;
        return last;
      }),
    abortJob: (ref) =>
      Promise.try(() => {
        const record = list.require(ref);
        requireRunning(record);
        if (record.job === undefined) {
          throw failure("VIR_ERR_OPERATION_INVALID", "no job is active on the domain", { domain: "VIR_FROM_QEMU" });
        }
        record.job.abort.abort();
      }),
  };
}

function requireSaved(saved: Domain | undefined): Domain {
  if (saved !== undefined) return saved;
  throw failure("VIR_ERR_OPERATION_INVALID", "domain does not have managed save image", { domain: "VIR_FROM_QEMU" });
}

function unsupported(detail: string): Error {
  return failure("VIR_ERR_ARGUMENT_UNSUPPORTED", detail);
}

const NO_SUCH_FILE = "No such file or directory (os error 2)";

/** Takes the system's number and words from the runtime's, which has a path after them. */
function systemError(detail: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, words = message, number] = /^(.*) \(os error (\d+)\)/s.exec(message) ?? [];
  return failure("VIR_ERR_SYSTEM_ERROR", `${detail}: ${words}`, {
    hint: "Look at the path, and at who may use it",
    ...(number === undefined ? {} : { int1: Number(number) }),
  });
}
