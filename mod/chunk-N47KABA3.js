import {
  normaliseError
} from "./chunk-375IGCM2.js";
import {
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_REBOOT_FLAGS,
  DOMAIN_SAVE_IMAGE_XML_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_VCPU_FLAGS,
  DOMAIN_XML_FLAGS,
  VIRT_TYPES,
  exclusiveFlags,
  findStartTag,
  flagsToNumber,
  isVirtType,
  readDocument,
  requiredFlag
} from "./chunk-7X5P3HIZ.js";
import {
  VirtError,
  invalidArgument
} from "./chunk-33PIS4WT.js";

// src/api/choose_uri.ts
var DEFAULT_URI_VARIABLE = "LIBVIRT_DEFAULT_URI";
async function chooseUri(drivers, host, options = {}) {
  const named = host.env.get(DEFAULT_URI_VARIABLE);
  if (named) return named;
  for (const driver of drivers) {
    if (driver.localUri === void 0) continue;
    const { state } = await driver.detect(host, options);
    if (state !== "absent") return driver.localUri(host.env);
  }
  throw new VirtError("VIR_ERR_NO_CONNECT", "this machine: no hypervisor was found", {
    hint: "Install an emulator, or name a connection URI"
  });
}

// src/api/check_arguments.ts
var MAX_PATH = 4096;
var MAX_EMULATORS = 1024;
var WORD = /^[A-Za-z0-9][A-Za-z0-9_.+-]{0,127}$/;
function checkDomainCapabilitiesQuery({ emulator, arch, machine, virtType }) {
  if (emulator !== void 0) checkPath(emulator);
  if (arch !== void 0 && !WORD.test(arch)) throw invalid(`unknown architecture: ${quote(arch)}`);
  if (machine !== void 0 && !WORD.test(machine)) throw invalid(`unknown machine: ${quote(machine)}`);
  if (virtType !== void 0 && !isVirtType(virtType)) {
    throw invalid(`unknown virttype: ${quote(virtType)}`, `The virtualisation types are ${VIRT_TYPES.join(", ")}`);
  }
}
function checkProbeOptions({ emulators = [] }) {
  if (emulators.length > MAX_EMULATORS) throw invalid(`more than ${MAX_EMULATORS} emulators at once`);
  for (const path of emulators) checkPath(path);
}
function checkPath(path) {
  if (path.startsWith("/") && path.length <= MAX_PATH && !path.includes("\0")) return;
  throw invalid(`the emulator ${quote(path)} is not an absolute path`, "Write the whole path, from the root");
}
function quote(text) {
  return text.length > 80 ? `${text.slice(0, 80)}\u2026` : text;
}
function invalid(detail, hint) {
  return new VirtError("VIR_ERR_INVALID_ARG", detail, hint === void 0 ? {} : {
    hint
  });
}

