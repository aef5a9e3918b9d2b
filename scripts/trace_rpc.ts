/**
 * Stands between a libvirt client and a server, and prints every message: a developer's tool.
 *
 *     deno run -A scripts/trace_rpc.ts LISTEN_SOCKET SERVER_SOCKET [--full] [--record FILE]
 *     virsh -c 'test+unix:///default?socket=LISTEN_SOCKET' list --all
 *
 * A line has the connection, who speaks, the procedure, the serial, the status, and the content as JSON; what nobody
 * knows is in hexadecimal. Every message is also written again from what was read: a byte that differs is reported, for
 * it is a mistake in our table. `--full` cuts no text; `--record` writes the messages as fixtures. Ctrl-C ends it with
 * a sum. File descriptors do not get through: the runtime drops them.
 *
 * @module
 */

import { toHex } from "../src/base/hex.ts";
import {
  type Message,
  MessageFramer,
  payloadCodec,
  procedureName,
  programName,
  readPayload,
  writeMessage,
} from "../src/wire/libvirt/mod.ts";
import { XdrEncoder } from "../src/wire/xdr/mod.ts";

const EXCERPT = 120;

/** What one message looked like. */
export interface TracedMessage {
  /** One line about it. */
  readonly line: string;
  /** All its bytes, but not those that carry descriptors. */
  readonly bytes: Uint8Array;
  /** What is wrong with our reading of it. */
  readonly difference: string | undefined;
}

/** One direction of one connection. */
export class MessageTracer {
  readonly #framer = new MessageFramer();
  readonly #encoder = new XdrEncoder();
  readonly #full: boolean;
  /** What arrived and has not been in a message yet. */
  #arrived = new Uint8Array();

  constructor(options: { readonly full?: boolean } = {}) {
    this.#full = options.full ?? false;
  }

  /** The messages that end in this chunk. */
  *push(chunk: Uint8Array): Generator<TracedMessage, void, undefined> {
    const arrived = new Uint8Array(this.#arrived.length + chunk.length);
    arrived.set(this.#arrived);
    arrived.set(chunk, this.#arrived.length);
    this.#arrived = arrived;
    for (const message of this.#framer.push(chunk)) {
      const length = new DataView(this.#arrived.buffer).getUint32(0);
      const bytes = this.#arrived.slice(0, length);
      this.#arrived = this.#arrived.slice(length + (message.descriptors ?? 0));
      yield this.#describe(message, bytes);
    }
  }

  #describe(message: Message, bytes: Uint8Array): TracedMessage {
    const head = `${nameOf(message)} ${message.type} #${message.serial} ${message.status}`;
    try {
      const codec = payloadCodec(message);
      const value = codec === undefined ? message.payload : readPayload(codec, message.payload);
      this.#encoder.reset();
      writeMessage(this.#encoder, message, (to) => {
        if (codec === undefined) to.putRaw(message.payload);
        else codec.encode(to, value);
      });
      const again = toHex(this.#encoder.bytes());
      const difference = again === toHex(bytes) ? undefined : `written again it is ${again}, it was ${toHex(bytes)}`;
      return { line: `${head} ${this.#content(value)}`.trimEnd(), bytes, difference };
    } catch (error) {
      const reason = error instanceof Error && "step" in error ? `${error.message}: ${error.step}` : String(error);
      return { line: `${head} ${toHex(message.payload)}`, bytes, difference: reason };
    }
  }

  #content(value: unknown): string {
    if (value instanceof Uint8Array) return value.length === 0 ? "" : this.#excerpt(toHex(value));
    return JSON.stringify(value, (_, part) => this.#plain(part));
  }

  #plain(part: unknown): unknown {
    if (typeof part === "bigint") return String(part);
    if (part instanceof Uint8Array) return this.#excerpt(toHex(part));
    return typeof part === "string" ? this.#excerpt(part) : part;
  }

  #excerpt(text: string): string {
    return this.#full || text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}… ${text.length} characters`;
  }
}

function nameOf(message: Message): string {
  const name = procedureName(message);
  if (name !== undefined) return name;
  return `${programName(message.program) ?? `program 0x${message.program.toString(16)}`} ${message.procedure}`;
}

/** What the whole run has seen. */
interface Totals {
  messages: number;
  differences: number;
}

if (import.meta.main) {
  const paths = Deno.args.filter((word, index) => !word.startsWith("--") && Deno.args[index - 1] !== "--record");
  const [listenPath, serverPath] = paths;
  if (listenPath === undefined || serverPath === undefined) {
    console.error("usage: trace_rpc.ts LISTEN_SOCKET SERVER_SOCKET [--full] [--record FILE]");
    Deno.exit(2);
  }
  const record = Deno.args.includes("--record") ? Deno.args[Deno.args.indexOf("--record") + 1] : undefined;
  const listener = Deno.listen({ transport: "unix", path: listenPath });
  const totals: Totals = { messages: 0, differences: 0 };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {
      console.log(`${totals.messages} messages, ${totals.differences} differences`);
      listener.close();
      Deno.exit(totals.differences === 0 ? 0 : 1);
    });
  }
  let connections = 0;
  for await (const client of listener) {
    const number = ++connections;
    const server = await Deno.connect({ transport: "unix", path: serverPath });
    const full = Deno.args.includes("--full");
    void Promise.all([
      relay({ from: client, to: server, sign: `${number} C`, full, record, totals }),
      relay({ from: server, to: client, sign: `${number} S`, full, record, totals }),
    ]);
  }
}

/** One way through: who speaks, who listens, and where what was said is noted. */
interface Way {
  readonly from: Deno.Conn;
  readonly to: Deno.Conn;
  readonly sign: string;
  readonly full: boolean;
  readonly record: string | undefined;
  readonly totals: Totals;
}

async function relay({ from, to, sign, full, record, totals }: Way): Promise<void> {
  const tracer = new MessageTracer({ full });
  try {
    for await (const chunk of from.readable) {
      // Before it is said on, so that an answer is never printed before its question.
      for (const { line, bytes, difference } of tracer.push(chunk)) {
        totals.messages++;
        console.log(`${sign} ${line}`);
        if (record !== undefined) {
          Deno.writeTextFileSync(record, `${sign.at(-1)} ${toHex(bytes)}\n`, { append: true });
        }
        if (difference === undefined) continue;
        totals.differences++;
        console.log(`${sign} DIFFERENCE ${difference}`);
      }
      for (let at = 0; at < chunk.length;) at += await to.write(chunk.subarray(at));
    }
  } catch (error) {
    // The other side closed first, mostly; what is broken was printed as far as it was read.
    const closed = error instanceof Deno.errors.Interrupted || error instanceof Deno.errors.BadResource;
    if (!closed) console.log(`${sign} ended: ${error}`);
  }
  try {
    to.close();
  } catch {
    // The other way was quicker.
  }
}
