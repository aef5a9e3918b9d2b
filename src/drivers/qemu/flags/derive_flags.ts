/**
 * The derived flags of a binary: evidence in, names out. The tables beside this file say what stands for what; this
 * file only looks the rows up and then lets the fix-ups have their say.
 *
 * @module
 */

import type { DeviceProperty } from "../parse_properties.ts";
import { ARCHITECTURE_RULES } from "./by_architecture.ts";
import { COMMAND_RULES } from "./by_command.ts";
import { COMMAND_LINE_RULES } from "./by_command_line.ts";
import { DEVICE_PROPERTY_RULES } from "./by_device_property.ts";
import { MACHINE_PROPERTY_RULES } from "./by_machine_property.ts";
import { OBJECT_PROPERTY_RULES } from "./by_object_property.ts";
import { OBJECT_TYPE_RULES } from "./by_object_type.ts";
import { VERSION_RULES } from "./by_version.ts";
import { CPU_MODEL_RULES, MIGRATION_CAPABILITY_RULES, TPM_MODEL_RULES, TPM_TYPE_RULES } from "./by_word.ts";
import { applyFixUps } from "./fix_ups.ts";
import { orderFlags } from "./names.ts";
import type { PropertyRule, WordRule } from "./rule.ts";

/** What is known of a binary when its flags are derived. What could not be learnt is empty. */
export interface FlagEvidence {
  /** major * 1 000 000 + minor * 1 000 + micro. */
  readonly version: number;
  /** In libvirt's words. */
  readonly arch: string;
  /** Whether KVM is there and this process may use it. */
  readonly kvm: boolean;
  readonly commands: ReadonlySet<string>;
  /** What {@linkcode schemaFlags} finds in the QMP schema. */
  readonly schemaFlags: ReadonlySet<string>;
  /** QOM types, devices and others. */
  readonly types: ReadonlySet<string>;
  /** By device type. */
  readonly deviceProperties: ReadonlyMap<string, readonly DeviceProperty[]>;
  /** By object type. */
  readonly objectProperties: ReadonlyMap<string, readonly DeviceProperty[]>;
  /** By the name or alias that the rule has. */
  readonly machineProperties: ReadonlyMap<string, readonly DeviceProperty[]>;
  /** Command-line options with their parameters. */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  readonly migrationCapabilities: ReadonlySet<string>;
  /** Absent where QEMU has no such query. */
  readonly tpmModels?: ReadonlySet<string>;
  readonly tpmTypes: ReadonlySet<string>;
  readonly cpuModels: ReadonlySet<string>;
  /** Whether the platform has AMD SEV, not just the emulator. */
  readonly sev: boolean;
  /** Whether the platform has Intel SGX, not just the emulator. */
  readonly sgx: boolean;
}

/** The flags that the evidence stands for, in the reference's order. */
export function deriveFlags(evidence: FlagEvidence): string[] {
  const flags = new Set(evidence.schemaFlags);
  addPlatformFlags(flags, evidence);
  for (const { flag, command } of COMMAND_RULES) if (evidence.commands.has(command)) flags.add(flag);
  for (const { flag, types } of OBJECT_TYPE_RULES) {
    if (types.some((type) => evidence.types.has(type))) flags.add(flag);
  }
  addPropertyFlags(flags, DEVICE_PROPERTY_RULES, evidence.deviceProperties);
  addPropertyFlags(flags, OBJECT_PROPERTY_RULES, evidence.objectProperties);
  addPropertyFlags(flags, MACHINE_PROPERTY_RULES, evidence.machineProperties);
  addOptionFlags(flags, evidence.options);
  addWordFlags(flags, MIGRATION_CAPABILITY_RULES, evidence.migrationCapabilities);
  addWordFlags(flags, CPU_MODEL_RULES, evidence.cpuModels);
  if (evidence.tpmModels !== undefined) {
    addWordFlags(flags, TPM_MODEL_RULES, evidence.tpmModels);
    addWordFlags(flags, TPM_TYPE_RULES, evidence.tpmTypes);
  }
  applyFixUps(flags, evidence);
  return orderFlags(flags);
}

function addPlatformFlags(flags: Set<string>, evidence: FlagEvidence): void {
  if (evidence.kvm) flags.add("kvm");
  for (const { flag, architectures } of ARCHITECTURE_RULES) {
    if (architectures.includes(evidence.arch)) flags.add(flag);
  }
  for (const { flag, from = 0, before = Infinity } of VERSION_RULES) {
    if (evidence.version >= from && evidence.version < before) flags.add(flag);
  }
}

function addPropertyFlags(
  flags: Set<string>,
  rules: readonly PropertyRule[],
  known: ReadonlyMap<string, readonly DeviceProperty[]>,
): void {
  for (const rule of rules) {
    if (rule.types.some((type) => known.get(type)?.some((property) => isMet(rule, property)))) flags.add(rule.flag);
  }
}

function isMet(rule: PropertyRule, property: DeviceProperty): boolean {
  if (property.name !== rule.property) return false;
  return rule.defaultValue === undefined || property.defaultValue === rule.defaultValue;
}

function addOptionFlags(flags: Set<string>, options: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const { flag, option, parameter } of COMMAND_LINE_RULES) {
    const parameters = options.get(option);
    if (parameters !== undefined && (parameter === undefined || parameters.has(parameter))) flags.add(flag);
  }
}

function addWordFlags(flags: Set<string>, rules: readonly WordRule[], words: ReadonlySet<string>): void {
  for (const { flag, word } of rules) if (words.has(word)) flags.add(flag);
}
