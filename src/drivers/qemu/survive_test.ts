import assert from "node:assert/strict";
import { QmpBrokenError, type QmpCommand, QmpError, type QmpSession } from "../../wire/qmp/mod.ts";
import { ProbeError, questionName } from "./probe_failure.ts";
import { type Converse, denialName, survive } from "./survive.ts";

/** An emulator that dies at some questions; answers that were not read yet are lost with it, as in a full pipe. */
class Mortal {
  starts = 0;
  readonly #deadly: readonly string[];
  readonly #lost: number;

  constructor(deadly: readonly string[], options: { readonly lost?: number } = {}) {
    this.#deadly = deadly;
    this.#lost = options.lost ?? 0;
  }

  readonly converse: Converse = async (talk) => {
    this.starts++;
    const asked: { readonly question: QmpCommand; readonly fail: (error: Error) => void }[] = [];
    const deadly = this.#deadly;
    const lost = this.#lost;
    let death: ProbeError | undefined;
    const session: QmpSession = {
      execute(command, args): Promise<unknown> {
        const question = args === undefined ? { command } : { command, args };
        const { promise, resolve, reject } = Promise.withResolvers<unknown>();
        const at = asked.push({ question, fail: reject }) - 1;
        setTimeout(() => {
          if (death !== undefined) return;
          const next = asked.slice(at, at + lost + 1).find((one) => deadly.includes(denialName(one.question)));
          if (next === undefined) return resolve(questionName(question));
          const unanswered = asked.slice(at).map((one) => one.question);
          death = new ProbeError("It died", { kind: "exit", step: questionName(question), unanswered });
          for (const one of asked.slice(at)) one.fail(new QmpBrokenError("closed", "QEMU closed the monitor"));
        }, 0);
        return promise;
      },
    };
    try {
      return await talk(session);
    } catch (error) {
      throw error instanceof QmpError ? error : death ?? error;
    }
  };
}

async function askAll(session: QmpSession, types: readonly string[]): Promise<string[]> {
  const answers = types.map((typename) => session.execute("device-list-properties", { typename }));
  const settled = await Promise.allSettled(answers);
  const broken = settled.find((one) => one.status === "rejected" && !(one.reason instanceof QmpError));
  if (broken?.status === "rejected") throw broken.reason;
  return settled.flatMap((one) => one.status === "fulfilled" ? [String(one.value)] : []);
}

const TYPES = ["a", "b", "c", "d", "e", "f", "g", "h"];

Deno.test("an emulator that survives is started once", async () => {
  const mortal = new Mortal([]);
  const denied = new Set<string>();
  const answers = await survive(mortal.converse, (session) => askAll(session, TYPES), { denied });
  assert.equal(answers.length, 8);
  assert.equal(mortal.starts, 1);
});

for (const lost of [0, 1, 3, 7]) {
  for (const deadly of [["a"], ["e"], ["h"], ["b", "c"], ["a", "d", "h"]]) {
    Deno.test(`deadly ${deadly.join(", ")} are found and the rest is answered, with ${lost} answers lost`, async () => {
      const mortal = new Mortal(deadly, { lost });
      const denied = new Set<string>();
      const answers = await survive(mortal.converse, (session) => askAll(session, TYPES), { denied });
      assert.deepEqual([...denied].sort(), deadly);
      const expected = TYPES.filter((type) => !deadly.includes(type)).map((type) => `device-list-properties ${type}`);
      assert.deepEqual(answers, expected);
    });
  }
}

Deno.test("an emulator that dies of everything is given up", async () => {
  const mortal = new Mortal([...TYPES, "query-version"]);
  await assert.rejects(
    survive(mortal.converse, (session) => askAll(session, TYPES), { denied: new Set() }),
    (error) => error instanceof ProbeError && error.kind === "exit",
  );
  assert.equal(mortal.starts, 2);
});

Deno.test("there is an end to patience", async () => {
  const mortal = new Mortal(TYPES);
  const denied = new Set<string>();
  const talking = survive(mortal.converse, (session) => askAll(session, TYPES), { denied, mostDeaths: 3 });
  await assert.rejects(talking, ProbeError);
  assert.equal(denied.size, 3);
});
