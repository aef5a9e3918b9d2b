/**
 * Makes the machines that nobody recorded, from the documented formats of /proc and /sys: they are as a kernel would
 * describe such hardware, and no real machine's.
 *
 *     deno run --allow-write=tests/fixtures/host scripts/make_host_fixtures.ts
 *
 * @module
 */

import { formatCpuList } from "../src/host/cpu_list.ts";
import { type ArchiveEntry, formatMachineArchive } from "../tests/fakes/machine_archive.ts";

const FIXTURES = "tests/fixtures/host";

/** A CPU as the hardware has it. */
interface Cpu {
  readonly id: number;
  readonly node: number;
  readonly socket: number;
  readonly die: number;
  readonly cluster: number;
  readonly core: number;
  readonly siblings: readonly number[];
  readonly online: boolean;
}

/** A cache seen from a CPU. */
interface Cache {
  readonly index: number;
  readonly level: number;
  readonly type: "Data" | "Instruction" | "Unified";
  readonly size: string;
  readonly id: (cpu: Cpu) => number | undefined;
  readonly shares: (one: Cpu, other: Cpu) => boolean;
}

/** A machine to be written down. */
interface Machine {
  readonly cpus: readonly Cpu[];
  readonly caches: readonly Cache[];
  readonly nodeKiB: readonly number[];
  readonly distances: readonly (readonly number[])[];
  readonly hugePages: Readonly<Record<number, readonly number[]>>;
  readonly files: Readonly<Record<string, string>>;
}

function entry(path: string, content: string): ArchiveEntry {
  return { path, content, kind: "file", mode: 0o444, uid: 0, gid: 0 };
}

function directory(path: string): ArchiveEntry {
  return { path, kind: "directory", mode: 0o755, uid: 0, gid: 0 };
}

function device(path: string, mode: number, gid: number): ArchiveEntry {
  return { path, kind: "character", mode, uid: 0, gid };
}

function systemFiles(machine: Machine): ArchiveEntry[] {
  const { cpus } = machine;
  const online = cpus.filter((cpu) => cpu.online);
  const cpuRoot = "/sys/devices/system/cpu";
  const nodeRoot = "/sys/devices/system/node";
  const files: Record<string, string> = {
    [`${cpuRoot}/present`]: formatCpuList(cpus.map((cpu) => cpu.id)),
    [`${cpuRoot}/online`]: formatCpuList(online.map((cpu) => cpu.id)),
    [`${nodeRoot}/online`]: formatCpuList(machine.nodeKiB.map((_, id) => id)),
    "/proc/meminfo": `MemTotal:       ${machine.nodeKiB.reduce((sum, kib) => sum + kib, 0)} kB`,
  };
  for (const cpu of online) {
    const place = `${cpuRoot}/cpu${cpu.id}`;
    files[`${place}/topology/physical_package_id`] = `${cpu.socket}`;
    files[`${place}/topology/die_id`] = `${cpu.die}`;
    files[`${place}/topology/cluster_id`] = `${cpu.cluster}`;
    files[`${place}/topology/core_id`] = `${cpu.core}`;
    files[`${place}/topology/thread_siblings_list`] = formatCpuList(cpu.siblings);
    for (const cache of machine.caches) {
      const sharing = online.filter((other) => cache.shares(cpu, other)).map((other) => other.id);
      const id = cache.id(cpu);
      files[`${place}/cache/index${cache.index}/level`] = `${cache.level}`;
      files[`${place}/cache/index${cache.index}/type`] = cache.type;
      files[`${place}/cache/index${cache.index}/size`] = cache.size;
      files[`${place}/cache/index${cache.index}/shared_cpu_list`] = formatCpuList(sharing);
      if (id !== undefined) files[`${place}/cache/index${cache.index}/id`] = `${id}`;
    }
  }
  machine.nodeKiB.forEach((kib, id) => {
    const place = `${nodeRoot}/node${id}`;
    const members = cpus.filter((cpu) => cpu.node === id);
    files[`${place}/cpulist`] = formatCpuList(members.filter((cpu) => cpu.online).map((cpu) => cpu.id));
    files[`${place}/meminfo`] = `Node ${id} MemTotal:       ${kib} kB\nNode ${id} MemFree:        ${kib >> 1} kB`;
    files[`${place}/distance`] = (machine.distances[id] ?? []).join(" ");
    for (const [size, counts] of Object.entries(machine.hugePages)) {
      files[`${place}/hugepages/hugepages-${size}kB/nr_hugepages`] = `${counts[id]}`;
    }
  });
  for (const [size, counts] of Object.entries(machine.hugePages)) {
    const all = counts.reduce((sum, count) => sum + count, 0);
    files[`/sys/kernel/mm/hugepages/hugepages-${size}kB/nr_hugepages`] = `${all}`;
  }
  const links = cpus.map((cpu) => directory(`${nodeRoot}/node${cpu.node}/cpu${cpu.id}`));
  return [...Object.entries({ ...files, ...machine.files }).map(([path, text]) => entry(path, `${text}\n`)), ...links];
}

