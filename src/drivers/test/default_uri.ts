/**
 * Where the one hypervisor in memory is that everybody shares.
 *
 * @module
 */

/** Its URI. */
export const DEFAULT_URI = "test:///default";
