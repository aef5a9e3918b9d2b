/**
 * The arguments of commands on objects, as data: each can be written by its name or, like virsh's, in its place.
 *
 * @module
 */

import type { OptionSpec, PositionalSpec } from "../command.ts";

/** What the text of an argument has to be. */
export type ArgumentType = "text" | "number" | "size";

/** One argument of a command on objects. */
export interface ArgumentSpec {
  /** virsh's name of it, without dashes. */
  readonly name: string;
  /** A switch has no value; a word can also stand in its place without its name; a named one cannot. */
  readonly form: "switch" | "word" | "named";
  readonly required?: boolean;
  readonly repeat?: boolean;
  readonly type?: ArgumentType;
  readonly choices?: readonly string[];
  /** One line. */
  readonly doc: string;
}

/** What can be said of an argument besides its name. */
export type ArgumentMore = Pick<ArgumentSpec, "type" | "choices" | "repeat">;

/** A switch. */
export function flag(name: string, doc: string): ArgumentSpec {
  return { name, form: "switch", doc };
}

/** A word that has to be there. */
export function word(name: string, doc: string, more: ArgumentMore = {}): ArgumentSpec {
  return { name, form: "word", required: true, doc, ...more };
}

/** A word that may be left out. */
export function maybe(name: string, doc: string, more: ArgumentMore = {}): ArgumentSpec {
  return { name, form: "word", doc, ...more };
}

/** A value that is only taken with its name. */
export function named(name: string, doc: string, more: ArgumentMore = {}): ArgumentSpec {
  return { name, form: "named", doc, ...more };
}

/** Which configuration a change is for; none: the running one of a running guest, else the kept one. */
export const AFFECT: readonly ArgumentSpec[] = [
  flag("config", "From the next start on"),
  flag("live", "The running guest, now"),
  flag("current", "As it is now: running or not"),
];

/** The same with virsh's older name for both. */
export const AFFECT_DEVICE: readonly ArgumentSpec[] = [
  flag("persistent", "Now, and from the next start on"),
  ...AFFECT,
];

/** The options that these arguments are. */
export function optionsOf(specs: readonly ArgumentSpec[]): OptionSpec[] {
  return specs.map(({ name, form, type, choices, repeat, doc }) => ({
    name,
    doc,
    ...(form === "switch" ? {} : { value: type === undefined || type === "text" ? "TEXT" : type.toUpperCase() }),
    ...(choices === undefined ? {} : { choices }),
    ...(repeat === undefined ? {} : { repeat }),
  }));
}

/** The words that may stand without a name, in order. */
export function positionalsOf(specs: readonly ArgumentSpec[]): PositionalSpec[] {
  return specs.filter(({ form }) => form === "word").map(({ name, required, repeat, doc }) => ({
    name: name.toUpperCase(),
    option: name,
    doc: `${doc[0]?.toLowerCase() ?? ""}${doc.slice(1)}`,
    ...(required === undefined ? {} : { required }),
    ...(repeat === undefined ? {} : { repeat }),
  }));
}

/** Which objects are listed, by whether they run. */
export const WHICH: readonly ArgumentSpec[] = [
  flag("inactive", "Those that do not run"),
  flag("all", "Those that run and those that do not"),
];

/** Which objects are listed, by whether they are kept and start with the host. */
export const KEPT: readonly ArgumentSpec[] = [
  flag("persistent", "Those that stay when they stop"),
  flag("transient", "Those that are gone when they stop"),
  flag("autostart", "Those that start with the host"),
  flag("no-autostart", "Those that do not"),
];

/** A document that a command takes. */
export function file(element: string): ArgumentSpec {
  return word("file", `File with the <${element}>; - is standard input`);
}

/** Asks for the check of a document. */
export const VALIDATE: ArgumentSpec = flag("validate", "Hold the document to its schema");
