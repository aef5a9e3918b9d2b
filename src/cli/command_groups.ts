/**
 * The commands on objects, by group: virsh's names with what they do. Each group's file is loaded only when one of its
 * commands runs or is asked about.
 *
 * @module
 */

import type { Command, CommandEntry } from "./command.ts";

/** Commands that are explained together. */
export interface CommandGroup {
  /** For `innkeeper help NAME`. */
  readonly name: string;
  readonly title: string;
  readonly entries: readonly CommandEntry[];
}

type Load = () => Promise<{ readonly commands: Readonly<Record<string, Command>> }>;

/** The groups, in the order of the help. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    name: "guests",
    title: "Guests: which there are, and their life",
    entries: [
      ...rows(() => import("./commands/domain_list.ts"), {
        list: "List guests",
        dominfo: "Say what a guest is and how it is",
        domid: "Print the number of a guest",
        domname: "Print the name of a guest",
        domuuid: "Print the UUID of a guest",
        domstate: "Print the state of a guest",
        domcontrol: "Say whether the hypervisor can be talked to about a guest",
      }),
      ...rows(() => import("./commands/domain_life.ts"), {
        define: "Define a guest, or change its kept configuration",
        create: "Start a guest that is not kept",
        undefine: "Forget the configuration of a guest",
        shutdown: "Ask a guest to shut down",
        reboot: "Ask a guest to start anew",
        reset: "Start a guest anew at once",
        destroy: "Stop a guest at once",
        suspend: "Pause a guest",
        resume: "Let a paused guest go on",
        autostart: "Let a guest start with the host, or not",
        domrename: "Give a guest another name",
        dompmsuspend: "Let the system inside a guest sleep",
        dompmwakeup: "Wake the system inside a guest",
        "set-lifecycle-action": "Say what happens when a guest powers off, reboots or crashes",
      }),
    ],
  },
];

/** Every command on objects. */
export const OBJECT_COMMANDS: readonly CommandEntry[] = COMMAND_GROUPS.flatMap(({ entries }) => entries);

function rows(load: Load, summaries: Readonly<Record<string, string>>): CommandEntry[] {
  return Object.entries(summaries).map(([name, summary]) => ({
    name,
    summary,
    load: async (): Promise<Command> => {
      const command = (await load()).commands[name];
      if (command === undefined) throw new Error(`The command "${name}" is in the table, but not in its file`);
      return command;
    },
  }));
}
