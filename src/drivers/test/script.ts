/**
 * What a test wants of a hypervisor that would do everything well and at once: calls that fail, calls that take long.
 *
 * @module
 */

import type { Clock } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import type { ErrorCode } from "../../model/error_code.ts";
import type { ErrorDomain } from "../../model/error_domain.ts";

/** What happens when a call is made. */
export interface ScriptRule {
  /** libvirt's function: `virDomainCreate` stands for `virDomainCreateWithFlags`, too. */
  readonly call: string;
  /** Only the call of this number, counted from 1 for each function. @default {every call} */
  readonly nth?: number;
  /** Only where the object of the call has this name. @default {any object} */
  readonly object?: string;
  /** Milliseconds that pass before anything happens. @default {0} */
  readonly delayMs?: number;
  /** Milliseconds that the job takes which the call begins: saving, dumping, block jobs, backups. @default {0} */
  readonly jobMs?: number;
  /** Fails in this way instead of doing anything. */
  readonly fail?: ScriptedFailure;
}

/** An error to be thrown. */
export interface ScriptedFailure {
  readonly code: ErrorCode;
  /** The detail of the error. */
  readonly message?: string;
  /** @default {"VIR_FROM_TEST"} */
  readonly domain?: ErrorDomain;
}

/** A call that is being made. */
export interface ScriptedCall {
  /** libvirt's function. */
  readonly call: string;
  /** Name of its object. */
  readonly object?: string;
  readonly signal?: AbortSignal;
}

/** The rules at work. */
export interface Script {
  /** False where there is no rule at all, so that nobody has to ask. */
  readonly active: boolean;
  /** Counts the call, waits, and throws what the rules say. */
  begin(call: ScriptedCall): Promise<void>;
  /** How long the job of a function takes now. */
  jobMs(call: string, object?: string): number;
}

/** Puts rules to work; where several fit a call, all delays pass and the first failure is thrown. */
export function createScript(rules: readonly ScriptRule[], clock: Clock): Script {
  const known = rules.map((rule) => ({ ...rule, call: withoutFlags(rule.call) }));
  const counts = new Map<string, number>();

  function matching(call: string, object: string | undefined): ScriptRule[] {
    const nth = counts.get(call) ?? 0;
    return known.filter((rule) =>
      rule.call === call && (rule.nth ?? nth) === nth && (rule.object ?? object) === object
    );
  }

  return {
    active: rules.length > 0,
    async begin({ call, object, signal }): Promise<void> {
      const name = withoutFlags(call);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const rulesOfCall = matching(name, object);
      for (const { delayMs = 0 } of rulesOfCall) {
        if (delayMs > 0) await clock.sleep(delayMs, signal === undefined ? {} : { signal });
      }
      const failure = rulesOfCall.find(({ fail }) => fail !== undefined)?.fail;
      if (failure === undefined) return;
      throw new VirtError(failure.code, failure.message, {
        domain: failure.domain ?? "VIR_FROM_TEST",
        hint: `The script of this hypervisor lets ${call} fail`,
      });
    },
    jobMs: (call, object) => Math.max(0, ...matching(withoutFlags(call), object).map(({ jobMs = 0 }) => jobMs)),
  };
}

/** `virDomainCreateWithFlags` and `virDomainCreate` are one call to a person. */
function withoutFlags(call: string): string {
  return call.replace(/(?:With)?Flags\d?$/, "");
}
