/**
 * The commands that read and change the configuration of guests: documents, descriptions, metadata, memory, devices.
 *
 * @module
 */

import type { Domain } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { type Answer, document, done, remark, verbatim } from "../objects/answer.ts";
import { AFFECT, AFFECT_DEVICE, file, flag, maybe, named, word } from "../objects/arguments.ts";
import { affectDevice, affectNow } from "../objects/affect.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on, onConnection } from "../objects/object_command.ts";
import { toKib } from "../objects/sizes.ts";
import { readInput } from "../objects/words.ts";

const KIB = 1024;
const SIZE = word("size", "Its memory, as 2GiB; a number counts KiB", { type: "size" });

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  dumpxml: on(DOMAIN, {
    arguments: [
      flag("inactive", "As it is kept, for the next start"),
      flag("security-info", "With passwords"),
      flag("update-cpu", "With the CPU as this host makes it"),
      flag("migratable", "As another host would take it"),
    ],
    failure: "Failed to read",
    run: async (domain, { words }) => {
      const flags = words.flags({
        inactive: "inactive",
        secure: "security-info",
        updateCpu: "update-cpu",
        migratable: "migratable",
      });
      return await document("domain", await domain.getXml(flags), words);
    },
  }),
  desc: on(DOMAIN, {
    arguments: [
      ...AFFECT,
      flag("title", "The title, not the description"),
      maybe("new-desc", "The new text", { repeat: true }),
    ],
    failure: "Failed to describe",
    run: describe,
  }),
  metadata: on(DOMAIN, {
    arguments: [
      word("uri", "Namespace of the element"),
      ...AFFECT,
      maybe("key", "Prefix for the namespace"),
      maybe("set", "The new element"),
      flag("remove", "Remove the element"),
    ],
    failure: "Failed to read or change the metadata of",
    run: metadata,
  }),
  setmem: on(DOMAIN, {
    arguments: [SIZE, ...AFFECT],
    failure: "Failed to set the memory of",
    run: async (domain, { words }) => {
      const flags = words.affect();
      const plain = !words.has("current") && Object.keys(flags).length === 0;
      await domain.devices.setMemory(toKib(words.bytes("size", KIB) ?? 0), plain ? undefined : flags);
      return done("");
    },
  }),
  setmaxmem: on(DOMAIN, {
    arguments: [SIZE, ...AFFECT],
    failure: "Unable to change MaxMemorySize of",
    run: async (domain, { words }) => {
      await domain.devices.setMemory(toKib(words.bytes("size", KIB) ?? 0), { ...words.affect(), maximum: true });
      return done("");
    },
  }),
  "attach-device": device("attached", (domain, xml, call) => domain.devices.attach(xml, call.flags)),
  "detach-device": device("detached", (domain, xml, call) => domain.devices.detach(xml, call.flags)),
  "update-device": on(DOMAIN, {
    arguments: [file("device"), ...AFFECT_DEVICE, flag("force", "Even where the guest does not let go")],
    failure: "Failed to update a device of",
    run: async (domain, { words }) => {
      const flags = { ...await affectDevice(domain, words), ...words.flags({ force: "force" }) };
      await domain.devices.update(await words.file("file"), flags);
      return done("Device updated successfully");
    },
  }),
  "detach-device-alias": on(DOMAIN, {
    arguments: [word("alias", "Alias of the device"), ...AFFECT],
    failure: "Failed to detach a device of",
    run: async (domain, { words }) => {
      await domain.devices.detachAlias(words.required("alias"), words.affect());
      return done("Device detach request sent successfully");
    },
  }),
  "domxml-to-native": onConnection({
    arguments: [
      word("format", "Format of the other program, as qemu-argv"),
      maybe("domain", "Name, number or UUID of the guest"),
      named("xml", "File with the <domain>"),
    ],
    failure: "Failed to convert",
    run: async ({ domains }, call) => {
      const { words } = call;
      const [path, name] = [words.text("xml"), words.text("domain")];
      if ((path === undefined) === (name === undefined)) throw new UsageError("Either --domain or --xml is needed");
      const xml = name === undefined
        ? new TextDecoder().decode(await readInput(path ?? ""))
        : await (await DOMAIN.find(call, name)).getXml({ inactive: true });
      return verbatim(await domains.toNative(words.required("format"), xml));
    },
  }),
  "domxml-from-native": onConnection({
    arguments: [
      word("format", "Format of the other program, as qemu-argv"),
      word("config", "File with its configuration"),
    ],
    failure: "Failed to convert",
    run: async ({ domains }, { words }) => {
      return await document(
        "domain",
        await domains.fromNative(words.required("format"), await words.file("config")),
        words,
      );
    },
  }),
};

function device(
  what: string,
  change: (domain: Domain, xml: string, call: { readonly flags: { readonly live?: boolean } }) => Promise<void>,
): Command {
  return on(DOMAIN, {
    arguments: [file("device"), ...AFFECT_DEVICE],
    failure: `Failed to ${what === "attached" ? "attach a device to" : "detach a device from"}`,
    run: async (domain: Domain, { words }: Call): Promise<Answer> => {
      await change(domain, await words.file("file"), { flags: await affectDevice(domain, words) });
      return done(`Device ${what} successfully`);
    },
  });
}

async function describe(domain: Domain, { words }: Call): Promise<Answer> {
  const type = words.has("title") ? "title" : "description";
  const text = words.all("new-desc").join(" ");
  if (text !== "" || words.all("new-desc").length > 0) {
    const flags = await affectNow(domain, words);
    await domain.setMetadata({ type, flags, ...(text === "" ? {} : { value: text }) });
    return remark(`Domain ${type} updated successfully`);
  }
  try {
    const value = await domain.getMetadata({ type, flags: words.affect() });
    return { text: value, json: { [type]: value } };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "VIR_ERR_NO_DOMAIN_METADATA")) throw error;
    return remark(`No ${type} for domain: ${domain.name}`, { [type]: null });
  }
}

async function metadata(domain: Domain, { words }: Call): Promise<Answer> {
  const [uri, value, key] = [words.required("uri"), words.text("set"), words.text("key")];
  words.exclusive("set", "remove");
  if (value === undefined && !words.has("remove")) {
    const xml = await domain.getMetadata({ type: "element", uri, flags: words.affect() });
    return { text: `${xml}\n`, json: { uri, xml }, verbatim: true };
  }
  if (value !== undefined && key === undefined) throw new UsageError('"--key" is needed to set metadata');
  const flags = await affectNow(domain, words);
  await domain.setMetadata({
    type: "element",
    uri,
    flags,
    ...(value !== undefined && { value }),
    ...(key !== undefined && { key }),
  });
  return done(value === undefined ? "Metadata removed" : "Metadata modified");
}
