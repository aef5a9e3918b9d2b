/**
 * Which handler answers which procedure, by number.
 *
 * @module
 */

import { type CallFacts, CALLS } from "../api/call_facts.ts";
import type { ApiName } from "../model/api_permissions.ts";
import type { ErrorDomain } from "../model/error_domain.ts";
import { type FoundProcedure, functionName, type ProcedureName, procedures, PROGRAMS } from "../wire/libvirt/mod.ts";
import type { Call } from "./call.ts";
import type { Handlers } from "./handler.ts";

/** A procedure with its handler. */
export interface Entry {
  readonly name: ProcedureName;
  readonly row: Omit<FoundProcedure, "name">;
  /** The function of libvirt's C API that error texts name; the procedure's own name where it is none's. */
  readonly function: string;
  /** Where that function's errors come from. */
  readonly errorDomain: ErrorDomain;
  /** Whether a read-only connection may not call it, whatever the arguments are. */
  readonly writes: boolean;
  /** Whether a hypervisor has to be open. */
  readonly needsConnection: boolean;
  handle(call: Call, args: unknown): unknown;
}

/** The procedures that are answered, by program and number. */
export type DispatchTable = ReadonlyMap<number, ReadonlyMap<number, Entry>>;

/** What is answered before a hypervisor is open; of the features only the one that is the connection's own. */
const BEFORE_OPENING: ReadonlySet<ProcedureName> = new Set([
  "CONNECT_OPEN",
  "CONNECT_CLOSE",
  "CONNECT_SUPPORTS_FEATURE",
]);

/** Where the errors of a function come from. */
export function errorDomainOfCall(name: string): ErrorDomain {
  return factsOf(name)?.errorDomain ?? "VIR_FROM_NONE";
}

function factsOf(name: string): CallFacts | undefined {
  return Object.hasOwn(CALLS, name) ? CALLS[name as ApiName] : undefined;
}

/** Makes the table. A program is in it where one of its procedures is answered. */
export function createDispatchTable(handlers: Handlers): DispatchTable {
  const table = new Map<number, Map<number, Entry>>();
  for (const [key, handle] of Object.entries(handlers)) {
    const name = key as ProcedureName;
    const row = procedures[name] as Omit<FoundProcedure, "name">;
    const program = PROGRAMS[row.program];
    const entries = table.get(program) ?? new Map<number, Entry>();
    table.set(program, entries);
    const call = functionName(name) ?? name;
    entries.set(row.number, {
      name,
      row,
      function: call,
      errorDomain: errorDomainOfCall(call),
      writes: factsOf(call)?.writes ?? false,
      needsConnection: !name.startsWith("AUTH_") && !BEFORE_OPENING.has(name),
      handle: handle as Entry["handle"],
    });
  }
  return table;
}
