/**
 * Questions to /dev/kvm. Request numbers and structures are those of the kernel's KVM interface
 * (Documentation/virt/kvm/api.rst and its x86 headers).
 *
 * @module
 */

import type { Libc } from "./deno_host_libc.ts";
import type { CpuidLeaf, KvmFacts, MsrValue } from "./host.ts";
import { stableCpuid } from "./stable_cpuid.ts";

const O_RDONLY = 0;
const O_CLOEXEC = 0x80000;

const KVM_GET_API_VERSION = 0xae00n;
const KVM_CREATE_VM = 0xae01n;
const KVM_CHECK_EXTENSION = 0xae03n;
const KVM_GET_SUPPORTED_CPUID = 0xc008_ae05n;
const KVM_CREATE_VCPU = 0xae41n;
const KVM_GET_MSRS = 0xc008_ae88n;
const KVM_GET_TSC_KHZ = 0xaea3n;

const KVM_CAP_NR_VCPUS = 9n;
const KVM_CAP_TSC_CONTROL = 60n;
const KVM_CAP_MAX_VCPUS = 66n;

/** IA32_CORE_CAPABILITIES, IA32_ARCH_CAPABILITIES, and the VMX capability registers. */
const FEATURE_MSRS = [0xcf, 0x10a, ...Array.from({ length: 18 }, (_, index) => 0x480 + index)];

const CPUID_ENTRY_SIZE = 40;
const MOST_CPUID_ENTRIES = 4096;

/** What KVM says of itself; undefined where /dev/kvm is not there or may not be opened. */
export function askKvm(libc: Libc): KvmFacts | undefined {
  const fd = libc.open("/dev/kvm", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return undefined;
  try {
    const apiVersion = libc.ioctlNumber(fd, KVM_GET_API_VERSION, 0n);
    if (apiVersion < 0) return undefined;
    const common = { apiVersion, maxVcpus: readMaxVcpus(libc, fd) };
    if (Deno.build.arch !== "x86_64") return common;
    const supportedCpuid = readSupportedCpuid(libc, fd);
    const tsc = readTsc(libc, fd);
    return {
      ...common,
      ...(supportedCpuid === undefined ? {} : { supportedCpuid }),
      msrs: readMsrs(libc, fd),
      ...(tsc === undefined ? {} : { tsc }),
    };
  } finally {
    libc.close(fd);
  }
}

function readMaxVcpus(libc: Libc, fd: number): number {
  for (const capability of [KVM_CAP_MAX_VCPUS, KVM_CAP_NR_VCPUS]) {
    const count = libc.ioctlNumber(fd, KVM_CHECK_EXTENSION, capability);
    if (count > 0) return count;
  }
  return 0;
}

/** KVM refuses a table that is too small, so the table grows until it fits. */
function readSupportedCpuid(libc: Libc, fd: number): CpuidLeaf[] | undefined {
  for (let room = 128; room <= MOST_CPUID_ENTRIES; room *= 2) {
    const buffer = new Uint8Array(8 + room * CPUID_ENTRY_SIZE);
    const view = new DataView(buffer.buffer);
    view.setUint32(0, room, true);
    if (libc.ioctlBuffer(fd, KVM_GET_SUPPORTED_CPUID, buffer) !== 0) continue;
    const count = Math.min(view.getUint32(0, true), room);
    return stableCpuid(Array.from({ length: count }, (_, index) => cpuidEntry(view, 8 + index * CPUID_ENTRY_SIZE)));
  }
  return undefined;
}

function cpuidEntry(view: DataView, at: number): CpuidLeaf {
  return {
    eaxIn: view.getUint32(at, true),
    ecxIn: view.getUint32(at + 4, true),
    eax: view.getUint32(at + 12, true),
    ebx: view.getUint32(at + 16, true),
    ecx: view.getUint32(at + 20, true),
    edx: view.getUint32(at + 24, true),
  };
}

/** The processor's own register where the msr driver shows it, else what KVM would give a guest. */
function readMsrs(libc: Libc, kvm: number): MsrValue[] {
  const device = libc.open("/dev/cpu/0/msr", O_RDONLY | O_CLOEXEC);
  try {
    return FEATURE_MSRS.flatMap((index) => readMsr(libc, { kvm, device, index }) ?? []);
  } finally {
    if (device >= 0) libc.close(device);
  }
}

function readMsr(libc: Libc, from: { kvm: number; device: number; index: number }): MsrValue | undefined {
  const value = new Uint8Array(8);
  if (from.device >= 0 && libc.pread(from.device, value, BigInt(from.index)) === 8n) {
    const view = new DataView(value.buffer);
    return { index: from.index, eax: view.getUint32(0, true), edx: view.getUint32(4, true) };
  }
  // struct kvm_msrs with one entry: count, padding, index, reserved, data.
  const request = new Uint8Array(24);
  const view = new DataView(request.buffer);
  view.setUint32(0, 1, true);
  view.setUint32(8, from.index, true);
  if (libc.ioctlBuffer(from.kvm, KVM_GET_MSRS, request) !== 1) return undefined;
  return { index: from.index, eax: view.getUint32(16, true), edx: view.getUint32(20, true) };
}

/** A guest with one processor is made for a moment, because only a processor knows its frequency. */
function readTsc(libc: Libc, kvm: number): { frequencyHz: number; scaling: boolean } | undefined {
  const scaling = libc.ioctlNumber(kvm, KVM_CHECK_EXTENSION, KVM_CAP_TSC_CONTROL);
  if (scaling < 0) return undefined;
  const machine = libc.ioctlNumber(kvm, KVM_CREATE_VM, 0n);
  if (machine < 0) return undefined;
  try {
    const processor = libc.ioctlNumber(machine, KVM_CREATE_VCPU, 0n);
    if (processor < 0) return undefined;
    try {
      const kilohertz = libc.ioctlNumber(processor, KVM_GET_TSC_KHZ, 0n);
      return kilohertz > 0 ? { frequencyHz: kilohertz * 1000, scaling: scaling > 0 } : undefined;
    } finally {
      libc.close(processor);
    }
  } finally {
    libc.close(machine);
  }
}
