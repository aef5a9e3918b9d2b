/**
 * The IOMMU, without which no device can be given to a guest.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { IommuFacts } from "./facts.ts";
import type { Host } from "./host.ts";

/** How many groups of devices the IOMMU keeps apart; 0 where there is none in use. */
export async function readIommu(host: Host, options: FactOptions = {}): Promise<IommuFacts> {
  const groups = await new FactFiles(host, options).list("/sys/kernel/iommu_groups");
  return { groups: groups?.length ?? 0 };
}
