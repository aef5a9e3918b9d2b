import assert from "node:assert/strict";
import { LIBVIRTD_SOCKET, liveTest, nativeEmulator, whyMissing } from "../require.ts";
import { drive, hear, openRemote, sleep, testGuest } from "./drive.ts";
import { makePrograms, writeFakeSsh } from "./programs.ts";
import { startSessionDaemon } from "./session_daemon.ts";

function guest(name: string): { readonly name: string; readonly xml: string } {
  return { name, xml: testGuest(name) };
}

liveTest("libvirtd", "the reference's test hypervisor is driven over a unix socket", async () => {
  await drive(`test+unix:///default?socket=${LIBVIRTD_SOCKET}`, guest("remote-unix"));
});

liveTest(
  "libvirtd",
  "a guest of qemu:///system behind the reference is defined, started, heard of, and gone",
  async () => {
    const name = "innkeeper-remote-qemu";
    const missing = await whyMissing("qemu");
    if (missing !== undefined) return console.log(`SKIP qemu:///system behind the reference: ${missing}`);
    await drive("qemu+unix:///system", {
      name,
      xml: `<domain type='qemu'><name>${name}</name><memory>65536</memory><os><type>hvm</type></os>` +
        `<devices><emulator>${nativeEmulator()}</emulator></devices></domain>`,
    });
  },
);

liveTest("libvirtd", "over a program of one's own the reference is driven as over its socket", async () => {
  await using programs = await makePrograms();
  const command = await programs.write("way", `exec nc -U ${LIBVIRTD_SOCKET}`);
  await drive(`test+ext:///default?command=${command}`, guest("remote-ext"));
});

liveTest(
  "libvirtd",
  "over ssh the reference is driven through its helper, and through netcat where that is asked for",
  async () => {
    await using programs = await makePrograms();
    const command = await writeFakeSsh(programs);
    await drive(`qemu+ssh://root@node7:2222/system?command=${command}&proxy=native`, {
      name: "innkeeper-remote-ssh",
      xml: `<domain type='qemu'><name>innkeeper-remote-ssh</name><memory>65536</memory><os><type>hvm</type></os>` +
        `<devices><emulator>${nativeEmulator()}</emulator></devices></domain>`,
    });
    await drive(`test+ssh://node7/default?command=${command}&proxy=netcat&netcat=nc`, guest("remote-nc"));
    await drive(`test+ssh://node7/default?command=${command}&socket=${LIBVIRTD_SOCKET}`, guest("remote-socket"));
    const [native = "", netcat = ""] = (await programs.calls()).split("\n");
    assert.match(native, /^-p 2222 -l root -T -e none -- node7 sh -c .*virt-ssh-helper/);
    assert.match(netcat, /^-T -e none -- node7 sh -c .*nc -U/);
  },
);

liveTest("libvirtd", "a program that leads nowhere is an error that says what the program said", async () => {
  await using programs = await makePrograms();
  const command = await programs.write("ssh", "echo 'ssh: no route to node7' >&2; exit 255");
  await assert.rejects(() => openRemote(`test+ssh://node7/default?command=${command}`), /no route to node7/);
});

liveTest(
  "root",
  "after the reference was killed and started again calls work, and who listens hears of the gap",
  async () => {
    const missing = await whyMissing("reference");
    if (missing !== undefined) return console.log(`SKIP a reference that is killed: ${missing}`);
    await using daemon = await startSessionDaemon();
    await using connection = await openRemote(daemon.uri);
    await using heard = await hear(connection, "test");
    const test = await connection.domains.lookupByName("test");
    await test.suspend();
    await heard.until("suspended paused");
    await daemon.kill();
    await assert.rejects(() => connection.domains.lookupByName("test"));
    await daemon.start();
    await heard.until("gap");
    await sleep(200);
    // The test hypervisor behind it began anew, too.
    const again = await connection.domains.lookupByName("test");
    assert.equal((await again.getInfo()).state, "running");
    await again.destroy();
    await heard.until("stopped destroyed");
    assert.deepEqual(heard.words, ["suspended paused", "gap", "stopped destroyed"]);
  },
);

liveTest("root", "a daemon that comes back is found by the next call also when nobody listens", async () => {
  const missing = await whyMissing("reference");
  if (missing !== undefined) return console.log(`SKIP a reference that is killed: ${missing}`);
  await using daemon = await startSessionDaemon();
  await using connection = await openRemote(daemon.uri);
  assert.equal((await connection.domains.list()).length, 1);
  await daemon.kill();
  await assert.rejects(() => connection.domains.list());
  await daemon.start();
  assert.equal((await connection.domains.list()).length, 1);
});
