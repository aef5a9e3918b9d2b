import assert from "node:assert/strict";
import { assertRefused } from "../xml/assert_refused.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { storagePool, storagePoolSource, storagePoolSources } from "./document.ts";

function pool(type: string, parts: string): string {
  return `<pool type='${type}'><name>p</name><uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>${parts}</pool>`;
}

Deno.test("a pool comes back with its defaults and clean paths", () => {
  const document = parseShape(
    storagePool,
    pool("fs", "<source><device path='/dev/sda'/></source><target><path>//x//y/</path></target>"),
  );
  assert.equal(
    formatShape(storagePool, document),
    `<pool type='fs'>
  <name>p</name>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <capacity unit='bytes'>0</capacity>
  <allocation unit='bytes'>0</allocation>
  <available unit='bytes'>0</available>
  <source>
    <device path='/dev/sda'/>
    <format type='auto'/>
  </source>
  <target>
    <path>//x/y</path>
  </target>
</pool>
`,
  );
});

Deno.test("a volume group is named by the pool, and its path by the group", () => {
  const { source, target } = parseShape(storagePool, pool("logical", ""));
  assert.deepEqual([source, target], [{ name: "p", format: "lvm2" }, { path: "/dev/p" }]);
});

Deno.test("how much there is belongs to a running pool", () => {
  const text = pool("dir", "<capacity unit='KiB'>4</capacity><target><path>/x</path></target>");
  assert.equal(parseShape(storagePool, text).capacity, 4096);
  assert.equal(parseShape(storagePool, text, { live: false }).capacity, 0);
});

Deno.test("options in namespaces of their own are kept where the type has them", () => {
  const options =
    "<fs:mount_opts xmlns:fs='http://libvirt.org/schemas/storagepool/fs/1.0'><fs:option name='sync'/></fs:mount_opts>";
  const parts = `<source><host name='h'/><dir path='/d'/></source><target><path>/x</path></target>${options}`;
  assert.deepEqual(parseShape(storagePool, pool("netfs", parts)).mountOptions, { options: ["sync"] });
  assert.equal(
    parseShape(storagePool, pool("dir", `<target><path>/x</path></target>${options}`)).mountOptions,
    undefined,
  );
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    [pool("dir", ""), "VIR_ERR_XML_ERROR", "missing storage pool target path"],
    [pool("x", ""), "VIR_ERR_XML_ERROR", "Invalid value for attribute 'type' in element 'pool': 'x'."],
    [pool("fs", ""), "VIR_ERR_XML_ERROR", "missing storage pool source device name"],
    [pool("netfs", "<source><format type='x'/></source>"), "VIR_ERR_CONFIG_UNSUPPORTED", "unknown pool format type x"],
    [pool("rbd", "<source/>"), "VIR_ERR_XML_ERROR", "element 'name' is mandatory for RBD pool"],
    [pool("scsi", ""), "VIR_ERR_XML_ERROR", "missing storage pool source adapter"],
    [
      pool("scsi", "<source><adapter type='fc_host' wwnn='1' wwpn='2'/></source>"),
      "VIR_ERR_INTERNAL_ERROR",
      "Malformed wwn: 1",
    ],
    [
      pool("dir", "<target><path>/x</path><permissions><mode>999</mode></permissions></target>"),
      "VIR_ERR_XML_ERROR",
      "malformed octal mode",
    ],
  ] as const;
  for (const [text, code, detail] of cases) {
    assertRefused(() => parseShape(storagePool, text), code, detail);
  }
});

Deno.test("sources are lists of what pools are made of", () => {
  const source = parseShape(storagePoolSource("netfs"), "<source><host name='h'/></source>");
  assert.equal(
    formatShape(storagePoolSources, { sources: [source] }),
    "<sources>\n  <source>\n    <host name='h'/>\n    <format type='auto'/>\n  </source>\n</sources>\n",
  );
});
