/**
 * The kinds of documents that are compared, each with the folders of the reference's source package that have some.
 *
 * @module
 */

import type { Connection } from "../../src/api/connection.ts";
import type { Section } from "./section.ts";

/** The reference's test hypervisor has no filters and secrets; its QEMU driver uses the daemon's. */
const SYSTEM = "qemu:///system";

/** The guest that the snapshots and checkpoints of the reference's tests are of. */
const GUEST = `<domain type='test'><name>QEMUGuest1</name><uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
<memory>219136</memory><os><type arch='i686'>hvm</type></os>
<devices><disk type='file'><source file='/a'/><target dev='hda'/></disk>
<disk type='file'><source file='/b'/><target dev='hdb'/></disk></devices></domain>`;

/** Every section. */
export const SECTIONS: readonly Section[] = [
  { name: "generic", folders: ["genericxml2xmlindata"], attempt: defineGuest },
  {
    name: "guest",
    folders: ["genericxml2xmlindata", "qemuxml2argvdata", "lxcxml2xmldata", "bhyvexml2argvdata", "xlconfigdata"],
    attempt: (connection, text) => defineGuest(connection, asTestGuest(text)),
  },
  {
    name: "net",
    folders: ["networkxml2xmlin", "networkxml2confdata"],
    prepare: removeDefaultNetwork,
    attempt: ({ networks }, text) => described(() => networks.define(text)),
  },
  {
    name: "nwfilter",
    folders: ["nwfilterxml2xmlin"],
    reference: SYSTEM,
    attempt: ({ networkFilters }, text) => described(() => networkFilters.define(text)),
  },
  {
    name: "pool",
    folders: ["storagepoolxml2xmlin"],
    attempt: ({ storagePools }, text) => described(() => storagePools.define(text)),
  },
  { name: "vol", folders: ["storagevolxml2xmlin"], attempt: createVolume },
  {
    name: "secret",
    folders: ["secretxml2xmlin"],
    reference: SYSTEM,
    attempt: ({ secrets }, text) => described(() => secrets.define(text)),
  },
  {
    name: "iface",
    folders: ["interfaceschemadata"],
    attempt: ({ interfaces }, text) => described(() => interfaces.define(text)),
  },
  {
    name: "snap",
    folders: ["qemudomainsnapshotxml2xmlin", "qemudomainsnapshotxml2xmlout"],
    attempt: createSnapshot,
  },
  {
    name: "ckpt",
    folders: ["qemudomaincheckpointxml2xmlin", "qemudomaincheckpointxml2xmlout"],
    attempt: createCheckpoint,
  },
  { name: "cpu", folders: ["cputestdata"], files: /^(x86_64|ppc64|aarch64)-.*\.xml$/, attempt: findBaseline },
];

/** Something that can be described and taken away again. */
interface Described {
  getXml(): Promise<string>;
  undefine(): Promise<void>;
}

async function described(define: () => Promise<Described>): Promise<string> {
  const made = await define();
  try {
    return await made.getXml();
  } finally {
    await made.undefine();
  }
}

function defineGuest({ domains }: Connection, text: string): Promise<string> {
  return described(async () => {
    const guest = await domains.define(text);
    return { getXml: () => guest.getXml({ inactive: true, secure: true }), undefine: () => guest.undefine() };
  });
}

/** The document as one of the test hypervisor's guests. */
function asTestGuest(text: string): string {
  return text.replace(/(<domain\b[^>]*?\btype\s*=\s*)(["'])\w+\2/g, "$1$2test$2");
}

/** Many of the reference's networks have its name. */
async function removeDefaultNetwork({ networks }: Connection): Promise<void> {
  const network = await networks.lookupByName("default");
  await network.destroy();
  await network.undefine();
}

async function createVolume({ storagePools }: Connection, text: string): Promise<string> {
  const pool = await storagePools.lookupByName("default-pool");
  const volume = await pool.createVolume(text);
  try {
    return await volume.getXml();
  } finally {
    await volume.delete();
  }
}

/** Takes a snapshot as the document says, of the guest it says; one that tells when it was is known again. */
async function createSnapshot({ domains }: Connection, text: string): Promise<string> {
  const uuid = /<uuid>(.*?)<\/uuid>/.exec(text)?.[1];
  const guest = await domains.define(
    uuid === undefined ? GUEST : GUEST.replace(/<uuid>.*<\/uuid>/, `<uuid>${uuid}</uuid>`),
  );
  try {
    await guest.snapshots.create("<domainsnapshot><name>earlier_snap</name></domainsnapshot>");
    const redefine = text.includes("<creationTime>");
    const snapshot = await guest.snapshots.create(asTestGuest(text), redefine ? { redefine } : {});
    return await snapshot.getXml({ secure: true });
  } finally {
    await guest.undefine({ snapshotsMetadata: true });
  }
}

/** The reference's test hypervisor cannot be told of earlier checkpoints. */
async function createCheckpoint({ domains }: Connection, text: string): Promise<string> {
  const guest = await domains.createXml(GUEST);
  try {
    const checkpoint = await guest.checkpoints.create(asTestGuest(text));
    return await checkpoint.getXml({ secure: true });
  } finally {
    await guest.destroy();
  }
}

async function findBaseline({ host }: Connection, text: string): Promise<string> {
  const cpus = text.match(/<cpu\b[^]*?<\/cpu>/g) ?? [];
  const plain = await host.baselineCpu(cpus);
  return plain + await host.baselineCpu(cpus, { expandFeatures: true });
}
