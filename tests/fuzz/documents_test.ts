/**
 * Documents of every kind, damaged: each is refused with a place, or read, and then what is written of it is read as the
 * same.
 *
 * `FUZZ_INPUTS=1000000 deno test --allow-env tests/fuzz/documents_test.ts` does more of it; `FUZZ_SEED` repeats one.
 *
 * @module
 */

import assert from "node:assert/strict";
import { DOCUMENT_KINDS, documentFromXml, documentToXml } from "../../src/conf/kinds.ts";
import { DocumentError } from "../../src/conf/xml/mod.ts";
import { openAccount } from "./account.ts";
import { damageXml } from "./damage_xml.ts";
import { SAMPLES } from "./document_samples.ts";
import { diceOf } from "./random_value.ts";

const INPUTS = Number(Deno.env.get("FUZZ_INPUTS") ?? 4000);
const SEED = Number(Deno.env.get("FUZZ_SEED") ?? 20261124);

function isPlaced(error: unknown, what: string): asserts error is DocumentError {
  assert.ok(error instanceof DocumentError, `${what}: ${error instanceof Error ? error.stack : error}`);
}

for (const kind of DOCUMENT_KINDS) {
  Deno.test(`the sample of ${kind} is read and written`, async () => {
    const text = await documentToXml(kind, await documentFromXml(kind, SAMPLES[kind]));
    assert.equal(await documentToXml(kind, await documentFromXml(kind, text)), text);
  });
}

Deno.test(`${INPUTS} damaged documents are refused with a place or come back as themselves (seed ${SEED})`, async () => {
  const dice = diceOf(SEED);
  const account = openAccount({ name: "damaged documents", inputs: INPUTS, seed: SEED });
  const seen = { read: 0, refused: 0 };
  for (let input = 0; input < INPUTS; input++) {
    account.input(input);
    const kind = DOCUMENT_KINDS[dice(DOCUMENT_KINDS.length)]!;
    const text = damageXml(SAMPLES[kind], dice);
    const what = `seed ${SEED}, input ${input}, ${kind} ${JSON.stringify(text)}`;
    const unknown = dice(2) === 0 ? "error" : "ignore";
    const document = await documentFromXml(kind, text, { unknown }).catch((error) => isPlaced(error, what));
    seen[document === undefined ? "refused" : "read"]++;
    // Writing costs many times what reading does: in a long run an eighth is written.
    if (document === undefined || (input >= 20_000 && dice(8) > 0)) continue;
    const written = await documentToXml(kind, document).catch((error) => {
      isPlaced(error, what);
      // What is read leniently may be less than what may be written.
      assert.equal(unknown, "ignore", `${what}: ${error}`);
    });
    if (written === undefined) continue;
    assert.equal(await documentToXml(kind, await documentFromXml(kind, written)), written, what);
  }
  account.close();
  assert.ok(seen.read > INPUTS / 100 && seen.refused > INPUTS / 100, JSON.stringify(seen));
});

Deno.test("documents that are deep, long, wide or swell are refused with a place, and soon", async () => {
  const entity = (name: string, of: string): string => `<!ENTITY ${name} "${`&${of};`.repeat(10)}">`;
  const bomb = [..."bcdefghij"].map((name, at) => entity(name, "abcdefghij"[at]!)).join("");
  const hostile = [
    "<a>".repeat(100_000),
    `<secret>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</secret>`,
    `<secret ${Array.from({ length: 50_000 }, (_, at) => `a${at}='1'`).join(" ")}/>`,
    `<!DOCTYPE a [<!ENTITY a "x">${bomb}]><secret><description>&j;</description></secret>`,
    `<!DOCTYPE a SYSTEM "file:///etc/passwd"><secret/>`,
    `<secret>${"&#x41;".repeat(200_000)}</secret>`,
    "\u0000".repeat(1000),
  ];
  for (const text of hostile) {
    const begun = performance.now();
    const error = await documentFromXml("secret", text).then(() => undefined, (thrown: unknown) => thrown);
    isPlaced(error, text.slice(0, 60));
    assert.ok(performance.now() - begun < 3000, text.slice(0, 60));
  }
});
