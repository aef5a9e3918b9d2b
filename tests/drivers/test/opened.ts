/**
 * A hypervisor in memory, opened for a test: its parts, and the events it told.
 *
 * @module
 */

import assert from "node:assert/strict";
import { parseUri } from "../../../src/api/parse_uri.ts";
import type { DriverConnection, DriverEvent } from "../../../src/drivers/contract.ts";
import { createTestDriver, type HypervisorOptions } from "../../../src/drivers/test/mod.ts";
import { VirtError } from "../../../src/model/error.ts";
import type { DomainRef } from "../../../src/model/object_refs.ts";
import { FakeHost } from "../../fakes/fake_host.ts";

/** All parts that this hypervisor has. */
export type Parts = { readonly [Name in keyof DriverConnection]-?: Deep<NonNullable<DriverConnection[Name]>> };

/** All methods, also those of the part inside of a part. */
type Deep<T> = T extends (...values: never[]) => unknown ? T : { readonly [Name in keyof T]-?: Whole<T[Name]> };
type Whole<T> = NonNullable<T> extends (...values: never[]) => unknown ? NonNullable<T> : Required<NonNullable<T>>;

/** An open hypervisor. */
export interface Opened {
  readonly parts: Parts;
  readonly host: FakeHost;
  /** The guest named "test". */
  readonly test: DomainRef;
  /** What was told since this was called last: `test started booted`. */
  told(): string[];
}

/** Opens `test:///default`, or the file that the machine has. */
export async function opened(
  options: HypervisorOptions & { readonly uri?: string; readonly host?: FakeHost } = {},
): Promise<Opened> {
  const { uri = "test:///default", host = new FakeHost({ files: { "/tmp/.keep": "" } }), ...rest } = options;
  const parts = await createTestDriver(rest).open(parseUri(uri), { host }) as unknown as Parts;
  let events: DriverEvent[] = [];
  parts.events.subscribe((event) => events.push(event));
  const [test] = await parts.domains.list({}, {});
  return {
    parts,
    host,
    test: test ?? assert.fail("there is no guest"),
    told(): string[] {
      const words = events.map(wordsOf);
      events = [];
      return words;
    },
  };
}

function wordsOf(event: DriverEvent): string {
  if (event.kind !== "domain") return otherWordsOf(event);
  const { name } = event.domain;
  return event.event === "lifecycle" ? `${name} ${event.change} ${event.detail}` : `${name} ${event.event}`;
}

function otherWordsOf(event: Exclude<DriverEvent, { kind: "domain" }>): string {
  if (event.kind === "missed") return event.kind;
  const what = "change" in event ? event.change : event.event;
  switch (event.kind) {
    case "network":
      return `network ${event.network.name} ${what}`;
    case "storagePool":
      return `pool ${event.pool.name} ${what}`;
    case "nodeDevice":
      return `device ${event.device.name} ${what}`;
    case "secret":
      return `secret ${event.secret.usageId} ${what}`;
  }
}

/** A small guest. */
export function guestXml(name: string, inside = ""): string {
  return `<domain type='test'><name>${name}</name><memory>65536</memory><vcpu>2</vcpu>` +
    `<os><type arch='i686'>hvm</type></os>${inside}</domain>`;
}

/** Expects libvirt's error, as `CODE: message`. */
export async function refused(promise: Promise<unknown>, expected: string): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof VirtError, String(error));
    assert.equal(`${error.code}: ${error.message}`, expected);
    return true;
  });
}
