import assert from "node:assert/strict";
import { parseUri } from "../../../src/api/parse_uri.ts";
import { buildSshCommand } from "../../../src/drivers/remote/build_ssh_command.ts";
import { parseTarget } from "../../../src/drivers/remote/parse_target.ts";

Deno.test("ssh is run with an argument array, and what the other shell reads is quoted", () => {
  const command = (text: string, readOnly = false) => buildSshCommand(parseTarget(parseUri(text)), readOnly);
  assert.deepEqual(command("qemu+ssh://root@node7:2222/system?keyfile=/k&no_tty=1").slice(0, -1), [
    "ssh",
    "-p",
    "2222",
    "-l",
    "root",
    "-i",
    "/k",
    "-o",
    "BatchMode=yes",
    "-T",
    "-e",
    "none",
    "--",
    "node7",
  ]);
  const hostile = command("qemu+ssh://node7/system?socket=/tmp/a'%3B touch /tmp/b%3B '").at(-1) ?? "";
  assert.equal(hostile, `sh -c 'nc -U '\\''/tmp/a'\\''\\'\\'''\\''; touch /tmp/b; '\\''\\'\\'''\\'''\\'''`);
});

Deno.test("a read-only connection asks for the socket that is for reading", () => {
  const command = buildSshCommand(parseTarget(parseUri("qemu+ssh://node7/system?proxy=netcat")), true);
  assert.equal(command.at(-1), "sh -c 'nc -U /var/run/libvirt/libvirt-sock-ro'");
});
