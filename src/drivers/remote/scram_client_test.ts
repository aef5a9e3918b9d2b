import assert from "node:assert/strict";
import { parseAuthFile } from "./parse_auth_file.ts";
import { startScramClient } from "./scram_client.ts";

// The exchange that RFC 7677, section 3 prints.
const USER = { user: "user", password: "pencil" };
const NONCE = "rOprNGfwEbeRWgbNEkqO";
const CHALLENGE = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
const PROOF =
  "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
const LAST = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function text(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}

Deno.test("the client says what the standard's example says, and takes the server's proof", async () => {
  const client = startScramClient(USER, NONCE);
  assert.equal(text(client.first()), "n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
  assert.equal(text(await client.prove(bytes(CHALLENGE))), PROOF);
  client.verify(bytes(LAST));
});

Deno.test("a challenge that was made for another, and a last word that proves nothing, are refused", async () => {
  const client = startScramClient(USER, NONCE);
  await assert.rejects(() => client.prove(bytes(CHALLENGE.replace("rOpr", "xOpr"))), /challenge/);
  await assert.rejects(() => client.prove(bytes("nonsense")), /challenge/);
  assert.throws(() => client.verify(bytes(LAST)), /prove/);
  await client.prove(bytes(CHALLENGE));
  assert.throws(() => client.verify(bytes("v=AAAA")), /prove/);
});

Deno.test("a name with a comma is written as the standard wants it", () => {
  assert.equal(text(startScramClient({ user: "a,b=c", password: "" }, "x").first()), "n,,n=a=2Cb=3Dc,r=x");
});

Deno.test("libvirt's file of passwords says who to be at which host", () => {
  const file = `# ours
[credentials-ops]
username = fred
password=s3cret

[auth-libvirt-node7]
credentials=ops
[credentials-others]
authname=guest
password=g
[auth-libvirt-default]
credentials=others
[auth-libvirt-broken]
credentials=nobody
`;
  assert.deepEqual(parseAuthFile(file, "node7"), { user: "fred", password: "s3cret" });
  assert.deepEqual(parseAuthFile(file, "node8"), { user: "guest", password: "g" });
  assert.equal(parseAuthFile(file, "broken"), undefined);
  assert.equal(parseAuthFile("", "node7"), undefined);
});
