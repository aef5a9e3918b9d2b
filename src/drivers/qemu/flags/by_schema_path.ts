/**
 * Flags that stand for a detail of the QMP schema: an argument, a variant, a value, a feature.
 *
 * @module
 */

import type { QmpSchema } from "../qmp_schema.ts";
import type { SchemaPathRule } from "./rule.ts";

/** Schema path to flag, in the order of the flags. */
export const SCHEMA_PATH_RULES: readonly SchemaPathRule[] = [
  { flag: "sdl", path: "query-display-options/ret-type/+sdl" },
  { flag: "chardev-reconnect", path: "chardev-add/arg-type/backend/+socket/data/reconnect" },
  { flag: "vxhs", path: "blockdev-add/arg-type/+vxhs" },
  { flag: "nbd-tls", path: "nbd-server-start/arg-type/tls-creds" },
  { flag: "screendump_device", path: "screendump/arg-type/device" },
  { flag: "egl-headless", path: "query-display-options/ret-type/+egl-headless" },
  { flag: "iothread.poll-max-ns", path: "query-iothreads/ret-type/poll-max-ns" },
  { flag: "egl-headless.rendernode", path: "query-display-options/ret-type/+egl-headless/rendernode" },
  { flag: "nbd-bitmap", path: "nbd-server-add/arg-type/bitmap" },
  { flag: "migration-file-drop-cache", path: "blockdev-add/arg-type/+file/drop-cache" },
  { flag: "drive-nvme", path: "blockdev-add/arg-type/+nvme" },
  { flag: "smp-dies", path: "query-hotpluggable-cpus/ret-type/props/die-id" },
  { flag: "query-named-block-nodes.flat", path: "query-named-block-nodes/arg-type/flat" },
  { flag: "blockdev-snapshot.allow-write-only-overlay", path: "blockdev-snapshot/$allow-write-only-overlay" },
  { flag: "aio.io_uring", path: "blockdev-add/arg-type/+file/aio/^io_uring" },
  { flag: "numa.hmat", path: "set-numa-node/arg-type/+hmat-lb" },
  { flag: "netdev.vhost-vdpa", path: "netdev_add/arg-type/+vhost-vdpa" },
  {
    flag: "migration-param.block-bitmap-mapping",
    path: "migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform",
  },
  { flag: "object.qapified", path: "object-add/arg-type/qom-type/^secret" },
  { flag: "netdev.json", path: "netdev_add/arg-type/type/^dgram" },
  { flag: "rbd-encryption", path: "blockdev-add/arg-type/+rbd/encrypt" },
  { flag: "sev-guest-kernel-hashes", path: "object-add/arg-type/+sev-guest/kernel-hashes" },
  { flag: "device.json+hotplug", path: "device_add/$json-cli-hotplug" },
  { flag: "dirtyrate-param.mode", path: "calc-dirty-rate/arg-type/mode" },
  { flag: "blockdev.nbd.tls-hostname", path: "blockdev-add/arg-type/+nbd/tls-hostname" },
  { flag: "chardev.qemu-vdagent", path: "chardev-add/arg-type/backend/+qemu-vdagent" },
  { flag: "display-dbus", path: "query-display-options/ret-type/+dbus" },
  { flag: "iothread.thread-pool-max", path: "object-add/arg-type/+iothread/thread-pool-max" },
  { flag: "migration.blocked-reasons", path: "query-migrate/ret-type/blocked-reasons" },
  { flag: "screenshot-format-png", path: "screendump/arg-type/format/^png" },
  { flag: "netdev.stream", path: "netdev_add/arg-type/+stream" },
  // Of later releases of the reference.
  { flag: "netdev.stream.reconnect", path: "netdev_add/arg-type/+stream/reconnect" },
  { flag: "rbd-encryption-layering", path: "blockdev-add/arg-type/+rbd/encrypt/parent" },
  { flag: "rbd-encryption-luks-any", path: "blockdev-add/arg-type/+rbd/encrypt/format/^luks-any" },
  { flag: "qcow2-discard-no-unref", path: "blockdev-add/arg-type/+qcow2/discard-no-unref" },
  { flag: "virtio-blk-vhost-vdpa", path: "blockdev-add/arg-type/+virtio-blk-vhost-vdpa/$fdset" },
  { flag: "smp-clusters", path: "query-hotpluggable-cpus/ret-type/props/cluster-id" },
  {
    flag: "blockjob.backing-mask-protocol",
    path: "block-commit/arg-type/backing-mask-protocol",
    andPath: "block-stream/arg-type/backing-mask-protocol",
  },
  { flag: "netdev.user", path: "netdev_add/arg-type/+user" },
  { flag: "chardev-reconnect-miliseconds", path: "chardev-add/arg-type/backend/+socket/data/reconnect-ms" },
  { flag: "netdev-stream-reconnect-miliseconds", path: "netdev_add/arg-type/+stream/reconnect-ms" },
  { flag: "query-cpu-model-expansion.deprecated-props", path: "query-cpu-model-expansion/ret-type/deprecated-props" },
  { flag: "migrate-incoming.exit-on-error", path: "migrate-incoming/arg-type/exit-on-error" },
  { flag: "query-block-flat", path: "query-block/arg-type/flat" },
  { flag: "blockdev-mirror.target-is-zero", path: "blockdev-mirror/arg-type/target-is-zero" },
];

/** The flags whose paths lead somewhere in the schema. */
export function schemaFlags(schema: QmpSchema): Set<string> {
  const found = SCHEMA_PATH_RULES.filter(({ path, andPath = path }) => schema.has(path) && schema.has(andPath));
  return new Set(found.map(({ flag }) => flag));
}
