/**
 * What the agent inside a guest that behaves well would answer.
 *
 * @module
 */

import { GET_HOSTNAME_FLAGS } from "../../model/domain_guest.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import type { DomainGuestPart, GuestInterface } from "../contract.ts";
import { answerCommand } from "./agent_command.ts";
import { interfacesOf } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";
import { type Guests, requireRunning } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { filesystemsOf, guestInfo } from "./guest_info.ts";
import { MOUNT_POINTS } from "./guest_system.ts";
import { formatCpuSet, parseCpuSet } from "../../conf/shape/mod.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { onlineVcpus } from "./vcpus_of.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_GUEST_CALLS: Partial<CallNames<DomainGuestPart>> = {
  getInfo: "virDomainGetGuestInfo",
  getHostname: "virDomainGetHostname",
  getInterfaceAddresses: "virDomainInterfaceAddresses",
  getFilesystems: "virDomainGetFSInfo",
  getTime: "virDomainGetTime",
  setTime: "virDomainSetTime",
  freezeFilesystems: "virDomainFSFreeze",
  thawFilesystems: "virDomainFSThaw",
  trimFilesystems: "virDomainFSTrim",
  setUserPassword: "virDomainSetUserPassword",
  getAuthorizedKeys: "virDomainAuthorizedSSHKeysGet",
  setAuthorizedKeys: "virDomainAuthorizedSSHKeysSet",
  getVcpus: "virDomainGetGuestVcpus",
  setVcpus: "virDomainSetGuestVcpus",
  setResponseTimeout: "virDomainAgentSetResponseTimeout",
  sendCommand: "virDomainQemuAgentCommand",
};

/** The addresses that the cards of a guest on a virtual network get. */
export type AddressesOf = (network: string, offset: number) => GuestInterface["addresses"];

/** The part; `addressesOf` knows the virtual networks. */
export function createDomainGuest({ hypervisor: { clock }, list }: Guests, addressesOf: AddressesOf): DomainGuestPart {
  const running = (ref: DomainRef): DomainRecord => {
    const record = list.require(ref);
    requireRunning(record);
    return record;
  };
  return {
    getInfo: (ref, types) =>
      Promise.try(() => {
        const record = running(ref);
        return guestInfo(record, types, guestInterfaces(record, addressesOf));
      }),
    getHostname: (ref, source) =>
      Promise.try(() => {
        refuseFlags(source, { table: GET_HOSTNAME_FLAGS, allowed: [], function: "testDomainGetHostname" });
        return `${running(ref).name}host`;
      }),
    getInterfaceAddresses: (ref) => Promise.try(() => guestInterfaces(running(ref), addressesOf)),
    getFilesystems: (ref) => Promise.try(() => filesystemsOf(running(ref))),
    getTime: (ref) =>
      Promise.try(() => {
        const { state, guest } = list.require(ref);
        if (state.state !== "running") throw failure("VIR_ERR_OPERATION_INVALID", "domain is not running");
        return { seconds: guest.seconds, nanoseconds: guest.nanoseconds };
      }),
    setTime: (ref, { seconds, nanoseconds }) =>
      Promise.try(() => void Object.assign(running(ref).guest, { seconds, nanoseconds })),
    freezeFilesystems: (ref, mountPoints) =>
      Promise.try(() => {
        const { guest: { frozen } } = running(ref);
        const before = frozen.size;
        for (const point of chosen(mountPoints)) frozen.add(point);
        return frozen.size - before;
      }),
    thawFilesystems: (ref, mountPoints) =>
      Promise.try(() => {
        const { guest: { frozen } } = running(ref);
        const before = frozen.size;
        for (const point of chosen(mountPoints)) frozen.delete(point);
        return before - frozen.size;
      }),
    trimFilesystems: (ref, { mountPoint }) =>
      Promise.try(() => {
        running(ref);
        if (mountPoint !== undefined) chosen([mountPoint]);
      }),
    setUserPassword: (ref) => Promise.try(() => void running(ref)),
    getAuthorizedKeys: (ref, user) => Promise.try(() => running(ref).guest.authorizedKeys.get(user) ?? []),
    setAuthorizedKeys: (ref, { user, keys, mode }) =>
      Promise.try(() => {
        const { authorizedKeys } = running(ref).guest;
        const before = mode === "set" ? [] : authorizedKeys.get(user) ?? [];
        const others = before.filter((key) => !keys.includes(key));
        authorizedKeys.set(user, mode === "remove" ? others : [...others, ...keys]);
      }),
    getVcpus: (ref) =>
      Promise.try(() => {
        const { definition, guest: { offlineVcpus } } = running(ref);
        const all = onlineVcpus(definition);
        return {
          vcpus: formatCpuSet(new Set(all)),
          online: formatCpuSet(new Set(all.filter((id) => !offlineVcpus.has(id)))),
          offlinable: formatCpuSet(new Set(all.filter((id) => id !== 0))),
        };
      }),
    setVcpus: (ref, vcpus, online) =>
      Promise.try(() => {
        const { definition, guest: { offlineVcpus } } = running(ref);
        const wanted = parseCpuSet(vcpus) ?? new Set<number>();
        const all = onlineVcpus(definition);
        if (wanted.size === 0 || [...wanted].some((id) => !all.includes(id))) {
          throw failure("VIR_ERR_INVALID_ARG", "guest is missing vCPUs", { domain: "VIR_FROM_QEMU" });
        }
        if (!online && wanted.has(0)) {
          throw failure("VIR_ERR_INVALID_ARG", "vCPU '0' can't be offlined", { domain: "VIR_FROM_QEMU" });
        }
        for (const id of wanted) online ? offlineVcpus.delete(id) : offlineVcpus.add(id);
      }),
    setResponseTimeout: (ref, seconds) =>
      Promise.try(() => {
        if (seconds < -2) {
          const detail = `guest agent timeout '${seconds}' is less than the minimum '-2'`;
          throw failure("VIR_ERR_INVALID_ARG", detail, { domain: "VIR_FROM_QEMU" });
        }
        list.require(ref).guest.responseTimeout = seconds;
        return 0;
      }),
    sendCommand: (ref, { text }) => Promise.try(() => answerCommand(running(ref), text, clock)),
  };
}

/** The cards of a guest, each with the addresses that no other guest's has. */
function guestInterfaces({ definition, id }: DomainRecord, addressesOf: AddressesOf): GuestInterface[] {
  return interfacesOf(definition).map((card, at) => ({
    name: card.target?.dev ?? "",
    ...(card.mac?.address === undefined ? {} : { mac: card.mac.address }),
    addresses: card.type === "network" && card.source?.network !== undefined
      ? addressesOf(card.source.network, 20 * (id - 1) + at + 1)
      : [{ type: "ipv4", address: `192.168.0.${at + 1}`, prefix: 24 }],
  }));
}

/** The mount points that are named, or all. */
function chosen(named: readonly string[]): readonly string[] {
  const unknown = named.find((point) => !MOUNT_POINTS.some((each) => each === point));
  if (unknown !== undefined) {
    throw failure("VIR_ERR_OPERATION_INVALID", `mount point not found: ${unknown}`, {
      hint: `The guest has ${MOUNT_POINTS.join(" and ")}`,
    });
  }
  return named.length === 0 ? MOUNT_POINTS : named;
}
