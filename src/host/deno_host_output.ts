/**
 * Keeping a bounded part of what a program writes, while reading all of it so that the program never blocks.
 *
 * @module
 */

/** Keeps the first bytes of a stream. */
export class OutputHead {
  /** Ends when the stream does, or when reading was cancelled; never fails. */
  readonly done: Promise<void>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #chunks: Uint8Array[] = [];
  #room: number;

  constructor(stream: ReadableStream<Uint8Array>, limit: number) {
    this.#reader = stream.getReader();
    this.#room = limit;
    this.done = drain(this.#reader, (chunk) => this.#keep(chunk));
  }

  /** Stops reading. */
  cancel(): void {
    this.#reader.cancel().catch(() => {});
  }

  /** What was kept, as text. */
  text(): string {
    return decodeAll(this.#chunks);
  }

  #keep(chunk: Uint8Array): void {
    if (this.#room === 0) return;
    const kept = chunk.subarray(0, this.#room);
    this.#room -= kept.length;
    this.#chunks.push(kept);
  }
}

/** Keeps the last bytes of a stream. */
export class OutputTail {
  /** Ends when the stream does, or when reading was cancelled; never fails. */
  readonly done: Promise<void>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #limit: number;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(stream: ReadableStream<Uint8Array>, limit: number) {
    this.#reader = stream.getReader();
    this.#limit = limit;
    this.done = drain(this.#reader, (chunk) => this.#keep(chunk));
  }

  /** Stops reading. */
  cancel(): void {
    this.#reader.cancel().catch(() => {});
  }

  /** What was kept so far, as text. */
  text(): string {
    return decodeAll(this.#chunks);
  }

  #keep(chunk: Uint8Array): void {
    this.#chunks.push(chunk.length > this.#limit ? chunk.slice(chunk.length - this.#limit) : chunk);
    this.#size += this.#chunks.at(-1)?.length ?? 0;
    let drop = 0;
    while (this.#size > this.#limit) {
      const first = this.#chunks[drop];
      if (first === undefined) break;
      const excess = this.#size - this.#limit;
      if (first.length > excess) {
        this.#chunks[drop] = first.subarray(excess);
        this.#size -= excess;
        break;
      }
      this.#size -= first.length;
      drop++;
    }
    if (drop > 0) this.#chunks = this.#chunks.slice(drop);
  }
}

async function drain(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  keep: (chunk: Uint8Array) => void,
): Promise<void> {
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      keep(value);
    }
  } catch {
    // A pipe that breaks has no more to say; the program's status tells the rest.
  }
}

function decodeAll(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}
