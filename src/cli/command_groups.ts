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
  {
    name: "networks",
    title: "Virtual networks, their ports and leases",
    entries: rows(() => import("./commands/network.ts"), {
      "net-list": "List virtual networks",
      "net-info": "Say what a network is and how it is",
      "net-name": "Print the name of a network",
      "net-uuid": "Print the UUID of a network",
      "net-dumpxml": "Print the document of a network",
      "net-define": "Define a network, or change its kept configuration",
      "net-create": "Start a network that is not kept",
      "net-start": "Start a network",
      "net-destroy": "Stop a network",
      "net-undefine": "Forget the configuration of a network",
      "net-autostart": "Let a network start with the host, or not",
      "net-update": "Change a part of a network",
      "net-dhcp-leases": "List the addresses that a network gave",
      "net-port-list": "List the ports of a network",
      "net-port-create": "Plug a port into a network",
      "net-port-dumpxml": "Print the document of a port",
      "net-port-delete": "Unplug a port",
    }),
  },
  {
    name: "pools",
    title: "Storage pools",
    entries: rows(() => import("./commands/pool.ts"), {
      "pool-list": "List storage pools",
      "pool-info": "Say what a pool is and how full it is",
      "pool-name": "Print the name of a pool",
      "pool-uuid": "Print the UUID of a pool",
      "pool-dumpxml": "Print the document of a pool",
      "pool-define": "Define a pool, or change its kept configuration",
      "pool-define-as": "Define a pool from words",
      "pool-create": "Start a pool that is not kept",
      "pool-create-as": "Start a pool that is not kept, from words",
      "pool-start": "Start a pool",
      "pool-build": "Make what a pool needs on the disk",
      "pool-destroy": "Stop a pool; its data stay",
      "pool-delete": "Delete what a pool has on the disk",
      "pool-refresh": "Look for the volumes of a pool again",
      "pool-undefine": "Forget the configuration of a pool",
      "pool-autostart": "Let a pool start with the host, or not",
      "find-storage-pool-sources": "Look for what could be a pool",
      "pool-capabilities": "Print which types of pool there can be",
    }),
  },
  {
    name: "volumes",
    title: "Storage volumes",
    entries: rows(() => import("./commands/volume.ts"), {
      "vol-list": "List the volumes of a pool",
      "vol-info": "Say what a volume is and how large it is",
      "vol-name": "Print the name of a volume",
      "vol-key": "Print the key of a volume",
      "vol-path": "Print the path of a volume",
      "vol-pool": "Print the pool of a volume",
      "vol-dumpxml": "Print the document of a volume",
      "vol-create": "Make a volume",
      "vol-create-as": "Make a volume from words",
      "vol-create-from": "Make a volume from another one",
      "vol-clone": "Copy a volume",
      "vol-delete": "Delete a volume",
      "vol-wipe": "Make the data of a volume unreadable",
      "vol-resize": "Change the size of a volume",
      "vol-download": "Write a volume to a file",
      "vol-upload": "Write a file to a volume",
    }),
  },
  {
    name: "host-objects",
    title: "Interfaces and devices of the host, secrets and network filters",
    entries: [
      ...rows(() => import("./commands/host_objects.ts"), {
        "iface-list": "List the network interfaces of the host",
        "iface-name": "Print the name of an interface",
        "iface-mac": "Print the MAC address of an interface",
        "iface-dumpxml": "Print the document of an interface",
        "iface-define": "Define an interface, or change its kept configuration",
        "iface-undefine": "Forget the configuration of an interface",
        "iface-start": "Start an interface",
        "iface-destroy": "Stop an interface",
        "iface-begin": "Keep the interfaces as they are, so that they can be gone back to",
        "iface-commit": "Let the changes since iface-begin stay",
        "iface-rollback": "Take the changes since iface-begin back",
        "secret-list": "List secrets",
        "secret-dumpxml": "Print the document of a secret",
        "secret-define": "Define a secret, or change it",
        "secret-undefine": "Forget a secret",
        "secret-set-value": "Give a secret its value",
        "secret-get-value": "Print the value of a secret",
        "nwfilter-list": "List network filters",
        "nwfilter-dumpxml": "Print the document of a network filter",
        "nwfilter-define": "Define a network filter, or change it",
        "nwfilter-undefine": "Forget a network filter",
        "nwfilter-binding-list": "List the bindings of network filters",
        "nwfilter-binding-dumpxml": "Print the document of a binding",
        "nwfilter-binding-create": "Bind a network filter to a port",
        "nwfilter-binding-delete": "Delete a binding",
      }),
      ...rows(() => import("./commands/node_device.ts"), {
        "nodedev-list": "List the devices of the host",
        "nodedev-info": "Say what a device is and how it is",
        "nodedev-dumpxml": "Print the document of a device",
        "nodedev-create": "Make a device",
        "nodedev-define": "Define a device",
        "nodedev-start": "Start a device",
        "nodedev-destroy": "Remove a device",
        "nodedev-undefine": "Forget the definition of a device",
        "nodedev-detach": "Take a device from the host's driver",
        "nodedev-reattach": "Give a device back to the host's driver",
        "nodedev-reset": "Reset a device",
        "nodedev-autostart": "Let a device start with the host, or not",
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
