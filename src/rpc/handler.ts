/**
 * What a handler is: the arguments of one procedure in, its reply out. The types come from the table of procedures.
 *
 * @module
 */

import type { ProcedureArguments, ProcedureName, ProcedureReply } from "../wire/libvirt/mod.ts";
import type { Call } from "./call.ts";

/** Answers one procedure; at once where it can, for that is faster. */
export type Handler<N extends ProcedureName> = (
  call: Call,
  args: ProcedureArguments<N>,
) => ProcedureReply<N> | Promise<ProcedureReply<N>>;

/** Handlers by the names of their procedures; what has none is an unknown procedure. */
export type Handlers = { readonly [N in ProcedureName]?: Handler<N> };
