/**
 * Which types and machines are asked for their properties: those that a flag rule names and that this binary has.
 *
 * @module
 */

import type { MachineType } from "./capabilities.ts";
import type { Conversation } from "./conversation.ts";
import { DEVICE_PROPERTY_RULES } from "./flags/by_device_property.ts";
import { MACHINE_PROPERTY_RULES } from "./flags/by_machine_property.ts";
import { OBJECT_PROPERTY_RULES } from "./flags/by_object_property.ts";
import type { PropertyRule } from "./flags/rule.ts";
import { type DeviceProperty, parseProperties } from "./parse_properties.ts";
import { canonicalMachine } from "./parse_machines.ts";
import { stepName } from "./conversation.ts";

/** Properties by the name that the rule has. */
export type PropertyMap = ReadonlyMap<string, readonly DeviceProperty[]>;

/** Machine types that are not in the list of machines: one is none for guests, the other a base of others. */
const UNLISTED_MACHINES = ["none", "generic-pc"];

type Command = "device-list-properties" | "qom-list-properties";

/** The properties of every device that a rule names, but for those in `denied`. */
export function askDeviceProperties(
  conversation: Conversation,
  known: ReadonlySet<string>,
  denied: readonly string[],
): Promise<PropertyMap> {
  return askTypes(conversation, "device-list-properties", {
    wanted: typesOf(DEVICE_PROPERTY_RULES).filter((type) => known.has(type)),
    denied,
  });
}

/** The properties of every other object that a rule names, but for those in `denied`. */
export function askObjectProperties(
  conversation: Conversation,
  known: ReadonlySet<string>,
  denied: readonly string[],
): Promise<PropertyMap> {
  return askTypes(conversation, "qom-list-properties", {
    wanted: typesOf(OBJECT_PROPERTY_RULES).filter((type) => known.has(type)),
    denied,
  });
}

/** The properties of every machine that a rule names, by the rule's name for it. */
export async function askMachineProperties(
  conversation: Conversation,
  machines: readonly MachineType[],
): Promise<PropertyMap> {
  const answers = typesOf(MACHINE_PROPERTY_RULES).map(async (name) => {
    const canonical = UNLISTED_MACHINES.includes(name) ? name : canonicalMachine(machines, name);
    if (canonical === undefined) return undefined;
    return [name, await askType(conversation, "qom-list-properties", `${canonical}-machine`)] as const;
  });
  return new Map((await Promise.all(answers)).filter((answer) => answer !== undefined));
}

async function askTypes(
  conversation: Conversation,
  command: Command,
  { wanted, denied }: { readonly wanted: readonly string[]; readonly denied: readonly string[] },
): Promise<PropertyMap> {
  const answers = wanted.map(async (type) => {
    if (!denied.includes(type)) return [type, await askType(conversation, command, type)] as const;
    conversation.note(stepName({ command, subject: type }), "Not asked: this binary does not survive the question");
    return undefined;
  });
  return new Map((await Promise.all(answers)).filter((answer) => answer !== undefined));
}

async function askType(
  conversation: Conversation,
  command: Command,
  type: string,
): Promise<readonly DeviceProperty[]> {
  const question = { command, args: { typename: type }, subject: type, absentWhen: ["DeviceNotFound"] };
  return await conversation.ask(question, parseProperties) ?? [];
}

function typesOf(rules: readonly PropertyRule[]): string[] {
  return [...new Set(rules.flatMap((rule) => rule.types))];
}
