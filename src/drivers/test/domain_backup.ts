/**
 * Backups of running guests: a job that goes on until its disks are copied, or until somebody ends it.
 *
 * @module
 */

import { alignBackupDisks } from "../../conf/backup/align_disks.ts";
import { backup } from "../../conf/backup/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import type { CheckpointsPart } from "../contract.ts";
import { disksOf } from "./devices_of.ts";
import { makeCheckpoint } from "./domain_checkpoints.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { runJob } from "./job.ts";
import { parsing } from "./parsing.ts";

const MILLISECONDS = 1000;

/** The calls. */
export function createBackups(guests: Guests): Required<Pick<CheckpointsPart, "beginBackup" | "getBackupXml">> {
  const { hypervisor, list } = guests;
  const { clock } = hypervisor;
  return {
    beginBackup: (ref, { xml, checkpoint }) =>
      Promise.try(() => {
        const record = list.require(ref);
        const given = parsing("the backup", () => parseShape(backup, xml, { live: false }));
        if (record.id === -1) {
          throw refuse("VIR_ERR_OPERATION_UNSUPPORTED", "cannot perform disk backup for inactive domain");
        }
        if (record.job !== undefined) {
          throw refuse("VIR_ERR_OPERATION_INVALID", "another backup job is already running");
        }
        const suffix = String(Math.floor(clock.now() / MILLISECONDS));
        const aligned = alignBackupDisks(given, disksOf(record.definition), suffix);
        if (!aligned.disks?.some((disk) => disk.backup)) {
          throw refuse("VIR_ERR_CONFIG_UNSUPPORTED", "no disks selected for backup");
        }
        if (checkpoint !== undefined) makeCheckpoint(record, checkpoint, { redefine: false, now: clock.now() });
        record.backup = aligned;
        const request = {
          call: "virDomainBackupBegin",
          operation: "backup",
          endless: aligned.mode === "pull",
        } as const;
        // It goes on after the call: whoever asks sees its job, and an event tells how it ended.
        runJob({ hypervisor, record }, request, { finish: () => {} })
          .catch(() => undefined)
          .finally(() => record.backup = undefined);
      }),
    getBackupXml: (ref) =>
      Promise.try(() => {
        const { backup: current } = list.require(ref);
        if (current === undefined) {
          throw refuse("VIR_ERR_NO_DOMAIN_BACKUP", "no domain backup job present");
        }
        return formatShape(backup, current);
      }),
  };
}

function refuse(code: Parameters<typeof failure>[0], detail: string): Error {
  return failure(code, detail, { domain: "VIR_FROM_QEMU" });
}
