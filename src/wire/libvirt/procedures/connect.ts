/**
 * The connection, the hypervisor behind it, and what it can do.
 *
 * @module
 */

import { array, i32, optStr, str, u32, u64 } from "../../xdr/mod.ts";
import { p, parameters } from "./procedure.ts";

/** The connection, the hypervisor behind it, and what it can do. */
export const connectProcedures = {
  CONNECT_OPEN: p(1, { name: optStr, flags: u32 }, {}, { priority: "high" }),
  CONNECT_CLOSE: p(2, {}, {}, { priority: "high" }),
  CONNECT_GET_TYPE: p(3, {}, { type: str }, { priority: "high" }),
  CONNECT_GET_VERSION: p(4, {}, { hv_ver: u64 }, { priority: "high" }),
  CONNECT_GET_MAX_VCPUS: p(5, { type: optStr }, { max_vcpus: i32 }, { priority: "high" }),
  CONNECT_GET_CAPABILITIES: p(7, {}, { capabilities: str }),
  CONNECT_GET_HOSTNAME: p(59, {}, { hostname: str }, { priority: "high" }),
  CONNECT_SUPPORTS_FEATURE: p(60, { feature: i32 }, { supported: i32 }, { priority: "high" }),
  CONNECT_GET_URI: p(110, {}, { uri: str }, { priority: "high" }),
  CONNECT_IS_SECURE: p(149, {}, { secure: i32 }, { priority: "high" }),
  CONNECT_GET_LIB_VERSION: p(157, {}, { lib_ver: u64 }, { priority: "high" }),
  CONNECT_COMPARE_CPU: p(158, { xml: str, flags: u32 }, { result: i32 }, { priority: "high" }),
  CONNECT_BASELINE_CPU: p(162, { xmlCPUs: array(str, 256), flags: u32 }, { cpu: str }),
  CONNECT_GET_SYSINFO: p(203, { flags: u32 }, { sysinfo: str }, { priority: "high" }),
  CONNECT_GET_CPU_MODEL_NAMES: p(312, { arch: str, need_results: i32, flags: u32 }, {
    models: array(str, 8192),
    ret: i32,
  }),
  CONNECT_GET_DOMAIN_CAPABILITIES: p(
    342,
    { emulatorbin: optStr, arch: optStr, machine: optStr, virttype: optStr, flags: u32 },
    { capabilities: str },
    { writes: true },
  ),
  CONNECT_REGISTER_CLOSE_CALLBACK: p(360, {}, {}, { priority: "high" }),
  CONNECT_UNREGISTER_CLOSE_CALLBACK: p(361, {}, {}, { priority: "high" }),
  CONNECT_COMPARE_HYPERVISOR_CPU: p(
    393,
    { emulator: optStr, arch: optStr, machine: optStr, virttype: optStr, xmlCPU: str, flags: u32 },
    { result: i32 },
    { writes: true },
  ),
  CONNECT_BASELINE_HYPERVISOR_CPU: p(
    394,
    { emulator: optStr, arch: optStr, machine: optStr, virttype: optStr, xmlCPUs: array(str, 256), flags: u32 },
    { cpu: str },
    { writes: true },
  ),
  CONNECT_SET_IDENTITY: p(419, { params: parameters(20), flags: u32 }, {}),
};
