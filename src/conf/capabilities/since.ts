/**
 * What host capabilities gained after libvirt 9.0.0, each with the release that first wrote it.
 * Source: libvirt's documentation where it says since when; else the release notes around the feature, which may be off
 * by a release.
 *
 * @module
 */

import type { SinceTable } from "../level.ts";

/** First release by place. */
export const CAPABILITIES_SINCE: SinceTable = {
  "host/cpu/maxphysaddr/limit": 9_003_000,
  "host/cpu/topology/clusters": 10_001_000,
  "host/topology/cells/cell/cpus/cpu/cluster_id": 10_001_000,
  "guest/arch/domain/machine/deprecated": 10_001_000,
  "guest/features/externalSnapshot": 9_009_000,
};
