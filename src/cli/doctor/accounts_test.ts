import assert from "node:assert/strict";
import { groupName, isMember, userName } from "./accounts.ts";

const files = {
  passwd: "root:x:0:0:root:/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\nqemu:x:64055:104::/:/bin/false\n",
  group: "root:x:0:\nkvm:x:104:ann,bob\n",
};

Deno.test("a user is in a group by membership or because it is the user's own", () => {
  assert.equal(isMember(files, "ann", 104), true);
  assert.equal(isMember(files, "64055", 104), true);
  assert.equal(isMember(files, "root", 104), false);
  assert.equal(isMember(files, "eve", 104), undefined);
});

Deno.test("numbers have names where the files know them", () => {
  assert.equal(groupName(files.group, 104), "kvm");
  assert.equal(groupName(files.group, 9), undefined);
  assert.equal(userName(files.passwd, 1000), "ann");
});
