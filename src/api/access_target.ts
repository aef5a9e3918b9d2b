/**
 * Which object a call is about, for whoever decides whether it may be made.
 *
 * @module
 */

import type {
  DomainRef,
  InterfaceRef,
  NetworkFilterBindingRef,
  NetworkFilterRef,
  NetworkPortRef,
  NetworkRef,
  NodeDeviceRef,
  SecretRef,
  StoragePoolRef,
  StorageVolumeRef,
} from "../model/object_refs.ts";
import type { Permission } from "../model/permissions.ts";
import { nameInXml } from "./name_in_xml.ts";

/** An object, as far as it is known: of one that is to be made, what its configuration says. */
export type AccessTarget = Partial<
  & DomainRef
  & NetworkRef
  & NetworkPortRef
  & StoragePoolRef
  & StorageVolumeRef
  & NodeDeviceRef
  & InterfaceRef
  & SecretRef
  & NetworkFilterRef
  & NetworkFilterBindingRef
>;

/** The object that a permission is about: the call's first argument, or what the XML it is given names. */
export function targetOf(permission: Permission, args: readonly unknown[]): AccessTarget | undefined {
  if (permission.startsWith("connect.")) return undefined;
  const [first, second] = args;
  if (typeof first === "string") return nameInXml(first);
  if (typeof first !== "object" || first === null) return undefined;
  // A volume or port that is to be made is named by its XML, and lies in the first argument.
  if (permission === "storage-vol.create") return { ...nameInXml(xmlIn(second)), pool: (first as StoragePoolRef).name };
  if (permission === "network-port.create") return { ...nameInXml(xmlIn(second)), network: first as NetworkRef };
  // Snapshots and checkpoints are guarded as the guest that they are of.
  return (first as { readonly domain?: DomainRef }).domain ?? first as AccessTarget;
}

function xmlIn(argument: unknown): string {
  return typeof argument === "string" ? argument : (argument as { readonly xml?: string }).xml ?? "";
}
