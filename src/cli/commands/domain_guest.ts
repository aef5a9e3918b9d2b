/**
 * The commands that ask the system inside a guest, or speak to its console, keys and screen.
 *
 * @module
 */

import type { Domain, GuestInterface, KeycodeSet } from "../../api/mod.ts";
import { defined } from "../../base/defined.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { type Answer, done, remark, table, value } from "../objects/answer.ts";
import { flag, maybe, named, word } from "../objects/arguments.ts";
import { openConsole, screenshot } from "../objects/domain_flows.ts";
import { keyNumber } from "../objects/key_names.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { on } from "../objects/object_command.ts";
import { localTime } from "../objects/local_time.ts";
import { parameterText } from "../objects/parameter_lines.ts";
import { readInput } from "../objects/words.ts";

const USER = word("user", "Name of the account");
const MOUNT_POINTS = maybe("mountpoint", "Only these file systems", { repeat: true });

const INFO = {
  users: "user",
  os: "os",
  timezone: "timezone",
  hostname: "hostname",
  filesystem: "filesystem",
  disks: "disk",
  interfaces: "interface",
} as const;

const CODESETS: Readonly<Record<string, KeycodeSet>> = {
  linux: "linux",
  xt: "xt",
  atset1: "atset1",
  atset2: "atset2",
  atset3: "atset3",
  os_x: "osx",
  xt_kbd: "xtKbd",
  usb: "usb",
  win32: "win32",
  qnum: "qnum",
};

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  domifaddr: on(DOMAIN, {
    arguments: [
      maybe("interface", "Only this interface"),
      flag("full", "Name the interface on each line"),
      named("source", "Who is asked", { choices: ["lease", "agent", "arp"] }),
    ],
    failure: "Failed to query for interfaces addresses of",
    run: async (domain, { words }) => {
      const source = (words.text("source") ?? "lease") as "lease";
      const only = words.text("interface");
      const found = (await domain.guest.getInterfaceAddresses(source)).filter(({ name }) =>
        only === undefined || only === name
      );
      const lines = found.flatMap((one) => addressLines(one, words.has("full"))).join("");
      const head = ` ${"Name".padEnd(10)} ${"MAC address".padEnd(20)} ${"Protocol".padEnd(8)}     Address\n${
        "-".repeat(79)
      }\n`;
      return { text: head + lines, quiet: lines, json: found };
    },
  }),
  domhostname: on(DOMAIN, {
    arguments: [named("source", "Who is asked", { choices: ["lease", "agent"] })],
    failure: "Failed to get the hostname of",
    run: async (domain, { words }) => {
      const source = words.text("source");
      return value(await domain.guest.getHostname(source === undefined ? {} : { [source]: true }));
    },
  }),
  domtime: on(DOMAIN, {
    arguments: [
      flag("now", "Set it to the time of this host"),
      flag("pretty", "In words"),
      flag("sync", "Set it to the clock of its hardware"),
      named("time", "Set it to so many seconds since 1970", { type: "number" }),
    ],
    failure: "Failed to read or set the time of",
    run: async (domain, { words }) => {
      const seconds = words.has("now") ? Math.trunc(Date.now() / 1000) : words.integer("time");
      if (seconds !== undefined || words.has("sync")) {
        await domain.guest.setTime({ seconds: seconds ?? 0, nanoseconds: 0 }, words.flags({ sync: "sync" }));
        return { text: "" };
      }
      const time = await domain.guest.getTime();
      return { text: `Time: ${words.has("pretty") ? localTime(time.seconds) : time.seconds}`, json: time };
    },
  }),
  domfsinfo: on(DOMAIN, {
    failure: "Unable to get the file systems of",
    run: async (domain) => {
      const found = await domain.guest.getFilesystems();
      if (found.length === 0) return remark("No filesystems are mounted in the domain", found);
      const rows = found.map((one) => [one.mountPoint, one.name, one.type, one.disks.join(",")]);
      return table(["Mountpoint", "Name", "Type", "Target"], rows, found);
    },
  }),
  domfsfreeze: on(DOMAIN, {
    arguments: [MOUNT_POINTS],
    failure: "Unable to freeze the file systems of",
    run: async (domain, { words }) => {
      const count = await domain.guest.freezeFilesystems(words.all("mountpoint"));
      return done(`Froze ${count} filesystem(s)`, { count });
    },
  }),
  domfsthaw: on(DOMAIN, {
    arguments: [MOUNT_POINTS],
    failure: "Unable to thaw the file systems of",
    run: async (domain, { words }) => {
      const count = await domain.guest.thawFilesystems(words.all("mountpoint"));
      return done(`Thawed ${count} filesystem(s)`, { count });
    },
  }),
  domfstrim: on(DOMAIN, {
    arguments: [
      named("minimum", "Leave smaller runs than this", { type: "size" }),
      named("mountpoint", "Only this file system"),
    ],
    failure: "Unable to trim the file systems of",
    run: async (domain, { words }) => {
      const mountPoint = words.text("mountpoint");
      await domain.guest.trimFilesystems({ minimum: words.bytes("minimum", 1) ?? 0, ...defined({ mountPoint }) });
      return done("");
    },
  }),
  guestinfo: on(DOMAIN, {
    arguments: Object.values(INFO).map((name) => flag(name, `What it says of: ${name}`)),
    failure: "Failed to get information from inside",
    run: async (domain, { words }) => record(await domain.guest.getInfo(words.flags(INFO))),
  }),
  guestvcpus: on(DOMAIN, {
    arguments: [
      maybe("cpulist", "Processors of the guest, as 0-3"),
      flag("enable", "Use them"),
      flag("disable", "Use them no more"),
    ],
    failure: "Failed to ask or change the processors inside",
    run: async (domain, { words }) => {
      words.exclusive("enable", "disable");
      const list = words.text("cpulist");
      const change = words.has("enable") || words.has("disable");
      if (change !== (list !== undefined)) throw new UsageError("--cpulist goes with either --enable or --disable");
      if (list === undefined) {
        const found = await domain.guest.getVcpus();
        const lines = Object.entries(found).map(([name, text]) => `${name.padEnd(15)}: ${parameterText(text)}\n`);
        return { text: lines.join(""), json: found };
      }
      await domain.guest.setVcpus(list, words.has("enable"));
      return done("");
    },
  }),
  "set-user-password": on(DOMAIN, {
    arguments: [
      USER,
      word("password", "File with the new password; - is standard input"),
      flag("encrypted", "It is encrypted already"),
    ],
    details: ["The password is read from a file, and not from the command line, where every process could see it."],
    failure: "Failed to set a password in",
    run: async (domain, { words }) => {
      const password = (await words.file("password")).replace(/\r?\n$/, "");
      const user = words.required("user");
      await domain.guest.setUserPassword({ user, password, ...words.flags({ encrypted: "encrypted" }) });
      return remark(`Password set successfully for ${user} in ${domain.name}`);
    },
  }),
  "get-user-sshkeys": on(DOMAIN, {
    arguments: [USER],
    failure: "Failed to get the keys of a user of",
    run: async (domain, { words }) => {
      const keys = await domain.guest.getAuthorizedKeys(words.required("user"));
      return { text: keys.join("\n"), json: keys };
    },
  }),
  "set-user-sshkeys": on(DOMAIN, {
    arguments: [
      USER,
      named("file", "File with the keys"),
      flag("reset", "These become all keys"),
      flag("remove", "Remove these"),
    ],
    failure: "Failed to set the keys of a user of",
    run: async (domain, { words }) => {
      words.exclusive("reset", "remove");
      const path = words.text("file");
      if (path === undefined && !words.has("reset")) throw new UsageError('"--file" is needed');
      const text = path === undefined ? "" : new TextDecoder().decode(await readInput(path));
      const keys = text.split("\n").filter((line) => line.trim() !== "");
      const mode = words.has("reset") ? "set" : words.has("remove") ? "remove" : "append";
      await domain.guest.setAuthorizedKeys({ user: words.required("user"), keys, mode });
      return done("");
    },
  }),
  "guest-agent-timeout": on(DOMAIN, {
    arguments: [maybe("timeout", "Seconds; -2 for ever, -1 the default, 0 not at all", { type: "number" })],
    failure: "Failed to set the patience with the agent of",
    run: async (domain, { words }) => {
      await domain.guest.setResponseTimeout(words.number("timeout") ?? -2);
      return done("");
    },
  }),
  "qemu-agent-command": on(DOMAIN, {
    arguments: [
      named("timeout", "Seconds", { type: "number" }),
      flag("async", "Do not wait for the answer"),
      flag("block", "Wait for ever"),
      flag("pretty", "Lay the answer out"),
      word("cmd", "The command, as JSON", { repeat: true }),
    ],
    failure: "Failed to talk to the agent of",
    run: async (domain, { words }) => {
      const timeout = words.has("async") ? 0 : words.has("block") ? -2 : words.number("timeout") ?? -1;
      const answer = await domain.guest.sendCommand({ text: words.all("cmd").join(" "), timeout });
      if (!words.has("pretty")) return { text: answer === "" ? "" : `${answer}\n`, json: { answer } };
      return { text: `${JSON.stringify(JSON.parse(answer), null, 2)}\n`, json: { answer } };
    },
  }),
  "inject-nmi": on(DOMAIN, {
    failure: "Failed to send an interrupt to",
    run: async (domain) => {
      await domain.injectNmi();
      return done("");
    },
  }),
  "send-key": on(DOMAIN, {
    arguments: [
      named("codeset", "What the numbers mean", { choices: Object.keys(CODESETS) }),
      named("holdtime", "Milliseconds that they are held down", { type: "number" }),
      word("keycode", "Numbers, or Linux's names as KEY_ENTER", { repeat: true }),
    ],
    failure: "Failed to press keys of",
    run: async (domain, { words }) => {
      const codeset = CODESETS[words.text("codeset") ?? "linux"] ?? "linux";
      const keycodes = words.all("keycode").map((key) => keyNumber(key, codeset));
      await domain.sendKey({ codeset, holdTime: words.number("holdtime") ?? 0, keycodes });
      return done("");
    },
  }),
  screenshot: on(DOMAIN, {
    arguments: [
      maybe("file", "Where it is written; - is standard output"),
      named("screen", "Number of the screen", { type: "number" }),
    ],
    failure: "Failed to take a screenshot of",
    run: screenshot,
  }),
  console: on(DOMAIN, {
    arguments: [
      maybe("devname", "Alias of the device; left out, the first console"),
      flag("force", "End a connection that somebody else has"),
      flag("safe", "Only where two connections cannot mix"),
    ],
    details: ["Ctrl-] ends it. Where standard input is no terminal, its end is the end of the console."],
    failure: "Failed to open a console of",
    run: openConsole,
  }),
};

function record(found: Awaited<ReturnType<Domain["guest"]["getInfo"]>>): Answer {
  const lines = Object.entries(found).map(([name, text]) => `${name.padEnd(20)}: ${parameterText(text)}\n`);
  return { text: lines.join(""), json: found };
}

function addressLines({ name, mac, addresses }: GuestInterface, full: boolean): string[] {
  if (addresses.length === 0) {
    return [` ${name.padEnd(10)} ${(mac ?? "N/A").padEnd(17)}    ${"N/A".padEnd(12)} N/A\n`];
  }
  return addresses.map(({ type, address, prefix }, index) => {
    const [one, two] = full || index === 0 ? [name, mac ?? ""] : ["-", "-"];
    return ` ${one.padEnd(10)} ${two.padEnd(17)}    ${type.padEnd(12)} ${address}/${prefix}\n`;
  });
}
