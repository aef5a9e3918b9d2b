/**
 * What the engine refuses before a driver is asked, and with which words.
 *
 * @module
 */

import assert from "node:assert/strict";
import { Connection } from "../../src/api/connection.ts";
import { fakeDriver, uuidOf } from "../fakes/fake_driver.ts";
import { rejectsWith } from "./rejects.ts";

const WEB = { name: "web", uuid: uuidOf(1), id: 1 };

Deno.test("a read-only connection looks, and changes nothing", async () => {
  const fake = fakeDriver();
  await using connection = new Connection(fake.connection, { readOnly: true });
  const web = await connection.domains.lookupByName("web");
  assert.match(await web.getXml(), /web/);
  for (
    const [text, act] of [
      ["read only access prevents virDomainCreate", () => web.create()],
      ["read only access prevents virDomainCreateWithFlags", () => web.create({ paused: true })],
      ["read only access prevents virDomainDestroy", () => web.destroy()],
      ["read only access prevents virDomainRename", () => web.rename("www")],
      ["read only access prevents virDomainCreateXML", () => connection.domains.createXml("<domain/>")],
      ["read only access prevents virDomainGetHostname", () => web.guest.getHostname()],
      ["virDomainGetXMLDesc with secure flag", () => web.getXml({ secure: true })],
      ["virDomainGetXMLDesc with secure flag", () => web.getXml({ migratable: true })],
      ["read only access prevents virDomainGetVcpusFlags", () => web.devices.getVcpuCount({ guest: true })],
      [
        "read only access prevents virDomainInterfaceAddresses",
        () => web.guest.getInterfaceAddresses("agent"),
      ],
    ] as const
  ) {
    const error = await rejectsWith("VIR_ERR_OPERATION_DENIED", act);
    assert.equal(error.message, `operation forbidden: ${text}`);
    assert.equal(error.domain, "VIR_FROM_DOMAIN");
  }
  assert.deepEqual(fake.calls, []);
});

Deno.test("a part or a method that a driver does not have is named by libvirt's function and domain", async () => {
  await using connection = new Connection(fakeDriver().connection);
  const web = connection.domains.from(WEB);
  for (
    const [call, domain, act] of [
      ["virDomainShutdown", "VIR_FROM_DOMAIN", () => web.shutdown()],
      ["virDomainAttachDeviceFlags", "VIR_FROM_DOMAIN", () => web.devices.attach("<disk/>", { live: true })],
      ["virDomainListAllSnapshots", "VIR_FROM_DOMAIN_SNAPSHOT", () => web.snapshots.list()],
      ["virDomainListAllCheckpoints", "VIR_FROM_DOMAIN_CHECKPOINT", () => web.checkpoints.list()],
      ["virConnectListAllNetworks", "VIR_FROM_NETWORK", () => connection.networks.list()],
      ["virNetworkListAllPorts", "VIR_FROM_NETWORK", () => connection.networks.from(WEB).listPorts()],
      ["virStoragePoolLookupByName", "VIR_FROM_STORAGE", () => connection.storagePools.lookupByName("a")],
      ["virNodeDeviceLookupByName", "VIR_FROM_NODEDEV", () => connection.nodeDevices.lookupByName("a")],
      ["virConnectListAllInterfaces", "VIR_FROM_INTERFACE", () => connection.interfaces.list()],
      ["virConnectListAllNWFilterBindings", "VIR_FROM_NWFILTER", () => connection.networkFilters.bindings.list()],
      ["virConnectListAllSecrets", "VIR_FROM_SECRET", () => connection.secrets.list()],
      ["virNodeGetInfo", "VIR_FROM_DOMAIN", () => connection.host.getInfo()],
      ["virConnectGetVersion", "VIR_FROM_DOMAIN", () => connection.getVersion()],
      ["virDomainQemuAgentCommand", "VIR_FROM_NONE", () => web.guest.sendCommand({ text: "{}", timeout: -1 })],
    ] as const
  ) {
    const error = await rejectsWith("VIR_ERR_NO_SUPPORT", act);
    assert.equal(error.message, `this function is not supported by the connection driver: ${call}`);
    assert.equal(error.domain, domain);
  }
});

