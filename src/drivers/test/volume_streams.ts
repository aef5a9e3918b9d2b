/**
 * Uploads into volumes and downloads of them, with holes where both sides want them.
 *
 * @module
 */

import type { DriverStream, StreamChunk } from "../contract.ts";
import { failure } from "./errors.ts";
import type { VolumeBytes } from "./volume_bytes.ts";

/** Zeros for a side that does not know holes, this many at a time. */
const ZEROS = 64 * 1024;

/** What flows. */
export interface FlowOptions {
  /** Bytes. */
  readonly offset: bigint;
  /** Bytes; 0 in an upload: as many as come. */
  readonly length: bigint;
}

/** Gives the bytes of a part of a volume. */
export function downloadStream(bytes: VolumeBytes, options: FlowOptions & { readonly sparse: boolean }): DriverStream {
  let at = options.offset;
  const end = options.offset + options.length;
  const readable = new ReadableStream<StreamChunk>({
    pull(controller): void {
      if (at >= end) return controller.close();
      const { length, data } = bytes.read(at, end - at);
      const taken = data === undefined && !options.sparse && length > BigInt(ZEROS) ? BigInt(ZEROS) : length;
      controller.enqueue(data ?? (options.sparse ? { hole: Number(taken) } : new Uint8Array(Number(taken))));
      at += taken;
    },
  }, { highWaterMark: 1 });
  return {
    readable,
    finish: () => Promise.resolve(),
    abort: (reason) => readable.locked ? Promise.resolve() : readable.cancel(reason),
  };
}

/** Takes bytes into a volume; `done` is told how far they came. */
export function uploadStream(
  bytes: VolumeBytes,
  options: FlowOptions & { readonly done: (end: bigint) => void },
): DriverStream {
  const { offset, length, done } = options;
  let at = offset;
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    done(at);
  };
  const room = (size: bigint): void => {
    if (length === 0n || at + size <= offset + length) return;
    throw failure("VIR_ERR_SYSTEM_ERROR", "cannot write to stream: No space left on device", {
      domain: "VIR_FROM_STREAMS",
      hint: "More came than was announced: give the length of all, or 0",
    });
  };
  const writable = new WritableStream<StreamChunk>({
    write(chunk): void {
      const size = BigInt(chunk instanceof Uint8Array ? chunk.length : chunk.hole);
      room(size);
      if (chunk instanceof Uint8Array) bytes.write(at, chunk);
      else bytes.punch(at, size);
      at += size;
    },
    close: end,
    abort: end,
  });
  return {
    writable,
    async finish(): Promise<void> {
      if (!writable.locked && !ended) await writable.close();
      end();
    },
    async abort(reason): Promise<void> {
      if (!writable.locked && !ended) await writable.abort(reason);
      end();
    },
  };
}
