/**
 * Flows of bytes of the server's guests and volumes.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { CHANNEL_FLAGS, CONSOLE_FLAGS } from "../../model/mod.ts";
import type { ClientStream } from "../../wire/libvirt/client/client_stream.ts";
import type { DomainStreamsPart, DriverStream } from "../contract.ts";
import type { Link } from "./link.ts";

/** Consoles, channels, screenshots. */
export function createDomainStreams(link: Link): DomainStreamsPart {
  return {
    async openConsole(dom, dev_name, flags, options) {
      const args = { dom, dev_name, flags: flagsToNumber(CONSOLE_FLAGS, flags) };
      return bothWays((await link.stream("DOMAIN_OPEN_CONSOLE", args, options)).stream);
    },
    async openChannel(dom, name, flags, options) {
      const args = { dom, name, flags: flagsToNumber(CHANNEL_FLAGS, flags) };
      return bothWays((await link.stream("DOMAIN_OPEN_CHANNEL", args, options)).stream);
    },
    async screenshot(dom, screen, options) {
      const { reply, stream } = await link.stream("DOMAIN_SCREENSHOT", { dom, screen, flags: 0 }, options);
      return { mime: reply.mime ?? "application/octet-stream", stream: fromServer(stream) };
    },
  };
}

/** A stream that only the server fills. */
export function fromServer(stream: ClientStream): DriverStream {
  return { readable: stream.readable, ...endsOf(stream) };
}

/** A stream that only the caller fills. */
export function toServer(stream: ClientStream): DriverStream {
  return { writable: stream.writable, ...endsOf(stream) };
}

function bothWays(stream: ClientStream): DriverStream {
  return { readable: stream.readable, writable: stream.writable, ...endsOf(stream) };
}

function endsOf(stream: ClientStream): Pick<DriverStream, "finish" | "abort"> {
  return { finish: () => stream.finish(), abort: () => stream.abort() };
}
