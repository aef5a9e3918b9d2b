import assert from "node:assert/strict";
import { defined } from "../../src/base/defined.ts";
import { formatDomainCapabilities } from "../../src/conf/domain_capabilities/format_domain_capabilities.ts";
import { CpuMap, customModels, hostModel } from "../../src/cpu/mod.ts";
import {
  acceleratorFor,
  buildDomainCapabilities,
  type BuildDomainCapabilitiesInput,
} from "../../src/drivers/qemu/build_domain_capabilities.ts";
import type { DomainHostFacts } from "../../src/drivers/qemu/build_domain_rules.ts";
import type { QemuCapabilities } from "../../src/drivers/qemu/capabilities.ts";
import { parseCacheDocument } from "../../src/drivers/qemu/parse_cache_document.ts";
import { compareElements } from "./compare_elements.ts";
import { referenceDocuments } from "./reference_documents.ts";

type CpuParts = Pick<BuildDomainCapabilitiesInput, "hostModel" | "customModels">;

/** A recording without KVM for which the reference's test asks for a KVM guest all the same. */
const WITHOUT_KVM = ["qemu_5.1.0.sparc.xml"];
const NAME = /^qemu_((\d+)\.\d+\.\d+)(?:-(tcg|q35|virt))?\.(\w+)\.xml$/;
const LOADERS = ["/usr/share/AAVMF/AAVMF_CODE.fd", "/usr/share/AAVMF/AAVMF32_CODE.fd", "/usr/share/OVMF/OVMF_CODE.fd"];

/** The firmware descriptors of the reference's test: BIOS for x86, UEFI with SMM for q35, UEFI for ARM's board. */
const FIRMWARE: DomainHostFacts["firmware"] = [
  { interfaces: ["bios"], x86: ["pc-i440fx-*", "pc-q35-*"], features: [] },
  { interfaces: ["uefi"], x86: ["pc-q35-*"], features: ["requires-smm", "secure-boot"] },
  { interfaces: ["uefi"], x86: ["pc-i440fx-*", "pc-q35-*"], features: [] },
].map(({ x86, ...rest }) => ({
  ...rest,
  mapping: { device: "other" as const },
  targets: ["x86_64", "i386"].map((architecture) => ({ architecture, machines: x86 })),
})).concat([{
  interfaces: ["uefi"],
  features: [],
  mapping: { device: "other" as const },
  targets: [{ architecture: "aarch64", machines: ["virt-*"] }],
}]);

/** The processor that the reference's test puts in the host's place: POWER8 for POWER; x86 and s390 need none. */
const MOCKED_POWER = 0x004b0100;

const cpuMap = new CpuMap();

/** The CPU parts, from the recorded emulator alone. */
function describeCpus(capabilities: QemuCapabilities, arch: string, virtType: string): CpuParts {
  const accelerator = acceleratorFor(capabilities, virtType);
  if (accelerator === undefined) return {};
  const models = hostModel(cpuMap, {
    hostArch: arch,
    guestArch: arch,
    accelerated: accelerator.type !== "tcg",
    definitions: accelerator.cpus,
    reportsUnavailable: capabilities.flags.includes("cpu-unavailable-features"),
    processor: { arch, pvr: MOCKED_POWER },
    ...defined({ expanded: accelerator.hostCpu }),
  });
  return defined({ hostModel: models?.reported, customModels: customModels(cpuMap, arch, accelerator.cpus) });
}

const documents = await referenceDocuments("domaincapsdata");
const recorded = await referenceDocuments("qemucapabilitiesdata");

if (typeof documents === "string" || typeof recorded === "string") {
  const reason = `${typeof documents === "string" ? documents : recorded}`;
  console.log(`SKIP domain capabilities of recorded emulators: ${reason}`);
  Deno.test({ name: `domain capabilities of recorded emulators (skipped: ${reason})`, ignore: true, fn: () => {} });
} else {
  const facts = new Map(recorded.map(({ name, text }) => [name, text]));
  for (const { name, text } of documents) {
    const [, version = "", major, variant, arch = ""] = NAME.exec(name) ?? [];
    if (major === undefined || WITHOUT_KVM.includes(name)) continue;
    Deno.test(`the domain capabilities of QEMU ${version} for ${arch} (${variant ?? "default machine"}) are built`, () => {
      const known = facts.get(`caps_${version}.${arch}.xml`) ?? "";
      const virtType = variant === "tcg" || !known.includes("<flag name='kvm'/>") ? "qemu" : "kvm";
      const { capabilities } = parseCacheDocument(known);
      const machine = /<machine>(.*)<\/machine>/.exec(text)?.[1] ?? "";
      const built = buildDomainCapabilities({
        capabilities: { ...capabilities, emulator: `/usr/bin/qemu-system-${arch}`, kvmSupportsSecureGuest: true },
        machine,
        virtType,
        arch,
        ...describeCpus(capabilities, arch, virtType),
        hostFacts: {
          arch,
          sevLimits: { guests: 59, esGuests: 450 },
          vfio: true,
          firmware: FIRMWARE,
          defaultLoaders: LOADERS,
          swtpm: { tpm12: Number(major) <= 6, tpm20: Number(major) >= 6 },
          passt: true,
          rdp: true,
        },
      });
      const { missing, surplus, inOrder } = compareElements(
        text,
        formatDomainCapabilities(built, { level: 9_000_000 }),
        // The processor that the reference's test makes up for POWER has no vendor; a real one has.
        (element) => arch !== "ppc64" || element.name.raw !== "vendor",
      );
      assert.deepEqual({ missing, surplus, inOrder }, { missing: [], surplus: [], inOrder: true });
    });
  }
}
