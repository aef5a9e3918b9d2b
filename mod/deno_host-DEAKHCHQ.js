import {
  stableCpuid
} from "./chunk-TISH7ZDI.js";
import "./chunk-SC5ASBGQ.js";

// src/host/deno_host_clock.ts
function denoClock() {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep
  };
}
function sleep(milliseconds, options) {
  const signal = options?.signal;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, {
      once: true
    });
  });
}

// src/host/deno_host_env.ts
function denoEnv() {
  return {
    get: (name) => Deno.env.get(name),
    get uid() {
      return Deno.uid() ?? 0;
    },
    get gid() {
      return Deno.gid() ?? 0;
    },
    get pid() {
      return Deno.pid;
    },
    get self() {
      return Deno.build.standalone ? Deno.execPath() : void 0;
    },
    get os() {
      return osName();
    },
    get arch() {
      return Deno.build.arch;
    },
    get cpuCount() {
      return navigator.hardwareConcurrency;
    }
  };
}
function denoIds() {
  return {
    uuid: () => crypto.randomUUID(),
    hex: randomHex
  };
}
function osName() {
  const os = Deno.build.os;
  return os === "linux" || os === "freebsd" || os === "darwin" || os === "windows" ? os : "other";
}
function randomHex(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text.slice(0, length);
}

// src/host/deno_host_output.ts
var OutputHead = class {
  /** Ends when the stream does, or when reading was cancelled; never fails. */
  done;
  #reader;
  #chunks = [];
  #room;
  constructor(stream, limit) {
    this.#reader = stream.getReader();
    this.#room = limit;
    this.done = drain(this.#reader, (chunk) => this.#keep(chunk));
  }
  /** Stops reading. */
  cancel() {
    this.#reader.cancel().catch(() => {
    });
  }
  /** What was kept, as text. */
  text() {
    return decodeAll(this.#chunks);
  }
  #keep(chunk) {
    if (this.#room === 0) return;
    const kept = chunk.subarray(0, this.#room);
    this.#room -= kept.length;
    this.#chunks.push(kept);
  }
};
var OutputTail = class {
  /** Ends when the stream does, or when reading was cancelled; never fails. */
  done;
  #reader;
  #limit;
  #chunks = [];
  #size = 0;
  constructor(stream, limit) {
    this.#reader = stream.getReader();
    this.#limit = limit;
    this.done = drain(this.#reader, (chunk) => this.#keep(chunk));
  }
  /** Stops reading. */
  cancel() {
    this.#reader.cancel().catch(() => {
    });
  }
  /** What was kept so far, as text. */
  text() {
    return decodeAll(this.#chunks);
  }
  #keep(chunk) {
    this.#chunks.push(chunk.length > this.#limit ? chunk.slice(chunk.length - this.#limit) : chunk);
    this.#size += this.#chunks.at(-1)?.length ?? 0;
    let drop = 0;
    while (this.#size > this.#limit) {
      const first = this.#chunks[drop];
      if (first === void 0) break;
      const excess = this.#size - this.#limit;
      if (first.length > excess) {
        this.#chunks[drop] = first.subarray(excess);
        this.#size -= excess;
        break;
      }
      this.#size -= first.length;
      drop++;
    }
    if (drop > 0) this.#chunks = this.#chunks.slice(drop);
  }
};
async function drain(reader, keep) {
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      keep(value);
    }
  } catch {
  }
}
function decodeAll(chunks) {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, {
    stream: true
  })).join("") + decoder.decode();
}

