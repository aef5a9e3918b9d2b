import assert from "node:assert/strict";
import { Outbox } from "./outbox.ts";

/** An outbox whose writes a test lets end. */
function outboxOf(limit?: number): { outbox: Outbox; writes: number[]; done: (() => void)[]; failures: string[] } {
  const writes: number[] = [];
  const done: (() => void)[] = [];
  const failures: string[] = [];
  const outbox = new Outbox({
    write(bytes) {
      writes.push(bytes.length);
      return new Promise((resolve) => done.push(resolve));
    },
    onFailure: ({ message }) => void failures.push(message),
    ...(limit === undefined ? {} : { limit }),
  });
  return { outbox, writes, done, failures };
}

Deno.test("what is said in one turn leaves in one write, and what is said meanwhile in the next", async () => {
  const { outbox, writes, done } = outboxOf();
  outbox.encoder.putU32(1);
  outbox.schedule();
  outbox.encoder.putU32(2);
  outbox.schedule();
  await Promise.resolve();
  assert.deepEqual(writes, [8]);
  for (let count = 0; count < 3; count++) outbox.encoder.putU32(count);
  outbox.flush();
  assert.deepEqual(writes, [8]);
  done[0]!();
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(writes, [8, 12]);
});

Deno.test("too much that waits is a failure, told once, and nobody waits any more", async () => {
  const { outbox, failures } = outboxOf(16);
  outbox.encoder.putRaw(new Uint8Array(12));
  outbox.flush();
  const drained = outbox.drained(1);
  for (let count = 0; count < 3; count++) {
    outbox.encoder.putRaw(new Uint8Array(8));
    outbox.flush();
  }
  await drained;
  assert.deepEqual(failures, ["20 bytes wait for a client that does not read"]);
});

Deno.test("one message may be larger than what may pile up", () => {
  const { outbox, writes, failures } = outboxOf(16);
  outbox.encoder.putRaw(new Uint8Array(64));
  outbox.flush();
  assert.deepEqual([writes, failures], [[64], []]);
});
