import assert from "node:assert/strict";
import { z } from "zod";
import { DocumentError } from "../xml/mod.ts";
import { formatDomainCapabilities } from "./format_domain_capabilities.ts";
import { domainCapabilitiesSchema } from "./json_schema.ts";
import { parseDomainCapabilities } from "./parse_domain_capabilities.ts";

const OLD = `<domainCapabilities>
  <path>/opt/emu</path>
  <domain>kvm</domain>
  <machine>board-1</machine>
  <arch>x86_64</arch>
  <vcpu max='12'/>
  <iothreads supported='yes'/>
  <os supported='yes'>
    <enum name='firmware'/>
    <loader supported='yes'>
      <value>/fw/a&amp;b.fd</value>
      <enum name='type'>
        <value>rom</value>
      </enum>
    </loader>
  </os>
  <cpu>
    <mode name='host-passthrough' supported='yes'>
      <enum name='hostPassthroughMigratable'>
        <value>on</value>
        <value>off</value>
      </enum>
    </mode>
    <mode name='maximum' supported='no'/>
    <mode name='host-model' supported='yes'>
      <model fallback='forbid'>Chip</model>
      <vendor>Maker</vendor>
      <feature policy='require' name='one'/>
      <feature policy='disable' name='two'/>
    </mode>
    <mode name='custom' supported='yes'>
      <model usable='yes' vendor='unknown'>Chip</model>
      <model usable='no' deprecated='yes' vendor='Maker'>Chip-v0</model>
    </mode>
  </cpu>
  <memoryBacking supported='no'/>
  <devices>
    <disk supported='yes'>
      <enum name='bus'>
        <value>virtio</value>
      </enum>
    </disk>
    <tpm supported='yes'>
    </tpm>
    <hostdev supported='no'/>
  </devices>
  <features>
    <gic supported='no'/>
    <genid supported='yes'/>
    <sev supported='yes'>
      <cbitpos>47</cbitpos>
      <reducedPhysBits>1</reducedPhysBits>
      <maxGuests>15</maxGuests>
      <maxESGuests>4</maxESGuests>
    </sev>
    <sgx supported='yes'>
      <flc>no</flc>
      <sgx1>yes</sgx1>
      <sgx2>no</sgx2>
      <section_size unit='KiB'>2</section_size>
      <sections>
        <section node='0' size='1' unit='KiB'/>
      </sections>
    </sgx>
    <hyperv supported='yes'>
      <enum name='features'>
        <value>relaxed</value>
      </enum>
    </hyperv>
  </features>
</domainCapabilities>
`;

/** The same with everything that came after libvirt 9.0.0. */
const NEW = OLD
  .replace(
    "    <loader",
    "    <firmwareFeatures supported='yes'>\n      <enum name='secureBoot'>\n        <value>no</value>\n      </enum>\n" +
      "    </firmwareFeatures>\n    <loader",
  )
  .replace("    </loader>\n", "    </loader>\n    <varstore supported='yes'/>\n")
  .replace("Maker</vendor>\n", "Maker</vendor>\n      <maxphysaddr mode='passthrough' limit='48'/>\n")
  .replace("vendor='unknown'>", "vendor='unknown' canonical='Chip-v0'>")
  .replace(
    "Chip-v0</model>\n",
    "Chip-v0</model>\n      <blockers model='Chip-v0'>\n        <feature name='two'/>\n      </blockers>\n",
  )
  .replace("<value>virtio</value>\n", "<value>virtio</value>\n        <value>nvme</value>\n")
  .replace(
    "  </devices>",
    "    <console supported='yes'>\n      <enum name='type'>\n        <value>pty</value>\n      </enum>\n    </console>\n" +
      "  </devices>",
  )
  .replace("    <sev supp", "    <ps2 supported='yes'/>\n    <tdx supported='no'/>\n    <sev supp")
  .replace(
    "      </enum>\n    </hyperv>\n",
    "        <value>xmm_input</value>\n      </enum>\n      <defaults>\n        <spinlocks>4095</spinlocks>\n" +
      "        <stimer_direct>on</stimer_direct>\n        <vendor_id>A &lt;maker&gt;</vendor_id>\n      </defaults>\n" +
      "    </hyperv>\n    <launchSecurity supported='yes'>\n      <enum name='sectype'>\n        <value>sev</value>\n" +
      "      </enum>\n    </launchSecurity>\n",
  );

Deno.test("domain capabilities come back from text byte for byte", () => {
  assert.equal(formatDomainCapabilities(parseDomainCapabilities(OLD)), OLD);
  assert.equal(formatDomainCapabilities(parseDomainCapabilities(NEW)), NEW);
});

Deno.test("domain capabilities come back from JSON as they were, and their schema describes them", () => {
  const document = parseDomainCapabilities(NEW);
  const again = JSON.parse(JSON.stringify(document));
  assert.deepEqual(again, document);
  const schema = z.fromJSONSchema(
    structuredClone(domainCapabilitiesSchema()) as Parameters<typeof z.fromJSONSchema>[0],
  );
  assert.deepEqual(schema.parse(again), document);
  assert.equal(schema.safeParse({ ...again, stranger: 1 }).success, false);
});

Deno.test("a document written for libvirt 9.0.0 leaves out what came later", () => {
  assert.equal(formatDomainCapabilities(parseDomainCapabilities(NEW), { level: 9_000_000 }), OLD);
});

Deno.test("a document written for a release in between has what that release knew", () => {
  const text = formatDomainCapabilities(parseDomainCapabilities(NEW), { level: 10_010_000 });
  assert.match(text, /<blockers/);
  assert.match(text, /<ps2/);
  assert.doesNotMatch(text, /<console|<tdx|<defaults|firmwareFeatures/);
});

Deno.test("a mistake is named with its place", () => {
  const wrong = OLD.replace("<disk supported='yes'>", "<disk supported='perhaps'>");
  assert.throws(() => parseDomainCapabilities(wrong), (error) => {
    assert.ok(error instanceof DocumentError);
    assert.equal(error.path, "/domainCapabilities/devices/disk/@supported");
    assert.equal(error.line, 38);
    return true;
  });
});
