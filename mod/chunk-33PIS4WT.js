// src/model/error_code.ts
var ERROR_CODES = {
  VIR_ERR_OK: [
    0,
    "no error"
  ],
  VIR_ERR_INTERNAL_ERROR: [
    1,
    "internal error"
  ],
  VIR_ERR_NO_MEMORY: [
    2,
    "out of memory"
  ],
  VIR_ERR_NO_SUPPORT: [
    3,
    "this function is not supported by the connection driver"
  ],
  VIR_ERR_UNKNOWN_HOST: [
    4,
    "unknown host",
    "unknown host %s"
  ],
  VIR_ERR_NO_CONNECT: [
    5,
    "no connection driver available",
    "no connection driver available for %s"
  ],
  VIR_ERR_INVALID_CONN: [
    6,
    "invalid connection pointer in",
    "invalid connection pointer in %s"
  ],
  VIR_ERR_INVALID_DOMAIN: [
    7,
    "invalid domain pointer in",
    "invalid domain pointer in %s"
  ],
  VIR_ERR_INVALID_ARG: [
    8,
    "invalid argument"
  ],
  VIR_ERR_OPERATION_FAILED: [
    9,
    "operation failed"
  ],
  VIR_ERR_GET_FAILED: [
    10,
    "GET operation failed"
  ],
  VIR_ERR_POST_FAILED: [
    11,
    "POST operation failed"
  ],
  VIR_ERR_HTTP_ERROR: [
    12,
    "got unknown HTTP error code",
    "got unknown HTTP error code %s"
  ],
  VIR_ERR_SEXPR_SERIAL: [
    13,
    "failed to serialize S-Expr"
  ],
  VIR_ERR_NO_XEN: [
    14,
    "could not use Xen hypervisor entry",
    "could not use Xen hypervisor entry %s"
  ],
  VIR_ERR_XEN_CALL: [
    15,
    "failed Xen syscall",
    "failed Xen syscall %s"
  ],
  VIR_ERR_OS_TYPE: [
    16,
    "unknown OS type",
    "unknown OS type %s"
  ],
  VIR_ERR_NO_KERNEL: [
    17,
    "missing kernel information"
  ],
  VIR_ERR_NO_ROOT: [
    18,
    "missing root device information",
    "missing root device information in %s"
  ],
  VIR_ERR_NO_SOURCE: [
    19,
    "missing source information for device",
    "missing source information for device %s"
  ],
  VIR_ERR_NO_TARGET: [
    20,
    "missing target information for device",
    "missing target information for device %s"
  ],
  VIR_ERR_NO_NAME: [
    21,
    "missing name information",
    "missing name information in %s"
  ],
  VIR_ERR_NO_OS: [
    22,
    "missing operating system information",
    "missing operating system information for %s"
  ],
  VIR_ERR_NO_DEVICE: [
    23,
    "missing devices information",
    "missing devices information for %s"
  ],
  VIR_ERR_NO_XENSTORE: [
    24,
    "could not connect to Xen Store",
    "could not connect to Xen Store %s"
  ],
  VIR_ERR_DRIVER_FULL: [
    25,
    "too many drivers registered",
    "too many drivers registered in %s"
  ],
  VIR_ERR_CALL_FAILED: [
    26,
    "library call failed"
  ],
  VIR_ERR_XML_ERROR: [
    27,
    "XML description is invalid or not well formed",
    "XML error: %s"
  ],
  VIR_ERR_DOM_EXIST: [
    28,
    "this domain exists already",
    "domain %s exists already"
  ],
  VIR_ERR_OPERATION_DENIED: [
    29,
    "operation forbidden for read only access",
    "operation forbidden: %s"
  ],
  VIR_ERR_OPEN_FAILED: [
    30,
    "failed to open configuration file",
    "failed to open configuration file %s"
  ],
  VIR_ERR_READ_FAILED: [
    31,
    "failed to read configuration file",
    "failed to read configuration file %s"
  ],
  VIR_ERR_PARSE_FAILED: [
    32,
    "failed to parse configuration file",
    "failed to parse configuration file %s"
  ],
  VIR_ERR_CONF_SYNTAX: [
    33,
    "configuration file syntax error"
  ],
  VIR_ERR_WRITE_FAILED: [
    34,
    "failed to write configuration file"
  ],
  VIR_ERR_XML_DETAIL: [
    35,
    "parser error",
    "%s"
  ],
  VIR_ERR_INVALID_NETWORK: [
    36,
    "invalid network pointer in",
    "invalid network pointer in %s"
  ],
  VIR_ERR_NETWORK_EXIST: [
    37,
    "this network exists already",
    "network %s exists already"
  ],
  VIR_ERR_SYSTEM_ERROR: [
    38,
    "system call error",
    "%s"
  ],
  VIR_ERR_RPC: [
    39,
    "RPC error",
    "%s"
  ],
  VIR_ERR_GNUTLS_ERROR: [
    40,
    "GNUTLS call error",
    "%s"
  ],
  VIR_WAR_NO_NETWORK: [
    41,
    "Failed to find the network"
  ],
  VIR_ERR_NO_DOMAIN: [
    42,
    "Domain not found"
  ],
  VIR_ERR_NO_NETWORK: [
    43,
    "Network not found"
  ],
  VIR_ERR_INVALID_MAC: [
    44,
    "invalid MAC address"
  ],
  VIR_ERR_AUTH_FAILED: [
    45,
    "authentication failed"
  ],
  VIR_ERR_INVALID_STORAGE_POOL: [
    46,
    "invalid storage pool pointer in",
    "invalid storage pool pointer in %s"
  ],
  VIR_ERR_INVALID_STORAGE_VOL: [
    47,
    "invalid storage volume pointer in",
    "invalid storage volume pointer in %s"
  ],
  VIR_WAR_NO_STORAGE: [
    48,
    "Failed to find a storage driver"
  ],
  VIR_ERR_NO_STORAGE_POOL: [
    49,
    "Storage pool not found"
  ],
  VIR_ERR_NO_STORAGE_VOL: [
    50,
    "Storage volume not found"
  ],
  VIR_WAR_NO_NODE: [
    51,
    "Failed to find a node driver"
  ],
  VIR_ERR_INVALID_NODE_DEVICE: [
    52,
    "invalid node device pointer",
    "invalid node device pointer in %s"
  ],
  VIR_ERR_NO_NODE_DEVICE: [
    53,
    "Node device not found"
  ],
  VIR_ERR_NO_SECURITY_MODEL: [
    54,
    "Security model not found"
  ],
  VIR_ERR_OPERATION_INVALID: [
    55,
    "Requested operation is not valid"
  ],
  VIR_WAR_NO_INTERFACE: [
    56,
    "Failed to find the interface"
  ],
  VIR_ERR_NO_INTERFACE: [
    57,
    "Interface not found"
  ],
  VIR_ERR_INVALID_INTERFACE: [
    58,
    "invalid interface pointer in",
    "invalid interface pointer in %s"
  ],
  VIR_ERR_MULTIPLE_INTERFACES: [
    59,
    "multiple matching interfaces found"
  ],
  VIR_WAR_NO_NWFILTER: [
    60,
    "Failed to start the nwfilter driver"
  ],
  VIR_ERR_INVALID_NWFILTER: [
    61,
    "Invalid network filter"
  ],
  VIR_ERR_NO_NWFILTER: [
    62,
    "Network filter not found"
  ],
  VIR_ERR_BUILD_FIREWALL: [
    63,
    "Error while building firewall"
  ],
  VIR_WAR_NO_SECRET: [
    64,
    "Failed to find a secret storage driver"
  ],
  VIR_ERR_INVALID_SECRET: [
    65,
    "Invalid secret"
  ],
  VIR_ERR_NO_SECRET: [
    66,
    "Secret not found"
  ],
  VIR_ERR_CONFIG_UNSUPPORTED: [
    67,
    "unsupported configuration"
  ],
  VIR_ERR_OPERATION_TIMEOUT: [
    68,
    "Timed out during operation"
  ],
  VIR_ERR_MIGRATE_PERSIST_FAILED: [
    69,
    "Failed to make domain persistent after migration"
  ],
  VIR_ERR_HOOK_SCRIPT_FAILED: [
    70,
    "Hook script execution failed"
  ],
  VIR_ERR_INVALID_DOMAIN_SNAPSHOT: [
    71,
    "Invalid domain snapshot"
  ],
  VIR_ERR_NO_DOMAIN_SNAPSHOT: [
    72,
    "Domain snapshot not found"
  ],
  VIR_ERR_INVALID_STREAM: [
    73,
    "invalid stream pointer",
    "invalid stream pointer in %s"
  ],
  VIR_ERR_ARGUMENT_UNSUPPORTED: [
    74,
    "argument unsupported"
  ],
  VIR_ERR_STORAGE_PROBE_FAILED: [
    75,
    "Storage pool probe failed"
  ],
  VIR_ERR_STORAGE_POOL_BUILT: [
    76,
    "Storage pool already built"
  ],
  VIR_ERR_SNAPSHOT_REVERT_RISKY: [
    77,
    "revert requires force"
  ],
  VIR_ERR_OPERATION_ABORTED: [
    78,
    "operation aborted"
  ],
  VIR_ERR_AUTH_CANCELLED: [
    79,
    "authentication cancelled"
  ],
  VIR_ERR_NO_DOMAIN_METADATA: [
    80,
    "metadata not found"
  ],
  VIR_ERR_MIGRATE_UNSAFE: [
    81,
    "Unsafe migration"
  ],
  VIR_ERR_OVERFLOW: [
    82,
    "numerical overflow"
  ],
  VIR_ERR_BLOCK_COPY_ACTIVE: [
    83,
    "block copy still active"
  ],
  VIR_ERR_OPERATION_UNSUPPORTED: [
    84,
    "Operation not supported"
  ],
  VIR_ERR_SSH: [
    85,
    "SSH transport error"
  ],
  VIR_ERR_AGENT_UNRESPONSIVE: [
    86,
    "Guest agent is not responding"
  ],
  VIR_ERR_RESOURCE_BUSY: [
    87,
    "resource busy"
  ],
  VIR_ERR_ACCESS_DENIED: [
    88,
    "access denied"
  ],
  VIR_ERR_DBUS_SERVICE: [
    89,
    "error from service"
  ],
  VIR_ERR_STORAGE_VOL_EXIST: [
    90,
    "this storage volume exists already",
    "storage volume %s exists already"
  ],
  VIR_ERR_CPU_INCOMPATIBLE: [
    91,
    "the CPU is incompatible with host CPU"
  ],
  VIR_ERR_XML_INVALID_SCHEMA: [
    92,
    "XML document failed to validate against schema"
  ],
  VIR_ERR_MIGRATE_FINISH_OK: [
    93,
    "migration successfully aborted"
  ],
  VIR_ERR_AUTH_UNAVAILABLE: [
    94,
    "authentication unavailable"
  ],
  VIR_ERR_NO_SERVER: [
    95,
    "Server not found"
  ],
  VIR_ERR_NO_CLIENT: [
    96,
    "Client not found"
  ],
  VIR_ERR_AGENT_UNSYNCED: [
    97,
    "guest agent replied with wrong id to guest-sync command"
  ],
  VIR_ERR_LIBSSH: [
    98,
    "libssh transport error"
  ],
  VIR_ERR_DEVICE_MISSING: [
    99,
    "device not found"
  ],
  VIR_ERR_INVALID_NWFILTER_BINDING: [
    100,
    "Invalid network filter binding"
  ],
  VIR_ERR_NO_NWFILTER_BINDING: [
    101,
    "Network filter binding not found"
  ],
  VIR_ERR_INVALID_DOMAIN_CHECKPOINT: [
    102,
    "Invalid domain checkpoint"
  ],
  VIR_ERR_NO_DOMAIN_CHECKPOINT: [
    103,
    "Domain checkpoint not found"
  ],
  VIR_ERR_NO_DOMAIN_BACKUP: [
    104,
    "Domain backup job id not found"
  ],
  VIR_ERR_INVALID_NETWORK_PORT: [
    105,
    "Invalid network port pointer"
  ],
  VIR_ERR_NETWORK_PORT_EXIST: [
    106,
    "this network port exists already",
    "network port %s exists already"
  ],
  VIR_ERR_NO_NETWORK_PORT: [
    107,
    "network port not found"
  ],
  VIR_ERR_NO_HOSTNAME: [
    108,
    "no hostname found"
  ],
  VIR_ERR_CHECKPOINT_INCONSISTENT: [
    109,
    "checkpoint inconsistent"
  ],
  VIR_ERR_MULTIPLE_DOMAINS: [
    110,
    "multiple matching domains found"
  ]
};
function errorNumber(code) {
  return ERROR_CODES[code][0];
}
function errorMessage(code, detail) {
  return errorPattern(code, detail).replace("%s", () => detail ?? "");
}
function errorPattern(code, detail) {
  const [, bare, pattern] = ERROR_CODES[code];
  if (detail === void 0 || detail === "") return bare;
  return pattern ?? `${bare}: %s`;
}

