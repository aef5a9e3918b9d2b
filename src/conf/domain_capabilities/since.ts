/**
 * What domain capabilities gained after libvirt 9.0.0, each with the release that first wrote it.
 * Places are paths of the document; `=value` at the end is a value of an enum.
 * Source: libvirt's documentation where it says since when; else the release notes around the feature, which may be off
 * by a release.
 *
 * @module
 */

import type { SinceTable } from "../level.ts";

/** First release by place. */
export const DOMAIN_CAPABILITIES_SINCE: SinceTable = {
  "os/firmwareFeatures": 12_001_000,
  "os/varstore": 12_001_000,
  "cpu/host-model/maxphysaddr": 9_003_000,
  "cpu/custom/canonical": 10_010_000,
  "cpu/custom/blockers": 10_010_000,
  "devices/crypto": 9_001_000,
  "devices/interface": 10_005_000,
  "devices/panic": 10_005_000,
  "devices/console": 11_005_000,
  "devices/disk/bus=nvme": 11_005_000,
  "devices/graphics/type=rdp": 11_001_000,
  "devices/hostdev/iommufd": 12_001_000,
  "features/async-teardown": 9_006_000,
  "features/ps2": 10_007_000,
  "features/tdx": 11_006_000,
  "features/hyperv/defaults": 11_009_000,
  "features/hyperv/features=emsr_bitmap": 10_007_000,
  "features/hyperv/features=xmm_input": 10_007_000,
  "features/launchSecurity": 10_005_000,
};
