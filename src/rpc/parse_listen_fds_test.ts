import assert from "node:assert/strict";
import { parseListenFds } from "./parse_listen_fds.ts";

function socketsOf(environment: Readonly<Record<string, string>>): unknown {
  return parseListenFds({ pid: 42, get: (name) => environment[name] });
}

Deno.test("parseListenFds() gives each socket, and which are for readers by their names", () => {
  const names = "libvirt-sock:libvirt-sock-ro:innkeeper-libvirt-ro.socket";
  assert.deepEqual(socketsOf({ LISTEN_PID: "42", LISTEN_FDS: "3", LISTEN_FDNAMES: names }), [
    { fd: 3, readOnly: false },
    { fd: 4, readOnly: true },
    { fd: 5, readOnly: true },
  ]);
  assert.deepEqual(socketsOf({ LISTEN_PID: "42", LISTEN_FDS: "1" }), [{ fd: 3, readOnly: false }]);
});

Deno.test("parseListenFds() believes nothing that is meant for another process, or is no number", () => {
  assert.deepEqual(socketsOf({}), []);
  assert.deepEqual(socketsOf({ LISTEN_PID: "41", LISTEN_FDS: "1" }), []);
  for (const LISTEN_FDS of ["0", "-1", "many", "1.5", "1000"]) {
    assert.deepEqual(socketsOf({ LISTEN_PID: "42", LISTEN_FDS }), [], LISTEN_FDS);
  }
});
