import assert from "node:assert/strict";
import type { Exec, ExecCommand } from "../host/host.ts";
import { askPolkit } from "./ask_polkit.ts";

/** A pkcheck that ends with this code, and what it was asked. */
function pkcheck(code: number | Error): { readonly exec: Exec; readonly asked: ExecCommand["argv"][] } {
  const asked: ExecCommand["argv"][] = [];
  const exec: Exec = {
    run({ argv }) {
      asked.push(argv);
      if (code instanceof Error) return Promise.reject(code);
      return Promise.resolve({ code, stdout: "", stderr: "", timedOut: false });
    },
    spawn: () => Promise.reject(new Error("Nothing is spawned")),
  };
  return { exec, asked };
}

const process = { pid: 77, uid: 1000, gid: 1000 };

Deno.test("polkit is asked about the process with libvirt's own actions", async () => {
  const { exec, asked } = pkcheck(0);
  await askPolkit(exec)(process, { readOnly: false });
  await askPolkit(exec)(process, { readOnly: true });
  assert.deepEqual(asked.map((argv) => argv.slice(1, 5)), [
    ["--action-id", "org.libvirt.unix.manage", "--process", "77,0,1000"],
    ["--action-id", "org.libvirt.unix.monitor", "--process", "77,0,1000"],
  ]);
});

Deno.test("a no, nobody to answer, and a polkit that is not there are three errors of libvirt's", async () => {
  const cases = [
    [1, "VIR_ERR_AUTH_FAILED", "authentication failed: access denied by policy"],
    [3, "VIR_ERR_AUTH_FAILED", "authentication failed: access denied by policy"],
    [
      2,
      "VIR_ERR_AUTH_UNAVAILABLE",
      "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'",
    ],
    [new Error("No such file"), "VIR_ERR_AUTH_UNAVAILABLE", "authentication unavailable: pkcheck cannot be run"],
  ] as const;
  for (const [code, name, message] of cases) {
    await assert.rejects(askPolkit(pkcheck(code).exec)(process, { readOnly: false }), { code: name, message });
  }
});
