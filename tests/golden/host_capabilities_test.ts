import assert from "node:assert/strict";
import { parseCapabilities } from "../../src/conf/capabilities/parse_capabilities.ts";
import { formatCapabilities } from "../../src/conf/capabilities/format_capabilities.ts";
import { buildCapabilities } from "../../src/drivers/qemu/build_capabilities.ts";
import { summarise } from "../../src/drivers/qemu/emulator_summary.ts";
import { parseCacheDocument } from "../../src/drivers/qemu/parse_cache_document.ts";
import { referenceDocuments } from "./reference_documents.ts";

const documents = await referenceDocuments("qemucaps2xmloutdata");
const recorded = await referenceDocuments("qemucapabilitiesdata");

/** The newest recording of an architecture, as the reference's test takes it. */
function newest(arch: string): string | undefined {
  if (typeof recorded === "string") return undefined;
  return recorded.filter(({ name }) => name.endsWith(`.${arch}.xml`)).at(-1)?.text;
}

if (typeof documents === "string" || typeof recorded === "string") {
  const reason = `${typeof documents === "string" ? documents : recorded}`;
  console.log(`SKIP host capabilities of recorded emulators: ${reason}`);
  Deno.test({ name: `host capabilities of recorded emulators (skipped: ${reason})`, ignore: true, fn: () => {} });
} else {
  for (const { name, text } of documents) {
    const arch = name.split(".")[1] ?? "";
    const known = newest(arch);
    if (known === undefined) {
      console.log(`SKIP the guest of ${name}: the reference has no recording of ${arch} in its cache format`);
      continue;
    }
    Deno.test(`the host document lists the guest of the newest recorded emulator for ${arch}`, () => {
      // The reference's test gives its emulators flags, but no machine types.
      const { capabilities } = parseCacheDocument(known);
      const summary = { ...summarise(capabilities), emulator: `/usr/bin/qemu-system-${arch}`, machines: [] };
      const expected = parseCapabilities(text);
      const document = buildCapabilities({
        hostArch: arch,
        hostFacts: { powerManagement: [], iommu: false, securityModels: [] },
        hostCpu: { arch, features: [], pages: [] },
        emulators: [summary],
      });
      const guests = document.guests.filter((guest) => guest.arch.name === arch);
      const reread = parseCapabilities(formatCapabilities({ ...document, guests }, { level: 9_000_000 }));
      assert.deepEqual(reread.guests, expected.guests);
    });
  }
}
