/**
 * Which folder of the reference's tests holds which document. A new document type is a new line here.
 *
 * @module
 */

import { network } from "../../../src/conf/network/document.ts";
import { networkFilter } from "../../../src/conf/network_filter/document.ts";
import { networkFilterBinding } from "../../../src/conf/network_filter_binding/document.ts";
import { networkPort } from "../../../src/conf/network_port/document.ts";
import { secret } from "../../../src/conf/secret/document.ts";
import type { Element } from "../../../src/conf/shape/mod.ts";

/** One folder of test data. */
export interface CorpusRow {
  /** Below the reference's `tests/`; several rows may share one. */
  readonly folder: string;
  /** How its documents are declared. */
  readonly shape: Element<unknown>;
  /** The RELAX NG schema that our output has to satisfy. */
  readonly schema: string;
  /** Which files of the folder. @default {/\.xml$/} */
  readonly files?: RegExp;
  /**
   * What a file comes back as: `itself`, or the file of the same name in this folder where there is one, and else
   * itself. Left out where the reference adds what only a driver knows.
   */
  readonly comesBackAs?: "itself" | { readonly folder: string };
  /** Files that the reference's own test expects to be refused: each match in its source names one. */
  readonly refused?: { readonly test: string; readonly macro: RegExp };
  /** Files that the reference's own test refuses for a hypervisor's reasons: they may be refused. */
  readonly mayBeRefused?: { readonly test: string; readonly macro: RegExp };
  /** Files that are left out, by name, with the reason. */
  readonly leftOut?: Readonly<Record<string, string>>;
}

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
];
