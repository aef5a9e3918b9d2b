/**
 * Defines the reference's own test documents on its hypervisor in memory and on ours: what comes back, or the error,
 * has to be the same.
 *
 * @module
 */

import assert from "node:assert/strict";
import { errorDomainNumber } from "../../../src/model/error_domain.ts";
import { VirtError } from "../../../src/model/error.ts";
import { opened, type Parts } from "../../drivers/test/opened.ts";
import { testsFolder } from "../../golden/corpus/measure.ts";
import { liveTest, whyMissing } from "../require.ts";

/** Folders of domains. */
const FOLDERS = [
  "genericxml2xmlindata",
  "qemuxml2argvdata",
  "xmconfigdata",
  "xlconfigdata",
  "lxcxml2xmldata",
  "bhyvexml2argvdata",
  "vmx2xmldata",
];

/** The least share of documents that must come out the same. */
const REQUIRED = 0.99;

/** What became of a document: its text, or code, domain and words of the error. */
type Outcome = string | readonly [code: number, domain: number, message: string];

liveTest("python", "guests are completed and refused as the reference's test hypervisor does", async () => {
  const missing = await whyMissing("corpus");
  if (missing !== undefined) return console.log(`SKIP: ${missing}`);
  const files = await documents();
  const theirs = await definedThere(files);
  const { parts } = await opened();
  const different: string[] = [];
  let compared = 0;
  for (const file of files) {
    const expected = theirs[file];
    // The hypervisor has a guest called "test" already, and so do some documents.
    if (expected === undefined || (typeof expected !== "string" && expected[0] === 9)) continue;
    compared += 1;
    const text = await Deno.readTextFile(file);
    const found = await definedHere(parts, text);
    const difference = compare(expected, found, text);
    if (difference !== undefined) different.push(`${file.slice(testsFolder().length + 1)}: ${difference}`);
  }
  console.log(`${compared - different.length} of ${compared} documents come out as the reference's`);
  assert.ok(compared > 1_200, `${compared} documents were compared`);
  assert.ok(different.length / compared <= 1 - REQUIRED, different.join("\n"));
});

async function documents(): Promise<string[]> {
  const files: string[] = [];
  for (const folder of FOLDERS) {
    for await (const { name } of Deno.readDir(`${testsFolder()}/${folder}`)) {
      if (name.endsWith(".xml")) files.push(`${testsFolder()}/${folder}/${name}`);
    }
  }
  return files.sort();
}

async function definedThere(files: readonly string[]): Promise<Readonly<Record<string, Outcome>>> {
  const program = `
import json, libvirt, sys
libvirt.registerErrorHandler(lambda context, error: None, None)
connection = libvirt.open("test:///default")
outcomes = {}
for path in json.load(sys.stdin):
    try:
        guest = connection.defineXML(open(path, errors="replace").read())
        outcomes[path] = guest.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE | libvirt.VIR_DOMAIN_XML_SECURE)
        guest.undefine()
    except libvirt.libvirtError as error:
        outcomes[path] = [error.get_error_code(), error.get_error_domain(), error.get_error_message()]
print(json.dumps(outcomes))`;
  const child = new Deno.Command("/usr/bin/python3", { args: ["-c", program], stdin: "piped", stdout: "piped" })
    .spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(files)));
  await writer.close();
  const { success, stdout } = await child.output();
  assert.ok(success);
  return JSON.parse(new TextDecoder().decode(stdout));
}

async function definedHere({ domains }: Parts, text: string): Promise<Outcome> {
  try {
    const guest = await domains.define(text, {}, {});
    const written = await domains.getXml(guest, { inactive: true, secure: true }, {});
    await domains.undefine(guest, {}, {});
    return written;
  } catch (error) {
    assert.ok(error instanceof VirtError, String(error));
    return [error.number, errorDomainNumber(error.domain), error.message];
  }
}

function compare(expected: Outcome, found: Outcome, source: string): string | undefined {
  if (typeof expected !== "string" || typeof found !== "string") {
    // The words differ where a parser's own are in them.
    const [theirs, ours] = [expected, found].map((outcome) => typeof outcome === "string" ? "accepted" : outcome);
    const isSame = theirs?.[0] === ours?.[0] && theirs?.[1] === ours?.[1];
    return isSame ? undefined : `expected ${theirs}, found ${ours}`;
  }
  const [theirs, ours] = [expected, found].map((text) => withoutMadeUp(text, source).split("\n"));
  const at = theirs?.findIndex((line, index) => line !== ours?.[index]) ?? -1;
  return at === -1 ? undefined : `line ${at + 1}: expected "${theirs?.[at]?.trim()}", found "${ours?.[at]?.trim()}"`;
}

/** The text without the UUIDs and addresses that were made up. */
function withoutMadeUp(text: string, source: string): string {
  const given = source.toLowerCase();
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => given.includes(id) ? id : "made-up-uuid")
    .replace(/[0-9a-f]{2}(:[0-9a-f]{2}){5}/g, (mac) => given.includes(mac) ? mac : "made-up-mac");
}
