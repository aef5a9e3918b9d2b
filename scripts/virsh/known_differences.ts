/**
 * Where we mean to answer otherwise than the reference, and why.
 *
 * @module
 */

/** A difference that is meant. */
export interface KnownDifference {
  /** The commands it is about. @default {every command} */
  readonly command?: RegExp;
  /** What the reference has to say; anything else is no longer this difference. */
  readonly reference: RegExp;
  /** Why we answer otherwise. */
  readonly reason: string;
}

/** Calls that our test hypervisor has and the reference's lacks. */
const ONLY_OURS = [
  "virConnectGetDomainCapabilities",
  "virConnectGetStoragePoolCapabilities",
  "virConnectListAllNWFilterBindings",
  "virConnectNumOfNWFilters",
  "virConnectNumOfSecrets",
  "virDomainAttachDevice(Flags)?",
  "virDomainBackupBegin",
  "virDomainBackupGetXMLDesc",
  "virDomainBlockCommit",
  "virDomainBlockJobAbort",
  "virDomainBlockPull",
  "virDomainBlockRebase",
  "virDomainBlockResize",
  "virDomainDetachDevice(Flags|Alias)?",
  "virDomainGetBlockJobInfo",
  "virDomainGetGuestInfo",
  "virDomainGetGuestVcpus",
  "virDomainGetJobInfo",
  "virDomainManagedSaveDefineXML",
  "virDomainManagedSaveGetXMLDesc",
  "virDomainSetVcpu",
  "virDomainUpdateDeviceFlags",
  "virNWFilterDefineXML",
  "virNWFilterLookupByName",
  "virNetworkGetDHCPLeases",
  "virNetworkListAllPorts",
  "virNetworkPortCreateXML",
  "virNodeGetMemoryStats",
  "virSecretDefineXML",
  "virStorageVolDownload",
  "virStorageVolGetInfoFlags",
  "virStorageVolResize",
  "virStorageVolUpload",
  "virStorageVolWipe",
];

/** Every difference that is meant; the first that fits counts. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    reference: new RegExp(`not supported by the connection driver: (${ONLY_OURS.join("|")})$`, "m"),
    reason: "Our test hypervisor has this call; the reference's test hypervisor lacks it",
  },
  {
    command: /^(domblklist|domiflist) test$/,
    reference: /testnet0|vda/,
    reason: "What was attached before is listed; the reference's test hypervisor attaches nothing",
  },
  {
    command: /^schedinfo test --set weight=/,
    reference: /weight\s+: 50/,
    reason: "The weight is what was set; the reference's test hypervisor takes any and always says 50",
  },
  {
    command: /^domstats --vcpu --balloon/,
    reference: /^Domain: 'test'\s*$/,
    reason: "Our test hypervisor tells these groups where they are asked for; the reference's has none of them",
  },
  {
    command: /^detach-disk test vdb/,
    reference: /No disk found whose source path or target is vdb/,
    reason: "The disk was plugged in before with a call that the reference's test hypervisor lacks",
  },
  {
    command: /^domstats .*--(vcpu|balloon)/,
    reference: /^Domain: 'test'$/m,
    reason: "The reference's test hypervisor counts none of that; ours counts what the groups are for",
  },
  {
    command: /^domstats /,
    reference: /^ {2}state\.reason=\d+$(?!\n +iothread)/m,
    reason: "The reference's test hypervisor forgets I/O threads that the definition gave; ours counts them",
  },
  {
    command: /^domstats .*--enforce/,
    reference: /Stats types bits 0x\w+ are not supported by this daemon/,
    reason: "Our test hypervisor counts what the group is for",
  },
  {
    command: /^domiftune \w+ nonsense/,
    reference: /Unable to get interface parameters/,
    reason: "virsh asks first how many limits there are; ours misses the interface then, the reference a call later",
  },
  {
    command: /^schedinfo .*--(config|live)/,
    reference: /unsupported flags \(0x\d\) in function testDomainGetSchedulerParametersFlags/,
    reason: "The reference's test hypervisor refuses a flag that its own client library adds to every such call",
  },
  {
    command: /^checkpoint-dumpxml .*--size/,
    reference: /checkpoint='bitmap' bitmap='a'\/>/,
    reason: "The reference's test hypervisor takes the flag and has no figures; ours has",
  },
  {
    command: /^schedinfo .*--(set|weight)/,
    reference: /^weight +: 50$/m,
    reason: "The reference's test hypervisor takes the shares and forgets them; ours tells what it was told",
  },
  {
    command: /^dom(blk|if)list test$/,
    reference: /vda|testnet0/,
    reason: "The device was plugged in before with a call that the reference's test hypervisor lacks",
  },
  {
    command: /^freepages/,
    reference: /Library function returned error but did not set virError/,
    reason: "The reference loses the answer of its hypervisor on the way to the client",
  },
  {
    command: /^domblkstat/,
    reference: /Failed to get block stats/,
    reason: "virsh says that of virDomainBlockStats only, to which it turns where virDomainBlockStatsFlags is lacking",
  },
  {
    command: /^domlaunchsecinfo/,
    reference: /unsupported flags \(0x4\) in function testDomainGetLaunchSecurityInfo/,
    reason: "The reference's test hypervisor refuses a flag that its own client library adds to every such call",
  },
  {
    command: /--validate/,
    reference: /Unable to validate doc against .*\.rng/,
    reason:
      "The reference quotes libxml2's validator and the path of its schema file; code and first words are the same",
  },
  {
    command: /^pool-info default-pool$/,
    reference: /Allocation: +3\.00 MiB/,
    reason: "A volume was written to before, with a call that the reference's test hypervisor lacks",
  },
];
