import assert from "node:assert/strict";
import { parseCapabilities } from "../../src/conf/capabilities/parse_capabilities.ts";
import { formatCapabilities } from "../../src/conf/capabilities/format_capabilities.ts";
import { parseCpu } from "../../src/conf/cpu/parse_cpu.ts";
import { formatCpu } from "../../src/conf/cpu/format_cpu.ts";
import { parseDomainCapabilities } from "../../src/conf/domain_capabilities/parse_domain_capabilities.ts";
import { formatDomainCapabilities } from "../../src/conf/domain_capabilities/format_domain_capabilities.ts";
import { DocumentError } from "../../src/conf/xml/mod.ts";

const HOST = `<capabilities>
  <host><cpu><arch>x86_64</arch><topology sockets='1' dies='1' cores='2' threads='1'/><feature name='a'/></cpu>
    <topology><cells num='1'><cell id='0'><memory unit='KiB'>9</memory><cpus num='1'><cpu id='0'/></cpus></cell></cells>
    </topology></host>
  <guest><os_type>hvm</os_type><arch name='x'><wordsize>64</wordsize><machine maxCpus='1'>m</machine>
    <domain type='kvm'/></arch><features><acpi default='on' toggle='no'/></features></guest>
</capabilities>`;
const DOMAIN = `<domainCapabilities><path>/a</path><domain>kvm</domain><arch>x86_64</arch><vcpu max='1'/>
  <os supported='yes'><loader supported='yes'><value>/f</value><enum name='type'><value>rom</value></enum></loader></os>
  <cpu><mode name='host-passthrough' supported='no'/><mode name='host-model' supported='yes'><model>m</model></mode>
    <mode name='custom' supported='yes'><model usable='no' vendor='v'>m</model></mode></cpu>
  <devices><disk supported='yes'><enum name='bus'/></disk></devices>
  <features><sev supported='yes'><cbitpos>1</cbitpos><reducedPhysBits>1</reducedPhysBits></sev></features>
</domainCapabilities>`;
const CPU =
  `<cpu mode='custom'><model fallback='allow'>m</model><!-- c --><feature policy='require' name='a&amp;b'/></cpu>`;

const CASES = [
  { name: "host capabilities", text: HOST, again: (text: string) => formatCapabilities(parseCapabilities(text)) },
  {
    name: "domain capabilities",
    text: DOMAIN,
    again: (text: string) => formatDomainCapabilities(parseDomainCapabilities(text)),
  },
  { name: "a CPU", text: CPU, again: (text: string) => formatCpu(parseCpu(text)) },
] as const;

/** A small generator, so that a failure can be repeated. */
function* randomNumbers(seed: number): Generator<number, never, void> {
  for (let state = seed;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

function assertOnlyDocumentErrors(text: string, again: (text: string) => string): void {
  try {
    // What is accepted must come back as itself.
    const once = again(text);
    assert.equal(again(once), once, JSON.stringify(text));
  } catch (error) {
    assert.ok(error instanceof DocumentError, `${error} for ${JSON.stringify(text)}`);
    assert.ok(error.line >= 1 && error.column >= 1 && error.path.startsWith("/"), String(error));
  }
}

for (const { name, text, again } of CASES) {
  Deno.test(`${name} cut off anywhere are refused with a place`, () => {
    for (let length = 0; length < text.length; length++) {
      assert.throws(() => again(text.slice(0, length)), DocumentError, String(length));
    }
  });

  Deno.test(`${name} with damage anywhere are read or refused with a place`, () => {
    const random = randomNumbers(20261122);
    const pieces = [
      "<",
      ">",
      "'",
      "&",
      "\0",
      "\uD800",
      "<!--",
      "]]>",
      "<!DOCTYPE a>",
      "-1",
      "99999999999999999999",
      "</a>",
    ];
    for (let round = 0; round < 2000; round++) {
      const at = random.next().value % text.length;
      const cut = random.next().value % 12;
      const piece = pieces[random.next().value % pieces.length] ?? "";
      assertOnlyDocumentErrors(text.slice(0, at) + piece + text.slice(at + cut), again);
    }
  });

  Deno.test(`${name} made of nothing but noise are refused with a place`, () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 300; round++) {
      const noise = Array.from({ length: 60 }, () => String.fromCharCode(random.next().value % 128)).join("");
      assert.throws(() => again(noise), DocumentError, JSON.stringify(noise));
    }
  });
}
