/**
 * The table of procedures held to the reference's own source: names, numbers, priorities, streams, the functions of the
 * C API, and which of them refuse read-only connections.
 *
 * @module
 */

import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import {
  type EventProcedure,
  eventProcedures,
  functionName,
  type Procedure,
  type ProcedureName,
  procedures,
} from "../../../src/wire/libvirt/mod.ts";

/** The first number that release 9.0 does not have. */
const FIRST_NEWER = 444;

/** Functions that are not exported, but whose names the reference's errors use. */
const INTERNAL =
  /^virDomainMigrate(Prepare|Perform|Finish|Begin|Confirm)(Tunnel)?[23]?(Params)?$|^virConnectSupportsFeature$/;

interface Annotated {
  readonly number: number;
  readonly notes: ReadonlyMap<string, string>;
}

const calls = Object.entries(procedures) as [ProcedureName, Procedure<unknown, unknown>][];
const rows: readonly (readonly [string, Procedure<unknown, unknown> | EventProcedure<unknown>])[] = [
  ...calls,
  ...Object.entries(eventProcedures),
];

async function readSource(path: string): Promise<string> {
  return await Deno.readTextFile(`${Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0"}/src/${path}`);
}

/** The procedures that a protocol file numbers, with the notes before each. */
function parseProtocol(text: string, prefix: string): Map<string, Annotated> {
  const found = new Map<string, Annotated>();
  const row = new RegExp(String.raw`/\*\*([^/]*?)\*/\s*${prefix}(\w+) = (\d+)`, "g");
  for (const [, comment = "", name = "", number] of text.matchAll(row)) {
    const notes = [...comment.matchAll(/@(\w+): (\S+)/g)].map(([, key = "", value = ""]) => [key, value] as const);
    found.set(name, { number: Number(number), notes: new Map(notes) });
  }
  return found;
}

const PROTOCOLS = [
  { program: "remote", file: "remote/remote_protocol.x", prefix: "REMOTE_PROC_", own: "", count: 443 },
  { program: "qemu", file: "remote/qemu_protocol.x", prefix: "QEMU_PROC_", own: "QEMU_", count: 7 },
  { program: "lxc", file: "remote/lxc_protocol.x", prefix: "LXC_PROC_", own: "LXC_", count: 1 },
  { program: "admin", file: "admin/admin_protocol.x", prefix: "ADMIN_PROC_", own: "ADMIN_", count: 19 },
] as const;

for (const { program, file, prefix, own, count } of PROTOCOLS) {
  liveTest(
    "corpus",
    `the ${program} program's names, numbers, priorities and streams are the reference's`,
    async () => {
      const expected = parseProtocol(await readSource(file), prefix);
      assert.equal(expected.size, count);
      for (const [name, { number, notes }] of expected) {
        const row = rows.find(([key]) => key === own + name)?.[1];
        assert.ok(row !== undefined && row.program === program, `${name} is missing`);
        assert.equal(row.number, number, name);
        if (!("reply" in row)) continue;
        // Migration through a tunnel is handled by hand there, so that its newest version has no note.
        if (name !== "DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS") {
          assert.equal(row.stream !== undefined, notes.has("readstream") || notes.has("writestream"), name);
          assert.equal(row.stream === "upload", notes.has("writestream"), name);
        }
        assert.equal(row.priority ?? "low", notes.get("priority") ?? "low", name);
      }
    },
  );
}

liveTest("corpus", "every procedure's function is in the reference's C API", async () => {
  const exported = new Set<string>();
  for (
    const file of ["libvirt_public.syms", "libvirt_qemu.syms", "libvirt_lxc.syms", "admin/libvirt_admin_public.syms"]
  ) {
    for (const [, name = ""] of (await readSource(file)).matchAll(/^\s+(vir\w+);/gm)) exported.add(name);
  }
  for (const [name, { program, number }] of calls) {
    if (program === "remote" && number >= FIRST_NEWER) continue;
    const found = functionName(name);
    assert.ok(found === undefined || INTERNAL.test(found) || exported.has(found), `${name}: ${found}`);
  }
});

liveTest("corpus", "read-only connections are refused exactly what the reference refuses them", async () => {
  const refusing = new Set<string>();
  const known = new Set<string>();
  const folder = `${Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0"}/src`;
  for await (const { name } of Deno.readDir(folder)) {
    if (!/^libvirt.*\.c$/.test(name)) continue;
    for (const text of (await readSource(name)).split(/\n(?:int )?(?=vir[A-Z]\w*\()/).slice(1)) {
      const [body = ""] = text.split("\n}\n");
      const found = /^\w+/.exec(body)?.[0] ?? "";
      known.add(found);
      if (body.includes("virCheckReadOnlyGoto")) refusing.add(found);
    }
  }
  assert.ok(refusing.size > 150);
  const different: string[] = [];
  for (const [name, { program, number, writes }] of calls) {
    const found = functionName(name);
    if (program === "admin" || program === "remote" && number >= FIRST_NEWER || found === undefined) continue;
    assert.ok(known.has(found), `${name}: ${found}`);
    if ((writes ?? false) !== refusing.has(found)) different.push(name);
  }
  assert.deepEqual(different, []);
});
