/**
 * What a start reads: only modules that the first answers need. A start is mostly the reading of modules, and one
 * import too many has doubled it before.
 *
 * @module
 */

import assert from "node:assert/strict";

const TOP = new URL("../../", import.meta.url).href;

/** Nothing of these is read before somebody asks for it: with what that would be. */
const LATE = [
  "src/conf/domain/", // a domain's configuration
  "src/conf/network/",
  "src/conf/node_device/",
  "src/conf/storage_pool/",
  "src/conf/shape/",
  "src/std/xml.ts", // the XML of a caller
  "src/drivers/test/open.ts", // the hypervisor in memory
  "src/drivers/qemu/probe_emulator.ts", // a probe
  "src/cli/config/parse_config.ts", // a configuration file
  "src/rpc/", // a client of libvirt's
  "src/wire/libvirt/",
  "src/http/openapi.ts", // the description of the endpoint
  "src/http/page/",
  "npm:zod",
  "npm:/zod",
  "npm:smol-toml",
  "npm:/smol-toml",
] as const;

interface GraphModule {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly code?: { readonly specifier?: string };
    readonly isDynamic?: boolean;
  }[];
}

/** Every module that is read at once with this one, without those that only types come from. */
async function readWith(entry: string): Promise<ReadonlySet<string>> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json", entry] }).output();
  assert.ok(success, entry);
  const { modules } = JSON.parse(new TextDecoder().decode(stdout)) as { modules: readonly GraphModule[] };
  const graph = new Map(modules.map((module) => [module.specifier, module.dependencies ?? []]));
  const found = new Set<string>();
  const waiting = [`${TOP}${entry}`];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const { code, isDynamic } of graph.get(next) ?? []) {
      if (code?.specifier !== undefined && isDynamic !== true) waiting.push(code.specifier);
    }
  }
  return found;
}

for (const entry of ["src/cli/main.ts", "src/cli/commands/agent.ts", "src/drivers/registry.ts", "src/api/open.ts"]) {
  Deno.test(`${entry} reads nothing that the first answers do not need`, async () => {
    const read = [...await readWith(entry)].map((module) => module.replace(TOP, ""));
    assert.ok(read.length > 5, `${read.length} modules`);
    assert.deepEqual(read.filter((module) => LATE.some((late) => module.startsWith(late))), []);
  });
}
