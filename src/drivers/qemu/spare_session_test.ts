import assert from "node:assert/strict";
import { QmpBrokenError, QmpError, type QmpSession } from "../../wire/qmp/mod.ts";
import { SpareSession } from "./spare_session.ts";

/** Answers with its own name, or fails, and keeps what it was asked. */
function sessionNamed(name: string, failure?: Error): QmpSession & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    execute(command): Promise<unknown> {
      asked.push(command);
      return failure === undefined ? Promise.resolve(name) : Promise.reject(failure);
    },
  };
}

Deno.test("the schema is asked of the spare session while it is lent, everything else of the own one", async () => {
  const spare = new SpareSession();
  const own = spare.relieve(sessionNamed("own"));
  assert.equal(await own.execute("query-qmp-schema"), "own");
  const lent = spare.lend(sessionNamed("spare"), () => Promise.resolve("done"));
  assert.equal(await own.execute("query-qmp-schema"), "spare");
  assert.equal(await own.execute("query-machines"), "own");
  spare.release();
  assert.equal(await lent, "done");
  assert.equal(await own.execute("query-qmp-schema"), "own");
});

Deno.test("a spare session that breaks costs nothing, one that refuses is believed", async () => {
  const spare = new SpareSession();
  const session = sessionNamed("own");
  const own = spare.relieve(session);
  const broken = spare.lend(sessionNamed("", new QmpBrokenError("closed", "gone")), () => Promise.resolve(1));
  assert.equal(await own.execute("query-qmp-schema"), "own");
  const refusing = spare.lend(
    sessionNamed("", new QmpError("query-qmp-schema", "Denied", "no")),
    () => Promise.resolve(2),
  );
  await assert.rejects(own.execute("query-qmp-schema"), QmpError);
  assert.deepEqual(session.asked, ["query-qmp-schema"]);
  spare.release();
  assert.deepEqual(await Promise.all([broken, refusing]), [1, 2]);
});

Deno.test("a session whose own work fails is not kept", async () => {
  const spare = new SpareSession();
  await assert.rejects(spare.lend(sessionNamed("spare"), () => Promise.reject(new Error("It died"))), /It died/);
  assert.equal(await spare.relieve(sessionNamed("own")).execute("query-qmp-schema"), "own");
});