// src/api/check_uuid.ts
var UUID = /^\s*(?:-*[0-9a-f]{2}){16}\s*$/i;
function checkUuid(text, check) {
  if (!UUID.test(text)) {
    throw invalidArgument("uuidstr", check.text ?? `uuidstr in ${check.function} must be a valid UUID`, check);
  }
  const digits = text.replaceAll(/[\s-]/g, "").toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// src/api/handle.ts
var Section = class {
  /** @internal */
  session;
  /** @internal */
  constructor(session) {
    this.session = session;
  }
};
var Handle = class {
  /** @internal */
  session;
  #reference;
  /** @internal */
  constructor(session, reference) {
    this.session = session;
    this.#reference = reference;
  }
  /** How the object is named, as it was last known. */
  get reference() {
    return this.#reference;
  }
  /** @internal */
  call(call, part, method, args, options) {
    const all = [
      this.#reference,
      ...args
    ];
    return this.session.invoke(call, part, method, all, options);
  }
  /** @internal */
  refer(reference) {
    this.#reference = reference;
  }
};

// src/api/domain/autodestroy.ts
function destroyWith({ life, driver }, started) {
  life.add(started.uuid, async (signal) => {
    const running = await driver.domains?.lookupByUuid(started.uuid, {
      signal
    }).catch(() => void 0);
    if (running?.id !== started.id || started.id < 0) return;
    await driver.domains?.destroy?.(running, {}, {
      signal
    });
  });
}

// src/api/domain/domain_block_jobs.ts
var DomainBlockJobs = class extends Handle {
  /** Gives a disk another size: KiB, or bytes with the flag (`virDomainBlockResize`). */
  resize(disk, change, options) {
    return this.call("virDomainBlockResize", "domainBlock", "resize", [
      disk,
      change
    ], options);
  }
  /** Brings all that an image is based on into the image (`virDomainBlockPull`). */
  pull(disk, job = {}, options) {
    return this.call("virDomainBlockPull", "domainBlock", "pull", [
      disk,
      {
        bandwidth: 0,
        flags: {},
        ...job
      }
    ], options);
  }
  /** Brings what lies above a base into the image, or copies (`virDomainBlockRebase`). */
  rebase(disk, job = {}, options) {
    const whole = {
      bandwidth: 0,
      flags: {},
      ...job
    };
    return this.call("virDomainBlockRebase", "domainBlock", "rebase", [
      disk,
      whole
    ], options);
  }
  /** Brings an image into what it is based on (`virDomainBlockCommit`). */
  commit(disk, job = {}, options) {
    const whole = {
      bandwidth: 0,
      flags: {},
      ...job
    };
    return this.call("virDomainBlockCommit", "domainBlock", "commit", [
      disk,
      whole
    ], options);
  }
  /** Copies a disk to another place, and keeps both the same until the job is ended (`virDomainBlockCopy`). */
  copy(disk, job, options) {
    const whole = {
      parameters: {},
      flags: {},
      ...job
    };
    return this.call("virDomainBlockCopy", "domainBlock", "copy", [
      disk,
      whole
    ], options);
  }
  /** How far a disk's job is; undefined where it has none (`virDomainGetBlockJobInfo`). */
  getInfo(disk, options) {
    return this.call("virDomainGetBlockJobInfo", "domainBlock", "getJobInfo", [
      disk
    ], options);
  }
  /** How fast a disk's job may be (`virDomainBlockJobSetSpeed`). */
  setSpeed(disk, speed, options) {
    return this.call("virDomainBlockJobSetSpeed", "domainBlock", "setJobSpeed", [
      disk,
      speed
    ], options);
  }
  /** Ends a disk's job; with `pivot` the guest goes on with the copy (`virDomainBlockJobAbort`). */
  abort(disk, flags = {}, options) {
    return this.call("virDomainBlockJobAbort", "domainBlock", "abortJob", [
      disk,
      flags
    ], options);
  }
  /** Has an event told once when the guest has written beyond so many bytes of an image (`virDomainSetBlockThreshold`). */
  setThreshold(device, bytes, options) {
    return this.call("virDomainSetBlockThreshold", "domainBlock", "setThreshold", [
      device,
      bytes
    ], options);
  }
};

// src/api/domain/domain_checkpoint.ts
var DomainCheckpoint = class _DomainCheckpoint extends Handle {
  /** Its name. */
  get name() {
    return this.reference.name;
  }
  /** Its description as `<domaincheckpoint>` (`virDomainCheckpointGetXMLDesc`). */
  getXml(flags = {}, options) {
    return this.call("virDomainCheckpointGetXMLDesc", "checkpoints", "getXml", [
      flags
    ], options);
  }
  /** Those that were made after it, of the same line (`virDomainCheckpointListAllChildren`). */
  async listChildren(filter = {}, options) {
    const call = "virDomainCheckpointListAllChildren";
    const found = await this.call(call, "checkpoints", "listChildren", [
      filter
    ], options);
    return found.map((reference) => new _DomainCheckpoint(this.session, reference));
  }
  /** The one it was made after (`virDomainCheckpointGetParent`). Throws `VIR_ERR_NO_DOMAIN_CHECKPOINT` for a root. */
  async getParent(options) {
    const parent = await this.call("virDomainCheckpointGetParent", "checkpoints", "getParent", [], options);
    return new _DomainCheckpoint(this.session, parent);
  }
  /** Removes it (`virDomainCheckpointDelete`). */
  delete(flags = {}, options) {
    return this.call("virDomainCheckpointDelete", "checkpoints", "delete", [
      flags
    ], options);
  }
};

// src/api/domain/domain_checkpoints.ts
var DomainCheckpoints = class extends Handle {
  /** Makes a checkpoint, as `<domaincheckpoint>` describes it (`virDomainCheckpointCreateXML`). */
  async create(xml, flags = {}, options) {
    return this.from(await this.call("virDomainCheckpointCreateXML", "checkpoints", "create", [
      xml,
      flags
    ], options));
  }
  /** Every checkpoint that passes the filter (`virDomainListAllCheckpoints`). */
  async list(filter = {}, options) {
    const found = await this.call("virDomainListAllCheckpoints", "checkpoints", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The checkpoint with this name (`virDomainCheckpointLookupByName`). Throws `VIR_ERR_NO_DOMAIN_CHECKPOINT`. */
  async lookupByName(name, options) {
    return this.from(await this.call("virDomainCheckpointLookupByName", "checkpoints", "lookupByName", [
      name
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a checkpoint. */
  from(reference) {
    return new DomainCheckpoint(this.session, reference);
  }
  /** Begins a backup, as `<domainbackup>` describes it; an event tells when it ended (`virDomainBackupBegin`). */
  beginBackup(request, options) {
    return this.call("virDomainBackupBegin", "checkpoints", "beginBackup", [
      {
        flags: {},
        ...request
      }
    ], options);
  }
  /** The running backup (`virDomainBackupGetXMLDesc`). Throws `VIR_ERR_NO_DOMAIN_BACKUP` where there is none. */
  getBackupXml(options) {
    return this.call("virDomainBackupGetXMLDesc", "checkpoints", "getBackupXml", [], options);
  }
};

// src/api/domain/domain_devices.ts
var DomainDevices = class extends Handle {
  /** Adds a device, as XML (`virDomainAttachDevice`, `virDomainAttachDeviceFlags`). */
  attach(xml, flags, options) {
    const call = flags === void 0 ? "virDomainAttachDevice" : "virDomainAttachDeviceFlags";
    return this.call(call, "domainDevices", "attach", [
      xml,
      flags ?? {}
    ], options);
  }
  /** Removes the device that the XML describes (`virDomainDetachDevice`, `virDomainDetachDeviceFlags`). */
  detach(xml, flags, options) {
    const call = flags === void 0 ? "virDomainDetachDevice" : "virDomainDetachDeviceFlags";
    return this.call(call, "domainDevices", "detach", [
      xml,
      flags ?? {}
    ], options);
  }
  /** Asks the guest to let go of the device with this alias; an event tells when it has (`virDomainDetachDeviceAlias`). */
  detachAlias(alias, flags = {}, options) {
    return this.call("virDomainDetachDeviceAlias", "domainDevices", "detachAlias", [
      alias,
      flags
    ], options);
  }
  /** Changes what can be changed of a device: a medium, a link, … (`virDomainUpdateDeviceFlags`). */
  update(xml, flags = {}, options) {
    return this.call("virDomainUpdateDeviceFlags", "domainDevices", "update", [
      xml,
      flags
    ], options);
  }
  /** The most memory it can have: KiB (`virDomainGetMaxMemory`). */
  getMaxMemory(options) {
    return this.call("virDomainGetMaxMemory", "domainDevices", "getMaxMemory", [], options);
  }
  /**
   * Gives it so much memory, in KiB; with `maximum` the most that it can have (`virDomainSetMemory`,
   * `virDomainSetMaxMemory`, `virDomainSetMemoryFlags`).
   */
  setMemory(memory, flags, options) {
    const call = flags === void 0 ? "virDomainSetMemory" : "virDomainSetMemoryFlags";
    return this.call(call, "domainDevices", "setMemory", [
      memory,
      flags ?? {}
    ], options);
  }
  /** Seconds between two collections of memory statistics; 0: none (`virDomainSetMemoryStatsPeriod`). */
  setMemoryStatsPeriod(period, flags = {}, options) {
    return this.call("virDomainSetMemoryStatsPeriod", "domainDevices", "setMemoryStatsPeriod", [
      period,
      flags
    ], options);
  }
  /** The most virtual processors it can have (`virDomainGetMaxVcpus`). */
  getMaxVcpus(options) {
    return this.call("virDomainGetMaxVcpus", "domainDevices", "getMaxVcpus", [], options);
  }
  /** How many virtual processors it has, or can have with `maximum` (`virDomainGetVcpusFlags`). */
  getVcpuCount(flags = {}, options) {
    return this.call("virDomainGetVcpusFlags", "domainDevices", "getVcpuCount", [
      flags
    ], options);
  }
  /** Gives it so many virtual processors (`virDomainSetVcpus`, `virDomainSetVcpusFlags`). */
  setVcpuCount(count, flags, options) {
    const call = flags === void 0 ? "virDomainSetVcpus" : "virDomainSetVcpusFlags";
    return this.call(call, "domainDevices", "setVcpuCount", [
      count,
      flags ?? {}
    ], options);
  }
  /** Plugs or unplugs single virtual processors (`virDomainSetVcpu`). */
  setVcpus(change, flags = {}, options) {
    return this.call("virDomainSetVcpu", "domainDevices", "setVcpus", [
      change,
      flags
    ], options);
  }
  /** What each virtual processor does now (`virDomainGetVcpus`). */
  getVcpus(options) {
    return this.call("virDomainGetVcpus", "domainDevices", "getVcpus", [], options);
  }
  /** For each virtual processor, the host processors it may run on (`virDomainGetVcpuPinInfo`). */
  getVcpuPins(flags = {}, options) {
    return this.call("virDomainGetVcpuPinInfo", "domainDevices", "getVcpuPins", [
      flags
    ], options);
  }
  /** Says where one virtual processor may run (`virDomainPinVcpu`, `virDomainPinVcpuFlags`). */
  pinVcpu(pin, flags, options) {
    const call = flags === void 0 ? "virDomainPinVcpu" : "virDomainPinVcpuFlags";
    return this.call(call, "domainDevices", "pinVcpu", [
      pin,
      flags ?? {}
    ], options);
  }
  /** Where the emulator's own threads may run (`virDomainGetEmulatorPinInfo`). */
  getEmulatorPin(flags = {}, options) {
    return this.call("virDomainGetEmulatorPinInfo", "domainDevices", "getEmulatorPin", [
      flags
    ], options);
  }
  /** Says where the emulator's own threads may run (`virDomainPinEmulator`). */
  pinEmulator(cpus, flags = {}, options) {
    return this.call("virDomainPinEmulator", "domainDevices", "pinEmulator", [
      cpus,
      flags
    ], options);
  }
  /** Its I/O threads, and where they may run (`virDomainGetIOThreadInfo`). */
  getIoThreads(flags = {}, options) {
    return this.call("virDomainGetIOThreadInfo", "domainDevices", "getIoThreads", [
      flags
    ], options);
  }
  /** Adds an I/O thread with this number (`virDomainAddIOThread`). */
  addIoThread(id, flags = {}, options) {
    return this.call("virDomainAddIOThread", "domainDevices", "addIoThread", [
      id,
      flags
    ], options);
  }
  /** Removes the I/O thread with this number (`virDomainDelIOThread`). */
  deleteIoThread(id, flags = {}, options) {
    return this.call("virDomainDelIOThread", "domainDevices", "deleteIoThread", [
      id,
      flags
    ], options);
  }
  /** Says where an I/O thread may run (`virDomainPinIOThread`). */
  pinIoThread(pin, flags = {}, options) {
    return this.call("virDomainPinIOThread", "domainDevices", "pinIoThread", [
      pin,
      flags
    ], options);
  }
  /** How an I/O thread polls: `poll_max_ns`, … (`virDomainSetIOThreadParams`). */
  setIoThreadParameters(change, flags = {}, options) {
    const args = [
      {
        ...change,
        flags
      }
    ];
    return this.call("virDomainSetIOThreadParams", "domainDevices", "setIoThreadParameters", [
      ...args
    ], options);
  }
};

// src/api/domain/domain_guest.ts
var DomainGuest = class extends Handle {
  /** What its agent knows: `os.id`, `user.count`, …; no type set: everything (`virDomainGetGuestInfo`). */
  getInfo(types = {}, options) {
    return this.call("virDomainGetGuestInfo", "domainGuest", "getInfo", [
      types
    ], options);
  }
  /** Its host name (`virDomainGetHostname`). */
  getHostname(source = {}, options) {
    return this.call("virDomainGetHostname", "domainGuest", "getHostname", [
      source
    ], options);
  }
  /** Its network interfaces with their addresses (`virDomainInterfaceAddresses`). */
  getInterfaceAddresses(source = "lease", options) {
    return this.call("virDomainInterfaceAddresses", "domainGuest", "getInterfaceAddresses", [
      source
    ], options);
  }
  /** Its mounted file systems (`virDomainGetFSInfo`). */
  getFilesystems(options) {
    return this.call("virDomainGetFSInfo", "domainGuest", "getFilesystems", [], options);
  }
  /** What its clock says (`virDomainGetTime`). */
  getTime(options) {
    return this.call("virDomainGetTime", "domainGuest", "getTime", [], options);
  }
  /** Sets its clock, or has it set from its hardware with `sync` (`virDomainSetTime`). */
  setTime(time, flags = {}, options) {
    return this.call("virDomainSetTime", "domainGuest", "setTime", [
      time,
      flags
    ], options);
  }
  /** Holds writes to its file systems, and gives how many were frozen; none named: all (`virDomainFSFreeze`). */
  freezeFilesystems(mountPoints = [], options) {
    return this.call("virDomainFSFreeze", "domainGuest", "freezeFilesystems", [
      mountPoints
    ], options);
  }
  /** Lets writes go on, and gives how many file systems were thawed (`virDomainFSThaw`). */
  thawFilesystems(mountPoints = [], options) {
    return this.call("virDomainFSThaw", "domainGuest", "thawFilesystems", [
      mountPoints
    ], options);
  }
  /** Has it give unused blocks back (`virDomainFSTrim`). */
  trimFilesystems(request = {
    minimum: 0
  }, options) {
    return this.call("virDomainFSTrim", "domainGuest", "trimFilesystems", [
      request
    ], options);
  }
  /** Sets the password of an account inside it (`virDomainSetUserPassword`). */
  setUserPassword(change, options) {
    return this.call("virDomainSetUserPassword", "domainGuest", "setUserPassword", [
      change
    ], options);
  }
  /** The SSH keys that may log in as a user (`virDomainAuthorizedSSHKeysGet`). */
  getAuthorizedKeys(user, options) {
    return this.call("virDomainAuthorizedSSHKeysGet", "domainGuest", "getAuthorizedKeys", [
      user
    ], options);
  }
  /** Sets, adds or removes SSH keys of a user (`virDomainAuthorizedSSHKeysSet`). */
  setAuthorizedKeys(change, options) {
    return this.call("virDomainAuthorizedSSHKeysSet", "domainGuest", "setAuthorizedKeys", [
      change
    ], options);
  }
  /** The processors it sees: `vcpus`, `online`, `offlinable`, as sets (`virDomainGetGuestVcpus`). */
  getVcpus(options) {
    return this.call("virDomainGetGuestVcpus", "domainGuest", "getVcpus", [], options);
  }
  /** Has it take processors on or off line: `0-3` (`virDomainSetGuestVcpus`). */
  setVcpus(vcpus, online, options) {
    return this.call("virDomainSetGuestVcpus", "domainGuest", "setVcpus", [
      vcpus,
      online
    ], options);
  }
  /** Seconds to wait for its agent: -2 for ever, -1 the default, 0 not at all (`virDomainAgentSetResponseTimeout`). */
  setResponseTimeout(seconds, options) {
    return this.call("virDomainAgentSetResponseTimeout", "domainGuest", "setResponseTimeout", [
      seconds
    ], options);
  }
  /** Sends its agent a command as JSON text, and gives the answer (`virDomainQemuAgentCommand`). */
  sendCommand(command, options) {
    return this.call("virDomainQemuAgentCommand", "domainGuest", "sendCommand", [
      command
    ], options);
  }
};

// src/api/domain/domain_saving.ts
var DomainSaving = class extends Handle {
  /**
   * Writes its state to a file of the host and stops it (`virDomainSave`, `virDomainSaveFlags`, `virDomainSaveParams`);
   * {@linkcode Domains.restore} starts it again.
   */
  save(target, options) {
    const call = target.flags === void 0 && target.xml === void 0 ? "virDomainSave" : "virDomainSaveFlags";
    return this.call(call, "domainSave", "save", [
      {
        flags: {},
        ...target
      }
    ], options);
  }
  /** Keeps its state with its configuration and stops it: the next start goes on from there (`virDomainManagedSave`). */
  managedSave(flags = {}, options) {
    return this.call("virDomainManagedSave", "domainSave", "managedSave", [
      flags
    ], options);
  }
  /** Whether a state is kept with its configuration (`virDomainHasManagedSaveImage`). */
  hasManagedSave(options) {
    return this.call("virDomainHasManagedSaveImage", "domainSave", "hasManagedSave", [], options);
  }
  /** Throws away the state that is kept with its configuration (`virDomainManagedSaveRemove`). */
  removeManagedSave(options) {
    return this.call("virDomainManagedSaveRemove", "domainSave", "removeManagedSave", [], options);
  }
  /** The configuration in the state that is kept (`virDomainManagedSaveGetXMLDesc`). */
  getManagedSaveXml(flags = {}, options) {
    return this.call("virDomainManagedSaveGetXMLDesc", "domainSave", "getManagedSaveXml", [
      flags
    ], options);
  }
  /** Replaces the configuration in the state that is kept (`virDomainManagedSaveDefineXML`). */
  defineManagedSaveXml(xml, flags = {}, options) {
    return this.call("virDomainManagedSaveDefineXML", "domainSave", "defineManagedSaveXml", [
      xml,
      flags
    ], options);
  }
  /** Writes its memory to a file of the host, to look into (`virDomainCoreDump`, `virDomainCoreDumpWithFormat`). */
  coreDump(target, options) {
    const call = target.format === void 0 ? "virDomainCoreDump" : "virDomainCoreDumpWithFormat";
    return this.call(call, "domainSave", "coreDump", [
      {
        format: "raw",
        flags: {},
        ...target
      }
    ], options);
  }
  /** How far its job is, by libvirt's field names (`virDomainGetJobStats`, `virDomainGetJobInfo`). */
  getJobStats(query = {}, options) {
    return this.call("virDomainGetJobStats", "domainSave", "getJobStats", [
      query
    ], options);
  }
  /** Ends its job (`virDomainAbortJob`). Throws `VIR_ERR_OPERATION_INVALID` where it has none. */
  abortJob(options) {
    return this.call("virDomainAbortJob", "domainSave", "abortJob", [], options);
  }
};

// src/api/domain/domain_snapshot.ts
var DomainSnapshot = class _DomainSnapshot extends Handle {
  /** Its name. */
  get name() {
    return this.reference.name;
  }
  /** Its description as `<domainsnapshot>` (`virDomainSnapshotGetXMLDesc`). */
  getXml(flags = {}, options) {
    return this.call("virDomainSnapshotGetXMLDesc", "snapshots", "getXml", [
      flags
    ], options);
  }
  /** Those that were taken after it, of the same line (`virDomainSnapshotListAllChildren`). */
  async listChildren(filter = {}, options) {
    const found = await this.call("virDomainSnapshotListAllChildren", "snapshots", "listChildren", [
      filter
    ], options);
    return found.map((reference) => new _DomainSnapshot(this.session, reference));
  }
  /** The one it was taken after (`virDomainSnapshotGetParent`). Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT` for a root. */
  async getParent(options) {
    const parent = await this.call("virDomainSnapshotGetParent", "snapshots", "getParent", [], options);
    return new _DomainSnapshot(this.session, parent);
  }
  /** Whether it is the current one (`virDomainSnapshotIsCurrent`). */
  isCurrent(options) {
    return this.call("virDomainSnapshotIsCurrent", "snapshots", "isCurrent", [], options);
  }
  /** Whether its description is kept (`virDomainSnapshotHasMetadata`). */
  hasMetadata(options) {
    return this.call("virDomainSnapshotHasMetadata", "snapshots", "hasMetadata", [], options);
  }
  /** Takes the guest back to it (`virDomainRevertToSnapshot`). */
  revert(flags = {}, options) {
    return this.call("virDomainRevertToSnapshot", "snapshots", "revert", [
      flags
    ], options);
  }
  /** Removes it (`virDomainSnapshotDelete`). */
  delete(flags = {}, options) {
    return this.call("virDomainSnapshotDelete", "snapshots", "delete", [
      flags
    ], options);
  }
};

// src/api/domain/domain_snapshots.ts
var DomainSnapshots = class extends Handle {
  /** Takes a snapshot, as `<domainsnapshot>` describes it (`virDomainSnapshotCreateXML`). */
  async create(xml, flags = {}, options) {
    return this.from(await this.call("virDomainSnapshotCreateXML", "snapshots", "create", [
      xml,
      flags
    ], options));
  }
  /** Every snapshot that passes the filter (`virDomainListAllSnapshots`). */
  async list(filter = {}, options) {
    const found = await this.call("virDomainListAllSnapshots", "snapshots", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The snapshot with this name (`virDomainSnapshotLookupByName`). Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT`. */
  async lookupByName(name, options) {
    return this.from(await this.call("virDomainSnapshotLookupByName", "snapshots", "lookupByName", [
      name
    ], options));
  }
  /** Whether one of them is the current one (`virDomainHasCurrentSnapshot`). */
  hasCurrent(options) {
    return this.call("virDomainHasCurrentSnapshot", "snapshots", "hasCurrent", [], options);
  }
  /** The current one (`virDomainSnapshotCurrent`). Throws `VIR_ERR_NO_DOMAIN_SNAPSHOT` where there is none. */
  async getCurrent(options) {
    return this.from(await this.call("virDomainSnapshotCurrent", "snapshots", "getCurrent", [], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a snapshot. */
  from(reference) {
    return new DomainSnapshot(this.session, reference);
  }
};

// src/api/domain/domain_stats.ts
var DomainStats = class extends Handle {
  /**
   * Bytes and requests of a disk by its target or source, or of all disks for an empty text (`virDomainBlockStatsFlags`,
   * `virDomainBlockStats`).
   */
  getBlock(disk, options) {
    return this.call("virDomainBlockStatsFlags", "domainStats", "getBlockStats", [
      disk
    ], options);
  }
  /** Bytes and packets of an interface by its target or MAC address (`virDomainInterfaceStats`). */
  getInterface(device, options) {
    return this.call("virDomainInterfaceStats", "domainStats", "getInterfaceStats", [
      device
    ], options);
  }
  /** KiB by tag: `actual_balloon`, `unused`, `rss`, … (`virDomainMemoryStats`). */
  getMemory(options) {
    return this.call("virDomainMemoryStats", "domainStats", "getMemoryStats", [], options);
  }
  /** Size and use of a disk's image: bytes (`virDomainGetBlockInfo`). */
  getBlockInfo(disk, options) {
    return this.call("virDomainGetBlockInfo", "domainStats", "getBlockInfo", [
      disk
    ], options);
  }
  /** Processor time in ns: totals, or one record for each host processor from `start` on (`virDomainGetCPUStats`). */
  getCpu(query = {
    count: 1
  }, options) {
    return this.call("virDomainGetCPUStats", "domainStats", "getCpuStats", [
      query
    ], options);
  }
  /** The disks that reported an error (`virDomainGetDiskErrors`). */
  getDiskErrors(options) {
    return this.call("virDomainGetDiskErrors", "domainStats", "getDiskErrors", [], options);
  }
  /** Whether the hypervisor can be talked to about this guest (`virDomainGetControlInfo`). */
  getControlInfo(options) {
    return this.call("virDomainGetControlInfo", "domainStats", "getControlInfo", [], options);
  }
  /** Its security labels, one a model (`virDomainGetSecurityLabelList`, `virDomainGetSecurityLabel`). */
  getSecurityLabels(options) {
    return this.call("virDomainGetSecurityLabelList", "domainStats", "getSecurityLabels", [], options);
  }
  /** What the owner of a confidential guest verifies (`virDomainGetLaunchSecurityInfo`). */
  getLaunchSecurityInfo(options) {
    return this.call("virDomainGetLaunchSecurityInfo", "domainStats", "getLaunchSecurityInfo", [], options);
  }
  /** Reads from a disk, without the guest's help (`virDomainBlockPeek`). */
  peekBlock(disk, range, options) {
    return this.call("virDomainBlockPeek", "domainStats", "peekBlock", [
      disk,
      range
    ], options);
  }
  /** Reads from its memory (`virDomainMemoryPeek`). */
  peekMemory(range, options) {
    return this.call("virDomainMemoryPeek", "domainStats", "peekMemory", [
      range
    ], options);
  }
  /** Starts to measure for some seconds how fast it writes pages (`virDomainStartDirtyRateCalc`). */
  startDirtyRateCalc(seconds, mode = "page-sampling", options) {
    return this.call("virDomainStartDirtyRateCalc", "domainStats", "startDirtyRateCalc", [
      seconds,
      mode
    ], options);
  }
};

// src/api/stream.ts
var MAX_BYTES = 64 * 1024 * 1024;
var Stream = class {
  /** From the hypervisor; absent where nothing comes from there. It ends where the data end. */
  readable;
  /** To the hypervisor; absent where nothing goes there. */
  writable;
  #session;
  #flow;
  #ended = false;
  /** @internal */
  constructor(session, flow) {
    this.#session = session;
    this.#flow = flow;
    if (flow.readable !== void 0) this.readable = flow.readable;
    if (flow.writable !== void 0) this.writable = flow.writable;
    session.life.add(this, () => flow.abort("the connection was closed"));
  }
  /** All bytes until the end, holes as zeros. Throws `VIR_ERR_OVERFLOW` where they are more than `maxBytes`. */
  async readAll(options = {}) {
    const maxBytes = options.maxBytes ?? MAX_BYTES;
    if (this.readable === void 0) throw new VirtError("VIR_ERR_OPERATION_INVALID", "this stream only takes data");
    const chunks = [];
    let size = 0;
    for await (const chunk of this.readable) {
      size += chunk instanceof Uint8Array ? chunk.length : chunk.hole;
      if (size > maxBytes) throw new VirtError("VIR_ERR_OVERFLOW", `the stream holds more than ${maxBytes} bytes`);
      chunks.push(chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk.hole));
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
  /** Resolves when everything that was written has arrived; throws what went wrong since (`virStreamFinish`). */
  async finish() {
    this.#end();
    await this.#session.run("virStreamFinish", () => this.#flow.finish());
  }
  /** Ends the flow at once, without a promise about what has arrived (`virStreamAbort`). */
  async abort(reason) {
    this.#end();
    await this.#session.run("virStreamAbort", () => this.#flow.abort(reason));
  }
  /** Aborts what was not finished at the end of an `await using` block. */
  async [Symbol.asyncDispose]() {
    if (!this.#ended) await this.abort();
  }
  #end() {
    this.#ended = true;
    this.#session.life.forget(this);
  }
};

// src/api/domain/domain_streams.ts
var DomainStreams = class extends Handle {
  /** Opens a console, serial or parallel device by its alias, or the first console (`virDomainOpenConsole`). */
  async openConsole(device, flags = {}, options) {
    const flow = await this.call("virDomainOpenConsole", "domainStreams", "openConsole", [
      device,
      flags
    ], options);
    return new Stream(this.session, flow);
  }
  /** Opens a channel by its name or alias, or the first (`virDomainOpenChannel`). */
  async openChannel(name, flags = {}, options) {
    const flow = await this.call("virDomainOpenChannel", "domainStreams", "openChannel", [
      name,
      flags
    ], options);
    return new Stream(this.session, flow);
  }
  /** A picture of a screen, counted from 0 (`virDomainScreenshot`). */
  async screenshot(screen = 0, options) {
    const { mime, stream } = await this.call("virDomainScreenshot", "domainStreams", "screenshot", [
      screen
    ], options);
    return {
      mime,
      stream: new Stream(this.session, stream)
    };
  }
};

// src/api/domain/domain_tuning.ts
var DomainTuning = class extends Handle {
  /** `hard_limit`, `soft_limit`, `swap_hard_limit`: KiB (`virDomainGetMemoryParameters`). */
  getMemory(flags = {}, options) {
    return this.call("virDomainGetMemoryParameters", "domainTuning", "getMemoryParameters", [
      flags
    ], options);
  }
  /** Sets what {@linkcode DomainTuning.getMemory} gives (`virDomainSetMemoryParameters`). */
  setMemory(parameters, flags = {}, options) {
    return this.call("virDomainSetMemoryParameters", "domainTuning", "setMemoryParameters", [
      parameters,
      flags
    ], options);
  }
  /** `weight`, `device_weight`, `device_read_bytes_sec`, … (`virDomainGetBlkioParameters`). */
  getBlkio(flags = {}, options) {
    return this.call("virDomainGetBlkioParameters", "domainTuning", "getBlkioParameters", [
      flags
    ], options);
  }
  /** Sets what {@linkcode DomainTuning.getBlkio} gives (`virDomainSetBlkioParameters`). */
  setBlkio(parameters, flags = {}, options) {
    return this.call("virDomainSetBlkioParameters", "domainTuning", "setBlkioParameters", [
      parameters,
      flags
    ], options);
  }
  /** `numa_nodeset`, `numa_mode` (`virDomainGetNumaParameters`). */
  getNuma(flags = {}, options) {
    return this.call("virDomainGetNumaParameters", "domainTuning", "getNumaParameters", [
      flags
    ], options);
  }
  /** Sets what {@linkcode DomainTuning.getNuma} gives (`virDomainSetNumaParameters`). */
  setNuma(parameters, flags = {}, options) {
    return this.call("virDomainSetNumaParameters", "domainTuning", "setNumaParameters", [
      parameters,
      flags
    ], options);
  }
  /** The name of the scheduler, and how many parameters it has (`virDomainGetSchedulerType`). */
  getSchedulerType(options) {
    return this.call("virDomainGetSchedulerType", "domainTuning", "getSchedulerType", [], options);
  }
  /** `cpu_shares`, `vcpu_period`, `vcpu_quota`, … (`virDomainGetSchedulerParameters`, `virDomainGetSchedulerParametersFlags`). */
  getScheduler(flags, options) {
    const call = flags === void 0 ? "virDomainGetSchedulerParameters" : "virDomainGetSchedulerParametersFlags";
    return this.call(call, "domainTuning", "getSchedulerParameters", [
      flags ?? {}
    ], options);
  }
  /** Sets what {@linkcode DomainTuning.getScheduler} gives (`virDomainSetSchedulerParameters`, `virDomainSetSchedulerParametersFlags`). */
  setScheduler(parameters, flags, options) {
    const call = flags === void 0 ? "virDomainSetSchedulerParameters" : "virDomainSetSchedulerParametersFlags";
    return this.call(call, "domainTuning", "setSchedulerParameters", [
      parameters,
      flags ?? {}
    ], options);
  }
  /** Which performance events are counted: `cmt`, `instructions`, … (`virDomainGetPerfEvents`). */
  getPerfEvents(flags = {}, options) {
    return this.call("virDomainGetPerfEvents", "domainTuning", "getPerfEvents", [
      flags
    ], options);
  }
  /** Begins or ends to count performance events (`virDomainSetPerfEvents`). */
  setPerfEvents(parameters, flags = {}, options) {
    return this.call("virDomainSetPerfEvents", "domainTuning", "setPerfEvents", [
      parameters,
      flags
    ], options);
  }
  /** `inbound.average`, …: KiB a second; the interface is named by target or MAC (`virDomainGetInterfaceParameters`). */
  getInterface(device, flags = {}, options) {
    const call = "virDomainGetInterfaceParameters";
    return this.call(call, "domainTuning", "getInterfaceParameters", [
      device,
      flags
    ], options);
  }
  /** Sets what {@linkcode DomainTuning.getInterface} gives (`virDomainSetInterfaceParameters`). */
  setInterface(change, flags = {}, options) {
    const call = "virDomainSetInterfaceParameters";
    return this.call(call, "domainTuning", "setInterfaceParameters", [
      change,
      flags
    ], options);
  }
  /** `total_bytes_sec`, … of a disk, named by target or source (`virDomainGetBlockIoTune`). */
  getBlockIo(disk, flags = {}, options) {
    return this.call("virDomainGetBlockIoTune", "domainTuning", "getBlockIoTune", [
      disk,
      flags
    ], options);
  }
  /** Sets what {@linkcode DomainTuning.getBlockIo} gives (`virDomainSetBlockIoTune`). */
  setBlockIo(change, flags = {}, options) {
    return this.call("virDomainSetBlockIoTune", "domainTuning", "setBlockIoTune", [
      change,
      flags
    ], options);
  }
};

// src/api/domain/domain.ts
var Domain = class extends Handle {
  /** Its name, as it was last known. */
  get name() {
    return this.reference.name;
  }
  /** Its UUID, in lower case with hyphens. */
  get uuid() {
    return this.reference.uuid;
  }
  /** Its number while it runs, as it was last known; -1 otherwise. */
  get id() {
    return this.reference.id;
  }
  /** Its devices, memory and processors, changed while it exists. */
  get devices() {
    return new DomainDevices(this.session, this.reference);
  }
  /** How much of the machine it may use. */
  get tuning() {
    return new DomainTuning(this.session, this.reference);
  }
  /** Numbers about it while it runs. */
  get stats() {
    return new DomainStats(this.session, this.reference);
  }
  /** Saving and dumping it, and the job it has. */
  get saving() {
    return new DomainSaving(this.session, this.reference);
  }
  /** Jobs on its disks. */
  get blockJobs() {
    return new DomainBlockJobs(this.session, this.reference);
  }
  /** The system inside it. */
  get guest() {
    return new DomainGuest(this.session, this.reference);
  }
  /** Its consoles, channels and screens. */
  get streams() {
    return new DomainStreams(this.session, this.reference);
  }
  /** Its snapshots. */
  get snapshots() {
    return new DomainSnapshots(this.session, this.reference);
  }
  /** Its checkpoints and backups. */
  get checkpoints() {
    return new DomainCheckpoints(this.session, this.reference);
  }
  /**
   * Its configuration as `<domain>` (`virDomainGetXMLDesc`). A read-only connection may not ask for what is `secure`
   * or `migratable`: `VIR_ERR_OPERATION_DENIED`.
   */
  getXml(flags = {}, options) {
    return this.call("virDomainGetXMLDesc", "domains", "getXml", [
      flags
    ], options);
  }
  /** Its state, memory (KiB), processors and processor time (ns) (`virDomainGetInfo`). */
  getInfo(options) {
    return this.call("virDomainGetInfo", "domains", "getInfo", [], options);
  }
  /** Its state and the reason for it (`virDomainGetState`). */
  getState(options) {
    return this.call("virDomainGetState", "domains", "getState", [], options);
  }
  /** Whether it runs, paused or not (`virDomainIsActive`). */
  isActive(options) {
    return this.call("virDomainIsActive", "domains", "isActive", [], options);
  }
  /** Whether its configuration is kept when it stops (`virDomainIsPersistent`). */
  isPersistent(options) {
    return this.call("virDomainIsPersistent", "domains", "isPersistent", [], options);
  }
  /** Whether its configuration was changed since it was written last (`virDomainIsUpdated`). */
  isUpdated(options) {
    return this.call("virDomainIsUpdated", "domains", "isUpdated", [], options);
  }
  /** `hvm`, `exe`, … (`virDomainGetOSType`). */
  getOsType(options) {
    return this.call("virDomainGetOSType", "domains", "getOsType", [], options);
  }
  /** Forgets its configuration; a running guest is gone when it stops (`virDomainUndefine`, `virDomainUndefineFlags`). */
  undefine(flags, options) {
    const call = flags === void 0 ? "virDomainUndefine" : "virDomainUndefineFlags";
    return this.call(call, "domains", "undefine", [
      flags ?? {}
    ], options);
  }
  /**
   * Starts it (`virDomainCreate`, `virDomainCreateWithFlags`). With `autodestroy` it is stopped when this connection
   * closes. {@linkcode Domain.id} is its number afterwards.
   */
  async create(flags, options) {
    const call = flags === void 0 ? "virDomainCreate" : "virDomainCreateWithFlags";
    const started = await this.call(call, "domains", "create", [
      flags ?? {}
    ], options);
    this.refer(started);
    if (flags?.autodestroy) destroyWith(this.session, started);
  }
  /** Asks it to shut down, and does not wait for it (`virDomainShutdown`, `virDomainShutdownFlags`). */
  shutdown(flags, options) {
    const call = flags === void 0 ? "virDomainShutdown" : "virDomainShutdownFlags";
    return this.call(call, "domains", "shutdown", [
      flags ?? {}
    ], options);
  }
  /** Asks it to start anew, and does not wait for it (`virDomainReboot`). */
  reboot(flags = {}, options) {
    return this.call("virDomainReboot", "domains", "reboot", [
      flags
    ], options);
  }
  /** Starts it anew at once, as a reset button does (`virDomainReset`). */
  reset(options) {
    return this.call("virDomainReset", "domains", "reset", [], options);
  }
  /** Stops it at once, as if its power was cut (`virDomainDestroy`, `virDomainDestroyFlags`). */
  async destroy(flags, options) {
    const call = flags === void 0 ? "virDomainDestroy" : "virDomainDestroyFlags";
    await this.call(call, "domains", "destroy", [
      flags ?? {}
    ], options);
    this.session.life.forget(this.uuid);
    this.refer({
      ...this.reference,
      id: -1
    });
  }
  /** Pauses its processors; its memory stays (`virDomainSuspend`). */
  suspend(options) {
    return this.call("virDomainSuspend", "domains", "suspend", [], options);
  }
  /** Lets it go on after a pause (`virDomainResume`). */
  resume(options) {
    return this.call("virDomainResume", "domains", "resume", [], options);
  }
  /** Gives it another name; it must not run (`virDomainRename`). */
  async rename(name, options) {
    await this.call("virDomainRename", "domains", "rename", [
      name
    ], options);
    this.refer({
      ...this.reference,
      name
    });
  }
  /** Whether it starts with the host (`virDomainGetAutostart`). */
  getAutostart(options) {
    return this.call("virDomainGetAutostart", "domains", "getAutostart", [], options);
  }
  /** Lets it start with the host, or not (`virDomainSetAutostart`). */
  setAutostart(autostart, options) {
    return this.call("virDomainSetAutostart", "domains", "setAutostart", [
      autostart
    ], options);
  }
  /**
   * Its title, its description, or the element that it keeps of one namespace, as XML (`virDomainGetMetadata`). Throws
   * `VIR_ERR_NO_DOMAIN_METADATA` where it has none.
   */
  getMetadata(query, options) {
    return this.call("virDomainGetMetadata", "domains", "getMetadata", [
      {
        flags: {},
        ...query
      }
    ], options);
  }
  /** Changes its title, its description, or an element; without a value it is removed (`virDomainSetMetadata`). */
  setMetadata(change, options) {
    return this.call("virDomainSetMetadata", "domains", "setMetadata", [
      {
        flags: {},
        ...change
      }
    ], options);
  }
  /** What happens when it powers off, reboots or crashes, from now on (`virDomainSetLifecycleAction`). */
  setLifecycleAction(change, flags = {}, options) {
    return this.call("virDomainSetLifecycleAction", "domains", "setLifecycleAction", [
      {
        ...change,
        flags
      }
    ], options);
  }
  /** What a person should know of it: deprecated or tainting configuration, as sentences (`virDomainGetMessages`). */
  getMessages(kinds = {}, options) {
    return this.call("virDomainGetMessages", "domains", "getMessages", [
      kinds
    ], options);
  }
  /** Lets the system inside it sleep, for some seconds or until it is woken (`virDomainPMSuspendForDuration`). */
  pmSuspend(request, options) {
    return this.call("virDomainPMSuspendForDuration", "domains", "pmSuspend", [
      request
    ], options);
  }
  /** Wakes the system inside it (`virDomainPMWakeup`). */
  pmWakeup(options) {
    return this.call("virDomainPMWakeup", "domains", "pmWakeup", [], options);
  }
  /** Sends a non-maskable interrupt (`virDomainInjectNMI`). */
  injectNmi(options) {
    return this.call("virDomainInjectNMI", "domains", "injectNmi", [], options);
  }
  /** Presses up to 16 keys at the same time (`virDomainSendKey`). */
  sendKey(keys, options) {
    return this.call("virDomainSendKey", "domains", "sendKey", [
      keys
    ], options);
  }
  /** Sends a signal, by libvirt's number, to a process inside a container (`virDomainSendProcessSignal`). */
  sendProcessSignal(pid, signal, options) {
    return this.call("virDomainSendProcessSignal", "domains", "sendProcessSignal", [
      pid,
      signal
    ], options);
  }
};

// src/api/domain/domains.ts
var Domains = class extends Section {
  /** Every guest that passes the filter; an empty one passes all (`virConnectListAllDomains`). */
  async list(filter = {}, options) {
    const found = await this.session.invoke("virConnectListAllDomains", "domains", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The running guest with this number (`virDomainLookupByID`). Throws `VIR_ERR_NO_DOMAIN`. */
  async lookupById(id, options) {
    return this.from(await this.session.invoke("virDomainLookupByID", "domains", "lookupById", [
      id
    ], options));
  }
  /** The guest with this name (`virDomainLookupByName`). Throws `VIR_ERR_NO_DOMAIN`. */
  async lookupByName(name, options) {
    return this.from(await this.session.invoke("virDomainLookupByName", "domains", "lookupByName", [
      name
    ], options));
  }
  /**
   * The guest with this UUID, written with or without hyphens (`virDomainLookupByUUID`). Throws `VIR_ERR_NO_DOMAIN`,
   * and `VIR_ERR_INVALID_ARG` for what is no UUID.
   */
  async lookupByUuid(uuid, options) {
    const check = {
      function: "virDomainLookupByUUIDString",
      domain: "VIR_FROM_DOMAIN",
      text: "Invalid UUID"
    };
    const args = [
      checkUuid(uuid, check)
    ];
    return this.from(await this.session.invoke("virDomainLookupByUUID", "domains", "lookupByUuid", args, options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a guest. */
  from(reference) {
    return new Domain(this.session, reference);
  }
  /**
   * Keeps a guest's configuration (`<domain>` as XML) without starting it; one with the same name and UUID gets the new
   * configuration (`virDomainDefineXML`, `virDomainDefineXMLFlags`).
   */
  async define(xml, flags, options) {
    const call = flags === void 0 ? "virDomainDefineXML" : "virDomainDefineXMLFlags";
    return this.from(await this.session.invoke(call, "domains", "define", [
      xml,
      flags ?? {}
    ], options));
  }
  /**
   * Starts a guest that is gone when it stops (`virDomainCreateXML`). With `autodestroy` it is stopped when this
   * connection closes.
   */
  async createXml(xml, flags = {}, options) {
    const { session } = this;
    const reference = await session.invoke("virDomainCreateXML", "domains", "createXml", [
      xml,
      flags
    ], options);
    if (flags.autodestroy) destroyWith(session, reference);
    return this.from(reference);
  }
  /**
   * Statistics of many guests in one call, by libvirt's field names (`virConnectGetAllDomainStats`; with guests named
   * in the query `virDomainListGetStats`).
   */
  getAllStats(query = {}, options) {
    const { domains = [], groups = {}, flags = {} } = query;
    const call = domains.length === 0 ? "virConnectGetAllDomainStats" : "virDomainListGetStats";
    return this.session.invoke(call, "domainStats", "getAllStats", [
      {
        domains,
        groups,
        flags
      }
    ], options);
  }
  /** Starts a guest where a file of {@linkcode DomainSaving.save} left it (`virDomainRestore`, `virDomainRestoreFlags`). */
  restore(source, options) {
    const call = source.flags === void 0 && source.xml === void 0 ? "virDomainRestore" : "virDomainRestoreFlags";
    return this.session.invoke(call, "domainSave", "restore", [
      {
        flags: {},
        ...source
      }
    ], options);
  }
  /** The configuration in a file of a saved guest (`virDomainSaveImageGetXMLDesc`). */
  getSaveImageXml(file, flags = {}, options) {
    return this.session.invoke("virDomainSaveImageGetXMLDesc", "domainSave", "getSaveImageXml", [
      file,
      flags
    ], options);
  }
  /** Replaces the configuration in a file of a saved guest (`virDomainSaveImageDefineXML`). */
  defineSaveImageXml(image, options) {
    const { file, xml, flags = {} } = image;
    const args = [
      file,
      xml,
      flags
    ];
    return this.session.invoke("virDomainSaveImageDefineXML", "domainSave", "defineSaveImageXml", args, options);
  }
  /** Another program's configuration as `<domain>`; the format is named as the driver names it (`virConnectDomainXMLFromNative`). */
  fromNative(format, text, options) {
    return this.session.invoke("virConnectDomainXMLFromNative", "domains", "fromNative", [
      format,
      text
    ], options);
  }
  /** A `<domain>` as another program's configuration: `qemu-argv`, … (`virConnectDomainXMLToNative`). */
  toNative(format, xml, options) {
    return this.session.invoke("virConnectDomainXMLToNative", "domains", "toNative", [
      format,
      xml
    ], options);
  }
};

// src/model/domain_checkpoint.ts
var CHECKPOINT_CREATE_FLAGS = {
  redefine: 1,
  quiesce: 2,
  redefineValidate: 4
};
var CHECKPOINT_XML_FLAGS = {
  secure: 1,
  noDomain: 2,
  size: 4
};
var FILTERS = {
  topological: 2,
  leaves: 4,
  noLeaves: 8
};
var CHECKPOINT_LIST_FLAGS = {
  roots: 1,
  ...FILTERS
};
var CHECKPOINT_CHILDREN_FLAGS = {
  descendants: 1,
  ...FILTERS
};

// src/model/domain_guest.ts
var INTERFACE_ADDRESSES_SOURCES = {
  lease: 0,
  agent: 1,
  arp: 2
};

// src/model/domain_snapshot.ts
var SNAPSHOT_CREATE_FLAGS = {
  redefine: 1,
  current: 2,
  noMetadata: 4,
  halt: 8,
  diskOnly: 16,
  reuseExt: 32,
  quiesce: 64,
  atomic: 128,
  live: 256,
  validate: 512
};
var SNAPSHOT_XML_FLAGS = {
  secure: 1
};
var FILTERS2 = {
  leaves: 4,
  noLeaves: 8,
  metadata: 2,
  noMetadata: 16,
  inactive: 32,
  active: 64,
  diskOnly: 128,
  internal: 256,
  external: 512,
  topological: 1024
};
var SNAPSHOT_LIST_FLAGS = {
  roots: 1,
  ...FILTERS2
};
var SNAPSHOT_CHILDREN_FLAGS = {
  descendants: 1,
  ...FILTERS2
};

// src/api/name_in_xml.ts
var LONGEST_NAME = 64;
function nameInXml(xml) {
  const start = findStartTag(xml, 0) ?? xml.length;
  const [, root] = /^<([^\s/>]+)/.exec(xml.slice(start, start + LONGEST_NAME)) ?? [];
  if (root === void 0) return void 0;
  try {
    return readDocument(xml, (element) => {
      const name = element.childText("name")?.trim();
      const uuid = element.childText("uuid")?.trim();
      return {
        ...name === void 0 ? {} : {
          name
        },
        ...uuid === void 0 ? {} : {
          uuid
        }
      };
    }, {
      root,
      unknown: "ignore"
    });
  } catch {
    return void 0;
  }
}

// src/api/access_target.ts
function targetOf(permission, args) {
  if (permission.startsWith("connect.")) return void 0;
  const [first, second] = args;
  if (typeof first === "string") return nameInXml(first);
  if (typeof first !== "object" || first === null) return void 0;
  if (permission === "storage-vol.create") return {
    ...nameInXml(xmlIn(second)),
    pool: first.name
  };
  if (permission === "network-port.create") return {
    ...nameInXml(xmlIn(second)),
    network: first
  };
  return first.domain ?? first;
}
function xmlIn(argument) {
  return typeof argument === "string" ? argument : argument.xml ?? "";
}

// src/api/access.ts
var FLAG_TABLES = {
  virDomainCheckpointCreateXML: CHECKPOINT_CREATE_FLAGS,
  virDomainCheckpointGetXMLDesc: CHECKPOINT_XML_FLAGS,
  virDomainGetVcpusFlags: DOMAIN_VCPU_FLAGS,
  virDomainGetXMLDesc: DOMAIN_XML_FLAGS,
  virDomainManagedSaveGetXMLDesc: DOMAIN_SAVE_IMAGE_XML_FLAGS,
  virDomainReboot: DOMAIN_REBOOT_FLAGS,
  virDomainSetVcpusFlags: DOMAIN_VCPU_FLAGS,
  virDomainShutdownFlags: DOMAIN_SHUTDOWN_FLAGS,
  virDomainSnapshotCreateXML: SNAPSHOT_CREATE_FLAGS,
  virDomainSnapshotGetXMLDesc: SNAPSHOT_XML_FLAGS
};
async function requireAccess(question, needs, args) {
  for (const need of needs) {
    if (typeof need !== "string" && !applies(need, question.call, args)) continue;
    const permission = typeof need === "string" ? need : need.permission;
    if (!await isAllowed(question, permission, targetOf(permission, args))) throw denied(question);
  }
}
async function requireSight(question, sees, found) {
  if (!await isAllowed(question, sees, found)) throw denied(question);
}
async function visible(question, sees, list) {
  const seen = [];
  for (const member of list) {
    const target = member.domain ?? member;
    if (await isAllowed(question, sees, target)) seen.push(member);
  }
  return seen;
}
function isAllowed({ policy, identity, driver, call }, permission, target) {
  try {
    const answer = policy({
      identity,
      driver,
      call,
      permission,
      target
    });
    return typeof answer === "boolean" ? answer : answer.catch(() => false);
  } catch {
    return false;
  }
}
function denied({ driver, call }) {
  return new VirtError("VIR_ERR_ACCESS_DENIED", `'${driver}' denied access`, {
    domain: "VIR_FROM_ACCESS",
    step: call,
    hint: "Ask whoever runs this host for the permission"
  });
}
function applies(need, call, args) {
  if (need.source !== void 0) {
    return INTERFACE_ADDRESSES_SOURCES[args[1]] === need.source;
  }
  const flags = flagsToNumber(FLAG_TABLES[call] ?? DOMAIN_AFFECT_FLAGS, flagsIn(args));
  if (need.set !== void 0 && (flags & need.set) !== need.set) return false;
  return need.unset === void 0 || (flags & need.unset) === 0;
}
function flagsIn(args) {
  const last = args.findLast((value) => typeof value === "object" && value !== null && !Array.isArray(value));
  const record = last ?? {};
  return record.flags ?? record;
}

// src/model/api_error_domain.ts
var DOMAINS = [
  [
    /^virConnect(?:Open|Close)$|Qemu|Lxc/,
    "VIR_FROM_NONE"
  ],
  [
    /Snapshot/,
    "VIR_FROM_DOMAIN_SNAPSHOT"
  ],
  [
    /Checkpoint/,
    "VIR_FROM_DOMAIN_CHECKPOINT"
  ],
  [
    /Domain/,
    "VIR_FROM_DOMAIN"
  ],
  [
    /NWFilter/,
    "VIR_FROM_NWFILTER"
  ],
  [
    /NodeDevice|^virNode(?:ListDevices|NumOfDevices)$/,
    "VIR_FROM_NODEDEV"
  ],
  [
    /Interface/,
    "VIR_FROM_INTERFACE"
  ],
  [
    /Network/,
    "VIR_FROM_NETWORK"
  ],
  [
    /Storage/,
    "VIR_FROM_STORAGE"
  ],
  [
    /Secret/,
    "VIR_FROM_SECRET"
  ]
];
function apiErrorDomain(api) {
  return DOMAINS.find(([words]) => words.test(api))?.[1] ?? "VIR_FROM_DOMAIN";
}

// src/model/api_permissions_connection.ts
var CONNECTION_PERMISSIONS = {
  virConnectBaselineCPU: [
    "connect.read"
  ],
  virConnectBaselineHypervisorCPU: [
    "connect.write"
  ],
  virConnectClose: [],
  virConnectCompareCPU: [
    "connect.read"
  ],
  virConnectCompareHypervisorCPU: [
    "connect.write"
  ],
  virConnectDomainEventDeregister: [
    "connect.read"
  ],
  virConnectDomainEventDeregisterAny: [
    "connect.read"
  ],
  virConnectDomainEventRegister: [
    "connect.search-domains"
  ],
  virConnectDomainEventRegisterAny: [
    "connect.search-domains"
  ],
  virConnectDomainQemuMonitorEventDeregister: [
    "connect.write"
  ],
  virConnectDomainQemuMonitorEventRegister: [
    "connect.search-domains",
    "connect.write"
  ],
  virConnectDomainXMLFromNative: [
    "connect.write"
  ],
  virConnectDomainXMLToNative: [
    "connect.write"
  ],
  virConnectFindStoragePoolSources: [
    "connect.detect-storage-pools"
  ],
  virConnectGetAllDomainStats: [
    "connect.search-domains"
  ],
  virConnectGetCPUModelNames: [
    "connect.read"
  ],
  virConnectGetCapabilities: [
    "connect.read"
  ],
  virConnectGetDomainCapabilities: [
    "connect.write"
  ],
  virConnectGetHostname: [
    "connect.getattr"
  ],
  virConnectGetLibVersion: [
    "connect.getattr"
  ],
  virConnectGetMaxVcpus: [
    "connect.read"
  ],
  virConnectGetStoragePoolCapabilities: [
    "connect.read"
  ],
  virConnectGetSysinfo: [
    "connect.read"
  ],
  virConnectGetType: [
    "connect.getattr"
  ],
  virConnectGetURI: [
    "connect.getattr"
  ],
  virConnectGetVersion: [
    "connect.getattr"
  ],
  virConnectIsSecure: [],
  virConnectListAllDomains: [
    "connect.search-domains"
  ],
  virConnectListAllInterfaces: [
    "connect.search-interfaces"
  ],
  virConnectListAllNWFilterBindings: [
    "connect.search-nwfilter-bindings"
  ],
  virConnectListAllNWFilters: [
    "connect.search-nwfilters"
  ],
  virConnectListAllNetworks: [
    "connect.search-networks"
  ],
  virConnectListAllNodeDevices: [
    "connect.search-node-devices"
  ],
  virConnectListAllSecrets: [
    "connect.search-secrets"
  ],
  virConnectListAllStoragePools: [
    "connect.search-storage-pools"
  ],
  virConnectListDefinedDomains: [
    "connect.search-domains"
  ],
  virConnectListDefinedInterfaces: [
    "connect.search-interfaces"
  ],
  virConnectListDefinedNetworks: [
    "connect.search-networks"
  ],
  virConnectListDefinedStoragePools: [
    "connect.search-storage-pools"
  ],
  virConnectListDomains: [
    "connect.search-domains"
  ],
  virConnectListInterfaces: [
    "connect.search-interfaces"
  ],
  virConnectListNWFilters: [
    "connect.search-nwfilters"
  ],
  virConnectListNetworks: [
    "connect.search-networks"
  ],
  virConnectListSecrets: [
    "connect.search-secrets"
  ],
  virConnectListStoragePools: [
    "connect.search-storage-pools"
  ],
  virConnectNetworkEventDeregisterAny: [
    "connect.read"
  ],
  virConnectNetworkEventRegisterAny: [
    "connect.search-networks"
  ],
  virConnectNodeDeviceEventDeregisterAny: [
    "connect.read"
  ],
  virConnectNodeDeviceEventRegisterAny: [
    "connect.search-node-devices"
  ],
  virConnectNumOfDefinedDomains: [
    "connect.search-domains"
  ],
  virConnectNumOfDefinedInterfaces: [
    "connect.search-interfaces"
  ],
  virConnectNumOfDefinedNetworks: [
    "connect.search-networks"
  ],
  virConnectNumOfDefinedStoragePools: [
    "connect.search-storage-pools"
  ],
  virConnectNumOfDomains: [
    "connect.search-domains"
  ],
  virConnectNumOfInterfaces: [
    "connect.search-interfaces"
  ],
  virConnectNumOfNWFilters: [
    "connect.search-nwfilters"
  ],
  virConnectNumOfNetworks: [
    "connect.search-networks"
  ],
  virConnectNumOfSecrets: [
    "connect.search-secrets"
  ],
  virConnectNumOfStoragePools: [
    "connect.search-storage-pools"
  ],
  virConnectOpen: [
    "connect.getattr"
  ],
  virConnectRegisterCloseCallback: [
    "connect.getattr"
  ],
  virConnectSecretEventDeregisterAny: [
    "connect.read"
  ],
  virConnectSecretEventRegisterAny: [
    "connect.search-secrets"
  ],
  virConnectSetIdentity: [
    "connect.write"
  ],
  virConnectStoragePoolEventDeregisterAny: [
    "connect.read"
  ],
  virConnectStoragePoolEventRegisterAny: [
    "connect.search-storage-pools"
  ],
  virConnectSupportsFeature: [
    "connect.getattr"
  ],
  virConnectUnregisterCloseCallback: [
    "connect.getattr"
  ],
  virDomainListGetStats: [
    "connect.search-domains"
  ],
  virNodeAllocPages: [
    "connect.write"
  ],
  virNodeGetCPUMap: [
    "connect.read"
  ],
  virNodeGetCPUStats: [
    "connect.read"
  ],
  virNodeGetCellsFreeMemory: [
    "connect.read"
  ],
  virNodeGetFreeMemory: [
    "connect.read"
  ],
  virNodeGetFreePages: [
    "connect.read"
  ],
  virNodeGetInfo: [
    "connect.read"
  ],
  virNodeGetMemoryParameters: [
    "connect.read"
  ],
  virNodeGetMemoryStats: [
    "connect.read"
  ],
  virNodeGetSEVInfo: [
    "connect.read"
  ],
  virNodeGetSecurityModel: [
    "connect.read"
  ],
  virNodeListDevices: [
    "connect.search-node-devices"
  ],
  virNodeNumOfDevices: [
    "connect.search-node-devices"
  ],
  virNodeSetMemoryParameters: [
    "connect.write"
  ],
  virNodeSuspendForDuration: [
    "connect.pm-control"
  ]
};

// src/model/access_need.ts
var { live, config } = DOMAIN_AFFECT_FLAGS;
var WHERE_STORED = [
  {
    permission: "domain.save",
    unset: live | config
  },
  {
    permission: "domain.save",
    set: config
  }
];
var WHERE_NETWORK_STORED = [
  {
    permission: "network.save",
    unset: live | config
  },
  {
    permission: "network.save",
    set: config
  }
];

// src/model/api_permissions_domain.ts
var DOMAIN_CHANGE_PERMISSIONS = {
  virDomainAbortJob: [
    "domain.write"
  ],
  virDomainAbortJobFlags: [
    "domain.write"
  ],
  virDomainAddIOThread: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainAgentSetResponseTimeout: [
    "domain.write"
  ],
  virDomainAttachDevice: [
    "domain.write"
  ],
  virDomainAttachDeviceFlags: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainAuthorizedSSHKeysGet: [
    "domain.write"
  ],
  virDomainAuthorizedSSHKeysSet: [
    "domain.write"
  ],
  virDomainCoreDump: [
    "domain.core-dump"
  ],
  virDomainCoreDumpWithFormat: [
    "domain.core-dump"
  ],
  virDomainCreate: [
    "domain.start"
  ],
  virDomainCreateWithFiles: [
    "domain.start"
  ],
  virDomainCreateWithFlags: [
    "domain.start"
  ],
  virDomainCreateXML: [
    "domain.write",
    "domain.start"
  ],
  virDomainCreateXMLWithFiles: [
    "domain.write",
    "domain.start"
  ],
  virDomainDefineXML: [
    "domain.write",
    "domain.save"
  ],
  virDomainDefineXMLFlags: [
    "domain.write",
    "domain.save"
  ],
  virDomainDelIOThread: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainDelThrottleGroup: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainDestroy: [
    "domain.stop"
  ],
  virDomainDestroyFlags: [
    "domain.stop"
  ],
  virDomainDetachDevice: [
    "domain.write"
  ],
  virDomainDetachDeviceAlias: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainDetachDeviceFlags: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainFDAssociate: [
    "domain.write"
  ],
  virDomainFSFreeze: [
    "domain.fs-freeze"
  ],
  virDomainFSThaw: [
    "domain.fs-freeze"
  ],
  virDomainFSTrim: [
    "domain.fs-trim"
  ],
  virDomainGraphicsReload: [
    "domain.write"
  ],
  virDomainInjectNMI: [
    "domain.inject-nmi"
  ],
  virDomainLxcOpenNamespace: [
    "domain.open-namespace"
  ],
  virDomainManagedSave: [
    "domain.hibernate"
  ],
  virDomainManagedSaveDefineXML: [
    "domain.write",
    "domain.hibernate"
  ],
  virDomainManagedSaveGetXMLDesc: [
    "domain.read",
    {
      permission: "domain.read-secure",
      set: DOMAIN_SAVE_IMAGE_XML_FLAGS.secure
    }
  ],
  virDomainManagedSaveRemove: [
    "domain.hibernate"
  ],
  virDomainOpenChannel: [
    "domain.open-device"
  ],
  virDomainOpenConsole: [
    "domain.open-device"
  ],
  virDomainOpenGraphics: [
    "domain.open-graphics"
  ],
  virDomainOpenGraphicsFD: [
    "domain.open-graphics"
  ],
  virDomainPMSuspendForDuration: [
    "domain.pm-control"
  ],
  virDomainPMWakeup: [
    "domain.pm-control"
  ],
  virDomainPinEmulator: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainPinIOThread: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainPinVcpu: [
    "domain.write"
  ],
  virDomainPinVcpuFlags: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainQemuAgentCommand: [
    "domain.write"
  ],
  virDomainQemuAttach: [
    "domain.start",
    "domain.write"
  ],
  virDomainQemuMonitorCommand: [
    "domain.write"
  ],
  virDomainQemuMonitorCommandWithFiles: [
    "domain.write"
  ],
  virDomainReboot: [
    "domain.init-control",
    {
      permission: "domain.write",
      set: DOMAIN_REBOOT_FLAGS.guestAgent
    }
  ],
  virDomainRename: [
    "domain.write",
    "domain.save"
  ],
  virDomainReset: [
    "domain.reset"
  ],
  virDomainRestore: [
    "domain.start",
    "domain.write"
  ],
  virDomainRestoreFlags: [
    "domain.start",
    "domain.write"
  ],
  virDomainRestoreParams: [
    "domain.start",
    "domain.write"
  ],
  virDomainResume: [
    "domain.suspend"
  ],
  virDomainSave: [
    "domain.hibernate"
  ],
  virDomainSaveFlags: [
    "domain.hibernate"
  ],
  virDomainSaveImageDefineXML: [
    "domain.write",
    "domain.hibernate"
  ],
  virDomainSaveImageGetXMLDesc: [
    "domain.write"
  ],
  virDomainSaveParams: [
    "domain.hibernate"
  ],
  virDomainScreenshot: [
    "domain.screenshot"
  ],
  virDomainSendKey: [
    "domain.send-input"
  ],
  virDomainSendProcessSignal: [
    "domain.send-signal"
  ],
  virDomainSetAutostart: [
    "domain.write"
  ],
  virDomainSetAutostartOnce: [
    "domain.write"
  ],
  virDomainSetBlkioParameters: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetBlockIoTune: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetBlockThreshold: [
    "domain.write"
  ],
  virDomainSetGuestVcpus: [
    "domain.write"
  ],
  virDomainSetIOThreadParams: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetInterfaceParameters: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetLaunchSecurityState: [
    "domain.write"
  ],
  virDomainSetLifecycleAction: [
    "domain.write"
  ],
  virDomainSetMaxMemory: [
    "domain.write"
  ],
  virDomainSetMemory: [
    "domain.write"
  ],
  virDomainSetMemoryFlags: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetMemoryParameters: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetMemoryStatsPeriod: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetMetadata: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetNumaParameters: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetPerfEvents: [
    "domain.write"
  ],
  virDomainSetSchedulerParameters: [
    "domain.read"
  ],
  virDomainSetSchedulerParametersFlags: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetThrottleGroup: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetTime: [
    "domain.set-time"
  ],
  virDomainSetUserPassword: [
    "domain.set-password"
  ],
  virDomainSetVcpu: [
    "domain.write",
    ...WHERE_STORED
  ],
  virDomainSetVcpus: [
    "domain.write"
  ],
  virDomainSetVcpusFlags: [
    "domain.write",
    ...WHERE_STORED,
    {
      permission: "domain.write",
      set: DOMAIN_VCPU_FLAGS.guest
    }
  ],
  virDomainShutdown: [
    "domain.init-control"
  ],
  virDomainShutdownFlags: [
    "domain.init-control",
    {
      permission: "domain.write",
      set: DOMAIN_SHUTDOWN_FLAGS.guestAgent
    }
  ],
  virDomainStartDirtyRateCalc: [
    "domain.write"
  ],
  virDomainSuspend: [
    "domain.suspend"
  ],
  virDomainUndefine: [
    "domain.delete"
  ],
  virDomainUndefineFlags: [
    "domain.delete"
  ],
  virDomainUpdateDeviceFlags: [
    "domain.write",
    ...WHERE_STORED
  ]
};

// src/model/api_permissions_domain_jobs.ts
var DOMAIN_JOB_PERMISSIONS = {
  virDomainBackupBegin: [
    "domain.checkpoint",
    "domain.block-write"
  ],
  virDomainBackupGetXMLDesc: [
    "domain.read"
  ],
  virDomainBlockCommit: [
    "domain.block-write"
  ],
  virDomainBlockCopy: [
    "domain.block-write"
  ],
  virDomainBlockJobAbort: [
    "domain.write"
  ],
  virDomainBlockJobSetSpeed: [
    "domain.write"
  ],
  virDomainBlockPeek: [
    "domain.block-read"
  ],
  virDomainBlockPull: [
    "domain.block-write"
  ],
  virDomainBlockRebase: [
    "domain.block-write"
  ],
  virDomainBlockResize: [
    "domain.block-write"
  ],
  virDomainBlockStats: [
    "domain.read"
  ],
  virDomainBlockStatsFlags: [
    "domain.read"
  ],
  virDomainCheckpointCreateXML: [
    "domain.checkpoint",
    {
      permission: "domain.fs-freeze",
      set: CHECKPOINT_CREATE_FLAGS.quiesce
    }
  ],
  virDomainCheckpointDelete: [
    "domain.checkpoint"
  ],
  virDomainCheckpointGetParent: [
    "domain.read"
  ],
  virDomainCheckpointGetXMLDesc: [
    "domain.read",
    {
      permission: "domain.read-secure",
      set: CHECKPOINT_XML_FLAGS.secure
    }
  ],
  virDomainCheckpointListAllChildren: [
    "domain.read"
  ],
  virDomainCheckpointLookupByName: [
    "domain.read"
  ],
  virDomainHasCurrentSnapshot: [
    "domain.read"
  ],
  virDomainListAllCheckpoints: [
    "domain.read"
  ],
  virDomainListAllSnapshots: [
    "domain.read"
  ],
  virDomainMigrateBegin3: [
    "domain.migrate"
  ],
  virDomainMigrateBegin3Params: [
    "domain.migrate"
  ],
  virDomainMigrateConfirm3: [
    "domain.migrate"
  ],
  virDomainMigrateConfirm3Params: [
    "domain.migrate"
  ],
  virDomainMigrateFinish: [
    "domain.migrate"
  ],
  virDomainMigrateFinish2: [
    "domain.migrate"
  ],
  virDomainMigrateFinish3: [
    "domain.migrate"
  ],
  virDomainMigrateFinish3Params: [
    "domain.migrate"
  ],
  virDomainMigrateGetCompressionCache: [
    "domain.migrate"
  ],
  virDomainMigrateGetMaxDowntime: [
    "domain.migrate"
  ],
  virDomainMigrateGetMaxSpeed: [
    "domain.migrate"
  ],
  virDomainMigratePerform: [
    "domain.migrate"
  ],
  virDomainMigratePerform3: [
    "domain.migrate"
  ],
  virDomainMigratePerform3Params: [
    "domain.migrate"
  ],
  virDomainMigratePrepare: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigratePrepare2: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigratePrepare3: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigratePrepare3Params: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigratePrepareTunnel: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigratePrepareTunnel3: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigratePrepareTunnel3Params: [
    "domain.migrate",
    "domain.start",
    "domain.write"
  ],
  virDomainMigrateSetCompressionCache: [
    "domain.migrate"
  ],
  virDomainMigrateSetMaxDowntime: [
    "domain.migrate"
  ],
  virDomainMigrateSetMaxSpeed: [
    "domain.migrate"
  ],
  virDomainMigrateStartPostCopy: [
    "domain.migrate"
  ],
  virDomainRevertToSnapshot: [
    "domain.snapshot"
  ],
  virDomainSnapshotCreateXML: [
    "domain.snapshot",
    {
      permission: "domain.fs-freeze",
      set: SNAPSHOT_CREATE_FLAGS.quiesce
    }
  ],
  virDomainSnapshotCurrent: [
    "domain.read"
  ],
  virDomainSnapshotDelete: [
    "domain.snapshot"
  ],
  virDomainSnapshotGetParent: [
    "domain.read"
  ],
  virDomainSnapshotGetXMLDesc: [
    "domain.read",
    {
      permission: "domain.read-secure",
      set: SNAPSHOT_XML_FLAGS.secure
    }
  ],
  virDomainSnapshotHasMetadata: [
    "domain.read"
  ],
  virDomainSnapshotIsCurrent: [
    "domain.read"
  ],
  virDomainSnapshotListAllChildren: [
    "domain.read"
  ],
  virDomainSnapshotListChildrenNames: [
    "domain.read"
  ],
  virDomainSnapshotListNames: [
    "domain.read"
  ],
  virDomainSnapshotLookupByName: [
    "domain.read"
  ],
  virDomainSnapshotNum: [
    "domain.read"
  ],
  virDomainSnapshotNumChildren: [
    "domain.read"
  ]
};

// src/model/api_permissions_domain_reads.ts
var DOMAIN_READ_PERMISSIONS = {
  virDomainGetAutostart: [
    "domain.read"
  ],
  virDomainGetAutostartOnce: [
    "domain.read"
  ],
  virDomainGetBlkioParameters: [
    "domain.read"
  ],
  virDomainGetBlockInfo: [
    "domain.read"
  ],
  virDomainGetBlockIoTune: [
    "domain.read"
  ],
  virDomainGetBlockJobInfo: [
    "domain.read"
  ],
  virDomainGetCPUStats: [
    "domain.read"
  ],
  virDomainGetControlInfo: [
    "domain.read"
  ],
  virDomainGetDiskErrors: [
    "domain.read"
  ],
  virDomainGetEmulatorPinInfo: [
    "domain.read"
  ],
  virDomainGetFSInfo: [
    "domain.fs-freeze"
  ],
  virDomainGetGuestInfo: [
    "domain.write"
  ],
  virDomainGetGuestVcpus: [
    "domain.write"
  ],
  virDomainGetHostname: [
    "domain.write"
  ],
  virDomainGetIOThreadInfo: [
    "domain.read"
  ],
  virDomainGetInfo: [
    "domain.read"
  ],
  virDomainGetInterfaceParameters: [
    "domain.read"
  ],
  virDomainGetJobInfo: [
    "domain.read"
  ],
  virDomainGetJobStats: [
    "domain.read"
  ],
  virDomainGetLaunchSecurityInfo: [
    "domain.read"
  ],
  virDomainGetMaxMemory: [
    "domain.read"
  ],
  virDomainGetMaxVcpus: [
    "domain.read"
  ],
  virDomainGetMemoryParameters: [
    "domain.read"
  ],
  virDomainGetMessages: [
    "domain.read"
  ],
  virDomainGetMetadata: [
    "domain.read"
  ],
  virDomainGetNumaParameters: [
    "domain.read"
  ],
  virDomainGetOSType: [
    "domain.read"
  ],
  virDomainGetPerfEvents: [
    "domain.read"
  ],
  virDomainGetSchedulerParameters: [
    "domain.read"
  ],
  virDomainGetSchedulerParametersFlags: [
    "domain.read"
  ],
  virDomainGetSchedulerType: [
    "domain.read"
  ],
  virDomainGetSecurityLabel: [
    "domain.read"
  ],
  virDomainGetSecurityLabelList: [
    "domain.read"
  ],
  virDomainGetState: [
    "domain.read"
  ],
  virDomainGetTime: [
    "domain.write"
  ],
  virDomainGetVcpuPinInfo: [
    "domain.read"
  ],
  virDomainGetVcpus: [
    "domain.read"
  ],
  virDomainGetVcpusFlags: [
    "domain.read",
    {
      permission: "domain.write",
      set: DOMAIN_VCPU_FLAGS.guest
    }
  ],
  virDomainGetXMLDesc: [
    "domain.read",
    {
      permission: "domain.read-secure",
      set: DOMAIN_XML_FLAGS.secure
    },
    {
      permission: "domain.read-secure",
      set: DOMAIN_XML_FLAGS.migratable
    }
  ],
  virDomainHasManagedSaveImage: [
    "domain.read"
  ],
  virDomainInterfaceAddresses: [
    "domain.read",
    {
      permission: "domain.write",
      source: INTERFACE_ADDRESSES_SOURCES.agent
    }
  ],
  virDomainInterfaceStats: [
    "domain.read"
  ],
  virDomainIsActive: [
    "domain.read"
  ],
  virDomainIsPersistent: [
    "domain.read"
  ],
  virDomainIsUpdated: [
    "domain.read"
  ],
  virDomainLookupByID: [
    "domain.getattr"
  ],
  virDomainLookupByName: [
    "domain.getattr"
  ],
  virDomainLookupByUUID: [
    "domain.getattr"
  ],
  virDomainMemoryPeek: [
    "domain.mem-read"
  ],
  virDomainMemoryStats: [
    "domain.read"
  ]
};

// src/model/api_permissions_host_objects.ts
var HOST_OBJECT_PERMISSIONS = {
  virInterfaceChangeBegin: [
    "connect.interface-transaction"
  ],
  virInterfaceChangeCommit: [
    "connect.interface-transaction"
  ],
  virInterfaceChangeRollback: [
    "connect.interface-transaction"
  ],
  virInterfaceCreate: [
    "interface.start"
  ],
  virInterfaceDefineXML: [
    "interface.write",
    "interface.save"
  ],
  virInterfaceDestroy: [
    "interface.stop"
  ],
  virInterfaceGetXMLDesc: [
    "interface.read"
  ],
  virInterfaceIsActive: [
    "interface.read"
  ],
  virInterfaceLookupByMACString: [
    "interface.getattr"
  ],
  virInterfaceLookupByName: [
    "interface.getattr"
  ],
  virInterfaceUndefine: [
    "interface.delete"
  ],
  virNodeDeviceCreate: [
    "node-device.start"
  ],
  virNodeDeviceCreateXML: [
    "node-device.write",
    "node-device.start"
  ],
  virNodeDeviceDefineXML: [
    "node-device.write"
  ],
  virNodeDeviceDestroy: [
    "node-device.stop"
  ],
  virNodeDeviceDetachFlags: [
    "node-device.detach"
  ],
  virNodeDeviceDettach: [
    "node-device.detach"
  ],
  virNodeDeviceGetAutostart: [
    "node-device.read"
  ],
  virNodeDeviceGetParent: [
    "node-device.read"
  ],
  virNodeDeviceGetXMLDesc: [
    "node-device.read"
  ],
  virNodeDeviceIsActive: [
    "node-device.read"
  ],
  virNodeDeviceIsPersistent: [
    "node-device.read"
  ],
  virNodeDeviceListCaps: [
    "node-device.read"
  ],
  virNodeDeviceLookupByName: [
    "node-device.getattr"
  ],
  virNodeDeviceLookupSCSIHostByWWN: [
    "node-device.getattr"
  ],
  virNodeDeviceNumOfCaps: [
    "node-device.read"
  ],
  virNodeDeviceReAttach: [
    "node-device.detach"
  ],
  virNodeDeviceReset: [
    "node-device.detach"
  ],
  virNodeDeviceSetAutostart: [
    "node-device.write"
  ],
  virNodeDeviceUndefine: [
    "node-device.delete"
  ],
  virNodeDeviceUpdate: [
    "node-device.write"
  ],
  virSecretDefineXML: [
    "secret.write",
    "secret.save"
  ],
  virSecretGetValue: [
    "secret.read-secure"
  ],
  virSecretGetXMLDesc: [
    "secret.read"
  ],
  virSecretLookupByUUID: [
    "secret.getattr"
  ],
  virSecretLookupByUsage: [
    "secret.getattr"
  ],
  virSecretSetValue: [
    "secret.write"
  ],
  virSecretUndefine: [
    "secret.delete"
  ]
};

// src/model/api_permissions_network.ts
var NETWORK_PERMISSIONS = {
  virNWFilterBindingCreateXML: [
    "nwfilter-binding.create"
  ],
  virNWFilterBindingDelete: [
    "nwfilter-binding.delete"
  ],
  virNWFilterBindingGetXMLDesc: [
    "nwfilter-binding.read"
  ],
  virNWFilterBindingLookupByPortDev: [
    "nwfilter-binding.getattr"
  ],
  virNWFilterDefineXML: [
    "nwfilter.write",
    "nwfilter.save"
  ],
  virNWFilterDefineXMLFlags: [
    "nwfilter.write",
    "nwfilter.save"
  ],
  virNWFilterGetXMLDesc: [
    "nwfilter.read"
  ],
  virNWFilterLookupByName: [
    "nwfilter.getattr"
  ],
  virNWFilterLookupByUUID: [
    "nwfilter.getattr"
  ],
  virNWFilterUndefine: [
    "nwfilter.delete"
  ],
  virNetworkCreate: [
    "network.start"
  ],
  virNetworkCreateXML: [
    "network.write",
    "network.start"
  ],
  virNetworkCreateXMLFlags: [
    "network.write",
    "network.start"
  ],
  virNetworkDefineXML: [
    "network.write",
    "network.save"
  ],
  virNetworkDefineXMLFlags: [
    "network.write",
    "network.save"
  ],
  virNetworkDestroy: [
    "network.stop"
  ],
  virNetworkGetAutostart: [
    "network.read"
  ],
  virNetworkGetBridgeName: [
    "network.read"
  ],
  virNetworkGetDHCPLeases: [
    "network.read"
  ],
  virNetworkGetMetadata: [
    "network.read"
  ],
  virNetworkGetXMLDesc: [
    "network.read"
  ],
  virNetworkIsActive: [
    "network.read"
  ],
  virNetworkIsPersistent: [
    "network.read"
  ],
  virNetworkListAllPorts: [
    "network.search-ports"
  ],
  virNetworkLookupByName: [
    "network.getattr"
  ],
  virNetworkLookupByUUID: [
    "network.getattr"
  ],
  virNetworkPortCreateXML: [
    "network-port.create"
  ],
  virNetworkPortDelete: [
    "network-port.delete"
  ],
  virNetworkPortGetParameters: [
    "network-port.read"
  ],
  virNetworkPortGetXMLDesc: [
    "network-port.read"
  ],
  virNetworkPortLookupByUUID: [
    "network-port.getattr"
  ],
  virNetworkPortSetParameters: [
    "network-port.write"
  ],
  virNetworkSetAutostart: [
    "network.write"
  ],
  virNetworkSetMetadata: [
    "network.write",
    ...WHERE_NETWORK_STORED
  ],
  virNetworkUndefine: [
    "network.delete"
  ],
  virNetworkUpdate: [
    "network.write",
    ...WHERE_NETWORK_STORED
  ]
};

// src/model/api_permissions_storage.ts
var STORAGE_PERMISSIONS = {
  virStoragePoolBuild: [
    "storage-pool.format"
  ],
  virStoragePoolCreate: [
    "storage-pool.start"
  ],
  virStoragePoolCreateXML: [
    "storage-pool.start",
    "storage-pool.write"
  ],
  virStoragePoolDefineXML: [
    "storage-pool.write",
    "storage-pool.save"
  ],
  virStoragePoolDelete: [
    "storage-pool.format"
  ],
  virStoragePoolDestroy: [
    "storage-pool.stop"
  ],
  virStoragePoolGetAutostart: [
    "storage-pool.read"
  ],
  virStoragePoolGetInfo: [
    "storage-pool.read"
  ],
  virStoragePoolGetXMLDesc: [
    "storage-pool.read"
  ],
  virStoragePoolIsActive: [
    "storage-pool.read"
  ],
  virStoragePoolIsPersistent: [
    "storage-pool.read"
  ],
  virStoragePoolListAllVolumes: [
    "storage-pool.search-storage-vols"
  ],
  virStoragePoolListVolumes: [
    "storage-pool.search-storage-vols"
  ],
  virStoragePoolLookupByName: [
    "storage-pool.getattr"
  ],
  virStoragePoolLookupByTargetPath: [
    "storage-pool.getattr"
  ],
  virStoragePoolLookupByUUID: [
    "storage-pool.getattr"
  ],
  virStoragePoolLookupByVolume: [
    "storage-pool.getattr"
  ],
  virStoragePoolNumOfVolumes: [
    "storage-pool.search-storage-vols"
  ],
  virStoragePoolRefresh: [
    "storage-pool.refresh"
  ],
  virStoragePoolSetAutostart: [
    "storage-pool.write"
  ],
  virStoragePoolUndefine: [
    "storage-pool.delete"
  ],
  virStorageVolCreateXML: [
    "storage-vol.create"
  ],
  virStorageVolCreateXMLFrom: [
    "storage-vol.create"
  ],
  virStorageVolDelete: [
    "storage-vol.delete"
  ],
  virStorageVolDownload: [
    "storage-vol.data-read"
  ],
  virStorageVolGetInfo: [
    "storage-vol.read"
  ],
  virStorageVolGetInfoFlags: [
    "storage-vol.read"
  ],
  virStorageVolGetPath: [
    "storage-vol.read"
  ],
  virStorageVolGetXMLDesc: [
    "storage-vol.read"
  ],
  virStorageVolLookupByKey: [
    "storage-vol.getattr"
  ],
  virStorageVolLookupByName: [
    "storage-vol.getattr"
  ],
  virStorageVolLookupByPath: [
    "storage-vol.getattr"
  ],
  virStorageVolResize: [
    "storage-vol.resize"
  ],
  virStorageVolUpload: [
    "storage-vol.data-write"
  ],
  virStorageVolWipe: [
    "storage-vol.format"
  ],
  virStorageVolWipePattern: [
    "storage-vol.format"
  ]
};

// src/model/api_permissions.ts
var API_PERMISSIONS = {
  ...CONNECTION_PERMISSIONS,
  ...DOMAIN_READ_PERMISSIONS,
  ...DOMAIN_CHANGE_PERMISSIONS,
  ...DOMAIN_JOB_PERMISSIONS,
  ...NETWORK_PERMISSIONS,
  ...STORAGE_PERMISSIONS,
  ...HOST_OBJECT_PERMISSIONS
};
var API_FILTERS = {
  virConnectDomainEventRegister: "domain.getattr",
  virConnectDomainEventRegisterAny: "domain.getattr",
  virConnectDomainQemuMonitorEventRegister: "domain.getattr",
  virConnectGetAllDomainStats: "domain.read",
  virConnectListAllDomains: "domain.getattr",
  virConnectListAllInterfaces: "interface.getattr",
  virConnectListAllNWFilterBindings: "nwfilter-binding.getattr",
  virConnectListAllNWFilters: "nwfilter.getattr",
  virConnectListAllNetworks: "network.getattr",
  virConnectListAllNodeDevices: "node-device.getattr",
  virConnectListAllSecrets: "secret.getattr",
  virConnectListAllStoragePools: "storage-pool.getattr",
  virConnectListDefinedDomains: "domain.getattr",
  virConnectListDefinedInterfaces: "interface.getattr",
  virConnectListDefinedNetworks: "network.getattr",
  virConnectListDefinedStoragePools: "storage-pool.getattr",
  virConnectListDomains: "domain.getattr",
  virConnectListInterfaces: "interface.getattr",
  virConnectListNWFilters: "nwfilter.getattr",
  virConnectListNetworks: "network.getattr",
  virConnectListSecrets: "secret.getattr",
  virConnectListStoragePools: "storage-pool.getattr",
  virConnectNetworkEventRegisterAny: "network.getattr",
  virConnectNodeDeviceEventRegisterAny: "node-device.getattr",
  virConnectNumOfDefinedDomains: "domain.getattr",
  virConnectNumOfDefinedInterfaces: "interface.getattr",
  virConnectNumOfDefinedNetworks: "network.getattr",
  virConnectNumOfDefinedStoragePools: "storage-pool.getattr",
  virConnectNumOfDomains: "domain.getattr",
  virConnectNumOfInterfaces: "interface.getattr",
  virConnectNumOfNWFilters: "nwfilter.getattr",
  virConnectNumOfNetworks: "network.getattr",
  virConnectNumOfSecrets: "secret.getattr",
  virConnectNumOfStoragePools: "storage-pool.getattr",
  virConnectSecretEventRegisterAny: "secret.getattr",
  virConnectStoragePoolEventRegisterAny: "storage-pool.getattr",
  virDomainListGetStats: "domain.read",
  virNetworkListAllPorts: "network-port.getattr",
  virNodeListDevices: "node-device.getattr",
  virNodeNumOfDevices: "node-device.getattr",
  virStoragePoolListAllVolumes: "storage-vol.getattr",
  virStoragePoolListVolumes: "storage-vol.getattr",
  virStoragePoolNumOfVolumes: "storage-vol.getattr"
};

// src/model/api_writes.ts
var LOOKS = /\.(?:getattr|read|search-[a-z-]+)$/;
var REFUSED = /* @__PURE__ */ new Set([
  "virDomainGetLaunchSecurityInfo",
  "virDomainSetSchedulerParameters",
  "virNodeDeviceGetAutostart",
  "virNodeGetSEVInfo"
]);
var LET_PASS = /* @__PURE__ */ new Set([
  "virConnectSetIdentity",
  "virDomainMigrateGetCompressionCache",
  "virDomainMigrateGetMaxDowntime"
]);
function refusesReaders(api) {
  if (LET_PASS.has(api)) return false;
  return REFUSED.has(api) || !API_PERMISSIONS[api].every((need) => typeof need !== "string" || LOOKS.test(need));
}

// src/api/call_facts.ts
var CALLS = Object.fromEntries(Object.keys(API_PERMISSIONS).map((name) => [
  name,
  factsOf(name)
]));
function factsOf(name) {
  const facts = {
    writes: refusesReaders(name),
    errorDomain: apiErrorDomain(name)
  };
  const needs = API_PERMISSIONS[name];
  if (name.includes("Lookup")) return {
    ...facts,
    needs: [],
    sees: needs[0]
  };
  const filters = API_FILTERS;
  return {
    ...facts,
    needs,
    sees: filters[name]
  };
}

// src/api/event_cursor.ts
var EventCursor = class {
  #log;
  #filter;
  #next;
  #restarted;
  constructor(log, filter) {
    this.#log = log;
    this.#filter = filter;
    this.#next = (filter.since ?? log.last) + 1;
    if (this.#next <= log.last + 1) return;
    const reason = "the numbers began anew";
    this.#restarted = {
      kind: "gap",
      from: this.#next,
      to: this.#next,
      reason
    };
    this.#next = log.first;
  }
  /** What is next: an event that passes the filter, or a gap; undefined where there is nothing yet. */
  next() {
    if (this.#restarted !== void 0) {
      const gap = this.#restarted;
      this.#restarted = void 0;
      return gap;
    }
    const { first, last } = this.#log;
    if (this.#next < first) {
      const gap = {
        kind: "gap",
        from: this.#next,
        to: first - 1
      };
      this.#next = first;
      return gap;
    }
    while (this.#next <= last) {
      const item = this.#log.get(this.#next++);
      if (item !== void 0 && this.#wants(item)) return item;
    }
    return void 0;
  }
  #wants(item) {
    if (item.kind === "gap") return true;
    const { event } = item;
    const { kinds, domain } = this.#filter;
    if (kinds !== void 0 && !kinds.includes(event.kind)) return false;
    return domain === void 0 || event.kind === "domain" && event.domain.uuid === domain.uuid;
  }
};

// src/api/event_feed.ts
var REGISTER = {
  domain: "virConnectDomainEventRegisterAny",
  network: "virConnectNetworkEventRegisterAny",
  storagePool: "virConnectStoragePoolEventRegisterAny",
  nodeDevice: "virConnectNodeDeviceEventRegisterAny",
  secret: "virConnectSecretEventRegisterAny"
};
function feedOf(session, log, options) {
  begin(session, log, options);
  const cursor = new EventCursor(log, options);
  const { signal } = options;
  let ended = false;
  let wake;
  const stirred = () => wake?.();
  const unlisten = log.listen(stirred);
  const end = () => {
    ended = true;
    unlisten();
    signal?.removeEventListener("abort", end);
    session.life.forget(end);
    stirred();
  };
  signal?.addEventListener("abort", end, {
    once: true
  });
  session.life.add(end, end);
  let authorised;
  return {
    async next() {
      await (authorised ??= authorise(session, options.kinds));
      while (!ended && !signal?.aborted) {
        const item = cursor.next();
        if (item === void 0) {
          if (log.ended) break;
          await new Promise((resolve) => wake = resolve);
        } else if (await maySee(session, item)) return {
          done: false,
          value: item
        };
      }
      end();
      return {
        done: true,
        value: void 0
      };
    },
    return() {
      end();
      return Promise.resolve({
        done: true,
        value: void 0
      });
    },
    [Symbol.asyncIterator]() {
      return this;
    }
  };
}
function subscribeTo(session, log, { listener, ...filter }) {
  begin(session, log, filter);
  const cursor = new EventCursor(log, filter);
  let busy = false;
  let ended = false;
  const deliver = async () => {
    if (busy) return;
    busy = true;
    for (let item = cursor.next(); item !== void 0 && !ended; item = cursor.next()) {
      const seen = maySee(session, item);
      if (typeof seen === "boolean" ? seen : await seen) listener(item);
    }
    busy = false;
  };
  const unlisten = log.listen(deliver);
  const end = () => {
    ended = true;
    unlisten();
    session.life.forget(end);
  };
  session.life.add(end, end);
  deliver();
  return end;
}
function begin(session, log, { kinds }) {
  const call = REGISTER[kinds?.[0] ?? "domain"];
  session.use(call);
  if (!log.supported) {
    throw new VirtError("VIR_ERR_NO_SUPPORT", call, {
      domain: CALLS[call].errorDomain,
      step: call
    });
  }
  log.start();
}
async function authorise(session, kinds = []) {
  for (const kind of kinds) await session.authorise(REGISTER[kind]);
}
function maySee(session, item) {
  if (item.kind === "gap") return true;
  const call = REGISTER[item.event.kind];
  const { sees } = CALLS[call];
  const question = session.question(call);
  return question === void 0 || sees === void 0 || isAllowed(question, sees, targetOf2(item.event));
}
function targetOf2(event) {
  switch (event.kind) {
    case "domain":
      return event.domain;
    case "network":
      return event.network;
    case "storagePool":
      return event.pool;
    case "nodeDevice":
      return event.device;
    case "secret":
      return event.secret;
  }
}

// src/api/event_log.ts
var EventLog = class {
  #source;
  #ring;
  #listeners = /* @__PURE__ */ new Set();
  #firstNumber;
  #next;
  #unsubscribe;
  #ended = false;
  /** A log of what a driver tells; undefined where it tells nothing. */
  constructor(source, { capacity = 1e4, firstNumber = 1 } = {}) {
    this.#source = source;
    this.#ring = new Array(capacity);
    this.#firstNumber = firstNumber;
    this.#next = firstNumber;
  }
  /** Whether the driver tells events at all. */
  get supported() {
    return this.#source !== void 0;
  }
  /** Whether there will be no more. */
  get ended() {
    return this.#ended;
  }
  /** The number of the oldest that is kept. */
  get first() {
    return Math.max(this.#firstNumber, this.#next - this.#ring.length);
  }
  /** The number of the newest; one less than {@linkcode EventLog.first} where there is none. */
  get last() {
    return this.#next - 1;
  }
  /** Begins to take events from the driver. */
  start() {
    if (this.#unsubscribe !== void 0 || this.#ended) return;
    this.#unsubscribe = this.#source?.subscribe((event) => this.#append(event));
  }
  /** What has this number, while it is kept. */
  get(number) {
    return number < this.first || number > this.last ? void 0 : this.#ring[number % this.#ring.length];
  }
  /** Calls the listener after each event, and at the end; gives the function that ends it. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  /** Takes no more events, and tells everybody. */
  end() {
    this.#ended = true;
    this.#unsubscribe?.();
    for (const listener of this.#listeners) listener();
  }
  #append(event) {
    const number = this.#next;
    this.#ring[number % this.#ring.length] = event.kind === "missed" ? {
      kind: "gap",
      from: number,
      to: number,
      reason: event.reason
    } : {
      kind: "event",
      number,
      event
    };
    this.#next = number + 1;
    for (const listener of this.#listeners) listener();
  }
};

// src/api/objects/interface.ts
var Interface = class extends Handle {
  /** Its name: `eth0`. */
  get name() {
    return this.reference.name;
  }
  /** Its hardware address, which may be empty. */
  get mac() {
    return this.reference.mac;
  }
  /** What it is now, or what is configured with `inactive`, as `<interface>` (`virInterfaceGetXMLDesc`). */
  getXml(flags = {}, options) {
    return this.call("virInterfaceGetXMLDesc", "interfaces", "getXml", [
      flags
    ], options);
  }
  /** Whether it is up (`virInterfaceIsActive`). */
  isActive(options) {
    return this.call("virInterfaceIsActive", "interfaces", "isActive", [], options);
  }
  /** Removes its configuration (`virInterfaceUndefine`). */
  undefine(options) {
    return this.call("virInterfaceUndefine", "interfaces", "undefine", [], options);
  }
  /** Brings it up (`virInterfaceCreate`). */
  create(options) {
    return this.call("virInterfaceCreate", "interfaces", "create", [], options);
  }
  /** Takes it down (`virInterfaceDestroy`). */
  destroy(options) {
    return this.call("virInterfaceDestroy", "interfaces", "destroy", [], options);
  }
};

// src/api/objects/interfaces.ts
var TRANSACTION = Symbol("interface transaction");
var Interfaces = class extends Section {
  /** Every interface that passes the filter; an empty one passes all (`virConnectListAllInterfaces`). */
  async list(filter = {}, options) {
    const found = await this.session.invoke("virConnectListAllInterfaces", "interfaces", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The interface with this name (`virInterfaceLookupByName`). Throws `VIR_ERR_NO_INTERFACE`. */
  async lookupByName(name, options) {
    const call = "virInterfaceLookupByName";
    return this.from(await this.session.invoke(call, "interfaces", "lookupByName", [
      name
    ], options));
  }
  /**
   * The interface with this hardware address (`virInterfaceLookupByMACString`). Throws `VIR_ERR_NO_INTERFACE`, and
   * `VIR_ERR_MULTIPLE_INTERFACES` where several have it.
   */
  async lookupByMac(mac, options) {
    const call = "virInterfaceLookupByMACString";
    return this.from(await this.session.invoke(call, "interfaces", "lookupByMac", [
      mac
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such an interface. */
  from(reference) {
    return new Interface(this.session, reference);
  }
  /** Writes the configuration of an interface without starting it (`virInterfaceDefineXML`). */
  async define(xml, flags = {}, options) {
    return this.from(await this.session.invoke("virInterfaceDefineXML", "interfaces", "define", [
      xml,
      flags
    ], options));
  }
  /**
   * Keeps the present configuration, so that it can be gone back to (`virInterfaceChangeBegin`). It is gone back to
   * when this connection closes without a commit.
   */
  async beginChange(options) {
    const { session } = this;
    await session.invoke("virInterfaceChangeBegin", "interfaces", "beginChange", [], options);
    session.life.add(TRANSACTION, (signal) => session.driver.interfaces?.rollbackChange?.({
      signal
    }));
  }
  /** Forgets the configuration that was kept (`virInterfaceChangeCommit`). */
  async commitChange(options) {
    await this.session.invoke("virInterfaceChangeCommit", "interfaces", "commitChange", [], options);
    this.session.life.forget(TRANSACTION);
  }
  /** Goes back to the configuration that was kept (`virInterfaceChangeRollback`). */
  async rollbackChange(options) {
    await this.session.invoke("virInterfaceChangeRollback", "interfaces", "rollbackChange", [], options);
    this.session.life.forget(TRANSACTION);
  }
};

// src/api/objects/machine.ts
var Machine = class extends Section {
  /** Its name (`virConnectGetHostname`). */
  getHostname(options) {
    return this.session.invoke("virConnectGetHostname", "host", "getHostname", [], options);
  }
  /** Its kind, memory (KiB), and how many processors of which shape (`virNodeGetInfo`). */
  getInfo(options) {
    return this.session.invoke("virNodeGetInfo", "host", "getNodeInfo", [], options);
  }
  /** Which processors it has, and which are online (`virNodeGetCPUMap`). */
  getCpuMap(options) {
    return this.session.invoke("virNodeGetCPUMap", "host", "getCpuMap", [], options);
  }
  /** Nanoseconds by kind (`kernel`, `user`, `idle`, …) of one processor, or of all together (`virNodeGetCPUStats`). */
  getCpuStats(cpu, options) {
    return this.session.invoke("virNodeGetCPUStats", "host", "getCpuStats", [
      cpu
    ], options);
  }
  /** KiB by kind (`total`, `free`, …) of one NUMA cell, or of the machine (`virNodeGetMemoryStats`). */
  getMemoryStats(cell, options) {
    return this.session.invoke("virNodeGetMemoryStats", "host", "getMemoryStats", [
      cell
    ], options);
  }
  /** Free memory: bytes (`virNodeGetFreeMemory`). */
  getFreeMemory(options) {
    return this.session.invoke("virNodeGetFreeMemory", "host", "getFreeMemory", [], options);
  }
  /** Free memory of so many NUMA cells from one on: bytes (`virNodeGetCellsFreeMemory`). */
  getCellsFreeMemory(start, count, options) {
    return this.session.invoke("virNodeGetCellsFreeMemory", "host", "getCellsFreeMemory", [
      start,
      count
    ], options);
  }
  /** Free pages: for each cell in order, one count for each page size (`virNodeGetFreePages`). */
  getFreePages(query, options) {
    return this.session.invoke("virNodeGetFreePages", "host", "getFreePages", [
      query
    ], options);
  }
  /** Changes the pools of huge pages, and gives how many pools were changed (`virNodeAllocPages`). */
  allocPages(request, options) {
    return this.session.invoke("virNodeAllocPages", "host", "allocPages", [
      request
    ], options);
  }
  /** How it shares equal pages of memory: `shm_pages_to_scan`, … (`virNodeGetMemoryParameters`). */
  getMemoryParameters(options) {
    return this.session.invoke("virNodeGetMemoryParameters", "host", "getMemoryParameters", [], options);
  }
  /** Sets what {@linkcode Machine.getMemoryParameters} gives (`virNodeSetMemoryParameters`). */
  setMemoryParameters(parameters, options) {
    return this.session.invoke("virNodeSetMemoryParameters", "host", "setMemoryParameters", [
      parameters
    ], options);
  }
  /** Its first security model; empty words where it has none (`virNodeGetSecurityModel`). */
  getSecurityModel(options) {
    return this.session.invoke("virNodeGetSecurityModel", "host", "getSecurityModel", [], options);
  }
  /** What a machine with AMD SEV tells owners of guests (`virNodeGetSEVInfo`). */
  getSevInfo(options) {
    return this.session.invoke("virNodeGetSEVInfo", "host", "getSevInfo", [], options);
  }
  /** Its SMBIOS tables as `<sysinfo>` (`virConnectGetSysinfo`). */
  getSysinfo(options) {
    return this.session.invoke("virConnectGetSysinfo", "host", "getSysinfo", [], options);
  }
  /** The most virtual processors a guest of a type (`kvm`, …) can have (`virConnectGetMaxVcpus`). */
  getMaxVcpus(type, options) {
    return this.session.invoke("virConnectGetMaxVcpus", "host", "getMaxVcpus", [
      type
    ], options);
  }
  /** Lets the machine sleep for some seconds (`virNodeSuspendForDuration`). */
  suspendForDuration(request, options) {
    return this.session.invoke("virNodeSuspendForDuration", "host", "suspendForDuration", [
      request
    ], options);
  }
  /** The CPU models that are known for an architecture (`virConnectGetCPUModelNames`). */
  getCpuModelNames(arch, options) {
    return this.session.invoke("virConnectGetCPUModelNames", "host", "getCpuModelNames", [
      arch
    ], options);
  }
  /** How a CPU (`<cpu>` as XML) relates to the machine's (`virConnectCompareCPU`). */
  compareCpu(xml, flags = {}, options) {
    return this.session.invoke("virConnectCompareCPU", "host", "compareCpu", [
      xml,
      flags
    ], options);
  }
  /** The CPU that all of these have in common, as XML (`virConnectBaselineCPU`). */
  baselineCpu(cpus, flags = {}, options) {
    return this.session.invoke("virConnectBaselineCPU", "host", "baselineCpu", [
      cpus,
      flags
    ], options);
  }
  /** How a CPU relates to the one that an emulator can give (`virConnectCompareHypervisorCPU`). */
  compareHypervisorCpu(query, options) {
    return this.session.invoke("virConnectCompareHypervisorCPU", "host", "compareHypervisorCpu", [
      query
    ], options);
  }
  /** The CPU that an emulator could give on all of these, as XML (`virConnectBaselineHypervisorCPU`). */
  baselineHypervisorCpu(query, options) {
    return this.session.invoke("virConnectBaselineHypervisorCPU", "host", "baselineHypervisorCpu", [
      query
    ], options);
  }
};

// src/api/objects/network_filter.ts
var NetworkFilter = class extends Handle {
  /** Its name. */
  get name() {
    return this.reference.name;
  }
  /** Its UUID, in lower case with hyphens. */
  get uuid() {
    return this.reference.uuid;
  }
  /** Its rules as `<filter>` (`virNWFilterGetXMLDesc`). */
  getXml(options) {
    return this.call("virNWFilterGetXMLDesc", "networkFilters", "getXml", [], options);
  }
  /** Forgets it (`virNWFilterUndefine`). Throws `VIR_ERR_OPERATION_INVALID` where it is in use. */
  undefine(options) {
    return this.call("virNWFilterUndefine", "networkFilters", "undefine", [], options);
  }
};

// src/api/objects/network_filter_binding.ts
var NetworkFilterBinding = class extends Handle {
  /** The host device that it filters: `vnet0`. */
  get portDevice() {
    return this.reference.portDevice;
  }
  /** The filter's name. */
  get filterName() {
    return this.reference.filterName;
  }
  /** Its description as `<filterbinding>` (`virNWFilterBindingGetXMLDesc`). */
  getXml(options) {
    return this.call("virNWFilterBindingGetXMLDesc", "networkFilterBindings", "getXml", [], options);
  }
  /** Takes the filter from the device (`virNWFilterBindingDelete`). */
  delete(options) {
    return this.call("virNWFilterBindingDelete", "networkFilterBindings", "delete", [], options);
  }
};

// src/api/objects/network_filter_bindings.ts
var NetworkFilterBindings = class extends Section {
  /** Every binding (`virConnectListAllNWFilterBindings`). */
  async list(options) {
    const call = "virConnectListAllNWFilterBindings";
    const found = await this.session.invoke(call, "networkFilterBindings", "list", [], options);
    return found.map((reference) => this.from(reference));
  }
  /** The binding of a host device: `vnet0` (`virNWFilterBindingLookupByPortDev`). Throws `VIR_ERR_NO_NWFILTER_BINDING`. */
  async lookupByPortDevice(device, options) {
    const call = "virNWFilterBindingLookupByPortDev";
    return this.from(await this.session.invoke(call, "networkFilterBindings", "lookupByPortDevice", [
      device
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a binding. */
  from(reference) {
    return new NetworkFilterBinding(this.session, reference);
  }
  /** Binds a filter to a device, as `<filterbinding>` says (`virNWFilterBindingCreateXML`). */
  async createXml(xml, flags = {}, options) {
    const call = "virNWFilterBindingCreateXML";
    return this.from(await this.session.invoke(call, "networkFilterBindings", "createXml", [
      xml,
      flags
    ], options));
  }
};

// src/api/objects/network_filters.ts
var NetworkFilters = class extends Section {
  /** Which filter is bound to which device. */
  get bindings() {
    return new NetworkFilterBindings(this.session);
  }
  /** Every filter (`virConnectListAllNWFilters`). */
  async list(options) {
    const found = await this.session.invoke("virConnectListAllNWFilters", "networkFilters", "list", [], options);
    return found.map((reference) => this.from(reference));
  }
  /** The filter with this name (`virNWFilterLookupByName`). Throws `VIR_ERR_NO_NWFILTER`. */
  async lookupByName(name, options) {
    const call = "virNWFilterLookupByName";
    return this.from(await this.session.invoke(call, "networkFilters", "lookupByName", [
      name
    ], options));
  }
  /** The filter with this UUID (`virNWFilterLookupByUUID`). Throws `VIR_ERR_NO_NWFILTER`. */
  async lookupByUuid(uuid, options) {
    const key = checkUuid(uuid, {
      function: "virNWFilterLookupByUUIDString",
      domain: "VIR_FROM_NWFILTER"
    });
    const call = "virNWFilterLookupByUUID";
    return this.from(await this.session.invoke(call, "networkFilters", "lookupByUuid", [
      key
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a filter. */
  from(reference) {
    return new NetworkFilter(this.session, reference);
  }
  /** Keeps a filter, and applies it wherever it is in use (`virNWFilterDefineXML`, `virNWFilterDefineXMLFlags`). */
  async define(xml, flags, options) {
    const call = flags === void 0 ? "virNWFilterDefineXML" : "virNWFilterDefineXMLFlags";
    return this.from(await this.session.invoke(call, "networkFilters", "define", [
      xml,
      flags ?? {}
    ], options));
  }
};

// src/api/objects/network_port.ts
var NetworkPort = class extends Handle {
  /** Its UUID, in lower case with hyphens. */
  get uuid() {
    return this.reference.uuid;
  }
  /** Its description as `<networkport>` (`virNetworkPortGetXMLDesc`). */
  getXml(options) {
    return this.call("virNetworkPortGetXMLDesc", "networkPorts", "getXml", [], options);
  }
  /** Unplugs it (`virNetworkPortDelete`). */
  delete(options) {
    return this.call("virNetworkPortDelete", "networkPorts", "delete", [], options);
  }
  /** `inbound.average`, …: KiB a second (`virNetworkPortGetParameters`). */
  getParameters(options) {
    return this.call("virNetworkPortGetParameters", "networkPorts", "getParameters", [], options);
  }
  /** Sets what {@linkcode NetworkPort.getParameters} gives (`virNetworkPortSetParameters`). */
  setParameters(parameters, options) {
    return this.call("virNetworkPortSetParameters", "networkPorts", "setParameters", [
      parameters
    ], options);
  }
};

// src/api/objects/network.ts
var Network = class extends Handle {
  /** Its name. */
  get name() {
    return this.reference.name;
  }
  /** Its UUID, in lower case with hyphens. */
  get uuid() {
    return this.reference.uuid;
  }
  /** Its configuration as `<network>` (`virNetworkGetXMLDesc`). */
  getXml(flags = {}, options) {
    return this.call("virNetworkGetXMLDesc", "networks", "getXml", [
      flags
    ], options);
  }
  /** Whether it runs (`virNetworkIsActive`). */
  isActive(options) {
    return this.call("virNetworkIsActive", "networks", "isActive", [], options);
  }
  /** Whether its configuration is kept when it stops (`virNetworkIsPersistent`). */
  isPersistent(options) {
    return this.call("virNetworkIsPersistent", "networks", "isPersistent", [], options);
  }
  /** The host's bridge that it is made with (`virNetworkGetBridgeName`). Throws `VIR_ERR_INTERNAL_ERROR` where it has none. */
  getBridgeName(options) {
    return this.call("virNetworkGetBridgeName", "networks", "getBridgeName", [], options);
  }
  /** Forgets its configuration; a running network is gone when it stops (`virNetworkUndefine`). */
  undefine(options) {
    return this.call("virNetworkUndefine", "networks", "undefine", [], options);
  }
  /** Starts it (`virNetworkCreate`). */
  create(options) {
    return this.call("virNetworkCreate", "networks", "create", [], options);
  }
  /** Stops it (`virNetworkDestroy`). */
  destroy(options) {
    return this.call("virNetworkDestroy", "networks", "destroy", [], options);
  }
  /** Changes one part of it: a DHCP host, a DNS entry, … (`virNetworkUpdate`). */
  update(change, options) {
    return this.call("virNetworkUpdate", "networks", "update", [
      change
    ], options);
  }
  /** Whether it starts with the host (`virNetworkGetAutostart`). */
  getAutostart(options) {
    return this.call("virNetworkGetAutostart", "networks", "getAutostart", [], options);
  }
  /** Lets it start with the host, or not (`virNetworkSetAutostart`). */
  setAutostart(autostart, options) {
    return this.call("virNetworkSetAutostart", "networks", "setAutostart", [
      autostart
    ], options);
  }
  /** What its DHCP server has leased, to one MAC address or to all (`virNetworkGetDHCPLeases`). */
  getDhcpLeases(mac, options) {
    return this.call("virNetworkGetDHCPLeases", "networks", "getDhcpLeases", [
      mac
    ], options);
  }
  /** What is plugged into it (`virNetworkListAllPorts`). */
  async listPorts(options) {
    const found = await this.call("virNetworkListAllPorts", "networkPorts", "list", [], options);
    return found.map((reference) => this.portFrom(reference));
  }
  /** The port with this UUID (`virNetworkPortLookupByUUID`). Throws `VIR_ERR_NO_NETWORK_PORT`. */
  async lookupPort(uuid, options) {
    const key = checkUuid(uuid, {
      function: "virNetworkPortLookupByUUIDString",
      domain: "VIR_FROM_NETWORK"
    });
    return this.portFrom(await this.call("virNetworkPortLookupByUUID", "networkPorts", "lookupByUuid", [
      key
    ], options));
  }
  /** Plugs something in, as `<networkport>` describes it (`virNetworkPortCreateXML`). */
  async createPort(xml, flags = {}, options) {
    return this.portFrom(await this.call("virNetworkPortCreateXML", "networkPorts", "createXml", [
      xml,
      flags
    ], options));
  }
  /** A handle for a port's reference, without asking the hypervisor whether there is such a port. */
  portFrom(reference) {
    return new NetworkPort(this.session, reference);
  }
};

// src/api/objects/networks.ts
var Networks = class extends Section {
  /** Every network that passes the filter; an empty one passes all (`virConnectListAllNetworks`). */
  async list(filter = {}, options) {
    const found = await this.session.invoke("virConnectListAllNetworks", "networks", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The network with this name (`virNetworkLookupByName`). Throws `VIR_ERR_NO_NETWORK`. */
  async lookupByName(name, options) {
    return this.from(await this.session.invoke("virNetworkLookupByName", "networks", "lookupByName", [
      name
    ], options));
  }
  /** The network with this UUID (`virNetworkLookupByUUID`). Throws `VIR_ERR_NO_NETWORK`. */
  async lookupByUuid(uuid, options) {
    const key = checkUuid(uuid, {
      function: "virNetworkLookupByUUIDString",
      domain: "VIR_FROM_NETWORK"
    });
    return this.from(await this.session.invoke("virNetworkLookupByUUID", "networks", "lookupByUuid", [
      key
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a network. */
  from(reference) {
    return new Network(this.session, reference);
  }
  /** Keeps a network's configuration without starting it (`virNetworkDefineXML`, `virNetworkDefineXMLFlags`). */
  async define(xml, flags, options) {
    const call = flags === void 0 ? "virNetworkDefineXML" : "virNetworkDefineXMLFlags";
    return this.from(await this.session.invoke(call, "networks", "define", [
      xml,
      flags ?? {}
    ], options));
  }
  /** Starts a network that is gone when it stops (`virNetworkCreateXML`, `virNetworkCreateXMLFlags`). */
  async createXml(xml, flags, options) {
    const call = flags === void 0 ? "virNetworkCreateXML" : "virNetworkCreateXMLFlags";
    return this.from(await this.session.invoke(call, "networks", "createXml", [
      xml,
      flags ?? {}
    ], options));
  }
};

// src/api/objects/node_device.ts
var NodeDevice = class extends Handle {
  /** Its name: `pci_0000_00_02_0`. */
  get name() {
    return this.reference.name;
  }
  /** Its description as `<device>` (`virNodeDeviceGetXMLDesc`). */
  getXml(options) {
    return this.call("virNodeDeviceGetXMLDesc", "nodeDevices", "getXml", [], options);
  }
  /** The name of the device it hangs on; undefined for the root of the tree (`virNodeDeviceGetParent`). */
  getParent(options) {
    return this.call("virNodeDeviceGetParent", "nodeDevices", "getParent", [], options);
  }
  /** What it is: `pci`, `net`, … (`virNodeDeviceListCaps`). */
  listCapabilities(options) {
    return this.call("virNodeDeviceListCaps", "nodeDevices", "listCapabilities", [], options);
  }
  /** Takes it from the host, so that a guest can have it (`virNodeDeviceDettach`, `virNodeDeviceDetachFlags`). */
  detach(driver, options) {
    const call = driver === void 0 ? "virNodeDeviceDettach" : "virNodeDeviceDetachFlags";
    return this.call(call, "nodeDevices", "detach", [
      driver
    ], options);
  }
  /** Gives it back to the host (`virNodeDeviceReAttach`). */
  reattach(options) {
    return this.call("virNodeDeviceReAttach", "nodeDevices", "reattach", [], options);
  }
  /** Resets it (`virNodeDeviceReset`). */
  reset(options) {
    return this.call("virNodeDeviceReset", "nodeDevices", "reset", [], options);
  }
  /** Ends a device that was made (`virNodeDeviceDestroy`). */
  destroy(options) {
    return this.call("virNodeDeviceDestroy", "nodeDevices", "destroy", [], options);
  }
  /** Forgets its configuration (`virNodeDeviceUndefine`). */
  undefine(options) {
    return this.call("virNodeDeviceUndefine", "nodeDevices", "undefine", [], options);
  }
  /** Makes a device whose configuration is kept (`virNodeDeviceCreate`). */
  create(options) {
    return this.call("virNodeDeviceCreate", "nodeDevices", "create", [], options);
  }
  /** Whether it is made when the host starts (`virNodeDeviceGetAutostart`). */
  getAutostart(options) {
    return this.call("virNodeDeviceGetAutostart", "nodeDevices", "getAutostart", [], options);
  }
  /** Has it made when the host starts, or not (`virNodeDeviceSetAutostart`). */
  setAutostart(autostart, options) {
    return this.call("virNodeDeviceSetAutostart", "nodeDevices", "setAutostart", [
      autostart
    ], options);
  }
  /** Whether its configuration is kept (`virNodeDeviceIsPersistent`). */
  isPersistent(options) {
    return this.call("virNodeDeviceIsPersistent", "nodeDevices", "isPersistent", [], options);
  }
  /** Whether it is there now (`virNodeDeviceIsActive`). */
  isActive(options) {
    return this.call("virNodeDeviceIsActive", "nodeDevices", "isActive", [], options);
  }
};

// src/api/objects/node_devices.ts
var NodeDevices = class extends Section {
  /** Every device that passes the filter; an empty one passes all (`virConnectListAllNodeDevices`). */
  async list(filter = {}, options) {
    const found = await this.session.invoke("virConnectListAllNodeDevices", "nodeDevices", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The device with this name (`virNodeDeviceLookupByName`). Throws `VIR_ERR_NO_NODE_DEVICE`. */
  async lookupByName(name, options) {
    const call = "virNodeDeviceLookupByName";
    return this.from(await this.session.invoke(call, "nodeDevices", "lookupByName", [
      name
    ], options));
  }
  /** The SCSI host with these world wide names (`virNodeDeviceLookupSCSIHostByWWN`). */
  async lookupScsiHostByWwn(wwnn, wwpn, options) {
    const call = "virNodeDeviceLookupSCSIHostByWWN";
    return this.from(await this.session.invoke(call, "nodeDevices", "lookupScsiHostByWwn", [
      wwnn,
      wwpn
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a device. */
  from(reference) {
    return new NodeDevice(this.session, reference);
  }
  /** Keeps the configuration of a mediated device without making it (`virNodeDeviceDefineXML`). */
  async define(xml, flags = {}, options) {
    return this.from(await this.session.invoke("virNodeDeviceDefineXML", "nodeDevices", "define", [
      xml,
      flags
    ], options));
  }
  /** Makes a device that is gone when it is destroyed: a virtual host adapter, … (`virNodeDeviceCreateXML`). */
  async createXml(xml, flags = {}, options) {
    const call = "virNodeDeviceCreateXML";
    return this.from(await this.session.invoke(call, "nodeDevices", "createXml", [
      xml,
      flags
    ], options));
  }
};

// src/api/objects/secret.ts
var Secret = class extends Handle {
  /** Its UUID, in lower case with hyphens. */
  get uuid() {
    return this.reference.uuid;
  }
  /** What it is for. */
  get usageType() {
    return this.reference.usageType;
  }
  /** Which one of that kind. */
  get usageId() {
    return this.reference.usageId;
  }
  /** Its description as `<secret>`, without the value (`virSecretGetXMLDesc`). */
  getXml(options) {
    return this.call("virSecretGetXMLDesc", "secrets", "getXml", [], options);
  }
  /** Forgets it (`virSecretUndefine`). */
  undefine(options) {
    return this.call("virSecretUndefine", "secrets", "undefine", [], options);
  }
  /** Its value (`virSecretGetValue`). Throws `VIR_ERR_INVALID_SECRET` where it is private, `VIR_ERR_NO_SECRET` where it has none. */
  getValue(options) {
    return this.call("virSecretGetValue", "secrets", "getValue", [], options);
  }
  /** Gives it a value (`virSecretSetValue`). */
  setValue(value, options) {
    return this.call("virSecretSetValue", "secrets", "setValue", [
      value
    ], options);
  }
};

// src/api/objects/secrets.ts
var Secrets = class extends Section {
  /** Every secret that passes the filter; an empty one passes all (`virConnectListAllSecrets`). */
  async list(filter = {}, options) {
    const found = await this.session.invoke("virConnectListAllSecrets", "secrets", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The secret with this UUID (`virSecretLookupByUUID`). Throws `VIR_ERR_NO_SECRET`. */
  async lookupByUuid(uuid, options) {
    const key = checkUuid(uuid, {
      function: "virSecretLookupByUUIDString",
      domain: "VIR_FROM_SECRET"
    });
    return this.from(await this.session.invoke("virSecretLookupByUUID", "secrets", "lookupByUuid", [
      key
    ], options));
  }
  /** The secret for this use: a volume's path, a name (`virSecretLookupByUsage`). Throws `VIR_ERR_NO_SECRET`. */
  async lookupByUsage(type, id, options) {
    return this.from(await this.session.invoke("virSecretLookupByUsage", "secrets", "lookupByUsage", [
      type,
      id
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a secret. */
  from(reference) {
    return new Secret(this.session, reference);
  }
  /** Keeps a secret's description; its value comes after (`virSecretDefineXML`). */
  async define(xml, flags = {}, options) {
    return this.from(await this.session.invoke("virSecretDefineXML", "secrets", "define", [
      xml,
      flags
    ], options));
  }
};

// src/api/objects/storage_volume.ts
var StorageVolume = class extends Handle {
  /** Its name in its pool. */
  get name() {
    return this.reference.name;
  }
  /** What names it on the whole host: a path, mostly. */
  get key() {
    return this.reference.key;
  }
  /** Its description as `<volume>` (`virStorageVolGetXMLDesc`). */
  getXml(options) {
    return this.call("virStorageVolGetXMLDesc", "storageVolumes", "getXml", [], options);
  }
  /** Its type, and its sizes in bytes (`virStorageVolGetInfo`, `virStorageVolGetInfoFlags`). */
  getInfo(flags, options) {
    const call = flags === void 0 ? "virStorageVolGetInfo" : "virStorageVolGetInfoFlags";
    return this.call(call, "storageVolumes", "getInfo", [
      flags ?? {}
    ], options);
  }
  /** Where it is on the host (`virStorageVolGetPath`). */
  getPath(options) {
    return this.call("virStorageVolGetPath", "storageVolumes", "getPath", [], options);
  }
  /** Removes it with its content (`virStorageVolDelete`). */
  delete(flags = {}, options) {
    return this.call("virStorageVolDelete", "storageVolumes", "delete", [
      flags
    ], options);
  }
  /** Overwrites its content (`virStorageVolWipe`, `virStorageVolWipePattern`). */
  wipe(algorithm, options) {
    const call = algorithm === void 0 ? "virStorageVolWipe" : "virStorageVolWipePattern";
    return this.call(call, "storageVolumes", "wipe", [
      algorithm ?? "zero"
    ], options);
  }
  /** Gives it another size: bytes (`virStorageVolResize`). */
  resize(capacity, flags = {}, options) {
    return this.call("virStorageVolResize", "storageVolumes", "resize", [
      capacity,
      flags
    ], options);
  }
  /** Takes bytes into it, from an offset on (`virStorageVolUpload`). */
  async upload(range = {}, options) {
    const whole = {
      offset: 0,
      length: 0,
      flags: {},
      ...range
    };
    const flow = await this.call("virStorageVolUpload", "storageVolumes", "upload", [
      whole
    ], options);
    return new Stream(this.session, flow);
  }
  /** Gives the bytes in it, from an offset on; with `sparseStream` holes are holes (`virStorageVolDownload`). */
  async download(range = {}, options) {
    const whole = {
      offset: 0,
      length: 0,
      flags: {},
      ...range
    };
    const flow = await this.call("virStorageVolDownload", "storageVolumes", "download", [
      whole
    ], options);
    return new Stream(this.session, flow);
  }
};

// src/api/objects/storage_pool.ts
var StoragePool = class extends Handle {
  /** Its name. */
  get name() {
    return this.reference.name;
  }
  /** Its UUID, in lower case with hyphens. */
  get uuid() {
    return this.reference.uuid;
  }
  /** Its configuration as `<pool>` (`virStoragePoolGetXMLDesc`). */
  getXml(flags = {}, options) {
    return this.call("virStoragePoolGetXMLDesc", "storagePools", "getXml", [
      flags
    ], options);
  }
  /** Its state, and its sizes in bytes (`virStoragePoolGetInfo`). */
  getInfo(options) {
    return this.call("virStoragePoolGetInfo", "storagePools", "getInfo", [], options);
  }
  /** Whether it runs (`virStoragePoolIsActive`). */
  isActive(options) {
    return this.call("virStoragePoolIsActive", "storagePools", "isActive", [], options);
  }
  /** Whether its configuration is kept when it stops (`virStoragePoolIsPersistent`). */
  isPersistent(options) {
    return this.call("virStoragePoolIsPersistent", "storagePools", "isPersistent", [], options);
  }
  /** Forgets its configuration (`virStoragePoolUndefine`). */
  undefine(options) {
    return this.call("virStoragePoolUndefine", "storagePools", "undefine", [], options);
  }
  /** Starts it, making what it lies on where the flags say so (`virStoragePoolCreate`). */
  create(flags = {}, options) {
    return this.call("virStoragePoolCreate", "storagePools", "create", [
      flags
    ], options);
  }
  /** Makes what it lies on: a directory, a file system, … (`virStoragePoolBuild`). */
  build(flags = {}, options) {
    return this.call("virStoragePoolBuild", "storagePools", "build", [
      flags
    ], options);
  }
  /** Stops it; what it holds stays (`virStoragePoolDestroy`). */
  destroy(options) {
    return this.call("virStoragePoolDestroy", "storagePools", "destroy", [], options);
  }
  /** Removes what it lies on, with all that it holds (`virStoragePoolDelete`). */
  delete(flags = {}, options) {
    return this.call("virStoragePoolDelete", "storagePools", "delete", [
      flags
    ], options);
  }
  /** Looks again what it holds (`virStoragePoolRefresh`). */
  refresh(options) {
    return this.call("virStoragePoolRefresh", "storagePools", "refresh", [], options);
  }
  /** Whether it starts with the host (`virStoragePoolGetAutostart`). */
  getAutostart(options) {
    return this.call("virStoragePoolGetAutostart", "storagePools", "getAutostart", [], options);
  }
  /** Lets it start with the host, or not (`virStoragePoolSetAutostart`). */
  setAutostart(autostart, options) {
    return this.call("virStoragePoolSetAutostart", "storagePools", "setAutostart", [
      autostart
    ], options);
  }
  /** The volumes in it (`virStoragePoolListAllVolumes`). */
  async listVolumes(options) {
    const found = await this.call("virStoragePoolListAllVolumes", "storageVolumes", "list", [], options);
    return found.map((reference) => new StorageVolume(this.session, reference));
  }
  /** The volume with this name in it (`virStorageVolLookupByName`). Throws `VIR_ERR_NO_STORAGE_VOL`. */
  async lookupVolume(name, options) {
    const found = await this.call("virStorageVolLookupByName", "storageVolumes", "lookupByName", [
      name
    ], options);
    return new StorageVolume(this.session, found);
  }
  /** Makes a volume, as `<volume>` describes it (`virStorageVolCreateXML`). */
  async createVolume(xml, flags = {}, options) {
    const made = await this.call("virStorageVolCreateXML", "storageVolumes", "createXml", [
      xml,
      flags
    ], options);
    return new StorageVolume(this.session, made);
  }
  /** Makes a volume with the content of another (`virStorageVolCreateXMLFrom`). */
  async createVolumeFrom(source, flags = {}, options) {
    const call = "virStorageVolCreateXMLFrom";
    const made = await this.call(call, "storageVolumes", "createXmlFrom", [
      source,
      flags
    ], options);
    return new StorageVolume(this.session, made);
  }
};

// src/api/objects/storage_pools.ts
var StoragePools = class extends Section {
  /** Every pool that passes the filter; an empty one passes all (`virConnectListAllStoragePools`). */
  async list(filter = {}, options) {
    const found = await this.session.invoke("virConnectListAllStoragePools", "storagePools", "list", [
      filter
    ], options);
    return found.map((reference) => this.from(reference));
  }
  /** The pool with this name (`virStoragePoolLookupByName`). Throws `VIR_ERR_NO_STORAGE_POOL`. */
  async lookupByName(name, options) {
    const call = "virStoragePoolLookupByName";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByName", [
      name
    ], options));
  }
  /** The pool with this UUID (`virStoragePoolLookupByUUID`). Throws `VIR_ERR_NO_STORAGE_POOL`. */
  async lookupByUuid(uuid, options) {
    const key = checkUuid(uuid, {
      function: "virStoragePoolLookupByUUIDString",
      domain: "VIR_FROM_STORAGE"
    });
    const call = "virStoragePoolLookupByUUID";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByUuid", [
      key
    ], options));
  }
  /** The pool that a volume is in (`virStoragePoolLookupByVolume`). */
  async lookupByVolume(volume, options) {
    const call = "virStoragePoolLookupByVolume";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByVolume", [
      volume
    ], options));
  }
  /** The pool with this target directory or device (`virStoragePoolLookupByTargetPath`). */
  async lookupByTargetPath(path, options) {
    const call = "virStoragePoolLookupByTargetPath";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByTargetPath", [
      path
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a pool. */
  from(reference) {
    return new StoragePool(this.session, reference);
  }
  /** Keeps a pool's configuration without starting it (`virStoragePoolDefineXML`). */
  async define(xml, flags = {}, options) {
    const call = "virStoragePoolDefineXML";
    return this.from(await this.session.invoke(call, "storagePools", "define", [
      xml,
      flags
    ], options));
  }
  /** Starts a pool that is gone when it stops (`virStoragePoolCreateXML`). */
  async createXml(xml, flags = {}, options) {
    const call = "virStoragePoolCreateXML";
    return this.from(await this.session.invoke(call, "storagePools", "createXml", [
      xml,
      flags
    ], options));
  }
  /** What could be made into pools of a type, as `<sources>` (`virConnectFindStoragePoolSources`). */
  findSources(type, specification, options) {
    const call = "virConnectFindStoragePoolSources";
    return this.session.invoke(call, "storagePools", "findSources", [
      type,
      specification
    ], options);
  }
  /** The types of pool there are, as `<storagepoolCapabilities>` (`virConnectGetStoragePoolCapabilities`). */
  getCapabilities(options) {
    return this.session.invoke("virConnectGetStoragePoolCapabilities", "storagePools", "getCapabilities", [], options);
  }
};

// src/api/objects/storage_volumes.ts
var StorageVolumes = class extends Section {
  /** The volume with this key (`virStorageVolLookupByKey`). Throws `VIR_ERR_NO_STORAGE_VOL`. */
  async lookupByKey(key, options) {
    const call = "virStorageVolLookupByKey";
    return this.from(await this.session.invoke(call, "storageVolumes", "lookupByKey", [
      key
    ], options));
  }
  /** The volume at this path (`virStorageVolLookupByPath`). Throws `VIR_ERR_NO_STORAGE_VOL`. */
  async lookupByPath(path, options) {
    const call = "virStorageVolLookupByPath";
    return this.from(await this.session.invoke(call, "storageVolumes", "lookupByPath", [
      path
    ], options));
  }
  /** A handle for a reference, without asking the hypervisor whether there is such a volume. */
  from(reference) {
    return new StorageVolume(this.session, reference);
  }
};

// src/api/parts.ts
function partOf(driver, name) {
  switch (name) {
    case "connection":
      return driver;
    case "networkPorts":
      return driver.networks?.ports;
    case "networkFilterBindings":
      return driver.networkFilters?.bindings;
    default:
      return driver[name];
  }
}

// src/api/argument_rules/rule.ts
function exclusive(place, first, second) {
  return (args, context) => {
    const flags = recordAt(args, place);
    if (flags[first[0]] && flags[second[0]]) throw exclusiveFlags([
      first[1],
      second[1]
    ], context);
  };
}
function requires(place, flag, required) {
  return (args, context) => {
    const flags = recordAt(args, place);
    if (flags[flag[0]] && !flags[required[0]]) throw requiredFlag(flag[1], required[1], context);
  };
}
function nonEmpty(place, name) {
  return (args, context) => {
    if (args[place] === "") refuse(name, `string ${name} in ${context.function} must not be empty`, context);
  };
}
function nonZero(place, name) {
  return (args, context) => {
    if (numberAt(args, place) === 0) refuse(name, `${name} in ${context.function} must not be zero`, context);
  };
}
function positive(place, name) {
  return (args, context) => {
    if (numberAt(args, place) <= 0) refuse(name, `${name} in ${context.function} must be greater than zero`, context);
  };
}
function nonNegative(place, name) {
  return (args, context) => {
    if (numberAt(args, place) < 0) refuse(name, `${name} in ${context.function} must be zero or greater`, context);
  };
}
function needsWriting(place, words, detail) {
  return (args, { readOnly, function: name, domain }) => {
    if (!readOnly) return;
    const flags = args[place];
    const set = typeof flags === "string" ? words.includes(flags) : words.some((word) => recordAt(args, place)[word]);
    if (set) throw new VirtError("VIR_ERR_OPERATION_DENIED", detail ?? `read only access prevents ${name}`, {
      domain
    });
  };
}
function refuse(argument, text, { function: name, domain }) {
  throw invalidArgument(argument, text, {
    function: name,
    domain
  });
}
function recordAt(args, place) {
  return valueAt(args, place) ?? {};
}
function valueAt(args, place) {
  if (typeof place === "number") return args[place];
  return recordAt(args, place[0])[place[1]];
}
function numberAt(args, place) {
  const value = valueAt(args, place);
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : Number(value);
}

// src/api/argument_rules/domain_checks.ts
var MAX_KEYS = 16;
function checkMetadata(args, context) {
  const { type, uri, key, value } = args[1];
  if (type === "title" && value?.includes("\n")) refuse("metadata", "metadata title can't contain newlines", context);
  if (type === "element") {
    if (uri === void 0) refuse("uri", `uri in ${context.function} must not be NULL`, context);
    if (value !== void 0 && key === void 0) refuse("key", `key in ${context.function} must not be NULL`, context);
    return;
  }
  if (uri !== void 0) refuse("uri", `uri in ${context.function} must be NULL`, context);
  if (key !== void 0) refuse("key", `key in ${context.function} must be NULL`, context);
}
function checkSendKey(args, context) {
  const { length } = args[1].keycodes;
  if (length === 0) refuse("nkeycodes", `nkeycodes in ${context.function} must be greater than zero`, context);
  if (length > MAX_KEYS) refuse("nkeycodes", `nkeycodes must be <= ${MAX_KEYS}`, context);
}
function checkCpuStats(args, context) {
  const { start, count } = args[1];
  if (start === void 0 && count !== 1) refuse("start_cpu", "ncpus must be 1 when start_cpu is -1", context);
  if (start !== void 0 && start < 0) {
    refuse("start_cpu", `start_cpu in ${context.function} must be zero or greater`, context);
  }
}
function checkRebase(args, context) {
  const { base, flags } = args[2];
  if (flags.copy) {
    if (base === void 0) refuse("base", `base in ${context.function} must not be NULL`, context);
  } else if (flags.shallow || flags.reuseExt || flags.copyRaw || flags.copyDev) {
    refuse("flags", "use of flags requires a copy job", context);
  }
}

// src/api/argument_rules/domain_rules.ts
var LIVE = [
  "live",
  "VIR_DOMAIN_AFFECT_LIVE"
];
var CONFIG = [
  "config",
  "VIR_DOMAIN_AFFECT_CONFIG"
];
var RUNNING = [
  "running",
  "VIR_DOMAIN_SAVE_RUNNING"
];
var PAUSED = [
  "paused",
  "VIR_DOMAIN_SAVE_PAUSED"
];
var CRASH = [
  "crash",
  "VIR_DUMP_CRASH"
];
var DUMP_LIVE = [
  "live",
  "VIR_DUMP_LIVE"
];
var RESET = [
  "reset",
  "VIR_DUMP_RESET"
];
var VCPU_GUEST = [
  "guest",
  "VIR_DOMAIN_VCPU_GUEST"
];
var oneConfiguration = exclusive(1, LIVE, CONFIG);
var oneOutcome = exclusive([
  1,
  "flags"
], RUNNING, PAUSED);
var dumpRules = [
  exclusive([
    1,
    "flags"
  ], CRASH, DUMP_LIVE),
  exclusive([
    1,
    "flags"
  ], CRASH, RESET),
  exclusive([
    1,
    "flags"
  ], DUMP_LIVE, RESET)
];
var someParameters = [
  positive(1, "nparams")
];
var DOMAIN_RULES = {
  virDomainLookupByID: [
    nonNegative(0, "id")
  ],
  virDomainGetXMLDesc: [
    needsWriting(1, [
      "secure",
      "migratable"
    ], "virDomainGetXMLDesc with secure flag")
  ],
  virDomainRename: [
    nonEmpty(1, "new_name")
  ],
  virDomainSetMetadata: [
    checkMetadata
  ],
  virDomainGetMetadata: [
    exclusive([
      1,
      "flags"
    ], LIVE, CONFIG),
    checkMetadata
  ],
  virDomainSendKey: [
    checkSendKey
  ],
  virDomainSendProcessSignal: [
    nonZero(1, "pid_value")
  ],
  virDomainSetMemory: [
    nonZero(1, "memory")
  ],
  virDomainSetMaxMemory: [
    nonZero(1, "memory")
  ],
  virDomainSetMemoryFlags: [
    nonZero(1, "memory")
  ],
  virDomainSetMemoryStatsPeriod: [
    nonNegative(1, "period")
  ],
  virDomainSetVcpus: [
    nonZero(1, "nvcpus")
  ],
  virDomainSetVcpusFlags: [
    requires(2, [
      "maximum",
      "VIR_DOMAIN_VCPU_MAXIMUM"
    ], CONFIG),
    exclusive(2, VCPU_GUEST, CONFIG),
    nonZero(1, "nvcpus")
  ],
  virDomainGetVcpusFlags: [
    needsWriting(1, [
      "guest"
    ]),
    oneConfiguration
  ],
  virDomainGetVcpuPinInfo: [
    oneConfiguration
  ],
  virDomainGetEmulatorPinInfo: [
    oneConfiguration
  ],
  virDomainGetIOThreadInfo: [
    oneConfiguration
  ],
  virDomainDelIOThread: [
    nonZero(1, "iothread_id")
  ],
  virDomainGetMemoryParameters: [
    oneConfiguration
  ],
  virDomainGetBlkioParameters: [
    oneConfiguration
  ],
  virDomainGetSchedulerParametersFlags: [
    oneConfiguration
  ],
  virDomainGetBlockIoTune: [
    exclusive(2, LIVE, CONFIG)
  ],
  virDomainSetMemoryParameters: someParameters,
  virDomainSetNumaParameters: someParameters,
  virDomainSetPerfEvents: someParameters,
  virDomainSetInterfaceParameters: [
    positive([
      1,
      "parameters"
    ], "nparams")
  ],
  virDomainSetBlockIoTune: [
    positive([
      1,
      "parameters"
    ], "nparams")
  ],
  virDomainSetIOThreadParams: [
    positive([
      1,
      "parameters"
    ], "nparams")
  ],
  virDomainGetCPUStats: [
    checkCpuStats
  ],
  virDomainGetBlockInfo: [
    nonEmpty(1, "disk")
  ],
  virDomainBlockPeek: [
    nonEmpty(1, "disk")
  ],
  virDomainSaveFlags: [
    oneOutcome
  ],
  virDomainSaveParams: [
    oneOutcome
  ],
  virDomainRestoreFlags: [
    exclusive([
      0,
      "flags"
    ], RUNNING, PAUSED)
  ],
  virDomainRestoreParams: [
    exclusive([
      0,
      "flags"
    ], RUNNING, PAUSED)
  ],
  virDomainSaveImageDefineXML: [
    exclusive(2, RUNNING, PAUSED)
  ],
  virDomainManagedSave: [
    exclusive(1, RUNNING, PAUSED)
  ],
  virDomainManagedSaveDefineXML: [
    exclusive(2, RUNNING, PAUSED)
  ],
  virDomainManagedSaveGetXMLDesc: [
    needsWriting(1, [
      "secure"
    ], "virDomainManagedSaveGetXMLDesc with secure flag")
  ],
  virDomainCoreDump: dumpRules,
  virDomainCoreDumpWithFormat: dumpRules,
  virDomainGetJobStats: [
    requires(1, [
      "keepCompleted",
      "VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED"
    ], [
      "completed",
      "VIR_DOMAIN_JOB_STATS_COMPLETED"
    ])
  ],
  virDomainBlockRebase: [
    checkRebase
  ],
  virDomainInterfaceAddresses: [
    needsWriting(1, [
      "agent"
    ])
  ],
  virDomainSnapshotCreateXML: [
    requires(2, [
      "current",
      "VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT"
    ], [
      "redefine",
      "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE"
    ]),
    exclusive(2, [
      "redefine",
      "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE"
    ], [
      "noMetadata",
      "VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA"
    ]),
    exclusive(2, [
      "redefine",
      "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE"
    ], [
      "halt",
      "VIR_DOMAIN_SNAPSHOT_CREATE_HALT"
    ])
  ],
  virDomainSnapshotGetXMLDesc: [
    needsWriting(1, [
      "secure"
    ], "virDomainSnapshotGetXMLDesc with secure flag")
  ],
  virDomainRevertToSnapshot: [
    exclusive(1, [
      "running",
      "VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING"
    ], [
      "paused",
      "VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED"
    ])
  ],
  virDomainSnapshotDelete: [
    exclusive(1, [
      "children",
      "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN"
    ], [
      "childrenOnly",
      "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY"
    ])
  ],
  virDomainCheckpointCreateXML: [
    exclusive(2, [
      "redefine",
      "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE"
    ], [
      "quiesce",
      "VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE"
    ]),
    requires(2, [
      "redefineValidate",
      "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE"
    ], [
      "redefine",
      "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE"
    ])
  ],
  virDomainCheckpointGetXMLDesc: [
    needsWriting(1, [
      "secure"
    ], "virDomainCheckpointGetXMLDesc with secure flag")
  ],
  virDomainCheckpointDelete: [
    exclusive(1, [
      "children",
      "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN"
    ], [
      "childrenOnly",
      "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY"
    ])
  ]
};

// src/api/argument_rules/object_rules.ts
var OBJECT_RULES = {
  virNodeGetCellsFreeMemory: [
    positive(1, "maxCells"),
    nonNegative(0, "startCell")
  ],
  virNodeGetFreePages: [
    nonZero([
      0,
      "sizes"
    ], "npages"),
    nonZero([
      0,
      "cellCount"
    ], "cellCount")
  ],
  virNodeAllocPages: [
    nonZero([
      0,
      "pools"
    ], "npages"),
    nonZero([
      0,
      "cellCount"
    ], "cellCount")
  ],
  virStorageVolResize: [
    checkCapacity
  ]
};
function checkCapacity(args, context) {
  const flags = args[2];
  if (Number(args[1]) !== 0 || flags.delta || flags.shrink) return;
  const text = `capacity in ${context.function} cannot be zero without 'delta' or 'shrink' flags set`;
  refuse("capacity", text, context);
}

// src/api/argument_rules/mod.ts
var RULES = {
  ...DOMAIN_RULES,
  ...OBJECT_RULES
};
function checkArguments(call, args, { readOnly }) {
  const rules = RULES[call];
  if (rules === void 0) return;
  const context = {
    function: call,
    domain: CALLS[call].errorDomain,
    readOnly
  };
  for (const rule of rules) rule(args, context);
}

// src/api/describe_target.ts
function describeTarget(call, args) {
  const [first] = args;
  if (typeof first !== "object" || first === null) return call;
  const { name, portDevice, uuid } = first;
  const named = name ?? portDevice ?? uuid;
  return typeof named === "string" ? `${call} of '${named}'` : call;
}

// src/api/life.ts
var PATIENCE_MS = 3e4;
var Life = class {
  #steps = /* @__PURE__ */ new Map();
  /** Ends something with the session; a step with the same key takes the place of the earlier one. */
  add(key, step) {
    this.#steps.set(key, step);
  }
  /** Lets something be: it has ended already, or may live on. */
  forget(key) {
    this.#steps.delete(key);
  }
  /** Ends everything, the latest first; one failure keeps nothing else from ending, and the first is thrown at last. */
  async end() {
    const steps = [
      ...this.#steps.values()
    ].reverse();
    this.#steps.clear();
    if (steps.length === 0) return;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const ended = await Promise.allSettled(steps.map(async (step) => await step(signal)));
    const failed = ended.find((result) => result.status === "rejected");
    if (failed !== void 0) throw failed.reason;
  }
};

// src/api/with_deadline.ts
async function withDeadline(work, limit) {
  const { signal, deadlineMs, what, onLate } = limit;
  signal?.throwIfAborted();
  const inner = new AbortController();
  const { promise: given, reject: giveUp } = Promise.withResolvers();
  let waiting = true;
  const end = (reason) => {
    waiting = false;
    giveUp(reason);
    inner.abort(reason);
  };
  const onAbort = () => end(signal?.reason);
  signal?.addEventListener("abort", onAbort, {
    once: true
  });
  const timer = deadlineMs === void 0 ? void 0 : setTimeout(() => end(timeout(what, deadlineMs)), deadlineMs);
  try {
    const result = work(inner.signal);
    result.then((value) => waiting ? void 0 : onLate?.(value), () => {
    });
    return await Promise.race([
      result,
      given
    ]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
function timeout(what, deadlineMs) {
  return new VirtError("VIR_ERR_OPERATION_TIMEOUT", `${what}: no answer within ${deadlineMs} ms`, {
    step: what,
    hint: "Try again later, or allow more time"
  });
}

// src/api/session.ts
var NO_OPTIONS = {};
var Session = class {
  driver;
  readOnly;
  /** What ends with it. */
  life = new Life();
  #access;
  #identity;
  #closed = false;
  constructor(driver, { readOnly, access, identity } = {}) {
    this.driver = driver;
    this.readOnly = readOnly ?? false;
    this.#access = access;
    this.#identity = identity;
  }
  /** Refuses every call from now on. */
  close() {
    this.#closed = true;
  }
  /** The open hypervisor. Throws `VIR_ERR_INVALID_CONN` after the end. */
  use(call) {
    if (!this.#closed) return this.driver;
    throw new VirtError("VIR_ERR_INVALID_CONN", call, {
      step: call,
      hint: "The connection was closed: open it again"
    });
  }
  /** A part that a call needs. Throws `VIR_ERR_NO_SUPPORT` where the hypervisor does not have it. */
  part(name, call) {
    return partOf(this.use(call), name) ?? unsupported(call);
  }
  /** Throws `VIR_ERR_OPERATION_DENIED` where the session may only read. */
  requireWriting(call) {
    if (!this.readOnly) return;
    throw new VirtError("VIR_ERR_OPERATION_DENIED", `read only access prevents ${call}`, {
      domain: errorDomain(call),
      step: call,
      hint: "Open the connection for reading and writing"
    });
  }
  /** Makes a call that is not simply a method of a part; whatever is thrown comes out as one kind of error. */
  async run(call, work) {
    const driver = this.use(call);
    try {
      return await work(driver);
    } catch (thrown) {
      throw normaliseError(thrown, {
        call,
        driver: driver.driver
      });
    }
  }
  /**
   * Makes a call: an open connection, leave to write, arguments that can be meant, a driver that has the method, leave
   * of the policy, and only then the driver, until the deadline.
   */
  async invoke(call, part, method, args, options) {
    const name = options?.as ?? call;
    const facts = CALLS[name];
    const driver = this.use(name);
    if (facts.writes && this.readOnly) this.requireWriting(name);
    checkArguments(name, args, this);
    const parts = partOf(driver, part);
    const found = parts?.[method] ?? unsupported(name);
    const question = this.#access === void 0 ? void 0 : this.question(name);
    if (question !== void 0) await requireAccess(question, facts.needs, args);
    try {
      const result = options?.signal === void 0 && options?.deadlineMs === void 0 ? await found.call(parts, ...args, NO_OPTIONS) : await withDeadline((signal) => found.call(parts, ...args, {
        signal
      }), {
        ...options,
        what: describeTarget(name, args),
        onLate: abandon
      });
      if (question === void 0 || facts.sees === void 0) return result;
      if (Array.isArray(result)) return await visible(question, facts.sees, result);
      await requireSight(question, facts.sees, result);
      return result;
    } catch (thrown) {
      throw normaliseError(thrown, {
        call: name,
        driver: driver.driver
      });
    }
  }
  /** What the policy is asked with, where there is one. */
  question(call) {
    const policy = this.#access;
    return policy && {
      policy,
      call,
      identity: this.#identity,
      driver: this.driver.type
    };
  }
  /** Throws where the caller may not make the call with these arguments. */
  async authorise(call, args = []) {
    const question = this.question(call);
    if (question !== void 0) await requireAccess(question, CALLS[call].needs, args);
  }
};
function abandon(result) {
  const { stream = result } = result ?? {};
  const { abort } = stream ?? {};
  abort?.call(stream).catch(() => {
  });
}
function unsupported(call) {
  throw new VirtError("VIR_ERR_NO_SUPPORT", call, {
    domain: errorDomain(call),
    step: call
  });
}
function errorDomain(call) {
  return Object.hasOwn(CALLS, call) ? CALLS[call].errorDomain : "VIR_FROM_NONE";
}

// src/api/connection.ts
var Connection = class {
  #session;
  #events;
  #release;
  #lost;
  #closed;
  /**
   * Wraps what a driver opened; callers use `open`.
   *
   * @internal
   */
  constructor(driver, options = {}) {
    this.#session = new Session(driver, options);
    this.#events = options.events ?? new EventLog(driver.events);
    this.#release = options.release ?? (() => this.#closeDriver());
    driver.lost?.then((reason) => this.#lost = reason, () => {
    });
  }
  /** Whether the connection may only read. */
  get readOnly() {
    return this.#session.readOnly;
  }
  /** The machine that the hypervisor runs on. */
  get host() {
    return new Machine(this.#session);
  }
  /** Its guests. */
  get domains() {
    return new Domains(this.#session);
  }
  /** Its virtual networks. */
  get networks() {
    return new Networks(this.#session);
  }
  /** Its storage pools, with the volumes in them. */
  get storagePools() {
    return new StoragePools(this.#session);
  }
  /** Its storage volumes by what names them on the whole host. */
  get storageVolumes() {
    return new StorageVolumes(this.#session);
  }
  /** The devices of its host. */
  get nodeDevices() {
    return new NodeDevices(this.#session);
  }
  /** The network interfaces of its host. */
  get interfaces() {
    return new Interfaces(this.#session);
  }
  /** Its network filters, and where they are bound. */
  get networkFilters() {
    return new NetworkFilters(this.#session);
  }
  /** Its secrets. */
  get secrets() {
    return new Secrets(this.#session);
  }
  /**
   * What happens, as it happens; with `since` from the event after that number on. What is lost on the way is a gap
   * in its place (`virConnectDomainEventRegisterAny` and its like). Ends with the signal or the connection.
   */
  events(options = {}) {
    return feedOf(this.#session, this.#events, options);
  }
  /**
   * Calls the listener with what happens, as soon as it happens, and gives the function that ends it. The listener
   * returns at once and throws nothing.
   */
  subscribe(listener, filter = {}) {
    return subscribeTo(this.#session, this.#events, {
      ...filter,
      listener
    });
  }
  /** Which driver carries out the calls. For people and logs; ask {@linkcode Connection.supports} for facts. */
  getDriver() {
    return this.#session.use("virConnectGetDriver").driver;
  }
  /** The name libvirt gives the hypervisor: `QEMU`, `TEST`. */
  getType() {
    return this.#session.use("virConnectGetType").type;
  }
  /** The canonical URI: `qemu:///system`. */
  getUri() {
    return this.#session.use("virConnectGetURI").uri;
  }
  /**
   * Version of the hypervisor, as major * 1,000,000 + minor * 1,000 + micro (`virConnectGetVersion`).
   */
  getVersion(options) {
    return this.#session.invoke("virConnectGetVersion", "connection", "getVersion", [], options);
  }
  /** Whether the way to the hypervisor is encrypted, or does not leave the machine (`virConnectIsSecure`). */
  isSecure() {
    return this.#session.use("virConnectIsSecure").secure ?? true;
  }
  /** Whether the connection is open and the hypervisor within reach. */
  isAlive() {
    return this.#closed === void 0 && this.#lost === void 0;
  }
  /** Resolves when the hypervisor is out of reach for good, with the reason; never where that cannot happen. */
  get lost() {
    return this.#session.driver.lost ?? new Promise(() => {
    });
  }
  /** Whether the driver offers a part at all. */
  supports(part) {
    return partOf(this.#session.use("supports"), part) !== void 0;
  }
  /**
   * What the host and its hypervisor offer.
   *
   * @example How many processors does the host have?
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * const { host } = await connection.getCapabilities();
   * const cpus = host.topology?.cells.flatMap((cell) => cell.cpus) ?? [];
   * assert.equal(cpus.length, 16);
   * ```
   */
  getCapabilities(options) {
    const call = "virConnectGetCapabilities";
    return this.#session.run(call, async () => {
      const part = this.#session.part("capabilities", call);
      await this.#session.authorise(call);
      return part.host(options);
    });
  }
  /**
   * What a guest of one emulator, architecture, machine and virtualisation type can have; what the query leaves out is
   * chosen as libvirt chooses it.
   *
   * @example
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * const answer = await connection.getDomainCapabilities({ arch: "i686" });
   * assert.equal(answer.vcpuMax, 32);
   * ```
   */
  getDomainCapabilities(query = {}, options) {
    const call = "virConnectGetDomainCapabilities";
    return this.#session.run(call, async () => {
      const part = this.#session.part("capabilities", call);
      checkDomainCapabilitiesQuery(query);
      await this.#session.authorise(call);
      return part.domain(query, options);
    });
  }
  /** What is known of each emulator now, without waiting for a probe. */
  listEmulators(options) {
    const call = "listEmulators";
    return this.#session.run(call, () => this.#session.part("emulators", call).list(options));
  }
  /**
   * Probes what is not known or no longer valid, and yields each emulator as its answer is there. With `force`
   * everything is probed anew, which a read-only connection may not ask for.
   *
   * @example
   * ```ts
   * import { open } from "@innkeeper/innkeeper";
   * import assert from "node:assert/strict";
   *
   * await using connection = await open("test:///default");
   * for await (const emulator of connection.probe()) assert.equal(emulator.state, "ready");
   * ```
   */
  async *probe(options = {}) {
    const call = "probe";
    const driver = this.#session.use(call);
    const part = this.#session.part("emulators", call);
    checkProbeOptions(options);
    if (options.force) this.#session.requireWriting(call);
    try {
      yield* part.probe(options);
    } catch (thrown) {
      throw normaliseError(thrown, {
        call,
        driver: driver.driver
      });
    }
  }
  /** Everything that is kept of this hypervisor, sorted by key, without probing. */
  listCache() {
    const call = "listCache";
    return this.#session.run(call, () => this.#session.part("cache", call).listEntries());
  }
  /** The kept document of a key (for emulators, the path of the binary) as it is in its file, where there is one. */
  showCache(key) {
    const call = "showCache";
    return this.#session.run(call, () => this.#session.part("cache", call).show(key));
  }
  /** Whether what is kept of a key may be used now, and the first reason for which it may not. */
  whyCached(key) {
    const call = "whyCached";
    return this.#session.run(call, () => this.#session.part("cache", call).why(key));
  }
  /** Forgets what is kept of these keys, or everything, and gives the keys that were forgotten. */
  purgeCache(keys) {
    const call = "purgeCache";
    return this.#session.run(call, () => {
      const part = this.#session.part("cache", call);
      this.#session.requireWriting(call);
      return part.purge(keys);
    });
  }
  /** The directory of what is kept. */
  getCacheDirectory() {
    const call = "getCacheDirectory";
    return this.#session.part("cache", call).directory;
  }
  /** What the cache has counted since the connection was opened. */
  getCacheCounters() {
    const call = "getCacheCounters";
    return this.#session.part("cache", call).counters();
  }
  /**
   * Closes the connection: its streams are aborted, guests that were started with `autodestroy` are stopped, an open
   * change of interfaces is rolled back. Closing it again does nothing.
   */
  close() {
    return this.#closed ??= this.#close();
  }
  /** Closes the connection at the end of an `await using` block. */
  [Symbol.asyncDispose]() {
    return this.close();
  }
  async #close() {
    const { driver, life } = this.#session;
    this.#session.close();
    try {
      await life.end();
    } catch (thrown) {
      throw normaliseError(thrown, {
        call: "virConnectClose",
        driver: driver.driver
      });
    } finally {
      await this.#release();
    }
  }
  async #closeDriver() {
    this.#events.end();
    await this.#session.driver[Symbol.asyncDispose]();
  }
};

