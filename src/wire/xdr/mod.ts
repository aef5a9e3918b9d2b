/**
 * XDR: codecs for the types that libvirt's protocol is made of.
 *
 * @module
 */

export type { Arms, Codec, Fields, Infer, Shape, Struct } from "./codec.ts";
export { array, optional, struct, type Union, union } from "./compound.ts";
export { charWords, charWordsFixed, opaque, opaqueFixed } from "./bytes.ts";
export { bool, f64, i32, i64, u32, u64, word16, word8 } from "./scalars.ts";
export { charText, charTextFixed, MAX_TEXT_BYTES, optStr, str, uuid } from "./text.ts";
export { XdrDecoder } from "./decoder.ts";
export { XdrEncoder } from "./encoder.ts";
export { undecodable, unencodable } from "./failure.ts";
