import assert from "node:assert/strict";
import { domain } from "../domain/document.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { alignBackupDisks } from "./align_disks.ts";
import { backup } from "./document.ts";

const DISKS = parseShape(
  domain,
  `<domain type='test'><name>g</name><memory>1</memory><os><type>hvm</type></os><devices>
  <disk type='file'><source file='/a'/><target dev='vda'/></disk>
  <disk type='file' device='cdrom'><target dev='sda'/></disk>
</devices></domain>`,
).devices.disks ?? [];

Deno.test("a pulled backup comes back as it was", () => {
  const text = `<domainbackup mode='pull'>
  <incremental>c1</incremental>
  <server transport='tcp' tls='yes' name='h' port='10809'/>
  <disks>
    <disk name='vda' backup='yes' type='file' exportname='e'>
      <driver type='qcow2'/>
      <scratch file='/s'/>
    </disk>
    <disk name='vdb' backup='no'/>
  </disks>
</domainbackup>
`;
  assert.equal(formatShape(backup, parseShape(backup, text)), text);
});

Deno.test("without a list every disk with a medium is copied to a file beside it", () => {
  assert.deepEqual(alignBackupDisks({ mode: "push" }, DISKS, "bak"), {
    mode: "push",
    disks: [
      { name: "vda", backup: true, type: "file", source: { file: "/a.bak" }, backupMode: "full" },
      { name: "sda", backup: false, backupMode: "full" },
    ],
  });
});

Deno.test("what cannot be is refused in libvirt's words", () => {
  const cases = {
    "<domainbackup mode='x'/>": "unknown backup mode 'x'",
    "<domainbackup><server name='h'/></domainbackup>": "use of <server> requires pull mode backup",
    "<domainbackup><disks><disk name='a' type='network'><target protocol='nbd'/></disk></disks></domainbackup>":
      "unsupported disk backup type 'network'",
  };
  for (const [text, detail] of Object.entries(cases)) assert.throws(() => parseShape(backup, text), { detail });
  assert.throws(() => alignBackupDisks({ mode: "push", disks: [{ name: "vdz", backup: false }] }, DISKS, "x"), {
    detail: "no disk named 'vdz'",
  });
});
