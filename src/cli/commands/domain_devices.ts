/**
 * The commands on the disks and interfaces of guests: listing, attaching from words, detaching by name.
 *
 * @module
 */

import type { Connection, Domain } from "../../api/mod.ts";
import { defined } from "../../base/defined.ts";
import type { Command } from "../command.ts";
import { CliError, UsageError } from "../failure.ts";
import { affectDevice } from "../objects/affect.ts";
import { type Answer, done, fields, table, verbatim } from "../objects/answer.ts";
import { AFFECT_DEVICE, flag, maybe, named, word } from "../objects/arguments.ts";
import { buildDisk, buildInterface } from "../objects/build_device.ts";
import { type DeviceElement, devicesOf } from "../objects/device_elements.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on } from "../objects/object_command.ts";
import { prettySize } from "../objects/sizes.ts";

const PRINT = flag("print-xml", "Print the document, and do nothing");
const INACTIVE = flag("inactive", "As it is kept, for the next start");

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  domblklist: on(DOMAIN, {
    arguments: [INACTIVE, flag("details", "With types and devices")],
    failure: "Failed to list the disks of",
    run: async (domain, { words }) => {
      const disks = (await devicesOf(domain, "disk", words.has("inactive"))).map(diskRow);
      if (!words.has("details")) {
        return table(["Target", "Source"], disks.map((disk) => [disk.target, disk.source ?? "-"]), disks);
      }
      const rows = disks.map((disk) => [disk.type, disk.device, disk.target, disk.source ?? "-"]);
      return table(["Type", "Device", "Target", "Source"], rows, disks);
    },
  }),
  domiflist: on(DOMAIN, {
    arguments: [INACTIVE],
    failure: "Failed to list the interfaces of",
    run: async (domain, { words }) => {
      const found = (await devicesOf(domain, "interface", words.has("inactive"))).map(interfaceRow);
      const rows = found.map((
        one,
      ) => [one.target ?? "-", one.type, one.source ?? "-", one.model ?? "-", one.mac ?? "-"]);
      return table(["Interface", "Type", "Source", "Model", "MAC"], rows, found);
    },
  }),
  domblkinfo: on(DOMAIN, {
    arguments: [
      maybe("device", "Target or source of the disk"),
      flag("human", "Sizes in words"),
      flag("all", "All disks"),
    ],
    failure: "Failed to get block info of",
    run: blockInfo,
  }),
  "attach-disk": on(DOMAIN, {
    arguments: [
      word("source", "The file or device"),
      word("target", "The disk's name in the guest, as vdb"),
      named("targetbus", "Its bus, as virtio or sata"),
      named("driver", "The driver, as qemu"),
      named("subdriver", "The format, as qcow2"),
      named("iothread", "Number of its I/O thread"),
      named("cache", "How it is cached"),
      named("io", "How it is read and written"),
      named("type", "What it looks like", { choices: ["disk", "cdrom", "floppy", "lun"] }),
      named("mode", "readonly or shareable", { choices: ["readonly", "shareable"] }),
      named("sourcetype", "What the source is", { choices: ["file", "block"] }),
      named("serial", "Its serial number"),
      named("wwn", "Its world wide name"),
      named("alias", "Its alias"),
      PRINT,
      ...AFFECT_DEVICE,
    ],
    failure: "Failed to attach a disk to",
    run: async (domain, { words }) => {
      const xml = buildDisk(words);
      if (words.has("print-xml")) return verbatim(xml);
      await domain.devices.attach(xml, await affectDevice(domain, words));
      return done("Disk attached successfully");
    },
  }),
  "attach-interface": on(DOMAIN, {
    arguments: [
      word("type", "What it is plugged into", { choices: ["network", "bridge", "direct"] }),
      word("source", "Name of the network, bridge or device"),
      maybe("target", "Its name on the host"),
      maybe("mac", "Its MAC address"),
      maybe("script", "Program that plugs it"),
      maybe("model", "Its model, as virtio"),
      named("alias", "Its alias"),
      named("source-mode", "How a direct one is joined, as bridge"),
      PRINT,
      ...AFFECT_DEVICE,
    ],
    failure: "Failed to attach an interface to",
    run: async (domain, { words }) => {
      const xml = buildInterface(words);
      if (words.has("print-xml")) return verbatim(xml);
      await domain.devices.attach(xml, await affectDevice(domain, words));
      return done("Interface attached successfully");
    },
  }),
  "detach-disk": on(DOMAIN, {
    arguments: [word("target", "Target or source of the disk"), PRINT, ...AFFECT_DEVICE],
    failure: "Failed to detach disk of",
    run: async (domain, call) => {
      const name = call.words.required("target");
      const found = await elements(domain, "disk", call);
      const disk = found.find(({ attributes }) => attributes["target/dev"] === name || sourceOf(attributes) === name);
      if (disk === undefined) throw new CliError(`No disk found whose source path or target is '${name}'`);
      return await detach(domain, disk, call);
    },
  }),
  "detach-interface": on(DOMAIN, {
    arguments: [word("type", "What it is plugged into"), maybe("mac", "Its MAC address"), PRINT, ...AFFECT_DEVICE],
    failure: "Failed to detach interface of",
    run: async (domain, call) => {
      const [type, mac] = [call.words.required("type"), call.words.text("mac")];
      const found = (await elements(domain, "interface", call)).filter(({ attributes }) =>
        attributes.type === type &&
        (mac === undefined || attributes["mac/address"]?.toLowerCase() === mac.toLowerCase())
      );
      const [first] = found;
      if (first === undefined) {
        throw new CliError(`No interface found whose type is ${type}${mac ? ` and MAC ${mac}` : ""}`);
      }
      if (found.length > 1) throw new UsageError(`Domain has ${found.length} interfaces; say which one with --mac`);
      return await detach(domain, first, call);
    },
  }),
};

