/**
 * What a domain's event looks like in a message, by the event's name.
 *
 * The first sixteen are those that clients without callback ids know, too; they are the body of the newer messages.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import {
  AGENT_LIFECYCLE_REASONS,
  AGENT_LIFECYCLE_STATES,
  BLOCK_JOB_STATUSES,
  BLOCK_JOB_TYPES,
  DISK_CHANGE_REASONS,
  DOMAIN_METADATA_TYPES,
  type DomainEvent,
  type DomainEventName,
  domainLifecycleNumbers,
  GRAPHICS_ADDRESS_TYPES,
  GRAPHICS_PHASES,
  type GraphicsAddress,
  IO_ERROR_ACTIONS,
  MEMORY_FAILURE_ACTIONS,
  MEMORY_FAILURE_FLAGS,
  MEMORY_FAILURE_RECIPIENTS,
  TRAY_CHANGE_REASONS,
  WATCHDOG_ACTIONS,
} from "../../model/mod.ts";
import type { domainEventMessages, EventMessage } from "../../wire/libvirt/mod.ts";

type Messages = typeof domainEventMessages;

/** The event of a name. */
type EventOf<Name extends DomainEventName> = Extract<DomainEvent, { readonly event: Name }>;

/** What stands in an event's message besides the id of the callback. */
type BodyOf<Name extends DomainEventName> = Messages[Name] extends { readonly legacy: infer Legacy }
  ? Legacy extends keyof LegacyMessages ? LegacyMessages[Legacy] : never
  : Omit<EventMessage<Messages[Name]["current"]>, "callbackID">;

type LegacyName = Extract<Messages[DomainEventName], { readonly legacy: unknown }>["legacy"];
type LegacyMessages = { readonly [Name in LegacyName]: EventMessage<Name> };

type Bodies = { readonly [Name in DomainEventName]: (event: EventOf<Name>) => BodyOf<Name> };

/** The body of each event's message. */
const BODIES: Bodies = {
  lifecycle: (event) => ({ dom: event.domain, ...domainLifecycleNumbers(event) }),
  reboot: ({ domain }) => ({ dom: domain }),
  rtcChange: ({ domain, utcOffset }) => ({ dom: domain, offset: utcOffset }),
  watchdog: ({ domain, action }) => ({ dom: domain, action: WATCHDOG_ACTIONS[action] }),
  ioError: ({ domain, sourcePath, alias, action }) => ({
    dom: domain,
    srcPath: sourcePath,
    devAlias: alias,
    action: IO_ERROR_ACTIONS[action],
  }),
  graphics: ({ domain, phase, local, remote, authScheme, subject }) => ({
    dom: domain,
    phase: GRAPHICS_PHASES[phase],
    local: addressOf(local),
    remote: addressOf(remote),
    authScheme,
    subject,
  }),
  ioErrorReason: ({ domain, sourcePath, alias, action, reason }) => ({
    dom: domain,
    srcPath: sourcePath,
    devAlias: alias,
    action: IO_ERROR_ACTIONS[action],
    reason,
  }),
  controlError: ({ domain }) => ({ dom: domain }),
  blockJob: ({ domain, disk, type, status }) => ({
    dom: domain,
    path: disk,
    type: BLOCK_JOB_TYPES[type],
    status: BLOCK_JOB_STATUSES[status],
  }),
  diskChange: ({ domain, oldSourcePath, newSourcePath, alias, reason }) => ({
    dom: domain,
    oldSrcPath: oldSourcePath,
    newSrcPath: newSourcePath,
    devAlias: alias,
    reason: DISK_CHANGE_REASONS[reason],
  }),
  trayChange: ({ domain, alias, reason }) => ({ dom: domain, devAlias: alias, reason: TRAY_CHANGE_REASONS[reason] }),
  pmWakeup: ({ domain }) => ({ dom: domain }),
  pmSuspend: ({ domain }) => ({ dom: domain }),
  balloonChange: ({ domain, actual }) => ({ dom: domain, actual }),
  pmSuspendDisk: ({ domain }) => ({ dom: domain }),
  deviceRemoved: ({ domain, alias }) => ({ dom: domain, devAlias: alias }),
  blockJob2: ({ domain, disk, type, status }) => ({
    dom: domain,
    dst: disk,
    type: BLOCK_JOB_TYPES[type],
    status: BLOCK_JOB_STATUSES[status],
  }),
  tunable: ({ domain, parameters }) => ({ dom: domain, params: parameters }),
  agentLifecycle: ({ domain, state, reason }) => ({
    dom: domain,
    state: AGENT_LIFECYCLE_STATES[state],
    reason: AGENT_LIFECYCLE_REASONS[reason],
  }),
  deviceAdded: ({ domain, alias }) => ({ dom: domain, devAlias: alias }),
  migrationIteration: ({ domain, iteration }) => ({ dom: domain, iteration }),
  jobCompleted: ({ domain, parameters }) => ({ dom: domain, params: parameters }),
  deviceRemovalFailed: ({ domain, alias }) => ({ dom: domain, devAlias: alias }),
  metadataChange: ({ domain, type, namespaceUri }) => ({
    dom: domain,
    type: DOMAIN_METADATA_TYPES[type],
    nsuri: namespaceUri,
  }),
  blockThreshold: ({ domain, device, path, threshold, excess }) => ({
    dom: domain,
    dev: device,
    path,
    threshold,
    excess,
  }),
  memoryFailure: ({ domain, recipient, action, flags }) => ({
    dom: domain,
    recipient: MEMORY_FAILURE_RECIPIENTS[recipient],
    action: MEMORY_FAILURE_ACTIONS[action],
    flags: flagsToNumber(MEMORY_FAILURE_FLAGS, flags),
  }),
  memoryDeviceSizeChange: ({ domain, alias, size }) => ({ dom: domain, alias, size }),
  nicMacChange: ({ domain, alias, oldMac, newMac }) => ({ dom: domain, alias, oldMAC: oldMac, newMAC: newMac }),
};

/** What stands in the event's message besides the id of the callback. */
export function domainEventBody(event: DomainEvent): Readonly<Record<string, unknown>> {
  const body = BODIES[event.event] as (event: DomainEvent) => Readonly<Record<string, unknown>>;
  return body(event);
}

function addressOf({ family, node, service }: GraphicsAddress): { family: number; node: string; service: string } {
  return { family: GRAPHICS_ADDRESS_TYPES[family], node, service };
}