Deno.test("errors name the function that a client called, where it says which", async () => {
  await using connection = new Connection(fakeDriver().connection);
  const web = connection.domains.from(WEB);
  const error = await rejectsWith(
    "VIR_ERR_NO_SUPPORT",
    () => web.saving.getJobStats({}, { as: "virDomainGetJobInfo" }),
  );
  assert.equal(error.detail, "virDomainGetJobInfo");
});

Deno.test("arguments that libvirt's public functions refuse are refused with their words", async () => {
  const fake = fakeDriver();
  await using connection = new Connection(fake.connection);
  const web = connection.domains.from(WEB);
  for (
    const [text, act] of [
      ["string new_name in virDomainRename must not be empty", () => web.rename("")],
      ["id in virDomainLookupByID must be zero or greater", () => connection.domains.lookupById(-2)],
      ["Invalid UUID", () => connection.domains.lookupByUuid("web")],
      ["uuidstr in virNetworkLookupByUUIDString must be a valid UUID", () => connection.networks.lookupByUuid("")],
      [
        "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive",
        () => web.tuning.getMemory({ live: true, config: true }),
      ],
      [
        "Flag 'VIR_DOMAIN_AFFECT_CONFIG' is required by flag 'VIR_DOMAIN_VCPU_MAXIMUM'",
        () => web.devices.setVcpuCount(2, { maximum: true }),
      ],
      [
        "Flags 'VIR_DOMAIN_SAVE_RUNNING' and 'VIR_DOMAIN_SAVE_PAUSED' are mutually exclusive",
        () => web.saving.managedSave({ running: true, paused: true }),
      ],
      ["memory in virDomainSetMemory must not be zero", () => web.devices.setMemory(0)],
      ["nparams in virDomainSetMemoryParameters must be greater than zero", () => web.tuning.setMemory({})],
      ["nkeycodes must be <= 16", () => web.sendKey({ codeset: "linux", holdTime: 0, keycodes: Array(17).fill(1) })],
      ["metadata title can't contain newlines", () => web.setMetadata({ type: "title", value: "a\nb" })],
      ["uri in virDomainGetMetadata must not be NULL", () => web.getMetadata({ type: "element" })],
      ["xmlCPUs in virConnectBaselineCPU must not be NULL", () => connection.host.baselineCpu([])],
      ["ncpus must be 1 when start_cpu is -1", () => web.stats.getCpu({ count: 2 })],
      [
        "capacity in virStorageVolResize cannot be zero without 'delta' or 'shrink' flags set",
        () => connection.storageVolumes.from({ pool: "p", name: "v", key: "k" }).resize(0),
      ],
    ] as const
  ) {
    const error = await rejectsWith("VIR_ERR_INVALID_ARG", act);
    assert.equal(error.message, text);
  }
  assert.deepEqual(fake.calls, []);
});

Deno.test("a UUID is found however its hyphens stand", async () => {
  await using connection = new Connection(fakeDriver().connection);
  const found = await connection.domains.lookupByUuid(` ${uuidOf(2).replaceAll("-", "").toUpperCase()}`);
  assert.equal(found.name, "db");
});

Deno.test("whatever a driver throws comes out as a VirtError that names the call", async () => {
  const cause = new TypeError("Cannot read properties of undefined");
  const fake = fakeDriver();
  const domains = { ...fake.connection.domains, getOsType: () => Promise.reject(cause) } as never;
  await using connection = new Connection({ ...fake.connection, domains });
  const error = await rejectsWith("VIR_ERR_INTERNAL_ERROR", () => connection.domains.from(WEB).getOsType());
  assert.equal(error.step, "virDomainGetOSType");
  assert.equal(error.cause, cause);
});
