/**
 * A SCSI device: of an adapter of the host, or of an iSCSI server.
 *
 * @module
 */

import { storageAuth } from "../../../parts/storage_auth.ts";
import {
  attribute,
  child,
  choice,
  cNumber,
  type Fail,
  mapped,
  oneOf,
  type Part,
  refine,
  type ShapeOf,
  string,
  uint64,
} from "../../../shape/mod.ts";
import { internal, required, unsupported, wrong } from "../../terms.ts";
import { initiator, storageHost } from "../disk/network_source.ts";

const adapterName = "'adapter' name must be specified for scsi hostdev source";

const adapter = {
  adapter: child("adapter", { name: attribute("name", string, required(adapterName)) }, required(adapterName)),
  address: child("address", {
    bus: attribute("bus", cNumber(), { required: true }),
    target: attribute("target", cNumber(), { required: true }),
    unit: attribute("unit", uint64, { required: true }),
  }, required("'address' must be specified for scsi hostdev source")),
} as const;

const iscsi = refine({
  name: attribute("name", string, required("missing iSCSI hostdev source path name")),
  host: child("host", storageHost, {
    ...required("missing the host address for the iSCSI hostdev"),
    once: wrong("only one source host address may be specified for the iSCSI hostdev"),
  }),
  auth: child("auth", storageAuth),
  initiator,
}, ({ auth }, fail) => {
  if (auth === undefined || auth.secret.type === "iscsi") return;
  refuseSecret(auth.secret.type, fail);
});

/** Secrets that libvirt knows, but not for this. */
const otherSecrets = oneOf("none", "volume", "ceph", "tls", "vtpm");

function refuseSecret(type: string | undefined, fail: Fail): never {
  const known = type !== undefined && otherSecrets.parse(type) !== undefined;
  const detail = known ? `hostdev invalid secret type '${type}'` : `invalid secret type ${type ?? "(null)"}`;
  return fail("the secret is not for iSCSI", known ? internal(detail) : unsupported(detail));
}

/** The first logical unit where the name tells none. */
const iscsiWithUnit: typeof iscsi = mapped(iscsi, {
  parse: (value) => ({ ...value, name: value.name.includes("/") ? value.name : `${value.name}/0` }),
  format: (value) => value,
});

const content = choice("protocol", { adapter, iscsi: iscsiWithUnit }, {
  default: "adapter",
  omitDefault: true,
  ...unsupported("Unknown SCSI subsystem protocol '%s'"),
});

/** A SCSI device. */
export type ScsiSource = ShapeOf<typeof content>;

/** The content of `<source>` of a SCSI device. */
export const scsiSource: Part<ScsiSource> = content;
