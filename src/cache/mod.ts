/**
 * The capability cache: a file store for whatever a driver learns, with a typed reason for everything it forgets.
 *
 * @module
 */

export * from "./ask.ts";
export * from "./contract.ts";
export { CacheStore } from "./store.ts";
