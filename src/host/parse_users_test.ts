import assert from "node:assert/strict";
import { parseGroup, parsePasswd } from "./parse_users.ts";

Deno.test("users are read with their ids and homes", () => {
  assert.deepEqual(
    parsePasswd("root:x:0:0:root:/root:/bin/bash\nlibvirt-qemu:x:64055:107:Libvirt Qemu,,,:/var/lib/libvirt:/bin/no\n"),
    [
      { name: "root", uid: 0, gid: 0, home: "/root" },
      { name: "libvirt-qemu", uid: 64055, gid: 107, home: "/var/lib/libvirt" },
    ],
  );
});

Deno.test("groups are read with their members", () => {
  assert.deepEqual(parseGroup("kvm:x:107:alice,bob\nempty:x:108:\n"), [
    { name: "kvm", gid: 107, members: ["alice", "bob"] },
    { name: "empty", gid: 108, members: [] },
  ]);
});

Deno.test("lines that are no user or group are passed over", () => {
  assert.deepEqual(parsePasswd("\n# comment\n+::::::\nx:x:-1:0::/:\ny:x:1\n"), []);
  assert.deepEqual(parseGroup("\n+:::\nkvm:x:many:\n"), []);
});
