/**
 * What every driver promises, as one suite. A driver's own file calls it; what a driver cannot promise is skipped with
 * its reason, which is printed.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Connection } from "../../src/api/connection.ts";
import { openWith } from "../../src/api/open.ts";
import type { Driver, DriverSettings, EmulatorState } from "../../src/drivers/contract.ts";
import type { Host } from "../../src/host/host.ts";
import { contract, type Promised } from "./promises.ts";

/** A driver with a machine to run it on. */
export interface ContractOptions {
  readonly driver: Driver;
  /** A machine on which its hypervisor is at home. Made anew for every test. */
  readonly host: () => Host | Promise<Host>;
  /** The URI of that hypervisor. @default {what the driver says of the machine} */
  readonly uri?: string;
  readonly settings?: () => DriverSettings | Promise<DriverSettings>;
  /** Makes a test; a live suite skips it where the machine has no such hypervisor. @default {Deno.test} */
  readonly register?: (name: string, body: () => Promise<void>) => void;
  /** What is not run, and why. */
  readonly skip?: readonly { readonly reason: string; readonly tests: readonly string[] }[];
}

/** What a promise is checked on. */
export interface ContractContext {
  readonly driver: Driver;
  readonly host: Host;
  readonly uri: string;
  /** Opens the hypervisor; it is closed at the end of the test. */
  open(options?: { readonly readOnly?: boolean }): Promise<Connection>;
}

/** Makes one test of every promise. */
export function runContract(options: ContractOptions): void {
  const { driver, skip = [], register = (name, body) => Deno.test(name, body) } = options;
  const unknown = skip.flatMap(({ tests }) => tests).filter((name) =>
    !contract.some((promise) => promise.name === name)
  );
  if (unknown.length > 0) throw new Error(`No test of the contract is called ${unknown.join(", ")}`);
  for (const promise of contract) {
    const reason = skip.find(({ tests }) => tests.includes(promise.name))?.reason;
    const name = `${driver.id}: ${promise.name}`;
    if (reason === undefined) register(name, () => checkPromise(promise, options));
    else console.log(`SKIP ${name}: ${reason}`);
  }
}

async function checkPromise(promise: Promised, options: ContractOptions): Promise<void> {
  const { driver, host: makeHost, uri, settings } = options;
  const host = await makeHost();
  const given = uri ?? driver.localUri?.(host.env);
  assert.ok(given, `the driver ${driver.id} has no URI of its own: name one`);
  await using open = new AsyncDisposableStack();
  await promise.check({
    driver,
    host,
    uri: given,
    async open(more = {}) {
      const extra = settings === undefined ? {} : { settings: await settings() };
      return open.use(await openWith(given, { drivers: [driver], host, ...extra, ...more }));
    },
  });
}

/** All that a probe yields, by path. */
export async function probeAll(
  connection: Connection,
  options: Parameters<Connection["probe"]>[0] = {},
): Promise<ReadonlyMap<string, EmulatorState>> {
  const states = new Map<string, EmulatorState>();
  for await (const state of connection.probe(options)) {
    assert.ok(!states.has(state.path), `${state.path} was yielded twice`);
    states.set(state.path, state);
  }
  return states;
}
