/**
 * What each call about asking about a domain needs (the annotations of the
 * reference's protocol, release 9.0; newer calls as their older kin).
 *
 * @module
 */

import type { AccessNeed } from "./access_need.ts";
import { DOMAIN_VCPU_FLAGS } from "./domain_affect.ts";
import { DOMAIN_XML_FLAGS } from "./domain_flags.ts";
import { INTERFACE_ADDRESSES_SOURCES } from "./domain_guest.ts";

/** One row a call. */
export const DOMAIN_READ_PERMISSIONS = {
  virDomainGetAutostart: ["domain.read"],
  virDomainGetAutostartOnce: ["domain.read"],
  virDomainGetBlkioParameters: ["domain.read"],
  virDomainGetBlockInfo: ["domain.read"],
  virDomainGetBlockIoTune: ["domain.read"],
  virDomainGetBlockJobInfo: ["domain.read"],
  virDomainGetCPUStats: ["domain.read"],
  virDomainGetControlInfo: ["domain.read"],
  virDomainGetDiskErrors: ["domain.read"],
  virDomainGetEmulatorPinInfo: ["domain.read"],
  virDomainGetFSInfo: ["domain.fs-freeze"],
  virDomainGetGuestInfo: ["domain.write"],
  virDomainGetGuestVcpus: ["domain.write"],
  virDomainGetHostname: ["domain.write"],
  virDomainGetIOThreadInfo: ["domain.read"],
  virDomainGetInfo: ["domain.read"],
  virDomainGetInterfaceParameters: ["domain.read"],
  virDomainGetJobInfo: ["domain.read"],
  virDomainGetJobStats: ["domain.read"],
  virDomainGetLaunchSecurityInfo: ["domain.read"],
  virDomainGetMaxMemory: ["domain.read"],
  virDomainGetMaxVcpus: ["domain.read"],
  virDomainGetMemoryParameters: ["domain.read"],
  virDomainGetMessages: ["domain.read"],
  virDomainGetMetadata: ["domain.read"],
  virDomainGetNumaParameters: ["domain.read"],
  virDomainGetOSType: ["domain.read"],
  virDomainGetPerfEvents: ["domain.read"],
  virDomainGetSchedulerParameters: ["domain.read"],
  virDomainGetSchedulerParametersFlags: ["domain.read"],
  virDomainGetSchedulerType: ["domain.read"],
  virDomainGetSecurityLabel: ["domain.read"],
  virDomainGetSecurityLabelList: ["domain.read"],
  virDomainGetState: ["domain.read"],
  virDomainGetTime: ["domain.write"],
  virDomainGetVcpuPinInfo: ["domain.read"],
  virDomainGetVcpus: ["domain.read"],
  virDomainGetVcpusFlags: ["domain.read", { permission: "domain.write", set: DOMAIN_VCPU_FLAGS.guest }],
  virDomainGetXMLDesc: ["domain.read", { permission: "domain.read-secure", set: DOMAIN_XML_FLAGS.secure }, {
    permission: "domain.read-secure",
    set: DOMAIN_XML_FLAGS.migratable,
  }],
  virDomainHasManagedSaveImage: ["domain.read"],
  virDomainInterfaceAddresses: ["domain.read", {
    permission: "domain.write",
    source: INTERFACE_ADDRESSES_SOURCES.agent,
  }],
  virDomainInterfaceStats: ["domain.read"],
  virDomainIsActive: ["domain.read"],
  virDomainIsPersistent: ["domain.read"],
  virDomainIsUpdated: ["domain.read"],
  virDomainLookupByID: ["domain.getattr"],
  virDomainLookupByName: ["domain.getattr"],
  virDomainLookupByUUID: ["domain.getattr"],
  virDomainMemoryPeek: ["domain.mem-read"],
  virDomainMemoryStats: ["domain.read"],
} as const satisfies Readonly<Record<string, readonly AccessNeed[]>>;
