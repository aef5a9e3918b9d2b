/**
 * I/O threads: as many as are counted, each with a number.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { refuse, refuseUnsupported } from "./step.ts";

/** Numbers the threads that have none; where no thread was named, the count says it all. */
export function completeIoThreads(domain: Domain): Domain {
  const ids = domain.iothreadIds ?? [];
  const count = Math.max(domain.iothreads ?? 0, ids.length);
  const taken = new Set<number>();
  for (const { id } of ids) {
    if (taken.has(id)) refuse(`duplicate iothread id '${id}' found`);
    taken.add(id);
  }
  const { iothreads: _, iothreadIds: __, ...rest } = domain;
  if (count === 0) return rest as Domain;
  if (ids.length === 0) return { ...rest, iothreads: count };
  const all = [...ids];
  for (let id = 1; all.length < count; id += 1) {
    if (!taken.has(id)) all.push({ id });
  }
  return { ...rest, iothreads: count, iothreadIds: all };
}

/** Refuses pools that are empty, and tuning of threads that there are not. */
export function checkIoThreads(domain: Domain): Domain {
  const pools = [...domain.iothreadIds ?? [], ...domain.defaultIoThread === undefined ? [] : [domain.defaultIoThread]];
  for (const { threadPoolMin = -1, threadPoolMax } of pools) {
    if (threadPoolMax === 0) refuseUnsupported("thread_pool_max must be a positive integer");
    if (threadPoolMax !== undefined && threadPoolMin > threadPoolMax) {
      refuseUnsupported("thread_pool_min must be smaller or equal to thread_pool_max");
    }
  }
  const ids = new Set(
    domain.iothreadIds?.map(({ id }) => id) ?? Array.from({ length: domain.iothreads ?? 0 }, (_, at) => at + 1),
  );
  const used = [
    ...domain.cputune?.iothreadPins?.map(({ iothread }) => iothread) ?? [],
    ...domain.cputune?.iothreadSchedulers?.map(({ id }) => id) ?? [],
  ];
  const missing = used.find((id) => !ids.has(id));
  if (missing !== undefined) refuseUnsupported(`Cannot find 'iothread' : ${missing}`);
  return domain;
}
