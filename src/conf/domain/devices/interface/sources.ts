/**
 * What an interface is plugged into: the type, and the `<source>` that goes with it.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  int32,
  int64,
  oneOf,
  type Part,
  type ShapeOf,
  string,
  uuid,
} from "../../../shape/mod.ts";
import { required, unsupported } from "../../terms.ts";
import { pciBackend } from "../hostdev/host_device.ts";
import { ipConfig } from "../ip_config.ts";
import { reconnect } from "../reconnect.ts";
import { deviceSource } from "./device_source.ts";

/** How the host's end of the cable is configured. */
const host = ipConfig("interface host IP");

/** A text that has to be there. */
function text(name: string): Part<string> {
  return attribute(name, string, { required: true });
}

function needed(type: string): ReturnType<typeof required> {
  return required(`interface type='${type}' requires a 'source' element`);
}

const port = attribute("port", int32(), { required: true });
const socket = { address: text("address"), port, ...host } as const;

/** Only a running interface knows its port, and the bridge that it is plugged into. */
const network = {
  network: text("network"),
  portGroup: attribute("portgroup", string),
  portId: attribute("portid", uuid, { only: "live" }),
  bridge: attribute("bridge", string, { only: "live" }),
  macTableManager: attribute("macTableManager", oneOf("kernel", "libvirt"), { only: "live" }),
  ...host,
} as const;

const kinds = choice("type", {
  user: { source: child("source", host, { empty: "omit" }) },
  ethernet: { source: child("source", host, { empty: "omit" }) },
  vhostuser: {
    source: child("source", {
      type: attribute("type", oneOf("unix"), {
        required: true,
        missing: { detail: "Missing required attribute 'type' in element 'source'" },
        ...unsupported("Type='%s' unsupported for <interface type='vhostuser'>"),
      }),
      path: text("path"),
      mode: attribute("mode", oneOf("client", "server"), { required: true }),
      reconnect,
      ...host,
    }, needed("vhostuser")),
  },
  server: {
    source: child("source", { address: attribute("address", string), port, ...host }, needed("server")),
  },
  client: { source: child("source", socket, needed("client")) },
  mcast: { source: child("source", socket, needed("mcast")) },
  network: { source: child("source", network, needed("network")) },
  bridge: {
    source: child("source", {
      bridge: text("bridge"),
      macTableManager: attribute("macTableManager", oneOf("kernel", "libvirt"), { only: "live" }),
      ...host,
    }, needed("bridge")),
  },
  internal: { source: child("source", { name: text("name"), ...host }, needed("internal")) },
  direct: {
    source: child("source", {
      dev: text("dev"),
      mode: attribute("mode", oneOf("vepa", "private", "bridge", "passthrough"), { default: "vepa" }),
      ...host,
    }, needed("direct")),
  },
  hostdev: { backend: pciBackend, source: deviceSource },
  udp: {
    source: child("source", {
      ...socket,
      local: child("local", { address: text("address"), port }, {
        ...required("'<local>' element missing for 'udp' socket interface"),
      }),
    }, needed("udp")),
  },
  vdpa: { source: child("source", { dev: text("dev"), ...host }, needed("vdpa")) },
  null: { source: child("source", host, { empty: "omit" }) },
  vds: {
    source: child("source", {
      switchId: attribute("switchid", uuid, { required: true }),
      portId: attribute("portid", int64, { required: true }),
      portGroupId: text("portgroupid"),
      connectionId: attribute("connectionid", int64, { required: true }),
      ...host,
    }, needed("vds")),
  },
}, { default: "user", first: true });

/** A type with its source. */
export type InterfaceKind = ShapeOf<typeof kinds>;

/** The attribute `type`, and the child `<source>` that goes with it. */
export const interfaceKinds: Part<InterfaceKind> = kinds;
