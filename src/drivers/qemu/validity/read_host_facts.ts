/**
 * The facts of the host that probed results depend on. They are read once for all binaries that one question is
 * about: those that matter to everybody, and those that matter where an accelerator may be in use.
 *
 * What cannot be read has no fact: a later reading that succeeds is a change.
 *
 * @module
 */

import { defined } from "../../../base/defined.ts";
import { sha256Hex } from "../../../base/sha256.ts";
import type { Fingerprint } from "../../../cache/contract.ts";
import { FactFiles, type FactOptions } from "../../../host/fact_files.ts";
import type { HelperFacts, ModuleFacts } from "../../../host/facts.ts";
import type { CpuidLeaf, Host } from "../../../host/host.ts";
import { readCpuSignature } from "../../../host/read_cpu.ts";
import { firmwareDirectories } from "../../../host/read_firmware.ts";
import { readHelpers } from "../../../host/read_helpers.ts";
import { readIommu } from "../../../host/read_iommu.ts";
import { formatKernel, readKernel } from "../../../host/read_kernel.ts";
import { isOn, mayReadAndWrite, readKvmAccess, readKvmModules } from "../../../host/read_kvm.ts";
import { readSecureGuest } from "../../../host/read_protection.ts";
import { stableCpuid } from "../../../host/stable_cpuid.ts";
import { PROBE_SCHEMA } from "./checks.ts";
import { type DescribedFiles, describeDirectories, digestOf } from "./describe_files.ts";

/** Where and as whom things are looked at. */
export interface HostFactOptions {
  /** Where the machine's `/proc`, `/sys`, `/dev`, `/etc` and `/usr` are. @default {""} */
  readonly root?: string;
  /** Version of this program. */
  readonly version: string;
  /** The account that runs emulators; absent: the account of this process. */
  readonly account?: Account;
}

/** A user and its group, by number. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What matters to every binary. */
export interface CommonFacts {
  readonly facts: Fingerprint;
  /** Seconds since 1970 of this program's file; 0 when it runs from source. */
  readonly selfCtime: number;
  /** Seconds since 1970 of the first module directory there is. */
  readonly moduleDirMtime?: number;
}

/** What matters to binaries that may use an accelerator. */
export interface AcceleratorFacts {
  readonly facts: Fingerprint;
  readonly signature?: string;
  readonly microcode?: number;
  readonly kernel?: string;
  readonly cpuid?: readonly CpuidLeaf[];
  /** `kvm_amd.nested` to its value. */
  readonly moduleParameters: Readonly<Record<string, string>>;
  readonly firmware: DescribedFiles;
  readonly helpers: DescribedFiles;
  readonly nested: boolean;
  readonly secureGuest: boolean;
}

const DEVICES = [
  "/dev/vhost-net",
  "/dev/vhost-vsock",
  "/dev/vhost-scsi",
  "/dev/vfio/vfio",
  "/dev/iommu",
  "/dev/udmabuf",
  "/dev/sgx_enclave",
  "/dev/sgx_provision",
  "/dev/sgx_vepc",
  "/dev/sev",
  "/dev/tdx_guest",
];

/** Reads what matters to every binary. */
export async function readCommonFacts(host: Host, options: HostFactOptions): Promise<CommonFacts> {
  const files = new FactFiles(host, { root: options.root ?? "", problems: [] });
  const directories = moduleDirectories(host);
  const self = host.env.self;
  const [modules, selfStat] = await Promise.all([
    describeDirectories(files, directories),
    self === undefined ? undefined : host.files.stat(self),
  ]);
  const first = directories.map((directory) => modules[directory]).find((found) => found !== undefined);
  return {
    facts: {
      "module-directory": digestOf(modules),
      "self-ctime": selfStat === undefined ? "source" : String(selfStat.ctimeNs),
      "self-version": options.version,
      "schema": PROBE_SCHEMA,
    },
    selfCtime: selfStat === undefined ? 0 : seconds(selfStat.ctimeNs),
    ...(first === undefined ? {} : { moduleDirMtime: seconds(BigInt(first.split(" ")[1] ?? "0")) }),
  };
}