// src/host/deno_host_exec.ts
var DEFAULT_DEADLINE = 1e4;
var DEFAULT_OUTPUT = 16 * 1024 * 1024;
var STDERR_TAIL = 64 * 1024;
function denoExec() {
  return {
    run,
    spawn: (command) => Promise.resolve().then(() => new DenoProcess(start(command, "piped")))
  };
}
async function run(command, options) {
  options?.signal?.throwIfAborted();
  const child = start(command, options?.input === void 0 ? "null" : "piped");
  const limit = options?.outputLimit ?? DEFAULT_OUTPUT;
  const stdout = new OutputHead(child.stdout, limit);
  const stderr = new OutputTail(child.stderr, limit);
  let timedOut = false;
  let running = true;
  function stop() {
    if (running) killGroup(child, "SIGKILL");
    stdout.cancel();
    stderr.cancel();
  }
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, options?.deadlineMs ?? DEFAULT_DEADLINE);
  options?.signal?.addEventListener("abort", stop, {
    once: true
  });
  try {
    const fed = options?.input === void 0 ? void 0 : feed(child.stdin, options.input);
    const [status] = await Promise.all([
      child.status,
      stdout.done,
      stderr.done,
      fed
    ]);
    running = false;
    options?.signal?.throwIfAborted();
    return {
      code: status.code,
      ...status.signal === null ? {} : {
        signal: status.signal
      },
      stdout: stdout.text(),
      stderr: stderr.text(),
      timedOut
    };
  } finally {
    clearTimeout(timer);
    options?.signal?.removeEventListener("abort", stop);
  }
}
function start(command, stdin) {
  const [program, ...args] = command.argv;
  try {
    return new Deno.Command(program, {
      args,
      stdin,
      stdout: "piped",
      stderr: "piped",
      detached: true,
      ...command.cwd === void 0 ? {} : {
        cwd: command.cwd
      },
      ...command.env === void 0 ? {} : {
        env: {
          ...command.env
        }
      },
      ...command.clearEnv === void 0 ? {} : {
        clearEnv: command.clearEnv
      },
      ...command.uid === void 0 ? {} : {
        uid: command.uid
      },
      ...command.gid === void 0 ? {} : {
        gid: command.gid
      }
    }).spawn();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot run "${program}": ${reason}`, {
      cause
    });
  }
}
async function feed(stdin, input) {
  const writer = stdin.getWriter();
  try {
    await writer.write(new TextEncoder().encode(input));
    await writer.close();
  } catch {
    await writer.abort().catch(() => {
    });
  }
}
function killGroup(child, signal) {
  try {
    Deno.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotCapable)) return;
    try {
      child.kill(signal);
    } catch {
      return;
    }
  }
}
var DenoProcess = class {
  pid;
  stdin;
  stdout;
  status;
  #child;
  #stderr;
  /** The pipes' own ends: whoever holds a lock on ours, these can be closed. */
  #input;
  #output;
  #ended = false;
  constructor(child) {
    this.#child = child;
    this.pid = child.pid;
    this.#input = child.stdin.getWriter();
    this.#output = child.stdout.getReader();
    this.stdin = writableOf(this.#input);
    this.stdout = readableOf(this.#output);
    this.#stderr = new OutputTail(child.stderr, STDERR_TAIL);
    this.status = this.#watch();
  }
  stderr() {
    return this.#stderr.text();
  }
  kill(signal = "SIGTERM") {
    if (!this.#ended) killGroup(this.#child, signal);
  }
  async [Symbol.asyncDispose]() {
    this.kill("SIGKILL");
    await this.status;
    this.#stderr.cancel();
    await this.#stderr.done;
    await closeQuietly(this.#input.abort());
    await closeQuietly(this.#output.cancel());
  }
  async #watch() {
    const { code, signal } = await this.#child.status;
    killGroup(this.#child, "SIGKILL");
    this.#ended = true;
    return signal === null ? {
      code
    } : {
      code,
      signal
    };
  }
};
function writableOf(writer) {
  return new WritableStream({
    write: (chunk) => writer.write(chunk),
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason)
  });
}
function readableOf(reader) {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason)
  }, {
    highWaterMark: 0
  });
}
async function closeQuietly(closing) {
  try {
    await closing;
  } catch {
  }
}

// src/host/deno_host_access.ts
async function accessByMode(path, bits2) {
  try {
    const info = await Deno.stat(path);
    const mode = info.mode ?? 0;
    if (Deno.uid() === 0) return (bits2 & 1) === 0 || info.isDirectory || (mode & 73) !== 0;
    const shift = info.uid === Deno.uid() ? 6 : info.gid !== null && (await processGroups()).has(info.gid) ? 3 : 0;
    return (mode >> shift & bits2) === bits2;
  } catch {
    return false;
  }
}
async function processGroups() {
  const groups = /* @__PURE__ */ new Set();
  const own = Deno.gid();
  if (own !== null) groups.add(own);
  const status = await Deno.readTextFile("/proc/self/status").catch(() => "");
  for (const group of /^Groups:\s*(.*)$/m.exec(status)?.[1]?.split(/\s+/) ?? []) {
    if (group !== "") groups.add(Number(group));
  }
  return groups;
}

// src/host/deno_host_hash.ts
var ONE_PIECE = 32 * 1024 * 1024;
var PIECE = 1024 * 1024;
async function hashFile(path) {
  using file = await Deno.open(path, {
    read: true
  });
  const { size, isFile } = await file.stat();
  return isFile && size > 0 && size <= ONE_PIECE ? await hashWhole(file, size) : await hashPieces(file);
}
async function hashWhole(file, size) {
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
async function hashPieces(file) {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  const piece = new Uint8Array(PIECE);
  for (let read = await file.read(piece); read !== null; read = await file.read(piece)) {
    hash.update(piece.subarray(0, read));
  }
  return hash.digest("hex");
}
function toHex(bytes) {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

// src/host/deno_host_stat.ts
var AT_SYMLINK_NOFOLLOW = 256;
var ABSENT = [
  2,
  20
];
var STATX_SIZE = 256;
async function statFile(path, options) {
  const { libc, follow } = options;
  if (libc) {
    const buffer = new Uint8Array(STATX_SIZE);
    const flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
    if (await libc.statx(path, flags, buffer) === 0) return parseStatx(buffer);
    if (libc.statxNow(path, flags, buffer) === 0) return parseStatx(buffer);
    if (ABSENT.includes(libc.errorNumber())) return void 0;
  }
  return fromFileInfo(follow ? await Deno.stat(path) : await Deno.lstat(path));
}
function parseStatx(buffer) {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const little = true;
  const mode = view.getUint16(28, little);
  const major = view.getUint32(136, little);
  const minor = view.getUint32(140, little);
  return {
    kind: kindOfMode(mode),
    mode: mode & 4095,
    uid: view.getUint32(20, little),
    gid: view.getUint32(24, little),
    dev: deviceNumber(major, minor),
    ino: view.getBigUint64(32, little),
    size: Number(view.getBigUint64(40, little)),
    ctimeNs: view.getBigInt64(96, little) * 1000000000n + BigInt(view.getUint32(104, little)),
    mtimeNs: view.getBigInt64(112, little) * 1000000000n + BigInt(view.getUint32(120, little))
  };
}
function deviceNumber(major, minor) {
  const [high, low] = [
    BigInt(major),
    BigInt(minor)
  ];
  return low & 0xffn | (high & 0xfffn) << 8n | (low & ~0xffn) << 12n | (high & ~0xfffn) << 32n;
}
function kindOfMode(mode) {
  switch (mode & 61440) {
    case 16384:
      return "directory";
    case 40960:
      return "symlink";
    case 49152:
      return "socket";
    case 4096:
      return "fifo";
    case 24576:
      return "block";
    case 8192:
      return "character";
    default:
      return "file";
  }
}
function fromFileInfo(info) {
  return {
    kind: kindOfInfo(info),
    mode: (info.mode ?? 0) & 4095,
    uid: info.uid ?? 0,
    gid: info.gid ?? 0,
    dev: BigInt(info.dev),
    ino: BigInt(info.ino ?? 0),
    size: info.size,
    mtimeNs: BigInt(info.mtime?.getTime() ?? 0) * 1000000n,
    ctimeNs: BigInt(info.ctime?.getTime() ?? 0) * 1000000n
  };
}
function kindOfInfo(info) {
  if (info.isSymlink) return "symlink";
  if (info.isDirectory) return "directory";
  if (info.isBlockDevice) return "block";
  if (info.isCharDevice) return "character";
  if (info.isFifo) return "fifo";
  return info.isSocket ? "socket" : "file";
}

// src/host/deno_host_kernel_files.ts
var O_CLOEXEC = 524288;
var O_NONBLOCK = 2048;
var O_NOCTTY = 256;
var AT_SYMLINK_NOFOLLOW2 = 256;
var FIRST_READ = 16 * 1024;
var SMALL_READ = 64;
var PATH_MAX = 4096;
var PAGE = 4096;
var DIRENT_NAME = 19;
var DIRENT_LENGTH = 16;
var ENOENT = 2;
var ENOTDIR = 20;
var ERROR_TEXTS = {
  1: "Operation not permitted",
  5: "Input/output error",
  13: "Permission denied",
  19: "No such device",
  21: "Is a directory",
  22: "Invalid argument",
  40: "Too many levels of symbolic links"
};
function isKernelPath(path) {
  return /^\/(proc|sys|dev)(\/|$)/.test(path);
}
function isSystemPath(path) {
  return isKernelPath(path) || /^\/(usr|etc|bin|sbin|lib\w*|var\/(cache|lib))(\/|$)/.test(path);
}
function isKernelText(path) {
  return path.startsWith("/proc/") || path.startsWith("/sys/");
}
var KernelFiles = class {
  #libc;
  /** Every reading begins here: most files are shorter, and a start reads hundreds. */
  #scratch = new Uint8Array(FIRST_READ);
  constructor(libc) {
    this.#libc = libc;
  }
  /** At most `length` bytes from `offset`. */
  read(path, { offset, length }) {
    const fd = this.#libc.open(path, O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) return this.#absent("open", path);
    try {
      const first = Number(this.#libc.pread(fd, this.#scratch, BigInt(offset)));
      if (first < 0) return this.#absent("read", path);
      if (first >= length) return this.#scratch.slice(0, length);
      if (first < PAGE && offset === 0 && path.startsWith("/sys/")) return this.#scratch.slice(0, first);
      let buffer = new Uint8Array(Math.min(first * 2 + SMALL_READ, length));
      buffer.set(this.#scratch.subarray(0, first));
      let used = first;
      while (used < length && used > 0) {
        if (used === buffer.length) {
          const larger = new Uint8Array(Math.min(buffer.length * 4, length));
          larger.set(buffer);
          buffer = larger;
        }
        const read = Number(this.#libc.pread(fd, buffer.subarray(used), BigInt(offset + used)));
        if (read < 0) return this.#absent("read", path);
        if (read === 0) break;
        used += read;
      }
      return buffer.subarray(0, used);
    } finally {
      this.#libc.close(fd);
    }
  }
  /** Names in a directory, sorted. */
  list(path) {
    const fd = this.#libc.open(path, O_CLOEXEC | directoryFlag());
    if (fd < 0) return this.#absent("list", path);
    try {
      const names = [];
      const buffer = new Uint8Array(32 * 1024);
      while (true) {
        const read = Number(this.#libc.readDirectory(fd, buffer));
        if (read < 0) return this.#absent("list", path);
        if (read === 0) return names.sort();
        names.push(...parseEntries(buffer.subarray(0, read)));
      }
    } finally {
      this.#libc.close(fd);
    }
  }
  stat(path, { follow }) {
    const buffer = new Uint8Array(STATX_SIZE);
    const failed = this.#libc.statxNow(path, follow ? 0 : AT_SYMLINK_NOFOLLOW2, buffer) !== 0;
    return failed ? this.#absent("stat", path) : parseStatx(buffer);
  }
  readLink(path) {
    const buffer = new Uint8Array(PATH_MAX);
    const length = Number(this.#libc.readLink(path, buffer));
    return length < 0 ? this.#absent("read the link", path) : new TextDecoder().decode(buffer.subarray(0, length));
  }
  realPath(path) {
    const buffer = new Uint8Array(PATH_MAX);
    if (!this.#libc.realPath(path, buffer)) return this.#absent("resolve", path);
    return new TextDecoder().decode(buffer.subarray(0, buffer.indexOf(0)));
  }
  /** Whether the process may use the path with `bits` (4 read, 2 write, 1 execute or search). */
  access(path, bits2) {
    return this.#libc.accessNow(path, bits2) === 0;
  }
  /** Undefined when the call that just failed found nothing; throws what else was wrong. */
  #absent(verb, path) {
    const number = this.#libc.errorNumber();
    if (number === ENOENT || number === ENOTDIR) return void 0;
    const message = `Cannot ${verb} "${path}": ${ERROR_TEXTS[number] ?? "the system refused"} (os error ${number})`;
    throw number === 1 || number === 13 ? new Deno.errors.PermissionDenied(message) : new Error(message);
  }
};
function directoryFlag() {
  return Deno.build.arch === "aarch64" ? 16384 : 65536;
}
function parseEntries(buffer) {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const letters = new TextDecoder("latin1").decode(buffer);
  const names = [];
  for (let at = 0; at + DIRENT_NAME < buffer.length; ) {
    const length = view.getUint16(at + DIRENT_LENGTH, true);
    if (length <= DIRENT_NAME) break;
    const start2 = at + DIRENT_NAME;
    const end = letters.indexOf("\0", start2);
    const name = letters.slice(start2, end);
    const plain = /^[\x00-\x7f]*$/.test(name) ? name : new TextDecoder().decode(buffer.subarray(start2, end));
    if (plain !== "." && plain !== "..") names.push(plain);
    at += length;
  }
  return names;
}

// src/host/deno_host_list.ts
var O_CLOEXEC2 = 524288;
var O_DIRECTORY = 65536;
var BUFFER = 64 * 1024;
async function listNames(path, libc) {
  const names = libc && await listWithLibc(path, libc);
  if (names !== void 0) return names.sort();
  const found = [];
  for await (const entry of Deno.readDir(path)) found.push(entry.name);
  return found.sort();
}
async function listWithLibc(path, libc) {
  const fd = await libc.openLater(path, O_CLOEXEC2 | O_DIRECTORY);
  if (fd < 0) return void 0;
  try {
    const names = [];
    const buffer = new Uint8Array(BUFFER);
    while (true) {
      const read = Number(await libc.readDirectoryLater(fd, buffer));
      if (read < 0) return void 0;
      if (read === 0) return names;
      names.push(...parseEntries(buffer.subarray(0, read)));
    }
  } finally {
    libc.close(fd);
  }
}

// src/host/deno_host_lock.ts
async function lockFile(path) {
  while (true) {
    const file = await Deno.open(path, {
      read: true,
      write: true,
      create: true,
      mode: 384
    });
    try {
      await file.lock(true);
      if (await isStillAt(path, file)) return release(file);
    } catch (error) {
      file.close();
      throw error;
    }
    file.close();
  }
}
async function isStillAt(path, file) {
  const held = await file.stat();
  try {
    const named = await Deno.stat(path);
    return named.dev === held.dev && named.ino === held.ino;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
function release(file) {
  let held = true;
  return {
    [Symbol.asyncDispose]() {
      if (held) file.close();
      held = false;
      return Promise.resolve();
    }
  };
}

// src/host/deno_host_near.ts
var LOCAL = /* @__PURE__ */ new Set([
  61267,
  2435016766,
  1481003842,
  16914836,
  2240043254,
  2035054128,
  4076150800,
  801189825,
  1936814952
]);
var STATFS_SIZE = 256;
var REMEMBERED_MS = 1e4;
var MOST_REMEMBERED = 256;
var NearDirectories = class {
  #libc;
  #found = /* @__PURE__ */ new Map();
  constructor(libc) {
    this.#libc = libc;
  }
  /** Whether the directory is there, and on a file system of this machine. */
  has(directory) {
    const now = performance.now();
    const known = this.#found.get(directory);
    if (known !== void 0 && now - known.at < REMEMBERED_MS) return known.near;
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    const near = this.#ask(directory);
    this.#found.set(directory, {
      near,
      at: now
    });
    return near;
  }
  async #ask(directory) {
    const buffer = new Uint8Array(STATFS_SIZE);
    if (await this.#libc.statfs(directory, buffer) === 0) {
      return LOCAL.has(new DataView(buffer.buffer).getUint32(0, true));
    }
    this.#found.delete(directory);
    return false;
  }
};

// src/host/deno_host_files.ts
var DEFAULT_LIMIT = 64 * 1024 * 1024;
var FIRST_READ2 = 16 * 1024;
var SHORT_READ = 64 * 1024;
var ACCESS_MODES = {
  r: 4,
  w: 2,
  x: 1,
  rw: 6
};
function denoFiles(libc) {
  return new DenoFiles(libc);
}
var DenoFiles = class {
  #libc;
  #kernelFiles;
  #nearDirectories;
  constructor(libc) {
    this.#libc = libc;
  }
  async stat(path) {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.stat(path, {
      follow: true
    });
    return await absentAsUndefined(statFile(path, {
      follow: true,
      libc: this.#libc()
    }));
  }
  async lstat(path) {
    const kernel = this.#kernel(path) ?? await this.#near(path, path.slice(0, path.lastIndexOf("/")));
    if (kernel) return kernel.stat(path, {
      follow: false
    });
    return await absentAsUndefined(statFile(path, {
      follow: false,
      libc: this.#libc()
    }));
  }
  async realPath(path) {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.realPath(path);
    return await absentAsUndefined(Deno.realPath(path));
  }
  async readLink(path) {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.readLink(path);
    return await absentAsUndefined(Deno.readLink(path));
  }
  async readText(path, options) {
    const limit = options?.limit ?? DEFAULT_LIMIT;
    const bytes = await this.#readUpTo(path, {
      offset: 0,
      length: limit + 1
    });
    if (bytes === void 0) return void 0;
    if (bytes.length > limit) throw new RangeError(`Cannot read "${path}": it is larger than ${limit} bytes`);
    return new TextDecoder().decode(bytes);
  }
  async readBytes(path, options) {
    const offset = options?.offset ?? 0;
    if (options?.length !== void 0) {
      return await this.#readUpTo(path, {
        offset,
        length: options.length
      });
    }
    const bytes = await this.#readUpTo(path, {
      offset,
      length: DEFAULT_LIMIT + 1
    });
    if (bytes && bytes.length > DEFAULT_LIMIT) {
      throw new RangeError(`Cannot read "${path}": it is larger than ${DEFAULT_LIMIT} bytes; read it in pieces`);
    }
    return bytes;
  }
  async list(path) {
    const kernel = this.#kernel(path) ?? await this.#near(path, path);
    if (kernel) return kernel.list(path);
    return await absentAsUndefined(listNames(path, this.#libc()));
  }
  async access(path, how) {
    const kernel = this.#kernel(path);
    if (kernel) return kernel.access(path, ACCESS_MODES[how]);
    const libc = this.#libc();
    if (libc) return await libc.access(path, ACCESS_MODES[how]) === 0;
    return await accessByMode(path, ACCESS_MODES[how]);
  }
  async makeDirectory(path, options) {
    await Deno.mkdir(path, {
      recursive: true,
      ...options?.mode === void 0 ? {} : {
        mode: options.mode
      }
    });
  }
  async makeTempDirectory(options) {
    return await Deno.makeTempDir({
      ...options?.parent === void 0 ? {} : {
        dir: options.parent
      },
      ...options?.prefix === void 0 ? {} : {
        prefix: options.prefix
      }
    });
  }
  async write(path, data, options) {
    using file = await Deno.open(path, {
      write: true,
      ...options?.exclusive ? {
        createNew: true
      } : {
        create: true,
        truncate: true
      },
      ...options?.mode === void 0 ? {} : {
        mode: options.mode
      }
    });
    if (options?.mode !== void 0) await Deno.chmod(path, options.mode);
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    for (let written = 0; written < bytes.length; ) written += await file.write(bytes.subarray(written));
    if (options?.sync) await file.sync();
  }
  async rename(from, to) {
    await Deno.rename(from, to);
  }
  async syncDirectory(path) {
    using directory = await Deno.open(path, {
      read: true
    });
    await directory.sync();
  }
  async changeMode(path, mode) {
    await Deno.chmod(path, mode);
  }
  async changeOwner(path, uid, gid) {
    await Deno.chown(path, uid, gid);
  }
  async remove(path, options) {
    await absentAsUndefined(Deno.remove(path, {
      recursive: options?.recursive ?? false
    }));
  }
  async lock(path) {
    return await lockFile(path);
  }
  async sha256(path) {
    return await absentAsUndefined(hashFile(path));
  }
  /** Reads until the end, whatever size the system claims. */
  async #readUpTo(path, range2) {
    const atOnce = isKernelText(path) || range2.length <= SHORT_READ && !path.startsWith("/dev/");
    const kernel = atOnce ? this.#kernel(path) : void 0;
    return kernel ? kernel.read(path, range2) : await absentAsUndefined(readOrdinaryFile(path, range2));
  }
  /** The kernel's and the system's files, where the path is one and the C library may be asked. */
  #kernel(path) {
    if (!isSystemPath(path)) return void 0;
    const libc = this.#libc();
    return libc && (this.#kernelFiles ??= new KernelFiles(libc));
  }
  /** The same for a path in a directory that is on a file system of this machine. */
  async #near(path, directory) {
    const libc = path.startsWith("/") ? this.#libc() : void 0;
    if (libc === void 0) return void 0;
    const isNear = await (this.#nearDirectories ??= new NearDirectories(libc)).has(directory || "/");
    return isNear ? this.#kernelFiles ??= new KernelFiles(libc) : void 0;
  }
};
async function absentAsUndefined(operation) {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return void 0;
    throw error;
  }
}
async function readOrdinaryFile(path, range2) {
  using file = await Deno.open(path, {
    read: true
  });
  if (range2.offset > 0) await file.seek(range2.offset, Deno.SeekMode.Start);
  let buffer = new Uint8Array(Math.min(FIRST_READ2, range2.length));
  let used = 0;
  while (used < range2.length) {
    if (used === buffer.length) buffer = enlarged(buffer, range2.length);
    const read = await file.read(buffer.subarray(used));
    if (read === null) break;
    used += read;
  }
  return buffer.subarray(0, used);
}
function enlarged(buffer, most) {
  const larger = new Uint8Array(Math.min(buffer.length * 4, most));
  larger.set(buffer);
  return larger;
}

// src/host/deno_host_libc.ts
var AT_FDCWD = -100;
var AT_EACCESS = 512;
var STATX_BASIC_STATS = 2047;
var PROT_READ = 1;
var PROT_WRITE = 2;
var PROT_EXEC = 4;
var MAP_PRIVATE_ANONYMOUS = 34;
function lazyLibc() {
  let loaded;
  return () => (loaded ??= {
    libc: loadLibc()
  }).libc;
}
function loadLibc() {
  if (Deno.build.os !== "linux" || !isFfiGranted()) return void 0;
  try {
    return bindLibc();
  } catch {
    return void 0;
  }
}
function isFfiGranted() {
  try {
    return Deno.permissions.querySync({
      name: "ffi"
    }).state === "granted";
  } catch {
    return false;
  }
}
function bindLibc() {
  const library = Deno.dlopen("libc.so.6", {
    statx: {
      type: "pointer"
    },
    faccessat: {
      type: "pointer"
    },
    statfs: {
      type: "pointer"
    },
    open: {
      type: "pointer"
    },
    close: {
      type: "pointer"
    },
    ioctl: {
      type: "pointer"
    },
    pread: {
      type: "pointer"
    },
    getdents64: {
      type: "pointer"
    },
    readlink: {
      type: "pointer"
    },
    realpath: {
      type: "pointer"
    },
    __errno_location: {
      type: "pointer"
    },
    mmap: {
      type: "pointer"
    },
    mprotect: {
      type: "pointer"
    },
    munmap: {
      type: "pointer"
    }
  });
  const at = library.symbols;
  const statx = new Deno.UnsafeFnPointer(at.statx, {
    parameters: [
      "i32",
      "buffer",
      "i32",
      "u32",
      "buffer"
    ],
    result: "i32",
    nonblocking: true
  });
  const faccessat = new Deno.UnsafeFnPointer(at.faccessat, {
    parameters: [
      "i32",
      "buffer",
      "i32",
      "i32"
    ],
    result: "i32",
    nonblocking: true
  });
  const statfs = new Deno.UnsafeFnPointer(at.statfs, {
    parameters: [
      "buffer",
      "buffer"
    ],
    result: "i32",
    nonblocking: true
  });
  const statxNow = new Deno.UnsafeFnPointer(at.statx, {
    parameters: [
      "i32",
      "buffer",
      "i32",
      "u32",
      "buffer"
    ],
    result: "i32"
  });
  const faccessatNow = new Deno.UnsafeFnPointer(at.faccessat, {
    parameters: [
      "i32",
      "buffer",
      "i32",
      "i32"
    ],
    result: "i32"
  });
  const errnoLocation = new Deno.UnsafeFnPointer(at.__errno_location, {
    parameters: [],
    result: "pointer"
  });
  const getdents = new Deno.UnsafeFnPointer(at.getdents64, {
    parameters: [
      "i32",
      "buffer",
      "usize"
    ],
    result: "isize"
  });
  const getdentsLater = new Deno.UnsafeFnPointer(at.getdents64, {
    parameters: [
      "i32",
      "buffer",
      "usize"
    ],
    result: "isize",
    nonblocking: true
  });
  const openLater = new Deno.UnsafeFnPointer(at.open, {
    parameters: [
      "buffer",
      "i32"
    ],
    result: "i32",
    nonblocking: true
  });
  const readlink = new Deno.UnsafeFnPointer(at.readlink, {
    parameters: [
      "buffer",
      "buffer",
      "usize"
    ],
    result: "isize"
  });
  const realpath = new Deno.UnsafeFnPointer(at.realpath, {
    parameters: [
      "buffer",
      "buffer"
    ],
    result: "pointer"
  });
  const open = new Deno.UnsafeFnPointer(at.open, {
    parameters: [
      "buffer",
      "i32"
    ],
    result: "i32"
  });
  const close = new Deno.UnsafeFnPointer(at.close, {
    parameters: [
      "i32"
    ],
    result: "i32"
  });
  const ioctlNumber = new Deno.UnsafeFnPointer(at.ioctl, {
    parameters: [
      "i32",
      "u64",
      "u64"
    ],
    result: "i32"
  });
  const ioctlBuffer = new Deno.UnsafeFnPointer(at.ioctl, {
    parameters: [
      "i32",
      "u64",
      "buffer"
    ],
    result: "i32"
  });
  const pread = new Deno.UnsafeFnPointer(at.pread, {
    parameters: [
      "i32",
      "buffer",
      "usize",
      "i64"
    ],
    result: "isize"
  });
  const mmap = new Deno.UnsafeFnPointer(at.mmap, {
    parameters: [
      "pointer",
      "usize",
      "i32",
      "i32",
      "i32",
      "i64"
    ],
    result: "pointer"
  });
  const mprotect = new Deno.UnsafeFnPointer(at.mprotect, {
    parameters: [
      "pointer",
      "usize",
      "i32"
    ],
    result: "i32"
  });
  const munmap = new Deno.UnsafeFnPointer(at.munmap, {
    parameters: [
      "pointer",
      "usize"
    ],
    result: "i32"
  });
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
      return memory === null || Deno.UnsafePointer.value(memory) === 0xffffffffffffffffn ? null : memory;
    },
    makeExecutable: (memory, length) => mprotect.call(memory, length, PROT_READ | PROT_EXEC),
    unmapMemory: (memory, length) => munmap.call(memory, length)
  };
}
function cString(text) {
  if (text.includes("\0")) throw new TypeError(`Cannot use a path with a zero byte in it: ${JSON.stringify(text)}`);
  return new TextEncoder().encode(`${text}\0`);
}

// src/host/cpuid_leaves.ts
var MOST_LEAVES = 256;
var MOST_SUBLEAVES = 64;
var BASES = [
  0,
  1073741824,
  2147483648,
  2156265472,
  3221225472
];
function enumerateCpuid(execute) {
  const leaves = [];
  for (const base of BASES) {
    const highest = execute(base, 0).eax;
    if (highest < base || highest - base >= MOST_LEAVES) continue;
    for (let leaf = base; leaf <= highest; leaf++) leaves.push(...leafWithSubleaves(leaf, execute));
  }
  return leaves;
}
function leafWithSubleaves(leaf, execute) {
  const first = execute(leaf, 0);
  switch (leaf) {
    case 4:
    case 2147483677:
      return takeWhile(first, execute, (answer) => (answer.eax & 31) !== 0);
    case 11:
    case 31:
    case 2147483686:
      return takeWhile(first, execute, (answer) => (answer.ecx & 65280) !== 0);
    case 7:
    case 20:
    case 23:
    case 24:
    case 29:
    case 32:
    case 36:
      return [
        first,
        ...subleaves(leaf, range(1, first.eax), execute)
      ];
    case 13: {
      const second = execute(leaf, 1);
      const components = [
        ...bits(first.eax | second.ecx, 0),
        ...bits(first.edx | second.edx, 32)
      ];
      return [
        first,
        second,
        ...subleaves(leaf, components.filter((index) => index >= 2), execute)
      ];
    }
    case 15:
      return [
        first,
        ...subleaves(leaf, bits(first.edx, 0).filter((index) => index > 0), execute)
      ];
    case 16:
      return [
        first,
        ...subleaves(leaf, bits(first.ebx, 0).filter((index) => index > 0), execute)
      ];
    case 18:
      return (first.eax & 1) === 0 ? [
        first
      ] : [
        first,
        execute(leaf, 1),
        ...takeWhile(execute(leaf, 2), execute, (answer) => (answer.eax & 15) !== 0).filter((answer) => (answer.eax & 15) !== 0)
      ];
    default:
      return [
        first
      ];
  }
}
function takeWhile(first, execute, wanted) {
  const answers = [
    first
  ];
  let answer = first;
  while (wanted(answer) && answers.length < MOST_SUBLEAVES) {
    answer = execute(first.eaxIn, first.ecxIn + answers.length);
    if (wanted(answer)) answers.push(answer);
  }
  return answers;
}
function subleaves(leaf, indexes, execute) {
  return indexes.slice(0, MOST_SUBLEAVES).map((index) => execute(leaf, index));
}
function range(from, to) {
  return Array.from({
    length: Math.max(0, Math.min(to - from + 1, MOST_SUBLEAVES))
  }, (_, index) => from + index);
}
function bits(word, offset) {
  return range(0, 31).filter((bit) => word >>> bit & 1).map((bit) => bit + offset);
}

// src/host/deno_host_cpuid.ts
var PAGE2 = 4096n;
var CODE = [
  ...[
    83
  ],
  ...[
    73,
    137,
    208
  ],
  ...[
    137,
    248
  ],
  ...[
    137,
    241
  ],
  ...[
    15,
    162
  ],
  ...[
    65,
    137,
    0
  ],
  ...[
    65,
    137,
    88,
    4
  ],
  ...[
    65,
    137,
    72,
    8
  ],
  ...[
    65,
    137,
    80,
    12
  ],
  ...[
    91
  ],
  ...[
    195
  ]
];
function executeCpuid(libc) {
  const memory = libc.mapMemory(PAGE2);
  if (memory === null) return void 0;
  try {
    new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(memory, CODE.length)).set(CODE);
    if (libc.makeExecutable(memory, PAGE2) !== 0) return void 0;
    const instruction = new Deno.UnsafeFnPointer(memory, {
      parameters: [
        "u32",
        "u32",
        "buffer"
      ],
      result: "void"
    });
    const words = new Uint32Array(4);
    return enumerateCpuid((eaxIn, ecxIn) => {
      instruction.call(eaxIn, ecxIn, words);
      const [eax = 0, ebx = 0, ecx = 0, edx = 0] = words;
      return {
        eaxIn,
        ecxIn,
        eax,
        ebx,
        ecx,
        edx
      };
    });
  } finally {
    libc.unmapMemory(memory, PAGE2);
  }
}

// src/host/deno_host_cpuid_device.ts
var DEVICE = "/dev/cpu/0/cpuid";
async function readCpuidDevice() {
  try {
    using device = await Deno.open(DEVICE, {
      read: true
    });
    const words = new Uint32Array(4);
    const bytes = new Uint8Array(words.buffer);
    return enumerateCpuid((eaxIn, ecxIn) => {
      device.seekSync(BigInt(eaxIn) | BigInt(ecxIn) << 32n, Deno.SeekMode.Start);
      if (device.readSync(bytes) !== bytes.length) throw new Error(`Cannot read leaf ${eaxIn} from "${DEVICE}"`);
      const [eax = 0, ebx = 0, ecx = 0, edx = 0] = words;
      return {
        eaxIn,
        ecxIn,
        eax,
        ebx,
        ecx,
        edx
      };
    });
  } catch {
    return void 0;
  }
}

// src/host/deno_host_kvm.ts
var O_RDONLY = 0;
var O_CLOEXEC3 = 524288;
var KVM_GET_API_VERSION = 0xae00n;
var KVM_CREATE_VM = 0xae01n;
var KVM_CHECK_EXTENSION = 0xae03n;
var KVM_GET_MSR_FEATURE_INDEX_LIST = 0xc004ae0an;
var KVM_GET_SUPPORTED_CPUID = 0xc008ae05n;
var KVM_CREATE_VCPU = 0xae41n;
var KVM_GET_MSRS = 0xc008ae88n;
var KVM_GET_TSC_KHZ = 0xaea3n;
var KVM_CAP_NR_VCPUS = 9n;
var KVM_CAP_TSC_CONTROL = 60n;
var KVM_CAP_MAX_VCPUS = 66n;
var FEATURE_MSRS = [
  207,
  266,
  ...Array.from({
    length: 18
  }, (_, index) => 1152 + index)
];
var CPUID_ENTRY_SIZE = 40;
var MOST_CPUID_ENTRIES = 4096;
var MSR_ENTRY_SIZE = 16;
var MOST_FEATURE_MSRS = 1024;
function askKvm(libc, questions = {}) {
  const fd = libc.open("/dev/kvm", O_RDONLY | O_CLOEXEC3);
  if (fd < 0) return void 0;
  try {
    const apiVersion = libc.ioctlNumber(fd, KVM_GET_API_VERSION, 0n);
    if (apiVersion < 0) return void 0;
    const common = {
      apiVersion,
      maxVcpus: readMaxVcpus(libc, fd)
    };
    if (Deno.build.arch !== "x86_64") return common;
    const supportedCpuid = questions.supportedCpuid ? readSupportedCpuid(libc, fd) : void 0;
    const tsc = questions.tsc ? readTsc(libc, fd) : void 0;
    return {
      ...common,
      ...supportedCpuid === void 0 ? {} : {
        supportedCpuid
      },
      msrs: readMsrs(libc, fd),
      ...tsc === void 0 ? {} : {
        tsc
      }
    };
  } finally {
    libc.close(fd);
  }
}
function readMaxVcpus(libc, fd) {
  for (const capability of [
    KVM_CAP_MAX_VCPUS,
    KVM_CAP_NR_VCPUS
  ]) {
    const count = libc.ioctlNumber(fd, KVM_CHECK_EXTENSION, capability);
    if (count > 0) return count;
  }
  return 0;
}
function readSupportedCpuid(libc, fd) {
  for (let room = 128; room <= MOST_CPUID_ENTRIES; room *= 2) {
    const buffer = new Uint8Array(8 + room * CPUID_ENTRY_SIZE);
    const view = new DataView(buffer.buffer);
    view.setUint32(0, room, true);
    if (libc.ioctlBuffer(fd, KVM_GET_SUPPORTED_CPUID, buffer) !== 0) continue;
    const count = Math.min(view.getUint32(0, true), room);
    return stableCpuid(Array.from({
      length: count
    }, (_, index) => cpuidEntry(view, 8 + index * CPUID_ENTRY_SIZE)));
  }
  return void 0;
}
function cpuidEntry(view, at) {
  return {
    eaxIn: view.getUint32(at, true),
    ecxIn: view.getUint32(at + 4, true),
    eax: view.getUint32(at + 12, true),
    ebx: view.getUint32(at + 16, true),
    ecx: view.getUint32(at + 20, true),
    edx: view.getUint32(at + 24, true)
  };
}
function readMsrs(libc, kvm) {
  const shown = readMsrDevice(libc);
  const missing = FEATURE_MSRS.filter((index) => !shown.has(index));
  const given = missing.length === 0 ? /* @__PURE__ */ new Map() : readGuestMsrs(libc, kvm, missing);
  return FEATURE_MSRS.flatMap((index) => shown.get(index) ?? given.get(index) ?? []);
}
function readMsrDevice(libc) {
  const found = /* @__PURE__ */ new Map();
  const device = libc.open("/dev/cpu/0/msr", O_RDONLY | O_CLOEXEC3);
  if (device < 0) return found;
  try {
    const value = new Uint8Array(8);
    for (const index of FEATURE_MSRS) {
      if (libc.pread(device, value, BigInt(index)) === 8n) found.set(index, msrValue(index, value));
    }
    return found;
  } finally {
    libc.close(device);
  }
}
function readGuestMsrs(libc, kvm, wanted) {
  const offered = new Set(readFeatureIndices(libc, kvm));
  let left = wanted.filter((index) => offered.has(index));
  const found = /* @__PURE__ */ new Map();
  while (left.length > 0) {
    const request = new Uint8Array(8 + left.length * MSR_ENTRY_SIZE);
    const view = new DataView(request.buffer);
    view.setUint32(0, left.length, true);
    left.forEach((index, at) => view.setUint32(8 + at * MSR_ENTRY_SIZE, index, true));
    const count = Math.max(0, libc.ioctlBuffer(kvm, KVM_GET_MSRS, request));
    left.slice(0, count).forEach((index, at) => {
      found.set(index, msrValue(index, request.subarray(8 + at * MSR_ENTRY_SIZE + 8)));
    });
    left = left.slice(count + 1);
  }
  return found;
}
function readFeatureIndices(libc, kvm) {
  const list = new Uint32Array(1 + MOST_FEATURE_MSRS);
  list[0] = MOST_FEATURE_MSRS;
  if (libc.ioctlBuffer(kvm, KVM_GET_MSR_FEATURE_INDEX_LIST, new Uint8Array(list.buffer)) !== 0) return [];
  return [
    ...list.subarray(1, 1 + Math.min(list[0] ?? 0, MOST_FEATURE_MSRS))
  ];
}
function msrValue(index, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return {
    index,
    eax: view.getUint32(0, true),
    edx: view.getUint32(4, true)
  };
}
function readTsc(libc, kvm) {
  const scaling = libc.ioctlNumber(kvm, KVM_CHECK_EXTENSION, KVM_CAP_TSC_CONTROL);
  if (scaling < 0) return void 0;
  const machine = libc.ioctlNumber(kvm, KVM_CREATE_VM, 0n);
  if (machine < 0) return void 0;
  try {
    const processor = libc.ioctlNumber(machine, KVM_CREATE_VCPU, 0n);
    if (processor < 0) return void 0;
    try {
      const kilohertz = libc.ioctlNumber(processor, KVM_GET_TSC_KHZ, 0n);
      return kilohertz > 0 ? {
        frequencyHz: kilohertz * 1e3,
        scaling: scaling > 0
      } : void 0;
    } finally {
      libc.close(processor);
    }
  } finally {
    libc.close(machine);
  }
}

// src/host/deno_host_memory.ts
function releaseMemory(foreignFunctions) {
  const { gc } = globalThis;
  gc?.({
    type: "major",
    flavor: "last-resort"
  });
  if (foreignFunctions) trimHeap();
}
function trimHeap() {
  try {
    const library = Deno.dlopen("libc.so.6", {
      malloc_trim: {
        parameters: [
          "usize"
        ],
        result: "i32"
      }
    });
    library.symbols.malloc_trim(0n);
    library.close();
  } catch {
  }
}

// src/host/deno_host_native.ts
function denoNative(loadLibc2) {
  return {
    async cpuid() {
      if (Deno.build.arch !== "x86_64" || Deno.build.os !== "linux") return void 0;
      const libc = loadLibc2();
      const executed = libc === void 0 ? void 0 : executeCpuid(libc);
      return executed ?? await readCpuidDevice();
    },
    kvm(questions = {}) {
      const libc = loadLibc2();
      return Promise.resolve(libc === void 0 ? void 0 : askKvm(libc, questions));
    },
    releaseMemory() {
      releaseMemory(loadLibc2() !== void 0);
    }
  };
}

// src/host/deno_host_net.ts
function denoNet() {
  return {
    connectUnix,
    connectTcp,
    connectTls
  };
}
async function connectUnix(path, { signal } = {}) {
  signal?.throwIfAborted();
  try {
    return overConn(await Deno.connect({
      transport: "unix",
      path
    }));
  } catch (error) {
    throw placed(error, `"${path}"`);
  }
}
async function connectTcp({ host, port }, { signal } = {}) {
  try {
    const conn = await Deno.connect({
      hostname: host,
      port,
      ...signal === void 0 ? {} : {
        signal
      }
    });
    conn.setNoDelay();
    return overConn(conn);
  } catch (error) {
    throw placed(error, `${host}, port ${port}`);
  }
}
async function connectTls({ host, port }, { ca, identity, serverName = host, verify = true }, { signal } = {}) {
  signal?.throwIfAborted();
  const [{ connect }, { Duplex }] = await Promise.all([
    import("node:tls"),
    import("node:stream")
  ]);
  const socket = connect({
    host,
    port,
    rejectUnauthorized: verify,
    // An address is no name that may be told to a server (RFC 6066).
    .../^[\d.]+$|:/.test(serverName) ? {} : {
      servername: serverName
    },
    ...ca === void 0 ? {} : {
      ca
    },
    ...identity === void 0 ? {} : {
      cert: identity.certificate,
      key: identity.key
    }
  });
  const ready = Promise.withResolvers();
  const abort = () => ready.reject(signal?.reason);
  signal?.addEventListener("abort", abort, {
    once: true
  });
  socket.once("secureConnect", () => ready.resolve());
  socket.once("error", (error) => ready.reject(error));
  try {
    await ready.promise;
  } catch (error) {
    socket.destroy();
    throw placed(error, `${host}, port ${port}`);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
  const { readable, writable } = Duplex.toWeb(socket);
  return {
    readable,
    writable,
    [Symbol.asyncDispose]() {
      socket.destroy();
      return Promise.resolve();
    }
  };
}
function overConn(conn) {
  return {
    readable: conn.readable,
    writable: conn.writable,
    [Symbol.asyncDispose]() {
      try {
        conn.close();
      } catch (error) {
        if (!(error instanceof Deno.errors.BadResource)) return Promise.reject(error);
      }
      return Promise.resolve();
    }
  };
}
function placed(error, place) {
  if (!(error instanceof Error)) return error;
  error.message = `Cannot connect to ${place}: ${error.message}`;
  return error;
}

// src/host/deno_host.ts
function denoHost() {
  const libc = lazyLibc();
  return {
    files: denoFiles(libc),
    exec: denoExec(),
    net: denoNet(),
    clock: denoClock(),
    env: denoEnv(),
    ids: denoIds(),
    native: denoNative(libc)
  };
}
export {
  denoHost
};
