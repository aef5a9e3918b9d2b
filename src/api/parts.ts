/**
 * The parts a hypervisor can have, and the types of what can be called in them, taken from the contract.
 *
 * @module
 */

import type {
  CallOptions,
  DriverConnection,
  NetworkFilterBindingsPart,
  NetworkPortsPart,
} from "../drivers/contract.ts";

/** Every part, in the order the support matrix lists them. */
export const PART_NAMES = [
  "capabilities",
  "emulators",
  "cache",
  "host",
  "domains",
  "domainDevices",
  "domainTuning",
  "domainStats",
  "domainSave",
  "domainBlock",
  "domainGuest",
  "domainStreams",
  "snapshots",
  "checkpoints",
  "networks",
  "networkPorts",
  "storagePools",
  "storageVolumes",
  "nodeDevices",
  "interfaces",
  "networkFilters",
  "networkFilterBindings",
  "secrets",
  "events",
] as const satisfies readonly (keyof Parts)[];

/** The name of a part. A hypervisor may have it in whole, in part, or not at all. */
export type PartName = (typeof PART_NAMES)[number];

/** Parts that stand inside another, and the connection itself. */
interface NestedParts {
  readonly connection: Pick<DriverConnection, "getVersion">;
  readonly networkPorts: NetworkPortsPart;
  readonly networkFilterBindings: NetworkFilterBindingsPart;
}

/** Members of an open hypervisor that are no parts. */
type Head = "driver" | "uri" | "type" | "getVersion" | "secure" | "lost" | typeof Symbol.asyncDispose;

/** Whatever has methods: a part, or the connection itself. */
export type CallableName = PartName | "connection";

/** Every part by its name. */
export type Parts = Required<Omit<DriverConnection, Head>> & NestedParts;

/** The methods of a part that the engine can call: those that end with the options of a call. */
export type MethodName<P extends CallableName> =
  & {
    [M in keyof Parts[P]]-?: NonNullable<Parts[P][M]> extends (...args: infer A) => Promise<unknown>
      ? A extends readonly [...unknown[], CallOptions] ? M : never
      : never;
  }[keyof Parts[P]]
  & string;

/** What a method takes besides the options. */
export type MethodArguments<P extends CallableName, M extends MethodName<P>> = NonNullable<Parts[P][M]> extends
  (...args: infer A) => unknown ? A extends readonly [...infer Rest, CallOptions] ? Rest : never : never;

/** What a method gives. */
export type MethodResult<P extends CallableName, M extends MethodName<P>> = NonNullable<Parts[P][M]> extends
  (...args: never) => Promise<infer R> ? R : never;

/** The part of an open hypervisor, where it has it. */
export function partOf<P extends CallableName>(driver: DriverConnection, name: P): Parts[P] | undefined {
  switch (name) {
    case "connection":
      return driver as unknown as Parts[P];
    case "networkPorts":
      return driver.networks?.ports as Parts[P] | undefined;
    case "networkFilterBindings":
      return driver.networkFilters?.bindings as Parts[P] | undefined;
    default:
      return (driver as Partial<Parts>)[name];
  }
}
