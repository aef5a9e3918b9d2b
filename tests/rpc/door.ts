/**
 * A client at libvirt's door, with nothing between them but memory.
 *
 * @module
 */

import { Connection } from "../../src/api/connection.ts";
import { type LogFields, silentLog } from "../../src/base/log.ts";
import type { DriverConnection } from "../../src/drivers/contract.ts";
import type { AuthenticationMethod } from "../../src/rpc/auth/authentication.ts";
import { serveClient } from "../../src/rpc/client_session.ts";
import { createDispatchTable } from "../../src/rpc/dispatch_table.ts";
import { handlers } from "../../src/rpc/handlers/mod.ts";
import type { Peer, Transport } from "../../src/rpc/transport.ts";
import { LibvirtClient, type ServerEvent } from "../../src/wire/libvirt/client/client.ts";
import { FakeClock } from "../fakes/fake_clock.ts";
import { fakeDriver } from "../fakes/fake_driver.ts";

/** How to come to the door. */
export interface DoorOptions {
  readonly driver?: DriverConnection;
  readonly authentication?: AuthenticationMethod;
  readonly readOnly?: boolean;
  readonly peer?: Peer;
  readonly onEvent?: (event: ServerEvent) => void;
  readonly clock?: FakeClock;
  readonly onAuthenticated?: () => void;
}

/** A door in memory, seen from the client's side. */
export interface RawDoor extends AsyncDisposable {
  /** Sends bytes; resolves when the door has read them. */
  send(bytes: Uint8Array): Promise<void>;
  /** Ends the client's side. */
  hangUp(): void;
  readonly streams: { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<Uint8Array> };
  /** Resolves when everything of the client has ended. */
  readonly ended: Promise<void>;
  /** What was opened: the URIs, in order. */
  readonly opened: (string | undefined)[];
  /** What the door logged. */
  readonly logged: string[];
}

const ROOT: Peer = { identity: { "unix-user-id": 0 }, process: { pid: 1, uid: 0, gid: 0 }, secure: true };
const table = createDispatchTable(handlers);

/** Comes to the door, and says nothing yet. */
export function comeToDoor(options: DoorOptions = {}): RawDoor {
  const { driver = fakeDriver().connection, peer = ROOT, readOnly = false, clock = new FakeClock(0) } = options;
  const toDoor = new TransformStream<Uint8Array, Uint8Array>();
  const fromDoor = new TransformStream<Uint8Array, Uint8Array>(undefined, { highWaterMark: 1 }, { highWaterMark: 0 });
  const writer = toDoor.writable.getWriter();
  const opened: (string | undefined)[] = [];
  const logged: string[] = [];
  const note = (text: string, fields?: LogFields): void => void logged.push(`${text} ${JSON.stringify(fields ?? {})}`);
  const end = new AbortController();
  const ended = serveClient({
    transport: memoryTransport(toDoor.readable, fromDoor.writable),
    peer,
    table,
    open(uri, { readOnly: reads, identity }) {
      opened.push(uri);
      return Promise.resolve(new Connection(driver, { readOnly: reads, identity }));
    },
    authentication: options.authentication ?? { kind: "none" },
    readOnly,
    clock,
    log: { ...silentLog, debug: note, warn: note, error: note },
    ...(options.onAuthenticated && { onAuthenticated: options.onAuthenticated }),
  }, end.signal);
  const writable = new WritableStream<Uint8Array>({
    // The door reads from the memory that it is handed, which the client may use again.
    write: (bytes) => writer.write(bytes.slice()),
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
  return {
    send: (bytes) => writer.write(bytes.slice()),
    hangUp: () => void writer.close().catch(() => {}),
    streams: { readable: fromDoor.readable, writable },
    ended,
    opened,
    logged,
    async [Symbol.asyncDispose]() {
      end.abort();
      await ended;
      await writer.abort().catch(() => {});
    },
  };
}

/** A client that has come in and opened a hypervisor. */
export interface OpenedDoor extends AsyncDisposable {
  readonly client: LibvirtClient;
  readonly door: RawDoor;
}

/** Comes in and opens `test:///default`. */
export async function openDoor(options: DoorOptions & { readonly flags?: number } = {}): Promise<OpenedDoor> {
  const door = comeToDoor(options);
  const client = new LibvirtClient(door.streams, options.onEvent ? { onEvent: options.onEvent } : {});
  await client.call("AUTH_LIST", {});
  await client.call("CONNECT_OPEN", { name: "test:///default", flags: options.flags ?? 0 });
  return {
    client,
    door,
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]();
      await door[Symbol.asyncDispose]();
    },
  };
}

function memoryTransport(readable: ReadableStream<Uint8Array>, writable: WritableStream<Uint8Array>): Transport {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  writer.closed.catch(() => {});
  return {
    async read() {
      const { value } = await reader.read().catch(() => ({ value: undefined }));
      return value;
    },
    write: (bytes) => writer.write(bytes.slice()),
    close() {
      void reader.cancel().catch(() => {});
      void writer.abort().catch(() => {});
    },
  };
}
