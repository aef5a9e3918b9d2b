/**
 * The commands on the processors of guests: how many there are, where they run, what they do; and on I/O threads.
 *
 * @module
 */

import type { Domain, DomainVcpuFlags } from "../../api/mod.ts";
import { formatCpuSet, parseCpuSet } from "../../conf/shape/cpu_set.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { affectNow } from "../objects/affect.ts";
import { type Answer, done, remark, table } from "../objects/answer.ts";
import { AFFECT, flag, maybe, named, word } from "../objects/arguments.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on } from "../objects/object_command.ts";

const ID = word("id", "Number of the I/O thread", { type: "number" });

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  setvcpus: on(DOMAIN, {
    arguments: [
      word("count", "How many there are", { type: "number" }),
      flag("maximum", "The most that there can be"),
      ...AFFECT,
      flag("guest", "Ask the system inside to use so many"),
      flag("hotpluggable", "New ones can be taken away again"),
    ],
    failure: "Failed to set the processors of",
    run: async (domain, { words }) => {
      const flags = {
        ...words.affect(),
        ...words.flags({ maximum: "maximum", guest: "guest", hotpluggable: "hotpluggable" }),
      };
      const plain = !words.has("current") && Object.keys(flags).length === 0;
      await domain.devices.setVcpuCount(words.number("count") ?? 0, plain ? undefined : flags);
      return done("");
    },
  }),
  setvcpu: on(DOMAIN, {
    arguments: [
      word("vcpulist", "Numbers, as 0-3,^2"),
      flag("enable", "Plug them"),
      flag("disable", "Unplug them"),
      ...AFFECT,
    ],
    failure: "Failed to change the processors of",
    run: async (domain, { words }) => {
      if (words.has("enable") === words.has("disable")) throw new UsageError("Either --enable or --disable is needed");
      await domain.devices.setVcpus(
        { vcpus: words.required("vcpulist"), enabled: words.has("enable") },
        words.affect(),
      );
      return done("");
    },
  }),
  vcpucount: on(DOMAIN, {
    arguments: [
      flag("maximum", "The most that there can be"),
      flag("active", "How many there are"),
      ...AFFECT,
      flag("guest", "As the system inside sees them"),
    ],
    failure: "Failed to count the processors of",
    run: countVcpus,
  }),
  vcpuinfo: on(DOMAIN, {
    arguments: [flag("pretty", "Processors of the host as a list")],
    failure: "Failed to get the processors of",
    run: vcpuInfo,
  }),
  vcpupin: on(DOMAIN, {
    arguments: [
      maybe("vcpu", "Number of the processor", { type: "number" }),
      maybe("cpulist", "Processors of the host, as 0-3,^2, or r for all"),
      ...AFFECT,
    ],
    failure: "Failed to pin the processors of",
    run: async (domain, call) => {
      const { words } = call;
      const [number, list] = [words.number("vcpu"), words.text("cpulist")];
      if (list === undefined) {
        const pins = (await domain.devices.getVcpuPins(words.affect())).map((cpus, vcpu) => ({ vcpu, cpus }));
        const shown = pins.filter(({ vcpu }) => number === undefined || vcpu === number);
        if (number !== undefined && shown.length === 0) throw new UsageError(`"--vcpu" is out of range: ${number}`);
        return table(
          ["VCPU", "CPU Affinity"],
          shown.map(({ vcpu, cpus }) => [vcpu, formatCpuSet(new Set(cpus))]),
          shown,
        );
      }
      if (number === undefined) throw new UsageError('"--vcpu" is needed with "--cpulist"');
      const flags = words.affect();
      const plain = !words.has("current") && Object.keys(flags).length === 0;
      await domain.devices.pinVcpu({ vcpu: number, cpus: await cpusOf(list, call) }, plain ? undefined : flags);
      return done("");
    },
  }),
  emulatorpin: on(DOMAIN, {
    arguments: [maybe("cpulist", "Processors of the host, as 0-3,^2, or r for all"), ...AFFECT],
    failure: "Failed to pin the emulator of",
    run: async (domain, call) => {
      const list = call.words.text("cpulist");
      if (list !== undefined) {
        await domain.devices.pinEmulator(await cpusOf(list, call), call.words.affect());
        return done("");
      }
      const cpus = await domain.devices.getEmulatorPin(call.words.affect());
      const row = `       *: ${formatCpuSet(new Set(cpus))}\n`;
      return { text: `emulator: CPU Affinity\n${"-".repeat(34)}\n${row}`, quiet: row, json: { cpus } };
    },
  }),
  iothreadinfo: on(DOMAIN, {
    arguments: AFFECT,
    failure: "Unable to get the I/O threads of",
    run: async (domain, { words }) => {
      const threads = await domain.devices.getIoThreads(words.affect());
      if (threads.length === 0) return remark("No IOThreads found for the domain", threads);
      return table(
        ["IOThread ID", "CPU Affinity"],
        threads.map(({ id, cpus }) => [id, formatCpuSet(new Set(cpus))]),
        threads,
      );
    },
  }),
  iothreadpin: on(DOMAIN, {
    arguments: [
      word("iothread", "Number of the I/O thread", { type: "number" }),
      word("cpulist", "Processors of the host, as 0-3,^2"),
      ...AFFECT,
    ],
    failure: "Failed to pin an I/O thread of",
    run: async (domain, call) => {
      const cpus = await cpusOf(call.words.required("cpulist"), call);
      await domain.devices.pinIoThread({ id: call.words.number("iothread") ?? 0, cpus }, call.words.affect());
      return done("");
    },
  }),
  iothreadadd: on(DOMAIN, {
    arguments: [ID, ...AFFECT],
    failure: "Failed to add an I/O thread to",
    run: async (domain, { words }) => {
      await domain.devices.addIoThread(words.number("id") ?? 0, words.affect());
      return done("");
    },
  }),
  iothreaddel: on(DOMAIN, {
    arguments: [ID, ...AFFECT],
    failure: "Failed to delete an I/O thread of",
    run: async (domain, { words }) => {
      await domain.devices.deleteIoThread(words.number("id") ?? 0, words.affect());
      return done("");
    },
  }),
  iothreadset: on(DOMAIN, {
    arguments: [
      ID,
      ...["poll-max-ns", "poll-grow", "poll-shrink", "thread-pool-min", "thread-pool-max"].map((name) =>
        named(name, `libvirt's ${name.replaceAll("-", "_")}`, { type: "number" })
      ),
      ...AFFECT,
    ],
    failure: "Failed to change an I/O thread of",
    run: async (domain, { words }) => {
      const names = ["poll-max-ns", "poll-grow", "poll-shrink", "thread-pool-min", "thread-pool-max"];
      const given = names.flatMap((name) => {
        const value = words.integer(name);
        return value === undefined ? [] : [[name.replace(/-/g, "_"), value] as const];
      });
      if (given.length === 0) throw new UsageError("Not enough arguments passed, nothing to set");
      await domain.devices.setIoThreadParameters(
        { id: words.number("id") ?? 0, parameters: Object.fromEntries(given) },
        await affectNow(domain, words),
      );
      return done("");
    },
  }),
};

