/**
 * The commands that begin and end the life of guests: define, start, stop, pause, rename.
 *
 * @module
 */

import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { done, remark } from "../objects/answer.ts";
import { AFFECT, file, flag, named, VALIDATE, word } from "../objects/arguments.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { on, onConnection } from "../objects/object_command.ts";
import type { Words } from "../objects/words.ts";

const FILE = file("domain");

const START = [
  flag("paused", "Leave it paused"),
  flag("autodestroy", "Stop it when this connection ends"),
  flag("reset-nvram", "Make its firmware variables anew from the template"),
];

/** virsh's words for the ways to ask a guest. */
const MODES = {
  acpi: { acpiPowerBtn: true },
  agent: { guestAgent: true },
  initctl: { initctl: true },
  signal: { signal: true },
  paravirt: { paravirt: true },
} as const;

const MODE = named("mode", `How it is asked, separated by commas: ${Object.keys(MODES).join(", ")}`);

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  define: onConnection({
    arguments: [FILE, VALIDATE],
    failure: "Failed to define domain",
    run: async ({ domains }, { words }) => {
      const domain = await domains.define(
        await words.file("file"),
        words.has("validate") ? { validate: true } : undefined,
      );
      return done(`Domain '${domain.name}' defined from ${words.required("file")}`, domain.reference);
    },
  }),
  create: onConnection({
    arguments: [FILE, ...START, VALIDATE],
    failure: "Failed to create domain",
    run: async ({ domains }, { words }) => {
      const flags = words.flags({
        paused: "paused",
        autodestroy: "autodestroy",
        resetNvram: "reset-nvram",
        validate: "validate",
      });
      const domain = await domains.createXml(await words.file("file"), flags);
      return done(`Domain '${domain.name}' created from ${words.required("file")}`, domain.reference);
    },
  }),
  undefine: on(DOMAIN, {
    arguments: [
      flag("managed-save", "Remove its saved state, too"),
      flag("snapshots-metadata", "Forget its snapshots, too"),
      flag("checkpoints-metadata", "Forget its checkpoints, too"),
      flag("nvram", "Remove its firmware variables, too"),
      flag("keep-nvram", "Keep its firmware variables"),
      flag("tpm", "Remove the state of its TPM, too"),
      flag("keep-tpm", "Keep the state of its TPM"),
    ],
    failure: "Failed to undefine",
    run: async (domain, { words }) => {
      words.exclusive("nvram", "keep-nvram");
      words.exclusive("tpm", "keep-tpm");
      await domain.undefine(optional(words.flags({
        managedSave: "managed-save",
        snapshotsMetadata: "snapshots-metadata",
        checkpointsMetadata: "checkpoints-metadata",
        nvram: "nvram",
        keepNvram: "keep-nvram",
        tpm: "tpm",
        keepTpm: "keep-tpm",
      })));
      return done(`Domain '${domain.name}' has been undefined`);
    },
  }),
  shutdown: on(DOMAIN, {
    arguments: [MODE],
    failure: "Failed to shutdown",
    run: async (domain, { words }) => {
      await domain.shutdown(modes(words));
      return done(`Domain '${domain.name}' is being shutdown`);
    },
  }),
  reboot: on(DOMAIN, {
    arguments: [MODE],
    failure: "Failed to reboot",
    run: async (domain, { words }) => {
      await domain.reboot(modes(words));
      return done(`Domain '${domain.name}' is being rebooted`);
    },
  }),
  reset: on(DOMAIN, {
    failure: "Failed to reset",
    run: async (domain) => {
      await domain.reset();
      return done(`Domain '${domain.name}' was reset`);
    },
  }),
  destroy: on(DOMAIN, {
    arguments: [flag("graceful", "Only where it ends by itself"), flag("remove-logs", "Remove its logs, too")],
    failure: "Failed to destroy",
    run: async (domain, { words }) => {
      await domain.destroy(optional(words.flags({ graceful: "graceful", removeLogs: "remove-logs" })));
      return done(`Domain '${domain.name}' destroyed`, domain.reference);
    },
  }),
  suspend: on(DOMAIN, {
    failure: "Failed to suspend",
    run: async (domain) => {
      await domain.suspend();
      return done(`Domain '${domain.name}' suspended`);
    },
  }),
  resume: on(DOMAIN, {
    failure: "Failed to resume",
    run: async (domain) => {
      await domain.resume();
      return done(`Domain '${domain.name}' resumed`);
    },
  }),
  autostart: on(DOMAIN, {
    arguments: [flag("disable", "Start it with the host no more")],
    failure: "Failed to change the autostart of",
    run: async (domain, { words }) => {
      const wanted = !words.has("disable");
      await domain.setAutostart(wanted);
      return done(`Domain '${domain.name}' ${wanted ? "marked" : "unmarked"} as autostarted`);
    },
  }),
  domrename: on(DOMAIN, {
    arguments: [word("new-name", "Its new name")],
    failure: "Failed to rename",
    run: async (domain, { words }) => {
      await domain.rename(words.required("new-name"));
      return done("Domain successfully renamed", domain.reference);
    },
  }),
  dompmsuspend: on(DOMAIN, {
    arguments: [
      word("target", "Where its memory is kept", { choices: ["mem", "disk", "hybrid"] }),
      named("duration", "Seconds after which it wakes", { type: "number" }),
    ],
    failure: "Failed to put to sleep",
    run: async (domain, { words }) => {
      const target = words.required("target") as "mem" | "disk" | "hybrid";
      await domain.pmSuspend({ target, duration: words.integer("duration") ?? 0 });
      return remark(`Domain '${domain.name}' successfully suspended`);
    },
  }),
  dompmwakeup: on(DOMAIN, {
    failure: "Failed to wake",
    run: async (domain) => {
      await domain.pmWakeup();
      return remark(`Domain '${domain.name}' successfully woken up`);
    },
  }),
  "set-lifecycle-action": on(DOMAIN, {
    arguments: [
      word("type", "When", { choices: ["poweroff", "reboot", "crash"] }),
      word("action", "What happens then", {
        choices: ["destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart"],
      }),
      ...AFFECT,
    ],
    failure: "Unable to change lifecycle action of",
    run: async (domain, { words }) => {
      const action = ACTIONS[words.required("action") as keyof typeof ACTIONS];
      await domain.setLifecycleAction({ type: words.required("type") as "poweroff", action }, words.affect());
      return done("");
    },
  }),
};

