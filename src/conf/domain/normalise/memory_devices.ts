/**
 * Memory that can be plugged in: what goes without saying, and what it may not be.
 *
 * @module
 */

import type { MemoryDevice } from "../devices/memory_device.ts";
import type { Domain } from "../document.ts";
import { checkRules, type Rule } from "./rule.ts";
import { type NormaliseContext, refuseUnsupported } from "./step.ts";

/** Completes memory devices; a driver that plugs no memory takes none. */
export function completeMemoryDevices(domain: Domain, { accepts, newUuid }: NormaliseContext): Domain {
  const { memories } = domain.devices;
  if (memories === undefined) return domain;
  if (!accepts.has("memory-hotplug")) refuseUnsupported("memory devices are not supported by this driver");
  const completed = memories.map((memory): MemoryDevice => {
    if (memory.model === "virtio-pmem") return { access: "shared", ...memory };
    return memory.model === "nvdimm" && isPower(domain) ? { uuid: newUuid(), ...memory } : memory;
  });
  return { ...domain, devices: { ...domain.devices, memories: completed } };
}

/** Refuses memory devices that cannot be. */
export function checkMemoryDevices(domain: Domain): Domain {
  checkRules(domain.devices.memories, RULES, domain);
  return domain;
}

function isPower({ os }: Domain): boolean {
  return /^ppc64/.test(os.type.arch ?? "");
}

function nodesOf({ cpu }: Domain): number {
  return cpu?.numa?.cells.length ?? 0;
}

/** KiB of a huge page, the smallest block there is. */
const SMALLEST_BLOCK = 2048n;

/** The numbers of memory in blocks. */
function blocksOf(memory: MemoryDevice): { readonly size: bigint; readonly block: bigint; readonly requested: bigint } {
  const { size, block = 0, requested = 0 } = memory.target as Extract<MemoryDevice, { readonly model: "virtio-mem" }>[
    "target"
  ];
  return { size: BigInt(size), block: BigInt(block), requested: BigInt(requested) };
}

function isFile({ model }: MemoryDevice): boolean {
  return model === "nvdimm" || model === "virtio-pmem";
}

function isInBlocks({ model }: MemoryDevice): boolean {
  return model === "virtio-mem";
}

const code = "VIR_ERR_XML_DETAIL";

const RULES: readonly Rule<MemoryDevice>[] = [
  {
    when: ({ target }, domain) => target.node !== undefined && nodesOf(domain) === 0,
    detail: "can't add memory backend as guest has no NUMA nodes configured",
    code,
  },
  {
    when: ({ target }, domain) => target.node !== undefined && target.node >= nodesOf(domain),
    detail: ({ target }, domain) => {
      const only = `the guest has only '${nodesOf(domain)}' NUMA nodes configured`;
      return `can't add memory backend for guest node '${target.node}' as ${only}`;
    },
    code,
  },
  {
    when: (memory) =>
      (memory.model === "nvdimm" || memory.model === "virtio-pmem") && memory.source?.path === undefined,
    detail: ({ model }) => `path is required for model '${model}'`,
    code,
  },
  {
    when: (memory) => isFile(memory) && memory.discard === true,
    detail: ({ model }) =>
      model === "nvdimm" ? "discard is not supported for nvdimms" : `discard is not supported for model '${model}'`,
  },
  {
    when: (memory, domain) => memory.model === "nvdimm" && isPower(domain) && memory.target.labelSize === undefined,
    detail: "label size is required for NVDIMM device",
  },
  {
    when: (memory, domain) => memory.model === "nvdimm" && !isPower(domain) && memory.uuid !== undefined,
    detail: "UUID is not supported for NVDIMM device",
  },
  {
    when: ({ model, access }) => model === "virtio-pmem" && access !== "shared",
    detail: "shared access mode required for virtio-pmem device",
  },
  {
    when: ({ model, target }) => model === "virtio-pmem" && target.node !== undefined,
    detail: "virtio-pmem does not support NUMA nodes",
  },
  {
    when: (memory) => isInBlocks(memory) && blocksOf(memory).requested > blocksOf(memory).size,
    detail: ({ target }) => `requested size must be smaller than or equal to @size (${target.size}KiB)`,
    code,
  },
  {
    when: (memory) => isInBlocks(memory) && (blocksOf(memory).block & (blocksOf(memory).block - 1n)) !== 0n,
    detail: "block size must be a power of two",
    code,
  },
  {
    when: (memory) => isInBlocks(memory) && blocksOf(memory).block < SMALLEST_BLOCK,
    detail: `block size too small, must be at least ${SMALLEST_BLOCK}KiB`,
    code,
  },
  {
    when: (memory) => isInBlocks(memory) && blocksOf(memory).requested % blocksOf(memory).block !== 0n,
    detail: "requested size must be an integer multiple of block size",
    code,
  },
  {
    when: ({ model, address }) => model === "sgx-epc" && address !== undefined,
    detail: ({ model }) => `memory device address is not supported for model '${model}'`,
  },
];
