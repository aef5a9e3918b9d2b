import assert from "node:assert/strict";
import { jsonOf, openDoor, problemIn } from "./door.ts";

const JSON_BODY = { "content-type": "application/json" };

for (
  const [path, detail] of [
    ["/v1/domain-capabilities?arhc=x86_64", /did you mean "arch"\?/],
    ["/livez?x=1", /no parameter is named "x"; there are none here/],
    ["/v1/emulators?wait=1&wait=2", /given more than once/],
    ["/v1/emulators?wait=soon", /"wait" must be an integer/],
    ["/v1/emulators?wait=61", /"wait" must be at most 60/],
    ["/v1/emulators?uri=", /"uri" must not be empty/],
    [`/v1/emulators?uri=${"x".repeat(5000)}`, /"uri" must not be longer than 4096/],
  ] as const
) {
  Deno.test(`${path.slice(0, 50)} is refused with what is wrong`, async () => {
    await using door = openDoor();
    const problem = await problemIn(await door.app.request(path), 400);
    assert.match(problem.detail, detail);
    assert.equal(problem.code, "VIR_ERR_INVALID_ARG");
  });
}

for (
  const [body, headers, status, detail] of [
    ["{", JSON_BODY, 400, /not JSON/],
    ["[]", JSON_BODY, 400, /the body must be an object/],
    ['{"forec":true}', JSON_BODY, 400, /"forec" is not known here/],
    ['{"force":"yes"}', JSON_BODY, 400, /"force" must be a boolean/],
    ['{"emulators":["qemu"]}', JSON_BODY, 400, /"emulators\[0\]" must match/],
    ['{"force":true}', { "content-type": "text/plain" }, 415, /send application\/json/],
    [JSON.stringify({ uri: "x".repeat(70_000) }), JSON_BODY, 413, /larger than 64 KiB/],
  ] as const
) {
  Deno.test(`a refresh with ${body.slice(0, 30)} as ${headers["content-type"]} is refused with ${status}`, async () => {
    await using door = openDoor();
    const response = await door.app.request("/v1/refresh", { method: "POST", body, headers });
    assert.match((await problemIn(response, status)).detail, detail);
  });
}

Deno.test("a body without end is not read to its end", async () => {
  await using door = openDoor();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(32));
    },
  });
  const response = await door.app.request("/v1/refresh", { method: "POST", body, headers: JSON_BODY });
  await problemIn(response, 413);
  assert.ok(sent < 200_000, `${sent} bytes were taken`);
});

Deno.test("a path that is not there is not found, and one that is says which methods it has", async () => {
  await using door = openDoor();
  await problemIn(await door.app.request("/v2/nothing"), 404);
  const response = await door.app.request("/v1/refresh");
  assert.equal(response.headers.get("allow"), "POST");
  await problemIn(response, 405);
});

Deno.test("every answer says what a browser may do with it", async () => {
  await using door = openDoor();
  for (const path of ["/", "/v1/capabilities", "/nowhere", "/livez", "/reference"]) {
    const { headers, body } = await door.app.request(path, { headers: { accept: "*/*" } });
    await body?.cancel();
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("x-frame-options"), "DENY");
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.ok(!/unsafe|\*/.test(headers.get("content-security-policy") ?? "*"));
    assert.match(headers.get("cache-control") ?? "", /no-store|no-cache/);
  }
});

Deno.test("the drivers say what they found, and where they are watched", async () => {
  await using door = openDoor();
  const { drivers } = await jsonOf<{ drivers: unknown[] }>(await door.app.request("/v1/drivers"));
  assert.deepEqual(drivers, [{
    id: "test",
    title: "Test (in memory)",
    reach: "local",
    uriSchemes: ["test"],
    uri: "test:///default",
    detection: { state: "healthy", version: "0.0.2", detail: "in memory, for trying things out" },
  }]);
});
