/**
 * Devices of which a guest has one or few: random numbers, sockets, shared memory, TPMs, crash reports, the IOMMU.
 *
 * @module
 */

import type { Iommu } from "../devices/iommu.ts";
import type { SharedMemory } from "../devices/shared_memory.ts";
import type { Tpm } from "../devices/tpm.ts";
import type { Vsock } from "../devices/vsock.ts";
import type { Domain } from "../document.ts";
import { checkRules, type Rule } from "./rule.ts";
import { refuse, refuseUnsupported } from "./step.ts";
import { refuseVirtioOptions } from "./virtio_rules.ts";

/** Where random numbers come from where nobody says so. */
const RANDOM = "/dev/random";

/** Fills in where random numbers come from, and whether the number of a guest's socket is found by itself. */
export function completeOtherDevices(domain: Domain): Domain {
  const { rngs, vsock } = domain.devices;
  return {
    ...domain,
    devices: {
      ...domain.devices,
      ...(rngs === undefined ? {} : {
        rngs: rngs.map((rng) =>
          rng.backend.model === "random" ? { ...rng, backend: { device: RANDOM, ...rng.backend } } : rng
        ),
      }),
      ...(vsock === undefined ? {} : { vsock: withAuto(vsock) }),
    },
  };
}

function withAuto(vsock: Vsock): Vsock {
  return { ...vsock, cid: { auto: vsock.cid?.address === undefined, ...vsock.cid } };
}

/** Refuses two reporters of crashes of one model. */
export function checkPanics(domain: Domain): Domain {
  const models = domain.devices.panics?.map(({ model = "default" }) => model) ?? [];
  const twice = models.find((model, at) => models.indexOf(model) !== at);
  if (twice !== undefined) refuse(`Multiple panic devices with model '${twice}'`);
  return domain;
}

/** Refuses shared memory, TPMs, sockets and IOMMUs that cannot be. */
export function checkOtherDevices(domain: Domain): Domain {
  const { sharedMemories, tpms, vsock, iommu } = domain.devices;
  checkRules(sharedMemories, SHARED_MEMORY, domain);
  checkRules(tpms, TPM, domain);
  if (vsock !== undefined) checkVsock(vsock);
  if (iommu !== undefined) checkRules([iommu], IOMMU, domain);
  return domain;
}

/** Refuses interrupts that are remapped where they cannot be. */
export function checkIommu(domain: Domain): Domain {
  const { interruptRemapping, extendedInterrupts } = domain.devices.iommu?.driver ?? {};
  if (interruptRemapping === true && domain.features?.ioapic !== "qemu") {
    refuseUnsupported("IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')");
  }
  if (extendedInterrupts === true && interruptRemapping !== true) {
    refuseUnsupported("IOMMU eim requires interrupt remapping to be enabled");
  }
  return domain;
}

/** The lowest number that is a guest's: those below are the hypervisor and the host. */
const FIRST_GUEST = 3;

function checkVsock({ cid, model, driver }: Vsock): void {
  if (cid?.address !== undefined && cid.address < FIRST_GUEST) refuseUnsupported("guest CIDs must be >= 3");
  if (model === undefined) refuseVirtioOptions(driver);
}

const SHARED_MEMORY: readonly Rule<SharedMemory>[] = [
  { when: ({ name }) => name.includes("/"), detail: "shmem name cannot include '/' character" },
  { when: ({ name }) => name === ".", detail: "shmem name cannot be equal to '.'" },
  { when: ({ name }) => name === "..", detail: "shmem name cannot be equal to '..'" },
];

const TPM: readonly Rule<Tpm>[] = [{
  when: ({ backend }) =>
    backend.type === "emulator" && backend.activePcrBanks !== undefined && backend.version !== "2.0",
  detail: "<active_pcr_banks/> requires TPM version '2.0'",
  code: "VIR_ERR_XML_ERROR",
}];

const IOMMU: readonly Rule<Iommu>[] = [
  {
    when: ({ model, driver }) => model !== "intel" && driver !== undefined,
    detail: ({ model }) => `iommu model '${model}' doesn't support additional attributes`,
    code: "VIR_ERR_XML_ERROR",
  },
  {
    when: ({ model, address }) => model !== "virtio" && address !== undefined,
    detail: ({ model }) => `iommu model '${model}' can't have address`,
    code: "VIR_ERR_XML_ERROR",
  },
];
