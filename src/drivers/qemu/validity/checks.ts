/**
 * Every reason for which what is known of a binary is discarded: one row each, in the order in which they are
 * compared. The first that does not hold is the reason that is written, logged and counted.
 *
 * The order is that of what a person would name first: a replaced binary is a new change time, whatever else it is.
 * The reference's checks are all here; its check of the `nested` parameter is the row of all parameters.
 *
 * @module
 */

/** Which binaries a fact matters to. */
export type ValidityScope =
  /** All. */
  | "every"
  /** Those whose guests have the architecture of the host, and those that could not be probed. */
  | "native"
  /** Those that were probed with an accelerator. */
  | "accelerated";

/** One check. */
export interface ValidityCheck {
  readonly reason: string;
  /** What is read. */
  readonly reads: string;
  /** How two readings are compared. */
  readonly compares: string;
  readonly scope: ValidityScope;
  /** True where the row stands for one fact per name: `kvm-parameter:nested`. */
  readonly many?: true;
}

/** The rows. */
export const VALIDITY_CHECKS = [
  {
    reason: "binary-ctime",
    reads: "the change time of the binary, links followed",
    compares: "nanoseconds, equal",
    scope: "every",
  },
  {
    reason: "binary-identity",
    reads: "device, inode, size and modification time of the binary",
    compares: "all equal; tells images apart whose files all carry one time",
    scope: "every",
  },
  {
    reason: "binary-content",
    reads: "the build id in the binary's notes, SHA-256 of its content where it has none; once per identity",
    compares: "equal",
    scope: "every",
  },
  {
    reason: "module-directory",
    reads: "QEMU's module directories: their modification times; name, size and time of each module",
    compares: "digest, equal",
    scope: "every",
  },
  {
    reason: "self-ctime",
    reads: "the change time of this program's file, where it is one compiled file",
    compares: "nanoseconds, equal",
    scope: "every",
  },
  { reason: "self-version", reads: "the version of this program", compares: "equal", scope: "every" },
  {
    reason: "schema",
    reads: "the version of the questions this program asks and of the form it keeps the answers in",
    compares: "equal",
    scope: "every",
  },
  { reason: "kvm-availability", reads: "whether /dev/kvm is there", compares: "equal", scope: "native" },
  {
    reason: "kvm-access",
    reads: "whether the account that runs emulators may read and write /dev/kvm",
    compares: "equal, so that a device which may not be used is a state like another",
    scope: "native",
  },
  {
    reason: "cpu-signature",
    reads: "vendor, model name, family, model and stepping of the host's processor",
    compares: "equal",
    scope: "accelerated",
  },
  {
    reason: "microcode",
    reads: "the microcode version in /proc/cpuinfo",
    compares: "equal",
    scope: "accelerated",
  },
  { reason: "kernel", reads: "release and version of the kernel", compares: "equal", scope: "accelerated" },
  {
    reason: "cpu-data",
    reads: "the answers of CPUID, without what differs from core to core",
    compares: "digest, equal",
    scope: "accelerated",
  },
  {
    reason: "kvm-parameter",
    reads: "each parameter of each kvm module",
    compares: "equal; one that comes or goes has changed",
    scope: "accelerated",
    many: true,
  },
  {
    reason: "secure-guest",
    reads: "/dev/sev and the room for encrypted guests; the ultravisor and `prot_virt=` on s390x",
    compares: "equal",
    scope: "accelerated",
  },
  {
    reason: "device-nodes",
    reads: "presence, mode and owner of the vhost, vfio, iommufd, SGX, TDX and SEV devices",
    compares: "equal",
    scope: "accelerated",
  },
  { reason: "iommu", reads: "whether the kernel has IOMMU groups", compares: "equal", scope: "accelerated" },
  {
    reason: "firmware",
    reads: "the firmware descriptor directories: name, size and modification time of each descriptor",
    compares: "digest, equal",
    scope: "native",
  },
  {
    reason: "helpers",
    reads: "swtpm, virtiofsd, passt and the like: path, size and modification time",
    compares: "digest, equal",
    scope: "native",
  },
] as const satisfies readonly ValidityCheck[];

/** Version of what this program asks a binary and of what it keeps; raise it when either changes. */
export const PROBE_SCHEMA = "1";

type Row = typeof VALIDITY_CHECKS[number];

/** The reasons that are the driver's. */
export type ValidityReason =
  | Exclude<Row["reason"], "kvm-parameter">
  | `kvm-parameter:${string}`;
