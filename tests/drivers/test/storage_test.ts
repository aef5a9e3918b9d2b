/**
 * Storage pools of the hypervisor in memory and their volumes, with real bytes in them.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { DriverStream, StreamChunk } from "../../../src/drivers/contract.ts";
import type { StoragePoolRef, StorageVolumeRef } from "../../../src/model/object_refs.ts";
import { opened, type Parts, refused } from "./opened.ts";

const STORE = "<pool type='dir'><name>store</name><target><path>/store</path></target></pool>";
const MIB = 1024 * 1024;

async function pool({ storagePools }: Parts): Promise<StoragePoolRef> {
  return await storagePools.lookupByName("default-pool", {});
}

async function volume(parts: Parts, name = "a.img", capacity = 4 * MIB): Promise<StorageVolumeRef> {
  const xml = `<volume><name>${name}</name><capacity>${capacity}</capacity><allocation>0</allocation></volume>`;
  return await parts.storageVolumes.createXml(await pool(parts), xml, {}, {});
}

async function upload({ storageVolumes }: Parts, ref: StorageVolumeRef, chunks: readonly StreamChunk[]): Promise<void> {
  const stream = await storageVolumes.upload(ref, { offset: 0, length: 0, flags: { sparseStream: true } }, {});
  const writer = stream.writable?.getWriter() ?? assert.fail("nothing can be written");
  for (const chunk of chunks) await writer.write(chunk);
  await writer.close();
  await stream.finish();
}

async function drain(stream: DriverStream): Promise<StreamChunk[]> {
  const chunks = await Array.fromAsync(stream.readable ?? assert.fail("nothing can be read"));
  await stream.finish();
  return chunks;
}

Deno.test("a pool is defined, built, started, refreshed, stopped and undefined, and everybody is told", async () => {
  const { parts: { storagePools }, told } = await opened();
  const store = await storagePools.define(STORE, {}, {});
  await storagePools.build(store, {}, {});
  await storagePools.create(store, {}, {});
  await refused(
    storagePools.create(store, {}, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: storage pool 'store' is active",
  );
  await storagePools.refresh(store, {});
  assert.equal((await storagePools.getInfo(store, {})).state, "running");
  await storagePools.destroy(store, {});
  await storagePools.delete(store, {}, {});
  await storagePools.undefine(store, {});
  await refused(
    storagePools.lookupByName("store", {}),
    "VIR_ERR_NO_STORAGE_POOL: Storage pool not found: no storage pool with matching name 'store'",
  );
  assert.deepEqual(
    told(),
    ["defined", "created", "started", "refresh", "stopped", "deleted", "undefined"].map((word) => `pool store ${word}`),
  );
});

Deno.test("pools are found by kind, and by the volumes and the folder they have", async () => {
  const { parts } = await opened();
  const { storagePools } = parts;
  await storagePools.createXml(STORE, {}, {});
  const names = async (filter: Parameters<typeof storagePools.list>[0]): Promise<string[]> =>
    (await storagePools.list(filter, {})).map(({ name }) => name);
  assert.deepEqual(await names({ transient: true }), ["store"]);
  assert.deepEqual(await names({ dir: true }), ["default-pool", "store"]);
  assert.deepEqual(await names({ logical: true }), []);
  assert.equal((await storagePools.lookupByVolume(await volume(parts), {})).name, "default-pool");
  assert.equal((await storagePools.lookupByTargetPath("/store", {})).name, "store");
});

Deno.test("two pools are not of one storage", async () => {
  const { parts: { storagePools } } = await opened();
  await storagePools.define(STORE, {}, {});
  await refused(
    storagePools.define(STORE.replace("store", "twin"), {}, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: Storage source conflict with pool: 'store'",
  );
});

Deno.test("sources are found as libvirt's test hypervisor finds them", async () => {
  const { parts: { storagePools } } = await opened();
  assert.match(await storagePools.findSources("logical", undefined, {}), /<name>testvg2<\/name>/);
  const spec = "<source><host name='nas'/></source>";
  assert.match(await storagePools.findSources("netfs", spec, {}), /<host name='nas'\/>\s*<dir path='\/testshare'\/>/);
  await refused(
    storagePools.findSources("netfs", undefined, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: hostname must be specified for netfs sources",
  );
});

Deno.test("volumes take the room of their pool, and give it back", async () => {
  const { parts } = await opened();
  const { storagePools, storageVolumes } = parts;
  const ref = await pool(parts);
  const xml = `<volume><name>full.img</name><capacity>${MIB}</capacity></volume>`;
  const full = await storageVolumes.createXml(ref, xml, {}, {});
  assert.equal(full.key, "/default-pool/full.img");
  assert.equal((await storagePools.getInfo(ref, {})).allocation, MIB);
  await refused(
    storageVolumes.createXml(ref, xml, {}, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: storage vol already exists",
  );
  await refused(
    storageVolumes.createXml(ref, "<volume><name>big</name><capacity unit='TiB'>1</capacity></volume>", {}, {}),
    "VIR_ERR_INTERNAL_ERROR: internal error: Not enough free space in pool for volume 'big'",
  );
  await storageVolumes.delete(full, {}, {});
  assert.equal((await storagePools.getInfo(ref, {})).allocation, 0);
  await refused(
    storageVolumes.getPath(full, {}),
    "VIR_ERR_NO_STORAGE_VOL: Storage volume not found: no storage vol with matching name 'full.img'",
  );
});

Deno.test("what was uploaded is downloaded again, with its holes", async () => {
  const { parts } = await opened();
  const ref = await volume(parts);
  const [head, tail] = [new Uint8Array(1000).fill(1), new Uint8Array(10).fill(2)];
  await upload(parts, ref, [head, { hole: 2 * MIB - 1000 }, tail]);

  const { storageVolumes } = parts;
  const sparse = await drain(
    await storageVolumes.download(ref, { offset: 0, length: 0, flags: { sparseStream: true } }, {}),
  );
  assert.deepEqual(sparse[0], Uint8Array.from({ length: 65536 }, (_, at) => at < 1000 ? 1 : 0));
  assert.deepEqual(sparse[1], { hole: 2 * MIB - 65536 });
  assert.deepEqual((sparse[2] as Uint8Array).subarray(0, 11), Uint8Array.from([...tail, 0]));

  const dense = await drain(await storageVolumes.download(ref, { offset: 999, length: 100_000, flags: {} }, {}));
  assert.equal(dense.reduce((sum, each) => sum + (each as Uint8Array).length, 0), 100_000);
  assert.deepEqual((dense[0] as Uint8Array).subarray(0, 2), Uint8Array.of(1, 0));
});

Deno.test("a copy has the bytes of the original, which stay when one of both is wiped", async () => {
  const { parts } = await opened();
  const { storageVolumes } = parts;
  const original = await volume(parts);
  await upload(parts, original, [Uint8Array.of(1, 2, 3)]);
  const xml = `<volume><name>copy.img</name><capacity>${4 * MIB}</capacity></volume>`;
  const copy = await storageVolumes.createXmlFrom(await pool(parts), { xml, volume: original }, {}, {});
  await storageVolumes.wipe(original, "zero", {});
  assert.equal((await storageVolumes.getInfo(original, {}, {})).allocation, 0);
  await refused(
    storageVolumes.wipe(original, "trim", {}),
    "VIR_ERR_ARGUMENT_UNSUPPORTED: argument unsupported: 'trim' algorithm not supported",
  );
  const first = async (ref: StorageVolumeRef): Promise<StreamChunk | undefined> =>
    (await drain(await storageVolumes.download(ref, { offset: 0, length: 3, flags: {} }, {})))[0];
  assert.deepEqual(await first(copy), Uint8Array.of(1, 2, 3));
  assert.deepEqual(await first(original), Uint8Array.of(0, 0, 0));
});

Deno.test("a volume grows, and shrinks where that is meant", async () => {
  const { parts } = await opened();
  const { storageVolumes } = parts;
  const ref = await volume(parts);
  await storageVolumes.resize(ref, 8 * MIB, {}, {});
  await storageVolumes.resize(ref, MIB, { delta: true }, {});
  assert.equal((await storageVolumes.getInfo(ref, {}, {})).capacity, 9 * MIB);
  await refused(
    storageVolumes.resize(ref, MIB, {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: Can't shrink capacity below current capacity unless shrink flag " +
      "explicitly specified",
  );
  await storageVolumes.resize(ref, MIB, { shrink: true }, {});
  assert.equal((await storageVolumes.getInfo(ref, { getPhysical: true }, {})).allocation, MIB);
  assert.equal((await storageVolumes.getInfo(ref, {}, {})).capacity, MIB);
});
