/**
 * Configurations as typed documents.
 *
 * @module
 */

import assert from "node:assert/strict";
import { Connection } from "../../src/api/connection.ts";
import type { NetworksPart } from "../../src/drivers/contract.ts";
import { fakeDriver, uuidOf } from "../fakes/fake_driver.ts";
import { rejectsWith } from "./rejects.ts";

function networkOf(xml: string) {
  const networks = { getXml: () => Promise.resolve(xml) } as unknown as NetworksPart;
  const connection = new Connection(fakeDriver({ networks }).connection);
  return connection.networks.from({ name: "lan", uuid: uuidOf(1) });
}

Deno.test("a configuration is given as a typed document, without what is not known", async () => {
  const network = networkOf(`<network><name>lan</name><uuid>${uuidOf(1)}</uuid><news/><bridge name='br0'/></network>`);
  const document = await network.getDocument();
  assert.equal(document.name, "lan");
  assert.equal(document.bridge?.name, "br0");
});

Deno.test("a configuration that cannot be read is refused with libvirt's code and the place", async () => {
  const error = await rejectsWith("VIR_ERR_XML_DETAIL", () => networkOf("<network>").getDocument());
  assert.equal(error.domain, "VIR_FROM_NETWORK");
  assert.match(error.hint ?? "", /line 1/);
});
