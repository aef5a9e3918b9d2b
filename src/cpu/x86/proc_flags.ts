/**
 * The kernel's names of x86 features in /proc/cpuinfo where they differ from libvirt's.
 * Source: the Linux kernel's list of CPU feature flags.
 *
 * @module
 */

/** The kernel's name to libvirt's. */
const NAMES: Readonly<Record<string, string>> = {
  pclmulqdq: "pclmuldq",
  dts: "ds",
  sse4_1: "sse4.1",
  sse4_2: "sse4.2",
  tsc_deadline_timer: "tsc-deadline",
  sha_ni: "sha-ni",
  intel_pt: "intel-pt",
  cr8_legacy: "cr8legacy",
  cqm: "cmt",
  cqm_mbm_total: "mbm_total",
  cqm_mbm_local: "mbm_local",
  avx512_vbmi2: "avx512vbmi2",
  avx512_vnni: "avx512vnni",
  avx512_bitalg: "avx512bitalg",
  avx512_vpopcntdq: "avx512-vpopcntdq",
  avx512_4vnniw: "avx512-4vnniw",
  avx512_4fmaps: "avx512-4fmaps",
  avx512_vp2intersect: "avx512-vp2intersect",
  avx512_bf16: "avx512-bf16",
  avx512_fp16: "avx512-fp16",
  avx_vnni: "avx-vnni",
  amx_bf16: "amx-bf16",
  amx_tile: "amx-tile",
  amx_int8: "amx-int8",
  arch_capabilities: "arch-capabilities",
  core_capabilities: "core-capability",
  md_clear: "md-clear",
  tsxldtrk: "tsx-ldtrk",
  arch_lbr: "arch-lbr",
  bus_lock_detect: "bus-lock-detect",
  split_lock_detect: "split-lock-detect",
  sgx_lc: "sgxlc",
  virt_ssbd: "virt-ssbd",
  svm_lock: "svm-lock",
  nrip_save: "nrip-save",
  tsc_scale: "tsc-scale",
  vmcb_clean: "vmcb-clean",
  pausefilter: "pause-filter",
  v_vmsave_vmload: "v-vmsave-vmload",
  // Constant and nonstop together are what CPUID calls invariant; the kernel sets the latter from that very bit.
  nonstop_tsc: "invtsc",
};

/** Flags by which the kernel means the vendor's own way to report the same thing. */
const INTEL_NAMES: Readonly<Record<string, string>> = { ibrs: "spec-ctrl", ibpb: "spec-ctrl" };
const AMD_NAMES: Readonly<Record<string, string>> = { stibp: "amd-stibp", ssbd: "amd-ssbd" };

/** Flags that follow from others: the kernel shows "xsave" only where it has switched it on. */
const IMPLIED: Readonly<Record<string, string>> = { xsave: "osxsave" };

/** Gives libvirt's names of the features that a flag of /proc/cpuinfo stands for. */
export function featuresFromProcFlag(flag: string, vendor: string | undefined): string[] {
  const special = vendor === "Intel" ? INTEL_NAMES : AMD_NAMES;
  const name = lookUp(special, flag) ?? lookUp(NAMES, flag) ?? flag;
  const implied = lookUp(IMPLIED, flag);
  return implied === undefined ? [name] : [name, implied];
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
