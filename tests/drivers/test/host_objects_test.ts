/**
 * What the host of the hypervisor in memory has: interfaces, devices, secrets and network filters.
 *
 * @module
 */

import assert from "node:assert/strict";
import { opened, type Parts, refused } from "./opened.ts";

const ETH7 = "<interface type='ethernet' name='eth7'><start mode='onboot'/></interface>";
const SECRET = `<secret ephemeral='no' private='no'>
  <uuid>11111111-1111-1111-1111-111111111111</uuid>
  <usage type='volume'><volume>/v/a</volume></usage>
</secret>`;
const QUIET = `<filter name='quiet'>
  <uuid>21111111-1111-1111-1111-111111111111</uuid>
  <rule action='drop' direction='in'><tcp dstportstart='25'/></rule>
</filter>`;

async function interfaceNames({ interfaces }: Parts): Promise<string[]> {
  return (await interfaces.list({}, {})).map(({ name }) => name);
}

Deno.test("changes of interfaces are taken back together, or kept", async () => {
  const { parts } = await opened();
  const { interfaces } = parts;
  const none = "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: no transaction running";
  await refused(interfaces.rollbackChange({}), `${none}, nothing to rollback.`);
  await refused(interfaces.commitChange({}), `${none}, nothing to be committed.`);
  await interfaces.beginChange({});
  await refused(
    interfaces.beginChange({}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: there is another transaction running.",
  );
  await interfaces.define(ETH7, {}, {});
  assert.deepEqual(await interfaceNames(parts), ["eth1", "eth7"]);
  await interfaces.rollbackChange({});
  assert.deepEqual(await interfaceNames(parts), ["eth1"]);
  await interfaces.beginChange({});
  await interfaces.undefine(await interfaces.lookupByName("eth1", {}), {});
  await interfaces.commitChange({});
  assert.deepEqual(await interfaceNames(parts), []);
});

Deno.test("an interface goes up and down", async () => {
  const { parts: { interfaces } } = await opened();
  const eth7 = await interfaces.define(ETH7, {}, {});
  await interfaces.create(eth7, {});
  await refused(interfaces.create(eth7, {}), "VIR_ERR_OPERATION_INVALID: Requested operation is not valid");
  await interfaces.destroy(eth7, {});
  assert.equal(await interfaces.isActive(eth7, {}), false);
  assert.equal((await interfaces.lookupByMac("AA:bb:cc:dd:ee:ff", {})).name, "eth1");
});

Deno.test("virtual ports are made beside a port that can have them, and are told", async () => {
  const { parts: { nodeDevices }, told } = await opened();
  const xml = (parent: string): string =>
    `<device><parent>${parent}</parent><capability type='scsi_host'><capability type='fc_host'>
      <wwnn>1111222233334444</wwnn><wwpn>5555666677778888</wwpn></capability></capability></device>`;
  const device = await nodeDevices.createXml(xml("scsi_host1"), {}, {});
  assert.deepEqual(await nodeDevices.listCapabilities(device, {}), ["scsi_host"]);
  assert.deepEqual(await nodeDevices.lookupScsiHostByWwn("1111222233334444", "5555666677778888", {}), device);
  await refused(
    nodeDevices.createXml(xml("nobody"), {}, {}),
    "VIR_ERR_INTERNAL_ERROR: internal error: Could not find parent device for 'new device'",
  );
  await nodeDevices.destroy(device, {});
  assert.deepEqual(told(), ["device scsi_host12 created", "device scsi_host12 deleted"]);
});

Deno.test("devices are found by kind, and flags that libvirt's test hypervisor does not know are refused", async () => {
  const { parts: { nodeDevices } } = await opened();
  assert.deepEqual(await nodeDevices.list({ capSystem: true }, {}), [{ name: "computer" }]);
  await refused(
    nodeDevices.list({ active: true }, {}),
    "VIR_ERR_INVALID_ARG: unsupported flags (0x80000000) in function testConnectListAllNodeDevices",
  );
  await refused(
    nodeDevices.lookupByName("nobody", {}),
    "VIR_ERR_NO_NODE_DEVICE: Node device not found: no node device with matching name 'nobody'",
  );
});

Deno.test("a secret has one use, keeps its value, and tells it unless it is private", async () => {
  const { parts: { secrets }, told } = await opened();
  const ref = await secrets.define(SECRET, {}, {});
  await refused(
    secrets.getValue(ref, {}),
    `VIR_ERR_NO_SECRET: Secret not found: secret '${ref.uuid}' does not have a value`,
  );
  await secrets.setValue(ref, Uint8Array.of(1, 2), {});
  await secrets.define(SECRET, {}, {});
  assert.deepEqual(await secrets.getValue(ref, {}), Uint8Array.of(1, 2));
  await refused(
    secrets.define(SECRET.replace("/v/a", "/v/b"), {}, {}),
    `VIR_ERR_INTERNAL_ERROR: internal error: a secret with UUID ${ref.uuid} is already defined for use with /v/a`,
  );
  await refused(
    secrets.define(SECRET.replace("11111111-", "21111111-"), {}, {}),
    `VIR_ERR_INTERNAL_ERROR: internal error: a secret with UUID ${ref.uuid} already defined for use with /v/a`,
  );
  assert.deepEqual(await secrets.lookupByUsage("volume", "/v/a", {}), ref);
  await secrets.define(SECRET.replace("private='no'", "private='yes'"), {}, {});
  await refused(secrets.getValue(ref, {}), "VIR_ERR_INVALID_SECRET: Invalid secret: secret is private");
  await secrets.undefine(ref, {});
  assert.deepEqual(
    told(),
    ["defined", "valueChanged", "defined", "defined", "undefined"].map((word) => `secret /v/a ${word}`),
  );
});

Deno.test("filters refer to filters, in no circle", async () => {
  const { parts: { networkFilters } } = await opened();
  await networkFilters.define(QUIET, {}, {});
  const outer = await networkFilters.define("<filter name='outer'><filterref filter='quiet'/></filter>", {}, {});
  await refused(
    networkFilters.define(QUIET.replace("<rule", "<filterref filter='outer'/><rule"), {}, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: filter would introduce a loop",
  );
  assert.match(await networkFilters.getXml(outer, {}), /<filterref filter='quiet'\/>/);
});

Deno.test("a filter that is bound to the card of a guest is kept", async () => {
  const { parts: { networkFilters } } = await opened();
  const quiet = await networkFilters.define(QUIET, {}, {});
  const { bindings } = networkFilters;
  const xml = `<filterbinding>
    <owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>
    <portdev name='testnet0'/><mac address='52:54:00:7b:35:93'/><filterref filter='quiet'/>
  </filterbinding>`;
  const binding = await bindings.createXml(xml, {}, {});
  assert.deepEqual(binding, { portDevice: "testnet0", filterName: "quiet" });
  await refused(
    bindings.createXml(xml, {}, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: binding 'testnet0' already exists",
  );
  await refused(
    networkFilters.undefine(quiet, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: nwfilter is in use",
  );
  await bindings.delete(binding, {});
  await refused(
    bindings.createXml(xml.replace("quiet", "nobody"), {}, {}),
    "VIR_ERR_INTERNAL_ERROR: internal error: referenced filter 'nobody' is missing",
  );
  await networkFilters.undefine(quiet, {});
  assert.deepEqual(await networkFilters.list({}), []);
});
