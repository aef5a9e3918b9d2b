/**
 * Snapshots of guests.
 *
 * @module
 */

import {
  type DomainRef,
  type DomainSnapshotRef,
  SNAPSHOT_CHILDREN_FLAGS,
  SNAPSHOT_CREATE_FLAGS,
  SNAPSHOT_DELETE_FLAGS,
  SNAPSHOT_LIST_FLAGS,
  SNAPSHOT_REVERT_FLAGS,
  SNAPSHOT_XML_FLAGS,
} from "../../model/mod.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { momentFromWire, momentToWire, type WireMoment } from "../../wire/libvirt/references.ts";
import { namesOf, toNumber, wanted } from "./replies.ts";

/** Snapshots. */
export const domainSnapshotsHandlers = {
  async DOMAIN_SNAPSHOT_CREATE_XML(call, { dom, xml_desc, flags }) {
    const made = call.flags(SNAPSHOT_CREATE_FLAGS, flags);
    return { snap: momentToWire(await call.invoke("snapshots", "create", [dom, xml_desc, made])) };
  },
  DOMAIN_SNAPSHOT_GET_XML_DESC: async (call, { snap, flags }) => ({
    xml: await call.invoke("snapshots", "getXml", [momentFromWire(snap), call.flags(SNAPSHOT_XML_FLAGS, flags)]),
  }),

  async DOMAIN_LIST_ALL_SNAPSHOTS(call, { dom, need_results, flags }) {
    const snapshots = await list(call, dom, flags);
    return { snapshots: wanted(need_results, snapshots).map(momentToWire), ret: snapshots.length };
  },
  DOMAIN_SNAPSHOT_NUM: async (call, { dom, flags }) => ({ num: (await list(call, dom, flags)).length }),
  DOMAIN_SNAPSHOT_LIST_NAMES: async (call, { dom, maxnames, flags }) => ({
    names: namesOf(maxnames, await list(call, dom, flags)),
  }),

  async DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN(call, { snapshot, need_results, flags }) {
    const snapshots = await listChildren(call, snapshot, flags);
    return { snapshots: wanted(need_results, snapshots).map(momentToWire), ret: snapshots.length };
  },
  DOMAIN_SNAPSHOT_NUM_CHILDREN: async (call, { snap, flags }) => ({
    num: (await listChildren(call, snap, flags)).length,
  }),
  DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES: async (call, { snap, maxnames, flags }) => ({
    names: namesOf(maxnames, await listChildren(call, snap, flags)),
  }),

  async DOMAIN_SNAPSHOT_LOOKUP_BY_NAME(call, { dom, name, flags }) {
    call.noFlags(flags);
    return { snap: momentToWire(await call.invoke("snapshots", "lookupByName", [dom, name])) };
  },
  async DOMAIN_HAS_CURRENT_SNAPSHOT(call, { dom, flags }) {
    call.noFlags(flags);
    return { result: toNumber(await call.invoke("snapshots", "hasCurrent", [dom])) };
  },
  async DOMAIN_SNAPSHOT_CURRENT(call, { dom, flags }) {
    call.noFlags(flags);
    return { snap: momentToWire(await call.invoke("snapshots", "getCurrent", [dom])) };
  },
  async DOMAIN_SNAPSHOT_GET_PARENT(call, { snap, flags }) {
    call.noFlags(flags);
    return { snap: momentToWire(await call.invoke("snapshots", "getParent", [momentFromWire(snap)])) };
  },
  async DOMAIN_SNAPSHOT_IS_CURRENT(call, { snap, flags }) {
    call.noFlags(flags);
    return { current: toNumber(await call.invoke("snapshots", "isCurrent", [momentFromWire(snap)])) };
  },
  async DOMAIN_SNAPSHOT_HAS_METADATA(call, { snap, flags }) {
    call.noFlags(flags);
    return { metadata: toNumber(await call.invoke("snapshots", "hasMetadata", [momentFromWire(snap)])) };
  },
  DOMAIN_REVERT_TO_SNAPSHOT: (call, { snap, flags }) =>
    call.invoke("snapshots", "revert", [momentFromWire(snap), call.flags(SNAPSHOT_REVERT_FLAGS, flags)]),
  DOMAIN_SNAPSHOT_DELETE: (call, { snap, flags }) =>
    call.invoke("snapshots", "delete", [momentFromWire(snap), call.flags(SNAPSHOT_DELETE_FLAGS, flags)]),
} satisfies Handlers;

function list(call: Call, dom: DomainRef, flags: number): Promise<readonly DomainSnapshotRef[]> {
  return call.invoke("snapshots", "list", [dom, call.flags(SNAPSHOT_LIST_FLAGS, flags)]);
}

function listChildren(call: Call, of: WireMoment, flags: number): Promise<readonly DomainSnapshotRef[]> {
  const { descendants, ...filter } = call.flags(SNAPSHOT_CHILDREN_FLAGS, flags);
  return call.invoke("snapshots", "listChildren", [
    momentFromWire(of),
    { ...filter, ...(descendants ? { descendants } : {}) },
  ]);
}
