/**
 * The flows of bytes of a guest: each begins with the reply to the call that opened it.
 *
 * @module
 */

import { CHANNEL_FLAGS, CONSOLE_FLAGS } from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";

/** Consoles, channels, screenshots. */
export const domainStreamsHandlers = {
  async DOMAIN_OPEN_CONSOLE(call, { dom, dev_name, flags }) {
    const taken = call.flags(CONSOLE_FLAGS, flags);
    call.client.streams.begin(call, await call.invoke("domainStreams", "openConsole", [dom, dev_name, taken]));
  },

  async DOMAIN_OPEN_CHANNEL(call, { dom, name, flags }) {
    const taken = call.flags(CHANNEL_FLAGS, flags);
    call.client.streams.begin(call, await call.invoke("domainStreams", "openChannel", [dom, name, taken]));
  },

  async DOMAIN_SCREENSHOT(call, { dom, screen, flags }) {
    call.noFlags(flags);
    const { mime, stream } = await call.invoke("domainStreams", "screenshot", [dom, screen]);
    call.client.streams.begin(call, stream);
    return { mime };
  },
} satisfies Handlers;
