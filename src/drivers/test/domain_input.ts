/**
 * What is done to a guest from outside as if by hand: keys, buttons, sleep.
 *
 * @module
 */

import { isWordOf } from "../../base/number_table.ts";
import { KEYCODE_SETS, PROCESS_SIGNALS } from "../../model/domain_keys.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import type { DomainsPart } from "../contract.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { type Guests, requireRunning, stopDomain, tell } from "./domain_state.ts";
import { forgetTransient } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { waitForJob } from "./job.ts";

/** The largest code of any set. */
const MAX_KEYCODE = 0xffff;

/** The calls. */
export function createInput(
  guests: Guests,
): Required<Pick<DomainsPart, "pmSuspend" | "pmWakeup" | "injectNmi" | "sendKey" | "sendProcessSignal">> {
  const { hypervisor, list } = guests;
  const running = (ref: DomainRef): DomainRecord => {
    const record = list.require(ref);
    requireRunning(record);
    return record;
  };
  return {
    async pmSuspend(ref, { target }, { signal }): Promise<void> {
      const record = running(ref);
      await waitForJob(hypervisor, record, signal);
      if (record.state.state !== "running") throw failure("VIR_ERR_OPERATION_INVALID", "domain is not running");
      if (target === "mem") {
        record.state = { state: "pmsuspended", reason: "unknown" };
        hypervisor.emit({ kind: "domain", event: "pmSuspend", domain: domainRef(record) });
        tell(guests, record, { change: "pmsuspended", detail: "memory" });
        return;
      }
      hypervisor.emit({ kind: "domain", event: "pmSuspendDisk", domain: domainRef(record) });
      stopDomain(guests, record, "shutdown");
      tell(guests, record, { change: "stopped", detail: "shutdown" });
      forgetTransient(guests, record);
    },
    pmWakeup: (ref) =>
      Promise.try(() => {
        const record = running(ref);
        if (record.state.state !== "pmsuspended") {
          throw failure("VIR_ERR_OPERATION_INVALID", "Unable to wake up domain: it is not suspended", {
            hint: "Only a domain that sleeps in memory can be woken",
          });
        }
        record.state = { state: "running", reason: "wakeup" };
        hypervisor.emit({ kind: "domain", event: "pmWakeup", domain: domainRef(record) });
        tell(guests, record, { change: "started", detail: "wakeup" });
      }),
    injectNmi: (ref) => Promise.try(() => void running(ref)),
    sendKey: (ref, { codeset, keycodes }) =>
      Promise.try(() => {
        running(ref);
        const wrong = keycodes.find((code) => !isWordOf(KEYCODE_SETS, codeset) || code > MAX_KEYCODE);
        if (wrong === undefined) return;
        throw failure("VIR_ERR_INTERNAL_ERROR", `invalid keycode ${wrong} of ${codeset} codeset`);
      }),
    sendProcessSignal: (ref, pid, signal) =>
      Promise.try(() => {
        if (BigInt(pid) !== 1n) {
          throw failure("VIR_ERR_INVALID_ARG", "only sending a signal to pid 1 is supported");
        }
        if (signal >= Object.keys(PROCESS_SIGNALS).length) {
          throw failure("VIR_ERR_INVALID_ARG", `signum value ${signal} is out of range`);
        }
        list.require(ref);
      }),
  };
}