// src/api/parse_uri.ts
var MAX_LENGTH = 4096;
var SHAPE = /^([a-z][a-z0-9.-]*)(?:\+([a-z0-9]+))?:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?$/i;
var AUTHORITY = /^(?:([^@]*)@)?(\[[0-9a-f:.%]+\]|[^:@[\]]*)(?::(\d{1,5}))?$/i;
var MAX_PORT = 65535;
function parseUri(text) {
  if (text.length > MAX_LENGTH) throw invalid2(`${text.slice(0, 40)}\u2026`, `it is longer than ${MAX_LENGTH} characters`);
  const [, scheme, transport, authority = "", path = "", query = ""] = SHAPE.exec(text) ?? [];
  if (scheme === void 0) throw invalid2(text, "it is not of the form driver:///path");
  const [whole, user, host, port] = AUTHORITY.exec(authority) ?? [];
  if (whole === void 0) throw invalid2(text, `"${authority}" is not a host`);
  if (user?.includes(":")) {
    throw invalid2(text.replace(/:[^@/]*@/, ":\u2026@"), "a password in it would be seen by others; leave it out");
  }
  if (port !== void 0 && Number(port) > MAX_PORT) throw invalid2(text, `there is no port ${port}`);
  return {
    text,
    scheme: scheme.toLowerCase(),
    ...transport === void 0 ? {} : {
      transport: transport.toLowerCase()
    },
    ...user ? {
      user: decode(user, text)
    } : {},
    ...host ? {
      host: decode(host.replace(/^\[|\]$/g, ""), text)
    } : {},
    ...port === void 0 ? {} : {
      port: Number(port)
    },
    path: decode(path, text),
    parameters: parseParameters(query, text)
  };
}
function parseParameters(query, text) {
  const pairs = query.split(/[&;]/).filter((pair) => pair !== "").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [
      decode(name, text),
      decode(value.join("="), text)
    ];
  });
  return new Map(pairs);
}
function decode(part, text) {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw invalid2(text, `"${part}" holds a broken percent escape`, cause);
  }
}
function invalid2(text, why, cause) {
  return new VirtError("VIR_ERR_INVALID_ARG", `cannot read the connection URI "${text}": ${why}`, {
    domain: "VIR_FROM_URI",
    hint: "Write it like qemu:///system or test:///default",
    cause
  });
}

