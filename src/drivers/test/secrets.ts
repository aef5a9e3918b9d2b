/**
 * Secrets, as libvirt's own daemon for them keeps them: its test hypervisor has none.
 *
 * @module
 */

import { type Secret, secret } from "../../conf/secret/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import type { SecretRef } from "../../model/object_refs.ts";
import type { SecretUsageType } from "../../model/secret.ts";
import type { SecretsPart } from "../contract.ts";
import { failure } from "./errors.ts";
import { passesGroups } from "./filter_groups.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { parsing } from "./parsing.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const SECRETS_CALLS: Partial<CallNames<SecretsPart>> = {
  list: "virConnectListAllSecrets",
  lookupByUuid: "virSecretLookupByUUID",
  lookupByUsage: "virSecretLookupByUsage",
  getXml: "virSecretGetXMLDesc",
  define: "virSecretDefineXML",
  undefine: "virSecretUndefine",
  getValue: "virSecretGetValue",
  setValue: "virSecretSetValue",
};

interface SecretRecord {
  readonly ref: SecretRef;
  readonly definition: Secret;
  value: Uint8Array | undefined;
}

/** The part. */
export function createSecrets(hypervisor: Hypervisor): SecretsPart {
  const secrets = new Map<string, SecretRecord>();
  const define = (xml: string, { validate = false } = {}): SecretRecord => {
    const unknown = validate ? "error" : "ignore";
    const given = parsing("the secret", () => parseShape(secret, xml, { unknown }));
    const definition = { ...given, uuid: given.uuid ?? hypervisor.ids.uuid() };
    const ref = { uuid: definition.uuid, ...usageOf(definition) };
    const old = secrets.get(ref.uuid);
    if (old !== undefined) checkChange(old, { ref, definition });
    else refuseTwin(secrets, ref);
    const record = { ref, definition, value: old?.value };
    secrets.set(ref.uuid, record);
    return record;
  };
  for (const xml of hypervisor.node.secrets) define(xml);
  const find = (uuid: string): SecretRecord => {
    const record = secrets.get(uuid);
    if (record !== undefined) return record;
    throw ofSecrets("VIR_ERR_NO_SECRET", `no secret with matching uuid '${uuid}'`);
  };
  return {
    list: (filter) =>
      Promise.try(() => {
        const found = [...secrets.values()].filter(({ definition }) =>
          passesGroups(
            [[filter.ephemeral, definition.ephemeral], [filter.noEphemeral, !definition.ephemeral]],
            [[filter.private, definition.private], [filter.noPrivate, !definition.private]],
          )
        );
        return found.map(({ ref }) => ref);
      }),
    lookupByUuid: (uuid) => Promise.try(() => find(uuid).ref),
    lookupByUsage: (type, id) =>
      Promise.try(() => {
        const found = byUsage(secrets, { usageType: type, usageId: id });
        if (found !== undefined) return found.ref;
        throw ofSecrets("VIR_ERR_NO_SECRET", `no secret with matching usage '${id}'`);
      }),
    getXml: (ref) => Promise.try(() => formatShape(secret, find(ref.uuid).definition)),
    define: (xml, { validate = false }) =>
      Promise.try(() => {
        const { ref } = define(xml, { validate });
        hypervisor.emit({ kind: "secret", event: "lifecycle", secret: ref, change: "defined" });
        return ref;
      }),
    undefine: (ref) =>
      Promise.try(() => {
        const record = find(ref.uuid);
        record.value?.fill(0);
        secrets.delete(ref.uuid);
        hypervisor.emit({ kind: "secret", event: "lifecycle", secret: record.ref, change: "undefined" });
      }),
    getValue: (ref) =>
      Promise.try(() => {
        const { definition, value } = find(ref.uuid);
        if (definition.private) throw ofSecrets("VIR_ERR_INVALID_SECRET", "secret is private");
        if (value === undefined) throw ofSecrets("VIR_ERR_NO_SECRET", `secret '${ref.uuid}' does not have a value`);
        return value.slice();
      }),
    setValue: (ref, value) =>
      Promise.try(() => {
        const record = find(ref.uuid);
        record.value?.fill(0);
        record.value = value.slice();
        hypervisor.emit({ kind: "secret", event: "valueChanged", secret: record.ref });
      }),
  };
}

/** What a secret is for, in the two words that name it. */
function usageOf({ usage }: Secret): { readonly usageType: SecretUsageType; readonly usageId: string } {
  if (usage === undefined) return { usageType: "none", usageId: "" };
  switch (usage.type) {
    case "volume":
      return { usageType: usage.type, usageId: usage.volume };
    case "iscsi":
      return { usageType: usage.type, usageId: usage.target };
    default:
      return { usageType: usage.type, usageId: usage.name };
  }
}

function byUsage(
  secrets: ReadonlyMap<string, SecretRecord>,
  { usageType, usageId }: Omit<SecretRef, "uuid">,
): SecretRecord | undefined {
  if (usageType === "none") return undefined;
  return [...secrets.values()].find(({ ref }) => ref.usageType === usageType && ref.usageId === usageId);
}

/** What a secret is for stays, and what nobody may see is not shown later. */
function checkChange(old: SecretRecord, { ref, definition }: Omit<SecretRecord, "value">): void {
  if (old.ref.usageId !== ref.usageId) {
    const use = old.ref.usageId === "" ? "(null)" : old.ref.usageId;
    throw ofSecrets("VIR_ERR_INTERNAL_ERROR", `a secret with UUID ${ref.uuid} is already defined for use with ${use}`);
  }
  if (!old.definition.private || definition.private) return;
  throw ofSecrets("VIR_ERR_INTERNAL_ERROR", "cannot change private flag on existing secret");
}

function refuseTwin(secrets: ReadonlyMap<string, SecretRecord>, ref: SecretRef): void {
  const twin = byUsage(secrets, ref);
  if (twin === undefined) return;
  const detail = `a secret with UUID ${twin.ref.uuid} already defined for use with ${ref.usageId}`;
  throw ofSecrets("VIR_ERR_INTERNAL_ERROR", detail);
}

function ofSecrets(code: Parameters<typeof failure>[0], detail: string): Error {
  return failure(code, detail, { domain: "VIR_FROM_SECRET" });
}
