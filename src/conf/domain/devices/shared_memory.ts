/**
 * `<shmem>`: memory that several guests share.
 *
 * @module
 */

import type { Integer64 } from "../../../base/integer64.ts";
import {
  attribute,
  child,
  cNumber,
  type FieldsOf,
  mapped,
  nonZero,
  object,
  oneOf,
  onOff,
  type Part,
  path,
  refine,
  size,
  string,
} from "../../shape/mod.ts";
import { required, wrong } from "../terms.ts";
import { cleanPath } from "./clean_path.ts";
import { deviceInfo } from "./device_info.ts";

const bytes = size({ unit: "bytes" });

/** Bytes, of which whole MiB are written. */
const mebibytes: Part<Integer64> = {
  ...bytes,
  write(value, out): void {
    out.text(String(BigInt(value) >> 20n));
    out.attribute("unit", "M");
  },
};

const DEFAULT_MODEL = "ivshmem";

const fields = {
  name: attribute("name", string, required("shmem element must contain 'name' attribute")),
  role: attribute("role", oneOf("master", "peer")),
  model: mapped(path("model", attribute("type", oneOf(DEFAULT_MODEL, "ivshmem-plain", "ivshmem-doorbell"))), {
    parse: (given) => given ?? DEFAULT_MODEL,
    format: (given) => given,
  }),
  size: nonZero(child("size", mebibytes)),
  server: child("server", { path: attribute("path", cleanPath) }),
  msi: child("msi", {
    vectors: nonZero(attribute("vectors", cNumber())),
    ioEventFd: attribute("ioeventfd", onOff),
  }),
  ...deviceInfo,
} as const;

/** Memory that guests share. */
export interface SharedMemory extends FieldsOf<typeof fields> {}

const given: Part<SharedMemory> = refine(object(fields), ({ msi, server }, fail) => {
  if (msi === undefined || server !== undefined) return;
  fail("interrupts come from a server", wrong("msi option is only supported with a server"));
});

/** The content of `<shmem>`; the oldest model has no roles. */
export const sharedMemory: Part<SharedMemory> = mapped(given, {
  parse(memory): SharedMemory {
    if (memory.model !== DEFAULT_MODEL) return memory;
    const { role: _role, ...rest } = memory;
    return rest;
  },
  format: (memory) => memory,
});
