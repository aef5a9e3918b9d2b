/**
 * QEMU's spellings of x86 features where they differ from libvirt's, both ways.
 *
 * QEMU prefers dashes; some of libvirt's names predate that and clients have them in their documents. Source: the
 * names that QEMU 7.2 and 10.0 list as properties of the `max` CPU, beside the names that libvirt 9.0 accepts.
 *
 * @module
 */

/** libvirt's name to QEMU's. */
const TO_QEMU: Readonly<Record<string, string>> = {
  cmp_legacy: "cmp-legacy",
  ds_cpl: "ds-cpl",
  fxsr_opt: "fxsr-opt",
  kvm_pv_eoi: "kvm-pv-eoi",
  kvm_pv_unhalt: "kvm-pv-unhalt",
  lahf_lm: "lahf-lm",
  nodeid_msr: "nodeid-msr",
  pclmuldq: "pclmulqdq",
  perfctr_core: "perfctr-core",
  perfctr_nb: "perfctr-nb",
  tsc_adjust: "tsc-adjust",
};

/** Older spellings that QEMU's full expansion lists beside its preferred ones. */
const OLD_SPELLINGS: Readonly<Record<string, string>> = {
  sse4_1: "sse4.1",
  sse4_2: "sse4.2",
  "sse4-1": "sse4.1",
  "sse4-2": "sse4.2",
  xd: "nx",
  i64: "lm",
  ffxsr: "fxsr_opt",
  nrip_save: "nrip-save",
  svm_lock: "svm-lock",
  tsc_scale: "tsc-scale",
  vmcb_clean: "vmcb-clean",
  pause_filter: "pause-filter",
  sha_ni: "sha-ni",
};

const FROM_QEMU: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TO_QEMU).map(([ours, theirs]) => [theirs, ours]),
);

/** Gives QEMU's name of a feature that is known by libvirt's. */
export function featureToQemu(name: string): string {
  return Object.hasOwn(TO_QEMU, name) ? TO_QEMU[name]! : name;
}

/** Gives libvirt's name of a feature that is known by QEMU's preferred one; others stay as they are. */
export function featureFromQemu(name: string): string {
  return Object.hasOwn(FROM_QEMU, name) ? FROM_QEMU[name]! : name;
}

/** As {@linkcode featureFromQemu}, and understands the older spellings of command lines too. */
export function featureFromAnySpelling(name: string): string {
  return Object.hasOwn(OLD_SPELLINGS, name) ? OLD_SPELLINGS[name]! : featureFromQemu(name);
}
