/**
 * Is hardware virtualisation there, and for whom?
 *
 * @module
 */

import type { FileStat, Host } from "../../host/host.ts";
import { groupName, isMember, userName } from "./accounts.ts";
import type { Check, DoctorFacts, Finding } from "./finding.ts";

/** The version every KVM since Linux 2.6.22 answers to KVM_GET_API_VERSION. */
const KVM_API_VERSION = 12;

const DEVICE = "/dev/kvm";

/** Looks at /dev/kvm, the processor and the kvm modules. */
export const checkKvm: Check = { name: "hardware virtualisation", run };

async function run(facts: DoctorFacts): Promise<Finding[]> {
  const { host } = facts;
  if (host.env.os !== "linux") return [];
  const device = await host.files.stat(DEVICE);
  if (device === undefined) return [await explainAbsence(host)];
  if (!await host.files.access(DEVICE, "rw")) return [await explainRefusal(host, device)];
  return [await describeDevice(host), ...await checkProbeUser(facts, device), ...await checkNested(host)];
}

async function describeDevice(host: Host): Promise<Finding> {
  const kvm = await host.native.kvm();
  if (kvm === undefined) {
    return {
      severity: "note",
      subject: DEVICE,
      what: "is there and may be used, but cannot be asked what it offers",
      fix: "run the compiled program, or allow foreign functions (--allow-ffi)",
    };
  }
  if (kvm.apiVersion !== KVM_API_VERSION) {
    const what = `speaks API version ${kvm.apiVersion}, but emulators need ${KVM_API_VERSION}`;
    return { severity: "error", subject: DEVICE, what, fix: "use a supported Linux kernel" };
  }
  const vcpus = kvm.maxVcpus > 0 ? `, up to ${kvm.maxVcpus} processors for a guest` : "";
  return { severity: "ok", subject: DEVICE, what: `may be used; API version ${kvm.apiVersion}${vcpus}` };
}

async function explainAbsence(host: Host): Promise<Finding> {
  const subject = DEVICE;
  const cpuinfo = await host.files.readText("/proc/cpuinfo") ?? "";
  const module = /\bvmx\b/.test(cpuinfo) ? "kvm_intel" : /\bsvm\b/.test(cpuinfo) ? "kvm_amd" : undefined;
  const isX86 = host.env.arch === "x86_64" || host.env.arch === "i686";
  if (isX86 && module === undefined) {
    const inGuest = /\bhypervisor\b/.test(cpuinfo);
    return {
      severity: "warning",
      subject,
      what: "is missing, because the processor offers no virtualisation; guests are emulated, which is slow",
      fix: inGuest
        ? "switch on nested virtualisation for this machine where it runs as a guest"
        : "switch on VT-x or AMD-V (SVM) in the firmware setup of this machine",
    };
  }
  const loaded = await host.files.stat("/sys/module/kvm") !== undefined;
  if (module !== undefined && await host.files.stat(`/sys/module/${module}`) === undefined) {
    const what = `is missing: the module ${module} is not loaded; guests are emulated, which is slow`;
    return { severity: "warning", subject, what, fix: `modprobe ${module}` };
  }
  return {
    severity: "warning",
    subject,
    what: `is missing, though ${loaded ? "the kvm module is loaded" : "the processor may offer it"}`,
    fix: loaded ? "hand /dev/kvm to this container, or make it: mknod /dev/kvm c 10 232" : "modprobe kvm",
  };
}

async function explainRefusal(host: Host, device: FileStat): Promise<Finding> {
  const files = await readAccounts(host);
  const mode = device.mode.toString(8).padStart(4, "0");
  const group = groupName(files.group, device.gid) ?? `${device.gid}`;
  const user = userName(files.passwd, host.env.uid) ?? `${host.env.uid}`;
  const what =
    `may not be opened by ${user}; it has mode ${mode} and group ${group}; guests are emulated, which is slow`;
  if ((device.mode & 0o060) !== 0o060) {
    return { severity: "warning", subject: DEVICE, what, fix: `chgrp kvm ${DEVICE} && chmod 0660 ${DEVICE}` };
  }
  const member = isMember(files, user, device.gid) === true;
  const fix = member ? "log in again: the membership is new" : `usermod --append --groups ${group} ${user}`;
  return { severity: "warning", subject: DEVICE, what, fix };
}

/** As root, emulators run as another user, who needs the device too. */
async function checkProbeUser({ host, configuration }: DoctorFacts, device: FileStat): Promise<Finding[]> {
  const user = configuration?.get("probe.user") ?? "";
  if (host.env.uid !== 0 || user === "" || (device.mode & 0o006) === 0o006) return [];
  const member = isMember(await readAccounts(host), user, device.gid);
  if (member === undefined) {
    const what = `names "${user}", but there is no such user`;
    return [{ severity: "error", subject: "probe.user", what, fix: `useradd --system ${user}, or name another` }];
  }
  if (member && (device.mode & 0o060) === 0o060) return [];
  const group = groupName((await readAccounts(host)).group, device.gid) ?? `${device.gid}`;
  return [{
    severity: "warning",
    subject: DEVICE,
    what: `may not be opened by ${user}, as whom emulators are probed`,
    fix: `usermod --append --groups ${group} ${user}`,
  }];
}

async function checkNested(host: Host): Promise<Finding[]> {
  for (const module of ["kvm_intel", "kvm_amd"]) {
    const value = await host.files.readText(`/sys/module/${module}/parameters/nested`);
    if (value === undefined) continue;
    if (/^[1Y]/.test(value)) return [{ severity: "ok", subject: "nested virtualisation", what: "is on" }];
    return [{
      severity: "note",
      subject: "nested virtualisation",
      what: "is off: guests cannot be hosts of their own",
      fix: `echo options ${module} nested=1 >/etc/modprobe.d/kvm-nested.conf, and load ${module} again`,
    }];
  }
  return [];
}

async function readAccounts(host: Host): Promise<{ passwd: string; group: string }> {
  return {
    passwd: await host.files.readText("/etc/passwd") ?? "",
    group: await host.files.readText("/etc/group") ?? "",
  };
}
