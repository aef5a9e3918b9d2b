/**
 * Who may do what, by object and verb: asked here once, for every door.
 *
 * @module
 */

import { type BitTable, flagsToNumber } from "../base/bit_flags.ts";
import type { AccessNeed } from "../model/access_need.ts";
import type { ApiName } from "../model/api_permissions.ts";
import { DOMAIN_AFFECT_FLAGS, DOMAIN_VCPU_FLAGS } from "../model/domain_affect.ts";
import { CHECKPOINT_CREATE_FLAGS, CHECKPOINT_XML_FLAGS } from "../model/domain_checkpoint.ts";
import {
  DOMAIN_REBOOT_FLAGS,
  DOMAIN_SAVE_IMAGE_XML_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_XML_FLAGS,
} from "../model/domain_flags.ts";
import { INTERFACE_ADDRESSES_SOURCES, type InterfaceAddressesSource } from "../model/domain_guest.ts";
import { SNAPSHOT_CREATE_FLAGS, SNAPSHOT_XML_FLAGS } from "../model/domain_snapshot.ts";
import { VirtError } from "../model/error.ts";
import type { Permission } from "../model/permissions.ts";
import type { AccessTarget } from "./access_target.ts";

/** Who calls, by the names libvirt gives the facts: `unix-user-name`, `sasl-user-name`, … */
export type Identity = Readonly<Record<string, string | number | bigint>>;

/** A question to the policy. */
export interface AccessRequest {
  /** Who calls; undefined where the door knows nobody. */
  readonly identity: Identity | undefined;
  /** The name libvirt gives the driver: `QEMU`. */
  readonly driver: string;
  /** What is called: `virDomainCreate`. */
  readonly call: ApiName;
  /** What it needs: `domain.start`. */
  readonly permission: Permission;
  /** Which object it is about, as far as that is known; undefined for the connection. */
  readonly target: AccessTarget | undefined;
}

/** Answers whether a call may be made; throwing denies it. */
export type AccessPolicy = (request: AccessRequest) => boolean | Promise<boolean>;

/** A call that the policy is asked about. */
export interface AccessQuestion {
  readonly policy: AccessPolicy;
  readonly identity: Identity | undefined;
  readonly driver: string;
  readonly call: ApiName;
}

/** The flags of calls for which the need of a permission depends on them; all others choose a configuration. */
const FLAG_TABLES: { readonly [Name in ApiName]?: BitTable } = {
  virDomainCheckpointCreateXML: CHECKPOINT_CREATE_FLAGS,
  virDomainCheckpointGetXMLDesc: CHECKPOINT_XML_FLAGS,
  virDomainGetVcpusFlags: DOMAIN_VCPU_FLAGS,
  virDomainGetXMLDesc: DOMAIN_XML_FLAGS,
  virDomainManagedSaveGetXMLDesc: DOMAIN_SAVE_IMAGE_XML_FLAGS,
  virDomainReboot: DOMAIN_REBOOT_FLAGS,
  virDomainSetVcpusFlags: DOMAIN_VCPU_FLAGS,
  virDomainShutdownFlags: DOMAIN_SHUTDOWN_FLAGS,
  virDomainSnapshotCreateXML: SNAPSHOT_CREATE_FLAGS,
  virDomainSnapshotGetXMLDesc: SNAPSHOT_XML_FLAGS,
};

/** Throws `VIR_ERR_ACCESS_DENIED` where the caller lacks something that the call with these arguments needs. */
export async function requireAccess(
  question: AccessQuestion,
  needs: readonly AccessNeed[],
  args: readonly unknown[],
): Promise<void> {
  // Loaded where there is a policy: to name what is to be made it reads XML.
  const { targetOf } = await import("./access_target.ts");
  for (const need of needs) {
    if (typeof need !== "string" && !applies(need, question.call, args)) continue;
    const permission = typeof need === "string" ? need : need.permission;
    if (!await isAllowed(question, permission, targetOf(permission, args))) throw denied(question);
  }
}

/** Throws `VIR_ERR_ACCESS_DENIED` where the caller may not be given what was found. */
export async function requireSight(question: AccessQuestion, sees: Permission, found: unknown): Promise<void> {
  if (!await isAllowed(question, sees, found as AccessTarget)) throw denied(question);
}

/** Those of a list that the caller may see: references, or records about one. */
export async function visible<T>(
  question: AccessQuestion,
  sees: Permission,
  list: readonly T[],
): Promise<readonly T[]> {
  const seen: T[] = [];
  for (const member of list) {
    const target = (member as { readonly domain?: AccessTarget }).domain ?? member as AccessTarget;
    if (await isAllowed(question, sees, target)) seen.push(member);
  }
  return seen;
}

/** What the policy says; one that throws says no. A policy that answers at once is not waited for. */
export function isAllowed(
  { policy, identity, driver, call }: AccessQuestion,
  permission: Permission,
  target: AccessTarget | undefined,
): boolean | Promise<boolean> {
  try {
    const answer = policy({ identity, driver, call, permission, target });
    return typeof answer === "boolean" ? answer : answer.catch(() => false);
  } catch {
    return false;
  }
}

function denied({ driver, call }: AccessQuestion): VirtError {
  return new VirtError("VIR_ERR_ACCESS_DENIED", `'${driver}' denied access`, {
    domain: "VIR_FROM_ACCESS",
    step: call,
    hint: "Ask whoever runs this host for the permission",
  });
}

function applies(need: Exclude<AccessNeed, string>, call: ApiName, args: readonly unknown[]): boolean {
  if (need.source !== undefined) {
    return INTERFACE_ADDRESSES_SOURCES[args[1] as InterfaceAddressesSource] === need.source;
  }
  const flags = flagsToNumber(FLAG_TABLES[call] ?? DOMAIN_AFFECT_FLAGS, flagsIn(args));
  if (need.set !== undefined && (flags & need.set) !== need.set) return false;
  return need.unset === undefined || (flags & need.unset) === 0;
}

/** The flags of a call are its last record, or stand in it. */
function flagsIn(args: readonly unknown[]): Readonly<Record<string, boolean>> {
  const last = args.findLast((value) => typeof value === "object" && value !== null && !Array.isArray(value));
  const record = (last ?? {}) as { readonly flags?: Readonly<Record<string, boolean>> };
  return record.flags ?? record as Readonly<Record<string, boolean>>;
}
