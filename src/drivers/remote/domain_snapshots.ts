/**
 * Snapshots, checkpoints and backups of the server's guests.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import {
  BACKUP_BEGIN_FLAGS,
  CHECKPOINT_CHILDREN_FLAGS,
  CHECKPOINT_CREATE_FLAGS,
  CHECKPOINT_DELETE_FLAGS,
  CHECKPOINT_LIST_FLAGS,
  CHECKPOINT_XML_FLAGS,
  SNAPSHOT_CHILDREN_FLAGS,
  SNAPSHOT_CREATE_FLAGS,
  SNAPSHOT_DELETE_FLAGS,
  SNAPSHOT_LIST_FLAGS,
  SNAPSHOT_REVERT_FLAGS,
  SNAPSHOT_XML_FLAGS,
} from "../../model/mod.ts";
import { momentFromWire, momentToWire } from "../../wire/libvirt/mod.ts";
import type { CheckpointsPart, SnapshotsPart } from "../contract.ts";
import type { Link } from "./link.ts";

/** Snapshots. */
export function createSnapshots(link: Link): SnapshotsPart {
  return {
    async create(dom, xml_desc, flags, options) {
      const args = { dom, xml_desc, flags: flagsToNumber(SNAPSHOT_CREATE_FLAGS, flags) };
      return momentFromWire((await link.call("DOMAIN_SNAPSHOT_CREATE_XML", args, options)).snap);
    },
    async getXml(snapshot, flags, options) {
      const args = { snap: momentToWire(snapshot), flags: flagsToNumber(SNAPSHOT_XML_FLAGS, flags) };
      return (await link.call("DOMAIN_SNAPSHOT_GET_XML_DESC", args, options)).xml;
    },
    async list(dom, filter, options) {
      const args = { dom, need_results: 1, flags: flagsToNumber(SNAPSHOT_LIST_FLAGS, filter) };
      return (await link.call("DOMAIN_LIST_ALL_SNAPSHOTS", args, options)).snapshots.map(momentFromWire);
    },
    async listChildren(snapshot, filter, options) {
      const flags = flagsToNumber(SNAPSHOT_CHILDREN_FLAGS, filter);
      const args = { snapshot: momentToWire(snapshot), need_results: 1, flags };
      return (await link.call("DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN", args, options)).snapshots.map(momentFromWire);
    },
    async lookupByName(dom, name, options) {
      return momentFromWire((await link.call("DOMAIN_SNAPSHOT_LOOKUP_BY_NAME", { dom, name, flags: 0 }, options)).snap);
    },
    async hasCurrent(dom, options) {
      return (await link.call("DOMAIN_HAS_CURRENT_SNAPSHOT", { dom, flags: 0 }, options)).result === 1;
    },
    async getCurrent(dom, options) {
      return momentFromWire((await link.call("DOMAIN_SNAPSHOT_CURRENT", { dom, flags: 0 }, options)).snap);
    },
    async getParent(snapshot, options) {
      const args = { snap: momentToWire(snapshot), flags: 0 };
      return momentFromWire((await link.call("DOMAIN_SNAPSHOT_GET_PARENT", args, options)).snap);
    },
    async isCurrent(snapshot, options) {
      const args = { snap: momentToWire(snapshot), flags: 0 };
      return (await link.call("DOMAIN_SNAPSHOT_IS_CURRENT", args, options)).current === 1;
    },
    async hasMetadata(snapshot, options) {
      const args = { snap: momentToWire(snapshot), flags: 0 };
      return (await link.call("DOMAIN_SNAPSHOT_HAS_METADATA", args, options)).metadata === 1;
    },
    async revert(snapshot, flags, options) {
      const args = { snap: momentToWire(snapshot), flags: flagsToNumber(SNAPSHOT_REVERT_FLAGS, flags) };
      await link.call("DOMAIN_REVERT_TO_SNAPSHOT", args, options);
    },
    async delete(snapshot, flags, options) {
      const args = { snap: momentToWire(snapshot), flags: flagsToNumber(SNAPSHOT_DELETE_FLAGS, flags) };
      await link.call("DOMAIN_SNAPSHOT_DELETE", args, options);
    },
  };
}

/** Checkpoints and backups. */
export function createCheckpoints(link: Link): CheckpointsPart {
  return {
    async create(dom, xml_desc, flags, options) {
      const args = { dom, xml_desc, flags: flagsToNumber(CHECKPOINT_CREATE_FLAGS, flags) };
      return momentFromWire((await link.call("DOMAIN_CHECKPOINT_CREATE_XML", args, options)).checkpoint);
    },
    async getXml(checkpoint, flags, options) {
      const args = { checkpoint: momentToWire(checkpoint), flags: flagsToNumber(CHECKPOINT_XML_FLAGS, flags) };
      return (await link.call("DOMAIN_CHECKPOINT_GET_XML_DESC", args, options)).xml;
    },
    async list(dom, filter, options) {
      const args = { dom, need_results: 1, flags: flagsToNumber(CHECKPOINT_LIST_FLAGS, filter) };
      return (await link.call("DOMAIN_LIST_ALL_CHECKPOINTS", args, options)).checkpoints.map(momentFromWire);
    },
    async listChildren(checkpoint, filter, options) {
      const flags = flagsToNumber(CHECKPOINT_CHILDREN_FLAGS, filter);
      const args = { checkpoint: momentToWire(checkpoint), need_results: 1, flags };
      return (await link.call("DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN", args, options)).checkpoints.map(momentFromWire);
    },
    async lookupByName(dom, name, options) {
      const args = { dom, name, flags: 0 };
      return momentFromWire((await link.call("DOMAIN_CHECKPOINT_LOOKUP_BY_NAME", args, options)).checkpoint);
    },
    async getParent(checkpoint, options) {
      const args = { checkpoint: momentToWire(checkpoint), flags: 0 };
      return momentFromWire((await link.call("DOMAIN_CHECKPOINT_GET_PARENT", args, options)).parent);
    },
    async delete(checkpoint, flags, options) {
      const args = { checkpoint: momentToWire(checkpoint), flags: flagsToNumber(CHECKPOINT_DELETE_FLAGS, flags) };
      await link.call("DOMAIN_CHECKPOINT_DELETE", args, options);
    },
    async beginBackup(dom, { xml, checkpoint, flags }, options) {
      const number = flagsToNumber(BACKUP_BEGIN_FLAGS, flags);
      const args = { dom, backup_xml: xml, checkpoint_xml: checkpoint, flags: number };
      await link.call("DOMAIN_BACKUP_BEGIN", args, options);
    },
    getBackupXml: async (dom, options) =>
      (await link.call("DOMAIN_BACKUP_GET_XML_DESC", { dom, flags: 0 }, options)).xml,
  };
}
