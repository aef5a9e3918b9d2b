/**
 * Counts and states for Prometheus.
 *
 * @module
 */

import type { Agent } from "../../agent/agent.ts";
import type { Watch } from "../../agent/watch.ts";
import { formatMetrics, type MetricFamily, type MetricSample } from "../../base/metrics.ts";
import type { CacheCounters } from "../../cache/contract.ts";
import type { Route } from "../route.ts";

/** The exposition format of Prometheus. */
const EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

const STATES = ["unprobed", "probing", "ready", "failed"] as const;

type CounterName = Exclude<keyof CacheCounters, "invalidations">;

/** Counters of the cache with the name each is published under. */
const CACHE_FAMILIES: readonly { readonly counter: CounterName; readonly name: string; readonly help: string }[] = [
  { counter: "hits", name: "capabilities_cache_hits_total", help: "Answers from a valid entry" },
  { counter: "staleHits", name: "capabilities_cache_stale_hits_total", help: "Answers from an entry being renewed" },
  { counter: "misses", name: "capabilities_cache_misses_total", help: "Questions to which there was no entry" },
  { counter: "badFiles", name: "capabilities_cache_bad_files_total", help: "Files set aside as unreadable" },
  { counter: "failedWrites", name: "capabilities_cache_failed_writes_total", help: "Entries that could not be kept" },
];

/** The metrics. */
export const getMetrics: Route = {
  method: "GET",
  path: "/metrics",
  operation: "getMetrics",
  tag: "Operation",
  summary: "Counts and states for Prometheus",
  answers: { 200: { description: "Text exposition format 0.0.4", content: { "text/plain": { type: "string" } } } },
  async handle({ agent, metrics, version, signal }) {
    const watches = await agent.watches();
    const families = [
      ...programFamilies(agent, version),
      ...(await memoryFamily(agent)),
      ...(await emulatorFamilies(watches, signal)),
      ...probeFamilies(watches),
      ...cacheFamilies(watches),
      ...metrics.families(),
    ];
    return { mediaType: EXPOSITION, body: formatMetrics(families) };
  },
};

function programFamilies({ startedAt, host, state }: Agent, version: string): MetricFamily[] {
  const labels = { version, os: host.env.os, arch: host.env.arch };
  return [
    { name: "innkeeper_build_info", help: "What runs here", type: "gauge", samples: [{ labels, value: 1 }] },
    {
      name: "innkeeper_ready",
      help: "1 once every hypervisor was looked at",
      type: "gauge",
      samples: [{ value: state === "ready" ? 1 : 0 }],
    },
    {
      name: "process_start_time_seconds",
      help: "Start of the program since 1970",
      type: "gauge",
      samples: [{ value: startedAt / 1000 }],
    },
  ];
}

/** From proc(5); a machine without it has no such metric. */
async function memoryFamily({ host }: Agent): Promise<MetricFamily[]> {
  const text = await host.files.readText("/proc/self/status", { limit: 16_384 }).catch(() => undefined);
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(text ?? "")?.[1];
  if (kib === undefined) return [];
  return [{
    name: "process_resident_memory_bytes",
    help: "Memory of the program that is in use",
    type: "gauge",
    samples: [{ value: Number(kib) * 1024 }],
  }];
}

async function emulatorFamilies(watches: readonly Watch[], signal: AbortSignal): Promise<MetricFamily[]> {
  const samples: MetricSample[] = [];
  for (const watch of watches) {
    const emulators = await watch.emulators({ signal });
    for (const state of STATES) {
      const value = emulators.filter((emulator) => emulator.state === state).length;
      samples.push({ labels: { uri: watch.uri, state }, value });
    }
  }
  return [{ name: "innkeeper_emulators", help: "Emulators by probe state", type: "gauge", samples }];
}

function probeFamilies(watches: readonly Watch[]): MetricFamily[] {
  return [
    {
      name: "capabilities_probes_total",
      help: "Probes by outcome",
      type: "counter",
      samples: watches.flatMap((watch) => withUri(watch, watch.probes.samples())),
    },
    {
      name: "capabilities_probe_duration_seconds",
      help: "Time one emulator took to probe",
      type: "histogram",
      samples: watches.flatMap((watch) => withUri(watch, watch.durations.samples())),
    },
  ];
}

function cacheFamilies(watches: readonly Watch[]): MetricFamily[] {
  const caching = watches.filter(({ connection }) => connection.supports("cache"));
  const counted = caching.map((watch) => ({ watch, counters: watch.connection.getCacheCounters() }));
  const invalidations = counted.flatMap(({ watch, counters }) =>
    Object.entries(counters.invalidations).map(([reason, value]) => ({ labels: { uri: watch.uri, reason }, value }))
  );
  return [
    {
      name: "capabilities_invalidations_total",
      help: "Entries that were no longer valid, by the first reason",
      type: "counter",
      samples: invalidations,
    },
    ...CACHE_FAMILIES.map(({ counter, name, help }): MetricFamily => ({
      name,
      help,
      type: "counter",
      samples: counted.map(({ watch, counters }) => ({ labels: { uri: watch.uri }, value: counters[counter] })),
    })),
  ];
}

function withUri({ uri }: Watch, samples: readonly MetricSample[]): MetricSample[] {
  return samples.map((sample) => ({ ...sample, labels: { uri, ...sample.labels } }));
}
