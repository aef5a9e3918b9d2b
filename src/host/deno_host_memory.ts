/**
 * Memory that a burst of work took and that nothing uses any more.
 *
 * The engine keeps a heap it has grown, and the C library keeps what was freed. A program that then idles for days is
 * better off without: after a probe of thirty emulators this is fifty megabytes.
 *
 * @module
 */

/** The engine's collector, where the program was compiled with it (`--expose-gc`). */
type Collector = (options: { readonly type: "major"; readonly flavor: "last-resort" }) => void;

/** Collects, and gives back; does what it can and says nothing of the rest. */
export function releaseMemory(foreignFunctions: boolean): void {
  const { gc } = globalThis as { gc?: Collector };
  gc?.({ type: "major", flavor: "last-resort" });
  if (foreignFunctions) trimHeap();
}

/** `malloc_trim(0)`, which only the GNU C library has. */
function trimHeap(): void {
  try {
    const library = Deno.dlopen("libc.so.6", { malloc_trim: { parameters: ["usize"], result: "i32" } });
    library.symbols.malloc_trim(0n);
    library.close();
  } catch {
    // Another C library: it keeps what it keeps.
  }
}
