import assert from "node:assert/strict";
import { checkValue, type JsonSchema } from "../../src/http/json_schema.ts";
import type { OpenApiDocument } from "../../src/http/openapi.ts";
import { routes } from "../../src/http/routes/mod.ts";
import { jsonOf, openDoor } from "./door.ts";

async function description(): Promise<OpenApiDocument> {
  await using door = openDoor();
  return await jsonOf<OpenApiDocument>(await door.app.request("/openapi.json"));
}

Deno.test("every route is described, with its own name", async () => {
  const { openapi, paths } = await description();
  assert.equal(openapi, "3.1.0");
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`)
  );
  assert.deepEqual(described.sort(), routes.map((route) => `${route.method} ${route.path} ${route.operation}`).sort());
  assert.equal(new Set(routes.map(({ operation }) => operation)).size, routes.length);
});

Deno.test("every schema that is referred to is there", async () => {
  const document = await description();
  const names = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? "");
  assert.ok(names.length > 0);
  for (const name of names) {
    assert.ok(Object.hasOwn(document.components.schemas, name.replace("#/components/schemas/", "")), name);
  }
});

for (const { method, path, answers } of routes) {
  const schema = (answers[200] ?? answers[202])?.content?.["application/json"];
  if (schema === undefined) continue;
  Deno.test(`what ${method} ${path} answers is as its schema says`, async () => {
    await using door = openDoor();
    const { components } = await description();
    await door.agent.settled(0);
    const response = await door.app.request(path, { method, headers: { accept: "application/json" } });
    const value = await jsonOf(response, answers[200] === undefined ? 202 : 200);
    assert.deepEqual(checkValue(schema, value, components.schemas), []);
  });
}

Deno.test("what goes wrong is as the schema of problems says", async () => {
  await using door = openDoor();
  const { components } = await description();
  const schema: JsonSchema = { $ref: "#/components/schemas/Problem" };
  for (
    const path of ["/nowhere", "/v1/emulators?x=1", "/v1/capabilities?uri=a:///b", "/v1/domain-capabilities?arch=-"]
  ) {
    const value = await (await door.app.request(path)).json();
    assert.deepEqual(checkValue(schema, value, components.schemas), []);
  }
});

Deno.test("the reference page names every operation, and links to places that are there", async () => {
  await using door = openDoor();
  const page = await (await door.app.request("/reference")).text();
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  for (const { operation } of routes) assert.ok(places.has(operation), operation);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(places.has(target), target);
});
