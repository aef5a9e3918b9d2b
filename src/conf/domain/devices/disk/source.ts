/**
 * Where the data of a disk is: the type, and the `<source>` that goes with it.
 *
 * @module
 */

import type { Integer64 } from "../../../../base/integer64.ts";
import { pciAddress } from "../../../parts/pci_address.ts";
import { storageAuth } from "../../../parts/storage_auth.ts";
import { storageEncryption } from "../../../parts/storage_encryption.ts";
import {
  attribute,
  child,
  choice,
  type ChoiceOptions,
  type FieldsOf,
  merge,
  oneOf,
  type Part,
  path,
  refine,
  string,
  uint32,
  uint64,
  yesNo,
} from "../../../shape/mod.ts";
import { required, unsupported, wrong } from "../../terms.ts";
import { deviceLabels } from "../device_label.ts";
import { reconnect } from "../reconnect.ts";
import { type NetworkSource, networkSource } from "./network_source.ts";
import { reservations } from "./reservations.ts";

function sliceNumber(name: string): Part<Integer64> {
  return attribute(name, uint64, {
    required: true,
    missing: wrong("missing offset or size attribute of slice"),
    ...wrong(`malformed value '%s' of '${name}' attribute of slice`),
  });
}

/** `<slices>`: the part of the image that is the disk. */
const slice = path("slices/slice", {
  type: attribute("type", oneOf("storage"), { required: true }),
  offset: sliceNumber("offset"),
  size: sliceNumber("size"),
});

/** What happens when a source is not there, and the number of the source in a running chain. */
const attributes = {
  startupPolicy: attribute("startupPolicy", oneOf("mandatory", "requisite", "optional")),
  index: attribute("index", uint32(), { only: "live", ...wrong("invalid disk index '%s'") }),
} as const;

const encryption = child("encryption", storageEncryption, { empty: "block" });

/** What may stand in a source of any type, the labels where there are files on this host. */
const common = {
  slice,
  labels: deviceLabels,
  auth: child("auth", storageAuth),
  encryption,
  reservations,
  ...attributes,
} as const;

/** The place of a file, a device or a folder; an empty one is none. */
function place(name: string): Part<string | undefined> {
  return attribute(name, string, { drop: [""] });
}

const volumeFields = {
  pool: attribute("pool", string),
  volume: attribute("volume", string),
  mode: attribute("mode", oneOf("host", "direct"), unsupported("unknown source mode '%s' for volume type disk")),
  slice,
  labels: deviceLabels,
  encryption,
  reservations,
  ...attributes,
} as const;

/** A volume of a storage pool; neither pool nor volume is a drive without a disk. */
export interface VolumeSource extends FieldsOf<typeof volumeFields> {}

const volume: Part<VolumeSource> = refine(volumeFields, ({ pool, volume }, fail) => {
  if ((pool === undefined) === (volume === undefined)) return;
  const detail = "'pool' and 'volume' must be specified together for 'pool' type source";
  fail("pool and volume come together", wrong(detail));
});

const nvmeFields = {
  managed: attribute("managed", yesNo),
  namespace: attribute("namespace", uint64, {
    required: true,
    missing: wrong("missing 'namespace' attribute to disk source"),
    ...wrong("malformed namespace '%s'"),
  }),
  address: child("address", pciAddress, required("NVMe disk source is missing address")),
  ...common,
} as const;

/** A namespace of an NVMe controller on the host's PCI bus. */
export interface NvmeSource extends FieldsOf<typeof nvmeFields> {
  readonly type: "pci";
}

const nvme: Part<NvmeSource> = choice("type", { pci: nvmeFields }, {
  ...wrong("unsupported source type '%s'"),
  missing: wrong("missing 'type' attribute to disk source"),
});

const vhostUserFields = {
  path: attribute("path", string, required("missing 'path' attribute for vhostuser disk source")),
  reconnect,
  ...common,
} as const;

/** The socket of a process that is the disk. */
export interface VhostUserSource extends FieldsOf<typeof vhostUserFields> {
  readonly type: "unix";
}

const vhostUser: Part<VhostUserSource> = choice("type", { unix: vhostUserFields }, {
  ...wrong("invalid 'type' attribute for vhostuser disk source"),
  missing: wrong("missing 'type' attribute for vhostuser disk source"),
});

const fileFields = { file: place("file"), fdGroup: attribute("fdgroup", string), ...common } as const;
const blockFields = { dev: place("dev"), ...common } as const;
const folderFields = { dir: place("dir"), ...common } as const;
const { labels: _labels, startupPolicy: _startupPolicy, ...commonOfNetwork } = common;

/** A file on the host. */
export interface FileSource extends FieldsOf<typeof fileFields> {}

/** A block device of the host. */
export interface BlockSource extends FieldsOf<typeof blockFields> {}

/** A folder of the host. */
export interface FolderSource extends FieldsOf<typeof folderFields> {}

/** An image on a storage server. */
export interface RemoteSource extends NetworkSource, FieldsOf<typeof commonOfNetwork> {}

const remote: Part<RemoteSource> = merge(networkSource, commonOfNetwork);

/** A type with its source; an empty source is none. */
export type Storage =
  | { readonly type: "file"; readonly source?: FileSource }
  | { readonly type: "block"; readonly source?: BlockSource }
  | { readonly type: "dir"; readonly source?: FolderSource }
  | { readonly type: "network"; readonly source?: RemoteSource }
  | { readonly type: "volume"; readonly source?: VolumeSource }
  | { readonly type: "nvme"; readonly source?: NvmeSource }
  | { readonly type: "vhostuser"; readonly source?: VhostUserSource };

/** How a type with its source is read. */
export interface StorageOptions extends ChoiceOptions<Storage["type"]> {
  /** What the element is called where it is no source. @default {"source"} */
  readonly element?: string;
}

/** The attribute `type`, and the child `<source>` that goes with it. */
export function storage({ element = "source", ...options }: StorageOptions = {}): Part<Storage> {
  const empty = { empty: "omit" } as const;
  return choice("type", {
    file: { source: child(element, fileFields, empty) },
    block: { source: child(element, blockFields, empty) },
    dir: { source: child(element, folderFields, empty) },
    network: { source: child(element, remote, empty) },
    volume: { source: child(element, volume, empty) },
    nvme: { source: child(element, nvme, empty) },
    vhostuser: { source: child(element, vhostUser, empty) },
  }, { first: true, ...options }) as Part<Storage>;
}
