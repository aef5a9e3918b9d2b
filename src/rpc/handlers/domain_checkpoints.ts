/**
 * Checkpoints of guests, and the backups that start from them.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import {
  BACKUP_BEGIN_FLAGS,
  CHECKPOINT_CHILDREN_FLAGS,
  CHECKPOINT_CREATE_FLAGS,
  CHECKPOINT_DELETE_FLAGS,
  CHECKPOINT_LIST_FLAGS,
  CHECKPOINT_XML_FLAGS,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { momentFromWire, momentToWire } from "../../wire/libvirt/references.ts";
import { wanted } from "./replies.ts";

/** Checkpoints and backups. */
export const domainCheckpointsHandlers = {
  async DOMAIN_CHECKPOINT_CREATE_XML(call, { dom, xml_desc, flags }) {
    const made = call.flags(CHECKPOINT_CREATE_FLAGS, flags);
    return { checkpoint: momentToWire(await call.invoke("checkpoints", "create", [dom, xml_desc, made])) };
  },
  DOMAIN_CHECKPOINT_GET_XML_DESC: async (call, { checkpoint, flags }) => ({
    xml: await call.invoke("checkpoints", "getXml", [
      momentFromWire(checkpoint),
      call.flags(CHECKPOINT_XML_FLAGS, flags),
    ]),
  }),

  async DOMAIN_LIST_ALL_CHECKPOINTS(call, { dom, need_results, flags }) {
    const filter = call.flags(CHECKPOINT_LIST_FLAGS, flags);
    const checkpoints = await call.invoke("checkpoints", "list", [dom, filter]);
    return { checkpoints: wanted(need_results, checkpoints).map(momentToWire), ret: checkpoints.length };
  },
  async DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN(call, { checkpoint, need_results, flags }) {
    const filter = call.flags(CHECKPOINT_CHILDREN_FLAGS, flags);
    const checkpoints = await call.invoke("checkpoints", "listChildren", [momentFromWire(checkpoint), filter]);
    return { checkpoints: wanted(need_results, checkpoints).map(momentToWire), ret: checkpoints.length };
  },

  async DOMAIN_CHECKPOINT_LOOKUP_BY_NAME(call, { dom, name, flags }) {
    call.noFlags(flags);
    return { checkpoint: momentToWire(await call.invoke("checkpoints", "lookupByName", [dom, name])) };
  },
  async DOMAIN_CHECKPOINT_GET_PARENT(call, { checkpoint, flags }) {
    call.noFlags(flags);
    return { parent: momentToWire(await call.invoke("checkpoints", "getParent", [momentFromWire(checkpoint)])) };
  },
  DOMAIN_CHECKPOINT_DELETE: (call, { checkpoint, flags }) =>
    call.invoke("checkpoints", "delete", [momentFromWire(checkpoint), call.flags(CHECKPOINT_DELETE_FLAGS, flags)]),

  DOMAIN_BACKUP_BEGIN: (call, { dom, backup_xml, checkpoint_xml, flags }) =>
    call.invoke("checkpoints", "beginBackup", [dom, {
      xml: backup_xml,
      ...defined({ checkpoint: checkpoint_xml }),
      flags: call.flags(BACKUP_BEGIN_FLAGS, flags),
    }]),
  async DOMAIN_BACKUP_GET_XML_DESC(call, { dom, flags }) {
    call.noFlags(flags);
    return { xml: await call.invoke("checkpoints", "getBackupXml", [dom]) };
  },
} satisfies Handlers;
