import assert from "node:assert/strict";
import { QmpBrokenError } from "./broken.ts";
import { QmpClient, type QmpClientOptions } from "./client.ts";
import { QmpError } from "./session.ts";

const GREETING =
  '{"QMP": {"version": {"qemu": {"major": 7, "minor": 2, "micro": 0}, "package": ""}, "capabilities": []}}';

/** The other side of a conversation, in a test's hands. */
class Monitor {
  readonly client: QmpClient;
  readonly written: string[] = [];
  #output!: ReadableStreamDefaultController<Uint8Array>;

  constructor(options: QmpClientOptions = {}) {
    const stdout = new ReadableStream<Uint8Array>({ start: (controller) => void (this.#output = controller) });
    const stdin = new WritableStream<Uint8Array>({
      write: (chunk) => void this.written.push(new TextDecoder().decode(chunk)),
    });
    this.client = new QmpClient({ stdin, stdout }, options);
  }

  say(...lines: readonly string[]): void {
    this.#output.enqueue(new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join("")));
  }

  greet(): void {
    this.say(GREETING, '{"return": {}, "id": 0}');
  }

  close(): void {
    this.#output.close();
  }
}

async function breakOf(promise: Promise<unknown>): Promise<QmpBrokenError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof QmpBrokenError, String(error));
    return error;
  }
  throw new Error("Nothing broke");
}

Deno.test("commands of one turn leave in one write, without spaces, and answers find them by id", async () => {
  const monitor = new Monitor();
  const one = monitor.client.execute("query-version");
  const two = monitor.client.execute("qom-list-types", { implements: "device" });
  monitor.say(GREETING, '{"return": {}, "id": 0}', '{"return": 2, "id": 2}', '{"return": 1, "id": 1}');
  assert.deepEqual(await Promise.all([one, two]), [1, 2]);
  assert.deepEqual(monitor.written, [
    '{"execute":"qmp_capabilities","id":0}\n{"execute":"query-version","id":1}\n' +
    '{"execute":"qom-list-types","arguments":{"implements":"device"},"id":2}\n',
  ]);
  assert.equal((await monitor.client.greeting).major, 7);
  await monitor.client[Symbol.asyncDispose]();
});

Deno.test("a refusal is an error of its command, and the session goes on", async () => {
  const monitor = new Monitor();
  monitor.greet();
  const refused = monitor.client.execute("query-nothing");
  monitor.say('{"error": {"class": "CommandNotFound", "desc": "not found"}, "id": 1}');
  await assert.rejects(refused, (error) => {
    assert.ok(error instanceof QmpError);
    return error.errorClass === "CommandNotFound" && error.command === "query-nothing";
  });
  const next = monitor.client.execute("query-name");
  monitor.say('{"return": "n", "id": 2}');
  assert.equal(await next, "n");
  await monitor.client[Symbol.asyncDispose]();
});

Deno.test("events are told, and are no answers", async () => {
  const events: string[] = [];
  const monitor = new Monitor({ onEvent: ({ event }) => void events.push(event) });
  monitor.say(GREETING, '{"event": "STOP"}', '{"return": {}, "id": 0}', '{"event": "RESUME"}');
  await monitor.client.greeting;
  assert.deepEqual(events, ["STOP", "RESUME"]);
  await monitor.client[Symbol.asyncDispose]();
});

Deno.test("when QEMU goes away all that is open fails, and it is known what was open", async () => {
  const monitor = new Monitor();
  monitor.greet();
  await monitor.client.greeting;
  const open = monitor.client.execute("device-list-properties", { typename: "VGA" });
  monitor.close();
  assert.equal((await breakOf(open)).kind, "closed");
  assert.deepEqual(monitor.client.unanswered, [{ command: "device-list-properties", args: { typename: "VGA" } }]);
  assert.equal((await breakOf(monitor.client.execute("query-name"))).kind, "closed");
  await monitor.client[Symbol.asyncDispose]();
});

Deno.test("where it went away is told", async () => {
  const before = new Monitor();
  before.close();
  assert.match((await breakOf(before.client.greeting)).message, /before its greeting/);
  const middle = new Monitor();
  middle.say(GREETING, "{", "  1,");
  middle.close();
  assert.match((await breakOf(middle.client.greeting)).message, /in the middle of a message/);
  await Promise.all([before, middle].map(({ client }) => client[Symbol.asyncDispose]()));
});

Deno.test("garbage, an answer to nothing, and an answer before the greeting break the session", async () => {
  const kinds: string[] = [];
  for (const line of ["hello", '{"return": 1, "id": 77}', '{"error": {"desc": "JSON parse error"}}']) {
    const monitor = new Monitor();
    monitor.say(line);
    kinds.push((await breakOf(monitor.client.greeting)).kind);
    await monitor.client[Symbol.asyncDispose]();
  }
  assert.deepEqual(kinds, ["garbage", "protocol", "protocol"]);
  const eager = new Monitor();
  eager.say('{"return": {}, "id": 0}');
  assert.equal((await breakOf(eager.client.greeting)).kind, "protocol");
  await eager.client[Symbol.asyncDispose]();
});

Deno.test("a signal ends the conversation with its reason", async () => {
  const stop = new AbortController();
  const monitor = new Monitor({ signal: stop.signal });
  const open = monitor.client.execute("query-name");
  stop.abort(new Error("No answer within 10 s"));
  const error = await breakOf(open);
  assert.equal(error.kind, "aborted");
  assert.match(error.message, /No answer within 10 s/);
  await monitor.client[Symbol.asyncDispose]();
  const late = new Monitor({ signal: stop.signal });
  assert.equal((await breakOf(late.client.greeting)).kind, "aborted");
  await late.client[Symbol.asyncDispose]();
});
