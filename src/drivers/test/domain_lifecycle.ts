/**
 * Guests that are defined, started, stopped and forgotten, with the checks and events of libvirt's test hypervisor.
 *
 * @module
 */

import {
  DOMAIN_CREATE_FLAGS,
  DOMAIN_DESTROY_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_UNDEFINE_FLAGS,
} from "../../model/domain_flags.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import type { DomainsPart } from "../contract.ts";
import { parseDefinition } from "./definition.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { forgetTransient, type Guests, requireRunning, startDomain, stopDomain, tell } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { waitForJob } from "./job.ts";
import { refuseFlags } from "./refuse_flags.ts";

type Lifecycle = Required<
  Pick<
    DomainsPart,
    | "define"
    | "undefine"
    | "createXml"
    | "create"
    | "shutdown"
    | "reboot"
    | "reset"
    | "destroy"
    | "suspend"
    | "resume"
    | "rename"
  >
>;

/** The calls of a guest's life. */
export function createLifecycle(guests: Guests): Lifecycle {
  const { hypervisor, list } = guests;
  const settled = async (ref: DomainRef, signal?: AbortSignal): Promise<DomainRecord> => {
    const record = list.require(ref);
    await waitForJob(hypervisor, record, signal);
    return record;
  };
  return {
    async define(xml, flags, { signal }): Promise<DomainRef> {
      const definition = parseDefinition(hypervisor, xml, flags);
      const before = list.find({ uuid: definition.uuid ?? "" });
      if (before !== undefined) await waitForJob(hypervisor, before, signal);
      const { record, old } = list.add(definition);
      record.persistent = true;
      tell(guests, record, { change: "defined", detail: old === undefined ? "added" : "updated" });
      return domainRef(record);
    },
    async undefine(ref, flags, { signal }): Promise<void> {
      refuseFlags(flags, {
        table: DOMAIN_UNDEFINE_FLAGS,
        allowed: ["managedSave", "snapshotsMetadata"],
        function: "testDomainUndefineFlags",
      });
      const record = await settled(ref, signal);
      if (record.managedSave !== undefined && !flags.managedSave) {
        throw failure("VIR_ERR_OPERATION_INVALID", "Refusing to undefine while domain managed save image exists");
      }
      const { size } = record.snapshots;
      if (record.id === -1 && size > 0 && !flags.snapshotsMetadata) {
        throw failure("VIR_ERR_OPERATION_INVALID", `cannot delete inactive domain with ${size} snapshots`);
      }
      tell(guests, record, { change: "undefined", detail: "removed" });
      record.managedSave = undefined;
      record.persistent = false;
      if (record.id === -1) list.remove(record);
    },
    async createXml(xml, flags): Promise<DomainRef> {
      refuseFlags(flags, {
        table: DOMAIN_CREATE_FLAGS,
        allowed: ["validate"],
        function: "testDomainCreateXML",
      });
      await Promise.resolve();
      const { record } = list.add(parseDefinition(hypervisor, xml, flags), { live: true });
      start(guests, record);
      return domainRef(record);
    },
    async create(ref, flags, { signal }): Promise<DomainRef> {
      refuseFlags(flags, {
        table: DOMAIN_CREATE_FLAGS,
        allowed: [],
        function: "testDomainCreateWithFlags",
      });
      const record = await settled(ref, signal);
      if (record.state.state !== "shutoff") {
        throw failure("VIR_ERR_INTERNAL_ERROR", `Domain '${ref.name}' is already running`);
      }
      start(guests, record);
      return domainRef(record);
    },
    async shutdown(ref, flags, { signal }): Promise<void> {
      refuseFlags(flags, {
        table: DOMAIN_SHUTDOWN_FLAGS,
        allowed: [],
        function: "testDomainShutdownFlags",
      });
      const record = await settled(ref, signal);
      if (record.state.state === "shutoff") throw failure("VIR_ERR_INTERNAL_ERROR", `domain '${ref.name}' not running`);
      act(guests, record, record.definition.onPoweroff);
    },
    async reboot(ref, _flags, { signal }): Promise<void> {
      const record = await settled(ref, signal);
      requireRunning(record);
      act(guests, record, record.definition.onReboot);
    },
    async reset(ref, { signal }): Promise<void> {
      requireRunning(await settled(ref, signal));
    },
    async destroy(ref, flags): Promise<void> {
      refuseFlags(flags, {
        table: DOMAIN_DESTROY_FLAGS,
        allowed: ["graceful"],
        function: "testDomainDestroyFlags",
      });
      // A guest is ended whatever it is doing: its job ends with it.
      await Promise.resolve();
      const record = list.require(ref);
      requireRunning(record);
      stopDomain(guests, record, "destroyed");
      tell(guests, record, { change: "stopped", detail: "destroyed" });
      forgetTransient(guests, record);
    },
    async suspend(ref, { signal }): Promise<void> {
      const record = await settled(ref, signal);
      const { state } = record.state;
      if (state === "shutoff" || state === "paused") {
        throw failure("VIR_ERR_INTERNAL_ERROR", `domain '${ref.name}' not running`);
      }
      record.state = { state: "paused", reason: "user" };
      tell(guests, record, { change: "suspended", detail: "paused" });
    },
    async resume(ref, { signal }): Promise<void> {
      const record = await settled(ref, signal);
      if (record.state.state !== "paused") throw failure("VIR_ERR_INTERNAL_ERROR", `domain '${ref.name}' not paused`);
      record.state = { state: "running", reason: "unpaused" };
      tell(guests, record, { change: "resumed", detail: "unpaused" });
    },
    async rename(ref, name, { signal }): Promise<void> {
      const record = await settled(ref, signal);
      if (record.id !== -1) throw failure("VIR_ERR_OPERATION_INVALID", "cannot rename active domain");
      if (!record.persistent) throw failure("VIR_ERR_OPERATION_INVALID", "cannot rename a transient domain");
      list.rename(
        record,
        name,
        (moment) =>
          tell(
            guests,
            record,
            moment === "before" ? { change: "undefined", detail: "renamed" } : { change: "defined", detail: "renamed" },
          ),
      );
    },
  };
}

function start(guests: Guests, record: DomainRecord): void {
  startDomain(guests, record, "booted");
  tell(guests, record, { change: "started", detail: "booted" });
}

/** What a guest does that powered off or rebooted: it starts again in its place, or stops. */
function act(guests: Guests, record: DomainRecord, action: string): void {
  if (action === "restart" || action === "rename-restart") {
    record.state = { state: "running", reason: "booted" };
    return;
  }
  stopDomain(guests, record, "shutdown");
  tell(guests, record, { change: "stopped", detail: "shutdown" });
  forgetTransient(guests, record);
}
