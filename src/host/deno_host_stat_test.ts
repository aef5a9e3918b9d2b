import assert from "node:assert/strict";
import { parseStatx } from "./deno_host_stat.ts";

Deno.test("a file's times keep their nanoseconds and its device number is packed as the C library does", () => {
  const buffer = new Uint8Array(256);
  const view = new DataView(buffer.buffer);
  view.setUint32(0x14, 64055, true);
  view.setUint32(0x18, 107, true);
  view.setUint16(0x1c, 0o104755, true);
  view.setBigUint64(0x20, 1_196_041n, true);
  view.setBigUint64(0x28, 5_000_000_000n, true);
  view.setBigInt64(0x60, 1_795_391_033n, true);
  view.setUint32(0x68, 111_366_766, true);
  view.setBigInt64(0x70, -1n, true);
  view.setUint32(0x88, 254, true);
  view.setUint32(0x8c, 300, true);
  assert.deepEqual(parseStatx(buffer), {
    kind: "file",
    mode: 0o4755,
    uid: 64055,
    gid: 107,
    dev: 0x10fe2cn,
    ino: 1_196_041n,
    size: 5_000_000_000,
    ctimeNs: 1_795_391_033_111_366_766n,
    mtimeNs: -1_000_000_000n,
  });
});
