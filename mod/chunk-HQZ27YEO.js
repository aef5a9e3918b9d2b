// src/drivers/qemu/schema.ts
var LIST_LIMIT = 2e4;
var TEXT_LIMIT = 65536;
var MalformedReplyError = class extends Error {
  /** The command that was answered so. */
  command;
  constructor(command, expected) {
    super(`Cannot read the answer to "${command}": ${expected} was expected`);
    this.name = "MalformedReplyError";
    this.command = command;
  }
};
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readRecord(command, value, what = "an object") {
  if (!isRecord(value)) throw new MalformedReplyError(command, what);
  return value;
}
function readRecords(command, value) {
  if (!Array.isArray(value)) throw new MalformedReplyError(command, "a list");
  return value.slice(0, LIST_LIMIT).filter(isRecord);
}
function readTexts(command, value) {
  if (!Array.isArray(value)) throw new MalformedReplyError(command, "a list");
  return value.slice(0, LIST_LIMIT).filter(isText);
}
function fieldText(record, key) {
  const value = record[key];
  return isText(value) ? value : void 0;
}
function isText(value) {
  return typeof value === "string" && value.length <= TEXT_LIMIT;
}
function requireText(command, record, key) {
  const value = fieldText(record, key);
  if (value === void 0) throw new MalformedReplyError(command, `text in "${key}"`);
  return value;
}
function requireCount(command, record, key) {
  const value = record[key];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new MalformedReplyError(command, `a whole number in "${key}"`);
  }
  return value;
}
function fieldFlag(record, key) {
  const value = record[key];
  return typeof value === "boolean" ? value : void 0;
}

// src/drivers/qemu/parse_version.ts
var OLDEST_VERSION = 6002e3;
var OldVersionError = class extends Error {
  /** As {@linkcode QemuVersion.version}. */
  version;
  constructor(version, oldest) {
    super(`Cannot use QEMU ${versionText(version)}: ${versionText(oldest)} or later is needed`);
    this.name = "OldVersionError";
    this.version = version;
  }
};
function parseVersion(reply, oldest = OLDEST_VERSION) {
  const record = readRecord("query-version", reply);
  const qemu = readRecord("query-version", record["qemu"], 'an object in "qemu"');
  const [major, minor, micro] = [
    "major",
    "minor",
    "micro"
  ].map((part) => requireCount("query-version", qemu, part));
  if (major === void 0 || minor === void 0 || micro === void 0 || minor > 999 || micro > 999) {
    throw new MalformedReplyError("query-version", "a version of three small numbers");
  }
  const version = major * 1e6 + minor * 1e3 + micro;
  if (version < oldest) throw new OldVersionError(version, oldest);
  const text = fieldText(record, "package");
  return text ? {
    version,
    package: text
  } : {
    version
  };
}
function parseTarget(reply) {
  return requireText("query-target", readRecord("query-target", reply), "arch");
}
function archOfTarget(target) {
  switch (target) {
    case "i386":
      return "i686";
    case "arm":
      return "armv7l";
    case "or32":
      return "openrisc";
    default:
      return target;
  }
}
function versionText(version) {
  return [
    Math.floor(version / 1e6),
    Math.floor(version / 1e3) % 1e3,
    version % 1e3
  ].join(".");
}

export {
  MalformedReplyError,
  isRecord,
  readRecord,
  readRecords,
  readTexts,
  fieldText,
  isText,
  requireText,
  requireCount,
  fieldFlag,
  parseVersion,
  parseTarget,
  archOfTarget,
  versionText
};
