import assert from "node:assert/strict";
import { formatSaslUser } from "../../../src/rpc/auth/sasl_users.ts";
import { liveTest } from "../require.ts";
import { freePort, MAIN, run, startLiveAgent, virsh } from "./agent.ts";
import { makeCertificates } from "./certificates.ts";

liveTest(
  "virsh",
  "over TLS virsh comes in with a certificate of the authority that is allowed, and not without",
  async () => {
    const pki = await Deno.makeTempDir({ prefix: "innkeeper-pki-" });
    try {
      await makeCertificates(pki);
      const port = freePort();
      const settings = {
        "libvirt.listen_tls": `127.0.0.1:${port}`,
        "libvirt.tls_ca": `${pki}/cacert.pem`,
        "libvirt.tls_certificate": `${pki}/servercert.pem`,
        "libvirt.tls_key": `${pki}/serverkey.pem`,
      };
      const uri = `test+tls://127.0.0.1:${port}/default?pkipath=${pki}`;
      {
        await using _agent = await startLiveAgent({ ...settings, "libvirt.tls_allowed_names": "O=Example,CN=al*" });
        const { out, err } = await virsh(uri, "list");
        assert.match(out, /^1 +test +running$/, err);
        const bare = `${pki}/bare`;
        await Deno.mkdir(bare);
        await Deno.copyFile(`${pki}/cacert.pem`, `${bare}/cacert.pem`);
        const stranger = await virsh(`test+tls://127.0.0.1:${port}/default?pkipath=${bare}`, "list");
        // Where the door is shut while it still writes, a signal ends it.
        assert.notEqual(stranger.code, 0);
        assert.equal(stranger.out, "");
      }
      await using _agent = await startLiveAgent({ ...settings, "libvirt.tls_allowed_names": "O=Example,CN=bob" });
      assert.equal((await virsh(uri, "list")).code, 1);
    } finally {
      await Deno.remove(pki, { recursive: true });
    }
  },
);

liveTest("virsh", "virsh and our own client prove a name and password, and are refused with another", async () => {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-sasl-" });
  try {
    await Deno.writeTextFile(`${folder}/users`, `${await formatSaslUser("alice", "correct horse")}\n`);
    await using agent = await startLiveAgent({ "libvirt.auth": "sasl", "libvirt.sasl_users": `${folder}/users` });
    for (const [password, code] of [["correct horse", 0], ["wrong", 1]] as const) {
      const auth = `${folder}/auth.conf`;
      await Deno.writeTextFile(
        auth,
        `[credentials-a]\nauthname=alice\npassword=${password}\n\n[auth-libvirt-localhost]\ncredentials=a\n`,
      );
      const answer = await run(["virsh", "-q", "-c", `${agent.uri}&authfile=${auth}`, "list"]);
      assert.equal(answer.code, code, answer.err);
      if (code === 1) assert.match(answer.err, /authentication failed/);
      // Our own client proves the same, and is refused in the same way.
      const ours = await run([
        Deno.execPath(),
        "run",
        "-A",
        MAIN,
        "-c",
        `${agent.uri}&authfile=${auth}`,
        "capabilities",
      ]);
      assert.equal(ours.code === 0, code === 0, ours.err);
      if (code === 1) assert.match(ours.err, /authentication failed/);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