/** Two sockets of four cores with two threads, a node each; one CPU is offline; resctrl with CAT, CMT and MBA. */
function intelTwoSockets(): string {
  const cpus = Array.from({ length: 16 }, (_, id): Cpu => {
    const socket = Math.floor(id / 4) % 2;
    const twin = id < 8 ? id + 8 : id - 8;
    return {
      id,
      node: socket,
      socket,
      die: 0,
      cluster: 65535,
      core: id % 4,
      // CPU 15 is offline, so CPU 7 is alone on its core.
      siblings: [id, twin].filter((each) => each !== 15),
      online: id !== 15,
    };
  });
  const sameCore = (one: Cpu, other: Cpu): boolean => one.siblings.includes(other.id);
  const resctrl = "/sys/fs/resctrl/info";
  const flags =
    "fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht " +
    "syscall nx pdpe1gb rdtscp lm constant_tsc arch_perfmon pni pclmulqdq vmx smx ssse3 fma cx16 pcid sse4_1 sse4_2 " +
    "x2apic movbe popcnt aes xsave avx f16c rdrand lahf_lm abm invpcid_single fsgsbase bmi1 avx2 smep bmi2 erms " +
    "invpcid cqm mpx rdt_a avx512f avx512dq rdseed adx smap clflushopt clwb arch_capabilities";
  const processor = (cpu: Cpu): string =>
    [
      `processor\t: ${cpu.id}`,
      "vendor_id\t: GenuineIntel",
      "cpu family\t: 6",
      "model\t\t: 85",
      "model name\t: Intel(R) Xeon(R) Gold 6134 CPU @ 3.20GHz",
      "stepping\t: 4",
      "microcode\t: 0x2007006",
      "cpu MHz\t\t: 3200.000",
      `physical id\t: ${cpu.socket}`,
      `core id\t\t: ${cpu.core}`,
      `flags\t\t: ${flags}`,
      "address sizes\t: 46 bits physical, 48 bits virtual",
      "",
    ].join("\n");
  const machine: Machine = {
    cpus,
    caches: [
      { index: 0, level: 1, type: "Data", size: "32K", id: (cpu) => cpu.socket * 16 + cpu.core, shares: sameCore },
      { index: 2, level: 2, type: "Unified", size: "1024K", id: (cpu) => cpu.socket * 16 + cpu.core, shares: sameCore },
      {
        index: 3,
        level: 3,
        type: "Unified",
        size: "25344K",
        id: (cpu) => cpu.socket,
        shares: (one, other) => one.socket === other.socket,
      },
    ],
    nodeKiB: [98_765_432, 99_061_760],
    distances: [[10, 21], [21, 10]],
    hugePages: { 2048: [512, 256], 1048576: [4, 0] },
    files: {
      "/proc/cpuinfo": cpus.filter((cpu) => cpu.online).map(processor).join("\n"),
      "/proc/sys/kernel/osrelease": "6.1.0-18-amd64",
      "/proc/sys/kernel/version": "#1 SMP PREEMPT_DYNAMIC Made 6.1.76-1 (2024-02-01)",
      "/proc/sys/kernel/arch": "x86_64",
      "/proc/cmdline": "BOOT_IMAGE=/vmlinuz intel_iommu=on",
      "/etc/machine-id": "5f0c8f1be4a64d0b9c0de3a1d7b2c4e6",
      "/sys/devices/virtual/dmi/id/product_uuid": "4C4C4544-0042-3510-8054-B7C04F4E5A32",
      "/sys/power/state": "freeze mem disk",
      "/sys/power/disk": "[platform] shutdown reboot suspend test_resume",
      "/sys/module/kvm/parameters/halt_poll_ns": "200000",
      "/sys/module/kvm_intel/parameters/nested": "Y",
      "/sys/module/kvm_intel/parameters/ept": "Y",
      "/sys/fs/selinux/enforce": "1",
      "/etc/selinux/config": "SELINUX=enforcing\nSELINUXTYPE=targeted",
      "/etc/selinux/targeted/contexts/virtual_domain_context":
        "system_u:system_r:svirt_t:s0\nsystem_u:system_r:svirt_tcg_t:s0",
      [`${resctrl}/L3/cbm_mask`]: "7ff",
      [`${resctrl}/L3/min_cbm_bits`]: "2",
      [`${resctrl}/L3/num_closids`]: "16",
      [`${resctrl}/L3_MON/num_rmids`]: "144",
      [`${resctrl}/L3_MON/max_threshold_occupancy`]: "90112",
      [`${resctrl}/L3_MON/mon_features`]: "llc_occupancy\nmbm_total_bytes\nmbm_local_bytes",
      [`${resctrl}/MB/bandwidth_gran`]: "10",
      [`${resctrl}/MB/min_bandwidth`]: "10",
      [`${resctrl}/MB/num_closids`]: "8",
      "/etc/qemu/firmware/50-uefi.json": "",
      "/usr/share/qemu/firmware/30-bios.json": descriptor("bios", "x86_64", "pc-*"),
      "/usr/share/qemu/firmware/60-uefi.json": descriptor("uefi", "x86_64", "pc-q35-*"),
    },
  };
  const entries = systemFiles(machine).map((each) =>
    // An empty file takes the name away.
    each.path === "/etc/qemu/firmware/50-uefi.json" ? { ...each, content: "" } : each
  );
  return formatMachineArchive({
    arch: "x86_64",
    entries: [
      ...entries,
      entry("/usr/share/qemu/firmware/50-uefi.json", `${descriptor("uefi", "x86_64", "pc-*")}\n`),
      { ...entry("/sys/module/kvm_intel/parameters/vmentry_l1d_flush", ""), mode: 0o400 },
      device("/dev/kvm", 0o666, 36),
      directory("/run/systemd/seats"),
      ...[0, 1, 2].map((group) => directory(`/sys/kernel/iommu_groups/${group}`)),
    ],
    unreadable: [{ path: "/sys/module/kvm_intel/parameters/vmentry_l1d_flush", code: "EACCES" }],
  }, made("A machine with two Intel sockets, a NUMA cell each, one CPU offline, resctrl, SELinux."));
}

