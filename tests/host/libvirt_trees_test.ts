/**
 * The machines that libvirt tests its capabilities with, read from where its source is unpacked.
 *
 * @module
 */

import assert from "node:assert/strict";
import { countNodes, readNodeMembers } from "../../src/host/count_nodes.ts";
import { parseFrequency, parseSignature } from "../../src/host/parse_cpuinfo.ts";
import { readCaches } from "../../src/host/read_caches.ts";
import { readNuma } from "../../src/host/read_numa.ts";
import { readTopology } from "../../src/host/read_topology.ts";
import { FakeHost, mountTree } from "../fakes/fake_host.ts";
import { hostLines, linesOfDocument } from "./host_xml.ts";

const SOURCE = Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0";
const TREES = `${SOURCE}/tests/vircaps2xmldata`;
const PROCESSORS = `${SOURCE}/tests/virhostcpudata`;

const documents = listNames(TREES, /^vircaps-(.+?)-(.+)\.xml$/);
const processors = listNames(PROCESSORS, /^linux-(.+?)-(.+)\.expected$/);

if (documents.length === 0 || processors.length === 0) {
  Deno.test("libvirt's test machines are read", () => {
    console.log(`SKIP libvirt's test machines: no libvirt source at ${SOURCE}; set LIBVIRT_SOURCE`);
  });
}

for (const [, arch = "", name = ""] of documents) {
  Deno.test(`caches, cells and their CPUs of libvirt's machine ${arch} ${name} are what libvirt reports`, async () => {
    const host = new FakeHost({ arch });
    await mountTree(host, `${TREES}/linux-${name}/system`, "/sys/devices/system");
    await mountTree(host, `${TREES}/linux-${name}/resctrl`, "/sys/fs/resctrl").catch(ignoreMissing);
    const expected = await Deno.readTextFile(`${TREES}/vircaps-${arch}-${name}.xml`);
    const actual = hostLines(await readNuma(host), await readCaches(host));
    assert.deepEqual(withoutMemory(actual), withoutMemory(linesOfDocument(expected)));
  });
}

for (const [, arch = "", name = ""] of processors) {
  Deno.test(`CPUs of libvirt's machine ${arch} ${name} are counted as libvirt counts them`, async () => {
    const host = new FakeHost({ arch });
    await mountTree(host, `${PROCESSORS}/linux-${name}`, "/sys/devices/system");
    const { cpus } = await readTopology(host);
    const counts = countNodes(cpus, await readNodeMembers(host), {
      cpuIsCore: arch.startsWith("s390"),
      // What libvirt's own test assumes of POWER.
      threadsPerSubcore: arch === "ppc64" ? 8 : 0,
    });
    const cpuinfo = await Deno.readTextFile(`${PROCESSORS}/linux-${arch}-${name}.cpuinfo`);
    const all = counts.nodes * counts.sockets * counts.cores * counts.threads;
    assert.equal(
      `CPUs: ${counts.cpus}/${all}, MHz: ${parseFrequency(cpuinfo, arch) ?? 0}, Nodes: ${counts.nodes}, ` +
        `Sockets: ${counts.sockets}, Cores: ${counts.cores}, Threads: ${counts.threads}\n`,
      await Deno.readTextFile(`${PROCESSORS}/linux-${arch}-${name}.expected`),
    );
    const signature = await Deno.readTextFile(`${PROCESSORS}/linux-${arch}-${name}.signature`).catch(ignoreMissing);
    assert.equal(parseSignature(cpuinfo, arch), signature?.trim());
  });
}

/** libvirt's test invents memory, pages and (no) distances, which are not in the trees. */
function withoutMemory(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^<(memory unit|pages|\/?distances|sibling)/.test(line));
}

function listNames(directory: string, pattern: RegExp): RegExpExecArray[] {
  try {
    return [...Deno.readDirSync(directory)].map((entry) => pattern.exec(entry.name)).filter((match) => match !== null)
      .sort((one, other) => one[0] < other[0] ? -1 : 1);
  } catch (error) {
    return ignoreMissing(error) ?? [];
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Deno.errors.NotFound) return undefined;
  throw error;
}
