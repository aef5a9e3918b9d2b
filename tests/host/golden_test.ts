/**
 * Recorded and made machines in, host facts out. `UPDATE=1` writes what came out, for review.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { HostFacts } from "../../src/host/facts.ts";
import { readHostFacts } from "../../src/host/read_host_facts.ts";
import { recordedHost } from "../fakes/fake_host.ts";

const FIXTURES = new URL("../fixtures/host/", import.meta.url);

for (
  const name of [...Deno.readDirSync(FIXTURES)].map((entry) => entry.name).filter((each) => /\.machine$/.test(each))
) {
  Deno.test(`the facts of ${name} are those that were reviewed`, async () => {
    const host = await recordedHost(new URL(name, FIXTURES).pathname);
    const actual = `${JSON.stringify(reviewable(await readHostFacts(host)), writeBigint, 2)}\n`;
    const golden = new URL(name.replace(/\.machine$/, ".facts.json"), FIXTURES);
    if (Deno.env.get("UPDATE") === "1") await Deno.writeTextFile(golden, actual);
    assert.equal(actual, await Deno.readTextFile(golden));
  });
}

/** Lists of one CPU a line would make the file long; times of a fake file say nothing. */
function reviewable(facts: HostFacts): object {
  const { cpus, ...topology } = facts.topology;
  const { ctimeNs: _, ...kvm } = facts.kvm;
  return {
    ...facts,
    kvm,
    cpu: { ...facts.cpu, flags: facts.cpu.flags.join(" "), ...facts.cpu.cpuid && { cpuid: facts.cpu.cpuid.length } },
    topology: {
      ...topology,
      cpus: cpus.map((cpu) =>
        cpu.online
          ? `${cpu.id}: socket ${cpu.socketId} die ${cpu.dieId} cluster ${
            cpu.clusterId ?? "none"
          } core ${cpu.coreId} ` +
            `siblings ${cpu.siblings?.join(",")}`
          : `${cpu.id}: offline`
      ),
    },
    numa: {
      ...facts.numa,
      cells: facts.numa.cells.map((cell) => ({
        ...cell,
        pages: cell.pages.map((page) => `${page.count} of ${page.size.value} ${page.size.unit}`),
        distances: cell.distances.map((distance) => `${distance.id}: ${distance.value}`),
        cpus: cell.cpus.map((cpu) =>
          cpu.siblings === undefined ? `${cpu.id}: no details` : `${cpu.id}: ${cpu.siblings}`
        ),
      })),
    },
    helpers: facts.helpers.map((helper) => `${helper.name}: ${helper.path ?? "not installed"}`),
  };
}

function writeBigint(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}
