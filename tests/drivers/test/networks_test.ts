/**
 * Virtual networks of the hypervisor in memory: their life, changes while they are there, ports and leases.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { NetworkRef } from "../../../src/model/object_refs.ts";
import { guestXml, opened, type Parts, refused } from "./opened.ts";

const WEB = `<network>
  <name>web</name>
  <forward mode='nat'/>
  <bridge name='virbr9'/>
  <ip address='10.1.0.1' prefix='24'><dhcp><range start='10.1.0.2' end='10.1.0.99'/></dhcp></ip>
</network>`;
const HOST = "<host mac='52:54:00:00:00:07' name='seven' ip='10.1.0.7'/>";

async function web({ networks }: Parts): Promise<NetworkRef> {
  const network = await networks.define(WEB, {}, {});
  await networks.create(network, {});
  return network;
}

Deno.test("a network is defined, started, stopped and undefined, and everybody is told", async () => {
  const { parts: { networks }, told } = await opened();
  const network = await networks.define(WEB, {}, {});
  assert.equal(await networks.isActive(network, {}), false);
  await networks.create(network, {});
  await refused(
    networks.create(network, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: Network 'web' is already running",
  );
  await refused(
    networks.undefine(network, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: Network 'web' is still running",
  );
  await networks.setAutostart(network, true, {});
  assert.equal(await networks.getAutostart(network, {}), true);
  assert.deepEqual((await networks.list({ autostart: true }, {})).map(({ name }) => name), ["web"]);
  assert.equal(await networks.getBridgeName(network, {}), "virbr9");
  await networks.destroy(network, {});
  await networks.undefine(network, {});
  await refused(
    networks.lookupByName("web", {}),
    "VIR_ERR_NO_NETWORK: Network not found: no network with matching name 'web'",
  );
  assert.deepEqual(told(), [
    "network web defined",
    "network web started",
    "network web stopped",
    "network web undefined",
  ]);
});

Deno.test("a network that was created only is gone when it stops", async () => {
  const { parts: { networks } } = await opened();
  const network = await networks.createXml(WEB, {}, {});
  assert.equal(await networks.isPersistent(network, {}), false);
  await networks.destroy(network, {});
  await refused(
    networks.lookupByUuid(network.uuid, {}),
    `VIR_ERR_NO_NETWORK: Network not found: no network with matching uuid '${network.uuid}'`,
  );
});

Deno.test("two networks have neither one name nor one UUID", async () => {
  const { parts: { networks } } = await opened();
  const { uuid } = await networks.define(WEB, {}, {});
  await refused(
    networks.define(WEB.replace("<forward", "<uuid>11111111-1111-1111-1111-111111111111</uuid><forward"), {}, {}),
    `VIR_ERR_OPERATION_FAILED: operation failed: network 'web' already exists with uuid ${uuid}`,
  );
  await refused(
    networks.define(WEB.replace("web", `other</name><uuid>${uuid}</uuid><name>`).replace("<name></name>", ""), {}, {}),
    `VIR_ERR_OPERATION_FAILED: operation failed: network 'web' is already defined with uuid ${uuid}`,
  );
});

Deno.test("a change goes to what runs, to what is stored, or to both", async () => {
  const { parts } = await opened();
  const { networks } = parts;
  const network = await web(parts);
  const change = { command: "addLast", section: "ipDhcpHost", parentIndex: -1, xml: HOST } as const;
  await networks.update(network, { ...change, flags: { config: true } }, {});
  assert.doesNotMatch(await networks.getXml(network, {}, {}), /name='seven'/);
  await networks.update(network, { ...change, flags: { live: true } }, {});
  assert.match(await networks.getXml(network, {}, {}), /name='seven'/);
  await refused(
    networks.update(network, { ...change, flags: { live: true, config: true } }, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: there is an existing dhcp host entry in network " +
      `'web' that matches "${HOST}"`,
  );
  await networks.destroy(network, {});
  assert.match(await networks.getXml(network, {}, {}), /name='seven'/);
  await refused(
    networks.update(network, { ...change, flags: { live: true } }, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: network is not running",
  );
});

Deno.test("guests that run have leases of the networks that give them", async () => {
  const { parts } = await opened();
  const { networks, domains } = parts;
  const network = await web(parts);
  await networks.update(
    network,
    { command: "addLast", section: "ipDhcpHost", parentIndex: -1, xml: HOST, flags: {} },
    {},
  );
  const card = "<interface type='network'><mac address='52:54:00:00:00:07'/><source network='web'/></interface>";
  await domains.createXml(guestXml("seven", `<devices>${card}</devices>`), {}, {});
  const [lease, ...more] = await networks.getDhcpLeases(network, undefined, {});
  assert.equal(more.length, 0);
  assert.equal(lease?.address, "10.1.0.7");
  assert.equal(lease?.hostname, "seven");
  assert.deepEqual(await networks.getDhcpLeases(network, "52:54:00:00:00:08", {}), []);
});

Deno.test("ports are made in networks that run, and have limits", async () => {
  const { parts } = await opened();
  const { networks } = parts;
  const network = await web(parts);
  const { ports } = networks;
  const xml = `<networkport>
    <uuid>5d744f21-ba4a-4d6e-bdb2-30a35ff3207d</uuid>
    <owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>
    <mac address='52:54:00:00:00:07'/>
  </networkport>`;
  const port = await ports.createXml(network, xml, {}, {});
  assert.deepEqual(await ports.list(network, {}), [port]);
  assert.match(await ports.getXml(port, {}), /<plug type='network' bridge='virbr9'\/>/);
  await ports.setParameters(port, { "inbound.average": 1000, "inbound.peak": 2000 }, {});
  assert.deepEqual(await ports.getParameters(port, {}), {
    "inbound.average": 1000,
    "inbound.peak": 2000,
    "inbound.floor": 0,
    "inbound.burst": 0,
  });
  await ports.delete(port, {});
  await refused(
    ports.getXml(port, {}),
    `VIR_ERR_NO_NETWORK_PORT: network port not found: Network port with UUID ${port.uuid} does not exist`,
  );
  await networks.destroy(network, {});
  await refused(
    ports.createXml(network, xml, {}, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: network 'web' is not active",
  );
});
