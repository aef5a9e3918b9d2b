/**
 * Everything that can be told about a domain, one shape an event.
 *
 * @module
 */

import type { Integer64 } from "../base/integer64.ts";
import type { BlockJobStatus, BlockJobType } from "./domain_block_job.ts";
import type { DomainMetadataType } from "./domain_flags.ts";
import type { DomainLifecycle } from "./domain_lifecycle.ts";
import type {
  AgentLifecycleReason,
  AgentLifecycleState,
  DiskChangeReason,
  GraphicsAddressType,
  GraphicsPhase,
  IoErrorAction,
  MemoryFailureAction,
  MemoryFailureFlags,
  MemoryFailureRecipient,
  TrayChangeReason,
  WatchdogAction,
} from "./event_details.ts";
import type { DomainEventName } from "./event_ids.ts";
import type { DomainRef } from "./object_refs.ts";
import type { TypedParameter } from "./typed_parameter.ts";

/** One end of a viewer's connection. */
export interface GraphicsAddress {
  /** Its kind. */
  readonly family: GraphicsAddressType;
  /** The host address, or the socket's path. */
  readonly node: string;
  /** The port, or nothing for a socket. */
  readonly service: string;
}

/** Who a viewer says it is. */
export interface GraphicsIdentity {
  /** The kind of name: `x509dname`, `saslUsername`. */
  readonly type: string;
  /** The name. */
  readonly name: string;
}

/** What each event carries besides the domain, by the event's name. */
export interface DomainEventPayloads {
  /** The domain came into being, began or ended to run. */
  readonly lifecycle: DomainLifecycle;
  /** The guest rebooted. */
  readonly reboot: Nothing;
  /** The guest set its clock. */
  readonly rtcChange: {
    /** Its distance from UTC, in seconds. */
    readonly utcOffset: Integer64;
  };
  /** The watchdog went off. */
  readonly watchdog: {
    /** What it did. */
    readonly action: WatchdogAction;
  };
  /** A disk failed. */
  readonly ioError: IoErrorPayload;
  /** A viewer came or left. */
  readonly graphics: {
    /** How far its connection is. */
    readonly phase: GraphicsPhase;
    /** Our end. */
    readonly local: GraphicsAddress;
    /** The viewer's end. */
    readonly remote: GraphicsAddress;
    /** How it proved who it is. */
    readonly authScheme: string;
    /** Who it is. */
    readonly subject: readonly GraphicsIdentity[];
  };
  /** A disk failed, and there is a word for why. */
  readonly ioErrorReason: IoErrorPayload & {
    /** Why: `enospc`, or nothing. */
    readonly reason: string;
  };
  /** The line to the hypervisor broke. */
  readonly controlError: Nothing;
  /** A block job ended or is ready; the disk is named by its source. */
  readonly blockJob: BlockJobPayload;
  /** A disk's source was changed at start. */
  readonly diskChange: {
    /** What it was, where it had one. */
    readonly oldSourcePath: string | undefined;
    /** What it is, where it has one. */
    readonly newSourcePath: string | undefined;
    /** The disk's alias. */
    readonly alias: string;
    /** Why. */
    readonly reason: DiskChangeReason;
  };
  /** A drive's tray moved. */
  readonly trayChange: {
    /** The drive's alias. */
    readonly alias: string;
    /** How. */
    readonly reason: TrayChangeReason;
  };
  /** The guest woke up. */
  readonly pmWakeup: Nothing;
  /** The guest went to sleep, in memory. */
  readonly pmSuspend: Nothing;
  /** The balloon has another size. */
  readonly balloonChange: {
    /** The guest's memory, in KiB. */
    readonly actual: Integer64;
  };
  /** The guest went to sleep, on disk. */
  readonly pmSuspendDisk: Nothing;
  /** A device is gone. */
  readonly deviceRemoved: DevicePayload;
  /** As `blockJob`, with the disk named by its target. */
  readonly blockJob2: BlockJobPayload;
  /** Tuning was changed. */
  readonly tunable: ParametersPayload;
  /** The guest agent came or left. */
  readonly agentLifecycle: {
    /** Whether it is there. */
    readonly state: AgentLifecycleState;
    /** Why that changed. */
    readonly reason: AgentLifecycleReason;
  };
  /** A device is there. */
  readonly deviceAdded: DevicePayload;
  /** Another pass over memory began during a migration. */
  readonly migrationIteration: {
    /** Its number. */
    readonly iteration: number;
  };
  /** A job ended; what `virDomainGetJobStats` would have said. */
  readonly jobCompleted: ParametersPayload;
  /** The guest kept a device. */
  readonly deviceRemovalFailed: DevicePayload;
  /** Title, description or an element of metadata was changed. */
  readonly metadataChange: MetadataPayload;
  /** A disk wrote beyond its threshold. */
  readonly blockThreshold: {
    /** The disk's target, with the node in brackets where it is one of a chain: `vda[3]`. */
    readonly device: string;
    /** The file, where it is a local one. */
    readonly path: string | undefined;
    /** The threshold, in bytes. */
    readonly threshold: Integer64;
    /** How far the write went beyond, in bytes. */
    readonly excess: Integer64;
  };
  /** The host's memory failed under the guest. */
  readonly memoryFailure: {
    /** Whose memory it was. */
    readonly recipient: MemoryFailureRecipient;
    /** What was done. */
    readonly action: MemoryFailureAction;
    /** How grave it is. */
    readonly flags: MemoryFailureFlags;
  };
  /** A memory device has another size. */
  readonly memoryDeviceSizeChange: DevicePayload & {
    /** Its size, in KiB. */
    readonly size: Integer64;
  };
  /** The guest gave a network card another address. */
  readonly nicMacChange: DevicePayload & {
    /** The address it had. */
    readonly oldMac: string;
    /** The address it has. */
    readonly newMac: string;
  };
}

/** Nothing besides the domain. */
export type Nothing = Readonly<Record<never, never>>;

/** Which device an event is about. */
export interface DevicePayload {
  /** The device's alias. */
  readonly alias: string;
}

/** Typed parameters as the hypervisor gave them; `toRecord` makes a record of them. */
export interface ParametersPayload {
  /** The parameters. */
  readonly parameters: readonly TypedParameter[];
}

/** Which metadata was changed. */
export interface MetadataPayload {
  /** Its kind. */
  readonly type: DomainMetadataType;
  /** The namespace of the element, where it is one. */
  readonly namespaceUri: string | undefined;
}

/** Where an I/O error was and what was done about it. */
export interface IoErrorPayload {
  /** The disk's source. */
  readonly sourcePath: string;
  /** The disk's alias. */
  readonly alias: string;
  /** What was done. */
  readonly action: IoErrorAction;
}

/** How a block job stands. */
export interface BlockJobPayload {
  /** Its disk. */
  readonly disk: string;
  /** Its kind. */
  readonly type: BlockJobType;
  /** How it stands. */
  readonly status: BlockJobStatus;
}

/** An event of a domain: tell them apart by `event`. */
export type DomainEvent = {
  readonly [Name in DomainEventName]: DomainEventPayloads[Name] & {
    /** What it is about. */
    readonly kind: "domain";
    /** What happened. */
    readonly event: Name;
    /** Which domain. */
    readonly domain: DomainRef;
  };
}[DomainEventName];
