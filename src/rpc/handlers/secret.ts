/**
 * Secrets: what guests' disks are unlocked with.
 *
 * @module
 */

import {
  LIST_SECRETS_FLAGS,
  type ListSecretsFlags,
  SECRET_DEFINE_FLAGS,
  SECRET_USAGE_TYPES,
  type SecretRef,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { secretFromWire, secretToWire } from "../../wire/libvirt/references.ts";
import { atMost, wanted } from "./replies.ts";

/** Secrets. */
export const secretHandlers = {
  async CONNECT_LIST_ALL_SECRETS(call, { need_results, flags }) {
    const secrets = await list(call, call.flags(LIST_SECRETS_FLAGS, flags));
    return { secrets: wanted(need_results, secrets).map(secretToWire), ret: secrets.length };
  },
  CONNECT_NUM_OF_SECRETS: async (call) => ({ num: (await list(call, {})).length }),
  CONNECT_LIST_SECRETS: async (call, { maxuuids }) => ({
    uuids: atMost(maxuuids, await list(call, {})).map(({ uuid }) => uuid),
  }),

  SECRET_LOOKUP_BY_UUID: async (call, { uuid }) => ({
    secret: secretToWire(await call.invoke("secrets", "lookupByUuid", [uuid])),
  }),
  async SECRET_LOOKUP_BY_USAGE(call, { usageType, usageID }) {
    const type = call.word(SECRET_USAGE_TYPES, usageType, "secret usage type");
    return { secret: secretToWire(await call.invoke("secrets", "lookupByUsage", [type, usageID])) };
  },
  async SECRET_GET_XML_DESC(call, { secret, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("secrets", "getXml", [secretFromWire(secret)]) };
  },
  async SECRET_DEFINE_XML(call, { xml, flags }) {
    const defined = await call.invoke("secrets", "define", [xml, call.flags(SECRET_DEFINE_FLAGS, flags)]);
    return { secret: secretToWire(defined) };
  },
  SECRET_UNDEFINE: (call, { secret }) => call.invoke("secrets", "undefine", [secretFromWire(secret)]),
  async SECRET_GET_VALUE(call, { secret, flags }) {
    call.noFlags(flags);
    return { value: await call.invoke("secrets", "getValue", [secretFromWire(secret)]) };
  },
  async SECRET_SET_VALUE(call, { secret, value, flags }) {
    call.noFlags(flags);
    await call.invoke("secrets", "setValue", [secretFromWire(secret), value]);
  },
} satisfies Handlers;

function list(call: Call, filter: ListSecretsFlags): Promise<readonly SecretRef[]> {
  return call.invoke("secrets", "list", [filter]);
}
