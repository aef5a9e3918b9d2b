/**
 * An application on a machine in memory.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Agent, startAgent } from "../../src/agent/agent.ts";
import type { Log } from "../../src/base/log.ts";
import type { Driver } from "../../src/drivers/contract.ts";
import { driver as testDriver } from "../../src/drivers/test/mod.ts";
import { type App, createApp } from "../../src/http/create_app.ts";
import type { Problem } from "../../src/http/problem.ts";
import { FakeHost } from "../fakes/fake_host.ts";

/** The token of doors that have one. */
export const TOKEN = "correct-horse-battery-staple";

/** What a test holds. */
export interface Door extends AsyncDisposable {
  readonly app: App;
  readonly agent: Agent;
  readonly host: FakeHost;
  /** Lines of the log: `error: Cannot …`. */
  readonly log: readonly string[];
}

/** Opens a door to these drivers; the one in memory where none is given. */
export function openDoor(options: { readonly drivers?: readonly Driver[]; readonly token?: string } = {}): Door {
  const { drivers = [testDriver], token } = options;
  const host = new FakeHost();
  const lines: string[] = [];
  const log = collectingLog(lines);
  const agent = startAgent({ host, drivers, log });
  const app = createApp({ agent, version: "0.0.0-test", log, ...(token === undefined ? {} : { token }) });
  return { app, agent, host, log: lines, [Symbol.asyncDispose]: () => agent.stop() };
}

/** The body of an answer that has this status, as JSON. */
export async function jsonOf<T = Record<string, unknown>>(response: Response, status = 200): Promise<T> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  return JSON.parse(text);
}

/** The problem that an answer of this status carries. */
export async function problemIn(response: Response, status: number): Promise<Problem> {
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const problem = await jsonOf<Problem>(response, status);
  assert.equal(problem.status, status);
  return problem;
}

function collectingLog(lines: string[]): Log {
  const write = (level: string) => (message: string): void => void lines.push(`${level}: ${message}`);
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
