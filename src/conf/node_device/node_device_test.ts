import assert from "node:assert/strict";
import { assertRefused } from "../xml/assert_refused.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { newNodeDevice, nodeDevice } from "./document.ts";

function device(capability: string): string {
  return `<device><name>d</name>${capability}</device>`;
}

Deno.test("a PCI device with other capabilities comes back as it was", () => {
  const text = `<device>
  <name>pci_0000_00_02_0</name>
  <parent>computer</parent>
  <driver>
    <name>e1000e</name>
  </driver>
  <capability type='pci'>
    <class>0x020000</class>
    <domain>0</domain>
    <bus>0</bus>
    <slot>2</slot>
    <function>0</function>
    <product id='0x10d3'>82574L</product>
    <vendor id='0x8086'/>
    <capability type='virt_functions' maxCount='7'/>
    <capability type='pci-bridge'/>
    <iommuGroup number='1'>
      <address domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
    </iommuGroup>
    <pci-express>
      <link validity='sta' speed='8' width='8'/>
    </pci-express>
  </capability>
</device>
`;
  const document = parseShape(nodeDevice, text);
  assert.equal(document.capabilities[0]?.type, "pci");
  assert.equal(formatShape(nodeDevice, document), text);
});

Deno.test("a disc that can be taken out has the size of its medium and no other", () => {
  const text = device(`<capability type='storage'><block>/dev/sr0</block><size>5</size>
    <capability type='removable'><media_available>0</media_available><media_size>0</media_size></capability>
  </capability>`);
  const [storage] = parseShape(nodeDevice, text).capabilities;
  assert.deepEqual(storage, { type: "storage", block: "/dev/sr0", removable: { mediaAvailable: false, mediaSize: 0 } });
});

Deno.test("USB devices without names are written with libvirt's blank", () => {
  const text = device(
    "<capability type='usb_device'><bus>1</bus><device>2</device><product id='1'/><vendor id='2'/></capability>",
  );
  assert.match(
    formatShape(nodeDevice, parseShape(nodeDevice, text)),
    /<product id='0x0001' \/>\n {4}<vendor id='0x0002' \/>/,
  );
});

Deno.test("a device that is to be made has no name and no host number yet", () => {
  const host =
    "<device><parent wwnn='1' wwpn='2'/><capability type='scsi_host'><capability type='fc_host'/></capability></device>";
  assert.deepEqual(parseShape(newNodeDevice, host), {
    name: "new device",
    parent: { wwnn: "1", wwpn: "2" },
    capabilities: [{ type: "scsi_host", fibreChannel: {} }],
  });
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    ["<device/>", "VIR_ERR_NO_NAME", ""],
    [device(""), "VIR_ERR_INTERNAL_ERROR", "no device capabilities for 'd'"],
    [device("<capability type='net'/>"), "VIR_ERR_INTERNAL_ERROR", "no network interface supplied for 'd'"],
    [
      device("<capability type='scsi'><host>x</host></capability>"),
      "VIR_ERR_INTERNAL_ERROR",
      "invalid SCSI host ID supplied for 'd'",
    ],
    [
      device("<capability type='storage'><block>b</block><capability type='x'/></capability>"),
      "VIR_ERR_INTERNAL_ERROR",
      "unknown storage capability type 'x' for 'd'",
    ],
    [
      `<device><name>d</name><parent wwnn='1'/><capability type='mdev'><type id='t'/></capability></device>`,
      "VIR_ERR_XML_ERROR",
      "when providing parent wwnn='1', the wwpn must also be provided",
    ],
  ] as const;
  for (const [text, code, detail] of cases) {
    assertRefused(() => parseShape(nodeDevice, text), code, detail);
  }
});
