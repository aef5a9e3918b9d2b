import assert from "node:assert/strict";
import { openDoor, TOKEN } from "./door.ts";
import { SlowHypervisor } from "./slow_hypervisor.ts";

Deno.test("the page shows the host and every emulator with its state", async () => {
  await using door = openDoor();
  await door.agent.settled(1_000);
  const page = await (await door.app.request("/")).text();
  assert.match(page, /1 of 1 emulators ready/);
  assert.match(page, /\/usr\/bin\/test-hv/);
  assert.match(page, /<dt>Memory<\/dt>\s*<dd>6\.0 GiB<\/dd>/);
});

Deno.test("the page is there while emulators are probed, and says so", async () => {
  const hypervisor = new SlowHypervisor("/bin/a", "/bin/b");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  hypervisor.finish("/bin/a", {
    state: "failed",
    error: { step: "start", message: "it <b>broke</b>", stderr: "<oops>" },
  });
  await door.agent.watches();
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  const page = await (await door.app.request("/")).text();
  assert.match(page, /role="status"[^>]*>Probing: 0 of 2 emulators ready, 1 failed/);
  assert.match(page, /it &lt;b&gt;broke&lt;\/b&gt;/);
  assert.match(page, /&lt;oops&gt;/);
});

Deno.test("no page loads anything from elsewhere or holds a script or a style of its own", async () => {
  await using door = openDoor();
  await using locked = openDoor({ token: TOKEN });
  const pages = [await door.app.request("/"), await door.app.request("/reference"), await locked.app.request("/")];
  for (const response of pages) {
    const page = await response.text();
    for (const [, address] of page.matchAll(/(?:src|href|action)="([^"]*)"/g)) {
      assert.match(address ?? "", /^(\/|#|data:,)/);
    }
    assert.ok(!/<style|<script(?! src)|style="| on\w+="/.test(page));
  }
});

Deno.test("every page has a language, a title, one main heading, and a way past the navigation", async () => {
  await using door = openDoor();
  for (const path of ["/", "/reference"]) {
    const page = await (await door.app.request(path)).text();
    assert.match(page, /<html lang="en">/);
    assert.match(page, /<title>[^<]+<\/title>/);
    assert.equal(page.match(/<h1/g)?.length, 1);
    assert.match(page, /<a class="skip" href="#main">/);
    assert.match(page, /<meta name="viewport"/);
  }
});

Deno.test("the button of the page looks again, without any script", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  hypervisor.finish("/bin/a");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  await door.agent.settled(1_000);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await door.app.request("/refresh", { method: "POST", headers, body: "force=true" });
  assert.equal(response.status, 303);
  await (await door.agent.watch()).idle(1_000);
  assert.equal(hypervisor.asked.at(-1)?.force, true);
});

Deno.test("style and script are given to whoever asks", async () => {
  await using door = openDoor({ token: TOKEN });
  for (const [path, type] of [["/style.css", "text/css"], ["/live.js", "text/javascript"]] as const) {
    const response = await door.app.request(path);
    assert.ok(response.headers.get("content-type")?.startsWith(type));
    assert.ok((await response.text()).length > 100);
  }
});
