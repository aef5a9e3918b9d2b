/**
 * A machine in memory: file tree, programs, clock, identity. What a test needs of a host and nothing real.
 *
 * @module
 */

import type { CpuidLeaf, Env, Host, Ids, KvmFacts, Native } from "../../src/host/host.ts";
import { FakeClock } from "./fake_clock.ts";
import { FakeExec } from "./fake_exec.ts";
import { FakeFiles } from "./fake_files.ts";
import { FakeNet } from "./fake_net.ts";
import type { FakeFileTree } from "./fake_files.ts";

export { FakeClock } from "./fake_clock.ts";
export { FakeCrash } from "./fake_faults.ts";
export { FakeExec, type FakeProgram, type FakeProgramIo } from "./fake_exec.ts";
export { FakeFiles, type FakeFileTree } from "./fake_files.ts";
export { FakeNet } from "./fake_net.ts";
export { mountTree, recordedHost } from "./recorded_host.ts";

/** What a fake machine begins as. */
export interface FakeHostOptions {
  readonly files?: FakeFileTree;
  readonly env?: Readonly<Record<string, string>>;
  /** @default {0} */
  readonly uid?: number;
  /** @default {0} */
  readonly gid?: number;
  readonly self?: string;
  readonly os?: Env["os"];
  readonly arch?: string;
  readonly cpuCount?: number;
  /** Milliseconds since 1970. @default {1_700_000_000_000} */
  readonly now?: number;
  readonly cpuid?: readonly CpuidLeaf[];
  readonly kvm?: KvmFacts;
}

/** A machine in memory. Its parts have the settings that only a test may touch. */
export class FakeHost implements Host {
  readonly clock: FakeClock;
  readonly files: FakeFiles;
  readonly exec: FakeExec;
  readonly net = new FakeNet();
  readonly env: FakeEnv;
  readonly ids: Ids;
  readonly native: FakeNative;

  constructor(options: FakeHostOptions = {}) {
    this.clock = new FakeClock(options.now ?? 1_700_000_000_000);
    this.env = new FakeEnv(options);
    this.files = new FakeFiles({ clock: this.clock, user: this.env });
    for (const [path, content] of Object.entries(options.files ?? {})) this.files.put(path, content);
    this.exec = new FakeExec(this.clock);
    this.ids = countingIds();
    this.native = new FakeNative(options.cpuid, options.kvm);
  }
}

/** Identity and environment that a test may change. */
export class FakeEnv implements Env {
  readonly variables = new Map<string, string>();
  uid: number;
  gid: number;
  pid = 4711;
  self: string | undefined;
  os: Env["os"];
  arch: string;
  cpuCount: number;

  constructor(options: FakeHostOptions) {
    for (const [name, value] of Object.entries(options.env ?? {})) this.variables.set(name, value);
    this.uid = options.uid ?? 0;
    this.gid = options.gid ?? 0;
    this.self = options.self;
    this.os = options.os ?? "linux";
    this.arch = options.arch ?? "x86_64";
    this.cpuCount = options.cpuCount ?? 2;
  }

  get(name: string): string | undefined {
    return this.variables.get(name);
  }
}

/** Answers of the processor and of KVM that a test may change. */
export class FakeNative implements Native {
  cpuidAnswer: readonly CpuidLeaf[] | undefined;
  kvmAnswer: KvmFacts | undefined;
  /** How often memory was given back. */
  released = 0;

  constructor(cpuid: readonly CpuidLeaf[] | undefined, kvm: KvmFacts | undefined) {
    this.cpuidAnswer = cpuid;
    this.kvmAnswer = kvm;
  }

  cpuid(): Promise<readonly CpuidLeaf[] | undefined> {
    return Promise.resolve(this.cpuidAnswer);
  }

  kvm(): Promise<KvmFacts | undefined> {
    return Promise.resolve(this.kvmAnswer);
  }

  socketPeer(): undefined {}

  releaseMemory(): void {
    this.released++;
  }
}

/** Ids that are the same in every run: `…-000000000001`, `…-000000000002`. */
function countingIds(): Ids {
  let last = 0;
  return {
    uuid: () => `00000000-0000-4000-8000-${(++last).toString(16).padStart(12, "0")}`,
    hex: (length) => (++last).toString(16).padStart(length, "0").slice(-length),
  };
}
