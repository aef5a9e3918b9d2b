/**
 * What only one hypervisor understands, each in an XML namespace of its own.
 *
 * @module
 */

import { attribute, child, children, namespace, oneOf, path, string, textOf } from "../shape/mod.ts";

const args = attribute("value", string, { required: true });

const property = {
  name: attribute("name", string, { required: true }),
  type: attribute("type", oneOf("string", "signed", "unsigned", "bool", "remove"), { required: true }),
  value: attribute("value", string),
};

const source = {
  type: attribute("type", oneOf("netns", "name", "pid"), { required: true }),
  value: attribute("value", string, { required: true }),
};

/** The namespaces, by the prefix that libvirt writes. */
export const NAMESPACES = {
  qemu: "http://libvirt.org/schemas/domain/qemu/1.0",
  lxc: "http://libvirt.org/schemas/domain/lxc/1.0",
  xen: "http://libvirt.org/schemas/domain/xen/1.0",
  bhyve: "http://libvirt.org/schemas/domain/bhyve/1.0",
  vmware: "http://libvirt.org/schemas/domain/vmware/1.0",
} as const;

/** Each hypervisor's own elements. */
export const namespaces = {
  qemu: namespace("qemu", NAMESPACES.qemu, {
    commandline: child("qemu:commandline", {
      args: children("qemu:arg", args),
      env: children("qemu:env", {
        name: attribute("name", string, { required: true }),
        value: attribute("value", string),
      }),
    }, { empty: "omit" }),
    capabilities: child("qemu:capabilities", {
      add: children("qemu:add", attribute("capability", string, { required: true })),
      del: children("qemu:del", attribute("capability", string, { required: true })),
    }, { empty: "omit" }),
    override: path(
      "qemu:override",
      children("qemu:device", {
        alias: attribute("alias", string, { required: true }),
        frontend: path("qemu:frontend", children("qemu:property", property)),
      }),
    ),
    deprecation: path("qemu:deprecation", attribute("behavior", string)),
  }),
  lxc: namespace("lxc", NAMESPACES.lxc, {
    namespace: child("lxc:namespace", {
      sharenet: child("lxc:sharenet", source),
      shareipc: child("lxc:shareipc", source),
      shareuts: child("lxc:shareuts", source),
    }),
  }),
  xen: namespace("xen", NAMESPACES.xen, {
    commandline: path("xen:commandline", children("xen:arg", args)),
  }),
  bhyve: namespace("bhyve", NAMESPACES.bhyve, {
    commandline: path("bhyve:commandline", children("bhyve:arg", args)),
  }),
  vmware: namespace("vmware", NAMESPACES.vmware, {
    datacenterPath: child("vmware:datacenterpath", textOf(string)),
  }),
};