// src/model/error.ts
var ERROR_LEVELS = {
  none: 0,
  warning: 1,
  error: 2
};
var VirtError = class extends Error {
  /** libvirt's name of the error. */
  code;
  /** What was put into libvirt's pattern. */
  detail;
  /** The part of the system it comes from. */
  domain;
  /** How bad it is. */
  level;
  /** The pattern of the text, or what the call has put there. */
  str1;
  /** The detail, or what the call has put there. */
  str2;
  /** What the call has put there. */
  str3;
  /** errno for an error of the system. */
  int1;
  /** What the call has put there. */
  int2;
  /** What was being done. */
  step;
  /** What to do next. */
  hint;
  /** Makes the error; its message is libvirt's pattern for the code with the detail in it. */
  constructor(code, detail, options = {}) {
    const text = options.message ?? errorMessage(code, detail);
    super(text, options.cause === void 0 ? void 0 : {
      cause: options.cause
    });
    this.name = "VirtError";
    this.code = code;
    this.detail = detail;
    this.domain = options.domain ?? "VIR_FROM_NONE";
    this.level = options.level ?? "error";
    this.str1 = options.str1 === void 0 ? errorPattern(code, detail) : options.str1;
    this.str2 = options.str2 === void 0 ? detail ?? null : options.str2;
    this.str3 = options.str3 ?? null;
    this.int1 = options.int1 ?? -1;
    this.int2 = options.int2 ?? -1;
    this.step = options.step;
    this.hint = options.hint;
  }
  /** The number of the code on the wire. */
  get number() {
    return errorNumber(this.code);
  }
  /** The number of the level on the wire. */
  get levelNumber() {
    return ERROR_LEVELS[this.level];
  }
};
function invalidArgument(argument, text, options) {
  return new VirtError("VIR_ERR_INVALID_ARG", text, {
    message: text,
    str1: options.function,
    str2: argument,
    int1: 0,
    int2: 0,
    ...options.domain === void 0 ? {} : {
      domain: options.domain
    }
  });
}

export {
  ERROR_CODES,
  VirtError,
  invalidArgument
};
