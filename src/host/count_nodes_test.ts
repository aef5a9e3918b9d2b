import assert from "node:assert/strict";
import { countNodes } from "./count_nodes.ts";
import type { LogicalCpu } from "./facts.ts";

function cpu(id: number, socketId: number, coreId: number, siblings = [id]): LogicalCpu {
  return { id, online: true, socketId, dieId: 0, coreId, siblings };
}

Deno.test("an even machine is counted by node", () => {
  const cpus = [cpu(0, 0, 0, [0, 1]), cpu(1, 0, 0, [0, 1]), cpu(2, 1, 0, [2, 3]), cpu(3, 1, 0, [2, 3])];
  assert.deepEqual(countNodes(cpus, new Map([[0, [0, 1]], [1, [2, 3]]])), {
    cpus: 4,
    offline: 0,
    nodes: 2,
    sockets: 1,
    cores: 1,
    threads: 2,
  });
});

Deno.test("an uneven machine is counted as single cores of one node", () => {
  const cpus = [cpu(0, 0, 0), cpu(1, 0, 1), cpu(2, 1, 0)];
  assert.deepEqual(countNodes(cpus, undefined), { cpus: 3, offline: 0, nodes: 1, sockets: 1, cores: 3, threads: 1 });
});

Deno.test("offline CPUs count as offline, and make up the number", () => {
  const cpus = [cpu(0, 0, 0, [0, 2]), { id: 1, online: false }, cpu(2, 0, 0, [0, 2]), { id: 3, online: false }];
  assert.deepEqual(countNodes(cpus, new Map([[0, [0, 1, 2, 3]]])), {
    cpus: 2,
    offline: 2,
    nodes: 1,
    sockets: 1,
    cores: 4,
    threads: 1,
  });
});

Deno.test("sleeping threads of POWER's split cores count, unless one of them is awake", () => {
  const asleep = [cpu(0, 0, 0), { id: 1, online: false }];
  assert.equal(countNodes(asleep, undefined, { threadsPerSubcore: 2 }).cpus, 2);
  const awake = [cpu(0, 0, 0), cpu(1, 0, 0), cpu(2, 0, 1), { id: 3, online: false }];
  assert.equal(countNodes(awake, undefined, { threadsPerSubcore: 2 }).cpus, 3);
});
