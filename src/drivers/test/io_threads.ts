/**
 * The I/O threads of a guest: so many from 1 on, or those that are named.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import { formatCpuSet } from "../../conf/shape/mod.ts";
import type { IoThreadInfo } from "../contract.ts";
import { disksOf, diskTarget } from "./devices_of.ts";
import { failure } from "./errors.ts";
import { cpusIn, onlineVcpus } from "./vcpus_of.ts";

/** A thread as the document names it. */
type NamedThread = NonNullable<Domain["iothreadIds"]>[number];

/** How a thread polls that nobody tuned. */
export const DEFAULT_POLLING = { maxNs: 32_768, grow: 0, shrink: 0 } as const;

/** Their numbers. */
export function ioThreadIds(definition: Domain): number[] {
  return threadsOf(definition).map(({ id }) => id);
}

/** Each with the processors it may run on: libvirt's test hypervisor has as many of those as the guest has. */
export function ioThreadInfos(definition: Domain): IoThreadInfo[] {
  const all = onlineVcpus(definition).length;
  return ioThreadIds(definition).map((id) => {
    const own = definition.cputune?.iothreadPins?.find(({ iothread }) => iothread === id)?.cpuset;
    return { id, cpus: cpusIn(own ?? definition.vcpu.cpuset, all) };
  });
}

/** The guest with one more. */
export function withIoThread(definition: Domain, id: number): Domain {
  const threads = threadsOf(definition);
  if (threads.some((thread) => thread.id === id)) throw refuse(`an IOThread is already using iothread_id '${id}'`);
  return withThreads(definition, [...threads, { id }]);
}

/** The guest with one less. */
export function withoutIoThread(definition: Domain, id: number): Domain {
  const threads = threadsOf(definition);
  const at = threads.findIndex((thread) => thread.id === id);
  if (at === -1) throw refuse(`cannot find IOThread '${id}' in iothreadids list`);
  const user = disksOf(definition).find((disk) => disk.driver?.ioThread === id);
  if (user !== undefined) {
    throw refuse(`cannot remove IOThread ${id} since it is being used by disk '${diskTarget(user)}'`);
  }
  const isLastUnnamed = definition.iothreadIds === undefined && at === threads.length - 1;
  const rest = threads.toSpliced(at, 1);
  const unpinned = withoutPin(definition, id);
  if (!isLastUnnamed) return withThreads(unpinned, rest);
  const { iothreads: _, ...others } = unpinned;
  return rest.length === 0 ? others as Domain : { ...others, iothreads: rest.length } as Domain;
}

/** The guest with a thread that may run on some processors only. */
export function withIoThreadPin(definition: Domain, { id, cpus }: IoThreadInfo): Domain {
  if (cpus.length === 0) {
    throw failure("VIR_ERR_INVALID_ARG", "Empty iothread cpumap list for pinning");
  }
  const threads = threadsOf(definition);
  if (!threads.some((thread) => thread.id === id)) {
    throw failure("VIR_ERR_INVALID_ARG", `iothreadid ${id} not found`);
  }
  const pin = { iothread: id, cpuset: formatCpuSet(new Set(cpus)) };
  const others = definition.cputune?.iothreadPins?.filter(({ iothread }) => iothread !== id) ?? [];
  const iothreadPins = [...others, pin].sort((a, b) => a.iothread - b.iothread);
  return { ...withThreads(definition, threads), cputune: { ...definition.cputune, iothreadPins } };
}

function withoutPin(definition: Domain, id: number): Domain {
  const { iothreadPins, ...cputune } = definition.cputune ?? {};
  const kept = iothreadPins?.filter(({ iothread }) => iothread !== id) ?? [];
  if (kept.length === (iothreadPins?.length ?? 0)) return definition;
  return { ...definition, cputune: kept.length === 0 ? cputune : { ...cputune, iothreadPins: kept } };
}

function threadsOf({ iothreads = 0, iothreadIds }: Domain): readonly NamedThread[] {
  return iothreadIds ?? Array.from({ length: iothreads }, (_, at) => ({ id: at + 1 }));
}

function withThreads(definition: Domain, threads: readonly NamedThread[]): Domain {
  const { iothreads: _, iothreadIds: __, ...rest } = definition;
  return threads.length === 0
    ? rest as Domain
    : { ...rest, iothreads: threads.length, iothreadIds: [...threads] } as Domain;
}

function refuse(detail: string): Error {
  return failure("VIR_ERR_INVALID_ARG", detail, { domain: "VIR_FROM_DOMAIN" });
}
