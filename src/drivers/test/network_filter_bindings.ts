/**
 * Which network filter is in use on which device.
 *
 * @module
 */

import { type NetworkFilterBinding, networkFilterBinding } from "../../conf/network_filter_binding/document.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import type { NetworkFilterBindingRef } from "../../model/object_refs.ts";
import type { NetworkFilterBindingsPart } from "../contract.ts";
import { failure } from "./errors.ts";
import type { FilterList } from "./filter_list.ts";
import { parsing } from "./parsing.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const NETWORK_FILTER_BINDINGS_CALLS: Partial<CallNames<NetworkFilterBindingsPart>> = {
  list: "virConnectListAllNWFilterBindings",
  lookupByPortDevice: "virNWFilterBindingLookupByPortDev",
  getXml: "virNWFilterBindingGetXMLDesc",
  createXml: "virNWFilterBindingCreateXML",
  delete: "virNWFilterBindingDelete",
};

/** The part. */
export function createNetworkFilterBindings({ filters, bindings, hasDevice }: FilterList): NetworkFilterBindingsPart {
  const find = (device: string): NetworkFilterBinding => {
    const binding = bindings.get(device);
    if (binding !== undefined) return binding;
    throw refused("VIR_ERR_NO_NWFILTER_BINDING", `no nwfilter binding for port dev '${device}'`);
  };
  return {
    list: () => Promise.try(() => [...bindings.values()].map(bindingRef)),
    lookupByPortDevice: (device) => Promise.try(() => bindingRef(find(device))),
    getXml: (ref) => Promise.try(() => formatShape(networkFilterBinding, find(ref.portDevice))),
    createXml: (xml, { validate = false }) =>
      Promise.try(() => {
        const unknown = validate ? "error" : "ignore";
        const binding = parsing("the binding", () => parseShape(networkFilterBinding, xml, { unknown }));
        const { portDev: { name }, filterReference: { filter } } = binding;
        if (bindings.has(name)) throw refused("VIR_ERR_OPERATION_FAILED", `binding '${name}' already exists`);
        if (hasDevice(name) && filters.byName(filter) === undefined) {
          throw refused("VIR_ERR_INTERNAL_ERROR", `referenced filter '${filter}' is missing`);
        }
        bindings.set(name, binding);
        return bindingRef(binding);
      }),
    delete: (ref) =>
      Promise.try(() => {
        find(ref.portDevice);
        bindings.delete(ref.portDevice);
      }),
  };
}

function bindingRef({ portDev, filterReference }: NetworkFilterBinding): NetworkFilterBindingRef {
  return { portDevice: portDev.name, filterName: filterReference.filter };
}

function refused(code: Parameters<typeof failure>[0], detail: string): Error {
  return failure(code, detail, { domain: "VIR_FROM_NWFILTER" });
}
