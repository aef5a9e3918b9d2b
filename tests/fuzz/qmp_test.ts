/**
 * Whatever a monitor prints, in whatever pieces: messages, or one clean error.
 *
 * @module
 */

import assert from "node:assert/strict";
import { QmpBrokenError } from "../../src/wire/qmp/broken.ts";
import { QmpFramer } from "../../src/wire/qmp/framer.ts";
import { parseMessage } from "../../src/wire/qmp/parse_message.ts";

/** A small generator with a seed, so that a failure can be had again. */
function* numbers(seed: number): Generator<number, never, undefined> {
  let state = seed;
  while (true) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

const SAMPLE =
  '{"QMP": {"version": {}, "capabilities": []}}\r\n{"return": {"a": "é"}, "id": 1}\n{\n  "event": "X"\n}\n';

function read(bytes: Uint8Array, cuts: () => number): number {
  const framer = new QmpFramer({ maxMessageBytes: 1000 });
  let messages = 0;
  for (let at = 0; at < bytes.length;) {
    const next = at + 1 + cuts() % 9;
    for (const text of framer.push(bytes.subarray(at, next))) {
      parseMessage(text);
      messages++;
    }
    at = next;
  }
  return messages;
}

Deno.test("damaged monitor output gives messages or one clean error, wherever it is cut", () => {
  const random = numbers(20261122);
  const draw = (): number => random.next().value >>> 8;
  const clean = new TextEncoder().encode(SAMPLE);
  let refused = 0;
  for (let round = 0; round < 5000; round++) {
    const bytes = clean.slice(draw() % 5 === 0 ? draw() % clean.length : 0);
    for (let damage = draw() % 4; damage > 0; damage--) bytes[draw() % bytes.length] = draw() % 256;
    try {
      assert.ok(read(bytes, draw) <= 3);
    } catch (error) {
      assert.ok(error instanceof QmpBrokenError, `round ${round}: ${error}`);
      refused++;
    }
  }
  assert.ok(refused > 100 && refused < 5000);
});

Deno.test("undamaged monitor output is read whole, wherever it is cut", () => {
  const random = numbers(1);
  for (let round = 0; round < 500; round++) {
    assert.equal(read(new TextEncoder().encode(SAMPLE), () => random.next().value >>> 8), 3);
  }
});
