import assert from "node:assert/strict";
import { checkText, parseAddress } from "./check_value.ts";
import { LIBVIRT_SETTINGS, libvirtPaths } from "./libvirt_settings.ts";
import { SETTINGS } from "./schema.ts";

Deno.test("libvirtPaths() are the paths where libvirt's clients look: the system's for root, the user's for others", () => {
  assert.deepEqual(libvirtPaths({ uid: 0, get: () => "/run/user/0" }), {
    socket: "/run/libvirt/libvirt-sock",
    socketRo: "/run/libvirt/libvirt-sock-ro",
  });
  assert.equal(libvirtPaths({ uid: 1000, get: () => "/run/user/7" }).socket, "/run/user/7/libvirt/libvirt-sock");
  assert.equal(libvirtPaths({ uid: 1000, get: () => undefined }).socket, "/run/user/1000/libvirt/libvirt-sock");
});

Deno.test("parseAddress() takes names and addresses with a port, and nothing else", () => {
  assert.deepEqual(parseAddress("0.0.0.0:16514"), { hostname: "0.0.0.0", port: 16514 });
  assert.deepEqual(parseAddress("[::]:16514"), { hostname: "::", port: 16514 });
  assert.deepEqual(parseAddress("host.example:1"), { hostname: "host.example", port: 1 });
  for (const text of ["", "host", ":1", "host:", "host:70000", "::1:16514", "a b:1", "host:1x"]) {
    assert.equal(parseAddress(text), undefined, text);
  }
});

Deno.test("a socket of the door is a path, beside the agent's, or off", () => {
  const row = SETTINGS.find(({ key }) => key === "libvirt.socket")!;
  for (const text of ["", "off", "/run/x"]) assert.deepEqual(checkText(row, text), { value: text });
  assert.match(checkText(row, "on").problem ?? "", /begins with "\/", but is "on"$/);
});

Deno.test("every key of the door has a default that its own check takes", () => {
  for (const row of LIBVIRT_SETTINGS) {
    const value = row.default({ uid: 0, get: () => undefined });
    const text = row.type.kind === "mode" ? `0${Number(value).toString(8)}` : Array.isArray(value) ? "" : String(value);
    assert.deepEqual(checkText(row, text), { value }, row.key);
  }
});
