/**
 * What needs a system call the runtime has no name for: the CPUID instruction and the questions to /dev/kvm.
 *
 * @module
 */

import { executeCpuid } from "./deno_host_cpuid.ts";
import { readCpuidDevice } from "./deno_host_cpuid_device.ts";
import { askKvm } from "./deno_host_kvm.ts";
import type { LazyLibc } from "./deno_host_libc.ts";
import { releaseMemory } from "./deno_host_memory.ts";
import { socketPeerReader } from "./deno_host_socket_peer.ts";
import type { Native } from "./host.ts";

/** System calls of this machine. */
export function denoNative(loadLibc: LazyLibc): Native {
  return {
    async cpuid() {
      if (Deno.build.arch !== "x86_64" || Deno.build.os !== "linux") return undefined;
      const libc = loadLibc();
      const executed = libc === undefined ? undefined : executeCpuid(libc);
      return executed ?? await readCpuidDevice();
    },
    kvm(questions = {}) {
      const libc = loadLibc();
      return Promise.resolve(libc === undefined ? undefined : askKvm(libc, questions));
    },
    socketPeer: socketPeerReader(),
    releaseMemory() {
      releaseMemory(loadLibc() !== undefined);
    },
  };
}
