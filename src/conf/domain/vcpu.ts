/**
 * How many processors a guest has, each one's state, and the threads that do its I/O.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  cpuSet,
  mapped,
  oneOf,
  path,
  refine,
  textOf,
  uint32,
  yesNo,
} from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

const count = mapped(
  refine({
    placement: attribute("placement", oneOf("static", "auto"), { default: "static" }),
    cpuset: attribute("cpuset", cpuSet, { code: "VIR_ERR_INVALID_ARG", detail: "Failed to parse bitmap '%s'" }),
    current: attribute("current", uint32()),
    maximum: textOf(uint32(), wrong("maximum vcpus count must be an integer")),
  }, ({ cpuset }, fail) => {
    if (cpuset !== "") return;
    fail("the set is empty", { attribute: "cpuset", ...unsupported("Invalid value of 'cpuset': ") });
  }),
  {
    parse: ({ cpuset, current, ...rest }) => ({
      ...rest,
      // What libvirt places by itself has no set of its own; all processors in use go without saying.
      ...(cpuset === undefined || rest.placement === "auto" ? {} : { cpuset }),
      ...(current === undefined || current === rest.maximum ? {} : { current }),
    }),
    format: (value) => value,
  },
);

/** `<vcpu>`: a guest has one processor where nothing is said. */
export const vcpu = child("vcpu", count, { default: { placement: "static", maximum: 1 } });

/** `<vcpus>`: processors that can be plugged one by one. */
export const vcpus = path(
  "vcpus",
  children("vcpu", {
    id: attribute("id", uint32(), { required: true }),
    enabled: attribute("enabled", yesNo, { required: true }),
    hotpluggable: attribute("hotpluggable", yesNo),
    order: attribute("order", uint32()),
  }),
);

const pool = {
  threadPoolMin: attribute("thread_pool_min", uint32({ max: 0x7fff_ffff })),
  threadPoolMax: attribute("thread_pool_max", uint32({ max: 0x7fff_ffff })),
};

/** `<iothreads>`: threads of their own for disks. */
export const ioThreads = {
  iothreads: child("iothreads", textOf(uint32(), wrong("invalid iothreads count '%s'"))),
  iothreadIds: path(
    "iothreadids",
    children("iothread", { id: attribute("id", uint32({ min: 1 }), { required: true }), ...pool }),
  ),
  defaultIoThread: child("defaultiothread", pool, { empty: "omit" }),
};
