import assert from "node:assert/strict";
import { parseShape } from "../../conf/shape/mod.ts";
import { type StoragePool, storagePool } from "../../conf/storage_pool/document.ts";
import { sharesSource } from "./find_duplicate_pool.ts";

function pool(type: string, source: string, target = "<target><path>/t</path></target>"): StoragePool {
  return parseShape(storagePool, `<pool type='${type}'><name>p</name><source>${source}</source>${target}</pool>`);
}

const NFS = "<host name='nas'/><dir path='/a'/>";
const ISCSI = "<host name='nas'/><device path='iqn.a'/>";

for (
  const [one, other, shared] of [
    [pool("dir", ""), pool("dir", ""), true],
    [pool("dir", ""), pool("dir", "", "<target><path>/u</path></target>"), false],
    [pool("dir", ""), pool("netfs", NFS), false],
    [pool("netfs", NFS), pool("netfs", NFS), true],
    [pool("netfs", NFS), pool("netfs", NFS.replace("/a", "/b")), false],
    [pool("netfs", NFS), pool("netfs", NFS.replace("nas", "other")), false],
    [pool("fs", "<device path='/dev/a'/>"), pool("logical", "<name>v</name><device path='/dev/a'/>"), true],
    [pool("fs", "<device path='/dev/a'/>"), pool("fs", "<device path='/dev/b'/>"), false],
    [pool("iscsi", ISCSI), pool("iscsi", ISCSI), true],
    [pool("iscsi", ISCSI), pool("iscsi", `${ISCSI}<initiator><iqn name='iqn.b'/></initiator>`), false],
    [pool("mpath", ""), pool("mpath", ""), true],
    [
      pool("scsi", "<adapter type='scsi_host' name='scsi_host3'/>"),
      pool("scsi", "<adapter type='scsi_host' name='host3'/>"),
      true,
    ],
  ] as const
) {
  const words = [one, other].map(({ type, source }) => `${type} ${JSON.stringify(source)}`).join(" and ");
  Deno.test(`${words} are ${shared ? "of one storage" : "two"}`, () => {
    assert.equal(sharesSource(one, other), shared);
    assert.equal(sharesSource(other, one), shared);
  });
}
