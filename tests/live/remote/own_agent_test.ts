import assert from "node:assert/strict";
import { freePort, startLiveAgent } from "../rpc/agent.ts";
import { makeCertificates } from "../rpc/certificates.ts";
import { liveTest } from "../require.ts";
import { drive, hear, openRemote, sleep, testGuest } from "./drive.ts";
import { makePrograms, writeFakeSsh } from "./programs.ts";

const guest = { name: "remote-own", xml: testGuest("remote-own") };

Deno.test("an agent of our own is driven over its unix socket, over TCP, and through a program", async () => {
  const port = freePort();
  await using agent = await startLiveAgent({ "libvirt.listen_tcp": `127.0.0.1:${port}`, "libvirt.auth_tcp": "none" });
  await drive(agent.uri, guest);
  await drive(`test+tcp://127.0.0.1:${port}/default`, guest);
  await using programs = await makePrograms();
  const ssh = await writeFakeSsh(programs);
  const helper = await programs.write(
    "nc",
    `exec ${Deno.execPath()} eval 'const c = await Deno.connect({ transport: "unix", path: Deno.args[1] });` +
      ` Deno.stdin.readable.pipeTo(c.writable); await c.readable.pipeTo(Deno.stdout.writable)' -- "$@"`,
  );
  const socket = `${agent.folder}/libvirt-sock`;
  await drive(`test+ssh://node7/default?command=${ssh}&netcat=${helper}&socket=${socket}`, guest);
});

liveTest(
  "openssl",
  "an agent of our own is driven over TLS with a certificate, and not with none or a stranger's",
  async () => {
    const pki = await Deno.makeTempDir({ prefix: "innkeeper-pki-" });
    try {
      await makeCertificates(pki);
      const port = freePort();
      await using _agent = await startLiveAgent({
        "libvirt.listen_tls": `127.0.0.1:${port}`,
        "libvirt.tls_ca": `${pki}/cacert.pem`,
        "libvirt.tls_certificate": `${pki}/servercert.pem`,
        "libvirt.tls_key": `${pki}/serverkey.pem`,
      });
      const uri = `test+tls://127.0.0.1:${port}/default?pkipath=`;
      await drive(`${uri}${pki}`, guest);
      const bare = `${pki}/bare`;
      await Deno.mkdir(bare);
      await Deno.copyFile(`${pki}/cacert.pem`, `${bare}/cacert.pem`);
      await assert.rejects(() => openRemote(`${uri}${bare}`));
      const stranger = `${pki}/stranger`;
      await Deno.mkdir(stranger);
      await makeCertificates(stranger);
      await assert.rejects(() => openRemote(`${uri}${stranger}`));
    } finally {
      await Deno.remove(pki, { recursive: true });
    }
  },
);

Deno.test("after an agent of our own was killed and started again calls work, and who listens hears of the gap", async () => {
  const port = freePort();
  const settings = { "libvirt.listen_tcp": `127.0.0.1:${port}`, "libvirt.auth_tcp": "none" };
  const uri = `test+tcp://127.0.0.1:${port}/default`;
  const first = await startLiveAgent(settings);
  try {
    await using connection = await openRemote(uri);
    await using heard = await hear(connection, "test");
    await (await connection.domains.lookupByName("test")).suspend();
    await heard.until("suspended paused");
    await first.stop("SIGKILL");
    await assert.rejects(() => connection.domains.lookupByName("test"));
    await using _second = await startLiveAgent(settings);
    await heard.until("gap");
    await sleep(200);
    const again = await connection.domains.lookupByName("test");
    await again.destroy();
    await heard.until("stopped destroyed");
    assert.deepEqual(heard.words, ["suspended paused", "gap", "stopped destroyed"]);
  } finally {
    await first[Symbol.asyncDispose]();
  }
});
