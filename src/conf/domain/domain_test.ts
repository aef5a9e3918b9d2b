import assert from "node:assert/strict";
import { formatShape, parseShape } from "../shape/mod.ts";
import { DocumentError } from "../xml/mod.ts";
import { domain } from "./document.ts";

const HEAD = "<domain type='test'><name>g</name><os><type>hvm</type></os>";

function again(inner: string): string {
  return formatShape(domain, parseShape(domain, `${HEAD}${inner}</domain>`));
}

function problem(inner: string): DocumentError {
  try {
    parseShape(domain, `${HEAD}${inner}</domain>`);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error(`It was read: ${inner}`);
}

Deno.test("a guest that says little is written with what goes without saying", () => {
  assert.equal(
    again(""),
    `<domain type='test'>
  <name>g</name>
  <vcpu placement='static'>1</vcpu>
  <os>
    <type>hvm</type>
  </os>
  <clock offset='utc'/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
  </devices>
</domain>
`,
  );
});

const CANONICAL: readonly (readonly [what: string, given: string, written: string])[] = [
  ["memory", "<memory unit='MiB'>2</memory>", "  <memory unit='KiB'>2048</memory>\n"],
  ["no limit at all", "<memtune><hard_limit>9007199254740991</hard_limit></memtune>", ""],
  [
    "huge pages",
    "<memoryBacking><hugepages/></memoryBacking>",
    "  <memoryBacking>\n    <hugepages/>\n  </memoryBacking>\n",
  ],
  ["current processors", "<vcpu current='2'>2</vcpu>", "  <vcpu placement='static'>2</vcpu>\n"],
  [
    "schedulers, one a processor",
    "<cputune><vcpusched vcpus='0-1' scheduler='fifo' priority='1'/></cputune>",
    `  <cputune>
    <vcpusched vcpus='0' scheduler='fifo' priority='1'/>
    <vcpusched vcpus='1' scheduler='fifo' priority='1'/>
  </cputune>\n`,
  ],
  [
    "a named processor",
    "<cpu><model>qemu64</model><topology sockets='1' cores='2' threads='1'/></cpu>",
    `  <cpu mode='custom' match='exact'>
    <model fallback='allow'>qemu64</model>
    <topology sockets='1' dies='1' cores='2' threads='1'/>
  </cpu>\n`,
  ],
  ["a processor without model", "<cpu mode='custom' match='exact'/>", ""],
  [
    "an adjusted clock",
    "<clock offset='utc' adjustment='5'/>",
    "  <clock offset='variable' adjustment='5' basis='utc'/>\n",
  ],
  [
    "SMM with its memory",
    "<features><smm><tseg>16</tseg></smm></features>",
    `  <features>
    <smm state='on'>
      <tseg unit='MiB'>16</tseg>
    </smm>
  </features>\n`,
  ],
  ["a label", "<seclabel model='dac'/>", "  <seclabel type='dynamic' model='dac' relabel='yes'/>\n"],
  [
    "a policy in base 16",
    "<launchSecurity type='sev'><policy>10</policy></launchSecurity>",
    `  <launchSecurity type='sev'>
    <policy>0x0010</policy>
  </launchSecurity>\n`,
  ],
];

for (const [what, given, written] of CANONICAL) {
  Deno.test(`${what}: what libvirt would write is written`, () => {
    const text = again(given);
    assert.ok(text.includes(written), text);
    assert.equal(formatShape(domain, parseShape(domain, text)), text);
  });
}

Deno.test("QEMU's own elements are known by their namespace, whatever the prefix", () => {
  const uri = "http://libvirt.org/schemas/domain/qemu/1.0";
  for (
    const inner of [
      `<x:commandline xmlns:x='${uri}'><x:arg value='-S'/></x:commandline>`,
      `<commandline xmlns='${uri}'><arg value='-S'/></commandline>`,
    ]
  ) {
    const text = again(inner);
    assert.match(text, /^<domain type='test' xmlns:qemu='http/);
    assert.match(text, /<qemu:commandline>\s+<qemu:arg value='-S'\/>\s+<\/qemu:commandline>\s+<\/domain>/);
  }
  assert.throws(() => again("<commandline/>"), /unknown element <commandline>/);
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    ["<vcpu>x</vcpu>", "VIR_ERR_XML_ERROR", "maximum vcpus count must be an integer"],
    ["<cpu><feature name='a'/></cpu>", "VIR_ERR_XML_ERROR", "Non-empty feature list specified without CPU model"],
    ["<cpu mode='x'/>", "VIR_ERR_CONFIG_UNSUPPORTED", "Invalid mode attribute 'x'"],
    ["<clock offset='x'/>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown clock offset 'x'"],
    [
      "<cputune><period>1</period></cputune>",
      "VIR_ERR_XML_ERROR",
      "Value of cputune 'period' must be in range [1000, 1000000]",
    ],
    ["<on_crash>x</on_crash>", "VIR_ERR_CONFIG_UNSUPPORTED", "unknown on_crash action: x"],
    ["<seclabel type='static'/>", "VIR_ERR_XML_ERROR", "security label is missing"],
  ] as const;
  for (const [inner, code, detail] of cases) {
    const error = problem(inner);
    assert.deepEqual([error.code, error.detail], [code, detail]);
  }
});
