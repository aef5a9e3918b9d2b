import assert from "node:assert/strict";
import { readDocument } from "../../conf/xml/read_document.ts";
import type { NodeDocument } from "./node_document.ts";
import { parseNode } from "./parse_node.ts";

function parse(inside: string): NodeDocument {
  const xml = `<node xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>${inside}</node>`;
  return readDocument(xml, ({ element }) => parseNode(element), { root: "node", unknown: "ignore" });
}

Deno.test("a file without a machine has the default one; active processors are at most those there are", () => {
  assert.equal(parse("").info.cpus, 16);
  const { info } = parse(
    "<cpu><nodes>1</nodes><sockets>2</sockets><cores>2</cores><threads>1</threads><active>50</active>" +
      "<mhz>6000</mhz><model>i986</model></cpu><memory>8192000</memory>",
  );
  assert.deepEqual(info, {
    model: "i986",
    memory: 8192000,
    cpus: 4,
    mhz: 6000,
    nodes: 1,
    sockets: 2,
    cores: 2,
    threads: 1,
  });
});

Deno.test("a guest begins as the test namespace says, which is no part of its configuration", () => {
  const [guest] = parse(
    "<domain><name>a</name><test:runstate>5</test:runstate><test:hasmanagedsave/>" +
      "<test:domainsnapshot><name>s</name></test:domainsnapshot></domain>",
  ).domains;
  assert.deepEqual(guest, {
    xml: "<domain>\n  <name>a</name>\n</domain>",
    state: "shutoff",
    transient: false,
    hasManagedSave: true,
    snapshots: ["<domainsnapshot>\n  <name>s</name>\n</domainsnapshot>"],
  });
});

Deno.test("volumes belong to their pool, and everything else is kept as text", () => {
  const node = parse(
    "<pool><name>p</name><volume><name>v</name></volume></pool><network/><interface/><device/><secret/>",
  );
  assert.deepEqual(node.pools, [{
    xml: "<pool>\n  <name>p</name>\n</pool>",
    volumes: ["<volume>\n  <name>v</name>\n</volume>"],
  }]);
  assert.deepEqual([node.networks, node.interfaces, node.devices, node.secrets], [
    ["<network/>"],
    ["<interface/>"],
    ["<device/>"],
    ["<secret/>"],
  ]);
});

Deno.test("a script has rules, a seed and a time", () => {
  const { script } = parse(`<script xmlns='urn:innkeeper:test:1' seed='7' clock='2030-01-01T00:00:00Z'>
    <call name='virDomainCreate' nth='2' code='VIR_ERR_OPERATION_FAILED' message='no luck'/>
    <call name='virDomainSave' object='test' delay='10' job='5000'/>
  </script>`);
  assert.deepEqual(script, {
    seed: 7,
    clock: Date.UTC(2030, 0, 1),
    rules: [
      { call: "virDomainCreate", nth: 2, fail: { code: "VIR_ERR_OPERATION_FAILED", message: "no luck" } },
      { call: "virDomainSave", object: "test", delayMs: 10, jobMs: 5000 },
    ],
  });
});

for (
  const [title, xml, message] of [
    ["a number that is none", "<cpu><nodes>x</nodes></cpu>", /invalid node cpu nodes value/],
    ["a processor's name that is too long", `<cpu><model>${"x".repeat(32)}</model></cpu>`, /too big for destination/],
    ["a state there is not", "<domain><test:runstate>9</test:runstate></domain>", /runstate '9' out of range/],
    [
      "a transient guest that is off",
      "<domain><test:runstate>5</test:runstate><test:transient/></domain>",
      /transient/,
    ],
    ["a saved guest that runs", "<domain><test:hasmanagedsave/></domain>", /managedsave/],
    ["an account without a name", "<auth><user/></auth>", /missing username/],
    ["a rule for no function", "<script xmlns='urn:innkeeper:test:1'><call name='x'/></script>", /name of a libvirt/],
    ["an unknown code", "<script xmlns='urn:innkeeper:test:1'><call name='virX' code='E'/></script>", /no error code/],
    ["a misspelt attribute", "<script xmlns='urn:innkeeper:test:1'><call name='virX' dely='1'/></script>", /"dely"/],
    ["endless waiting", "<script xmlns='urn:innkeeper:test:1'><call name='virX' delay='999999999'/></script>", /delay/],
  ] as const
) {
  Deno.test(`the file of a hypervisor is refused for ${title}`, () => {
    assert.throws(() => parse(xml), message);
  });
}
