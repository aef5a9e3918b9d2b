import assert from "node:assert/strict";
import { VirtError } from "../../model/error.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { DocumentError } from "../xml/mod.ts";
import { network } from "./document.ts";
import { prepareNetwork } from "./prepare_network.ts";
import { applyNetworkUpdate } from "./update_network.ts";

const HOST = {
  isBridgeTaken: (name: string) => name === "virbr0",
  hasDevice: (name: string) => name === "virbr1",
  isVirtualFunction: () => false,
  newMac: () => "52:54:00:00:00:01",
};

const ADDRESS = "<ip address='10.0.0.1' netmask='255.255.255.0'/>";

function withParts(parts: string): string {
  return `<network><name>n</name><uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>${parts}</network>`;
}

Deno.test("a network that says little is isolated and has a bridge", () => {
  assert.equal(
    formatShape(network, parseShape(network, withParts(""))),
    `<network>
  <name>n</name>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <bridge stp='on' delay='0'/>
</network>
`,
  );
});

Deno.test("a device in <forward> and the first of its interfaces are the same", () => {
  const document = parseShape(network, withParts(`<forward dev='eth0' mode='route'/>${ADDRESS}`));
  assert.deepEqual(document.forward, { mode: "route", interfaces: [{ dev: "eth0" }] });
  assert.match(formatShape(network, document), /<forward dev='eth0' mode='route'>\n {4}<interface dev='eth0'\/>/);
});

Deno.test("options for dnsmasq are found by their namespace and written with the usual prefix", () => {
  const options =
    "<d:options xmlns:d='http://libvirt.org/schemas/network/dnsmasq/1.0'><d:option value='a=b'/></d:options>";
  const document = parseShape(network, withParts(options));
  assert.deepEqual(document.dnsmasqOptions, ["a=b"]);
  assert.match(formatShape(network, document), /<network xmlns:dnsmasq='.*'>[^]*<dnsmasq:option value='a=b'\/>/);
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    ["<bridge delay='x'/>", "VIR_ERR_XML_ERROR", "Invalid delay value in network 'n'"],
    ["<forward/>", "VIR_ERR_XML_ERROR", "nat forwarding requested, but no IP address provided for network 'n'"],
    ["<forward mode='x'/>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown forwarding type 'x'"],
    [
      "<mac address='01:00:00:00:00:00'/>",
      "VIR_ERR_XML_ERROR",
      "Invalid multicast bridge mac address '01:00:00:00:00:00' in network 'n'",
    ],
    ["<ip address='x'/>", "VIR_ERR_XML_ERROR", "Invalid address 'x' in network 'n'"],
    [
      "<ip family='ipv6' address='10.0.0.1'/>",
      "VIR_ERR_CONFIG_UNSUPPORTED",
      "Family 'ipv6' specified for non-IPv6 address '10.0.0.1' in network 'n'",
    ],
    [
      "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.2' end='10.0.1.2'/></dhcp></ip>",
      "VIR_ERR_INTERNAL_ERROR",
      "range 10.0.0.2 - 10.0.1.2 is not entirely within network 10.0.0.1/24",
    ],
    [
      "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.9' end='10.0.0.2'/></dhcp></ip>",
      "VIR_ERR_INTERNAL_ERROR",
      "range 10.0.0.9 - 10.0.0.2 is reversed ",
    ],
    [
      `${ADDRESS}<route address='10.1.0.0' prefix='16' gateway='10.2.0.1'/>`,
      "VIR_ERR_CONFIG_UNSUPPORTED",
      "unreachable static route gateway '10.2.0.1' specified for network 'n'",
    ],
    [
      "<dns><txt name='a b' value='c'/></dns>",
      "VIR_ERR_XML_DETAIL",
      "prohibited character in DNS TXT record name 'a b' of network n",
    ],
    ["<virtualport/>", "VIR_ERR_XML_ERROR", "missing required virtualport type"],
  ] as const;
  for (const [parts, code, detail] of cases) {
    assert.throws(() => parseShape(network, withParts(parts)), (error) => {
      assert.ok(error instanceof DocumentError, parts);
      assert.deepEqual([error.code, error.detail], [code, detail]);
      return true;
    }, parts);
  }
});

Deno.test("defining gives a free bridge and a MAC address", () => {
  const { bridge, mac } = prepareNetwork(parseShape(network, withParts("")), HOST);
  assert.deepEqual([bridge?.name, mac], ["virbr2", "52:54:00:00:00:01"]);
  assert.equal(prepareNetwork(parseShape(network, withParts("<bridge name='br%d'/>")), HOST).bridge?.name, "br0");
});

Deno.test("defining refuses what the way of forwarding cannot have", () => {
  const cases = [
    ["<bridge name='virbr0'/>", "bridge name 'virbr0' already in use."],
    [`<forward mode='vepa'/>${ADDRESS}`, "Unsupported <ip> element in network n with forward mode='vepa'"],
    ["<forward mode='hostdev'><interface dev='e'/></forward>", /hostdev network 'n' lists 'e' in the device pool/],
    [
      "<portgroup name='a'/><portgroup name='a'/>",
      "multiple <portgroup> elements with the same name (a) in network 'n'",
    ],
    [
      "<vlan><tag id='1'/></vlan>",
      "<vlan> element specified for network n, whose type doesn't support vlan configuration",
    ],
  ] as const;
  for (const [parts, detail] of cases) {
    assert.throws(() => prepareNetwork(parseShape(network, withParts(parts)), HOST), (error) => {
      assert.ok(error instanceof VirtError);
      if (typeof detail === "string") assert.equal(error.detail, detail);
      else assert.match(error.detail ?? "", detail);
      return true;
    }, parts);
  }
});

Deno.test("a change names the element that it cannot be", () => {
  const document = parseShape(network, withParts(ADDRESS));
  const change = { command: "addLast", section: "ipDhcpHost", parentIndex: -1, xml: "<hots/>" } as const;
  assert.throws(() => applyNetworkUpdate(document, change), {
    detail: "unexpected element <hots>, expecting <host>, while updating network 'n'",
  });
  assert.throws(() => applyNetworkUpdate(document, { ...change, section: "forwardPf" }), {
    detail: "can't update 'forward pf' section of network 'n'",
  });
});

Deno.test("a lease that is added appears, and the last one takes its <dhcp> along", () => {
  const document = parseShape(network, withParts(ADDRESS));
  const xml = "<host mac='52:54:00:00:00:02' ip='10.0.0.2'/>";
  const change = { section: "ipDhcpHost", parentIndex: -1, xml } as const;
  const added = applyNetworkUpdate(document, { ...change, command: "addLast" });
  assert.deepEqual(added.ips?.[0]?.dhcp, { hosts: [{ mac: "52:54:00:00:00:02", ip: "10.0.0.2" }] });
  assert.deepEqual(applyNetworkUpdate(added, { ...change, command: "delete" }), document);
});
