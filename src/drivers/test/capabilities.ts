/**
 * The two documents of the hypervisor in memory: a machine of two NUMA cells with eight processors each, as libvirt's
 * own test hypervisor shows it.
 *
 * @module
 */

import type { CapabilitiesDocument, CellCpu, GuestCapabilities, NumaCell } from "../../conf/capabilities/document.ts";
import type { DomainCapabilitiesDocument, SupportedPart } from "../../conf/domain_capabilities/document.ts";
import { VirtError } from "../../model/error.ts";
import type { DomainCapabilitiesQuery } from "../contract.ts";
import { DEFAULT_NODE } from "./default_node.ts";
import { ARCH, EMULATOR } from "./emulators.ts";
import type { NodeCell } from "./node_document.ts";

const VIRT_TYPE = "test";
const MAX_VCPUS = 32;
const CPUS_PER_CELL = 8;
const KIB_PER_GIB = 1024 * 1024;

/** Sizes in KiB. The first cell has small pages of 4 KiB, the second of 8 KiB; both know the two large ones. */
const SMALL_PAGES = [4, 8] as const;
const LARGE_PAGES = [2048, KIB_PER_GIB] as const;

/** Device kinds that the document has to name, in its order. */
const DEVICES = ["disk", "graphics", "video", "hostdev", "rng", "filesystem", "tpm", "redirdev", "channel"] as const;

const UNSUPPORTED: SupportedPart = { supported: false, enums: [] };

/** What the machine offers. */
export function hostDocument(cells: readonly NodeCell[] = DEFAULT_NODE.cells): CapabilitiesDocument {
  return {
    host: {
      cpu: {
        arch: ARCH,
        flags: ["pae", "nonpae"],
        features: [],
        pages: [...SMALL_PAGES, ...LARGE_PAGES].map(kib),
      },
      powerManagement: [],
      iommu: false,
      topology: { cells: cells.map(numaCell) },
      securityModels: [{ model: "testSecurity", doi: "", baseLabels: [] }],
    },
    guests: [guest("hvm"), guest("xen")],
  };
}

/** What a guest can have: libvirt's has no such document, so ours promises nothing beyond the number of processors. */
export function domainDocument(query: DomainCapabilitiesQuery): DomainCapabilitiesDocument {
  requireOffered("emulator", query.emulator, EMULATOR);
  requireOffered("architecture", query.arch, ARCH);
  requireOffered("virtualisation type", query.virtType, VIRT_TYPE);
  if (query.machine !== undefined) {
    const detail = `the machine '${query.machine}' is not supported by emulator '${EMULATOR}'`;
    throw new VirtError("VIR_ERR_INVALID_ARG", detail, {
      domain: "VIR_FROM_TEST",
      hint: "Leave the machine out: this hypervisor has no machine types",
    });
  }
  return {
    path: EMULATOR,
    domain: VIRT_TYPE,
    arch: ARCH,
    vcpuMax: MAX_VCPUS,
    iothreads: false,
    os: { supported: true, enums: [], loader: { ...UNSUPPORTED, values: [] } },
    cpu: { hostPassthrough: UNSUPPORTED, maximum: UNSUPPORTED },
    devices: DEVICES.map((name) => ({ name, ...UNSUPPORTED })),
    features: [],
  };
}

function requireOffered(what: string, asked: string | undefined, offered: string): void {
  if (asked === undefined || asked === offered) return;
  throw new VirtError("VIR_ERR_INVALID_ARG", `the ${what} '${asked}' is not one this hypervisor has`, {
    domain: "VIR_FROM_TEST",
    hint: `Leave it out, or ask for '${offered}'`,
  });
}

function numaCell({ memory }: NodeCell, id: number): NumaCell {
  const pageSize = SMALL_PAGES[id] ?? SMALL_PAGES[0];
  return {
    id,
    memory: kib(memory),
    pages: [
      { size: kib(pageSize), count: memory / pageSize },
      ...LARGE_PAGES.map((size) => ({ size: kib(size), count: 0 })),
    ],
    distances: [],
    cpus: Array.from({ length: CPUS_PER_CELL }, (_, core) => cellCpu(id, core)),
  };
}

function cellCpu(cell: number, core: number): CellCpu {
  const id = cell * CPUS_PER_CELL + core;
  return { id, socketId: cell, dieId: 0, coreId: core, siblings: String(id) };
}

function guest(osType: string): GuestCapabilities {
  return {
    osType,
    arch: {
      name: ARCH,
      wordSize: 32,
      emulator: EMULATOR,
      machines: [],
      domains: [{ type: VIRT_TYPE, machines: [] }],
    },
    features: [{ name: "pae" }, { name: "nonpae" }],
  };
}

function kib(value: number): { readonly value: number; readonly unit: "KiB" } {
  return { value, unit: "KiB" };
}
