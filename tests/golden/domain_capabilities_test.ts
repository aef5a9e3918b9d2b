import assert from "node:assert/strict";
import { formatDomainCapabilities } from "../../src/conf/domain_capabilities/format_domain_capabilities.ts";
import { buildDomainCapabilities } from "../../src/drivers/qemu/build_domain_capabilities.ts";
import type { DomainHostFacts } from "../../src/drivers/qemu/build_domain_rules.ts";
import { parseCacheDocument } from "../../src/drivers/qemu/parse_cache_document.ts";
import { compareElements } from "./compare_elements.ts";
import { referenceDocuments } from "./reference_documents.ts";

/** CPU modes that are left out of the comparison, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "host-model": "the reference's test puts a made-up processor in the host's place",
  "custom": "usable or not is judged against that same made-up processor",
};

const OLDEST = [6, 2] as const;
const NAME = /^qemu_((\d+)\.(\d+)\.\d+)(?:-(tcg|q35|virt))?\.(\w+)\.xml$/;
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

const documents = await referenceDocuments("domaincapsdata");
const recorded = await referenceDocuments("qemucapabilitiesdata");

if (typeof documents === "string" || typeof recorded === "string") {
  const reason = `${typeof documents === "string" ? documents : recorded}`;
  console.log(`SKIP domain capabilities of recorded emulators: ${reason}`);
  Deno.test({ name: `domain capabilities of recorded emulators (skipped: ${reason})`, ignore: true, fn: () => {} });
} else {
  const facts = new Map(recorded.map(({ name, text }) => [name, text]));
  for (const { name, text } of documents) {
    const [, version = "", major, minor, variant, arch = ""] = NAME.exec(name) ?? [];
    if (major === undefined || Number(major) * 100 + Number(minor) < OLDEST[0] * 100 + OLDEST[1]) continue;
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
        hostFacts: {
          arch,
          vfio: true,
          firmware: FIRMWARE,
          defaultLoaders: LOADERS,
          swtpm: { tpm12: Number(major) === 6, tpm20: true },
          passt: true,
          rdp: true,
        },
      });
      const { missing, surplus, inOrder } = compareElements(
        text,
        formatDomainCapabilities(built, { level: 9_000_000 }),
        (element) => element.name.raw !== "mode" || LEFT_OUT[element.attributes["name"] ?? ""] === undefined,
      );
      assert.deepEqual({ missing, surplus, inOrder }, { missing: [], surplus: [], inOrder: true });
    });
  }
}
