/**
 * The machine, as small interfaces. Everything that touches files, programs, the clock or the environment
 * is handed one of these; `deno_host.ts` is the only real implementation, `tests/fakes/fake_host.ts` the other.
 *
 * @module
 */

/** The machine this program runs on, or a recorded one. */
export interface Host {
  readonly files: Files;
  readonly exec: Exec;
  readonly net: Net;
  readonly clock: Clock;
  readonly env: Env;
  readonly ids: Ids;
  readonly native: Native;
}

/** What a path is. */
export type FileKind = "file" | "directory" | "symlink" | "socket" | "fifo" | "block" | "character";

/** The identity and times of a file; nanoseconds where the kernel gives them. */
export interface FileStat {
  readonly kind: FileKind;
  /** Permission bits, without the file type: `0o755`. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly dev: bigint;
  readonly ino: bigint;
  /** Bytes. */
  readonly size: number;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/**
 * The file tree. Absence is a value: a path that does not exist (or whose parent is not a directory) gives
 * `undefined`; every other failure throws the runtime's own error with the path in it.
 */
export interface Files {
  stat(path: string): Promise<FileStat | undefined>;
  /** As {@linkcode Files.stat}, but of the link itself. */
  lstat(path: string): Promise<FileStat | undefined>;
  realPath(path: string): Promise<string | undefined>;
  readLink(path: string): Promise<string | undefined>;
  /** Text of the whole file; `limit` bytes at most, or an error that says so (default 64 MiB). */
  readText(path: string, options?: { limit?: number }): Promise<string | undefined>;
  /** Bytes of the file, from `offset`, at most `length` (default: all of it, 64 MiB at most). */
  readBytes(path: string, options?: { offset?: number; length?: number }): Promise<Uint8Array | undefined>;
  /** Names in a directory, sorted; `undefined` where there is no such directory. */
  list(path: string): Promise<string[] | undefined>;
  /** Whether this process's effective user may use the path so ("r", "w", "x", or several). */
  access(path: string, how: "r" | "w" | "x" | "rw"): Promise<boolean>;
  /** Makes the directory and its parents; an existing one keeps its mode. */
  makeDirectory(path: string, options?: { mode?: number }): Promise<void>;
  /** Makes a fresh private directory (0700) in `parent` (default: the system's place for them). */
  makeTempDirectory(options?: { parent?: string; prefix?: string }): Promise<string>;
  /** Creates or replaces a file, and flushes it to the disk before it returns when `sync` is true. */
  write(
    path: string,
    data: Uint8Array | string,
    options?: { mode?: number; sync?: boolean; exclusive?: boolean },
  ): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Flushes a directory, so that a rename in it survives a power cut. */
  syncDirectory(path: string): Promise<void>;
  changeMode(path: string, mode: number): Promise<void>;
  changeOwner(path: string, uid: number, gid: number): Promise<void>;
  /** Removes a file or, with `recursive`, a tree; what is not there is not an error. */
  remove(path: string, options?: { recursive?: boolean }): Promise<void>;
  /** Takes an advisory exclusive lock on the file (created when missing), waiting for it; released by disposal. */
  lock(path: string): Promise<AsyncDisposable>;
  /** SHA-256 of a file's content in lower-case hex, read in pieces; `undefined` where there is none. */
  sha256(path: string): Promise<string | undefined>;
}

/** What is run: an argument array, never a shell string. */
export interface ExecCommand {
  /** The program and its arguments. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd?: string;
  /** Set on top of the inherited environment, or all there is when `clearEnv`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly clearEnv?: boolean;
  readonly uid?: number;
  readonly gid?: number;
}

/** What a finished program left. */
export interface ExecResult {
  /** Exit code; 128 + signal number when a signal ended it. */
  readonly code: number;
  readonly signal?: string;
  readonly stdout: string;
  readonly stderr: string;
  /** True when the deadline ended it. */
  readonly timedOut: boolean;
}

/** A running program in a process group of its own. */
export interface ExecProcess extends AsyncDisposable {
  readonly pid: number;
  readonly stdin: WritableStream<Uint8Array>;
  readonly stdout: ReadableStream<Uint8Array>;
  /** What it has written to standard error so far; the last 64 KiB. */
  stderr(): string;
  readonly status: Promise<{ readonly code: number; readonly signal?: string }>;
  /** Ends the whole process group. */
  kill(signal?: "SIGTERM" | "SIGKILL"): void;
}

/** Running programs. */
export interface Exec {
  /** Runs to the end; kills the process group after `deadlineMs` (default 10 000). Throws only when it cannot start. */
  run(command: ExecCommand, options?: {
    deadlineMs?: number;
    input?: string;
    signal?: AbortSignal;
    /** Bytes kept of each output stream (default 16 MiB). */
    outputLimit?: number;
  }): Promise<ExecResult>;
  /** Starts and hands over the pipes. Throws when it cannot start. Disposal kills the group and waits. */
  spawn(command: ExecCommand): Promise<ExecProcess>;
}

/** A way to another program: bytes in both directions until either side ends it. */
export interface ByteConnection extends AsyncDisposable {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

/** A place on a network. */
export interface NetAddress {
  /** Name or address. */
  readonly host: string;
  readonly port: number;
}

/** Whom a TLS client trusts, and who it is. */
export interface TlsTrust {
  /** Certificates of authorities, PEM; left out, those of the system. */
  readonly ca?: string;
  /** The client's own certificate and key, PEM. */
  readonly identity?: { readonly certificate: string; readonly key: string };
  /** The name that the server's certificate must bear. @default {the host of the address} */
  readonly serverName?: string;
  /** When false anyone may answer. @default {true} */
  readonly verify?: boolean;
}

/** Connections to other programs. Each throws the runtime's error, with the place in it, where nobody answers. */
export interface Net {
  connectUnix(path: string, options?: { signal?: AbortSignal }): Promise<ByteConnection>;
  connectTcp(address: NetAddress, options?: { signal?: AbortSignal }): Promise<ByteConnection>;
  connectTls(address: NetAddress, trust: TlsTrust, options?: { signal?: AbortSignal }): Promise<ByteConnection>;
}

/** Time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that never goes back. */
  monotonic(): number;
  sleep(milliseconds: number, options?: { signal?: AbortSignal }): Promise<void>;
}

/** Process environment and identity. */
export interface Env {
  get(name: string): string | undefined;
  readonly uid: number;
  readonly gid: number;
  readonly pid: number;
  /** The program that runs: the compiled binary, or undefined when run from source. */
  readonly self: string | undefined;
  readonly os: "linux" | "freebsd" | "darwin" | "windows" | "other";
  /** The machine's architecture in libvirt's words, as far as the runtime knows it: `x86_64`, `aarch64`. */
  readonly arch: string;
  readonly cpuCount: number;
}

/** Randomness. */
export interface Ids {
  uuid(): string;
  /** `length` random lower-case hex digits. */
  hex(length: number): string;
}

/** One answer of the CPUID instruction. */
export interface CpuidLeaf {
  readonly eaxIn: number;
  readonly ecxIn: number;
  readonly eax: number;
  readonly ebx: number;
  readonly ecx: number;
  readonly edx: number;
}

/** One model specific register. */
export interface MsrValue {
  readonly index: number;
  readonly eax: number;
  readonly edx: number;
}

/** What /dev/kvm says of itself. */
export interface KvmFacts {
  readonly apiVersion: number;
  /** KVM_CAP_MAX_VCPUS, 0 where it does not say. */
  readonly maxVcpus: number;
  /** CPUID leaves KVM offers to guests (KVM_GET_SUPPORTED_CPUID), x86 only, where they were asked for. */
  readonly supportedCpuid?: readonly CpuidLeaf[];
  /** MSRs that hold CPU features, x86 only. */
  readonly msrs?: readonly MsrValue[];
  /** Time stamp counter, x86 only, where it was asked for. */
  readonly tsc?: { readonly frequencyHz: number; readonly scaling: boolean };
}

/** What KVM is asked besides what costs nothing. */
export interface KvmQuestions {
  /** @default {false} */
  readonly supportedCpuid?: boolean;
  /** Makes a guest for a moment. @default {false} */
  readonly tsc?: boolean;
}

/** The process at the other end of a unix socket, as the kernel vouches for it. */
export interface SocketPeer {
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
}

/**
 * What needs a system call that the runtime has no name for. Each gives `undefined` where the foreign function
 * interface is not permitted, the architecture has no such thing, or the device is not there.
 */
export interface Native {
  /** Executes CPUID for every basic, hypervisor and extended leaf (with sub-leaves). */
  cpuid(): Promise<readonly CpuidLeaf[] | undefined>;
  kvm(questions?: KvmQuestions): Promise<KvmFacts | undefined>;
  /** Who was at the other end of a unix socket, by its file descriptor, when it was connected. */
  socketPeer(fd: number): SocketPeer | undefined;
  /** Collects what is no longer used and gives its memory back to the system, as far as either can be asked for. */
  releaseMemory(): void;
}
