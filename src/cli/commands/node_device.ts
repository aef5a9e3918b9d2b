/**
 * The commands on devices of the host.
 *
 * @module
 */

import type { Connection, ListNodeDevicesFlags, NodeDevice } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { activity, type Answer, document, done, fields, yesNo } from "../objects/answer.ts";
import { file, flag, maybe, named, VALIDATE, WHICH } from "../objects/arguments.ts";
import { unlessUnsupported } from "../objects/unless_unsupported.ts";
import { NODE_DEVICE } from "../objects/kinds.ts";
import { type Call, on, onConnection } from "../objects/object_command.ts";
import { formatTree } from "../objects/tree.ts";

/** libvirt's words for what a device can be. */
const CAPABILITIES: Readonly<Record<string, keyof ListNodeDevicesFlags>> = {
  system: "capSystem",
  pci: "capPciDev",
  usb_device: "capUsbDev",
  usb: "capUsbInterface",
  net: "capNet",
  scsi_host: "capScsiHost",
  scsi_target: "capScsiTarget",
  scsi: "capScsi",
  storage: "capStorage",
  fc_host: "capFcHost",
  vports: "capVports",
  scsi_generic: "capScsiGeneric",
  drm: "capDrm",
  mdev_types: "capMdevTypes",
  mdev: "capMdev",
  ccw: "capCcwDev",
  css: "capCssDev",
  vdpa: "capVdpa",
  ap_card: "capApCard",
  ap_queue: "capApQueue",
  ap_matrix: "capApMatrix",
  vpd: "capVpd",
};

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "nodedev-list": onConnection({
    arguments: [
      flag("tree", "As a tree"),
      maybe(
        "cap",
        `Those that are one of these, separated by commas, as ${Object.keys(CAPABILITIES).slice(0, 5).join(",")}`,
      ),
      ...WHICH,
    ],
    failure: "Failed to list node devices",
    run: list,
  }),
  "nodedev-info": on(NODE_DEVICE, {
    failure: "Failed to get information of",
    run: async (device) => {
      const [parent, active, persistent, autostart] = await Promise.all([
        device.getParent(),
        unlessUnsupported(device.isActive()),
        unlessUnsupported(device.isPersistent()),
        unlessUnsupported(device.getAutostart()),
      ]);
      return fields([
        ["Name:", device.name],
        ["Parent:", parent ?? ""],
        ["Active:", yesNo(active ?? true)],
        ["Persistent:", yesNo(persistent ?? true)],
        ["Autostart:", autostart === undefined ? "no autostart" : yesNo(autostart)],
      ], { name: device.name, parent, active, persistent, autostart });
    },
  }),
  "nodedev-dumpxml": on(NODE_DEVICE, {
    failure: "Failed to read",
    run: async (device, { words }) => document("node-device", await device.getXml(), words),
  }),
  "nodedev-create": onConnection({
    arguments: [file("device"), VALIDATE],
    failure: "Failed to create node device",
    run: async ({ nodeDevices }, { words }) => {
      const device = await nodeDevices.createXml(await words.file("file"), words.flags({ validate: "validate" }));
      return done(`Node device ${device.name} created from ${words.required("file")}`, device.reference);
    },
  }),
  "nodedev-define": onConnection({
    arguments: [file("device"), VALIDATE],
    failure: "Failed to define node device",
    run: async ({ nodeDevices }, { words }) => {
      const device = await nodeDevices.define(await words.file("file"), words.flags({ validate: "validate" }));
      return done(`Node device '${device.name}' defined from '${words.required("file")}'`, device.reference);
    },
  }),
  "nodedev-start": changing("Failed to start", (device) => device.create(), (name) => `Device ${name} started`),
  "nodedev-destroy": changing(
    "Failed to destroy",
    (device) => device.destroy(),
    (name) => `Destroyed node device '${name}'`,
  ),
  "nodedev-undefine": changing(
    "Failed to undefine",
    (device) => device.undefine(),
    (name) => `Undefined node device '${name}'`,
  ),
  "nodedev-reattach": changing(
    "Failed to re-attach",
    (device) => device.reattach(),
    (name) => `Device ${name} re-attached`,
  ),
  "nodedev-reset": changing("Failed to reset", (device) => device.reset(), (name) => `Device ${name} reset`),
  "nodedev-detach": on(NODE_DEVICE, {
    arguments: [named("driver", "The driver that takes it, as vfio")],
    failure: "Failed to detach",
    run: async (device, { words }) => {
      await device.detach(words.text("driver"));
      return done(`Device ${device.name} detached`);
    },
  }),
  "nodedev-autostart": on(NODE_DEVICE, {
    arguments: [flag("disable", "Start it with the host no more")],
    failure: "Failed to change the autostart of",
    run: async (device, { words }) => {
      await device.setAutostart(!words.has("disable"));
      return done(`Device ${device.name} ${words.has("disable") ? "unmarked" : "marked"} as autostarted`);
    },
  }),
};

function changing(
  failure: string,
  change: (device: NodeDevice) => Promise<void>,
  sentence: (name: string) => string,
): Command {
  return on(NODE_DEVICE, {
    failure,
    run: async (device: NodeDevice): Promise<Answer> => {
      await change(device);
      return done(sentence(device.name));
    },
  });
}

async function list({ nodeDevices }: Connection, { words }: Call): Promise<Answer> {
  const named = (words.text("cap") ?? "").split(",").filter((name) => name !== "");
  if (words.has("tree") && named.length > 0) throw new UsageError("Options --tree and --cap are incompatible");
  const flags = named.map((name) => {
    const flag = CAPABILITIES[name];
    if (flag === undefined) {
      throw new UsageError(`"--cap" takes ${Object.keys(CAPABILITIES).join(", ")}, but got "${name}"`);
    }
    return [flag, true] as const;
  });
  const kinds = Object.fromEntries(flags);
  const which = activity(words);
  const found = await nodeDevices.list({ ...which, ...kinds }).catch((error) => {
    // Whoever does not know the filter has no devices that do not run.
    if (which.active && error.code === "VIR_ERR_INVALID_ARG") return nodeDevices.list(kinds);
    throw error;
  });
  const devices = found.toSorted((left, right) => left.name < right.name ? -1 : 1);
  if (!words.has("tree")) {
    return { text: devices.map(({ name }) => `${name}\n`).join(""), json: devices.map(({ reference }) => reference) };
  }
  const known = new Set(devices.map(({ name }) => name));
  const nodes = await Promise.all(
    devices.map(async (device) => ({ name: device.name, parent: await device.getParent() })),
  );
  return {
    text: formatTree(
      nodes.map(({ name, parent }) => ({ name, ...(parent !== undefined && known.has(parent) && { parent }) })),
    ),
    json: nodes,
  };
}
