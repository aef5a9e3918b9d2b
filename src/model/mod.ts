/**
 * The vocabulary every room shares; see the README beside this file.
 *
 * @module
 */

export * from "./check_flags.ts";
export * from "./domain_affect.ts";
export * from "./domain_block_job.ts";
export * from "./domain_checkpoint.ts";
export * from "./domain_control.ts";
export * from "./domain_disk_error.ts";
export * from "./domain_flags.ts";
export * from "./domain_guest.ts";
export * from "./domain_job.ts";
export * from "./domain_keys.ts";
export * from "./domain_lifecycle.ts";
export * from "./domain_migrate.ts";
export * from "./domain_snapshot.ts";
export * from "./domain_state.ts";
export * from "./domain_state_reason.ts";
export * from "./domain_stats.ts";
export * from "./domain_vcpu.ts";
export * from "./driver_id.ts";
export * from "./error.ts";
export * from "./error_code.ts";
export * from "./error_domain.ts";
export * from "./event.ts";
export * from "./event_details.ts";
export * from "./event_domain.ts";
export * from "./event_ids.ts";
export * from "./event_lifecycle.ts";
export * from "./host.ts";
export * from "./interface.ts";
export * from "./list_filters.ts";
export * from "./network.ts";
export * from "./network_filter.ts";
export * from "./node_device.ts";
export * from "./object_refs.ts";
export * from "./parameters_bandwidth.ts";
export * from "./parameters_block.ts";
export * from "./parameters_domain_stats.ts";
export * from "./parameters_guest.ts";
export * from "./parameters_host.ts";
export * from "./parameters_job.ts";
export * from "./parameters_migrate.ts";
export * from "./parameters_perf.ts";
export * from "./parameters_security.ts";
export * from "./parameters_tunable.ts";
export * from "./parameters_tuning.ts";
export * from "./qemu_program.ts";
export * from "./secret.ts";
export * from "./storage_pool.ts";
export * from "./storage_volume.ts";
export * from "./stream.ts";
export * from "./typed_parameter.ts";
export * from "./typed_parameter_type.ts";
export * from "./virt_type.ts";
export * from "./wire_error.ts";
