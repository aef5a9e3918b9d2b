/**
 * Hypervisors that files describe.
 *
 * @module
 */

import assert from "node:assert/strict";
import { parseUri } from "../../../src/api/parse_uri.ts";
import type { DriverConnection } from "../../../src/drivers/contract.ts";
import { createTestDriver } from "../../../src/drivers/test/mod.ts";
import { readNodeFile } from "../../../src/drivers/test/read_node_file.ts";
import { VirtError } from "../../../src/model/error.ts";
import { FakeHost } from "../../fakes/fake_host.ts";

const FILES = {
  "/etc/node.xml": "<node><domain file='a.xml'/><pool file='/var/p.xml'/><cpu><mhz>7</mhz></cpu></node>",
  "/etc/a.xml":
    "<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>a</name><memory>65536</memory>" +
    "<os><type>hvm</type></os><test:runstate>3</test:runstate><test:domainsnapshot file='s.xml'/></domain>",
  "/etc/s.xml":
    "<domainsnapshot><name>s</name><state>shutoff</state><creationTime>1</creationTime><active>1</active></domainsnapshot>",
  "/var/p.xml": "<pool type='dir'><name>p</name><target><path>/p</path></target><volume file='v.xml'/></pool>",
  "/etc/v.xml": "<volume><name>v</name><capacity>1</capacity></volume>",
  "/etc/locked.xml": "<node><auth><user password='x'>astrid</user><user>bo</user></auth></node>",
  "/etc/wrong.xml": "<mode/>",
  "/etc/lost.xml": "<node><network file='nowhere.xml'/></node>",
};

function open(uri: string): Promise<DriverConnection> {
  return createTestDriver().open(parseUri(uri), { host: new FakeHost({ files: FILES }) });
}

Deno.test("a file names other files, relative to itself", async () => {
  const node = await readNodeFile("/etc/node.xml", new FakeHost({ files: FILES }).files);
  assert.equal(node.domains[0]?.state, "paused");
  assert.deepEqual(node.domains[0]?.snapshots, [
    "<domainsnapshot>\n  <name>s</name>\n  <state>shutoff</state>\n  <creationTime>1</creationTime>\n  <active>1</active>\n</domainsnapshot>",
  ]);
  assert.deepEqual(node.pools[0]?.volumes, ["<volume>\n  <name>v</name>\n  <capacity>1</capacity>\n</volume>"]);
});

Deno.test("the machine is the one in the file", async () => {
  await using connection = await open("test:///etc/node.xml");
  assert.equal(connection.uri, "test:///etc/node.xml");
  assert.equal((await connection.host?.getNodeInfo?.({}))?.mhz, 7);
  assert.deepEqual((await connection.capabilities?.host())?.host.topology?.cells, []);
});

Deno.test("a file with accounts opens for a user without a password, and for nobody else", async () => {
  await (await open("test://bo@localhost/etc/locked.xml"))[Symbol.asyncDispose]();
  for (const uri of ["test:///etc/locked.xml", "test://astrid@localhost/etc/locked.xml"]) {
    await assert.rejects(open(uri), { code: "VIR_ERR_AUTH_FAILED" });
  }
});

for (
  const [uri, message] of [
    ["test:///", "invalid argument: testOpen: supply a path or use test:///default"],
    ["test:///no/such/file", "XML error: failed to parse xml document '/no/such/file'"],
    ["test:///etc/lost.xml", "XML error: failed to parse xml document '/etc/nowhere.xml'"],
    ["test:///etc/wrong.xml", "XML error: expecting root element of 'node', not 'mode'"],
  ] as const
) {
  Deno.test(`${uri} is refused as libvirt refuses it, with a hint`, async () => {
    await assert.rejects(open(uri), (error) => {
      assert.ok(error instanceof VirtError);
      assert.equal(error.message, message);
      assert.ok(error.hint);
      return true;
    });
  });
}
