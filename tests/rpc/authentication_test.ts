import assert from "node:assert/strict";
import type { AuthenticationMethod } from "../../src/rpc/auth/authentication.ts";
import { fromBase64, toBase64 } from "../../src/base/base64.ts";
import { hmacSha256 } from "../../src/base/scram.ts";
import { formatSaslUser, parseSaslUsers } from "../../src/rpc/auth/sasl_users.ts";
import { VirtError } from "../../src/model/error.ts";
import { LibvirtClient } from "../../src/wire/libvirt/client/client.ts";
import { FakeClock } from "../fakes/fake_clock.ts";
import { comeToDoor, type RawDoor } from "./door.ts";

const users = parseSaslUsers(`# who may come in\n${await formatSaslUser("alice", "correct horse")}\n`, "users");
const sasl: AuthenticationMethod = { kind: "sasl", users };
const FAILED = { code: "VIR_ERR_AUTH_FAILED", message: "authentication failed: authentication failed" };

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** SCRAM as a client does it; gives the server's last word. */
async function authenticate(client: LibvirtClient, name: string, password: string): Promise<string> {
  assert.deepEqual(await client.call("AUTH_LIST", {}), { types: [1] });
  assert.deepEqual(await client.call("AUTH_SASL_INIT", {}), { mechlist: "SCRAM-SHA-256" });
  const bare = `n=${name},r=abc`;
  const first = await client.call("AUTH_SASL_START", { mech: "SCRAM-SHA-256", nil: 0, data: encode(`n,,${bare}`) });
  assert.deepEqual([first.complete, first.nil], [0, 0]);
  const said = decode(first.data);
  const [, nonce, salt, iterations] = /^r=(abc.{24}),s=(.*),i=(\d+)$/.exec(said)!;
  const key = await crypto.subtle.importKey("raw", encode(password), "PBKDF2", false, ["deriveBits"]);
  const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt!)!, iterations: Number(iterations) };
  const clientKey = await hmacSha256(
    new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, 256)),
    encode("Client Key"),
  );
  const stored = new Uint8Array(await crypto.subtle.digest("SHA-256", clientKey));
  const final = `c=biws,r=${nonce}`;
  const signature = await hmacSha256(stored, encode(`${bare},${said},${final}`));
  const proof = toBase64(clientKey.map((byte, index) => byte ^ signature[index]!));
  const last = await client.call("AUTH_SASL_STEP", { nil: 0, data: encode(`${final},p=${proof}`) });
  assert.equal(last.complete, 1);
  return decode(last.data);
}

function clientOf(door: RawDoor): LibvirtClient {
  return new LibvirtClient(door.streams);
}

Deno.test("before a client has proved who it is nothing but proving it is answered", async () => {
  await using door = comeToDoor({ authentication: sasl });
  await assert.rejects(clientOf(door).call("CONNECT_OPEN", { name: "test:///default", flags: 0 }), {
    code: "VIR_ERR_RPC",
    message: "authentication required",
  });
  assert.deepEqual(door.opened, []);
});

Deno.test("a name with its password is let in, and the server proves that it knows the user", async () => {
  let known = 0;
  await using door = comeToDoor({ authentication: sasl, onAuthenticated: () => known++ });
  const client = clientOf(door);
  assert.match(await authenticate(client, "alice", "correct horse"), /^v=/);
  await client.call("CONNECT_OPEN", { name: "test:///default", flags: 0 });
  assert.equal(known, 1);
});

for (const [name, password] of [["alice", "wrong"], ["mallory", "correct horse"]] as const) {
  Deno.test(`${name} with the password "${password}" is refused, in the same words as everybody else`, async () => {
    await using door = comeToDoor({ authentication: sasl });
    const client = clientOf(door);
    await assert.rejects(authenticate(client, name, password), FAILED);
    await assert.rejects(client.call("CONNECT_OPEN", { name: "", flags: 0 }), { message: "authentication required" });
    // The exchange is over: it cannot be gone on with.
    await assert.rejects(client.call("AUTH_SASL_STEP", { nil: 0, data: encode("c=biws,r=x,p=eA==") }), FAILED);
  });
}

Deno.test("an unknown name is given the same salt every time, so that asking twice tells nothing", async () => {
  const salts = new Set<string>();
  for (let round = 0; round < 2; round++) {
    await using door = comeToDoor({ authentication: sasl });
    const client = clientOf(door);
    await client.call("AUTH_SASL_INIT", {});
    const data = encode("n,,n=nobody,r=abc");
    const { data: said } = await client.call("AUTH_SASL_START", { mech: "SCRAM-SHA-256", nil: 0, data });
    salts.add(/,s=([^,]*),/.exec(decode(said))![1]!);
  }
  assert.equal(salts.size, 1);
});

Deno.test("mechanisms that were not offered, steps without a start and damaged words are refused", async () => {
  await using door = comeToDoor({ authentication: sasl });
  const client = clientOf(door);
  const start = (mech: string, text: string) => client.call("AUTH_SASL_START", { mech, nil: 0, data: encode(text) });
  await assert.rejects(client.call("AUTH_SASL_STEP", { nil: 0, data: encode("n,,n=alice,r=a") }), FAILED);
  await assert.rejects(start("SCRAM-SHA-256", "n,,n=alice,r=a"), FAILED);
  await client.call("AUTH_SASL_INIT", {});
  for (const [mech, text] of [["PLAIN", "\0alice\0correct horse"], ["SCRAM-SHA-256", "p=tls,,n=alice,r=a"]] as const) {
    await assert.rejects(start(mech, text), FAILED);
  }
  await assert.rejects(start("SCRAM-SHA-256", "\xff\xfe"), FAILED);
});

Deno.test("a client that says nothing of itself is left after a minute", async () => {
  const clock = new FakeClock(0);
  await using door = comeToDoor({ authentication: sasl, clock });
  await clock.advance(60_001);
  await door.ended;
});

const user = { identity: { "unix-user-id": 1000 }, process: { pid: 77, uid: 1000, gid: 1000 }, secure: true };

Deno.test("root is asked for nothing where polkit decides", async () => {
  await using door = comeToDoor({ authentication: { kind: "polkit", ask: () => Promise.reject(new Error("asked")) } });
  assert.deepEqual(await clientOf(door).call("AUTH_LIST", {}), { types: [0] });
});

Deno.test("another account is let in where polkit says so, and asked about with what it wants", async () => {
  const asked: unknown[] = [];
  const ask = (process: unknown, request: unknown) => Promise.resolve(void asked.push(process, request));
  await using door = comeToDoor({ peer: user, readOnly: true, authentication: { kind: "polkit", ask } });
  const client = clientOf(door);
  assert.deepEqual(await client.call("AUTH_LIST", {}), { types: [2] });
  assert.deepEqual(await client.call("AUTH_POLKIT", {}), { complete: 1 });
  await client.call("CONNECT_OPEN", { name: "test:///default", flags: 0 });
  assert.deepEqual(asked, [user.process, { readOnly: true }]);
});

Deno.test("another account stays out where polkit says no", async () => {
  const ask = () => Promise.reject(new VirtError("VIR_ERR_AUTH_FAILED", "access denied by policy"));
  await using door = comeToDoor({ peer: user, authentication: { kind: "polkit", ask } });
  const client = clientOf(door);
  await assert.rejects(client.call("AUTH_POLKIT", {}), { message: "authentication failed: access denied by policy" });
  await assert.rejects(client.call("CONNECT_OPEN", { name: "", flags: 0 }), { message: "authentication required" });
});