type Attributes = DeviceElement["attributes"];

function sourceOf(attributes: Attributes): string | undefined {
  const parts = ["file", "dev", "dir", "name", "volume", "path"];
  return parts.map((part) => attributes[`source/${part}`]).find((text) => text !== undefined);
}

function diskRow({ attributes }: DeviceElement): DiskRow {
  const source = sourceOf(attributes);
  return {
    type: attributes.type ?? "",
    device: attributes.device ?? "",
    target: attributes["target/dev"] ?? "",
    ...defined({ source }),
  };
}

interface DiskRow {
  readonly type: string;
  readonly device: string;
  readonly target: string;
  readonly source?: string;
}

function interfaceRow({ attributes }: DeviceElement): InterfaceRow {
  const parts = ["bridge", "dev", "network", "name", "path"];
  return {
    type: attributes.type ?? "",
    ...defined({
      target: attributes["target/dev"],
      source: parts.map((part) => attributes[`source/${part}`]).find((text) => text !== undefined),
      model: attributes["model/type"],
      mac: attributes["mac/address"],
    }),
  };
}

interface InterfaceRow {
  readonly type: string;
  readonly target?: string;
  readonly source?: string;
  readonly model?: string;
  readonly mac?: string;
}

async function elements(domain: Domain, name: string, { words }: Call): Promise<readonly DeviceElement[]> {
  const inactive = words.has("config") || (words.has("persistent") && !await domain.isActive());
  return await devicesOf(domain, name, inactive);
}

async function detach(domain: Domain, { xml, name }: DeviceElement, { words }: Call): Promise<Answer> {
  if (words.has("print-xml")) return verbatim(xml);
  await domain.devices.detach(xml, await affectDevice(domain, words));
  return done(`${name === "disk" ? "Disk" : "Interface"} detached successfully`);
}

async function blockInfo(domain: Domain, { words }: Call & { connection: Connection }): Promise<Answer> {
  const human = words.has("human");
  const device = words.text("device");
  words.exclusive("all", "device");
  if (!words.has("all")) {
    if (device === undefined) throw new UsageError("Either a disk or --all is needed");
    const info = await domain.stats.getBlockInfo(device);
    const [capacity, allocation, physical] = sizesOf(info, human);
    return fields([["Capacity:", capacity], ["Allocation:", allocation], ["Physical:", physical]], { device, ...info });
  }
  const disks = (await devicesOf(domain, "disk")).map(diskRow);
  const infos = await Promise.all(disks.map(async ({ target, source }) => ({
    target,
    ...(source === undefined ? NOTHING : await domain.stats.getBlockInfo(target)),
  })));
  const rows = infos.map((info) => [info.target, ...sizesOf(info, human)]);
  return table(["Target", "Capacity", "Allocation", "Physical"], rows, infos);
}

const NOTHING = { capacity: 0, allocation: 0, physical: 0 } as const;

function sizesOf(info: Awaited<ReturnType<Domain["stats"]["getBlockInfo"]>>, human: boolean): string[] {
  const sizes = [info.capacity, info.allocation, info.physical];
  if (sizes.every((size) => Number(size) === 0)) return ["-", "-", "-"];
  return sizes.map((size) => human ? prettySize(size, 3) : `${size}`);
}
