/**
 * `<domainCapabilities>` from text.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { readDocument, type ReadDocumentOptions } from "../xml/read_document.ts";
import type { DeviceCapabilities, DomainCapabilitiesDocument, LoaderCapabilities, OsCapabilities } from "./document.ts";
import { readCpu } from "./read_cpu.ts";
import { readFeature } from "./read_feature.ts";
import { isSupported, readSupported } from "./read_supported.ts";

/**
 * Reads one document.
 *
 * @throws {DocumentError} The text is not such a document.
 */
export function parseDomainCapabilities(
  text: string,
  options: Pick<ReadDocumentOptions, "unknown"> = {},
): DomainCapabilitiesDocument {
  return readDocument(text, readDomainCapabilities, { ...options, root: "domainCapabilities" });
}

function readDomainCapabilities(root: ElementReader): DomainCapabilitiesDocument {
  const iothreads = root.child("iothreads");
  const memoryBacking = root.child("memoryBacking");
  return defined({
    path: root.childText("path"),
    domain: root.requiredChild("domain").text(),
    machine: root.childText("machine"),
    arch: root.requiredChild("arch").text(),
    vcpuMax: root.child("vcpu")?.requiredInteger("max"),
    iothreads: iothreads === undefined ? undefined : isSupported(iothreads),
    os: readOs(root.child("os")),
    cpu: readCpu(root.requiredChild("cpu")),
    memoryBacking: memoryBacking === undefined ? undefined : readSupported(memoryBacking),
    devices: (root.child("devices")?.elements() ?? []).map(readDevice),
    features: (root.child("features")?.elements() ?? []).map(readFeature),
  });
}

function readOs(os: ElementReader | undefined): OsCapabilities | undefined {
  if (os === undefined) return undefined;
  const firmwareFeatures = os.child("firmwareFeatures");
  const loader = os.child("loader");
  const varstore = os.child("varstore");
  return defined({
    ...readSupported(os),
    firmwareFeatures: firmwareFeatures === undefined ? undefined : readSupported(firmwareFeatures),
    loader: loader === undefined ? undefined : readLoader(loader),
    varstore: varstore === undefined ? undefined : isSupported(varstore),
  });
}

function readLoader(loader: ElementReader): LoaderCapabilities {
  return { ...readSupported(loader), values: loader.children("value").map((value) => value.text()) };
}

function readDevice(device: ElementReader): DeviceCapabilities {
  return { name: device.name, ...readSupported(device) };
}