/** Reads what matters where an accelerator may be in use. */
export async function readAcceleratorFacts(host: Host, options: HostFactOptions): Promise<AcceleratorFacts> {
  const from: FactOptions = { root: options.root ?? "", problems: [] };
  const files = new FactFiles(host, from);
  const [{ signature, microcode }, kernelFacts, cpuid, modules, kvm, devices, iommu, firmware, helpers, secure, room] =
    await Promise.all([
      readCpuSignature(host, from),
      readKernel(host, from),
      options.root ? undefined : host.native.cpuid(),
      readKvmModules(host, from),
      readKvmAccess(host, from),
      describeDevices(files),
      readIommu(host, from),
      describeDirectories(files, firmwareDirectories(host)),
      readHelpers(host, from),
      readSecureGuest(host, from),
      files.text("/sys/fs/cgroup/misc.capacity"),
    ]);
  const kernel = formatKernel(kernelFacts);
  const stable = cpuid === undefined ? undefined : stableCpuid(cpuid);
  const { account } = options;
  const kvmUsable = account === undefined
    ? kvm.usable
    : kvm.mode !== undefined && kvm.uid !== undefined && kvm.gid !== undefined &&
      mayReadAndWrite({ mode: kvm.mode, uid: kvm.uid, gid: kvm.gid }, { uid: account.uid, gids: [account.gid] });
  const found = describeHelpers(helpers);
  const parameters = byName(modules);
  return {
    facts: defined({
      ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`kvm-parameter:${name}`, value])),
      "kvm-availability": kvm.present ? "present" : "absent",
      "kvm-access": kvmUsable ? "usable" : "not usable",
      "cpu-signature": signature,
      "microcode": microcode === undefined ? undefined : String(microcode),
      "kernel": kernel,
      "cpu-data": stable === undefined ? undefined : sha256Hex(JSON.stringify(stable)).slice(0, 32),
      "secure-guest": `${secure ? "yes" : "no"}; ${encryptionRoom(room ?? "")}`,
      "device-nodes": devices,
      "iommu": iommu.groups > 0 ? "yes" : "no",
      "firmware": digestOf(firmware),
      "helpers": digestOf(found),
    }),
    ...defined({ signature, microcode, kernel, cpuid: stable }),
    moduleParameters: Object.fromEntries(
      modules.flatMap(({ name, parameters }) =>
        Object.entries(parameters).map(([parameter, value]) => [`${name}.${parameter}`, value])
      ),
    ),
    firmware,
    helpers: found,
    nested: modules.some(({ parameters }) => isOn(parameters["nested"])),
    secureGuest: secure,
  };
}

/** The values of modules that share a parameter's name are joined. */
function byName(modules: readonly ModuleFacts[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, value] of modules.flatMap(({ parameters }) => Object.entries(parameters))) {
    named[name] = named[name] === undefined ? value : `${named[name]},${value}`;
  }
  return named;
}

function describeHelpers(helpers: readonly HelperFacts[]): DescribedFiles {
  return Object.fromEntries(
    helpers.flatMap(({ path, size, mtimeNs }) => path === undefined ? [] : [[path, `${size} ${mtimeNs}`]]),
  );
}

async function describeDevices(files: FactFiles): Promise<string> {
  const found = await Promise.all(DEVICES.map(async (path) => {
    const stat = await files.stat(path);
    return stat === undefined ? [] : [`${path} ${stat.mode.toString(8)} ${stat.uid}:${stat.gid}`];
  }));
  return found.flat().join(", ") || "none";
}

/** How many encrypted guests there is room for, as the kernel's misc controller counts it. */
function encryptionRoom(capacity: string): string {
  return capacity.split("\n").filter((line) => /^(?:sev|tdx)/.test(line)).join(", ") || "no room";
}

function moduleDirectories(host: Host): string[] {
  const own = host.env.get("QEMU_MODULE_DIR");
  const arch = host.env.arch === "ppc64le" ? "powerpc64le" : host.env.arch;
  const usual = [`/usr/lib/${arch}-linux-gnu/qemu`, "/usr/lib64/qemu", "/usr/lib/qemu"];
  return own === undefined || !own.startsWith("/") ? usual : [own, ...usual];
}

function seconds(nanoseconds: bigint): number {
  return Number(nanoseconds / 1_000_000_000n);
}
