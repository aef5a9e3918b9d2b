/**
 * The engine of the API: one caller's way to a hypervisor. Every call is checked here, made here, and its errors leave
 * from here.
 *
 * @module
 */

import type { DriverConnection } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";
import type { ErrorDomain } from "../model/error_domain.ts";
import {
  type AccessPolicy,
  type AccessQuestion,
  type Identity,
  requireAccess,
  requireSight,
  visible,
} from "./access.ts";
import { checkArguments } from "./argument_rules/mod.ts";
import type { CallOptions } from "./call_options.ts";
import type { ApiName } from "../model/api_permissions.ts";
import { CALLS } from "./call_facts.ts";
import { describeTarget } from "./describe_target.ts";
import { Life } from "./life.ts";
import { normaliseError } from "./normalise_error.ts";
import {
  type CallableName,
  type MethodArguments,
  type MethodName,
  type MethodResult,
  type PartName,
  partOf,
  type Parts,
} from "./parts.ts";
import { withDeadline } from "./with_deadline.ts";

/** Who a session is for. */
export interface SessionOptions {
  /** When true nothing may be changed. @default {false} */
  readonly readOnly?: boolean;
  /** Asked about every call. @default {everything is allowed} */
  readonly access?: AccessPolicy;
  /** Who calls, for the policy. */
  readonly identity?: Identity;
}

/** What the driver is handed where the caller gave nothing. */
const NO_OPTIONS = {} as const;

/** One caller's way to a hypervisor. */
export class Session {
  readonly driver: DriverConnection;
  readonly readOnly: boolean;
  /** What ends with it. */
  readonly life: Life = new Life();
  readonly #access: AccessPolicy | undefined;
  readonly #identity: Identity | undefined;
  #closed = false;

  constructor(driver: DriverConnection, { readOnly, access, identity }: SessionOptions = {}) {
    this.driver = driver;
    this.readOnly = readOnly ?? false;
    this.#access = access;
    this.#identity = identity;
  }

  /** Refuses every call from now on. */
  close(): void {
    this.#closed = true;
  }

  /** The open hypervisor. Throws `VIR_ERR_INVALID_CONN` after the end. */
  use(call: string): DriverConnection {
    if (!this.#closed) return this.driver;
    throw new VirtError("VIR_ERR_INVALID_CONN", call, { step: call, hint: "The connection was closed: open it again" });
  }

  /** A part that a call needs. Throws `VIR_ERR_NO_SUPPORT` where the hypervisor does not have it. */
  part<P extends PartName>(name: P, call: string): Parts[P] {
    return partOf(this.use(call), name) ?? unsupported(call);
  }

  /** Throws `VIR_ERR_OPERATION_DENIED` where the session may only read. */
  requireWriting(call: string): void {
    if (!this.readOnly) return;
    throw new VirtError("VIR_ERR_OPERATION_DENIED", `read only access prevents ${call}`, {
      domain: errorDomain(call),
      step: call,
      hint: "Open the connection for reading and writing",
    });
  }

  /** Makes a call that is not simply a method of a part; whatever is thrown comes out as one kind of error. */
  async run<T>(
    call: string,
    work: (signal: AbortSignal | undefined) => Promise<T>,
    { signal, deadlineMs }: CallOptions = {},
  ): Promise<T> {
    const driver = this.use(call);
    try {
      if (deadlineMs === undefined) return await work(signal);
      return await withDeadline(work, { deadlineMs, what: call, ...(signal && { signal }) });
    } catch (thrown) {
      throw normaliseError(thrown, { call, driver: driver.driver });
    }
  }

  /**
   * Makes a call: an open connection, leave to write, arguments that can be meant, a driver that has the method, leave
   * of the policy, and only then the driver, until the deadline.
   */
  async invoke<P extends CallableName, M extends MethodName<P>>(
    call: ApiName,
    part: P,
    method: M,
    args: MethodArguments<P, M>,
    options?: CallOptions,
  ): Promise<MethodResult<P, M>> {
    const name = options?.as ?? call;
    const facts = CALLS[name];
    const driver = this.use(name);
    if (facts.writes && this.readOnly) this.requireWriting(name);
    checkArguments(name, args, this);
    const parts = partOf(driver, part) as Readonly<Record<string, Method | undefined>> | undefined;
    const found = parts?.[method] ?? unsupported(name);
    const question = this.#access === undefined ? undefined : this.question(name);
    if (question !== undefined) await requireAccess(question, facts.needs, args);
    try {
      const result = options?.signal === undefined && options?.deadlineMs === undefined
        ? await found.call(parts, ...args, NO_OPTIONS)
        : await withDeadline((signal) => found.call(parts, ...args, { signal }), {
          ...options,
          what: describeTarget(name, args),
          onLate: abandon,
        });
      if (question === undefined || facts.sees === undefined) return result as MethodResult<P, M>;
      if (Array.isArray(result)) return await visible(question, facts.sees, result) as MethodResult<P, M>;
      await requireSight(question, facts.sees, result);
      return result as MethodResult<P, M>;
    } catch (thrown) {
      throw normaliseError(thrown, { call: name, driver: driver.driver });
    }
  }

  /** What the policy is asked with, where there is one. */
  question(call: ApiName): AccessQuestion | undefined {
    const policy = this.#access;
    return policy && { policy, call, identity: this.#identity, driver: this.driver.type };
  }

  /** Throws where the caller may not make the call with these arguments. */
  async authorise(call: ApiName, args: readonly unknown[] = []): Promise<void> {
    const question = this.question(call);
    if (question !== undefined) await requireAccess(question, CALLS[call].needs, args);
  }
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** Ends what came too late and would stay open: a stream. */
function abandon(result: unknown): void {
  const { stream = result } = (result ?? {}) as { stream?: unknown };
  const { abort } = (stream ?? {}) as { abort?: () => Promise<void> };
  abort?.call(stream).catch(() => {});
}

function unsupported(call: string): never {
  throw new VirtError("VIR_ERR_NO_SUPPORT", call, { domain: errorDomain(call), step: call });
}

function errorDomain(call: string): ErrorDomain {
  return Object.hasOwn(CALLS, call) ? CALLS[call as ApiName].errorDomain : "VIR_FROM_NONE";
}
