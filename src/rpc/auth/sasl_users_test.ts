import assert from "node:assert/strict";
import { formatSaslUser, parseSaslUsers } from "./sasl_users.ts";

Deno.test("a user's line is read back, and has neither the password nor a salt of before", async () => {
  const [first, second] = [await formatSaslUser("alice", "secret"), await formatSaslUser("alice", "secret")];
  assert.notEqual(first, second);
  assert.equal(first.includes("secret"), false);
  const user = parseSaslUsers(`${first}\n`, "users").find("alice");
  assert.deepEqual([user?.iterations, user?.storedKey.length, user?.serverKey.length], [4096, 32, 32]);
  assert.equal(parseSaslUsers("# nobody\n\n", "users").find("alice"), undefined);
});

Deno.test("a line that is none is refused with its number, and so is one that would be weak", () => {
  const keys = `${btoa("a".repeat(32))}:${btoa("b".repeat(32))}`;
  for (const line of ["alice", "alice:secret", `alice:SCRAM-SHA-256$1:c2FsdA==$${keys}`, "a:SCRAM-SHA-256$4096:$:"]) {
    assert.throws(() => parseSaslUsers(`# users\n${line}`, "/etc/users"), /^Error: \/etc\/users:2: expected name:/);
  }
});

Deno.test("a name with a colon cannot be written", async () => {
  await assert.rejects(formatSaslUser("a:b", "secret"));
  await assert.rejects(formatSaslUser("", "secret"));
});
