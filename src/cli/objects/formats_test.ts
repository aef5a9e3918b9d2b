import assert from "node:assert/strict";
import { UsageError } from "../failure.ts";
import { formatColumns } from "./columns.ts";
import { cpusIn } from "./cpu_elements.ts";
import { buildDiskSpecs } from "./disk_specs.ts";
import { describeEvent } from "./event_lines.ts";
import { formatDocument, formatJson } from "./json.ts";
import { keyNumber } from "./key_names.ts";
import { parameterLines } from "./parameter_lines.ts";
import { readPoint, sortPoints } from "./points.ts";
import { parseSize, prettySize, toKib } from "./sizes.ts";
import { formatTree } from "./tree.ts";

Deno.test("columns are as wide as their widest cell, and what a terminal would act on is written out", () => {
  assert.equal(formatColumns(["Id", "Name"], [["1", "a"]]), " Id   Name\n------------\n 1    a\n");
  assert.equal(formatColumns(undefined, [["1", "a"]]), " 1   a\n");
  assert.equal(formatColumns(["N"], [["\x1b[31m\u202e"]]), " N\n-----------------------\n \\x1b[31m\\xe2\\x80\\xae\n");
  assert.equal(formatColumns(["N", "M"], [["日本", "x"]]), " N      M\n-----------\n 日本   x\n");
});

Deno.test("sizes are read by libvirt's rules, and written in the largest unit", () => {
  const cases = [["10", 1024, 10240], ["1k", 1, 1024], ["1KiB", 1, 1024], ["1KB", 1, 1000], [
    "2G",
    1,
    2147483648,
  ]] as const;
  for (const [text, unit, bytes] of cases) assert.equal(parseSize(text, unit), bytes, text);
  assert.equal(parseSize("16E", 1), undefined);
  for (const text of ["", "-1", "1.5G", "1XB", "G"]) assert.equal(parseSize(text, 1), undefined, text);
  assert.equal(prettySize(107374182400), "100.00 GiB");
  assert.equal(prettySize(1023, 3), "1023.000 B");
  assert.equal(toKib(1), 1);
});

Deno.test("integers that a number cannot hold are strings in records, and digits in documents", () => {
  assert.equal(
    formatJson({ a: 2n ** 63n, b: 1, c: new Uint8Array([1, 2]) }),
    '{\n  "a": "9223372036854775808",\n  "b": 1,\n  "c": "AQI="\n}\n',
  );
  assert.equal(formatDocument({ a: 2n ** 63n }), '{\n  "a": 9223372036854775808\n}\n');
});

Deno.test("trees are drawn as virsh draws them", () => {
  const nodes = [{ name: "a" }, { name: "b", parent: "a" }, { name: "c", parent: "b" }, { name: "d", parent: "a" }];
  assert.equal(formatTree(nodes), "a\n  |\n  +- b\n  |   |\n  |   +- c\n  |     \n  +- d\n    \n");
  assert.equal(formatTree([{ name: "alone" }]), "alone\n\n");
});

Deno.test("what is said of disks becomes elements, and two commas are one", () => {
  assert.equal(
    buildDiskSpecs(["vda,snapshot=external,driver=qcow2,file=/a,,b"], "snapshot"),
    "  <disks>\n    <disk name='vda' snapshot='external'>\n      <driver type='qcow2'/>\n      <source file='/a,b'/>\n    </disk>\n  </disks>\n",
  );
  assert.throws(() => buildDiskSpecs(["vda,colour=red"], "checkpoint"), UsageError);
  assert.throws(() => buildDiskSpecs(["vda,file"], "snapshot"), UsageError);
});

Deno.test("CPUs are found alone, in guests' documents and in capabilities, one after the other", () => {
  const text = "<?xml version='1.0'?><cpu><model>a</model></cpu><domain><cpu mode='custom'/></domain>" +
    "<capabilities><host><cpu><arch>x</arch></cpu></host></capabilities>";
  assert.equal(cpusIn(text).length, 3);
  assert.throws(() => cpusIn("<domain/>"), /no element <cpu>/);
});

Deno.test("events are told in virsh's words", () => {
  const domain = { name: "web", uuid: "", id: 1 };
  const lines = [
    [
      { kind: "domain", event: "lifecycle", domain, change: "suspended", detail: "paused" },
      "'lifecycle' for domain 'web': Suspended Paused",
    ],
    [{ kind: "domain", event: "reboot", domain }, "'reboot' for domain 'web'"],
    [{ kind: "domain", event: "deviceAdded", domain, alias: "net0" }, "'device-added' for domain 'web': net0"],
    [
      { kind: "network", event: "lifecycle", network: { name: "n", uuid: "" }, change: "started" },
      "'lifecycle' for network n: Started",
    ],
    [{ kind: "storagePool", event: "refresh", pool: { name: "p", uuid: "" } }, "'refresh' for storage pool p"],
  ] as const;
  for (const [event, text] of lines) assert.equal(describeEvent(event), `event ${text}\n`);
});

Deno.test("keys have Linux's names, or their numbers", () => {
  assert.deepEqual(["KEY_A", "KEY_ENTER", "KEY_DELETE", "0x1c", "5"].map((key) => keyNumber(key, "linux")), [
    30,
    28,
    111,
    28,
    5,
  ]);
  assert.throws(() => keyNumber("KEY_A", "usb"), UsageError);
});

Deno.test("parameters are lines, with their names in one column", () => {
  assert.equal(
    parameterLines({ weight: 5, on: true, text: "a" }),
    "weight         : 5\non             : yes\ntext           : a\n",
  );
});

Deno.test("snapshots are ordered by time and then by name", () => {
  const points = ["b 2", "a 2", "c 1"].map((text) => {
    const [name, time] = text.split(" ");
    return readPoint(`<domainsnapshot><name>${name}</name><creationTime>${time}</creationTime></domainsnapshot>`);
  });
  assert.deepEqual(sortPoints(points, false).map(({ name }) => name), ["c", "a", "b"]);
  assert.deepEqual(sortPoints(points, true), points);
});
