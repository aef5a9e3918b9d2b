/**
 * Who is calling: what comes before everything else.
 *
 * @module
 */

import type { SaslAnswer } from "../auth/authentication.ts";
import type { Handlers } from "../handler.ts";
import { toNumber } from "./replies.ts";

/** Who is calling. */
export const authHandlers = {
  AUTH_LIST: ({ client }) => ({ types: client.authentication.types() }),

  async AUTH_POLKIT({ client }) {
    await client.authentication.polkit();
    return { complete: 1 };
  },

  AUTH_SASL_INIT: ({ client }) => ({ mechlist: client.authentication.mechanisms() }),

  AUTH_SASL_START: async ({ client }, { mech, nil, data }) =>
    saslReply(await client.authentication.start(mech, nil === 0 ? data : undefined)),

  AUTH_SASL_STEP: async ({ client }, { nil, data }) =>
    saslReply(await client.authentication.step(nil === 0 ? data : undefined)),
} satisfies Handlers;

function saslReply({ complete, data }: SaslAnswer): { complete: number; nil: number; data: Uint8Array } {
  return { complete: toNumber(complete), nil: toNumber(data === undefined), data: data ?? new Uint8Array() };
}
