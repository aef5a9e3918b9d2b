/**
 * The answer to a question that is asked before its answer is known: what is known so far, and when to ask again.
 *
 * @module
 */

import type { Watch } from "../../agent/watch.ts";
import { VirtError } from "../../model/error.ts";
import { answerProblem, problemOf } from "../problem.ts";
import type { Answer } from "../route.ts";

const RETRY_SECONDS = 1;

/** Says that the hypervisor is still being looked at, and how far that is. */
export async function answerProbing(watch: Watch): Promise<Answer> {
  const emulators = await watch.emulators();
  const open = emulators.filter(({ state }) => state === "probing" || state === "unprobed").length;
  const error = new VirtError("VIR_ERR_RESOURCE_BUSY", `${open} of ${emulators.length} emulators are still probed`, {
    step: "probe",
    hint: `Ask again in ${RETRY_SECONDS} s, or with ?wait=10 to wait for the answer`,
  });
  const known = emulators.map(({ path, state, arch, version }) => ({
    path,
    state,
    ...(arch === undefined ? {} : { arch }),
    ...(version === undefined ? {} : { version }),
  }));
  return answerProblem({ ...problemOf(error), state: "probing", emulators: known }, {
    "retry-after": String(RETRY_SECONDS),
    "innkeeper-state": "probing",
  });
}

/** Which state an answer was given in, for its headers. */
export function stateHeader(watch: Watch): Readonly<Record<string, string>> {
  return { "innkeeper-state": watch.probing ? "probing" : watch.state };
}
