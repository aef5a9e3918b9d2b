/**
 * Lets a script decide over a part's calls, without the part knowing.
 *
 * @module
 */

import type { CallOptions } from "../contract.ts";
import type { Script } from "./script.ts";

/** libvirt's function for every method of a part. */
export type CallNames<T> = { readonly [Method in keyof T]-?: string };

type AnyMethod = (...values: unknown[]) => Promise<unknown>;

/** The part itself where the script has no rule; else one whose methods ask the script first. */
export function withScript<T extends object>(part: T, names: Partial<CallNames<T>>, script: Script): T {
  if (!script.active) return part;
  const guarded = { ...part } as Record<string, unknown>;
  for (const [name, method] of Object.entries(part)) {
    const call = names[name as keyof T];
    if (call === undefined || typeof method !== "function") continue;
    guarded[name] = async (...values: unknown[]): Promise<unknown> => {
      const { signal } = (values.at(-1) ?? {}) as CallOptions;
      const object = objectName(values[0]);
      await script.begin({
        call,
        ...(object === undefined ? {} : { object }),
        ...(signal === undefined ? {} : { signal }),
      });
      return await (method as AnyMethod).apply(part, values);
    };
  }
  return guarded as T;
}

/** The name in a reference; a text is a name only where it is not a document. */
function objectName(value: unknown): string | undefined {
  if (typeof value === "string") return value.includes("<") ? undefined : value;
  const { name, domain } = (value ?? {}) as { readonly name?: unknown; readonly domain?: { readonly name?: unknown } };
  // A snapshot is the guest's: rules are about guests.
  if (typeof domain?.name === "string") return domain.name;
  return typeof name === "string" ? name : undefined;
}
