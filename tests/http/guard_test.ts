import assert from "node:assert/strict";
import { createApp } from "../../src/http/create_app.ts";
import { isSame } from "../../src/http/guard.ts";
import { routes } from "../../src/http/routes/mod.ts";
import { openDoor, problemIn, TOKEN } from "./door.ts";

const BEARER = { authorization: `Bearer ${TOKEN}` };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

for (const { method, path, open } of routes) {
  Deno.test(`${method} ${path} ${open ? "needs no token" : "is closed to who has no token"}`, async () => {
    await using door = openDoor({ token: TOKEN });
    for (const headers of [{}, { authorization: "Bearer wrong-horse-battery-staple" }, { authorization: TOKEN }]) {
      const response = await door.app.request(path, { method, headers: { ...headers, accept: "*/*" } });
      await response.body?.cancel();
      if (open) assert.ok(response.status < 400 || response.status === 503);
      else assert.equal(response.status, 401);
    }
  });
}

Deno.test("who has the token is let in", async () => {
  await using door = openDoor({ token: TOKEN });
  const response = await door.app.request("/v1/emulators", { headers: BEARER });
  await response.body?.cancel();
  assert.equal(response.status, 200);
});

Deno.test("a name that a stranger points at this machine is not served, with the token or without", async () => {
  await using door = openDoor({ token: TOKEN });
  for (const host of ["evil.example", "evil.example:8642", "127.0.0.1.evil.example", "localhost.evil.example:80", ""]) {
    for (const path of ["/v1/emulators", "/livez", "/", "/nowhere"]) {
      await problemIn(await door.app.request(path, { headers: { ...BEARER, host } }), 421);
    }
  }
  for (const host of ["localhost:8642", "127.0.0.1:8642", "[::1]:8642", "LOCALHOST"]) {
    const response = await door.app.request("/livez", { headers: { host } });
    assert.equal(await response.text(), "ok\n");
  }
});

Deno.test("a browser that has the token once keeps a cookie, which is not the token", async () => {
  await using door = openDoor({ token: TOKEN });
  const viaAddress = await door.app.request(`/?token=${TOKEN}`);
  const viaForm = await door.app.request("/login", { method: "POST", headers: FORM, body: `token=${TOKEN}` });
  for (const response of [viaAddress, viaForm]) {
    assert.equal(response.status, 303);
    assert.equal(response.headers.get("location"), "/");
    const cookie = response.headers.get("set-cookie") ?? "";
    assert.match(cookie, /^innkeeper_session=\w+; Path=\/; HttpOnly; SameSite=Strict$/);
    assert.ok(!cookie.includes(TOKEN));
    const page = await door.app.request("/", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    assert.equal(page.status, 200);
    await page.body?.cancel();
  }
});

Deno.test("a wrong token in the address or the form gives the form again", async () => {
  await using door = openDoor({ token: TOKEN });
  const viaAddress = await door.app.request("/?token=wrong");
  const viaForm = await door.app.request("/login", { method: "POST", headers: FORM, body: "token=wrong" });
  for (const response of [viaAddress, viaForm]) {
    assert.equal(response.status, 401);
    assert.match(await response.text(), /That is not the token/);
    assert.equal(response.headers.get("set-cookie"), null);
  }
});

Deno.test("the cookie counts only for what our own page asks", async () => {
  await using door = openDoor({ token: TOKEN });
  const logIn = await door.app.request(`/?token=${TOKEN}`);
  const cookie = (logIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const ask = async (headers: Record<string, string>): Promise<number> => {
    const init = { method: "POST", headers: { ...FORM, cookie, ...headers }, body: "" };
    const response = await door.app.request("/refresh", init);
    await response.body?.cancel();
    return response.status;
  };
  assert.equal(await ask({ "sec-fetch-site": "same-origin", origin: "http://localhost" }), 303);
  assert.equal(await ask({ "sec-fetch-site": "same-site" }), 401);
  assert.equal(await ask({ "sec-fetch-site": "cross-site" }), 401);
  assert.equal(await ask({ origin: "http://localhost:9999" }), 401);
  assert.equal(await ask({ cookie: "innkeeper_session=0" }), 401);
});

Deno.test("a token that can be guessed is refused", async () => {
  await using door = openDoor();
  assert.throws(() => createApp({ agent: door.agent, version: "0", token: "short" }), /at least 16/);
});

Deno.test("two texts are the same only when every character is", async () => {
  assert.equal(await isSame("abc", "abc"), true);
  for (const other of ["abd", "ab", "abcd", "", "ABC"]) assert.equal(await isSame("abc", other), false);
});
