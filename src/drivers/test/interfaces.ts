/**
 * Network interfaces of the host, with a transaction over their configuration.
 *
 * @module
 */

import { type InterfaceDocument, interfaceDocument } from "../../conf/interface/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import { INTERFACE_XML_FLAGS } from "../../model/interface.ts";
import type { InterfaceRef } from "../../model/object_refs.ts";
import type { InterfacesPart } from "../contract.ts";
import { failure } from "./errors.ts";
import { passesGroups } from "./filter_groups.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { parsing } from "./parsing.ts";
import { refuseFlags } from "./refuse_flags.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const INTERFACES_CALLS: Partial<CallNames<InterfacesPart>> = {
  list: "virConnectListAllInterfaces",
  lookupByName: "virInterfaceLookupByName",
  lookupByMac: "virInterfaceLookupByMACString",
  getXml: "virInterfaceGetXMLDesc",
  isActive: "virInterfaceIsActive",
  define: "virInterfaceDefineXML",
  undefine: "virInterfaceUndefine",
  create: "virInterfaceCreate",
  destroy: "virInterfaceDestroy",
  beginChange: "virInterfaceChangeBegin",
  commitChange: "virInterfaceChangeCommit",
  rollbackChange: "virInterfaceChangeRollback",
};

interface InterfaceRecord {
  readonly definition: InterfaceDocument;
  active: boolean;
}

/** The part. */
export function createInterfaces({ node }: Hypervisor): InterfacesPart {
  let interfaces = new Map<string, InterfaceRecord>();
  let backup: Map<string, InterfaceRecord> | undefined;
  const assign = (definition: InterfaceDocument): InterfaceRecord => {
    const record = { definition, active: interfaces.get(definition.name)?.active ?? false };
    interfaces.set(definition.name, record);
    return record;
  };
  for (const xml of node.interfaces) assign(parseInterface(xml)).active = true;
  const find = (name: string): InterfaceRecord => {
    const record = interfaces.get(name);
    if (record !== undefined) return record;
    throw failure("VIR_ERR_NO_INTERFACE", `no interface with matching name '${name}'`, { hint: "List the interfaces" });
  };
  return {
    list: (filter) =>
      Promise.try(() => {
        const found = [...interfaces.values()].filter(({ active }) =>
          passesGroups([[filter.active, active], [filter.inactive, !active]])
        );
        return found.map(interfaceRef);
      }),
    lookupByName: (name) => Promise.try(() => interfaceRef(find(name))),
    lookupByMac: (mac) =>
      Promise.try(() => {
        const [first, second] = [...interfaces.values()].filter((each) => sameText(interfaceRef(each).mac, mac));
        if (first === undefined) throw failure("VIR_ERR_NO_INTERFACE", `no interface with matching mac '${mac}'`);
        if (second !== undefined) throw failure("VIR_ERR_MULTIPLE_INTERFACES");
        return { name: first.definition.name, mac };
      }),
    getXml: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: INTERFACE_XML_FLAGS, allowed: [], function: "testInterfaceGetXMLDesc" });
        return formatShape(interfaceDocument, find(ref.name).definition);
      }),
    isActive: (ref) => Promise.try(() => find(ref.name).active),
    define: (xml, { validate = false }) => Promise.try(() => interfaceRef(assign(parseInterface(xml, { validate })))),
    undefine: (ref) =>
      Promise.try(() => {
        find(ref.name);
        interfaces.delete(ref.name);
      }),
    create: (ref) => Promise.try(() => setActive(find(ref.name), true)),
    destroy: (ref) => Promise.try(() => setActive(find(ref.name), false)),
    beginChange: () =>
      Promise.try(() => {
        if (backup !== undefined) throw failure("VIR_ERR_OPERATION_INVALID", "there is another transaction running.");
        // As in libvirt's test hypervisor, what is kept of an interface is its definition and not that it was up.
        backup = new Map([...interfaces].map(([name, { definition }]) => [name, { definition, active: false }]));
      }),
    commitChange: () =>
      Promise.try(() => {
        if (backup === undefined) {
          throw failure("VIR_ERR_OPERATION_INVALID", "no transaction running, nothing to be committed.");
        }
        backup = undefined;
      }),
    rollbackChange: () =>
      Promise.try(() => {
        if (backup === undefined) {
          throw failure("VIR_ERR_OPERATION_INVALID", "no transaction running, nothing to rollback.");
        }
        interfaces = backup;
        backup = undefined;
      }),
  };
}

function parseInterface(xml: string, { validate = false } = {}): InterfaceDocument {
  const unknown = validate ? "error" : "ignore";
  return parsing("the interface", () => parseShape(interfaceDocument, xml, { unknown }));
}

/** Only an interface with a card of its own has an address that it is found by. */
function interfaceRef({ definition }: InterfaceRecord): InterfaceRef {
  return { name: definition.name, mac: definition.type === "ethernet" ? definition.mac ?? "" : "" };
}

function setActive(record: InterfaceRecord, active: boolean): void {
  // libvirt says no more than that.
  if (record.active === active) throw failure("VIR_ERR_OPERATION_INVALID");
  record.active = active;
}

function sameText(one: string, other: string): boolean {
  return one !== "" && one.toLowerCase() === other.toLowerCase();
}
