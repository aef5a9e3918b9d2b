/**
 * Raw commands of the guest agent that need no word of the guest's own.
 *
 * @module
 */

import type { Clock } from "../../host/host.ts";
import type { DomainRecord } from "./domain_record.ts";
import { failure } from "./errors.ts";

/** The longest command that is read, in UTF-16 units. */
const MAX_LENGTH = 64 * 1024;

const NANOSECONDS_PER_MILLISECOND = 1_000_000n;

/** What each command answers with. */
const ANSWERS: Readonly<Record<string, (record: DomainRecord, clock: Clock) => unknown>> = {
  "guest-ping": () => ({}),
  "guest-sync": () => ({}),
  "guest-info": () => ({
    version: "1.0",
    supported_commands: Object.keys(ANSWERS).map((name) => ({ name, enabled: true, "success-response": true })),
  }),
  "guest-get-host-name": ({ name }) => ({ "host-name": `${name}host` }),
  "guest-get-timezone": () => ({ zone: "UTC", offset: 0 }),
  "guest-get-time": (_record, clock) => Number(BigInt(Math.floor(clock.now())) * NANOSECONDS_PER_MILLISECOND),
  "guest-fsfreeze-status": ({ guest }) => guest.frozen.size > 0 ? "frozen" : "thawed",
};

/**
 * The answer to a command as JSON text.
 *
 * @throws VirtError where the text is no command, or the agent does not know it
 */
export function answerCommand(record: DomainRecord, text: string, clock: Clock): string {
  const name = nameOf(text);
  const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
  if (answer === undefined) {
    const reason = `The command ${name} has not been found`;
    throw failure("VIR_ERR_INTERNAL_ERROR", `unable to execute QEMU agent command '${name}': ${reason}`, {
      domain: "VIR_FROM_QEMU",
      hint: "guest-info lists the commands",
    });
  }
  return JSON.stringify({ return: answer(record, clock) });
}

function nameOf(text: string): string {
  try {
    if (text.length > MAX_LENGTH) throw new RangeError(`A command of ${text.length} characters is too long`);
    const { execute }: { readonly execute?: unknown } = JSON.parse(text);
    if (typeof execute === "string") return execute;
    throw new TypeError('The command has no text "execute"');
  } catch (error) {
    throw failure("VIR_ERR_INTERNAL_ERROR", `cannot parse json ${text.slice(0, 80)}: ${(error as Error).message}`, {
      domain: "VIR_FROM_NONE",
      hint: 'Write it as {"execute":"guest-ping"}',
    });
  }
}
