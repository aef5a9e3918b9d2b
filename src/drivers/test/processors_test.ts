import assert from "node:assert/strict";
import { type Domain, domain } from "../../conf/domain/document.ts";
import { parseShape } from "../../conf/shape/mod.ts";
import { ioThreadIds, withIoThread, withIoThreadPin, withoutIoThread } from "./io_threads.ts";
import { affinityOf, onlineVcpus } from "./vcpus_of.ts";

function guest(inside: string): Domain {
  const xml = `<domain type='test'><name>g</name>${inside}<os><type>hvm</type></os></domain>`;
  return parseShape(domain, xml, { live: false });
}

Deno.test("processors are online up to a number, or one by one", () => {
  assert.deepEqual(onlineVcpus(guest("<vcpu current='2'>3</vcpu>")), [0, 1]);
  const single = "<vcpu>2</vcpu><vcpus><vcpu id='0' enabled='no'/><vcpu id='1' enabled='yes'/></vcpus>";
  assert.deepEqual(onlineVcpus(guest(single)), [1]);
});

Deno.test("a processor runs where it is pinned, else where all may, else everywhere", () => {
  const pinned = guest("<vcpu cpuset='1-2'>2</vcpu><cputune><vcpupin vcpu='0' cpuset='3'/></cputune>");
  assert.deepEqual([affinityOf(pinned, 0, 4), affinityOf(pinned, 1, 4)], [[3], [1, 2]]);
  assert.deepEqual(affinityOf(guest("<vcpu>1</vcpu>"), 0, 2), [0, 1]);
});

Deno.test("I/O threads that were counted get names where one of them goes or is pinned", () => {
  const counted = guest("<iothreads>3</iothreads>");
  assert.deepEqual(ioThreadIds(counted), [1, 2, 3]);
  const shorter = withoutIoThread(counted, 3);
  assert.deepEqual([shorter.iothreads, shorter.iothreadIds], [2, undefined], "the last one leaves no gap");
  assert.deepEqual(withoutIoThread(counted, 1).iothreadIds, [{ id: 2 }, { id: 3 }]);
  assert.deepEqual(ioThreadIds(withIoThread(counted, 7)), [1, 2, 3, 7]);
  const pinned = withIoThreadPin(counted, { id: 2, cpus: [1, 0] });
  assert.deepEqual(pinned.cputune?.iothreadPins, [{ iothread: 2, cpuset: "0-1" }]);
  assert.equal(withoutIoThread(withoutIoThread(withoutIoThread(counted, 1), 2), 3).iothreads, undefined);
});

for (
  const [title, change, message] of [
    ["twice", (it: Domain) => withIoThread(it, 1), /an IOThread is already using iothread_id '1'/],
    ["away that is not there", (it: Domain) => withoutIoThread(it, 9), /cannot find IOThread '9' in iothreadids list/],
    ["nowhere", (it: Domain) => withIoThreadPin(it, { id: 1, cpus: [] }), /Empty iothread cpumap list for pinning/],
    ["as another", (it: Domain) => withIoThreadPin(it, { id: 9, cpus: [1] }), /iothreadid 9 not found/],
  ] as const
) {
  Deno.test(`an I/O thread is not put ${title}`, () => {
    assert.throws(() => change(guest("<iothreads>1</iothreads>")), message);
  });
}
