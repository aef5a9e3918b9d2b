import assert from "node:assert/strict";
import { VirtError } from "../../model/error.ts";
import { domainDocument, hostDocument } from "./capabilities.ts";

Deno.test("the machine in memory has two cells of eight processors and 6 GiB", () => {
  const cells = hostDocument().host.topology?.cells ?? [];
  assert.deepEqual(cells.map((cell) => cell.cpus.length), [8, 8]);
  assert.equal(cells.reduce((sum, cell) => sum + (cell.memory?.value ?? 0), 0), 6 * 1024 * 1024);
  assert.deepEqual(cells[1]?.cpus[0], { id: 8, socketId: 1, dieId: 0, coreId: 0, siblings: "8" });
});

Deno.test("asking for an emulator, architecture, type or machine it does not have is an argument error", () => {
  for (const query of [{ emulator: "/bin/true" }, { arch: "s390x" }, { virtType: "kvm" }, { machine: "q35" }]) {
    assert.throws(() => domainDocument(query), (error) => {
      assert.ok(error instanceof VirtError);
      assert.equal(error.code, "VIR_ERR_INVALID_ARG");
      assert.ok(error.hint);
      return true;
    });
  }
});

Deno.test("asking for what it has, or for nothing, gives the same document", () => {
  const named = domainDocument({ emulator: "/usr/bin/test-hv", arch: "i686", virtType: "test" });
  assert.deepEqual(named, domainDocument({}));
});
