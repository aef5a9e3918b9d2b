/**
 * `<cputune>`: how much of which host processors a guest gets.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  cpuSet,
  int64,
  mapped,
  oneOf,
  parseCpuSet,
  type Part,
  refine,
  size,
  string,
  textOf,
  uint32,
  uint64,
} from "../shape/mod.ts";
import type { Integer64 } from "../../base/integer64.ts";
import { wrong } from "./terms.ts";

const scheduler = {
  scheduler: attribute("scheduler", oneOf("batch", "idle", "fifo", "rr"), { required: true }),
  priority: attribute("priority", uint32()),
};

/** How the threads of one processor, or of one I/O thread, are scheduled. */
export interface ThreadScheduler {
  /** The number of the processor or I/O thread. */
  readonly id: number;
  readonly scheduler: "batch" | "idle" | "fifo" | "rr";
  readonly priority?: number;
}

const monitor = { level: attribute("level", uint32()), vcpus: attribute("vcpus", cpuSet, { required: true }) };

const cacheShare = {
  id: attribute("id", uint32(), { required: true }),
  level: attribute("level", uint32(), { required: true }),
  type: attribute("type", oneOf("both", "code", "data"), { required: true }),
  size: size({ attribute: "size", unit: "largest" }),
};

/** `<cputune>`. */
export const cputune = child("cputune", {
  shares: child("shares", textOf(uint64)),
  period: period("period"),
  quota: quota("quota"),
  globalPeriod: period("global_period"),
  globalQuota: quota("global_quota"),
  emulatorPeriod: period("emulator_period"),
  emulatorQuota: quota("emulator_quota"),
  iothreadPeriod: period("iothread_period"),
  iothreadQuota: quota("iothread_quota"),
  vcpuPins: mapped(
    children("vcpupin", {
      vcpu: attribute("vcpu", uint32(), { required: true }),
      cpuset: attribute("cpuset", cpuSet, { required: true }),
    }),
    { parse: (pins) => pins?.toSorted((a, b) => a.vcpu - b.vcpu), format: (pins) => pins },
  ),
  emulatorPin: child("emulatorpin", { cpuset: attribute("cpuset", cpuSet, { required: true }) }),
  iothreadPins: mapped(
    children("iothreadpin", {
      iothread: attribute("iothread", uint32(), { required: true }),
      cpuset: attribute("cpuset", cpuSet, { required: true }),
    }),
    { parse: (pins) => pins?.toSorted((a, b) => a.iothread - b.iothread), format: (pins) => pins },
  ),
  emulatorScheduler: child("emulatorsched", scheduler),
  vcpuSchedulers: schedulers("vcpusched", "vcpus"),
  iothreadSchedulers: schedulers("iothreadsched", "iothreads"),
  cacheTunes: mapped(
    children("cachetune", {
      vcpus: attribute("vcpus", cpuSet, { required: true }),
      id: attribute("id", string, { only: "live" }),
      caches: mapped(children("cache", cacheShare), {
        parse: (caches) => caches?.toSorted((a, b) => a.level - b.level || a.type.localeCompare(b.type) || a.id - b.id),
        format: (caches) => caches,
      }),
      monitors: children("monitor", monitor),
    }),
    {
      parse: (tunes) =>
        nonEmpty(tunes?.filter(({ caches, monitors }) => caches !== undefined || monitors !== undefined)),
      format: (tunes) => tunes,
    },
  ),
  memoryTunes: children("memorytune", {
    vcpus: attribute("vcpus", cpuSet, { required: true }),
    id: attribute("id", string, { only: "live" }),
    nodes: mapped(
      children("node", {
        id: attribute("id", uint32(), { required: true }),
        bandwidth: attribute("bandwidth", uint32(), { required: true }),
      }),
      { parse: (nodes) => nodes?.toSorted((a, b) => a.id - b.id), format: (nodes) => nodes },
    ),
    monitors: children("monitor", { vcpus: attribute("vcpus", cpuSet, { required: true }) }),
  }),
}, { empty: "omit" });

function period(name: string) {
  const detail = `Value of cputune '${name}' must be in range [1000, 1000000]`;
  const part = refine(child(name, textOf(uint64)), (value, fail) => {
    if (BigInt(value) !== 0n && (value < 1000 || value > 1_000_000)) {
      fail(`${value} is not within 1000 and 1000000`, wrong(detail));
    }
  });
  return withoutZero(part);
}

function quota(name: string) {
  const detail = `Value of cputune '${name}' must be in range [1000, 17592186044415]`;
  const part = refine(child(name, textOf(int64)), (value, fail) => {
    if (value > 0 && (value < 1000 || value > 17_592_186_044_415)) {
      fail(`${value} is not within 1000 and 17592186044415`, wrong(detail));
    }
  });
  return withoutZero(part);
}

function withoutZero(part: Part<Integer64 | undefined>): Part<Integer64 | undefined> {
  return mapped(part, {
    parse: (value): Integer64 | undefined => value === 0 ? undefined : value,
    format: (value) => value,
  });
}

/** libvirt writes an element for each thread, whatever sets they were given in. */
function schedulers(element: string, set: string): Part<readonly ThreadScheduler[] | undefined> {
  const part = children(element, { ids: attribute(set, cpuSet, { required: true }), ...scheduler });
  return mapped(part, {
    parse(given, fail): readonly ThreadScheduler[] | undefined {
      if (given === undefined) return undefined;
      const all = given.flatMap(({ ids, ...rest }) => [...parseCpuSet(ids) ?? []].map((id) => ({ id, ...rest })));
      if (new Set(all.map(({ id }) => id)).size < all.length) {
        const detail = `'${element}' attributes '${set}' must not overlap`;
        fail(`the ${set} of <${element}> overlap`, wrong(detail, "VIR_ERR_XML_DETAIL"));
      }
      return all.toSorted((a, b) => a.id - b.id);
    },
    format: (all) => all.map(({ id, ...rest }) => ({ ids: String(id), ...rest })),
    schema: () => ({
      type: "array",
      items: {
        type: "object",
        properties: {
          id: { type: "integer" },
          scheduler: { type: "string", enum: ["batch", "idle", "fifo", "rr"] },
          priority: { type: "integer" },
        },
        required: ["id", "scheduler"],
      },
    }),
  });
}

function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
