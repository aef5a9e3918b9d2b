/**
 * One call of a client: what its handler uses to answer it.
 *
 * @module
 */

import type { CallableName, MethodArguments, MethodName, MethodResult } from "../api/parts.ts";
import type { Session } from "../api/session.ts";
import { type BitTable, type FlagsOf, numberToFlags } from "../base/bit_flags.ts";
import { type NumberTable, wordOf } from "../base/number_table.ts";
import type { ApiName } from "../model/api_permissions.ts";
import { checkFlags } from "../model/check_flags.ts";
import { VirtError } from "../model/error.ts";
import { type ErrorDomain, errorDomainOf } from "../model/error_domain.ts";
import { PROGRAM_VERSION, PROGRAMS } from "../wire/libvirt/mod.ts";
import type { CallHeader } from "../wire/libvirt/mod.ts";
import type { Client } from "./client.ts";
import type { Entry } from "./dispatch_table.ts";
import { rpcError } from "./error_reply.ts";

/** A call of a client. */
export class Call {
  readonly client: Client;
  readonly entry: Entry;
  readonly serial: number;
  #afterReply: (() => void) | undefined;

  constructor(client: Client, entry: Entry, serial: number) {
    this.client = client;
    this.entry = entry;
    this.serial = serial;
  }

  /** What its reply and its stream carry in their headers. */
  get header(): CallHeader {
    const { program, number } = this.entry.row;
    return { program: PROGRAMS[program], version: PROGRAM_VERSION, procedure: number, serial: this.serial };
  }

  /** The API's side of the client's connection. Throws where it is not open. */
  get session(): Session {
    return this.client.connection.session;
  }

  /** Calls the function of the API that has this procedure's name. */
  invoke<P extends CallableName, M extends MethodName<P>>(
    part: P,
    method: M,
    args: MethodArguments<P, M>,
  ): Promise<MethodResult<P, M>> {
    return this.session.invoke(this.entry.function as ApiName, part, method, args);
  }

  /** The flags that the bits stand for. Throws where no flag has one of them. */
  flags<T extends BitTable>(table: T, bits: number): FlagsOf<T> {
    if (bits === 0) return NO_FLAGS as FlagsOf<T>;
    checkFlags(bits, [table], { function: this.driverFunction, domain: this.driverDomain });
    return numberToFlags(table, bits);
  }

  /** Throws where any bit is set, for functions that have no flags. */
  noFlags(bits: number): void {
    if (bits !== 0) this.flags({}, bits);
  }

  /** The word for a number. Throws where the table has none. */
  word<T extends NumberTable>(table: T, number: number, what: string): keyof T & string {
    const word = wordOf(table, number);
    if (word === undefined) throw this.invalid(`unknown ${what} ${number}`);
    return word;
  }

  /** A length that a client asks for. Throws where it is none, or more than may be. */
  within(argument: string, value: number, most: number): number {
    if (value < 0 || value > most) throw rpcError(`${argument} '${value}' is not between 0 and ${most}`);
    return value;
  }

  /** The function of libvirt's driver that errors name: `testDomainGetXMLDesc`. */
  get driverFunction(): string {
    return this.session.driver.type.toLowerCase() + this.entry.function.slice("vir".length);
  }

  /** Where the driver's errors come from. */
  get driverDomain(): ErrorDomain {
    return errorDomainOf(this.session.driver.driver);
  }

  /** The error for an argument that the protocol allows and nobody can mean. */
  invalid(detail: string): VirtError {
    return new VirtError("VIR_ERR_INVALID_ARG", detail, { domain: this.driverDomain, step: this.entry.function });
  }

  /** Does something when the reply is on its way and before anything else is: begins a stream, lets events come. */
  afterReply(work: () => void): void {
    this.#afterReply = work;
  }

  /** @internal */
  replied(): void {
    this.#afterReply?.();
  }
}

const NO_FLAGS = Object.freeze({});
