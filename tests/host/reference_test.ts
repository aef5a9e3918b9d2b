/**
 * Host facts beside what the reference implementation says of the same machine, where it runs.
 *
 * @module
 */

import assert from "node:assert/strict";
import { describeHost } from "../../src/drivers/qemu/describe_host.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import { readHostFacts } from "../../src/host/read_host_facts.ts";
import { readGroup, readUser } from "../../src/host/read_users.ts";
import { hostLines, linesOfDocument } from "./host_xml.ts";

const host = denoHost();

async function referenceCapabilities(): Promise<string | undefined> {
  try {
    const argv = ["virsh", "-c", "qemu:///system", "capabilities"] as const;
    const result = await host.exec.run({ argv: [...argv] }, { deadlineMs: 30_000 });
    return result.code === 0 ? result.stdout : undefined;
  } catch {
    return undefined;
  }
}

Deno.test("topology, caches, power, IOMMU and security are what the reference reports of this machine", async () => {
  const document = await referenceCapabilities();
  if (document === undefined) return console.log("SKIP reference: virsh -c qemu:///system does not answer");
  const facts = await readHostFacts(host);
  assert.deepEqual(withoutMemory(hostLines(facts.numa, facts.caches)), withoutMemory(linesOfDocument(document)));
  assert.equal(facts.iommu.groups > 0, document.includes("<iommu support='yes'/>"));
  const { sockets, cores, threads } = facts.nodeCounts;
  assert.match(document, new RegExp(`<topology sockets='${sockets}' dies='1' cores='${cores}' threads='${threads}'/>`));
  assert.match(document, new RegExp(`<microcode version='${facts.cpu.microcode}'/>`));
  const scaling = facts.kvm.tsc?.scaling ? "yes" : "no";
  const counter = `<counter name='tsc' frequency='${facts.kvm.tsc?.frequencyHz}' scaling='${scaling}'/>`;
  if (document.includes("<counter")) assert.ok(document.includes(counter), counter);
  const uid = (await readUser(host, ["libvirt-qemu", "qemu"]))?.uid;
  const gid = (await readGroup(host, ["libvirt-qemu", "qemu"]))?.gid;
  const owner = uid === undefined || gid === undefined ? {} : { owner: { uid, gid } };
  const ours = describeHost(facts, owner);
  assert.deepEqual(ours.powerManagement, powerTargets(document));
  const models = [...document.matchAll(/<secmodel>.*?<\/secmodel>/gs)].map((match) => ({
    model: /<model>(.*)<\/model>/.exec(match[0])?.[1],
    doi: /<doi>(.*)<\/doi>/.exec(match[0])?.[1],
    baseLabels: [...match[0].matchAll(/<baselabel type='(\w+)'>(.*)<\/baselabel>/g)]
      .map(([, type, label]) => ({ type, label })),
  }));
  assert.deepEqual(ours.securityModels, models);
});

/** Memory may be plugged while the machine runs; the reference tells what there was when it started. */
function withoutMemory(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^<(memory unit|pages)/.test(line));
}

function powerTargets(document: string): (string | undefined)[] {
  const power = /<power_management>.*<\/power_management>/s.exec(document)?.[0] ?? "";
  return [...power.matchAll(/<(suspend_\w+)\/>/g)].map((match) => match[1]);
}