/** One socket of four dies with a node each, two cores of two threads in a die, caches per die; SEV and SEV-ES. */
function amdDies(): string {
  const cpus = Array.from({ length: 16 }, (_, id): Cpu => {
    const die = Math.floor((id % 8) / 2);
    const siblings = [id % 8, id % 8 + 8];
    return { id, node: die, socket: 0, die, cluster: 65535, core: id % 2, siblings, online: true };
  });
  const sameCore = (one: Cpu, other: Cpu): boolean => one.siblings.includes(other.id);
  const sameDie = (one: Cpu, other: Cpu): boolean => one.die === other.die;
  const flags =
    "fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht " +
    "syscall nx mmxext fxsr_opt pdpe1gb rdtscp lm constant_tsc rep_good nopl nonstop_tsc cpuid extd_apicid amd_dcm " +
    "pni pclmulqdq ssse3 fma cx16 sse4_1 sse4_2 movbe popcnt aes xsave avx f16c rdrand lahf_lm cmp_legacy svm " +
    "cr8_legacy abm sse4a misalignsse 3dnowprefetch osvw topoext fsgsbase bmi1 avx2 smep bmi2 rdseed adx smap " +
    "clflushopt sha_ni xsaveopt xsavec xgetbv1 clzero npt lbrv svm_lock nrip_save sev sev_es";
  const processor = (cpu: Cpu): string =>
    [
      `processor\t: ${cpu.id}`,
      "vendor_id\t: AuthenticAMD",
      "cpu family\t: 23",
      "model\t\t: 1",
      "model name\t: AMD EPYC 7251 8-Core Processor",
      "stepping\t: 2",
      "microcode\t: 0x8001250",
      "cpu MHz\t\t: 1200.000",
      `core id\t\t: ${cpu.core}`,
      `flags\t\t: ${flags}`,
      "address sizes\t: 43 bits physical, 48 bits virtual",
      "",
    ].join("\n");
  const machine: Machine = {
    cpus,
    caches: [
      { index: 2, level: 2, type: "Unified", size: "512K", id: (cpu) => cpu.id % 8, shares: sameCore },
      { index: 3, level: 3, type: "Unified", size: "4096K", id: (cpu) => cpu.die, shares: sameDie },
    ],
    nodeKiB: [8_053_824, 8_256_516, 8_256_512, 8_243_732],
    distances: [[10, 16, 16, 16], [16, 10, 16, 16], [16, 16, 10, 16], [16, 16, 16, 10]],
    hugePages: { 2048: [0, 0, 0, 0] },
    files: {
      "/proc/cpuinfo": cpus.map(processor).join("\n"),
      "/proc/sys/kernel/osrelease": "6.8.0-31-generic",
      "/proc/sys/kernel/version": "#31-Made SMP PREEMPT_DYNAMIC",
      "/sys/devices/virtual/dmi/id/product_uuid": "00000000-0000-0000-0000-000000000000",
      "/etc/machine-id": "b1c3d5e7f90142638495a6b7c8d9eafb",
      "/sys/module/kvm_amd/parameters/nested": "1",
      "/sys/module/kvm_amd/parameters/sev": "Y",
      "/sys/module/kvm_amd/parameters/sev_es": "Y",
      "/sys/module/kvm_amd/parameters/sev_snp": "N",
      "/sys/fs/cgroup/misc.capacity": "sev 410\nsev_es 99",
      "/sys/module/apparmor/parameters/enabled": "Y",
      "/sys/kernel/security/apparmor/profiles": "libvirtd (enforce)\nvirt-aa-helper (enforce)\n/usr/bin/man (complain)",
      "/etc/apparmor.d/libvirt/TEMPLATE.qemu": "profile LIBVIRT_TEMPLATE {}",
      "/etc/apparmor.d/libvirt/TEMPLATE.lxc": "profile LIBVIRT_TEMPLATE {}",
      "/sys/power/state": "freeze",
    },
  };
  return formatMachineArchive({
    arch: "x86_64",
    entries: [
      ...systemFiles(machine),
      device("/dev/kvm", 0o660, 108),
      device("/dev/sev", 0o600, 0),
    ],
    unreadable: [],
  }, made("An AMD machine with four dies in one socket, a NUMA cell each, SEV and SEV-ES, AppArmor."));
}

