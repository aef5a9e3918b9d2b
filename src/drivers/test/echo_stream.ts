/**
 * A flow of bytes to a program in a guest that sends everything back: what a console or a channel is here.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { DriverStream, StreamChunk } from "../contract.ts";

/** The flow, and the end of it from the guest's side. */
export interface EchoStream {
  readonly stream: DriverStream;
  /** Ends the flow from this side, as when the guest stops. */
  close(): void;
}

/** The most that is kept for a slow reader, in bytes; then writers wait. */
const HIGH_WATER_MARK = 64 * 1024;

/** Opens a flow that begins with a greeting; `onEnd` is called once, whoever ends it. */
export function createEchoStream(greeting: string, onEnd: () => void): EchoStream {
  let controller: TransformStreamDefaultController<StreamChunk> | undefined;
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  const pipe = new TransformStream<StreamChunk, StreamChunk>(
    {
      start(given): void {
        controller = given;
        if (greeting !== "") given.enqueue(new TextEncoder().encode(greeting));
      },
      transform: (chunk, given) => given.enqueue(chunk),
      flush: end,
    },
    undefined,
    { highWaterMark: HIGH_WATER_MARK, size: (chunk) => chunk instanceof Uint8Array ? chunk.length : 1 },
  );
  const close = (): void => {
    controller?.terminate();
    end();
  };
  return {
    stream: {
      readable: pipe.readable,
      writable: pipe.writable,
      finish: () => Promise.resolve(close()),
      abort: (reason) =>
        Promise.try(() => {
          const error = reason ?? new VirtError("VIR_ERR_OPERATION_ABORTED", "the stream was aborted");
          controller?.error(error);
          end();
        }),
    },
    close,
  };
}
