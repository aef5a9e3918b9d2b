/**
 * SHA-256 of files.
 *
 * @module
 */

/** Up to here a file is hashed in one piece off the main thread, which spares loading the streaming hasher. */
const ONE_PIECE = 32 * 1024 * 1024;
const PIECE = 1024 * 1024;

/** SHA-256 of the file's content in lower-case hex. */
export async function hashFile(path: string): Promise<string> {
  using file = await Deno.open(path, { read: true });
  const { size, isFile } = await file.stat();
  return isFile && size > 0 && size <= ONE_PIECE ? await hashWhole(file, size) : await hashPieces(file);
}

async function hashWhole(file: Deno.FsFile, size: number): Promise<string> {
  // One byte more than expected shows a file that grows meanwhile.
  const buffer = new Uint8Array(size + 1);
  let used = 0;
  while (used < buffer.length) {
    const read = await file.read(buffer.subarray(used));
    if (read === null) break;
    used += read;
  }
  if (used === buffer.length) {
    await file.seek(0, Deno.SeekMode.Start);
    return await hashPieces(file);
  }
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", buffer.subarray(0, used))));
}

async function hashPieces(file: Deno.FsFile): Promise<string> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  const piece = new Uint8Array(PIECE);
  for (let read = await file.read(piece); read !== null; read = await file.read(piece)) {
    hash.update(piece.subarray(0, read));
  }
  return hash.digest("hex");
}

function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
