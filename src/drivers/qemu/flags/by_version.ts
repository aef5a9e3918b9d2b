/**
 * Flags that follow from the version alone, for what neither a query nor the architecture tells.
 *
 * @module
 */

/** Set for versions at or after `from` and before `before`, as major * 1 000 000 + minor * 1 000 + micro. */
export interface VersionRule {
  readonly flag: string;
  readonly from?: number;
  readonly before?: number;
}

/** Version to flag, in the order of the flags. */
export const VERSION_RULES: readonly VersionRule[] = [
  // QEMU gave the option up to its cryptography library in 5.2.
  { flag: "enable-fips", before: 5_002_000 },
];
