import assert from "node:assert/strict";
import { z } from "zod";
import { DocumentError } from "../xml/mod.ts";
import { formatCapabilities } from "./format_capabilities.ts";
import { capabilitiesSchema } from "./json_schema.ts";
import { parseCapabilities } from "./parse_capabilities.ts";

const TEXT = `<capabilities>

  <host>
    <uuid>00000000-1111-2222-3333-444444444444</uuid>
    <cpu>
      <arch>x86_64</arch>
      <features>
        <pae/>
      </features>
      <model>Chip</model>
      <vendor>Maker</vendor>
      <microcode version='9'/>
      <signature family='6' model='0' stepping='0'/>
      <counter name='tsc' frequency='2600000000' scaling='no'/>
      <topology sockets='1' dies='1' clusters='1' cores='2' threads='1'/>
      <maxphysaddr mode='emulate' bits='46'/>
      <feature name='one'/>
      <pages unit='KiB' size='4'/>
    </cpu>
    <power_management>
      <suspend_mem/>
    </power_management>
    <iommu support='yes'/>
    <migration_features>
      <live/>
      <uri_transports>
        <uri_transport>tcp</uri_transport>
      </uri_transports>
    </migration_features>
    <netprefix>tap</netprefix>
    <topology>
      <cells num='2'>
        <cell id='0'>
          <memory unit='KiB'>100</memory>
          <pages unit='KiB' size='4'>25</pages>
          <distances>
            <sibling id='0' value='10'/>
            <sibling id='1' value='20'/>
          </distances>
          <cache level='1' associativity='direct' policy='writeback'>
            <size value='10' unit='KiB'/>
            <line value='8' unit='B'/>
          </cache>
          <cpus num='2'>
            <cpu id='0' socket_id='0' die_id='0' cluster_id='0' core_id='0' siblings='0-1'/>
            <cpu id='1'/>
          </cpus>
        </cell>
        <cell id='1'>
          <cpus num='0'/>
        </cell>
      </cells>
      <interconnects>
        <latency initiator='0' target='0' type='read' value='5'/>
        <bandwidth initiator='0' target='0' cache='1' type='access' value='204800' unit='KiB'/>
      </interconnects>
    </topology>
    <cache>
      <bank id='0' level='3' type='both' size='15' unit='MiB' cpus='0-5'>
        <control granularity='768' min='1536' unit='KiB' type='both' maxAllocs='4'/>
      </bank>
      <monitor level='3' reuseThreshold='270336' maxMonitors='176'>
        <feature name='llc_occupancy'/>
      </monitor>
    </cache>
    <memory_bandwidth>
      <node id='0' cpus='0-5'>
        <control granularity='10' min='10' maxAllocs='4'/>
      </node>
    </memory_bandwidth>
    <secmodel>
      <model>none</model>
      <doi></doi>
      <baselabel type='kvm'>+1:+1</baselabel>
    </secmodel>
  </host>

  <guest>
    <os_type>hvm</os_type>
    <arch name='x86_64'>
      <wordsize>64</wordsize>
      <emulator>/opt/emu</emulator>
      <machine maxCpus='255'>board-1</machine>
      <machine canonical='board-1' maxCpus='255' deprecated='yes'>board</machine>
      <domain type='qemu'/>
      <domain type='kvm'>
        <emulator>/opt/emu-kvm</emulator>
        <machine maxCpus='8'>board-2</machine>
      </domain>
    </arch>
    <features>
      <acpi default='on' toggle='yes'/>
      <cpuselection/>
      <externalSnapshot/>
    </features>
  </guest>

  <pool>
    <enum name='type'>
      <value>dir</value>
    </enum>
  </pool>

</capabilities>
`;

Deno.test("host capabilities come back from text byte for byte", () => {
  assert.equal(formatCapabilities(parseCapabilities(TEXT)), TEXT);
});

Deno.test("host capabilities come back from JSON as they were, and their schema describes them", () => {
  const document = parseCapabilities(TEXT);
  const again = JSON.parse(JSON.stringify(document));
  assert.deepEqual(again, document);
  const schema = z.fromJSONSchema(structuredClone(capabilitiesSchema()) as Parameters<typeof z.fromJSONSchema>[0]);
  assert.deepEqual(schema.parse(again), document);
  assert.equal(schema.safeParse({ ...again, host: { ...again.host, stranger: 1 } }).success, false);
});

Deno.test("host capabilities written for libvirt 9.0.0 leave out what came later", () => {
  const old = TEXT.replace(" clusters='1'", "").replace(" cluster_id='0'", "").replace(
    "      <externalSnapshot/>\n",
    "",
  );
  assert.equal(formatCapabilities(parseCapabilities(TEXT), { level: 9_000_000 }), old);
});

Deno.test("a host that says almost nothing is still a document", () => {
  const bare = "<capabilities>\n\n  <host>\n    <power_management/>\n  </host>\n\n</capabilities>\n";
  assert.deepEqual(parseCapabilities(bare), { host: { powerManagement: [], securityModels: [] }, guests: [] });
  assert.equal(formatCapabilities(parseCapabilities(bare)), bare);
});

Deno.test("a mistake in the host's capabilities is named with its place", () => {
  assert.throws(() => parseCapabilities(TEXT.replace("value='20'", "value='far'")), (error) => {
    assert.ok(error instanceof DocumentError);
    assert.equal(error.path, "/capabilities/host/topology/cells/cell[1]/distances/sibling[2]/@value");
    return true;
  });
});
