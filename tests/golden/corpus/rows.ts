/**
 * Which folder of the reference's tests holds which document. A new document type is a new line here.
 *
 * @module
 */

import { backup } from "../../../src/conf/backup/document.ts";
import { checkpoint } from "../../../src/conf/checkpoint/document.ts";
import { interfaceDocument } from "../../../src/conf/interface/document.ts";
import { domainRows } from "./domain_rows.ts";
import { network } from "../../../src/conf/network/document.ts";
import { networkFilter } from "../../../src/conf/network_filter/document.ts";
import { networkFilterBinding } from "../../../src/conf/network_filter_binding/document.ts";
import { networkPort } from "../../../src/conf/network_port/document.ts";
import { nodeDevice } from "../../../src/conf/node_device/document.ts";
import { secret } from "../../../src/conf/secret/document.ts";
import type { Element } from "../../../src/conf/shape/mod.ts";
import { snapshot } from "../../../src/conf/snapshot/document.ts";
import { storagePool } from "../../../src/conf/storage_pool/document.ts";
import { storagePoolCapabilities } from "../../../src/conf/storage_pool_capabilities/document.ts";
import { storageVolumeIn } from "../../../src/conf/storage_volume/document.ts";

/** One folder of test data. */
export interface CorpusRow {
  /** Below the reference's `tests/`; several rows may share one. */
  readonly folder: string;
  /** How its documents are declared. */
  readonly shape: Element<unknown>;
  /** The RELAX NG schema that our output has to satisfy, where there is one. */
  readonly schema?: string;
  /** Which files of the folder. @default {/\.xml$/} */
  readonly files?: RegExp;
  /**
   * What a file comes back as: `itself`, or the file of the same name in this folder where there is one, and else
   * itself unless `others` says that nobody knows. Left out where the reference adds what only a driver knows.
   */
  readonly comesBackAs?: "itself" | { readonly folder: string; readonly others?: "unknown" };
  /** What the reference adds before it writes, for the comparison with what a file comes back as. */
  readonly complete?: (document: unknown) => unknown;
  /** Whether what only a running object has is read. @default {true} */
  readonly live?: boolean;
  /** Files that the reference's own test expects to be refused: each match in its source names one. */
  readonly refused?: { readonly test: string; readonly macro: RegExp };
  /** Files that the reference's own test refuses for a hypervisor's reasons: they may be refused. */
  readonly mayBeRefused?: { readonly test: string; readonly macro: RegExp };
  /** Files that are left out, by name, with the reason. */
  readonly leftOut?: Readonly<Record<string, string>>;
}

/** Which volumes the reference reads in which pool. */
const VOLUMES = {
  dir: /^vol-(?!logical|partition|gluster)/,
  logical: /^vol-logical/,
  disk: /^vol-partition/,
  gluster: /^vol-gluster/,
};

/** Every corpus that is measured. */
export const rows: readonly CorpusRow[] = [
  { folder: "secretxml2xmlin", shape: secret, schema: "secret.rng", comesBackAs: "itself" },
  { folder: "virnetworkportxml2xmldata", shape: networkPort, schema: "networkport.rng", comesBackAs: "itself" },
  {
    folder: "networkxml2xmlin",
    shape: network,
    schema: "network.rng",
    comesBackAs: { folder: "networkxml2xmlout" },
    refused: { test: "networkxml2xmltest.c", macro: /DO_TEST_PARSE_ERROR\("(.*?)"\)/g },
  },
  { folder: "networkxml2confdata", shape: network, schema: "network.rng" },
  {
    folder: "nwfilterxml2xmlin",
    shape: networkFilter,
    schema: "nwfilter.rng",
    comesBackAs: { folder: "nwfilterxml2xmlout" },
    refused: { test: "nwfilterxml2xmltest.c", macro: /DO_TEST\("([^"]*)", true\)/g },
  },
  {
    folder: "virnwfilterbindingxml2xmldata",
    shape: networkFilterBinding,
    schema: "nwfilterbinding.rng",
    comesBackAs: "itself",
  },
  {
    folder: "storagepoolxml2xmlin",
    shape: storagePool,
    schema: "storagepool.rng",
    comesBackAs: { folder: "storagepoolxml2xmlout", others: "unknown" },
    live: false,
  },
  ...(["dir", "logical", "disk", "gluster"] as const).map((type) => ({
    folder: "storagevolxml2xmlin",
    files: VOLUMES[type],
    shape: storageVolumeIn(type, { capacity: "optional" }),
    schema: "storagevol.rng",
    comesBackAs: { folder: "storagevolxml2xmlout", others: "unknown" as const },
    live: false,
  })),
  {
    folder: "storagepoolcapsschemadata",
    shape: storagePoolCapabilities,
    schema: "storagepoolcaps.rng",
    comesBackAs: "itself",
  },
  { folder: "interfaceschemadata", shape: interfaceDocument, schema: "interface.rng", comesBackAs: "itself" },
  {
    folder: "nodedevschemadata",
    shape: nodeDevice,
    schema: "nodedev.rng",
    comesBackAs: { folder: "nodedevxml2xmlout", others: "unknown" },
    live: false,
  },
  ...domainRows,
  { folder: "qemudomainsnapshotxml2xmlin", shape: snapshot, schema: "domainsnapshot.rng" },
  {
    folder: "qemudomainsnapshotxml2xmlout",
    shape: snapshot,
    schema: "domainsnapshot.rng",
    comesBackAs: "itself",
    live: false,
  },
  { folder: "qemudomaincheckpointxml2xmlin", shape: checkpoint, schema: "domaincheckpoint.rng" },
  {
    folder: "qemudomaincheckpointxml2xmlout",
    shape: checkpoint,
    schema: "domaincheckpoint.rng",
    comesBackAs: "itself",
  },
  { folder: "domainbackupxml2xmlin", shape: backup, schema: "domainbackup.rng" },
  { folder: "domainbackupxml2xmlout", shape: backup, schema: "domainbackup.rng", comesBackAs: "itself" },
];
