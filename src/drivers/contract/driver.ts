/**
 * A hypervisor this program can find, describe and open.
 *
 * @module
 */

import type { Log } from "../../base/log.ts";
import type { Env, Host } from "../../host/host.ts";
import type { DriverId } from "../../model/driver_id.ts";
import type { DriverConnection } from "./connection.ts";

/** A hypervisor this program can find, describe and drive. */
export interface Driver {
  readonly id: DriverId;
  /** For people: `QEMU/KVM`. */
  readonly title: string;
  /** Where the hypervisor lives. */
  readonly reach: "local" | "remote";
  readonly uriSchemes: readonly string[];
  /** Transports (`unix`, `tls`, `ssh`, …) of a driver that carries URIs of any scheme to another program. */
  readonly transports?: readonly string[];
  /** The URI of this machine's own hypervisor for whoever runs this program; absent where there is no such thing. */
  localUri?(env: Env): string;
  /** True for a driver that is only for machines where no other is at home, or for whoever names it. @default {false} */
  readonly standIn?: boolean;
  /** Cheap, without side effects; "not here" is a value, not an error. */
  detect(host: Host, options: DetectOptions): Promise<Detection>;
  /**
   * Whether everyone in one program who opens this URI meets the same hypervisor, kept until the last one closes it.
   *
   * @default {false}
   */
  shares?(target: ConnectionUri): boolean;
  open(target: ConnectionUri, options: OpenOptions): Promise<DriverConnection>;
}

/** How to look for a hypervisor. */
export interface DetectOptions {
  readonly signal?: AbortSignal;
}

/** Whether a hypervisor is here, and how it is. */
export type Detection =
  | { readonly state: "absent"; readonly reason: string }
  | { readonly state: "unhealthy"; readonly reason: string; readonly hint: string; readonly version?: string }
  | { readonly state: "healthy"; readonly version?: string; readonly detail?: string };

/** A parsed connection URI. */
export interface ConnectionUri {
  /** As the caller wrote it. */
  readonly text: string;
  /** The driver's scheme, without a transport: `qemu` of `qemu+unix:///system`. */
  readonly scheme: string;
  /** How the hypervisor is reached: `unix`, `ssh`, … */
  readonly transport?: string;
  /** Who to be there. */
  readonly user?: string;
  /** Name or address of the machine; absent for this one. */
  readonly host?: string;
  /** Port there. */
  readonly port?: number;
  /** With its leading slash: `/system`. */
  readonly path: string;
  /** What comes after the question mark. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What a connection is opened with. */
export interface OpenOptions {
  readonly host: Host;
  /** Where the driver says what happened. @default {silentLog} */
  readonly log?: Log;
  readonly readOnly?: boolean;
  readonly signal?: AbortSignal;
  /** What a person has configured. */
  readonly settings?: DriverSettings;
}

/** What a person can configure of drivers that learn from programs and keep what they learnt; absent: the default. */
export interface DriverSettings {
  /** Absolute path of the directory under which a driver keeps files. */
  readonly cacheDirectory?: string;
  /** Milliseconds after which a program that does not answer is ended. */
  readonly probeDeadlineMs?: number;
  /** How many programs are probed at the same time. */
  readonly probeWorkers?: number;
  /** Account, by name or number, that programs are probed as when this one runs as root. */
  readonly probeUser?: string;
  /** Absolute paths of emulators besides those that are found. */
  readonly extraEmulators?: readonly string[];
}
