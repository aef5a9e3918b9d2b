import assert from "node:assert/strict";
import { chooseHypervisor } from "./choose_hypervisor.ts";

Deno.test("a client that names no hypervisor, or only a part of one, gets the configured or the machine's own", () => {
  for (const name of [undefined, "network:///system", "storage:///session", "nwfilter:///system"]) {
    assert.equal(chooseHypervisor(name, "test:///default"), "test:///default", name);
    assert.equal(chooseHypervisor(name, ""), undefined, name);
  }
});

Deno.test("a client that names a hypervisor gets no other", () => {
  for (const name of ["qemu:///system", "network://host/system", "network:///system?x=1"]) {
    assert.equal(chooseHypervisor(name, "test:///default"), name);
  }
});
