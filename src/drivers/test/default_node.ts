/**
 * The hypervisor of `test:///default`: one running guest, one network, one pool, one interface and four devices, with
 * the names and ids that programs know from libvirt's.
 *
 * @module
 */

import type { NodeInfo } from "../contract.ts";
import type { NodeCell, NodeDocument } from "./node_document.ts";

const KIB_PER_GIB = 1024 * 1024;

/** The machine of every test hypervisor whose file says nothing else. */
export const DEFAULT_INFO: NodeInfo = {
  model: "i686",
  memory: 3 * KIB_PER_GIB,
  cpus: 16,
  mhz: 1400,
  nodes: 2,
  sockets: 2,
  cores: 2,
  threads: 2,
};

const CELLS: readonly NodeCell[] = [
  { memory: 2 * KIB_PER_GIB, free: KIB_PER_GIB },
  { memory: 4 * KIB_PER_GIB, free: 2 * KIB_PER_GIB },
];

const DOMAIN = `<domain type='test'>
  <name>test</name>
  <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
  <memory unit='GiB'>8</memory>
  <currentMemory unit='GiB'>2</currentMemory>
  <vcpu>2</vcpu>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/guest/diskimage1'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' domain='0' bus='1' slot='0' function='0'/>
    </disk>
    <interface type='network'>
      <mac address='aa:bb:cc:dd:ee:ff'/>
      <source network='default'/>
      <address type='pci' domain='0' bus='0' slot='1' function='0'/>
    </interface>
    <memballoon model='virtio'>
      <address type='pci' domain='0' bus='0' slot='2' function='0'/>
    </memballoon>
  </devices>
</domain>`;

const NETWORK = `<network>
  <name>default</name>
  <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
  <forward/>
  <bridge name='virbr0'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
  </ip>
</network>`;

const INTERFACE = `<interface type='ethernet' name='eth1'>
  <start mode='onboot'/>
  <mac address='aa:bb:cc:dd:ee:ff'/>
  <mtu size='1492'/>
  <protocol family='ipv4'>
    <ip address='192.168.0.5' prefix='24'/>
    <route gateway='192.168.0.1'/>
  </protocol>
</interface>`;

const POOL = `<pool type='dir'>
  <name>default-pool</name>
  <uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>
  <target><path>/default-pool</path></target>
</pool>`;

const COMPUTER = `<device>
  <name>computer</name>
  <capability type='system'>
    <hardware>
      <vendor>Libvirt</vendor>
      <version>Test driver</version>
      <serial>123456</serial>
      <uuid>11111111-2222-3333-4444-555555555555</uuid>
    </hardware>
    <firmware>
      <vendor>Libvirt</vendor>
      <version>Test Driver</version>
      <release_date>01/22/2007</release_date>
    </firmware>
  </capability>
</device>`;

const FABRIC = "2000000043214321";
const OTHER_FABRIC = "2000000087658765";

/** What `test:///default` begins with. */
export const DEFAULT_NODE: NodeDocument = {
  info: DEFAULT_INFO,
  cells: CELLS,
  domains: [{ xml: DOMAIN, state: "running", transient: false, hasManagedSave: false, snapshots: [] }],
  networks: [NETWORK],
  interfaces: [INTERFACE],
  pools: [{ xml: POOL, volumes: [] }],
  devices: [
    COMPUTER,
    fibreHost({ number: 1, parent: "computer", wwn: "12341234", fabric: FABRIC, ports: 1 }),
    fibreHost({ number: 2, parent: "computer", wwn: "56785678", fabric: OTHER_FABRIC, ports: 0 }),
    fibreHost({ number: 11, parent: "scsi_host1", wwn: "34563456", fabric: FABRIC }),
  ],
  secrets: [],
  networkFilters: [],
  users: [],
  script: { rules: [] },
};

interface FibreHost {
  readonly number: number;
  readonly parent: string;
  /** The second half of both of its names. */
  readonly wwn: string;
  readonly fabric: string;
  /** Virtual ports in use, where it can have any. */
  readonly ports?: number;
}

/** A fibre channel adapter as `<device>`. */
function fibreHost({ number, parent, wwn, fabric, ports }: FibreHost): string {
  const vports = ports === undefined
    ? ""
    : `<capability type='vport_ops'><max_vports>127</max_vports><vports>${ports}</vports></capability>`;
  return `<device>
  <name>scsi_host${number}</name>
  <parent>${parent}</parent>
  <capability type='scsi_host'>
    <host>${number}</host>
    <unique_id>${number - 1}</unique_id>
    <capability type='fc_host'>
      <wwnn>20000000${wwn}</wwnn>
      <wwpn>10000000${wwn}</wwpn>
      <fabric_wwn>${fabric}</fabric_wwn>
    </capability>
    ${vports}
  </capability>
</device>`;
}
