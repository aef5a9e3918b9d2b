/**
 * What a server's message says about a guest, as an event.
 *
 * @module
 */

import { numberToFlags } from "../../base/bit_flags.ts";
import { type NumberTable, wordOf } from "../../base/number_table.ts";
import {
  AGENT_LIFECYCLE_REASONS,
  AGENT_LIFECYCLE_STATES,
  BLOCK_JOB_STATUSES,
  BLOCK_JOB_TYPES,
  DISK_CHANGE_REASONS,
  DOMAIN_METADATA_TYPES,
  type DomainEvent,
  type DomainEventName,
  domainLifecycleOf,
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
import { domainEventMessages, type EventMessage } from "../../wire/libvirt/mod.ts";

type Messages = typeof domainEventMessages;
type Payload<N extends DomainEventName> = Omit<
  Extract<DomainEvent, { readonly event: N }>,
  "kind" | "event" | "domain"
>;
/** The fields of an event's message: the older ones are inside of the newer. */
type Fields<N extends DomainEventName> = EventMessage<Messages[N]["current"]> extends { readonly msg: infer M } ? M
  : EventMessage<Messages[N]["current"]>;

/** What each message says besides the guest; undefined where it says something newer than this program. */
const PAYLOADS: { readonly [N in DomainEventName]: (fields: Fields<N>) => Payload<N> | undefined } = {
  lifecycle: ({ event, detail }) => domainLifecycleOf(event, detail),
  reboot: nothing,
  rtcChange: ({ offset }) => ({ utcOffset: offset }),
  watchdog: ({ action }) => known({ action: wordOf(WATCHDOG_ACTIONS, action) }),
  ioError: ({ srcPath, devAlias, action }) =>
    known({ sourcePath: srcPath, alias: devAlias, action: wordOf(IO_ERROR_ACTIONS, action) }),
  graphics: ({ phase, local, remote, authScheme, subject }) =>
    known({
      phase: wordOf(GRAPHICS_PHASES, phase),
      local: addressOf(local),
      remote: addressOf(remote),
      authScheme,
      subject,
    }),
  ioErrorReason: ({ srcPath, devAlias, action, reason }) =>
    known({ sourcePath: srcPath, alias: devAlias, action: wordOf(IO_ERROR_ACTIONS, action), reason }),
  controlError: nothing,
  blockJob: ({ path, type, status }) => blockJob(path, type, status),
  diskChange: ({ oldSrcPath, newSrcPath, devAlias, reason }) => {
    const word = wordOf(DISK_CHANGE_REASONS, reason);
    return word && { oldSourcePath: oldSrcPath, newSourcePath: newSrcPath, alias: devAlias, reason: word };
  },
  trayChange: ({ devAlias, reason }) => known({ alias: devAlias, reason: wordOf(TRAY_CHANGE_REASONS, reason) }),
  pmWakeup: nothing,
  pmSuspend: nothing,
  balloonChange: ({ actual }) => ({ actual }),
  pmSuspendDisk: nothing,
  deviceRemoved: ({ devAlias }) => ({ alias: devAlias }),
  blockJob2: ({ dst, type, status }) => blockJob(dst, type, status),
  tunable: ({ params }) => ({ parameters: params }),
  agentLifecycle: ({ state, reason }) =>
    known({ state: wordOf(AGENT_LIFECYCLE_STATES, state), reason: wordOf(AGENT_LIFECYCLE_REASONS, reason) }),
  deviceAdded: ({ devAlias }) => ({ alias: devAlias }),
  migrationIteration: ({ iteration }) => ({ iteration }),
  jobCompleted: ({ params }) => ({ parameters: params }),
  deviceRemovalFailed: ({ devAlias }) => ({ alias: devAlias }),
  metadataChange: ({ type, nsuri }) => {
    const word = wordOf(DOMAIN_METADATA_TYPES, type);
    return word && { type: word, namespaceUri: nsuri };
  },
  blockThreshold: ({ dev, path, threshold, excess }) => ({ device: dev, path, threshold, excess }),
  memoryFailure: ({ recipient, action, flags }) =>
    known({
      recipient: wordOf(MEMORY_FAILURE_RECIPIENTS, recipient),
      action: wordOf(MEMORY_FAILURE_ACTIONS, action),
      flags: numberToFlags(MEMORY_FAILURE_FLAGS, flags),
    }),
  memoryDeviceSizeChange: ({ alias, size }) => ({ alias, size }),
  nicMacChange: ({ alias, oldMAC, newMAC }) => ({ alias, oldMac: oldMAC, newMac: newMAC }),
};

const NAMES: ReadonlyMap<string, DomainEventName> = new Map(
  (Object.keys(domainEventMessages) as DomainEventName[]).map((name) => [domainEventMessages[name].current, name]),
);

/** The event in a message, or undefined for one that is not of guests or newer than this program. */
export function parseDomainEvent(name: string, message: unknown): DomainEvent | undefined {
  const event = NAMES.get(name);
  if (event === undefined) return undefined;
  const outer = message as { readonly msg?: { readonly dom: unknown }; readonly dom?: unknown };
  const fields = outer.msg ?? outer;
  const parse = PAYLOADS[event] as (fields: unknown) => object | undefined;
  const payload = parse(fields);
  return payload && { kind: "domain", event, domain: fields.dom, ...payload } as DomainEvent;
}

function nothing(): Readonly<Record<never, never>> {
  return {};
}

function blockJob(disk: string, type: number, status: number): Payload<"blockJob"> | undefined {
  return known({ disk, type: wordOf(BLOCK_JOB_TYPES, type), status: wordOf(BLOCK_JOB_STATUSES, status) });
}

function addressOf(
  { family, node, service }: { readonly family: number; readonly node: string; readonly service: string },
): GraphicsAddress | undefined {
  const word = wordOf(GRAPHICS_ADDRESS_TYPES satisfies NumberTable, family);
  return word && { family: word, node, service };
}

type Known<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** The record, or undefined where one of its words is one that nobody here knows. */
function known<T extends object>(record: T): Known<T> | undefined {
  return Object.values(record).includes(undefined) ? undefined : record as Known<T>;
}
