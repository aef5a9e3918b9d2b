/**
 * Titles, descriptions and elements of other programs; and what a guest does when it powers off, reboots or crashes.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import type { DomainLifecycleAction } from "../../model/domain_flags.ts";
import type { DomainsPart, LifecycleActionChange, MetadataChange } from "../contract.ts";
import { domainRef } from "./domain_ref.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { waitForJob } from "./job.ts";
import { extractMetadata, isPrefix, replaceMetadata } from "./metadata_xml.ts";
import { parsing } from "./parsing.ts";
import { pickAll, pickOne } from "./pick_definition.ts";

/** The document's words for the actions. */
const ACTIONS = {
  destroy: "destroy",
  restart: "restart",
  restartRename: "rename-restart",
  preserve: "preserve",
  coredumpDestroy: "coredump-destroy",
  coredumpRestart: "coredump-restart",
} as const satisfies Record<DomainLifecycleAction, Domain["onCrash"]>;

/** The calls about what is noted of a guest. */
export function createMetadata(
  { hypervisor, list }: Guests,
): Required<Pick<DomainsPart, "getMetadata" | "setMetadata" | "setLifecycleAction">> {
  return {
    getMetadata: (ref, { type, uri = "", flags }) =>
      Promise.try(() => {
        const { definition } = pickOne(list.require(ref), flags);
        const found = type === "element" ? extractMetadata(definition.metadata, uri) : definition[type];
        if (found !== undefined) return found;
        throw failure("VIR_ERR_NO_DOMAIN_METADATA", "Requested metadata element is not present", {
          domain: "VIR_FROM_DOMAIN",
        });
      }),
    async setMetadata(ref, change, { signal }): Promise<void> {
      const record = list.require(ref);
      await waitForJob(hypervisor, record, signal);
      for (const { definition, change: put } of pickAll(record, change.flags)) put(withMetadata(definition, change));
      hypervisor.emit({
        kind: "domain",
        event: "metadataChange",
        domain: domainRef(record),
        type: change.type,
        namespaceUri: change.uri,
      });
    },
    async setLifecycleAction(ref, change, { signal }): Promise<void> {
      refuseAction(change);
      const record = list.require(ref);
      await waitForJob(hypervisor, record, signal);
      const action = ACTIONS[change.action];
      for (const { definition, change: put } of pickAll(record, change.flags)) {
        if (change.type === "poweroff") put({ ...definition, onPoweroff: action });
        else if (change.type === "reboot") put({ ...definition, onReboot: action });
        else put({ ...definition, onCrash: action });
      }
    },
  };
}

function withMetadata(definition: Domain, { type, value, key = "", uri = "" }: MetadataChange): Domain {
  if (type !== "element") {
    const { [type]: _old, ...rest } = definition;
    return value === undefined || value === "" ? rest as Domain : { ...definition, [type]: value };
  }
  if (value !== undefined && !isPrefix(key)) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "failed to validate prefix for a new XML namespace", {
      domain: "VIR_FROM_XML",
    });
  }
  const { metadata, ...rest } = definition;
  const element = value === undefined ? { uri, key } : { value, uri, key };
  const next = parsing("the metadata", () => replaceMetadata(metadata, element));
  return next === undefined ? rest as Domain : { ...definition, metadata: next };
}

function refuseAction({ type, action }: LifecycleActionChange): void {
  if (type === "crash" || !action.startsWith("coredump")) return;
  const detail = `Lifecycle event '${type}' doesn't support '${ACTIONS[action]}' action`;
  throw failure("VIR_ERR_CONFIG_UNSUPPORTED", detail, { domain: "VIR_FROM_DOMAIN" });
}
