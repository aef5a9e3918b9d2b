/**
 * What every driver promises, as one suite. A driver's own file calls it; what a driver cannot promise is skipped with
 * its reason, which is printed.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Connection } from "../../src/api/connection.ts";
import { openWith } from "../../src/api/open.ts";
import type { Driver, DriverSettings } from "../../src/drivers/contract.ts";
import type { Host } from "../../src/host/host.ts";
import { VirtError } from "../../src/model/error.ts";
import type { ContractContext, Promised } from "./promised.ts";
import { contract } from "./promises.ts";

/** A driver with a machine to run it on. */
export interface ContractOptions {
  readonly driver: Driver;
  /** A machine on which its hypervisor is at home. Made anew for every test. */
  readonly host: () => Host | Promise<Host>;
  /** The URI of that hypervisor. @default {what the driver says of the machine} */
  readonly uri?: string;
  readonly settings?: () => DriverSettings | Promise<DriverSettings>;
  /** `<domain>` of a small guest. @default {the first kind of guest that the hypervisor offers} */
  readonly guestXml?: (name: string) => string;
  /** Makes a test; a live suite skips it where the machine has no such hypervisor. @default {Deno.test} */
  readonly register?: (name: string, body: () => Promise<void>) => void;
  /** What is not run, and why. */
  readonly skip?: readonly { readonly reason: string; readonly tests: readonly string[] }[];
  /** Whether the driver has every part but these, so that a promise about any other may not be skipped. */
  readonly completeBut?: readonly string[];
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

/** Checks a promise where the driver has what it is about; a call that is not supported is a reason to skip, too. */
async function checkPromise(promise: Promised, options: ContractOptions): Promise<void> {
  const { driver, host: makeHost, uri, completeBut } = options;
  const host = await makeHost();
  const given = uri ?? driver.localUri?.(host.env);
  assert.ok(given, `the driver ${driver.id} has no URI of its own: name one`);
  await using opened = new AsyncDisposableStack();
  const context = contextOf(options, { host, uri: given, opened });
  const { needs } = promise;
  const reason = await missing(promise, context);
  if (reason === undefined) return;
  assert.ok(
    completeBut === undefined || (needs !== undefined && completeBut.includes(needs)),
    `${driver.id} is complete, but ${reason}`,
  );
  console.log(`SKIP ${driver.id}: ${promise.name}: ${reason}`);
}

/** Why a promise was not checked; undefined where it was. */
async function missing({ needs, check }: Promised, context: ContractContext): Promise<string | undefined> {
  if (needs !== undefined && !(await context.open()).supports(needs)) return `the driver has no ${needs}`;
  try {
    await check(context);
    return undefined;
  } catch (error) {
    if (needs !== undefined && error instanceof VirtError && error.code === "VIR_ERR_NO_SUPPORT") return error.message;
    throw error;
  }
}

function contextOf(
  { driver, settings, guestXml }: ContractOptions,
  { host, uri, opened }: { readonly host: Host; readonly uri: string; readonly opened: AsyncDisposableStack },
): ContractContext {
  const open: ContractContext["open"] = async (more = {}) => {
    const extra = settings === undefined ? {} : { settings: await settings() };
    return opened.use(await openWith(uri, { drivers: [driver], host, ...extra, ...more }));
  };
  return {
    driver,
    host,
    uri,
    open,
    guestXml: async (name) => guestXml?.(name) ?? await firstGuest(await open(), name),
  };
}

/** A guest of the first kind that the hypervisor says it can run. */
async function firstGuest(connection: Connection, name: string): Promise<string> {
  const [guest] = (await connection.getCapabilities()).guests;
  const type = guest?.arch.domains[0]?.type;
  assert.ok(guest !== undefined && type !== undefined, "the hypervisor offers no guests");
  return `<domain type='${type}'><name>${name}</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>` +
    `<os><type arch='${guest.arch.name}'>${guest.osType}</type></os></domain>`;
}
