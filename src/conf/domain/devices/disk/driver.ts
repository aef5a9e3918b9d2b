/**
 * `<driver>` of a disk: format, cache, and how requests reach the host.
 *
 * @module
 */

import { attribute, child, nonZero, oneOf, onOff, refine, string, uint32, type Value } from "../../../shape/mod.ts";
import { unsupported } from "../../terms.ts";
import { virtioOptions } from "../virtio_options.ts";
import { imageFormat, metadataCacheSize } from "./image_format.ts";

/** Xen once said `aio` for raw images. */
const driverFormat: typeof imageFormat = {
  ...imageFormat,
  parse: (text) => imageFormat.parse(text === "aio" ? "raw" : text),
};

type ErrorPolicy = "stop" | "report" | "ignore" | "enospace";

const errorPolicy: Value<ErrorPolicy> = oneOf("stop", "report", "ignore", "enospace");

/** The child `<driver>` of a disk. */
export const diskDriver = child(
  "driver",
  refine({
    name: attribute("name", string),
    type: attribute("type", driverFormat, unsupported("unknown driver format value '%s'")),
    cache: attribute("cache", oneOf("none", "writethrough", "writeback", "directsync", "unsafe"), {
      drop: ["default"],
    }),
    errorPolicy: attribute("error_policy", errorPolicy),
    readErrorPolicy: attribute("rerror_policy", errorPolicy),
    io: attribute("io", oneOf("native", "threads", "io_uring")),
    ioEventFd: attribute("ioeventfd", onOff),
    eventIdx: attribute("event_idx", onOff),
    copyOnRead: attribute("copy_on_read", onOff),
    discard: attribute("discard", oneOf("unmap", "ignore")),
    ioThread: attribute("iothread", uint32({ min: 1 })),
    detectZeroes: attribute("detect_zeroes", oneOf("off", "on", "unmap")),
    queues: nonZero(attribute("queues", uint32())),
    queueSize: nonZero(attribute("queue_size", uint32())),
    ...virtioOptions,
    metadataCacheSize,
  }, ({ readErrorPolicy }, fail) => {
    if (readErrorPolicy !== "enospace") return;
    fail("reading never runs out of space", {
      attribute: "rerror_policy",
      ...unsupported("Invalid disk read error policy: 'enospace'"),
    });
  }),
  { empty: "omit" },
);
