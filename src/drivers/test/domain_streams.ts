/**
 * Consoles and channels that send back what they are sent, and pictures of screens.
 *
 * @module
 */

import type { DomainStreamsPart, DriverStream, StreamChunk } from "../contract.ts";
import { channelsOf, type CharacterView, consolesOf } from "./device_views.ts";
import type { DomainRecord } from "./domain_record.ts";
import { type Guests, requireRunning } from "./domain_state.ts";
import { createEchoStream } from "./echo_stream.ts";
import { failure } from "./errors.ts";
import { buildPng } from "./png.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_STREAMS_CALLS: Partial<CallNames<DomainStreamsPart>> = {
  openConsole: "virDomainOpenConsole",
  openChannel: "virDomainOpenChannel",
  screenshot: "virDomainScreenshot",
};

/** The size of every screen. */
const SCREEN = { width: 320, height: 240 } as const;

/** The part. */
export function createDomainStreams({ list }: Guests): DomainStreamsPart {
  return {
    // `safe` asks for what always is so here: nobody joins a console that somebody has.
    openConsole: (ref, device, { force = false }) =>
      Promise.try(() => {
        const record = list.require(ref);
        requireRunning(record);
        const consoles = consolesOf(record.definition);
        const found = device === undefined ? consoles[0] : consoles.find(({ alias }) => alias === device);
        if (found === undefined) throw noDevice("character device", device ?? "<null>");
        const busy = "Active console session exists for this domain";
        return open(record, found, { force, busy, greeting: `Connected to ${record.name}\r\n` });
      }),
    openChannel: (ref, name, { force = false }) =>
      Promise.try(() => {
        const record = list.require(ref);
        requireRunning(record);
        const channels = channelsOf(record.definition);
        const found = name === undefined
          ? channels[0]
          : channels.find((channel) => channel.name === name || channel.alias === name);
        if (found === undefined) throw noDevice("channel", name ?? "<null>");
        return open(record, found, { force, busy: "Active channel stream exists for this domain", greeting: "" });
      }),
    async screenshot(ref) {
      list.require(ref);
      const png = await buildPng({ ...SCREEN, pixel: (x, y) => (x ^ y) & 0xff });
      return { mime: "image/png", stream: streamOf(png) };
    },
  };
}

function open(
  record: DomainRecord,
  { alias }: CharacterView,
  options: { readonly force: boolean; readonly busy: string; readonly greeting: string },
): DriverStream {
  const other = record.openDevices.get(alias);
  if (other !== undefined && !options.force) {
    throw failure("VIR_ERR_OPERATION_FAILED", options.busy, { domain: "VIR_FROM_QEMU", hint: "Open it with force" });
  }
  other?.();
  const { stream, close } = createEchoStream(options.greeting, () => {
    if (record.openDevices.get(alias) === close) record.openDevices.delete(alias);
  });
  record.openDevices.set(alias, close);
  return stream;
}

function streamOf(bytes: Uint8Array): DriverStream {
  const readable = new ReadableStream<StreamChunk>({
    start(controller): void {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return {
    readable,
    finish: () => Promise.resolve(),
    abort: (reason) => readable.locked ? Promise.resolve() : readable.cancel(reason),
  };
}

function noDevice(kind: string, name: string): Error {
  return failure("VIR_ERR_INTERNAL_ERROR", `cannot find ${kind} ${name}`, {
    domain: "VIR_FROM_QEMU",
    hint: "Look at the devices of the domain",
  });
}
