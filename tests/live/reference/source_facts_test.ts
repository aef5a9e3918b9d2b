/**
 * Our error texts and permissions beside those in the reference's source.
 *
 * @module
 */

import assert from "node:assert/strict";
import { ERROR_CODES, type ErrorCode, errorPattern } from "../../../src/model/error_code.ts";
import { apiErrorDomain } from "../../../src/model/api_error_domain.ts";
import { API_PERMISSIONS, type ApiName } from "../../../src/model/api_permissions.ts";
import { refusesReaders } from "../../../src/model/api_writes.ts";
import { type PermissionObject, PERMISSIONS } from "../../../src/model/permissions.ts";
import { liveTest } from "../require.ts";

const SOURCE = Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0";

liveTest("corpus", "every error says what the reference's says, with a detail and without", async () => {
  const text = await Deno.readTextFile(`${SOURCE}/src/util/virerror.c`);
  const rows = [...text.matchAll(/\[(VIR_\w+)\] = \{\s*(?:N_\()?"([^"]*)"\)?,\s*(?:N_\()?"([^"]*)"\)?/g)];
  // The first has no text there: it is never an error.
  assert.equal(rows.length, Object.keys(ERROR_CODES).length - 1);
  for (const [, name, bare, pattern] of rows) {
    const code = name as ErrorCode;
    assert.deepEqual([errorPattern(code), errorPattern(code, "x")], [bare, pattern], name);
  }
});

liveTest("corpus", "the permissions are the reference's, object by object", async () => {
  const text = await Deno.readTextFile(`${SOURCE}/src/access/viraccessperm.c`);
  const lists = [...text.matchAll(/VIR_ENUM_IMPL\(virAccessPerm(\w+),\s*\w+,([^)]*)\)/g)];
  const theirs = lists.map(([, object, verbs]) => [object?.toLowerCase(), [...(verbs ?? "").matchAll(/"(\w+)"/g)]]);
  for (const [object, verbs] of theirs) {
    const ours = (Object.keys(PERMISSIONS) as PermissionObject[]).find((name) => name.replaceAll("-", "") === object);
    assert.ok(ours, `no permissions for ${object}`);
    assert.deepEqual([...PERMISSIONS[ours]], [...verbs ?? []].map((verb) => String(verb[1]).replaceAll("_", "-")));
  }
});

liveTest("corpus", "every call that the reference's protocol carries has its permissions", async () => {
  const ours = new Set(Object.keys(API_PERMISSIONS).map((name) => name.slice(3).toLowerCase()));
  const text = await Deno.readTextFile(`${SOURCE}/src/remote/remote_protocol.x`);
  const rows = [...text.matchAll(/@acl: (\w+)(?:(?!\*\/).)*\*\/\s*REMOTE_PROC_(\w+) =/gs)];
  assert.equal(rows.length, 443);
  const calls = rows.filter(([, object]) => object !== "none").map(([, , name]) => plain(name ?? ""));
  assert.deepEqual(calls.filter((call) => !ours.has(call)), []);
});

liveTest(
  "corpus",
  "read-only connections are refused the same calls, and errors come from the same places",
  async () => {
    const theirs: Record<string, [refused: boolean, domain: string | undefined]> = {};
    for await (const { name } of Deno.readDir(`${SOURCE}/src`)) {
      if (!/^libvirt.*\.c$/.test(name)) continue;
      const text = await Deno.readTextFile(`${SOURCE}/src/${name}`);
      const [, domain] = /#define VIR_FROM_THIS (\w+)/.exec(text) ?? [];
      for (const [, call = "", body] of text.matchAll(/^(?:int )?(vir\w+)\([^;{]*?\)\n\{(.*?)^\}/gms)) {
        // Where only some arguments are refused, the refusal hangs on a condition.
        const always = body?.replace(/if \([^)]*\)\n\s*virCheckReadOnlyGoto/, "");
        theirs[call] = [always?.includes("virCheckReadOnlyGoto") ?? false, domain];
      }
    }
    const names = (Object.keys(API_PERMISSIONS) as ApiName[]).filter((name) => Object.hasOwn(theirs, name));
    assert.ok(names.length > 380);
    const ours = Object.fromEntries(names.map((name) => [name, [refusesReaders(name), apiErrorDomain(name)]]));
    assert.deepEqual(ours, Object.fromEntries(names.map((name) => [name, theirs[name]])));
  },
);

/** A procedure's name as its function spells it, in lower case; events by callback have a procedure of their own. */
function plain(procedure: string): string {
  return procedure.replace("EVENT_CALLBACK_", "EVENT_").replaceAll("_", "").toLowerCase();
}
