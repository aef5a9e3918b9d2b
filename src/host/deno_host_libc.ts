/**
 * The C library, for the few calls the runtime has no name for.
 *
 * Only the addresses of the functions are taken; the library handle is closed at once, since the process itself keeps
 * the C library loaded. So nothing is left open, however often this is used.
 *
 * @module
 */

/** The functions this program calls in the C library. */
export interface Libc {
  /** `statx(dirfd, path, flags, mask, buffer)`, off the main thread. */
  statx(path: string, flags: number, buffer: Uint8Array<ArrayBuffer>): Promise<number>;
  /** `faccessat(AT_FDCWD, path, mode, AT_EACCESS)`, off the main thread. */
  access(path: string, mode: number): Promise<number>;
  /** As {@linkcode Libc.statx}, on the main thread: for files that the kernel has in memory. */
  statxNow(path: string, flags: number, buffer: Uint8Array<ArrayBuffer>): number;
  /** As {@linkcode Libc.access}, on the main thread. */
  accessNow(path: string, mode: number): number;
  /** `statfs`, off the main thread: where a server does not answer, it waits. */
  statfs(path: string, buffer: Uint8Array<ArrayBuffer>): Promise<number>;
  /** `errno` of the call that just failed on the main thread. */
  errorNumber(): number;
  open(path: string, flags: number): number;
  /** As {@linkcode Libc.open}, off the main thread. */
  openLater(path: string, flags: number): Promise<number>;
  close(fd: number): number;
  /** `ioctl` with a number as its argument. */
  ioctlNumber(fd: number, request: bigint, value: bigint): number;
  /** `ioctl` with a buffer as its argument. */
  ioctlBuffer(fd: number, request: bigint, buffer: Uint8Array<ArrayBuffer>): number;
  pread(fd: number, buffer: Uint8Array<ArrayBuffer>, offset: bigint): bigint;
  /** `getdents64`. */
  readDirectory(fd: number, buffer: Uint8Array<ArrayBuffer>): bigint;
  /** As {@linkcode Libc.readDirectory}, off the main thread. */
  readDirectoryLater(fd: number, buffer: Uint8Array<ArrayBuffer>): Promise<bigint>;
  /** `readlink`. */
  readLink(path: string, buffer: Uint8Array<ArrayBuffer>): bigint;
  /** `realpath` into a buffer of PATH_MAX bytes; false where it fails. */
  realPath(path: string, buffer: Uint8Array<ArrayBuffer>): boolean;
  /** Maps `length` bytes of private anonymous memory, readable and writable; `null` where that fails. */
  mapMemory(length: bigint): Deno.PointerObject<never> | null;
  /** Makes mapped memory readable and executable instead of writable. */
  makeExecutable(memory: Deno.PointerObject, length: bigint): number;
  unmapMemory(memory: Deno.PointerObject, length: bigint): number;
}

const AT_FDCWD = -100;
const AT_EACCESS = 0x200;
const STATX_BASIC_STATS = 0x7ff;
const PROT_READ = 1;
const PROT_WRITE = 2;
const PROT_EXEC = 4;
const MAP_PRIVATE_ANONYMOUS = 0x22;

/** Gives the C library, loaded when it is first asked for; undefined where it cannot be used. */
export type LazyLibc = () => Libc | undefined;

/** Loads the C library at most once. */
export function lazyLibc(): LazyLibc {
  let loaded: { readonly libc: Libc | undefined } | undefined;
  return () => (loaded ??= { libc: loadLibc() }).libc;
}

/** The C library, or undefined where foreign functions are not permitted or the library is not the expected one. */
function loadLibc(): Libc | undefined {
  if (Deno.build.os !== "linux" || !isFfiGranted()) return undefined;
  try {
    return bindLibc();
  } catch {
    return undefined;
  }
}

function isFfiGranted(): boolean {
  try {
    return Deno.permissions.querySync({ name: "ffi" }).state === "granted";
  } catch {
    return false;
  }
}

