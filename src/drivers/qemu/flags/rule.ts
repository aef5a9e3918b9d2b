/**
 * What a flag can be derived from: one shape for each kind of evidence. A table of rules is a list of these; a flag
 * with two rows is set when either holds.
 *
 * @module
 */

/** Set when this QMP command exists. */
export interface CommandRule {
  readonly flag: string;
  readonly command: string;
}

/** Set when the schema has what the path leads to; the path's language is that of {@linkcode QmpSchema.has}. */
export interface SchemaPathRule {
  readonly flag: string;
  readonly path: string;
  /** Another path that must lead somewhere too. */
  readonly andPath?: string;
}

/** Set when one of these QOM types can be made. */
export interface ObjectTypeRule {
  readonly flag: string;
  readonly types: readonly string[];
}

/** Set when one of these types has the property. */
export interface PropertyRule {
  readonly flag: string;
  readonly property: string;
  /** QOM types; for a machine rule, names or aliases of machines. */
  readonly types: readonly string[];
  /** When given, the property must also report this default. */
  readonly defaultValue?: boolean;
}

/** Set when the command line has this option, with this parameter when one is named. */
export interface OptionRule {
  readonly flag: string;
  readonly option: string;
  readonly parameter?: string;
}

/** Set when a plain list of words holds this one. */
export interface WordRule {
  readonly flag: string;
  readonly word: string;
}

/** Set for these guest architectures, in libvirt's words. */
export interface ArchitectureRule {
  readonly flag: string;
  readonly architectures: readonly string[];
}