const ACTIONS = {
  destroy: "destroy",
  restart: "restart",
  "rename-restart": "restartRename",
  preserve: "preserve",
  "coredump-destroy": "coredumpDestroy",
  "coredump-restart": "coredumpRestart",
} as const;

/** Starts a guest that is defined; `innkeeper start GUEST` is this. */
export const startDomain: Command = on(DOMAIN, {
  arguments: [
    ...START,
    flag("bypass-cache", "Read its saved state past the host's cache"),
    flag("force-boot", "Boot anew, whatever state was saved"),
  ],
  failure: "Failed to start",
  run: async (domain, { words }) => {
    await domain.create(optional(words.flags({
      paused: "paused",
      autodestroy: "autodestroy",
      resetNvram: "reset-nvram",
      bypassCache: "bypass-cache",
      forceBoot: "force-boot",
    })));
    return done(`Domain '${domain.name}' started`, domain.reference);
  },
});

/** Without any flag, the call that every driver has is made. */
function optional<T extends object>(flags: T): T | undefined {
  return Object.keys(flags).length === 0 ? undefined : flags;
}

function modes(
  words: Words,
): { readonly [Mode in "acpiPowerBtn" | "guestAgent" | "initctl" | "signal" | "paravirt"]?: true } {
  const given = (words.text("mode") ?? "").split(",").filter((mode) => mode !== "");
  return Object.assign(
    {},
    ...given.map((mode) => {
      if (mode in MODES) return MODES[mode as keyof typeof MODES];
      throw new UsageError(`"--mode" takes ${Object.keys(MODES).join(", ")}, but got "${mode}"`);
    }),
  );
}
