/**
 * QMP, the JSON protocol of QEMU's monitor.
 *
 * @module
 */

export { type QmpBreak, QmpBrokenError } from "./broken.ts";
export { QmpClient, type QmpClientOptions, type QmpCommand, type QmpStreams } from "./client.ts";
export type { QmpEvent, QmpGreeting } from "./parse_message.ts";
export { QmpError, type QmpSession } from "./session.ts";
