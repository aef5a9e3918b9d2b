import assert from "node:assert/strict";
import { parseUuid } from "./read_identity.ts";
import { parseVersion } from "./read_helpers.ts";
import { isOn, mayReadAndWrite } from "./read_kvm.ts";
import { parseDistances } from "./read_numa.ts";
import { parseCapacity } from "./read_protection.ts";
import { parseProfiles } from "./read_security.ts";

Deno.test("a UUID of a board is used unless it is one digit repeated", () => {
  assert.equal(parseUuid("4C4C4544-0042-3510-8054-B7C04F4E5A32\n"), "4c4c4544-0042-3510-8054-b7c04f4e5a32");
  assert.equal(parseUuid("3d1219c7c4c5404aaa1f6d2a48adfda4"), "3d1219c7-c4c5-404a-aa1f-6d2a48adfda4");
  assert.equal(parseUuid("00000000-0000-0000-0000-000000000000"), undefined);
  assert.equal(parseUuid("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"), undefined);
  assert.equal(parseUuid("uninitialized"), undefined);
});

Deno.test("the version of a program is the first number with dots it prints", () => {
  assert.equal(parseVersion("TPM emulator version 0.7.1, Copyright (c) 2014-2021"), "0.7.1");
  assert.equal(parseVersion("virtiofsd backend 1.13.2\n"), "1.13.2");
  assert.equal(parseVersion("usage: x [-v 2]"), undefined);
});

Deno.test("a module's parameter says yes with Y, y or 1", () => {
  assert.deepEqual(["Y", "y", "1", "N", "0", "", undefined].map(isOn), [true, true, true, false, false, false, false]);
});

Deno.test("a device of root and a group is for root and that group", () => {
  const kvm = { mode: 0o660, uid: 0, gid: 107 };
  assert.ok(mayReadAndWrite(kvm, { uid: 0, gids: [] }));
  assert.ok(mayReadAndWrite(kvm, { uid: 64055, gids: [64055, 107] }));
  assert.ok(!mayReadAndWrite(kvm, { uid: 64055, gids: [64055] }));
  assert.ok(!mayReadAndWrite({ mode: 0o640, uid: 0, gid: 107 }, { uid: 1, gids: [107] }));
});

Deno.test("distances belong to the nodes that are online, whatever their numbers", () => {
  assert.deepEqual(parseDistances("10 20\n", [0, 8]), [{ id: 0, value: 10 }, { id: 8, value: 20 }]);
  assert.throws(() => parseDistances("near far", [0, 1]), SyntaxError);
});

Deno.test("capacities of encrypted guests are read, and an unlimited one is left out", () => {
  assert.deepEqual(parseCapacity("sev 410\nsev_es 99\ntdx max\n"), { sev: 410, sev_es: 99 });
  assert.deepEqual(parseCapacity(""), {});
});

Deno.test("profiles are read with their modes, also those with spaces and brackets in their names", () => {
  assert.deepEqual(parseProfiles("libvirtd (enforce)\n/usr/bin/a b (x) (complain)\n"), {
    libvirtd: "enforce",
    "/usr/bin/a b (x)": "complain",
  });
});
