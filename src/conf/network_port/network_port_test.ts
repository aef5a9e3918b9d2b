import assert from "node:assert/strict";
import { assertRefused } from "../xml/assert_refused.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { networkPort } from "./document.ts";

function port(inner: string): string {
  return `<networkport>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <owner>
    <name>guest</name>
    <uuid>1a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  </owner>
  <mac address='52:54:00:00:00:01'/>
${inner}</networkport>
`;
}

const KEPT = {
  "a bridge": "  <plug type='bridge' bridge='br0' macTableManager='libvirt'/>\n",
  "a PCI device": `  <plug type='hostdev-pci' managed='no'>
    <driver name='vfio'/>
    <address domain='0x0001' bus='0x0a' slot='0x1f' function='0x7'/>
  </plug>\n`,
  "two tags": "  <vlan trunk='yes'>\n    <tag id='1' nativeMode='tagged'/>\n    <tag id='2'/>\n  </vlan>\n",
  "a virtual port":
    "  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='3' typeidversion='2'/>\n  </virtualport>\n",
  "bandwidth": "  <bandwidth classID='3'>\n    <inbound average='1' floor='2'/>\n  </bandwidth>\n",
  "isolation": "  <port isolated='yes'/>\n  <rxfilters trustGuest='no'/>\n",
};

for (const [what, inner] of Object.entries(KEPT)) {
  Deno.test(`a port with ${what} comes back as it was`, () => {
    assert.equal(formatShape(networkPort, parseShape(networkPort, port(inner))), port(inner));
  });
}

Deno.test("what says nothing is dropped, and several tags become a trunk", () => {
  const text = port("<virtualport/><bandwidth/><vlan><tag id='1'/><tag id='2'/></vlan>");
  const document = parseShape(networkPort, text);
  assert.deepEqual([document.virtualPort, document.bandwidth], [undefined, undefined]);
  assert.equal(document.vlan?.trunk, true);
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    ["<vlan><tag id='4096'/></vlan>", "VIR_ERR_XML_ERROR", "vlan tag id 4096 too large (maximum 4095)"],
    ["<plug type='direct'/>", "VIR_ERR_XML_ERROR", "Missing network port link device name"],
    ["<bandwidth><inbound/></bandwidth>", "VIR_ERR_XML_DETAIL", "Missing mandatory average or floor attributes"],
    [
      "<virtualport type='openvswitch'><parameters typeid='1'/></virtualport>",
      "VIR_ERR_XML_ERROR",
      "extra typeid unsupported in <virtualport type='openvswitch'>",
    ],
  ] as const;
  for (const [inner, code, detail] of cases) {
    assertRefused(() => parseShape(networkPort, port(inner)), code, detail);
  }
});
