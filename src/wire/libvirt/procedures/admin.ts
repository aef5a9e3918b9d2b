/**
 * The program that looks after a daemon itself; it has a socket of its own.
 *
 * @module
 */

import { i64, optStr, str, struct, u32, u64 } from "../../xdr/mod.ts";
import { list, p, parameters } from "./procedure.ts";

/** One of the daemon's servers. */
const server = struct({ name: str }, { noun: "server" });

/** Somebody who is connected to one of them. */
const client = struct({ srv: server, id: u64, timestamp: i64, transport: u32 }, { noun: "client" });

const program = "admin";

/** The program that looks after a daemon itself. */
export const adminProcedures = {
  ADMIN_CONNECT_OPEN: p(1, { flags: u32 }, {}, { program }),
  ADMIN_CONNECT_CLOSE: p(2, {}, {}, { program }),
  ADMIN_CONNECT_GET_LIB_VERSION: p(3, {}, { libVer: u64 }, { program }),
  ADMIN_CONNECT_LIST_SERVERS: p(4, { need_results: u32, flags: u32 }, { servers: list(server), ret: u32 }, { program }),
  ADMIN_CONNECT_LOOKUP_SERVER: p(5, { name: str, flags: u32 }, { srv: server }, { program }),
  ADMIN_SERVER_GET_THREADPOOL_PARAMETERS: p(6, { srv: server, flags: u32 }, { params: parameters(32) }, { program }),
  ADMIN_SERVER_SET_THREADPOOL_PARAMETERS: p(7, { srv: server, params: parameters(32), flags: u32 }, {}, { program }),
  ADMIN_SERVER_LIST_CLIENTS: p(8, { srv: server, need_results: u32, flags: u32 }, {
    clients: list(client),
    ret: u32,
  }, { program }),
  ADMIN_SERVER_LOOKUP_CLIENT: p(9, { srv: server, id: u64, flags: u32 }, { clnt: client }, { program }),
  ADMIN_CLIENT_GET_INFO: p(10, { clnt: client, flags: u32 }, { params: parameters(64) }, { program }),
  ADMIN_CLIENT_CLOSE: p(11, { clnt: client, flags: u32 }, {}, { program }),
  ADMIN_SERVER_GET_CLIENT_LIMITS: p(12, { srv: server, flags: u32 }, { params: parameters(32) }, { program }),
  ADMIN_SERVER_SET_CLIENT_LIMITS: p(13, { srv: server, params: parameters(32), flags: u32 }, {}, { program }),
  ADMIN_CONNECT_GET_LOGGING_OUTPUTS: p(14, { flags: u32 }, { outputs: str, noutputs: u32 }, { program }),
  ADMIN_CONNECT_GET_LOGGING_FILTERS: p(15, { flags: u32 }, { filters: optStr, nfilters: u32 }, { program }),
  ADMIN_CONNECT_SET_LOGGING_OUTPUTS: p(16, { outputs: optStr, flags: u32 }, {}, { program }),
  ADMIN_CONNECT_SET_LOGGING_FILTERS: p(17, { filters: optStr, flags: u32 }, {}, { program }),
  ADMIN_SERVER_UPDATE_TLS_FILES: p(18, { srv: server, flags: u32 }, {}, { program }),
  ADMIN_CONNECT_SET_DAEMON_TIMEOUT: p(19, { timeout: u32, flags: u32 }, {}, { program }),
};
