/**
 * The shapes of what a hypervisor says of CPUs, as much as this room reads of it.
 *
 * @module
 */

/** One property of an expanded CPU model. */
export interface CpuProperty {
  readonly name: string;
  readonly value: boolean | string | number;
  /** False where a guest that has it cannot be migrated; absent where the hypervisor was not asked. */
  readonly migratable?: boolean;
}

/** A hypervisor's expansion of its host (or maximum) model. */
export interface ExpandedModel {
  /** The name of the base model. */
  readonly name: string;
  /** Whether the properties say which of them are migratable. */
  readonly migratability: boolean;
  readonly properties: readonly CpuProperty[];
}

/** A model that a hypervisor offers. */
export interface ModelDefinition {
  readonly name: string;
  readonly usable: "yes" | "no" | "unknown";
  /** Features that keep it from being usable. */
  readonly blockers: readonly string[];
  readonly deprecated: boolean;
}