function bindLibc(): Libc {
  const library = Deno.dlopen("libc.so.6", {
    statx: { type: "pointer" },
    faccessat: { type: "pointer" },
    statfs: { type: "pointer" },
    open: { type: "pointer" },
    close: { type: "pointer" },
    ioctl: { type: "pointer" },
    pread: { type: "pointer" },
    getdents64: { type: "pointer" },
    readlink: { type: "pointer" },
    realpath: { type: "pointer" },
    __errno_location: { type: "pointer" },
    mmap: { type: "pointer" },
    mprotect: { type: "pointer" },
    munmap: { type: "pointer" },
  });
  const at = library.symbols as { readonly [name in keyof typeof library.symbols]: Deno.PointerObject<never> };
  const statx = new Deno.UnsafeFnPointer(at.statx, {
    parameters: ["i32", "buffer", "i32", "u32", "buffer"],
    result: "i32",
    nonblocking: true,
  });
  const faccessat = new Deno.UnsafeFnPointer(at.faccessat, {
    parameters: ["i32", "buffer", "i32", "i32"],
    result: "i32",
    nonblocking: true,
  });
  const statfs = new Deno.UnsafeFnPointer(at.statfs, {
    parameters: ["buffer", "buffer"],
    result: "i32",
    nonblocking: true,
  });
  const statxNow = new Deno.UnsafeFnPointer(at.statx, {
    parameters: ["i32", "buffer", "i32", "u32", "buffer"],
    result: "i32",
  });
  const faccessatNow = new Deno.UnsafeFnPointer(at.faccessat, {
    parameters: ["i32", "buffer", "i32", "i32"],
    result: "i32",
  });
  const errnoLocation = new Deno.UnsafeFnPointer(at.__errno_location, { parameters: [], result: "pointer" });
  const getdents = new Deno.UnsafeFnPointer(at.getdents64, {
    parameters: ["i32", "buffer", "usize"],
    result: "isize",
  });
  const getdentsLater = new Deno.UnsafeFnPointer(at.getdents64, {
    parameters: ["i32", "buffer", "usize"],
    result: "isize",
    nonblocking: true,
  });
  const openLater = new Deno.UnsafeFnPointer(at.open, {
    parameters: ["buffer", "i32"],
    result: "i32",
    nonblocking: true,
  });
  const readlink = new Deno.UnsafeFnPointer(at.readlink, {
    parameters: ["buffer", "buffer", "usize"],
    result: "isize",
  });
  const realpath = new Deno.UnsafeFnPointer(at.realpath, { parameters: ["buffer", "buffer"], result: "pointer" });
  const open = new Deno.UnsafeFnPointer(at.open, { parameters: ["buffer", "i32"], result: "i32" });
  const close = new Deno.UnsafeFnPointer(at.close, { parameters: ["i32"], result: "i32" });
  const ioctlNumber = new Deno.UnsafeFnPointer(at.ioctl, { parameters: ["i32", "u64", "u64"], result: "i32" });
  const ioctlBuffer = new Deno.UnsafeFnPointer(at.ioctl, { parameters: ["i32", "u64", "buffer"], result: "i32" });
  const pread = new Deno.UnsafeFnPointer(at.pread, { parameters: ["i32", "buffer", "usize", "i64"], result: "isize" });
  const mmap = new Deno.UnsafeFnPointer(at.mmap, {
    parameters: ["pointer", "usize", "i32", "i32", "i32", "i64"],
    result: "pointer",
  });
  const mprotect = new Deno.UnsafeFnPointer(at.mprotect, { parameters: ["pointer", "usize", "i32"], result: "i32" });
  const munmap = new Deno.UnsafeFnPointer(at.munmap, { parameters: ["pointer", "usize"], result: "i32" });
  library.close();
  return {
    statx: (path, flags, buffer) => statx.call(AT_FDCWD, cString(path), flags, STATX_BASIC_STATS, buffer),
    access: (path, mode) => faccessat.call(AT_FDCWD, cString(path), mode, AT_EACCESS),
    statxNow: (path, flags, buffer) => statxNow.call(AT_FDCWD, cString(path), flags, STATX_BASIC_STATS, buffer),
    accessNow: (path, mode) => faccessatNow.call(AT_FDCWD, cString(path), mode, AT_EACCESS),
    statfs: (path, buffer) => statfs.call(cString(path), buffer),
    errorNumber() {
      const location = errnoLocation.call();
      return location === null ? 0 : new Deno.UnsafePointerView(location).getInt32();
    },
    readDirectory: (fd, buffer) => getdents.call(fd, buffer, BigInt(buffer.byteLength)),
    readLink: (path, buffer) => readlink.call(cString(path), buffer, BigInt(buffer.byteLength)),
    realPath: (path, buffer) => realpath.call(cString(path), buffer) !== null,
    open: (path, flags) => open.call(cString(path), flags),
    openLater: (path, flags) => openLater.call(cString(path), flags),
    readDirectoryLater: (fd, buffer) => getdentsLater.call(fd, buffer, BigInt(buffer.byteLength)),
    close: (fd) => close.call(fd),
    ioctlNumber: (fd, request, value) => ioctlNumber.call(fd, request, value),
    ioctlBuffer: (fd, request, buffer) => ioctlBuffer.call(fd, request, buffer),
    pread: (fd, buffer, offset) => pread.call(fd, buffer, BigInt(buffer.byteLength), offset),
    mapMemory(length) {
      const memory = mmap.call(null, length, PROT_READ | PROT_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0n);
      // MAP_FAILED is the address -1.
      return memory === null || Deno.UnsafePointer.value(memory) === 0xffff_ffff_ffff_ffffn
        ? null
        : memory as Deno.PointerObject<never>;
    },
    makeExecutable: (memory, length) => mprotect.call(memory, length, PROT_READ | PROT_EXEC),
    unmapMemory: (memory, length) => munmap.call(memory, length),
  };
}

function cString(text: string): Uint8Array<ArrayBuffer> {
  if (text.includes("\0")) throw new TypeError(`Cannot use a path with a zero byte in it: ${JSON.stringify(text)}`);
  return new TextEncoder().encode(`${text}\0`);
}
