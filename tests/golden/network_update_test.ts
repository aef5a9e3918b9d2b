/**
 * Changes of networks, held to the table of the reference's own test of them.
 *
 * @module
 */

import assert from "node:assert/strict";
import { network } from "../../src/conf/network/document.ts";
import { applyNetworkUpdate, type NetworkChange } from "../../src/conf/network/update_network.ts";
import { formatShape, parseShape } from "../../src/conf/shape/mod.ts";
import { testsFolder } from "./corpus/measure.ts";

interface Case {
  readonly title: string;
  readonly change: string;
  readonly before: string;
  /** Undefined: the change is refused. */
  readonly after: string | undefined;
  readonly command: NetworkChange["command"];
  readonly section: NetworkChange["section"];
}

const folder = testsFolder();
const table = `${folder}/networkxml2xmlupdatetest.c`;
const present = await Deno.stat(table).then(() => true, () => false);

for (const each of present ? readCases(await Deno.readTextFile(table)) : []) {
  Deno.test(`${each.section}: ${each.title} (${each.change}) ${each.after === undefined ? "is refused" : "is done"}`, async () => {
    const before = parseShape(network, await read(`networkxml2xmlin/${each.before}`));
    const xml = await read(`networkxml2xmlupdatein/${each.change}`);
    const change = { command: each.command, section: each.section, parentIndex: 0, xml };
    if (each.after === undefined) {
      assert.throws(() => applyNetworkUpdate(before, change));
      return;
    }
    const after = await read(`networkxml2xmlupdateout/${each.after}`);
    assert.equal(formatShape(network, applyNetworkUpdate(before, change)), after);
  });
}

Deno.test({ name: "the reference's table of changes was read", ignore: !present }, async () => {
  assert.ok(readCases(await Deno.readTextFile(table)).length > 30);
});

function readCases(source: string): Case[] {
  const cases: Case[] = [];
  let section = "";
  for (const line of source.matchAll(/section = VIR_NETWORK_SECTION_(\w+);|DO_TEST(?:_INDEX)?(_FAIL)?\((".*?)\);/gs)) {
    if (line[1] !== undefined) section = camel(line[1]);
    else {
      const [title = "", change = "", before = "", after] = [...(line[3] ?? "").matchAll(/"(.*?)"/g)].map((each) =>
        each[1]
      );
      const command = camel(/COMMAND_(\w+)/.exec(line[3] ?? "")?.[1] ?? "");
      cases.push({ title, change, before, after, command, section } as Case);
    }
  }
  return cases;
}

function camel(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

async function read(file: string): Promise<string> {
  return await Deno.readTextFile(`${folder}/${file}.xml`);
}
