import assert from "node:assert/strict";
import { parseCommandLineOptions, parseKvmState, parseMigrationCapabilities } from "./parse_lists.ts";
import { parseObjectTypes, parseTpmNames } from "./parse_lists.ts";
import { parseProperties } from "./parse_properties.ts";
import { MalformedReplyError } from "./schema.ts";

Deno.test("KVM counts only when it is built in and in use", () => {
  assert.equal(parseKvmState({ present: true, enabled: true }), true);
  assert.equal(parseKvmState({ present: true, enabled: false }), false);
  assert.equal(parseKvmState({ enabled: true }), false);
});

Deno.test("plain lists become sets, and entries that are none of them are left out", () => {
  assert.deepEqual(parseObjectTypes([{ name: "VGA", parent: "pci-device" }, { no: 1 }, 7]), new Set(["VGA"]));
  assert.deepEqual(parseMigrationCapabilities([{ capability: "xbzrle", state: false }]), new Set(["xbzrle"]));
  assert.deepEqual(parseTpmNames(["tpm-tis", 3]), new Set(["tpm-tis"]));
});

Deno.test("an option of the command line has its parameters, or none", () => {
  const options = parseCommandLineOptions([
    { option: "spice", parameters: [{ name: "gl", type: "boolean" }] },
    { option: "sandbox" },
  ]);
  assert.deepEqual(options, new Map([["spice", new Set(["gl"])], ["sandbox", new Set()]]));
});

Deno.test("a property has a default only where that is a truth value", () => {
  assert.deepEqual(parseProperties([{ name: "scsi", "default-value": false }, { name: "size", "default-value": 2 }]), [
    { name: "scsi", defaultValue: false },
    { name: "size" },
  ]);
});

Deno.test("an answer that is no list is a malformed reply, whoever asked", () => {
  for (const parse of [parseObjectTypes, parseCommandLineOptions, parseMigrationCapabilities, parseTpmNames]) {
    assert.throws(() => parse("garbage"), MalformedReplyError);
  }
  assert.throws(() => parseKvmState([]), MalformedReplyError);
  assert.throws(() => parseProperties(null), MalformedReplyError);
});
