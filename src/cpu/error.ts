/**
 * What can go wrong with CPU documents.
 *
 * @module
 */

/** Why a CPU document could not be worked with. */
export type CpuErrorCode =
  /** The document names a model or feature that is not known. */
  | "unknown-name"
  /** The document names a vendor that is not known. */
  | "unknown-vendor"
  /** The document lacks something that the operation needs, or contradicts itself. */
  | "invalid"
  /** The CPUs have nothing in common. */
  | "incompatible"
  /** The architecture or the hypervisor has no such operation or model. */
  | "unsupported";

/** A refusal to work with a CPU document. */
export class CpuError extends Error {
  readonly code: CpuErrorCode;

  constructor(code: CpuErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CpuError";
    this.code = code;
  }
}
