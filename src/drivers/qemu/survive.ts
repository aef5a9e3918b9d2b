/**
 * Asking an emulator that does not survive every question: when it dies, the question that kills it is found by
 * halving those it left open, and it is asked again, in a fresh process, all but that one.
 *
 * @module
 */

import { type QmpCommand, QmpError, type QmpSession } from "../../wire/qmp/mod.ts";
import { ProbeError, questionName } from "./probe_failure.ts";

/** Runs a conversation with a fresh process. */
export type Converse = <T>(talk: (session: QmpSession) => Promise<T>) => Promise<T>;

/** What is avoided, and how often. */
export interface SurviveOptions {
  /** Types and questions that are known to kill it; what is found is added. */
  readonly denied: Set<string>;
  /** More deaths than this, and the emulator is given up. @default {8} */
  readonly mostDeaths?: number;
}

const MOST_DEATHS = 8;
/** Steps before the first question. */
const PRELUDE: readonly string[] = ["greeting", "qmp_capabilities"];
const HARMLESS: QmpCommand = { command: "query-version" };

/**
 * Holds the conversation until it ends well. Throws {@linkcode ProbeError} when the emulator dies without being asked,
 * when nothing it was asked kills it a second time, and when too much does.
 */
export async function survive<T>(
  converse: Converse,
  talk: (session: QmpSession) => Promise<T>,
  options: SurviveOptions,
): Promise<T> {
  const { denied, mostDeaths = MOST_DEATHS } = options;
  for (let deaths = 0;; deaths++) {
    try {
      return await converse((session) => talk(avoiding(session, denied)));
    } catch (error) {
      if (!isDeath(error) || deaths >= mostDeaths) throw error;
      const killer = await findKiller(
        converse,
        error.unanswered.filter((asked) => asked.command !== "qmp_capabilities"),
      );
      if (killer === undefined) throw error;
      denied.add(denialName(killer));
    }
  }
}

/** How a deadly question is remembered: by the type it is about, otherwise by its name. */
export function denialName(question: QmpCommand): string {
  const type = question.args?.["typename"];
  return typeof type === "string" ? type : questionName(question);
}

/** The first question alone is tried first: QEMU answers in order, so it is nearly always that one. */
async function findKiller(converse: Converse, asked: readonly QmpCommand[]): Promise<QmpCommand | undefined> {
  const [first] = asked;
  // One that dies whatever it is asked has no question to blame.
  if (first === undefined || await kills(converse, [HARMLESS])) return undefined;
  if (await kills(converse, [first])) return first;
  let suspects = asked.slice(1);
  if (!await kills(converse, suspects)) return undefined;
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    suspects = await kills(converse, half) ? half : suspects.slice(half.length);
  }
  return suspects[0];
}

async function kills(converse: Converse, questions: readonly QmpCommand[]): Promise<boolean> {
  if (questions.length === 0) return false;
  try {
    await converse(async (session) => {
      const answers = questions.map(({ command, args }) => session.execute(command, args));
      const failed = (await Promise.allSettled(answers)).filter((answer) => answer.status === "rejected");
      const broken = failed.find(({ reason }) => !(reason instanceof QmpError));
      if (broken !== undefined) throw broken.reason;
    });
    return false;
  } catch (error) {
    if (isDeath(error)) return true;
    throw error;
  }
}

function isDeath(error: unknown): error is ProbeError {
  return error instanceof ProbeError && error.kind === "exit" && !PRELUDE.includes(error.step);
}

/** A session in which deadly questions are refused before they are asked. */
function avoiding(session: QmpSession, denied: ReadonlySet<string>): QmpSession {
  if (denied.size === 0) return session;
  return {
    execute(command, args): Promise<unknown> {
      const question = args === undefined ? { command } : { command, args };
      if (!denied.has(denialName(question))) return session.execute(command, args);
      return Promise.reject(new QmpError(command, "Denied", "this binary does not survive the question"));
    },
  };
}
