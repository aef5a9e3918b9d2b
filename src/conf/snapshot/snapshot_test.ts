import assert from "node:assert/strict";
import { assertRefused } from "../xml/assert_refused.ts";
import { VirtError } from "../../model/error.ts";
import { domain } from "../domain/document.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { DocumentError } from "../xml/mod.ts";
import { type AlignOptions, alignSnapshotDisks } from "./align_disks.ts";
import { newSnapshot, redefinedSnapshot } from "./complete_snapshot.ts";
import { snapshot, snapshotRequest } from "./document.ts";

const GUEST = `<domain type='test'><name>g</name><memory>1</memory><os><type>hvm</type></os><devices>
  <disk type='file'><source file='/images/a.qcow2'/><target dev='vda'/></disk>
  <disk type='file' device='cdrom'><target dev='sda'/></disk>
</devices></domain>`;

const OPTIONS: AlignOptions = {
  disks: parseShape(domain, GUEST).devices.disks ?? [],
  default: "external",
  uniformInternal: false,
  isFile: (path) => path.startsWith("/images/"),
};

function of(parts: string) {
  return parseShape(snapshot, `<domainsnapshot>${parts}</domainsnapshot>`);
}

Deno.test("a disk that names a file or a format is kept outside", () => {
  const document = of("<disks><disk name='vda'><source file='/x'/></disk><disk name='vdb' snapshot='no'/></disks>");
  assert.deepEqual(document.disks, [
    { name: "vda", snapshot: "external", type: "file", source: { file: "/x" } },
    { name: "vdb", snapshot: "no" },
  ]);
  assert.match(
    formatShape(snapshot, document),
    /<disk name='vda' snapshot='external' type='file'>\n {6}<source file='\/x'\/>/,
  );
});

Deno.test("a new snapshot is named after its second, whatever the document says of its past", () => {
  const document = of("<state>running</state><creationTime>1</creationTime><parent><name>p</name></parent>");
  assert.deepEqual(newSnapshot(document, { now: 12_345, offline: true }), { name: "12", creationTime: 12 });
});

Deno.test("a snapshot that is known again keeps its past, and has memory where it was running", () => {
  const document = of("<name>s</name><state>paused</state><creationTime>5</creationTime>");
  assert.deepEqual(redefinedSnapshot(document).memory, { snapshot: "internal" });
  const off = of("<name>s</name><state>shutoff</state><creationTime>5</creationTime>");
  assert.deepEqual(redefinedSnapshot(off).memory, { snapshot: "no" });
});

Deno.test("an old document with only the domain's UUID is kept", () => {
  const text = "<domain><uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid></domain>";
  const document = of(text);
  assert.equal(document.domain, undefined);
  assert.equal(document.domainUuid, "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f");
});

Deno.test("every disk of the domain takes part, new files beside the old ones, empty drives not", () => {
  assert.deepEqual(alignSnapshotDisks({ name: "s" }, OPTIONS).disks, [
    { name: "vda", snapshot: "external", type: "file", source: { file: "/images/a.s" } },
    { name: "sda", snapshot: "no" },
  ]);
  const byPath = of("<disks><disk name='/images/a.qcow2' snapshot='internal'/></disks>");
  assert.deepEqual(alignSnapshotDisks(byPath, OPTIONS).disks?.[0], { name: "vda", snapshot: "internal" });
});

Deno.test("mistakes in the document carry libvirt's words", () => {
  const cases = [
    ["<state>x</state>", "VIR_ERR_CONFIG_UNSUPPORTED", "Invalid state 'x' in domain snapshot XML"],
    ["<memory snapshot='manual'/>", "VIR_ERR_XML_ERROR", "'manual' memory snapshot mode not supported"],
    ["<memory file='x'/>", "VIR_ERR_XML_ERROR", "memory snapshot file path (x) must be absolute"],
    ["<disks><disk/></disks>", "VIR_ERR_INTERNAL_ERROR", "missing name from disk snapshot element"],
    ["<disks><disk name='a' type='dir'/></disks>", "VIR_ERR_XML_ERROR", "unsupported disk snapshot type 'dir'"],
  ] as const;
  for (const [parts, code, detail] of cases) {
    assertRefused(() => of(parts), code, detail);
  }
});

Deno.test("what does not fit the domain is refused in libvirt's words", () => {
  const refused = [
    [() => redefinedSnapshot({}), "a redefined snapshot must have a name"],
    [() => redefinedSnapshot({ name: "s" }), "missing creationTime from existing snapshot"],
    [
      () => newSnapshot({ memory: { snapshot: "internal" } }, { now: 0, offline: true }),
      /memory state cannot be saved/,
    ],
    [() => alignSnapshotDisks(of("<disks><disk name='vdz'/></disks>"), OPTIONS), "no disk named 'vdz'"],
    [
      () =>
        alignSnapshotDisks(
          of("<disks><disk name='vda' snapshot='no'/><disk name='vda' snapshot='no'/></disks>"),
          OPTIONS,
        ),
      "disk 'vda' specified twice",
    ],
    [
      () => alignSnapshotDisks({ name: "s" }, { ...OPTIONS, isFile: () => false }),
      "source for disk 'vda' is not a regular file; refusing to generate external snapshot name",
    ],
  ] as const;
  for (const [act, detail] of refused) {
    assert.throws(act, (error) => {
      assert.ok(error instanceof VirtError);
      if (typeof detail === "string") assert.equal(error.detail, detail);
      else assert.match(error.detail ?? "", detail);
      return true;
    });
  }
});

Deno.test("what only an earlier snapshot has is overlooked in one that is to be made", () => {
  const xml = "<domainsnapshot><name>s</name><state>nonsense</state><domain type='nonsense'/></domainsnapshot>";
  assert.deepEqual(parseShape(snapshotRequest, xml, { unknown: "ignore" }), { name: "s" });
  assert.throws(() => parseShape(snapshot, xml), DocumentError);
});
