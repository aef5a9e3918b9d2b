/**
 * I/O threads, added, pinned, tuned and taken away.
 *
 * @module
 */

import { DOMAIN_AFFECT_FLAGS } from "../../model/domain_affect.ts";
import { fromRecord } from "../../model/typed_parameter.ts";
import type { DomainDevicesPart } from "../contract.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import {
  DEFAULT_POLLING,
  ioThreadIds,
  ioThreadInfos,
  withIoThread,
  withIoThreadPin,
  withoutIoThread,
} from "./io_threads.ts";
import { pickOne } from "./pick_definition.ts";
import { refuseFlags } from "./refuse_flags.ts";

/** What can be tuned of a thread here. */
const PARAMETERS = { poll_max_ns: "ullong", poll_grow: "uint", poll_shrink: "uint" } as const;

/** The calls. */
export function createIoThreads(
  { list }: Guests,
): Required<
  Pick<DomainDevicesPart, "getIoThreads" | "addIoThread" | "deleteIoThread" | "pinIoThread" | "setIoThreadParameters">
> {
  return {
    getIoThreads: (ref, flags) => Promise.try(() => ioThreadInfos(pickOne(list.require(ref), flags).definition)),
    addIoThread: (ref, id, flags) =>
      Promise.try(() => {
        requireNumber(id);
        const record = list.require(ref);
        const picked = pickOne(record, flags);
        picked.change(withIoThread(picked.definition, id));
        record.ioThreads.set(id, DEFAULT_POLLING);
      }),
    deleteIoThread: (ref, id, flags) =>
      Promise.try(() => {
        requireNumber(id);
        const record = list.require(ref);
        const picked = pickOne(record, flags);
        picked.change(withoutIoThread(picked.definition, id));
        record.ioThreads.delete(id);
      }),
    pinIoThread: (ref, pin, flags) =>
      Promise.try(() => {
        const picked = pickOne(list.require(ref), flags);
        picked.change(withIoThreadPin(picked.definition, pin));
      }),
    setIoThreadParameters: (ref, { id, parameters, flags }) =>
      Promise.try(() => {
        refuseFlags(flags, {
          table: DOMAIN_AFFECT_FLAGS,
          allowed: ["live"],
          function: "testDomainSetIOThreadParams",
        });
        requireNumber(id);
        const record = list.require(ref);
        if (!ioThreadIds(pickOne(record, flags).definition).includes(id)) {
          throw failure("VIR_ERR_INVALID_ARG", `cannot find IOThread '${id}' in iothreadids`);
        }
        const values = new Map(fromRecord(PARAMETERS, parameters).map(({ field, value }) => [field, value]));
        const old = record.ioThreads.get(id) ?? DEFAULT_POLLING;
        record.ioThreads.set(id, {
          maxNs: (values.get("poll_max_ns") ?? old.maxNs) as number | bigint,
          grow: (values.get("poll_grow") ?? old.grow) as number,
          shrink: (values.get("poll_shrink") ?? old.shrink) as number,
        });
      }),
  };
}

function requireNumber(id: number): void {
  if (id === 0) throw failure("VIR_ERR_INVALID_ARG", "invalid value of 0 for iothread_id");
}
