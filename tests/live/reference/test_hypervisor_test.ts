/**
 * The hypervisor in memory beside the reference's: the same descriptions, the same events in the same order.
 *
 * @module
 */

import assert from "node:assert/strict";
import { parseUri } from "../../../src/api/parse_uri.ts";
import type { DriverConnection } from "../../../src/drivers/contract.ts";
import { driver } from "../../../src/drivers/test/mod.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import { domainLifecycleNumbers } from "../../../src/model/domain_lifecycle.ts";
import { liveTest } from "../require.ts";

const SOURCE = Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0";
const NODES = [
  "/default",
  `${SOURCE}/examples/xml/test/testnode.xml`,
  `${SOURCE}/examples/xml/test/testnodeinline.xml`,
];

const GUEST = `<domain type='test'><name>g</name><uuid>11111111-2222-4333-8444-555555555555</uuid>
<memory>65536</memory><os><type arch='i686'>hvm</type></os></domain>`;

/** What is done to a guest, by the names of Python's methods. */
const STEPS = [
  "create",
  "suspend",
  "resume",
  "reboot",
  "managedSave",
  "create",
  "snapshotCreateXML",
  "suspend",
  "revert",
  "shutdown",
  "revert",
  "destroy",
  "rename",
  "setMetadata",
  "undefine",
] as const;

type Step = (typeof STEPS)[number];

for (const path of NODES) {
  liveTest(
    path === "/default" ? "reference" : "corpus",
    `guests of test://${path} are described as by the reference`,
    async () => {
      await using connection = await open(path);
      const guests = await connection.domains?.list({}, {}) ?? [];
      assert.ok(guests.length > 0);
      for (const guest of guests) {
        const ours = await connection.domains?.getXml(guest, {}, {});
        assert.equal(ours, await virsh(["-c", `test://${path}`, "dumpxml", guest.name]), guest.name);
      }
    },
  );
}

liveTest("python", "the life of a guest is told as the reference tells it", async () => {
  await using connection = await open("/default");
  const told: string[] = [];
  connection.events?.subscribe((event) => {
    if (event.kind !== "domain") return;
    if (event.event === "metadataChange") told.push(`${event.domain.name} metadata`);
    if (event.event !== "lifecycle") return;
    const { event: number, detail } = domainLifecycleNumbers(event);
    told.push(`${event.domain.name} ${number} ${detail}`);
  });
  await live(connection);
  assert.deepEqual(told, (await python(SCRIPT)).trim().split("\n"));
});

function open(path: string): Promise<DriverConnection> {
  return driver.open(parseUri(`test://${path}`), { host: denoHost() });
}

async function live({ domains, snapshots, domainSave }: DriverConnection): Promise<void> {
  assert.ok(domains?.define && snapshots && domainSave?.managedSave);
  const guest = await domains.define(GUEST, {}, {});
  const snapshot = { name: "s", domain: guest };
  const actions: Readonly<Record<Step, () => Promise<unknown> | undefined>> = {
    create: () => domains.create?.(guest, {}, {}),
    suspend: () => domains.suspend?.(guest, {}),
    resume: () => domains.resume?.(guest, {}),
    reboot: () => domains.reboot?.(guest, {}, {}),
    managedSave: () => domainSave.managedSave?.(guest, {}, {}),
    snapshotCreateXML: () => snapshots.create(guest, "<domainsnapshot><name>s</name></domainsnapshot>", {}, {}),
    revert: () => snapshots.revert?.(snapshot, {}, {}),
    shutdown: () => domains.shutdown?.(guest, {}, {}),
    destroy: () => domains.destroy?.(guest, {}, {}),
    rename: () => domains.rename?.(guest, "h", {}),
    setMetadata: () => domains.setMetadata?.(guest, { type: "title", value: "t", flags: {} }, {}),
    undefine: () => domains.undefine?.(guest, { snapshotsMetadata: true }, {}),
  };
  for (const step of STEPS) await actions[step]();
}

/** The same in Python, where the reference's test hypervisor lives in the process itself. */
const SCRIPT = `
import libvirt, threading, time
libvirt.virEventRegisterDefaultImpl()
def loop():
    while True: libvirt.virEventRunDefaultImpl()
threading.Thread(target=loop, daemon=True).start()
c = libvirt.open("test:///default")
c.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, lambda c, d, e, detail, o: print(d.name(), e, detail), None)
c.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, lambda c, d, t, u, o: print(d.name(), "metadata"), None)
d = c.defineXML("""${GUEST}""")
snapshot = None
for step in ${JSON.stringify(STEPS)}:
    if step == "snapshotCreateXML": snapshot = d.snapshotCreateXML("<domainsnapshot><name>s</name></domainsnapshot>")
    elif step == "revert": d.revertToSnapshot(snapshot)
    elif step == "rename": d.rename("h"); d = c.lookupByName("h")
    elif step == "setMetadata": d.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "t", None, None)
    elif step == "undefine": d.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)
    else: getattr(d, step)()
time.sleep(0.5)
`;

async function python(script: string): Promise<string> {
  return await run("/usr/bin/python3", ["-u", "-c", script]);
}

/** virsh ends what it prints with an empty line. */
async function virsh(args: readonly string[]): Promise<string> {
  return (await run("/usr/bin/virsh", args)).replace(/\n$/, "");
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args: [...args] }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}
