/**
 * Guests: found, read, and the calls of their life.
 *
 * @module
 */

import { DOMAIN_XML_FLAGS } from "../../model/domain_flags.ts";
import type { DomainInfo, DomainsPart } from "../contract.ts";
import { formatDefinition } from "./definition.ts";
import { createInput } from "./domain_input.ts";
import { createLifecycle } from "./domain_lifecycle.ts";
import { passesFilter } from "./domain_list.ts";
import { messagesOf } from "./domain_messages.ts";
import { createMetadata } from "./domain_metadata.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { currentMemory, totalMemory } from "./memory_of.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { onlineVcpus } from "./vcpus_of.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAINS_CALLS: Partial<CallNames<DomainsPart>> = {
  list: "virConnectListAllDomains",
  lookupById: "virDomainLookupByID",
  lookupByName: "virDomainLookupByName",
  lookupByUuid: "virDomainLookupByUUID",
  getXml: "virDomainGetXMLDesc",
  getInfo: "virDomainGetInfo",
  getState: "virDomainGetState",
  isActive: "virDomainIsActive",
  isPersistent: "virDomainIsPersistent",
  isUpdated: "virDomainIsUpdated",
  getOsType: "virDomainGetOSType",
  define: "virDomainDefineXML",
  undefine: "virDomainUndefine",
  createXml: "virDomainCreateXML",
  create: "virDomainCreate",
  shutdown: "virDomainShutdown",
  reboot: "virDomainReboot",
  reset: "virDomainReset",
  destroy: "virDomainDestroy",
  suspend: "virDomainSuspend",
  resume: "virDomainResume",
  rename: "virDomainRename",
  getAutostart: "virDomainGetAutostart",
  setAutostart: "virDomainSetAutostart",
  getMetadata: "virDomainGetMetadata",
  setMetadata: "virDomainSetMetadata",
  setLifecycleAction: "virDomainSetLifecycleAction",
  getMessages: "virDomainGetMessages",
  pmSuspend: "virDomainPMSuspendForDuration",
  pmWakeup: "virDomainPMWakeup",
  injectNmi: "virDomainInjectNMI",
  sendKey: "virDomainSendKey",
  sendProcessSignal: "virDomainSendProcessSignal",
};

const NANOSECONDS_PER_MILLISECOND = 1_000_000;

/** The part. */
export function createDomains(guests: Guests): DomainsPart {
  const { hypervisor: { clock }, list } = guests;
  const found = (record: DomainRecord | undefined): DomainRecord => {
    // libvirt says no more than that.
    if (record === undefined) throw failure("VIR_ERR_NO_DOMAIN", undefined, { hint: "List the domains" });
    return record;
  };
  return {
    list: (filter) =>
      Promise.try(() => [...list.values().filter((record) => passesFilter(record, filter)).map(domainRef)]),
    lookupById: (id) => Promise.try(() => domainRef(found(list.byId(id)))),
    lookupByName: (name) => Promise.try(() => domainRef(found(list.byName(name)))),
    lookupByUuid: (uuid) => Promise.try(() => domainRef(found(list.find({ uuid })))),
    getXml: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, {
          table: DOMAIN_XML_FLAGS,
          allowed: ["secure", "inactive", "migratable"],
          function: "testDomainGetXMLDesc",
        });
        return formatDefinition(list.require(ref), flags);
      }),
    getInfo: (ref) => Promise.try(() => infoOf(list.require(ref), clock.now() * NANOSECONDS_PER_MILLISECOND)),
    getState: (ref) => Promise.try(() => list.require(ref).state),
    isActive: (ref) => Promise.try(() => list.require(ref).id !== -1),
    isPersistent: (ref) => Promise.try(() => list.require(ref).persistent),
    // What is in memory is all there is: no stored text can differ from it.
    isUpdated: () => Promise.resolve(false),
    getOsType: () => Promise.resolve("linux"),
    getAutostart: (ref) => Promise.try(() => list.require(ref).autostart),
    setAutostart: (ref, autostart) => Promise.try(() => void (list.require(ref).autostart = autostart)),
    getMessages: (ref, kinds) => Promise.try(() => messagesOf(list.require(ref), kinds)),
    ...createLifecycle(guests),
    ...createMetadata(guests),
    ...createInput(guests),
  };
}

function infoOf({ definition, state }: DomainRecord, cpuTime: number): DomainInfo {
  return {
    state: state.state,
    maxMemory: totalMemory(definition),
    memory: currentMemory(definition),
    vcpus: onlineVcpus(definition).length,
    cpuTime: Number.isSafeInteger(cpuTime) ? cpuTime : BigInt(cpuTime),
  };
}
