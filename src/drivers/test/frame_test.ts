import assert from "node:assert/strict";
import { VirtError } from "../../model/error.ts";
import { DOMAIN_DESTROY_FLAGS } from "../../model/domain_flags.ts";
import type { DriverEvent } from "../contract.ts";
import { createEventHub } from "./event_hub.ts";
import { createManualClock } from "./manual_clock.ts";
import { type Moment, MomentTree } from "./moments.ts";
import { ObjectStore } from "./object_store.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { createScript } from "./script.ts";
import { createSeededIds } from "./seeded_ids.ts";
import { withScript } from "./with_script.ts";

Deno.test("the same seed gives the same ids, another seed others, all of them well formed", () => {
  const [one, same, other] = [1, 1, 2].map(createSeededIds);
  const uuid = one?.uuid();
  assert.equal(same?.uuid(), uuid);
  assert.notEqual(other?.uuid(), uuid);
  assert.match(uuid ?? "", /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.match(one?.mac() ?? "", /^52:54:00(:[\da-f]{2}){3}$/);
  assert.equal(new Set(Array.from({ length: 1000 }, () => one?.uuid())).size, 1000);
});

Deno.test("every listener hears every event in order, until it ends", () => {
  const hub = createEventHub();
  const heard: string[] = [];
  const listener = (event: DriverEvent): void => void heard.push(event.kind === "missed" ? event.reason : event.kind);
  const end = hub.part.subscribe(listener);
  hub.part.subscribe(listener);
  hub.emit({ kind: "missed", reason: "a" });
  end();
  end();
  hub.emit({ kind: "missed", reason: "b" });
  assert.deepEqual(heard, ["a", "a", "b"]);
});

Deno.test("objects are found by UUID and by the name they have now", () => {
  const store = new ObjectStore<{ uuid: string; name: string }>();
  const object = { uuid: "u", name: "old" };
  store.set(object);
  store.rename(object, () => object.name = "new");
  assert.equal(store.byName("old"), undefined);
  assert.equal(store.byName("new"), object);
  store.set({ uuid: "u", name: "third" });
  assert.equal(store.byName("new"), undefined, "a replaced object is not found any more");
  store.delete(object);
  assert.equal(store.size, 1, "only what is in can be taken out");
});

Deno.test("a manual clock wakes sleepers in the order of their time, and not before", async () => {
  const clock = createManualClock(1000);
  const woken: string[] = [];
  const sleep = async (name: string, ms: number): Promise<void> => {
    await clock.sleep(ms);
    woken.push(`${name} at ${clock.now()}`);
  };
  const all = [sleep("late", 20), sleep("early", 10)];
  await clock.advance(9);
  assert.deepEqual(woken, []);
  await clock.advance(11);
  await Promise.all(all);
  assert.deepEqual(woken, ["early at 1010", "late at 1020"]);
  await assert.rejects(clock.sleep(5, { signal: AbortSignal.abort(new Error("Enough")) }), /Enough/);
  assert.equal(clock.sleepers, 0);
});

Deno.test("a script lets the second call of a name fail, with or without flags in the name", async () => {
  const rule = {
    call: "virDomainCreate",
    nth: 2,
    fail: { code: "VIR_ERR_OPERATION_FAILED", message: "no luck" },
  } as const;
  const part = withScript(
    { create: (name: string) => Promise.resolve(name) },
    { create: "virDomainCreateWithFlags" },
    createScript([rule], createManualClock()),
  );
  assert.equal(await part.create("a"), "a");
  await assert.rejects(part.create("a"), (error) => {
    assert.ok(error instanceof VirtError);
    assert.deepEqual([error.code, error.domain, error.message], [
      "VIR_ERR_OPERATION_FAILED",
      "VIR_FROM_TEST",
      "operation failed: no luck",
    ]);
    return true;
  });
  assert.equal(await part.create("a"), "a");
});

Deno.test("a scripted delay passes before the call, only for its object, and ends with the caller's patience", async () => {
  const clock = createManualClock();
  const part = withScript(
    {
      create: ({ name }: { name: string }, _options: { signal?: AbortSignal }) =>
        Promise.resolve(`${name} ${clock.now()}`),
    },
    { create: "virDomainCreate" },
    createScript([{ call: "virDomainCreate", object: "slow", delayMs: 500 }], clock),
  );
  assert.equal(await part.create({ name: "quick" }, {}), "quick 0");
  const slow = part.create({ name: "slow" }, {});
  await clock.advance(500);
  assert.equal(await slow, "slow 500");
  const patience = new AbortController();
  const given = part.create({ name: "slow" }, { signal: patience.signal });
  patience.abort(new Error("Gave up"));
  await assert.rejects(given, /Gave up/);
});

Deno.test("a part is itself where there is no script", () => {
  const part = { create: () => Promise.resolve() };
  assert.equal(withScript(part, {}, createScript([], createManualClock())), part);
});

Deno.test("moments know their roots, children and descendants", () => {
  const tree = new MomentTree<Moment>();
  for (const [name, parent] of [["a"], ["b", "a"], ["c", "b"], ["d", "a"], ["e"]]) {
    tree.set({ name: name ?? "", ...(parent === undefined ? {} : { parent }) });
  }
  const names = (moments: readonly Moment[]): string => moments.map(({ name }) => name).join("");
  const find = (name: string): Moment => tree.find(name) ?? assert.fail();
  assert.equal(names(tree.roots()), "ae");
  assert.equal(names(tree.childrenOf(find("a"))), "bd");
  assert.equal(names(tree.descendantsOf(find("a"))), "bdc");
  assert.deepEqual(["a", "c"].map((name) => tree.isLeaf(find(name))), [false, true]);
});

Deno.test("a flag that libvirt's test hypervisor does not take is refused in its words", () => {
  const rule = { table: DOMAIN_DESTROY_FLAGS, allowed: ["graceful"], function: "testDomainDestroyFlags" } as const;
  refuseFlags({ graceful: true }, rule);
  assert.throws(() => refuseFlags({ removeLogs: true }, rule), {
    message: "unsupported flags (0x2) in function testDomainDestroyFlags",
  });
});
