/**
 * What a step is that completes a guest's document: a pure function from document to document.
 *
 * @module
 */

import type { ErrorCode } from "../../../model/error_code.ts";
import { VirtError } from "../../../model/error.ts";
import type { Video } from "../devices/video.ts";
import type { Domain } from "../document.ts";

/** What a driver knows and a document does not. */
export interface NormaliseContext {
  /** Makes a UUID. */
  readonly newUuid: () => string;
  /** Makes the hardware address of a network card. */
  readonly newMac: () => string;
  /** The architecture of a guest that names none. */
  readonly defaultArch: string;
  /** The namespace of which the driver understands elements. */
  readonly namespace?: "qemu" | "lxc" | "xen" | "bhyve" | "vmware";
  /** The graphics card of a guest of which none is named; absent where the driver has no opinion. */
  readonly defaultVideo?: (domain: Domain) => NonNullable<Video["model"]>["type"];
  /** What the driver takes beyond what every driver takes. */
  readonly accepts: ReadonlySet<Acceptance>;
}

/** Something that not every driver takes; the names follow libvirt's `VIR_DOMAIN_DEF_FEATURE_*`. */
export type Acceptance =
  | "memory-hotplug"
  | "offline-vcpu-pin"
  | "name-slash"
  | "individual-vcpus"
  | "user-alias"
  | "no-boot-order"
  | "firmware-autoselect"
  | "net-model-string"
  | "disk-fd"
  | "wide-scsi";

/** Completes a document, or throws a `VirtError` with libvirt's code and words. */
export type Step = (domain: Domain, context: NormaliseContext) => Domain;

/** Refuses a document as libvirt does. */
export function refuse(detail: string, code: ErrorCode = "VIR_ERR_XML_ERROR"): never {
  throw new VirtError(code, detail, { domain: "VIR_FROM_DOMAIN" });
}

/** Refuses what could be right but is not supported. */
export function refuseUnsupported(detail: string): never {
  return refuse(detail, "VIR_ERR_CONFIG_UNSUPPORTED");
}
