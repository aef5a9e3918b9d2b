/**
 * What a driver is. Presence of a part is the claim of support: what is not there answers `VIR_ERR_NO_SUPPORT`.
 *
 * @module
 */

import type { Log } from "../base/log.ts";
import type { CacheCounters } from "../cache/contract.ts";
import type { CapabilitiesDocument } from "../conf/capabilities/document.ts";
import type { DomainCapabilitiesDocument } from "../conf/domain_capabilities/document.ts";
import type { Env, Host } from "../host/host.ts";
import type { DriverId } from "../model/driver_id.ts";

/** A hypervisor this program can find, describe and drive. */
export interface Driver {
  readonly id: DriverId;
  /** For people: `QEMU/KVM`. */
  readonly title: string;
  /** Where the hypervisor lives. */
  readonly reach: "local" | "remote";
  readonly uriSchemes: readonly string[];
  /** The URI of this machine's own hypervisor for whoever runs this program; absent where there is no such thing. */
  localUri?(env: Env): string;
  /** True for a driver that is only for machines where no other is at home, or for whoever names it. @default {false} */
  readonly standIn?: boolean;
  /** Cheap, without side effects; "not here" is a value, not an error. */
  detect(host: Host, options: DetectOptions): Promise<Detection>;
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

/** An open hypervisor: a set of optional parts. */
export interface DriverConnection extends AsyncDisposable {
  readonly driver: DriverId;
  /** The canonical URI: `qemu:///system`. */
  readonly uri: string;
  /** The name libvirt gives the hypervisor: `QEMU`, `TEST`. */
  readonly type: string;
  readonly capabilities?: CapabilitiesPart;
  readonly emulators?: EmulatorsPart;
  readonly cache?: CachePart;
}

/** The two capability documents. */
export interface CapabilitiesPart {
  host(options?: ReadOptions): Promise<CapabilitiesDocument>;
  domain(query: DomainCapabilitiesQuery, options?: ReadOptions): Promise<DomainCapabilitiesDocument>;
}

/** How fresh an answer has to be. */
export interface ReadOptions {
  /** Gives up on the answer. */
  readonly signal?: AbortSignal;
  /** When true an answer from before a change may be given while a new one is made. @default {false} */
  readonly allowStale?: boolean;
}

/** Which guest is asked about; what is left out is chosen as libvirt chooses it. */
export interface DomainCapabilitiesQuery {
  /** Absolute path of the binary. */
  readonly emulator?: string;
  /** Architecture of the guest, in libvirt's words. */
  readonly arch?: string;
  /** Machine type or alias. */
  readonly machine?: string;
  /** `kvm`, `qemu`, `test`, … */
  readonly virtType?: string;
}

/** The emulators of a hypervisor that runs guests in programs of its own. */
export interface EmulatorsPart {
  /** What is known of each now, without waiting for a probe. */
  list(options?: ReadOptions): Promise<readonly EmulatorState[]>;
  /** Probes what is not valid (or everything, with `force`), native architectures first; yields each as it ends. */
  probe(options?: ProbeOptions): AsyncIterable<EmulatorState>;
}

/** How to probe. */
export interface ProbeOptions {
  /** When true what is still valid is probed, too. @default {false} */
  readonly force?: boolean;
  /** Only these binaries. */
  readonly emulators?: readonly string[];
  /** Gives up on the probe. */
  readonly signal?: AbortSignal;
}

/** What is known of one emulator. */
export interface EmulatorState {
  /** Absolute path of the binary. */
  readonly path: string;
  /** `probing`: no answer yet. `failed`: a negative entry, tried again at `retryAt`. */
  readonly state: "unprobed" | "probing" | "ready" | "failed";
  /** Guest architecture in libvirt's words, QEMU's own where libvirt has none. */
  readonly arch?: string;
  /** `7.2.22`. */
  readonly version?: string;
  /** The packager's own version, where the program names one. */
  readonly package?: string;
  /** Accelerators it offers on this host: `kvm`, `tcg`, … */
  readonly accelerators?: readonly string[];
  /** How many machine types it has. */
  readonly machineCount?: number;
  /** True where the answer came from the cache. */
  readonly cached?: boolean;
  /** Why it was last probed: `new`, `binary-ctime`, … */
  readonly reason?: string;
  /** Milliseconds that the probe took. */
  readonly durationMs?: number;
  /** ISO 8601. */
  readonly probedAt?: string;
  /** True where a step failed and the rest was kept. */
  readonly partial?: boolean;
  /** The steps that failed. */
  readonly problems?: readonly { readonly step: string; readonly message: string }[];
  /** For `failed`: what went wrong, the step and what the program printed. */
  readonly error?: { readonly step: string; readonly message: string; readonly stderr?: string };
  /** ISO 8601, for `failed`. */
  readonly retryAt?: string;
}

/** What a driver has learnt and keeps on the disk. */
export interface CachePart {
  /** Where the files are. */
  readonly directory: string;
  /** Every entry that is kept, sorted by key, without making anything. */
  listEntries(): Promise<readonly CacheEntryState[]>;
  /** The document of a key as it is in its file; undefined where there is none. */
  show(key: string): Promise<string | undefined>;
  /** Whether the entry may be used now, the first reason for which it may not, and why it was last made. */
  why(key: string): Promise<CacheEntryState>;
  /** Forgets these keys, or everything; gives the keys that were forgotten. */
  purge(keys?: readonly string[]): Promise<readonly string[]>;
  counters(): CacheCounters;
}

/** One entry of a driver's cache, and what is thought of it. */
export interface CacheEntryState {
  /** What the entry is about: for emulators, the path of the binary. */
  readonly key: string;
  /**
   * `valid`: it may be used. `invalid`: `reason` says why not. `failed`: the last attempt failed and is not repeated
   * before `retryAt`. `gone`: what the key names is not there any more. `absent`: nothing is kept of the key.
   */
  readonly state: "valid" | "invalid" | "failed" | "gone" | "absent";
  /** The first reason for which the entry may not be used now. */
  readonly reason?: string;
  /** Why what is kept was made: `new`, `binary-ctime`, … */
  readonly madeFor?: string;
  /** ISO 8601. */
  readonly storedAt?: string;
  /** Path of the document. */
  readonly file?: string;
  /** Bytes of the document. */
  readonly size?: number;
  /** The facts the entry was made under. */
  readonly facts?: Readonly<Record<string, string>>;
  /** For `failed`: what went wrong, the step and what the program printed. */
  readonly error?: { readonly step: string; readonly message: string; readonly stderr?: string };
  /** ISO 8601, for `failed`. */
  readonly retryAt?: string;
}
