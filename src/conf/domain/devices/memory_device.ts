/**
 * `<memory>` among the devices: memory that can be plugged in, of every model.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  cpuSet,
  type Fields,
  type FieldsOf,
  flag,
  int32,
  mapped,
  merge,
  nonZero,
  oneOf,
  type Part,
  path,
  refine,
  size,
  string,
  textOf,
  uuid,
  yesNo,
} from "../../shape/mod.ts";
import { internal, required, unsupported, wrong } from "../terms.ts";
import { deviceInfo } from "./device_info.ts";

const access = attribute("access", oneOf("shared", "private"));
const discard = attribute("discard", yesNo);

const nodemask = child(
  "nodemask",
  refine(
    textOf(cpuSet, { code: "VIR_ERR_INVALID_ARG", domain: "VIR_FROM_NONE", detail: "Failed to parse bitmap '%s'" }),
    (set, fail) => {
      if (set === "") fail("it names no node", unsupported(`Invalid value of 'nodemask': ${set}`));
    },
  ),
);

const pages = child("source", { nodemask, pageSize: nonZero(child("pagesize", size())) }, { empty: "omit" });
const file = child("path", textOf(string));

const target = {
  size: child("size", size(), required("missing element or attribute './size'")),
  node: child("node", textOf(int32({ min: 0 }), wrong("invalid value of memory device node"))),
} as const;

const NO_TARGET = required("missing <target> element for <memory> device");
const MIN_LABEL = 128n;

const labelled = refine({
  ...target,
  labelSize: path("label", nonZero(child("size", size()))),
  readonly: flag("readonly"),
}, ({ size: all, labelSize = 0 }, fail) => {
  if (labelSize !== 0 && BigInt(labelSize) < MIN_LABEL) {
    fail("the label is too small", wrong("nvdimm label must be at least 128KiB"));
  }
  if (BigInt(labelSize) < BigInt(all)) return;
  fail("the label takes all of it", wrong("label size must be smaller than NVDIMM size"));
});

const inBlocks = {
  ...target,
  block: nonZero(child("block", size())),
  requested: child("requested", size()),
  current: child("current", size(), { only: "live" }),
} as const;

/** How much is requested is known where it comes in blocks. */
const blocks = mapped(inBlocks, { parse: withRequest, format: (given) => given });

function withRequest({ block, requested, current, ...rest }: FieldsOf<typeof inBlocks>): FieldsOf<typeof inBlocks> {
  if (block === undefined) return rest;
  return { ...rest, block, requested: requested ?? 0, ...(current === undefined ? {} : { current }) };
}

const cases = {
  dimm: { access, discard, source: pages, target: child("target", target, NO_TARGET) },
  nvdimm: {
    access,
    discard,
    uuid: child("uuid", textOf(uuid, internal("malformed uuid element"))),
    source: child("source", { path: file, alignSize: nonZero(child("alignsize", size())), pmem: flag("pmem") }, {
      empty: "omit",
    }),
    target: child("target", labelled, NO_TARGET),
  },
  "virtio-pmem": {
    access,
    discard,
    source: child("source", { path: file }, { empty: "omit" }),
    target: child("target", target, NO_TARGET),
  },
  "virtio-mem": { access, discard, source: pages, target: child("target", blocks, NO_TARGET) },
  "sgx-epc": {
    access,
    discard,
    source: child("source", { nodemask }, { empty: "omit" }),
    target: child("target", target, NO_TARGET),
  },
} as const satisfies Readonly<Record<string, Fields>>;

type Cases = { readonly [K in keyof typeof cases]: { readonly model: K } & FieldsOf<(typeof cases)[K]> };

/** Memory that can be plugged in. */
export type MemoryDevice = Cases[keyof Cases] & FieldsOf<typeof deviceInfo>;

/** The content of `<memory>`; sizes are in KiB. */
export const memoryDevice: Part<MemoryDevice> = merge(choice("model", cases), deviceInfo) as Part<MemoryDevice>;
