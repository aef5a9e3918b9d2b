import assert from "node:assert/strict";
import { assertRefused } from "../xml/assert_refused.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { interfaceDocument } from "./document.ts";

const BRIDGE = `<interface type='bridge' name='br0'>
  <start mode='onboot'/>
  <mtu size='1500'/>
  <protocol family='ipv4'>
    <dhcp peerdns='no'/>
    <ip address='10.0.0.1' prefix='24'/>
    <route gateway='10.0.0.254'/>
  </protocol>
  <protocol family='ipv6'>
    <autoconf/>
  </protocol>
  <bridge stp='off' delay='0.01'>
    <interface type='bond' name='bond0'>
      <bond mode='active-backup'>
        <miimon freq='100' updelay='10' carrier='ioctl'/>
        <interface type='ethernet' name='eth0'>
          <link speed='1000' state='up'/>
          <mac address='52:54:00:00:00:01'/>
        </interface>
      </bond>
    </interface>
    <interface type='vlan' name='eth1.42'>
      <vlan tag='42'>
        <interface name='eth1'/>
      </vlan>
    </interface>
  </bridge>
</interface>
`;

Deno.test("a bridge of a bond and a VLAN comes back as it was", () => {
  assert.equal(formatShape(interfaceDocument, parseShape(interfaceDocument, BRIDGE)), BRIDGE);
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    ["<interface name='x'/>", "Missing required attribute 'type' in element 'interface'"],
    ["<interface type='ethernet'/>", "interface has no name"],
    ["<interface type='bridge' name='x'/>", "bridge interface misses the bridge element"],
    ["<interface type='ethernet' name='x'><start mode='y'/></interface>", "unknown interface startmode y"],
    ["<interface type='ethernet' name='x'><protocol/></interface>", "protocol misses the family attribute"],
    [
      "<interface type='bridge' name='x'><bridge><interface type='bridge' name='y'/></bridge></interface>",
      "interface has unsupported type 'bridge'",
    ],
  ] as const;
  for (const [text, detail] of cases) {
    assertRefused(() => parseShape(interfaceDocument, text), "VIR_ERR_XML_ERROR", detail);
  }
});
