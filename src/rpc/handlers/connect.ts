/**
 * The connection itself, and what the hypervisor behind it is.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { formatCapabilities } from "../../conf/capabilities/format_capabilities.ts";
import { formatDomainCapabilities } from "../../conf/domain_capabilities/format_domain_capabilities.ts";
import { VirtError } from "../../model/error.ts";
import {
  CONNECT_FLAGS,
  CPU_BASELINE_FLAGS,
  CPU_COMPARE_FLAGS,
  CPU_COMPARE_RESULTS,
  IDENTITY_PARAMETERS,
  toCheckedRecord,
} from "../../model/mod.ts";
import { isSupportedFeature, KEEPALIVE_FEATURE } from "../features.ts";
import type { Handlers } from "../handler.ts";
import { toNumber, wanted } from "./replies.ts";

/** The version of libvirt whose protocol and behaviour this is: major * 1,000,000 + minor * 1,000 + micro. */
const LIBRARY_VERSION = 9_000_000;

/** The connection itself, and what the hypervisor behind it is. */
export const connectHandlers = {
  CONNECT_OPEN: ({ client }, { name, flags }) =>
    // Other bits are the client's own business, and older ones leak them.
    client.open(name || undefined, { readOnly: (flags & CONNECT_FLAGS.ro) !== 0 }),

  CONNECT_CLOSE: ({ client }) => client.hangUp(),

  CONNECT_SUPPORTS_FEATURE({ client }, { feature }) {
    if (feature === KEEPALIVE_FEATURE) client.answersPings();
    else client.requireOpen();
    return { supported: toNumber(isSupportedFeature(feature)) };
  },

  CONNECT_GET_TYPE: ({ client }) => ({ type: client.connection.getType() }),
  CONNECT_GET_URI: ({ client }) => ({ uri: client.connection.getUri() }),
  CONNECT_GET_LIB_VERSION: () => ({ lib_ver: LIBRARY_VERSION }),
  CONNECT_IS_SECURE: ({ client }) => ({ secure: toNumber(client.peer.secure && client.connection.isSecure()) }),
  CONNECT_GET_VERSION: async (call) => ({ hv_ver: await call.invoke("connection", "getVersion", []) }),

  CONNECT_REGISTER_CLOSE_CALLBACK({ client }) {
    if (client.wantsCloseEvent) {
      throw new VirtError("VIR_ERR_INTERNAL_ERROR", "A close callback is already registered", {
        domain: "VIR_FROM_RPC",
      });
    }
    client.wantsCloseEvent = true;
  },

  CONNECT_UNREGISTER_CLOSE_CALLBACK({ client }) {
    if (!client.wantsCloseEvent) {
      throw new VirtError("VIR_ERR_INTERNAL_ERROR", "A close callback is not registered", { domain: "VIR_FROM_RPC" });
    }
    client.wantsCloseEvent = false;
  },

  // libvirt's daemon does not look at the flags.
  CONNECT_SET_IDENTITY(call, { params }) {
    const { connection, peer } = call.client;
    // Whoever may say who is calling can be anybody.
    if (peer.process?.uid !== 0) {
      throw new VirtError("VIR_ERR_ACCESS_DENIED", `'${connection.getType()}' denied access`, {
        domain: "VIR_FROM_ACCESS",
        hint: "Only root, over a unix socket, may speak for others",
      });
    }
    call.client.actAs(defined(toCheckedRecord(IDENTITY_PARAMETERS, params)));
  },

  CONNECT_GET_HOSTNAME: async (call) => ({ hostname: await call.invoke("host", "getHostname", []) }),
  CONNECT_GET_MAX_VCPUS: async (call, { type }) => ({ max_vcpus: await call.invoke("host", "getMaxVcpus", [type]) }),

  CONNECT_GET_CAPABILITIES: async ({ client }) => ({
    capabilities: formatCapabilities(await client.connection.getCapabilities()),
  }),

  async CONNECT_GET_DOMAIN_CAPABILITIES(call, { emulatorbin, arch, machine, virttype, flags }) {
    call.noFlags(flags);
    const query = defined({ emulator: emulatorbin, arch, machine, virtType: virttype });
    return { capabilities: formatDomainCapabilities(await call.client.connection.getDomainCapabilities(query)) };
  },

  async CONNECT_GET_SYSINFO(call, { flags }) {
    call.noFlags(flags);
    return { sysinfo: await call.invoke("host", "getSysinfo", []) };
  },

  async CONNECT_GET_CPU_MODEL_NAMES(call, { arch, need_results, flags }) {
    call.noFlags(flags);
    const models = await call.invoke("host", "getCpuModelNames", [arch]);
    return { models: wanted(need_results, models), ret: models.length };
  },

  async CONNECT_COMPARE_CPU(call, { xml, flags }) {
    const result = await call.invoke("host", "compareCpu", [xml, call.flags(CPU_COMPARE_FLAGS, flags)]);
    return { result: CPU_COMPARE_RESULTS[result] };
  },

  CONNECT_BASELINE_CPU: async (call, { xmlCPUs, flags }) => ({
    cpu: await call.invoke("host", "baselineCpu", [xmlCPUs, call.flags(CPU_BASELINE_FLAGS, flags)]),
  }),

  async CONNECT_COMPARE_HYPERVISOR_CPU(call, { emulator, arch, machine, virttype, xmlCPU, flags }) {
    const query = {
      ...defined({ emulator, arch, machine, virtType: virttype }),
      cpu: xmlCPU,
      flags: call.flags(CPU_COMPARE_FLAGS, flags),
    };
    return { result: CPU_COMPARE_RESULTS[await call.invoke("host", "compareHypervisorCpu", [query])] };
  },

  async CONNECT_BASELINE_HYPERVISOR_CPU(call, { emulator, arch, machine, virttype, xmlCPUs, flags }) {
    const query = {
      ...defined({ emulator, arch, machine, virtType: virttype }),
      cpu: xmlCPUs,
      flags: call.flags(CPU_BASELINE_FLAGS, flags),
    };
    return { cpu: await call.invoke("host", "baselineHypervisorCpu", [query]) };
  },
} satisfies Handlers;
