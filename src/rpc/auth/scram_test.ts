import assert from "node:assert/strict";
import { fromBase64, toBase64 } from "../../base/base64.ts";
import { hmacSha256 } from "../../base/scram.ts";
import { deriveSaslUser, type SaslUser, startScram } from "./scram.ts";

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

Deno.test("the keys of a password are those of the example in RFC 7677", async () => {
  const salt = fromBase64("W22ZaJ0SNY7soEsUEjb6gQ==")!;
  const user = await deriveSaslUser("pencil", { salt, iterations: 4096 });
  const nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  const said = encode(
    `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${nonce}`,
  );
  assert.equal(toBase64(await hmacSha256(user.serverKey, said)), "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
  const proof = fromBase64("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")!;
  const signature = await hmacSha256(user.storedKey, said);
  const clientKey = proof.map((byte, index) => byte ^ signature[index]!);
  assert.deepEqual(new Uint8Array(await crypto.subtle.digest("SHA-256", clientKey)), user.storedKey);
});

Deno.test("a first message that is none, or asks for channel binding, begins nothing", async () => {
  const user: SaslUser = await deriveSaslUser("a", { salt: new Uint8Array(8), iterations: 4096 });
  const users = { find: () => user, decoy: () => Promise.resolve(user) };
  for (const text of ["", "n,,", "n,,n=a", "n,,r=a", "p=tls-unique,,n=a,r=b", "n,,n=a,r=", "n,,n=a,r=b c"]) {
    assert.equal(await startScram(users).step(encode(text)), undefined, text);
  }
  assert.equal(await startScram(users).step(new Uint8Array([0xff, 0xfe])), undefined);
  const answer = await startScram(users).step(encode("y,a=b,n=a,r=b"));
  assert.match(new TextDecoder().decode(answer?.data), /^r=b[A-Za-z0-9+/]{24},s=AAAAAAAAAAA=,i=4096$/);
});

Deno.test("a name is read with its escaped commas and equals signs", async () => {
  const user: SaslUser = await deriveSaslUser("a", { salt: new Uint8Array(8), iterations: 4096 });
  const asked: string[] = [];
  const find = (name: string): SaslUser => (asked.push(name), user);
  await startScram({ find, decoy: () => Promise.resolve(user) }).step(encode("n,,n=a=2Cb=3Dc,r=x"));
  assert.deepEqual(asked, ["a,b=c"]);
});
