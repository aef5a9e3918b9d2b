/**
 * What the calls about guests ask of their arguments; the places are those of the contract's methods.
 *
 * @module
 */

import type { ApiName } from "../../model/api_permissions.ts";
import { checkCpuStats, checkMetadata, checkRebase, checkSendKey } from "./domain_checks.ts";
import {
  exclusive,
  type NamedFlag,
  needsWriting,
  nonEmpty,
  nonNegative,
  nonZero,
  positive,
  requires,
  type Rule,
} from "./rule.ts";

const LIVE: NamedFlag = ["live", "VIR_DOMAIN_AFFECT_LIVE"];
const CONFIG: NamedFlag = ["config", "VIR_DOMAIN_AFFECT_CONFIG"];
const RUNNING: NamedFlag = ["running", "VIR_DOMAIN_SAVE_RUNNING"];
const PAUSED: NamedFlag = ["paused", "VIR_DOMAIN_SAVE_PAUSED"];
const CRASH: NamedFlag = ["crash", "VIR_DUMP_CRASH"];
const DUMP_LIVE: NamedFlag = ["live", "VIR_DUMP_LIVE"];
const RESET: NamedFlag = ["reset", "VIR_DUMP_RESET"];
const VCPU_GUEST: NamedFlag = ["guest", "VIR_DOMAIN_VCPU_GUEST"];

const oneConfiguration = exclusive(1, LIVE, CONFIG);
const oneOutcome = exclusive([1, "flags"], RUNNING, PAUSED);
const dumpRules: readonly Rule[] = [
  exclusive([1, "flags"], CRASH, DUMP_LIVE),
  exclusive([1, "flags"], CRASH, RESET),
  exclusive([1, "flags"], DUMP_LIVE, RESET),
];
const someParameters: readonly Rule[] = [positive(1, "nparams")];

/** Rules by call. */
export const DOMAIN_RULES: { readonly [Name in ApiName]?: readonly Rule[] } = {
  virDomainLookupByID: [nonNegative(0, "id")],
  virDomainGetXMLDesc: [needsWriting(1, ["secure", "migratable"], "virDomainGetXMLDesc with secure flag")],
  virDomainRename: [nonEmpty(1, "new_name")],
  virDomainSetMetadata: [checkMetadata],
  virDomainGetMetadata: [exclusive([1, "flags"], LIVE, CONFIG), checkMetadata],
  virDomainSendKey: [checkSendKey],
  virDomainSendProcessSignal: [nonZero(1, "pid_value")],

  virDomainSetMemory: [nonZero(1, "memory")],
  virDomainSetMaxMemory: [nonZero(1, "memory")],
  virDomainSetMemoryFlags: [nonZero(1, "memory")],
  virDomainSetMemoryStatsPeriod: [nonNegative(1, "period")],
  virDomainSetVcpus: [nonZero(1, "nvcpus")],
  virDomainSetVcpusFlags: [
    requires(2, ["maximum", "VIR_DOMAIN_VCPU_MAXIMUM"], CONFIG),
    exclusive(2, VCPU_GUEST, CONFIG),
    nonZero(1, "nvcpus"),
  ],
  virDomainGetVcpusFlags: [needsWriting(1, ["guest"]), oneConfiguration],
  virDomainGetVcpuPinInfo: [oneConfiguration],
  virDomainGetEmulatorPinInfo: [oneConfiguration],
  virDomainGetIOThreadInfo: [oneConfiguration],
  virDomainDelIOThread: [nonZero(1, "iothread_id")],

  virDomainGetMemoryParameters: [oneConfiguration],
  virDomainGetBlkioParameters: [oneConfiguration],
  virDomainGetSchedulerParametersFlags: [oneConfiguration],
  virDomainGetBlockIoTune: [exclusive(2, LIVE, CONFIG)],
  virDomainSetMemoryParameters: someParameters,
  virDomainSetNumaParameters: someParameters,
  virDomainSetPerfEvents: someParameters,
  virDomainSetInterfaceParameters: [positive([1, "parameters"], "nparams")],
  virDomainSetBlockIoTune: [positive([1, "parameters"], "nparams")],
  virDomainSetIOThreadParams: [positive([1, "parameters"], "nparams")],

  virDomainGetCPUStats: [checkCpuStats],
  virDomainGetBlockInfo: [nonEmpty(1, "disk")],
  virDomainBlockPeek: [nonEmpty(1, "disk")],

  virDomainSaveFlags: [oneOutcome],
  virDomainSaveParams: [oneOutcome],
  virDomainRestoreFlags: [exclusive([0, "flags"], RUNNING, PAUSED)],
  virDomainRestoreParams: [exclusive([0, "flags"], RUNNING, PAUSED)],
  virDomainSaveImageDefineXML: [exclusive(2, RUNNING, PAUSED)],
  virDomainManagedSave: [exclusive(1, RUNNING, PAUSED)],
  virDomainManagedSaveDefineXML: [exclusive(2, RUNNING, PAUSED)],
  virDomainManagedSaveGetXMLDesc: [
    needsWriting(1, ["secure"], "virDomainManagedSaveGetXMLDesc with secure flag"),
  ],
  virDomainCoreDump: dumpRules,
  virDomainCoreDumpWithFormat: dumpRules,
  virDomainGetJobStats: [
    requires(
      1,
      ["keepCompleted", "VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED"],
      ["completed", "VIR_DOMAIN_JOB_STATS_COMPLETED"],
    ),
  ],
  virDomainBlockRebase: [checkRebase],
  virDomainInterfaceAddresses: [needsWriting(1, ["agent"])],

  virDomainSnapshotCreateXML: [
    requires(
      2,
      ["current", "VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT"],
      ["redefine", "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE"],
    ),
    exclusive(2, ["redefine", "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE"], [
      "noMetadata",
      "VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA",
    ]),
    exclusive(2, ["redefine", "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE"], ["halt", "VIR_DOMAIN_SNAPSHOT_CREATE_HALT"]),
  ],
  virDomainSnapshotGetXMLDesc: [needsWriting(1, ["secure"], "virDomainSnapshotGetXMLDesc with secure flag")],
  virDomainRevertToSnapshot: [
    exclusive(1, ["running", "VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING"], ["paused", "VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED"]),
  ],
  virDomainSnapshotDelete: [
    exclusive(1, ["children", "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN"], [
      "childrenOnly",
      "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY",
    ]),
  ],
  virDomainCheckpointCreateXML: [
    exclusive(2, ["redefine", "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE"], [
      "quiesce",
      "VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE",
    ]),
    requires(
      2,
      ["redefineValidate", "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE"],
      ["redefine", "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE"],
    ),
  ],
  virDomainCheckpointGetXMLDesc: [needsWriting(1, ["secure"], "virDomainCheckpointGetXMLDesc with secure flag")],
  virDomainCheckpointDelete: [
    exclusive(1, ["children", "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN"], [
      "childrenOnly",
      "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY",
    ]),
  ],
};
