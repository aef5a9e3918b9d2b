/**
 * The long work that a guest has: at most one at a time, seen from outside at any moment, ended early when asked.
 *
 * @module
 */

import { DOMAIN_JOB_OPERATIONS, type DomainJobOperation, type DomainJobType } from "../../model/domain_job.ts";
import { fromRecord, type TypedRecord } from "../../model/typed_parameter.ts";
import { JOB_STATS_PARAMETERS } from "../../model/parameters_job.ts";
import type { CallOptions, DomainJob } from "../contract.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { failure } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";

/** A job that goes on. */
export interface Job {
  readonly operation: DomainJobOperation;
  /** Milliseconds of the monotonic clock. */
  readonly start: number;
  /** Milliseconds; without an end where it goes on until somebody ends it. */
  readonly duration: number;
  /** Bytes. */
  readonly total: number;
  /** Ends it early. */
  readonly abort: AbortController;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
}

/** A job that ended. */
export interface JobResult {
  readonly type: DomainJobType;
  readonly stats: TypedRecord;
}

/** What is to be done. */
export interface JobRequest {
  /** libvirt's function, for the script. */
  readonly call: string;
  readonly operation: DomainJobOperation;
  /** Goes on until somebody ends it. */
  readonly endless?: boolean;
}

/** How libvirt calls a job in the error of one that was aborted. */
const TITLES: Partial<Record<DomainJobOperation, string>> = {
  save: "domain save job",
  dump: "domain core dump job",
  migrationOut: "migration out job",
};

/** How long a call waits for the job of another, in milliseconds. */
const PATIENCE = 30_000;

const BYTES_PER_KIB = 1024;

/**
 * Lets the time of a job pass, then does `finish`; both at once where the script gives the call no time.
 *
 * @throws VirtError where the job was aborted, or another would not end
 */
export async function runJob(
  { hypervisor, record }: { readonly hypervisor: Hypervisor; readonly record: DomainRecord },
  request: JobRequest,
  { signal, finish }: CallOptions & { readonly finish: () => Promise<void> | void },
): Promise<void> {
  await waitForJob(hypervisor, record, signal);
  const { clock, script } = hypervisor;
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const job: Job = {
    operation: request.operation,
    start: clock.monotonic(),
    duration: request.endless ? Infinity : script.jobMs(request.call, record.name),
    total: Number(record.definition.memory?.size ?? 0) * BYTES_PER_KIB,
    abort: new AbortController(),
    ended,
  };
  record.job = job;
  try {
    const reasons = signal === undefined ? [job.abort.signal] : [job.abort.signal, signal];
    const ends = AbortSignal.any(reasons);
    if (request.endless) await aborted(ends);
    else if (job.duration > 0) await clock.sleep(job.duration, { signal: ends });
    await finish();
    remember(hypervisor, record, { type: "completed", job });
  } catch (error) {
    const cancelled = job.abort.signal.aborted;
    remember(hypervisor, record, { type: cancelled ? "cancelled" : "failed", job });
    if (!cancelled) throw error;
    throw failure("VIR_ERR_OPERATION_ABORTED", `${TITLES[job.operation] ?? "job"}: canceled by client`, {
      domain: "VIR_FROM_QEMU",
      hint: "Somebody aborted the job",
    });
  } finally {
    record.job = undefined;
    end();
  }
}

/**
 * Waits until a guest has no job, as calls do that change it.
 *
 * @throws VirtError after half a minute
 */
export async function waitForJob(
  { clock }: Hypervisor,
  record: DomainRecord,
  signal?: AbortSignal,
): Promise<void> {
  if (record.job === undefined) return;
  const rest = new AbortController();
  const patience = AbortSignal.any(signal === undefined ? [rest.signal] : [rest.signal, signal]);
  const late = clock.sleep(PATIENCE, { signal: patience }).then(() => true, () => false);
  while (record.job !== undefined) {
    if (await Promise.race([record.job.ended.then(() => false), late])) {
      throw failure("VIR_ERR_OPERATION_TIMEOUT", "cannot acquire state change lock", {
        domain: "VIR_FROM_DOMAIN",
        hint: "The domain has a job: wait for it, or abort it",
      });
    }
    signal?.throwIfAborted();
  }
  rest.abort();
}

/** How a job stands; `none` where there is none. */
export function jobStats({ clock }: Hypervisor, job: Job | undefined): DomainJob {
  if (job === undefined) return { type: "none", stats: {} };
  const elapsed = Math.min(clock.monotonic() - job.start, job.duration);
  const share = job.duration === 0 ? 1 : elapsed / job.duration;
  const processed = Math.floor(job.total * share);
  const bounded = Number.isFinite(job.duration);
  const isDisk = job.operation === "backup";
  return {
    type: bounded ? "bounded" : "unbounded",
    stats: {
      operation: DOMAIN_JOB_OPERATIONS[job.operation],
      time_elapsed: Math.round(elapsed),
      ...(bounded ? { time_remaining: Math.round(job.duration - elapsed) } : {}),
      ...amounts("data", job.total, processed),
      ...(isDisk ? amounts("memory", 0, 0) : amounts("memory", job.total, processed)),
      ...(isDisk ? amounts("disk", job.total, processed) : amounts("disk", 0, 0)),
    },
  };
}

/** Never resolves: it is what waits to be ended. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function amounts(kind: string, total: number, processed: number): TypedRecord {
  return {
    [`${kind}_total`]: total,
    [`${kind}_processed`]: processed,
    [`${kind}_remaining`]: total - processed,
  };
}

function remember(
  hypervisor: Hypervisor,
  record: DomainRecord,
  { type, job }: { readonly type: "completed" | "cancelled" | "failed"; readonly job: Job },
): void {
  const { time_remaining: _none, ...stats } = jobStats(hypervisor, job).stats;
  record.lastJob = { type, stats: { ...stats, success: type === "completed" } };
  // What takes no time is no job to anybody who watches, but for a backup, which nobody waits for.
  if (job.duration === 0 && job.operation !== "backup") return;
  hypervisor.emit({
    kind: "domain",
    event: "jobCompleted",
    domain: domainRef(record),
    parameters: fromRecord(JOB_STATS_PARAMETERS, record.lastJob.stats),
  });
}
