/**
 * Advisory locks between processes, and between parts of one process, by `flock`.
 *
 * @module
 */

/** Waits for the exclusive lock of the file, which is created (0600) when missing. */
export async function lockFile(path: string): Promise<AsyncDisposable> {
  while (true) {
    const file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
    try {
      await file.lock(true);
      if (await isStillAt(path, file)) return release(file);
    } catch (error) {
      file.close();
      throw error;
    }
    // Somebody removed or replaced the file while we waited: that lock protects nothing.
    file.close();
  }
}

async function isStillAt(path: string, file: Deno.FsFile): Promise<boolean> {
  const held = await file.stat();
  try {
    const named = await Deno.stat(path);
    return named.dev === held.dev && named.ino === held.ino;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function release(file: Deno.FsFile): AsyncDisposable {
  let held = true;
  return {
    [Symbol.asyncDispose](): Promise<void> {
      if (held) file.close();
      held = false;
      return Promise.resolve();
    },
  };
}
