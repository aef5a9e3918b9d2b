import assert from "node:assert/strict";
import { parseCapabilities } from "../../src/conf/capabilities/parse_capabilities.ts";
import { hostDocument } from "../../src/drivers/test/capabilities.ts";
import { jsonOf, openDoor, problemIn } from "./door.ts";

const JSON_ONLY = { headers: { accept: "application/json" } };

Deno.test("the host document is XML unless something else is liked better", async () => {
  await using door = openDoor();
  await door.agent.settled(0);
  const response = await door.app.request("/v1/capabilities");
  assert.equal(response.headers.get("content-type"), "application/xml");
  assert.deepEqual(parseCapabilities(await response.text()), hostDocument());
});

Deno.test("the same document is JSON for who asks for it", async () => {
  await using door = openDoor();
  assert.deepEqual(await jsonOf(await door.app.request("/v1/capabilities", JSON_ONLY)), hostDocument());
});

Deno.test("a form that cannot be given is refused with the forms that can", async () => {
  await using door = openDoor();
  const problem = await problemIn(
    await door.app.request("/v1/capabilities", { headers: { accept: "text/html" } }),
    406,
  );
  assert.match(problem.detail, /application\/xml or application\/json/);
});

Deno.test("domain capabilities are given for the guest that is asked about", async () => {
  await using door = openDoor();
  const path = "/v1/domain-capabilities?arch=i686&virttype=test&emulator=/usr/bin/test-hv";
  const document = await jsonOf(await door.app.request(path, JSON_ONLY));
  assert.deepEqual([document.arch, document.domain, document.vcpuMax], ["i686", "test", 32]);
});

Deno.test("a guest that cannot be meant is a bad request with libvirt's code and a hint", async () => {
  await using door = openDoor();
  const problem = await problemIn(await door.app.request("/v1/domain-capabilities?virttype=kmv"), 400);
  assert.equal(problem.code, "VIR_ERR_INVALID_ARG");
  assert.equal(problem.number, 8);
  assert.equal(problem.detail, "invalid argument: unknown virttype: kmv");
  assert.match(problem.hint ?? "", /kvm/);
});

Deno.test("a hypervisor that is not watched is not found, and those that are are named", async () => {
  await using door = openDoor();
  const problem = await problemIn(await door.app.request("/v1/capabilities?uri=esx://host/"), 404);
  assert.equal(problem.code, "VIR_ERR_NO_CONNECT");
  assert.match(problem.hint ?? "", /test:\/\/\/default/);
});

Deno.test("who has the document already is told that it is still the same", async () => {
  await using door = openDoor();
  const first = await door.app.request("/v1/capabilities");
  const etag = first.headers.get("etag") ?? "";
  await first.body?.cancel();
  for (const tags of [etag, `"other", W/${etag}`, "*"]) {
    const again = await door.app.request("/v1/capabilities", { headers: { "if-none-match": tags } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), "");
    assert.equal(again.headers.get("etag"), etag);
  }
  const json = await door.app.request("/v1/capabilities", { headers: { ...JSON_ONLY.headers, "if-none-match": etag } });
  assert.equal(json.status, 200, "the other form is another document");
  await json.body?.cancel();
});

Deno.test("HEAD answers as GET does, without the body", async () => {
  await using door = openDoor();
  const response = await door.app.request("/v1/capabilities", { method: "HEAD" });
  assert.equal(response.status, 200);
  assert.ok(response.headers.get("etag"));
  assert.equal(await response.text(), "");
});

Deno.test("the JSON form of every configuration document is published as a schema", async () => {
  await using door = openDoor();
  const { documents } = await jsonOf<{ documents: string[] }>(await door.app.request("/v1/schemas"));
  assert.ok(documents.includes("domain"));
  const schema = await jsonOf(await door.app.request("/v1/schemas?document=secret"));
  assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
  await problemIn(await door.app.request("/v1/schemas?document=nonsense"), 404);
});