// src/api/open.ts
var DEFAULT_TRANSPORT = "tls";
async function openWith(uri, options) {
  const { drivers, pool, access, identity, ...openOptions } = options;
  const text = uri || await chooseUri(drivers, options.host, options);
  const target = parseUri(text);
  const driver = chooseDriver(drivers, target);
  try {
    const session = {
      ...openOptions,
      ...access && {
        access
      },
      ...identity && {
        identity
      }
    };
    if (pool === void 0 || !driver.shares?.(target)) {
      return new Connection(await driver.open(target, openOptions), session);
    }
    const shared = await pool.acquire(driver, target, openOptions);
    return new Connection(shared.driver, {
      ...session,
      ...shared
    });
  } catch (thrown) {
    throw normaliseError(thrown, {
      call: "virConnectOpen",
      driver: driver.id
    });
  }
}
function chooseDriver(drivers, target) {
  const { text, scheme, transport, host } = target;
  const driver = drivers.find(({ uriSchemes }) => uriSchemes.includes(scheme));
  const elsewhere = transport !== void 0 || host !== void 0;
  if (driver !== void 0 && !(elsewhere && driver.reach === "local")) return driver;
  const carrier = drivers.find(({ transports }) => elsewhere && transports?.includes(transport ?? DEFAULT_TRANSPORT));
  if (carrier !== void 0) return carrier;
  if (driver === void 0) {
    throw new VirtError("VIR_ERR_NO_CONNECT", text, {
      step: "virConnectOpen",
      hint: `The schemes known here are ${drivers.flatMap(({ uriSchemes }) => uriSchemes).join(", ")}`
    });
  }
  const here = `${scheme}://${target.path}`;
  throw new VirtError("VIR_ERR_NO_CONNECT", `${text}: only hypervisors of this machine are supported`, {
    step: "virConnectOpen",
    hint: host === void 0 ? `Open ${here}` : `Run this program on ${host}, and open ${here} there`
  });
}

export {
  openWith
};
