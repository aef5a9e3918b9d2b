/**
 * A machine with three emulators, and a prober that answers for them: what the service needs, and nothing real.
 *
 * @module
 */

import type { AcceleratorType, MachineType, QemuCapabilities } from "../../../src/drivers/qemu/capabilities.ts";
import { EmulatorService } from "../../../src/drivers/qemu/emulator_service.ts";
import type { EmulatorsFound, ProbeOrder, Prober } from "../../../src/drivers/qemu/prober.ts";
import { completeSettings } from "../../../src/drivers/qemu/settings.ts";
import type { Account } from "../../../src/drivers/qemu/validity/read_host_facts.ts";
import { KeptLog } from "../../cache/store_fixture.ts";
import { FakeHost } from "../../fakes/fake_host.ts";

/** The emulator of the host's own architecture. */
export const NATIVE = "/usr/bin/qemu-system-x86_64";
/** An emulator of another one. */
export const FOREIGN = "/usr/bin/qemu-system-s390x";
/** Another emulator of another architecture. */
export const OTHER = "/usr/bin/qemu-system-aarch64";

const CPUINFO = `processor	: 0
vendor_id	: AuthenticAMD
cpu family	: 25
model		: 1
model name	: AMD EPYC
stepping	: 1
microcode	: 0xa0011d1
`;

/** The machine: a processor, a kernel, KVM with a module, and the emulators. */
export function fakeMachine(): FakeHost {
  return new FakeHost({
    env: { PATH: "/usr/bin:/bin" },
    cpuid: [{ eaxIn: 1, ecxIn: 0, eax: 0xa00f11, ebx: 0, ecx: 1, edx: 1 }],
    files: {
      [NATIVE]: { content: "#!native", mode: 0o755 },
      [FOREIGN]: { content: "#!foreign", mode: 0o755 },
      [OTHER]: { content: "#!other", mode: 0o755 },
      "/dev/kvm": { kind: "character", mode: 0o660, gid: 36 },
      "/proc/cpuinfo": CPUINFO,
      "/proc/sys/kernel/osrelease": "6.1.0-18-amd64\n",
      "/proc/sys/kernel/version": "#1 SMP\n",
      "/sys/module/kvm/parameters/halt_poll_ns": "200000\n",
      "/sys/module/kvm_amd/parameters/nested": "1\n",
      "/usr/lib/x86_64-linux-gnu/qemu/hw-display-qxl.so": "module",
      "/usr/share/qemu/firmware/50-edk2.json": "{}",
    },
  });
}

/** A prober that finds the three emulators, remembers what it was asked and answers at once. */
export class FakeProber implements Prober, AsyncDisposable {
  readonly orders: ProbeOrder[] = [];
  /** The account emulators are run as. */
  user: Account | undefined;
  found: EmulatorsFound = {
    emulators: [{ path: NATIVE, native: true }, { path: FOREIGN, native: false }, { path: OTHER, native: false }],
    unusable: [],
  };
  /** What happens before an answer: a test's own doing. */
  before: (order: ProbeOrder) => Promise<void> = () => Promise.resolve();
  readonly #host: FakeHost;

  constructor(host: FakeHost) {
    this.#host = host;
  }

  find(): Promise<EmulatorsFound> {
    return Promise.resolve(this.found);
  }

  account(): Promise<Account | undefined> {
    return Promise.resolve(this.user);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }

  async probe(order: ProbeOrder): Promise<QemuCapabilities> {
    this.orders.push(order);
    await this.before(order);
    const arch = order.path.slice(order.path.lastIndexOf("-") + 1);
    const usable = this.user === undefined ||
      (((await this.#host.files.stat("/dev/kvm"))?.mode ?? 0) & (this.user.gid === 36 ? 0o60 : 0o6)) !== 0;
    return sampleCapabilities(order, arch === "x86_64" && usable ? ["kvm", "tcg"] : ["tcg"]);
  }
}

/** Capabilities of an emulator whose name says its architecture. */
export function sampleCapabilities(
  { path, reason, deniedTypes }: ProbeOrder,
  accelerators: readonly AcceleratorType[],
): QemuCapabilities {
  const arch = path.slice(path.lastIndexOf("-") + 1);
  const machine: MachineType = {
    name: `${arch}-virt-7.2`,
    alias: `${arch}-virt`,
    isDefault: true,
    maxCpus: 8,
    hotplugCpus: true,
    numaMemSupported: true,
    deprecated: false,
  };
  return {
    emulator: path,
    version: 7_002_022,
    package: "Debian 1:7.2",
    arch,
    target: arch,
    flags: accelerators.includes("kvm") ? ["kvm"] : [],
    accelerators: accelerators.map((type) => ({ type, cpus: [], machines: [machine] })),
    gic: [],
    kvmSupportsNesting: false,
    kvmSupportsSecureGuest: false,
    probe: {
      startedAt: "2026-01-01T00:00:00.000Z",
      durationMs: 150,
      reason,
      partial: deniedTypes.length > 0,
      problems: [],
      deniedTypes,
    },
  };
}

/** A process with its service, on a machine it may share with another one. */
export class FakeAgent implements AsyncDisposable {
  readonly host: FakeHost;
  readonly prober: FakeProber;
  readonly log = new KeptLog();
  readonly service: EmulatorService;

  constructor(host: FakeHost = fakeMachine()) {
    this.host = host;
    this.prober = new FakeProber(host);
    const settings = completeSettings(host, {});
    this.service = new EmulatorService({ host, settings, prober: this.prober, log: this.log });
  }

  /** Probes what is not valid; the reason for each path that was probed. */
  async probe(): Promise<Record<string, string>> {
    const before = this.prober.orders.length;
    for await (const _ of this.service.probe()) continue;
    return Object.fromEntries(this.prober.orders.slice(before).map(({ path, reason }) => [path, reason]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.service[Symbol.asyncDispose]();
  }
}
