/**
 * `<iotune>`: how much a disk may read and write.
 *
 * @module
 */

import type { Integer64 } from "../../../../base/integer64.ts";
import { child, nonZero, type Part, string, textOf, uint64 } from "../../../shape/mod.ts";
import { wrong } from "../../terms.ts";

function limit(name: string): Part<Integer64 | undefined> {
  return nonZero(child(name, textOf(uint64, wrong(`disk iotune field '${name}' must be an integer`))));
}

/** The child `<iotune>`: bytes and requests a second, and for how many seconds more is allowed. */
export const ioTune = child("iotune", {
  totalBytesSec: limit("total_bytes_sec"),
  readBytesSec: limit("read_bytes_sec"),
  writeBytesSec: limit("write_bytes_sec"),
  totalIopsSec: limit("total_iops_sec"),
  readIopsSec: limit("read_iops_sec"),
  writeIopsSec: limit("write_iops_sec"),
  totalBytesSecMax: limit("total_bytes_sec_max"),
  readBytesSecMax: limit("read_bytes_sec_max"),
  writeBytesSecMax: limit("write_bytes_sec_max"),
  totalIopsSecMax: limit("total_iops_sec_max"),
  readIopsSecMax: limit("read_iops_sec_max"),
  writeIopsSecMax: limit("write_iops_sec_max"),
  sizeIopsSec: limit("size_iops_sec"),
  groupName: child("group_name", textOf(string)),
  totalBytesSecMaxLength: limit("total_bytes_sec_max_length"),
  readBytesSecMaxLength: limit("read_bytes_sec_max_length"),
  writeBytesSecMaxLength: limit("write_bytes_sec_max_length"),
  totalIopsSecMaxLength: limit("total_iops_sec_max_length"),
  readIopsSecMaxLength: limit("read_iops_sec_max_length"),
  writeIopsSecMaxLength: limit("write_iops_sec_max_length"),
}, { empty: "omit" });