/** Two clusters of four cores, pages of 64 KiB, no ids of caches. */
function armClusters(): string {
  const cpus = Array.from({ length: 8 }, (_, id): Cpu => ({
    id,
    node: 0,
    // The package and the clusters have the numbers their firmware tables happen to have.
    socket: 36,
    die: -1,
    cluster: id < 4 ? 56 : 540,
    core: id,
    siblings: [id],
    online: true,
  }));
  const processor = (cpu: Cpu): string =>
    [
      `processor\t: ${cpu.id}`,
      "BogoMIPS\t: 50.00",
      "Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp",
      "CPU implementer\t: 0x41",
      "CPU architecture: 8",
      "CPU variant\t: 0x3",
      "CPU part\t: 0xd0c",
      "CPU revision\t: 1",
      "",
    ].join("\n");
  const machine: Machine = {
    cpus,
    caches: [
      {
        index: 3,
        level: 3,
        type: "Unified",
        size: "4096K",
        id: () => undefined,
        shares: (one, other) => one.cluster === other.cluster,
      },
    ],
    nodeKiB: [32_896_512],
    distances: [[10]],
    hugePages: { 2048: [0], 524288: [2], 16777216: [0] },
    files: {
      "/proc/cpuinfo": cpus.map(processor).join("\n"),
      "/proc/sys/kernel/arch": "aarch64",
      "/proc/sys/kernel/osrelease": "6.5.0-1.made.aarch64+64k",
      "/proc/sys/kernel/version": "#1 SMP PREEMPT_DYNAMIC",
      "/proc/self/smaps":
        "aaaae0000000-aaaae0010000 r-xp 00000000 fd:00 1 /usr/bin/made\nSize:                 64 kB\n" +
        "KernelPageSize:       64 kB\nMMUPageSize:          64 kB",
      "/usr/share/qemu/firmware/60-uefi-aarch64.json": descriptor("uefi", "aarch64", "virt-*"),
      "/usr/share/qemu/firmware/90-broken.json": '{ "mapping": [] }',
    },
  };
  return formatMachineArchive(
    { arch: "aarch64", entries: systemFiles(machine), unreadable: [] },
    made("An ARM machine with two clusters, pages of 64 KiB, no /dev/kvm, and one broken firmware descriptor."),
  );
}

function descriptor(kind: "bios" | "uefi", architecture: string, machine: string): string {
  const mapping = kind === "bios" ? { device: "memory", filename: `/usr/share/${kind}/${kind}.bin` } : {
    device: "flash",
    executable: { filename: `/usr/share/${kind}/code.fd`, format: "raw" },
    "nvram-template": { filename: `/usr/share/${kind}/vars.fd`, format: "raw" },
  };
  return JSON.stringify({
    description: `A made ${kind} for ${architecture}`,
    "interface-types": [kind],
    mapping,
    targets: [{ architecture, machines: [machine] }],
    features: kind === "uefi" ? ["secure-boot", "requires-smm", "verbose-dynamic"] : ["acpi-s3"],
    tags: [],
  });
}

function made(text: string): string {
  return `${text}\nMade by scripts/make_host_fixtures.ts from documented formats; no real machine.`;
}

if (import.meta.main) {
  await Deno.writeTextFile(`${FIXTURES}/intel_two_sockets.made.machine`, intelTwoSockets());
  await Deno.writeTextFile(`${FIXTURES}/amd_four_dies.made.machine`, amdDies());
  await Deno.writeTextFile(`${FIXTURES}/arm_two_clusters.made.machine`, armClusters());
}
