/**
 * Bytes of a guest's memory and disks: every byte is the lowest byte of its address, as in libvirt's test hypervisor.
 *
 * @module
 */

import type { DomainRef } from "../../model/object_refs.ts";
import type { DomainStatsPart, PeekRange } from "../contract.ts";
import { findDisk } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";
import { failure } from "./errors.ts";

/** The most that is read at once: libvirt's limit for an answer. */
const MAX_SIZE = 4 * 1024 * 1024;

/** The calls; `running` finds a guest that runs. */
export function createPeeks(
  running: (ref: DomainRef) => DomainRecord,
): Required<Pick<DomainStatsPart, "peekBlock" | "peekMemory">> {
  return {
    peekBlock: (ref, disk, range) =>
      Promise.try(() => {
        if (findDisk(running(ref).definition, disk) === undefined) {
          throw failure("VIR_ERR_INVALID_ARG", `invalid disk or path '${disk}'`);
        }
        return bytes(range);
      }),
    peekMemory: (ref, range) =>
      Promise.try(() => {
        running(ref);
        return bytes(range);
      }),
  };
}

function bytes({ offset, size }: PeekRange): Uint8Array {
  if (size > MAX_SIZE) {
    throw failure("VIR_ERR_INVALID_ARG", `size ${size} is larger than ${MAX_SIZE} bytes`, { hint: "Read in pieces" });
  }
  const first = Number(BigInt(offset) & 0xffn);
  return Uint8Array.from({ length: size }, (_, at) => (first + at) & 0xff);
}
