import assert from "node:assert/strict";
import { makeHome } from "./run_innkeeper.ts";

const SECRET =
  "<secret ephemeral='no' private='yes'>\n  <usage type='tls'>\n    <name>n</name>\n  </usage>\n</secret>\n";

Deno.test("a document goes from XML to JSON and back without loss", async () => {
  await using home = await makeHome();
  await Deno.writeTextFile(`${home.path}/a.xml`, SECRET);
  const json = await home.run(["convert", "secret", `${home.path}/a.xml`]);
  assert.equal(json.code, 0, json.stderr);
  assert.deepEqual(JSON.parse(json.stdout), { ephemeral: false, private: true, usage: { type: "tls", name: "n" } });
  await Deno.writeTextFile(`${home.path}/a.json`, json.stdout);
  const xml = await home.run(["convert", "secret", `${home.path}/a.json`]);
  assert.equal(xml.stdout, SECRET, xml.stderr);
});

Deno.test("what is no such document is refused with its place", async () => {
  await using home = await makeHome();
  const cases = [
    ["a.xml", "<secret>\n  <colour/>\n</secret>", /\/secret\/colour at line 2, column 3: unknown element/],
    ["b.json", '{"ephemeral":false,"private":true,"colour":1}', /\/colour/],
    ["c.json", "nonsense", /neither XML nor JSON/],
  ] as const;
  for (const [name, text, expected] of cases) {
    await Deno.writeTextFile(`${home.path}/${name}`, text);
    const { code, stderr } = await home.run(["convert", "secret", `${home.path}/${name}`]);
    assert.equal(code, 1, stderr);
    assert.match(stderr, expected);
  }
});

Deno.test("schemas are listed, and one is printed", async () => {
  await using home = await makeHome();
  const list = await home.run(["schema"]);
  assert.match(list.stdout, /^domain$/m);
  const schema = JSON.parse((await home.run(["schema", "network"])).stdout);
  assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
  const wrong = await home.run(["schema", "netwrok"]);
  assert.deepEqual([wrong.code, wrong.stderr], [
    2,
    'innkeeper: There is no document "netwrok": did you mean "network"?\n',
  ]);
});
