import assert from "node:assert/strict";
import { type Domain, domain } from "../../src/conf/domain/document.ts";
import { type Acceptance, COMMON_STEPS, normalise } from "../../src/conf/domain/normalise/mod.ts";
import { formatShape, parseShape } from "../../src/conf/shape/mod.ts";
import { DocumentError } from "../../src/conf/xml/mod.ts";
import { VirtError } from "../../src/model/error.ts";

const TEXT = `<domain type='kvm' id='3' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>g</name><uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid><genid/><title>t</title>
  <metadata><a:b xmlns:a='urn:a' c='d'>e<f/></a:b></metadata>
  <maxMemory slots='2' unit='MiB'>9</maxMemory><memory dumpCore='on'>4096</memory><currentMemory>1</currentMemory>
  <blkiotune><device><path>/p</path><weight>200</weight></device></blkiotune>
  <memtune><hard_limit unit='GB'>1</hard_limit></memtune>
  <memoryBacking><hugepages><page size='2' unit='M' nodeset='0-1,^1'/></hugepages><locked/></memoryBacking>
  <vcpu placement='static' cpuset='0-3,^2' current='2'>4</vcpu>
  <vcpus><vcpu id='0' enabled='yes'/><vcpu id='1' enabled='yes' order='2'/></vcpus>
  <iothreads>2</iothreads><iothreadids><iothread id='2'/></iothreadids>
  <cputune><shares>9</shares><period>5000</period><vcpupin vcpu='0' cpuset='1'/>
    <vcpusched vcpus='0-1' scheduler='fifo' priority='1'/><iothreadpin iothread='1' cpuset='0'/>
    <cachetune vcpus='0-1'><cache id='0' level='3' type='both' size='3' unit='MiB'/><monitor level='3' vcpus='0'/></cachetune>
    <memorytune vcpus='2'><node id='0' bandwidth='60'/></memorytune></cputune>
  <numatune><memory mode='strict' nodeset='0'/><memnode cellid='0' mode='strict' nodeset='0'/></numatune>
  <sysinfo type='smbios'><bios><entry name='date'>01/02/2020</entry></bios><oemStrings><entry>x</entry></oemStrings></sysinfo>
  <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type><loader secure='yes'/>
    <bootmenu enable='yes' timeout='3'/><smbios mode='sysinfo'/></os>
  <features><acpi/><hyperv mode='custom'><relaxed state='on'/><spinlocks state='on' retries='4096'/></hyperv>
    <smm state='on'><tseg unit='MiB'>48</tseg></smm><capabilities policy='deny'><kill state='on'/></capabilities></features>
  <cpu mode='custom' match='exact'><model fallback='allow'>m</model><topology sockets='1' cores='2' threads='2'/>
    <feature policy='require' name='a'/><numa><cell id='0' cpus='0-3' memory='4' unit='MiB'>
    <distances><sibling id='0' value='10'/></distances></cell></numa></cpu>
  <clock offset='variable' adjustment='-3'><timer name='rtc' tickpolicy='catchup'><catchup slew='1'/></timer></clock>
  <on_poweroff>destroy</on_poweroff><pm><suspend-to-mem enabled='no'/></pm><perf><event name='cmt' enabled='yes'/></perf>
  <devices><emulator>/e</emulator>
    <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/d'/><target dev='sdb' bus='scsi'/></disk>
    <disk type='network'><source protocol='rbd' name='p/i'><host name='h' port='1'/></source><target dev='vda'/></disk>
    <controller type='usb' model='ich9-ehci1'/><controller type='pci' model='pcie-root'/>
    <interface type='bridge'><mac address='52:54:00:0:0:1'/><source bridge='b'/><virtualport type='openvswitch'/></interface>
    <hostdev mode='subsystem' type='pci' managed='yes'><source><address bus='3' slot='2'/></source><boot order='1'/></hostdev>
  </devices>
  <seclabel type='static' model='dac'><label>l</label></seclabel>
  <launchSecurity type='sev'><policy>0x3</policy></launchSecurity>
  <qemu:commandline><qemu:arg value='-x'/><qemu:env name='n' value='v'/></qemu:commandline>
</domain>`;

/** How many inputs; `FUZZ_INPUTS=1000000` for a long run. */
const INPUTS = Number(Deno.env.get("FUZZ_INPUTS") ?? 500);

const CONTEXT = {
  newUuid: () => "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f",
  newMac: () => "52:54:00:00:00:01",
  defaultArch: "x86_64",
  accepts: new Set<Acceptance>(["memory-hotplug", "individual-vcpus", "firmware-autoselect"]),
};

/** A small generator, so that a failure can be repeated. */
function* randomNumbers(seed: number): Generator<number, never, void> {
  for (let state = seed;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 8;
  }
}

const EDITS = [
  (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1),
  (text: string, at: number): string => text.slice(0, at) + text.slice(at, at + 40) + text.slice(at),
  (text: string, at: number): string => replaceFrom(text, at, /\d+/, "99999999999999999999"),
  (text: string, at: number): string => replaceFrom(text, at, /\d+/, "-1"),
  (text: string, at: number): string => replaceFrom(text, at, /='[^']*'/, "=''"),
  (text: string, at: number): string => replaceFrom(text, at, / \w+='[^']*'/, ""),
  (text: string, at: number): string => replaceFrom(text, at, /<(\w+)[^>]*\/>/, ""),
  (text: string, at: number): string => replaceFrom(text, at, /<(\w+)[^>]*\/>/, (found) => found + found),
] as const;

function replaceFrom(text: string, at: number, pattern: RegExp, by: string | ((found: string) => string)): string {
  return text.slice(0, at) + text.slice(at).replace(pattern, by as string);
}

function parsed(text: string, unknown: "error" | "ignore"): Domain | undefined {
  try {
    return parseShape(domain, text, { unknown });
  } catch (error) {
    assert.ok(error instanceof DocumentError, `${error} for ${JSON.stringify(text)}`);
    return undefined;
  }
}

Deno.test("the sample is accepted", () => {
  const document = parseShape(domain, TEXT);
  assert.doesNotThrow(() => normalise(document, COMMON_STEPS, CONTEXT));
});

Deno.test(`${INPUTS} damaged guests are refused with a place, or come back as themselves`, () => {
  const seed = Number(Deno.env.get("FUZZ_SEED") ?? 7);
  const random = randomNumbers(seed);
  for (let input = 0; input < INPUTS; input += 1) {
    let text = TEXT;
    for (let edits = random.next().value % 3; edits >= 0; edits -= 1) {
      const edit = EDITS[random.next().value % EDITS.length];
      text = edit?.(text, random.next().value % text.length) ?? text;
    }
    const unknown = input % 2 === 0 ? "error" : "ignore";
    const document = parsed(text, unknown);
    if (document === undefined) continue;
    const written = formatShape(domain, document);
    assert.equal(
      formatShape(domain, parseShape(domain, written, { unknown })),
      written,
      `seed ${seed}, input ${input}: ${text}`,
    );
    try {
      normalise(document, COMMON_STEPS, CONTEXT);
    } catch (error) {
      assert.ok(error instanceof VirtError, `seed ${seed}, input ${input}: ${error} for ${JSON.stringify(text)}`);
    }
  }
});
