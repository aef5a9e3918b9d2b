import assert from "node:assert/strict";
import { parse } from "@std/xml";
import type { QemuCacheDocument } from "../../src/drivers/qemu/cache_document.ts";
import type { CpuProperty, QemuCapabilities } from "../../src/drivers/qemu/capabilities.ts";
import { formatCacheDocument } from "../../src/drivers/qemu/format_cache_document.ts";
import { parseCacheDocument } from "../../src/drivers/qemu/parse_cache_document.ts";
import { ForeignDocumentError } from "../../src/drivers/qemu/scan_elements.ts";

/** Text that a careless writer or reader of XML gets wrong. */
const TEXTS = [
  "a",
  " spaced  out ",
  "<&>'\"",
  "]]>",
  "line\nbreak",
  "tab\there",
  "\r\n",
  "é😀",
  "&amp;",
  "=' x='",
  "",
  " name=",
  " message=",
];

/** Choices that are the same in every run: a failing seed can be run again. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    // Numerical Recipes' linear congruential generator; its upper bits are the good ones.
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor(this.#state / 2 ** 32 * limit);
  }

  flip(): boolean {
    return this.below(2) === 1;
  }

  text(): string {
    return TEXTS[this.below(TEXTS.length)] ?? "";
  }

  word(): string {
    return `${this.text()}x`;
  }

  count(): number {
    return this.below(2 ** 31);
  }

  many<T>(make: () => T): T[] {
    return Array.from({ length: this.below(4) }, make);
  }

  maybe<K extends string, T>(key: K, make: () => T): { [name in K]?: T } {
    return this.flip() ? { [key]: make() } as { [name in K]: T } : {};
  }

  entries(): Record<string, string> {
    return Object.fromEntries(this.many(() => [this.text(), this.text()]));
  }
}

function randomProperty(dice: Dice): CpuProperty {
  const value = [dice.flip(), dice.text(), dice.count() - 2 ** 30][dice.below(3)] ?? false;
  return { name: dice.text(), value, ...dice.maybe("migratable", () => dice.flip()) };
}

function randomCapabilities(dice: Dice): QemuCapabilities {
  return {
    emulator: dice.text(),
    version: dice.count(),
    ...dice.maybe("package", () => dice.word()),
    arch: dice.word(),
    target: dice.text(),
    flags: dice.many(() => dice.text()),
    accelerators: (["kvm", "hvf", "tcg"] as const).filter(() => dice.flip()).map((type) => ({
      type,
      ...dice.maybe("hostCpu", () => ({
        name: dice.text(),
        migratability: dice.flip(),
        properties: dice.many(() => randomProperty(dice)),
        ...dice.maybe("deprecatedFeatures", () => dice.many(() => dice.text())),
        ...dice.maybe("hostDeprecatedFeatures", () => dice.many(() => dice.text())),
      })),
      cpus: dice.many(() => ({
        name: dice.text(),
        ...dice.maybe("typename", () => dice.text()),
        usable: (["yes", "no", "unknown"] as const)[dice.below(3)] ?? "yes",
        blockers: dice.many(() => dice.text()),
        deprecated: dice.flip(),
      })),
      machines: dice.many(() => ({
        name: dice.text(),
        ...dice.maybe("alias", () => dice.text()),
        isDefault: dice.flip(),
        maxCpus: dice.count(),
        hotplugCpus: dice.flip(),
        numaMemSupported: dice.flip(),
        ...dice.maybe("defaultCpu", () => dice.text()),
        ...dice.maybe("defaultRamId", () => dice.text()),
        deprecated: dice.flip(),
        ...dice.maybe("acpi", () => dice.flip()),
      })),
    })),
    gic: dice.many(() => ({ version: dice.count(), kernel: dice.flip(), emulated: dice.flip() })),
    ...dice.maybe("sev", () => ({
      cbitpos: dice.count(),
      reducedPhysBits: dice.count(),
      pdh: dice.text(),
      certChain: dice.text(),
      ...dice.maybe("cpu0Id", () => dice.text()),
      ...dice.flip() && { maxGuests: dice.count(), maxEsGuests: dice.count() },
    })),
    ...dice.maybe("sgx", () => ({
      flc: dice.flip(),
      sgx1: dice.flip(),
      sgx2: dice.flip(),
      sectionSize: dice.count(),
      sections: dice.many(() => ({ node: dice.count(), size: dice.count() })),
    })),
    ...dice.maybe("hyperv", () => ({
      supported: dice.flip(),
      features: dice.many(() => dice.text()),
      ...dice.maybe("spinlocks", () => dice.count()),
      ...dice.maybe("stimerDirect", () => dice.flip()),
      ...dice.maybe("tlbflushDirect", () => dice.flip()),
      ...dice.maybe("tlbflushExtended", () => dice.flip()),
      ...dice.maybe("vendorId", () => dice.text()),
    })),
    kvmSupportsNesting: dice.flip(),
    kvmSupportsSecureGuest: dice.flip(),
    probe: {
      startedAt: dice.text(),
      durationMs: dice.count() / 8,
      reason: dice.text(),
      partial: dice.flip(),
      problems: dice.many(() => ({ step: dice.text(), message: dice.text() })),
      deniedTypes: dice.many(() => dice.text()),
    },
  };
}

function randomDocument(dice: Dice): QemuCacheDocument {
  const register = () => dice.below(2 ** 32);
  return {
    capabilities: randomCapabilities(dice),
    inputs: {
      qemuCtime: dice.count(),
      ...dice.maybe("moduleDirMtime", () => dice.count()),
      selfCtime: dice.count(),
      selfVersion: dice.count(),
      ...dice.maybe("microcodeVersion", () => dice.count() + 1),
      ...dice.maybe("hostCpuSignature", () => dice.text()),
      ...dice.maybe("kernelVersion", () => dice.text()),
      ...dice.maybe("cpuData", () => ({
        cpuid: dice.many(() => ({
          eaxIn: register(),
          ecxIn: register(),
          eax: register(),
          ebx: register(),
          ecx: register(),
          edx: register(),
        })),
        msrs: dice.many(() => ({ index: register(), eax: register(), edx: register() })),
      })),
    },
    record: {
      storedAt: dice.text(),
      reason: dice.text(),
      fingerprint: dice.entries(),
      observed: {
        digests: dice.entries(),
        moduleParameters: dice.entries(),
        firmware: dice.entries(),
        helpers: dice.entries(),
      },
    },
  };
}

Deno.test("whatever is written is read back the same, and is XML to others too", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const document = randomDocument(new Dice(seed));
    const text = formatCacheDocument(document);
    assert.deepEqual(parseCacheDocument(text), document, `seed ${seed}`);
    assert.equal(parse(text).root.name.raw, "qemuCaps", `seed ${seed}`);
  }
});

Deno.test("a damaged file is a miss or a document, never another failure", () => {
  const dice = new Dice(7);
  for (let round = 0; round < 2_000; round++) {
    const text = formatCacheDocument(randomDocument(dice));
    const at = dice.below(text.length);
    const damaged = text.slice(0, at) + String.fromCharCode(dice.below(256)) + text.slice(at + 1 + dice.below(3));
    try {
      parseCacheDocument(damaged);
    } catch (error) {
      assert.ok(error instanceof ForeignDocumentError, `round ${round}: ${error}`);
    }
  }
});
