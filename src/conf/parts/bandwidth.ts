/**
 * `<bandwidth>`: how fast a network or an interface may send and receive.
 *
 * @module
 */

import { attribute, child, mapped, refine, type ShapeOf, uint32, uint64 } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** One direction; KiB a second, KiB for the burst. */
const rate = refine({
  average: attribute("average", uint64, unreadable("average")),
  peak: attribute("peak", uint64, unreadable("peak")),
  floor: attribute("floor", uint64, unreadable("floor")),
  burst: attribute("burst", uint64, unreadable("burst")),
}, ({ average, peak, floor, burst }, fail) => {
  if (average !== undefined) return;
  if (floor === undefined) {
    fail("average or floor must be given", {
      code: "VIR_ERR_XML_DETAIL",
      domain: "VIR_FROM_NONE",
      detail: "Missing mandatory average or floor attributes",
    });
  }
  if (peak === undefined && burst === undefined) return;
  const detail = "'peak' and 'burst' require 'average' attribute";
  fail("peak and burst need an average", { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_NONE", detail });
});

const outboundRate = refine(rate, ({ floor }, fail) => {
  if (floor === undefined) return;
  const detail = "'floor' attribute allowed only in <inbound> element";
  fail("a floor is for inbound traffic only", { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_NONE", detail });
});

const both = child("bandwidth", {
  classId: attribute("classID", uint32()),
  inbound: child("inbound", rate, { once: twice("inbound") }),
  outbound: child("outbound", outboundRate, { once: twice("outbound") }),
}, { empty: "block" });

/** The child `<bandwidth>`; one without a direction means nothing. */
export const bandwidth = mapped(both, {
  parse: (value) => value?.inbound === undefined && value?.outbound === undefined ? undefined : value,
  format: (value) => value,
});

/** Both directions. */
export type Bandwidth = NonNullable<ShapeOf<typeof bandwidth>>;

function unreadable(name: string): ErrorTerms {
  const detail = `could not convert bandwidth ${name} value '%s'`;
  return { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_NONE", detail };
}

function twice(name: string): ErrorTerms {
  const detail = `Only one child <${name}> element allowed`;
  return { code: "VIR_ERR_XML_DETAIL", domain: "VIR_FROM_NONE", detail };
}
