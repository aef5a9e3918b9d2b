/**
 * Questions to /dev/kvm. Request numbers and structures are those of the kernel's KVM interface
 * (Documentation/virt/kvm/api.rst and its x86 headers).
 *
 * @module
 */

import type { Libc } from "./deno_host_libc.ts";
import type { CpuidLeaf, KvmFacts, KvmQuestions, MsrValue } from "./host.ts";
import { stableCpuid } from "./stable_cpuid.ts";

const O_RDONLY = 0;
const O_CLOEXEC = 0x80000;

const KVM_GET_API_VERSION = 0xae00n;
const KVM_CREATE_VM = 0xae01n;
const KVM_CHECK_EXTENSION = 0xae03n;
const KVM_GET_MSR_FEATURE_INDEX_LIST = 0xc004_ae0an;
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
const MSR_ENTRY_SIZE = 16;
/** Some tens of registers have been feature registers so far. */
const MOST_FEATURE_MSRS = 1024;

/** What KVM says of itself; undefined where /dev/kvm is not there or may not be opened. */
export function askKvm(libc: Libc, questions: KvmQuestions = {}): KvmFacts | undefined {
  const fd = libc.open("/dev/kvm", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return undefined;
  try {
    const apiVersion = libc.ioctlNumber(fd, KVM_GET_API_VERSION, 0n);
    if (apiVersion < 0) return undefined;
    const common = { apiVersion, maxVcpus: readMaxVcpus(libc, fd) };
    if (Deno.build.arch !== "x86_64") return common;
    const supportedCpuid = questions.supportedCpuid ? readSupportedCpuid(libc, fd) : undefined;
    const tsc = questions.tsc ? readTsc(libc, fd) : undefined;
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
  const shown = readMsrDevice(libc);
  const missing = FEATURE_MSRS.filter((index) => !shown.has(index));
  const given = missing.length === 0 ? new Map<number, MsrValue>() : readGuestMsrs(libc, kvm, missing);
  return FEATURE_MSRS.flatMap((index) => shown.get(index) ?? given.get(index) ?? []);
}

function readMsrDevice(libc: Libc): Map<number, MsrValue> {
  const found = new Map<number, MsrValue>();
  const device = libc.open("/dev/cpu/0/msr", O_RDONLY | O_CLOEXEC);
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

/** KVM stops at the first register it does not have, so it is asked which it has before. */
function readGuestMsrs(libc: Libc, kvm: number, wanted: readonly number[]): Map<number, MsrValue> {
  const offered = new Set(readFeatureIndices(libc, kvm));
  let left = wanted.filter((index) => offered.has(index));
  const found = new Map<number, MsrValue>();
  while (left.length > 0) {
    // struct kvm_msrs: count and padding, then index, reserved and data of each.
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

/** Numbers of the registers that hold features; none where KVM does not tell. */
function readFeatureIndices(libc: Libc, kvm: number): number[] {
  const list = new Uint32Array(1 + MOST_FEATURE_MSRS);
  list[0] = MOST_FEATURE_MSRS;
  if (libc.ioctlBuffer(kvm, KVM_GET_MSR_FEATURE_INDEX_LIST, new Uint8Array(list.buffer)) !== 0) return [];
  return [...list.subarray(1, 1 + Math.min(list[0] ?? 0, MOST_FEATURE_MSRS))];
}

function msrValue(index: number, bytes: Uint8Array<ArrayBuffer>): MsrValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return { index, eax: view.getUint32(0, true), edx: view.getUint32(4, true) };
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
