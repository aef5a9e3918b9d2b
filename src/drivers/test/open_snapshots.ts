/**
 * The snapshots that a guest begins with.
 *
 * @module
 */

import { parseShape } from "../../conf/shape/mod.ts";
import { redefinedSnapshot } from "../../conf/snapshot/complete_snapshot.ts";
import { snapshot } from "../../conf/snapshot/document.ts";
import type { DomainRecord } from "./domain_record.ts";
import { failure } from "./errors.ts";
import { parsing } from "./parsing.ts";

/**
 * Gives a guest its snapshots, in whatever order they stand.
 *
 * @throws VirtError where one is none, or they do not fit together
 */
export function openSnapshots({ name, snapshots }: DomainRecord, documents: readonly string[]): void {
  for (const xml of documents) {
    const given = parsing("the snapshot", () => parseShape(snapshot, xml, { unknown: "ignore", live: false }));
    const { parent, active, ...document } = redefinedSnapshot(given);
    if (active === undefined) throw failure("VIR_ERR_INTERNAL_ERROR", "Could not find 'active' element");
    const record = { name: document.name ?? "", document, ...(parent === undefined ? {} : { parent }) };
    snapshots.set(record);
    if (!active) continue;
    if (snapshots.current !== undefined) {
      throw failure("VIR_ERR_INTERNAL_ERROR", "more than one snapshot claims to be active");
    }
    snapshots.current = record;
  }
  if (snapshots.all().some(({ parent }) => parent !== undefined && snapshots.find(parent) === undefined)) {
    throw failure("VIR_ERR_INTERNAL_ERROR", `Snapshots have inconsistent relations for domain ${name}`);
  }
}
