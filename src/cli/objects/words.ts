/**
 * What was typed for a command on objects, read by type.
 *
 * @module
 */

import { type Integer64, parseInteger64 } from "../../base/integer64.ts";
import type { DomainAffectFlags } from "../../model/mod.ts";
import type { ParsedArguments } from "../command.ts";
import { CliError, UsageError } from "../failure.ts";
import type { ArgumentSpec } from "./arguments.ts";
import { parseSize } from "./sizes.ts";

/** The most bytes that a document has. */
const MAX_DOCUMENT = 64 * 1024 * 1024;

/** Reads what was typed. */
export class Words {
  readonly #parsed: ParsedArguments;

  constructor(parsed: ParsedArguments) {
    this.#parsed = parsed;
  }

  /** Whether a switch was given. */
  has(name: string): boolean {
    return this.#parsed.switches.has(name);
  }

  /** The text of an argument that may be missing. */
  text(name: string): string | undefined {
    return this.#parsed.values.get(name)?.at(-1);
  }

  /** The text of an argument that has to be there. */
  required(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw new UsageError(`"--${name}" is missing`);
    return text;
  }

  /** Every text of an argument that repeats. */
  all(name: string): readonly string[] {
    return this.#parsed.values.get(name) ?? [];
  }

  /** An integer that a number holds. */
  number(name: string): number | undefined {
    const value = this.integer(name);
    if (typeof value === "bigint") throw new UsageError(`"--${name}" is out of range: ${value}`);
    return value;
  }

  /** An integer. */
  integer(name: string): Integer64 | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parseInteger64(text);
    if (value === undefined) throw new UsageError(`"--${name}" takes a number, but got "${text}"`);
    return value;
  }

  /** Bytes of a size with or without a unit; without one, it counts units of `unit` bytes. */
  bytes(name: string, unit: number): Integer64 | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const bytes = parseSize(text, unit);
    if (bytes === undefined) throw new UsageError(`"--${name}" takes a size as 512M or 2GiB, but got "${text}"`);
    return bytes;
  }

  /** The switches that were given, under the names that the API has for them. */
  flags<T extends Readonly<Record<string, string>>>(names: T): { readonly [Name in keyof T]?: boolean } {
    const given = Object.entries(names).filter(([, name]) => this.has(name)).map(([flag]) => [flag, true]);
    return Object.fromEntries(given) as { readonly [Name in keyof T]?: boolean };
  }

  /** Which configuration is meant. */
  affect(): DomainAffectFlags {
    this.exclusive("current", "live");
    this.exclusive("current", "config");
    return this.flags({ live: "live", config: "config" });
  }

  /** Refuses two switches that contradict each other. */
  exclusive(first: string, second: string): void {
    const given = (name: string): boolean => this.has(name) || this.text(name) !== undefined;
    if (given(first) && given(second)) {
      throw new UsageError(`Options --${first} and --${second} are mutually exclusive`);
    }
  }

  /** The text of the file that an argument names; `-` and /dev/stdin are standard input. */
  async file(name: string): Promise<string> {
    return new TextDecoder().decode(await readInput(this.required(name)));
  }
}

/** Refuses arguments that are not of their type, before anything is done. */
export function checkWords(words: Words, specs: readonly ArgumentSpec[]): void {
  for (const { name, type } of specs) {
    if (type === "number") words.integer(name);
    if (type === "size") words.bytes(name, 1);
  }
}

/** Reads a file, or standard input. */
export async function readInput(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (path === "-") return new Uint8Array(await new Response(Deno.stdin.readable).arrayBuffer());
  try {
    const { size } = await Deno.stat(path);
    if (size > MAX_DOCUMENT) throw new Error(`It has ${size} bytes, more than a document may have`);
    return await Deno.readFile(path);
  } catch (error) {
    throw new CliError(`Cannot read "${path}"`, 1, { cause: error });
  }
}
