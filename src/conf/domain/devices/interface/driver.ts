/**
 * `<driver>` and `<backend>` of an interface.
 *
 * @module
 */

import {
  attribute,
  child,
  nonZero,
  oneOf,
  onOff,
  type Part,
  type ShapeOf,
  string,
  uint32,
} from "../../../shape/mod.ts";
import type { ElementReader } from "../../../xml/element_reader.ts";
import { cleanPath } from "../clean_path.ts";
import { virtioOptions } from "../virtio_options.ts";

const content = {
  name: attribute("name", oneOf("qemu", "vhost")),
  txMode: attribute("txmode", oneOf("iothread", "timer")),
  ioEventFd: attribute("ioeventfd", onOff),
  eventIdx: attribute("event_idx", onOff),
  queues: nonZero(attribute("queues", uint32(), { drop: ["1"] })),
  rxQueueSize: nonZero(attribute("rx_queue_size", uint32())),
  txQueueSize: nonZero(attribute("tx_queue_size", uint32())),
  rss: attribute("rss", onOff),
  rssHashReport: attribute("rss_hash_report", onOff),
  ...virtioOptions,
  host: child("host", {
    csum: attribute("csum", onOff),
    gso: attribute("gso", onOff),
    tso4: attribute("tso4", onOff),
    tso6: attribute("tso6", onOff),
    ecn: attribute("ecn", onOff),
    ufo: attribute("ufo", onOff),
    mrgRxBuf: attribute("mrg_rxbuf", onOff),
  }, { empty: "omit" }),
  guest: child("guest", {
    csum: attribute("csum", onOff),
    tso4: attribute("tso4", onOff),
    tso6: attribute("tso6", onOff),
    ecn: attribute("ecn", onOff),
    ufo: attribute("ufo", onOff),
  }, { empty: "omit" }),
} as const;

/** How a virtio interface works. */
export type InterfaceDriver = ShapeOf<typeof content>;

const forVirtio = child("driver", content, { empty: "omit" });

/** The child `<driver>`, of a virtio interface; that of a host's device is another and stands beside its source. */
export const interfaceDriver: Part<InterfaceDriver | undefined> = {
  ...forVirtio,
  read(reader, context): InterfaceDriver | undefined {
    if (reader.attribute("type") !== "hostdev" && isVirtio(reader)) return forVirtio.read(reader, context);
    for (const driver of reader.children("driver")) driver.ignoreRest();
    return undefined;
  },
};

const backendContent = {
  // libvirt 9.0 as Debian ships it knows the attribute, and refuses the only value that it could have.
  type: attribute("type", oneOf()),
  tap: attribute("tap", cleanPath),
  vhost: attribute("vhost", cleanPath),
  logFile: attribute("logFile", string),
} as const;

/** Which files and programs of the host are behind an interface. */
export type InterfaceBackend = ShapeOf<typeof backendContent>;

const anyBackend = child("backend", backendContent, { empty: "omit" });

/** The child `<backend>`; only virtio has a vhost. */
export const interfaceBackend: Part<InterfaceBackend | undefined> = {
  ...anyBackend,
  read(reader, context): InterfaceBackend | undefined {
    const value = anyBackend.read(reader, context);
    if (value?.vhost === undefined || (reader.attribute("type") !== "hostdev" && isVirtio(reader))) return value;
    const { vhost: _vhost, ...rest } = value;
    return Object.keys(rest).length === 0 ? undefined : rest;
  },
};

function isVirtio(reader: ElementReader): boolean {
  const model = reader.children("model")[0]?.attribute("type");
  return model !== undefined && /^virtio(-transitional|-non-transitional)?$/i.test(model);
}
