import assert from "node:assert/strict";
import { probeAccount } from "../../../src/drivers/qemu/probe_account.ts";
import { FakeHost } from "../../fakes/fake_host.ts";

const NOBODY = "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n";
const LIBVIRT = "libvirt-qemu:x:64055:107::/var/lib/libvirt:/usr/sbin/nologin\n";
const PERSON = "ann:x:1000:1000::/home/ann:/bin/sh\n";

function host(passwd: string, group: string, uid = 0): FakeHost {
  return new FakeHost({ uid, files: { "/etc/passwd": passwd, "/etc/group": group } });
}

Deno.test("emulators run as the user that the distribution made for them, in the group of KVM", async () => {
  assert.deepEqual(await probeAccount(host(NOBODY + LIBVIRT, "kvm:x:107:\n")), { uid: 64055, gid: 107 });
});

Deno.test("without such a user they run as nobody, with KVM where its group is there", async () => {
  assert.deepEqual(await probeAccount(host(NOBODY, "kvm:x:107:\n")), { uid: 65534, gid: 107 });
  assert.deepEqual(await probeAccount(host(NOBODY, "nogroup:x:65534:\n")), { uid: 65534, gid: 65534 });
});

Deno.test("who is not root runs emulators as himself", async () => {
  assert.equal(await probeAccount(host(NOBODY, "kvm:x:107:\n", 1000)), undefined);
});

Deno.test("a configured user keeps its own rights, and has to exist", async () => {
  const group = "ann:x:1000:\nkvm:x:107:\n";
  assert.deepEqual(await probeAccount(host(PERSON, group), { configured: "ann" }), { uid: 1000, gid: 1000 });
  const member = "ann:x:1000:\nkvm:x:107:ann\n";
  assert.deepEqual(await probeAccount(host(PERSON, member), { configured: "ann" }), { uid: 1000, gid: 107 });
  await assert.rejects(probeAccount(host(PERSON, group), { configured: "bob" }), /"bob": there is no such user/);
});
