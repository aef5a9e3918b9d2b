/**
 * What the changes of all sections of a network have in common.
 *
 * @module
 */

import type { ErrorCode } from "../../model/error_code.ts";
import { VirtError } from "../../model/error.ts";
import type { NetworkUpdateCommand, NetworkUpdateSection } from "../../model/network.ts";
import { NETWORK_UPDATE_COMMANDS } from "../../model/network.ts";
import { withName } from "../parts/names_itself.ts";
import { type Element, type Fail, parseShape, refine } from "../shape/mod.ts";
import { DocumentError } from "../xml/document_error.ts";
import type { DocumentTitle } from "../xml/document_titles.ts";
import type { Network } from "./document.ts";
import { wrong } from "./terms.ts";

/** A change of one part of a network. */
export interface NetworkChange {
  readonly command: NetworkUpdateCommand;
  readonly section: NetworkUpdateSection;
  /** Which of several `<ip>`; -1: whichever fits. */
  readonly parentIndex: number;
  /** The element, as `<host mac='…'/>`. */
  readonly xml: string;
}

/** libvirt has no brackets around this one. */
const ABOUT: DocumentTitle = { title: "network_update_xml", domain: "VIR_FROM_NETWORK" };

/** Reads the element of a change; `check` says what has to be right where it is put. */
export function readFragment<T extends object>(
  network: Network,
  { shape, xml }: { readonly shape: Element<T>; readonly xml: string },
  check: (value: T, fail: Fail) => void = () => {},
): T {
  const checked: Element<T> = { ...refine(shape, check as never) as Element<T>, name: shape.name, empty: shape.empty };
  try {
    return parseShape(checked, xml, { unknown: "ignore", about: ABOUT });
  } catch (error) {
    throw withName(asUnexpected(error, shape.name, network.name), network.name);
  }
}

/** libvirt has words of its own for a change whose root is another element. */
function asUnexpected(error: unknown, wanted: string, name: string): unknown {
  if (!(error instanceof DocumentError) || !error.detail.startsWith("expecting root element of ")) return error;
  const { path, line, column, problem } = error;
  const detail = `unexpected element <${path.slice(1)}>, expecting <${wanted}>, while updating network '${name}'`;
  return new DocumentError(problem, { path, line, column }, { ...wrong(detail), cause: error });
}

/** Whether something is to be added. */
export function isAdd(command: NetworkUpdateCommand): boolean {
  return command === "addFirst" || command === "addLast";
}

/** The list with one more at either end. */
export function withAdded<T>(list: readonly T[], value: T, command: NetworkUpdateCommand): readonly T[] {
  return command === "addFirst" ? [value, ...list] : [...list, value];
}

/** The list without one; undefined where nothing is left. */
export function without<T>(list: readonly T[], index: number): readonly T[] | undefined {
  return list.length === 1 ? undefined : list.filter((_, each) => each !== index);
}

/** The change does not fit the network as it is. */
export function refuse(detail: string, code: ErrorCode = "VIR_ERR_OPERATION_INVALID"): never {
  throw new VirtError(code, detail, { domain: "VIR_FROM_NETWORK" });
}

/** There is no such change. */
export function refuseChange(detail: string): never {
  refuse(detail, "VIR_ERR_OPERATION_UNSUPPORTED");
}

/** Only adding and deleting is left where this is called. */
export function refuseUnlessDelete(command: NetworkUpdateCommand): void {
  if (command === "delete") return;
  refuseChange(`unrecognized network update command code ${NETWORK_UPDATE_COMMANDS[command]}`);
}
