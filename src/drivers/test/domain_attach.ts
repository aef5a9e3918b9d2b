/**
 * Devices plugged into guests, changed, and pulled out, as the QEMU driver does it with a guest that agrees.
 *
 * @module
 */

import { type Device, parseDevice } from "../../conf/domain/devices/device_document.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { DomainAffectFlags } from "../../model/domain_affect.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import type { CallOptions, DomainDevicesPart } from "../contract.ts";
import { completeDefinition } from "./definition.ts";
import { type AnyDevice, everyList, findDevice, isSingle, listOf, targetOf, withList } from "./device_lists.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { waitForJob } from "./job.ts";
import { parsing } from "./parsing.ts";
import { pickAll } from "./pick_definition.ts";

type Attach = Required<Pick<DomainDevicesPart, "attach" | "detach" | "detachAlias" | "update">>;

/** A changed definition, and the device that the change is about. */
interface Changed {
  readonly definition: Domain;
  readonly alias: string | undefined;
}

/** The calls. */
export function createAttach(guests: Guests): Attach {
  const { hypervisor, list } = guests;

  /** Changes every definition that is meant, or none; events tell what happened to the running one. */
  async function change(
    ref: DomainRef,
    flags: DomainAffectFlags,
    { signal, make, event }: CallOptions & {
      readonly make: (definition: Domain, live: boolean) => Changed;
      readonly event?: "deviceAdded" | "deviceRemoved";
    },
  ): Promise<void> {
    const record: DomainRecord = list.require(ref);
    await waitForJob(hypervisor, record, signal);
    const changes = pickAll(record, flags).map((picked) => ({ picked, ...make(picked.definition, picked.live) }));
    for (const { picked, definition } of changes) picked.change(definition);
    for (const { picked, alias } of changes) {
      if (!picked.live || event === undefined || alias === undefined) continue;
      hypervisor.emit({ kind: "domain", event, domain: domainRef(record), alias });
    }
  }

  const parse = (xml: string): Device => parsing("the device", () => parseDevice(xml, { unknown: "ignore" }));

  return {
    async attach(ref, xml, flags, { signal }): Promise<void> {
      const device = parse(xml);
      await change(ref, flags, {
        ...(signal === undefined ? {} : { signal }),
        event: "deviceAdded",
        make(definition, live): Changed {
          refuseTwin(definition, device, live);
          const alias = live ? freeAlias(definition, device) : undefined;
          const added = { ...device.device, ...(alias === undefined ? {} : { alias }) } as AnyDevice;
          const all = [...listOf(definition, device.kind), added];
          return { definition: completeDefinition(hypervisor, withList(definition, device.kind, all)), alias };
        },
      });
    },
    async detach(ref, xml, flags, { signal }): Promise<void> {
      const device = parse(xml);
      await change(ref, flags, {
        ...(signal === undefined ? {} : { signal }),
        event: "deviceRemoved",
        make(definition): Changed {
          const found = findDevice(definition, device);
          if (found === undefined) throw missing(device);
          const rest = listOf(definition, device.kind).filter((each) => each !== found);
          return { definition: withList(definition, device.kind, rest), alias: found.alias ?? targetOf(found) };
        },
      });
    },
    detachAlias: (ref, alias, flags, { signal }) =>
      change(ref, flags, {
        ...(signal === undefined ? {} : { signal }),
        event: "deviceRemoved",
        make(definition): Changed {
          for (const [kind, all] of everyList(definition)) {
            const rest = all.filter((each) => each.alias !== alias);
            if (rest.length < all.length) return { definition: withList(definition, kind, rest), alias };
          }
          throw failure("VIR_ERR_DEVICE_MISSING", `no device found with alias ${alias}`, { domain: "VIR_FROM_QEMU" });
        },
      }),
    async update(ref, xml, flags, { signal }): Promise<void> {
      const device = parse(xml);
      await change(ref, flags, {
        ...(signal === undefined ? {} : { signal }),
        make(definition): Changed {
          const found = findDevice(definition, device);
          if (found === undefined) throw missing(device);
          const next = { ...device.device, ...(found.alias === undefined ? {} : { alias: found.alias }) } as AnyDevice;
          const all = listOf(definition, device.kind).map((each) => each === found ? next : each);
          return {
            definition: completeDefinition(hypervisor, withList(definition, device.kind, all)),
            alias: found.alias,
          };
        },
      });
    },
  };
}

function refuseTwin(definition: Domain, { kind, device }: Device, live: boolean): void {
  if (isSingle(kind) && listOf(definition, kind).length > 0) {
    throw failure("VIR_ERR_OPERATION_INVALID", `domain already has a ${kind} device`, { domain: "VIR_FROM_QEMU" });
  }
  const target = targetOf(device as AnyDevice);
  if (kind !== "disk" || !listOf(definition, kind).some((each) => targetOf(each) === target)) return;
  throw failure(live ? "VIR_ERR_OPERATION_FAILED" : "VIR_ERR_OPERATION_INVALID", `target ${target} already exists`, {
    domain: "VIR_FROM_QEMU",
    hint: "Choose another target",
  });
}

/** What the hypervisor calls a device that nobody has named. */
function freeAlias(definition: Domain, { kind, device }: Device): string {
  const { alias, target } = device as AnyDevice;
  if (alias !== undefined) return alias;
  const taken = new Set(everyList(definition).flatMap(([, all]) => all.map((each) => each.alias)));
  const bus = (target as { readonly bus?: string } | undefined)?.bus;
  const stem = kind === "disk" ? `${bus ?? "virtio"}-disk` : kind === "interface" ? "net" : kind;
  let number = 0;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

function missing({ kind, device }: Device): Error {
  const any = device as AnyDevice;
  const detail = kind === "disk"
    ? `disk ${targetOf(any) ?? ""} not found`
    : kind === "interface"
    ? `no device matching MAC address ${any.mac?.address ?? ""} found`
    : "matching device not found";
  return failure("VIR_ERR_DEVICE_MISSING", detail, { domain: "VIR_FROM_QEMU", hint: "Look at the domain's devices" });
}
