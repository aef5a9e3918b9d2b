/**
 * What happens when a guest ends, sleeps, or is counted.
 *
 * @module
 */

import { attribute, child, children, mapped, oneOf, path, textOf, yesNo } from "../shape/mod.ts";
import { unsupported } from "./terms.ts";

const action = oneOf("destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart");

/** What happens when the guest powers off, reboots or crashes. */
export const events = {
  onPoweroff: child("on_poweroff", textOf(action, terms("on_poweroff")), { default: "destroy" }),
  onReboot: child("on_reboot", textOf(action, terms("on_reboot")), { default: "restart" }),
  onCrash: child("on_crash", textOf(action, terms("on_crash")), { default: "destroy" }),
  onLockFailure: child(
    "on_lockfailure",
    textOf(oneOf("poweroff", "restart", "pause", "ignore"), terms("on_lockfailure")),
  ),
};

/** `<pm>`: which ways of sleeping the firmware offers. */
export const pm = child("pm", {
  suspendToMem: path("suspend-to-mem", attribute("enabled", yesNo)),
  suspendToDisk: path("suspend-to-disk", attribute("enabled", yesNo)),
}, { empty: "omit" });

const PERF_EVENTS = [
  "cmt",
  "mbmt",
  "mbml",
  "cpu_cycles",
  "instructions",
  "cache_references",
  "cache_misses",
  "branch_instructions",
  "branch_misses",
  "bus_cycles",
  "stalled_cycles_frontend",
  "stalled_cycles_backend",
  "ref_cpu_cycles",
  "cpu_clock",
  "task_clock",
  "page_faults",
  "context_switches",
  "cpu_migrations",
  "page_faults_min",
  "page_faults_maj",
  "alignment_faults",
  "emulation_faults",
] as const;

/** `<perf>`: events that are counted, in libvirt's order. */
export const perf = path(
  "perf",
  mapped(
    children("event", {
      name: attribute("name", oneOf(...PERF_EVENTS), { required: true }),
      enabled: attribute("enabled", yesNo, { required: true }),
    }),
    {
      parse: (events) => events?.toSorted((a, b) => PERF_EVENTS.indexOf(a.name) - PERF_EVENTS.indexOf(b.name)),
      format: (events) => events,
    },
  ),
);

function terms(name: string) {
  return unsupported(`unknown ${name} action: %s`);
}