/** A set of the host's processors; `r` is all of them. */
async function cpusOf(list: string, { connection }: Call): Promise<readonly number[]> {
  if (list === "r") {
    const { total } = await connection.host.getCpuMap();
    return Array.from({ length: total }, (_, cpu) => cpu);
  }
  const cpus = parseCpuSet(list);
  if (cpus === undefined) throw new UsageError(`"--cpulist" takes a list as 0-3,^2, but got "${list}"`);
  return [...cpus].toSorted((left, right) => left - right);
}

async function countVcpus(domain: Domain, { words }: Call): Promise<Answer> {
  words.exclusive("maximum", "active");
  const affect = words.affect();
  const one = words.has("maximum") || words.has("active") || words.has("guest") || words.has("current") ||
    Object.keys(affect).length > 0;
  if (one) {
    const flags: DomainVcpuFlags = { ...affect, ...words.flags({ maximum: "maximum", guest: "guest" }) };
    const count = await domain.devices.getVcpuCount(flags);
    return { text: `${count}\n`, json: count };
  }
  const asked = [
    ["maximum", "config", { maximum: true, config: true }],
    ["maximum", "live", { maximum: true, live: true }],
    ["current", "config", { config: true }],
    ["current", "live", { live: true }],
  ] as const;
  const counts = await Promise.all(asked.map(async ([which, state, flags]) => {
    try {
      return { which, state, count: await domain.devices.getVcpuCount(flags) };
    } catch (error) {
      // A guest that does not run, or is not kept, has no such count.
      if (error instanceof Error && "code" in error && error.code === "VIR_ERR_OPERATION_INVALID") return undefined;
      throw error;
    }
  }));
  const known = counts.filter((count) => count !== undefined);
  const line = ({ which, state, count }: typeof known[number]): string =>
    `${which.padEnd(12)} ${state.padEnd(12)} ${`${count}`.padStart(3)}\n`;
  return { text: known.map(line).join(""), json: known };
}

async function vcpuInfo(domain: Domain, { connection, words }: Call): Promise<Answer> {
  const [vcpus, { total }] = await Promise.all([vcpusOf(domain), connection.host.getCpuMap()]);
  const blocks = vcpus.map((vcpu) => {
    const affinity = words.has("pretty")
      ? `${formatCpuSet(new Set(vcpu.affinity))} (out of ${total})`
      : Array.from({ length: total }, (_, cpu) => vcpu.affinity.includes(cpu) ? "y" : "-").join("");
    return [
      ["VCPU:", vcpu.number],
      ["CPU:", vcpu.cpu ?? "N/A"],
      ["State:", vcpu.state ?? "N/A"],
      ...(vcpu.cpuTime === undefined
        ? [["CPU time", "N/A"]]
        : Number(vcpu.cpuTime) === 0
        ? []
        : [["CPU time:", `${(Number(vcpu.cpuTime) / 1e9).toFixed(1)}s`]]),
      ["CPU Affinity:", affinity],
    ].map(([name, text]) => `${`${name}`.padEnd(15)} ${text}\n`).join("");
  });
  return { text: blocks.join("\n"), json: vcpus };
}

type Vcpu = Awaited<ReturnType<Domain["devices"]["getVcpus"]>>[number];

/** What the processors do; of a guest that is off, where they would run. */
async function vcpusOf(domain: Domain): Promise<readonly (Pick<Vcpu, "number" | "affinity"> & Partial<Vcpu>)[]> {
  if (await domain.isActive()) return await domain.devices.getVcpus();
  return (await domain.devices.getVcpuPins({ config: true })).map((affinity, number) => ({ number, affinity }));
}
