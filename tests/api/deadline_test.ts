/**
 * Calls end when their callers have waited enough.
 *
 * @module
 */

import assert from "node:assert/strict";
import { Connection } from "../../src/api/connection.ts";
import type { CallOptions, DriverStream } from "../../src/drivers/contract.ts";
import { fakeDriver, fakeStream, uuidOf } from "../fakes/fake_driver.ts";
import { rejectsWith } from "./rejects.ts";

const WEB = { name: "web", uuid: uuidOf(1), id: 1 };

Deno.test("a driver that never answers does not hold its caller, and is told to stop", async () => {
  let signal: AbortSignal | undefined;
  const fake = fakeDriver();
  const getState = (_: unknown, options: CallOptions) => {
    signal = options.signal;
    return new Promise(() => {});
  };
  await using connection = new Connection({
    ...fake.connection,
    domains: { ...fake.connection.domains, getState } as never,
  });
  const web = connection.domains.from(WEB);
  const error = await rejectsWith("VIR_ERR_OPERATION_TIMEOUT", () => web.getState({ deadlineMs: 5 }));
  assert.equal(error.message, "Timed out during operation: virDomainGetState of 'web': no answer within 5 ms");
  assert.ok(signal?.aborted);
});

Deno.test("a caller that gives up is answered at once, even when it had given up before", async () => {
  const fake = fakeDriver();
  const getState = () => new Promise(() => {});
  await using connection = new Connection({
    ...fake.connection,
    domains: { ...fake.connection.domains, getState } as never,
  });
  const web = connection.domains.from(WEB);
  const caller = new AbortController();
  const asked = web.getState({ signal: caller.signal });
  caller.abort();
  await rejectsWith("VIR_ERR_OPERATION_ABORTED", () => asked);
  await rejectsWith("VIR_ERR_OPERATION_ABORTED", () => web.getState({ signal: caller.signal }));
});

Deno.test("documents have a deadline like every other call", async () => {
  const never = () => new Promise<never>(() => {});
  await using connection = new Connection(fakeDriver({ capabilities: { host: never, domain: never } }).connection);
  await rejectsWith("VIR_ERR_OPERATION_TIMEOUT", () => connection.getCapabilities({ deadlineMs: 1 }));
  await rejectsWith("VIR_ERR_OPERATION_TIMEOUT", () => connection.getDomainCapabilities({}, { deadlineMs: 1 }));
});

Deno.test("an answer in time leaves no timer behind", async () => {
  await using connection = new Connection(fakeDriver().connection);
  const info = await connection.domains.from(WEB).getInfo({ deadlineMs: 60_000 });
  assert.equal(info.state, "running");
});

Deno.test("a stream that is opened too late is ended, not leaked", async () => {
  const calls: string[] = [];
  const late = Promise.withResolvers<DriverStream>();
  const fake = fakeDriver({ domainStreams: { openConsole: () => late.promise } });
  await using connection = new Connection(fake.connection);
  const { streams } = connection.domains.from(WEB);
  await rejectsWith("VIR_ERR_OPERATION_TIMEOUT", () => streams.openConsole(undefined, {}, { deadlineMs: 1 }));
  late.resolve(fakeStream([], calls));
  await late.promise;
  await Promise.resolve();
  assert.deepEqual(calls, ["abort"]);
});
