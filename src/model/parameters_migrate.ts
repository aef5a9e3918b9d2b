/**
 * Parameters of migration, and of saving and restoring (`libvirt-domain.h`, up to release 11.3; types as the
 * reference's QEMU driver takes them).
 *
 * @module
 */

import type { ParameterTable } from "./typed_parameter.ts";

/** Of `virDomainMigrate3`. */
export const MIGRATE_PARAMETERS = {
  migrate_uri: "string",
  destination_name: "string",
  destination_xml: "string",
  persistent_xml: "string",
  graphics_uri: "string",
  listen_address: "string",
  disks_uri: "string",
  "tls.destination": "string",
  migrate_disks: "strings",
  migrate_disks_detect_zeroes: "strings",
  compression: "strings",
  bandwidth: "ullong",
  "bandwidth.postcopy": "ullong",
  "bandwidth.avail.switchover": "ullong",
  "compression.xbzrle.cache": "ullong",
  disks_port: "int",
  "compression.mt.level": "int",
  "compression.mt.threads": "int",
  "compression.mt.dthreads": "int",
  "compression.zlib.level": "int",
  "compression.zstd.level": "int",
  "auto_converge.initial": "int",
  "auto_converge.increment": "int",
  "parallel.connections": "int",
} as const satisfies ParameterTable;

/** Of `virDomainSaveParams` and `virDomainRestoreParams`. */
export const SAVE_PARAMETERS = {
  file: "string",
  dxml: "string",
  image_format: "string",
  "parallel.channels": "int",
} as const satisfies ParameterTable;
