import assert from "node:assert/strict";
import { parseShape } from "../../shape/mod.ts";
import { type Domain, domain } from "../document.ts";
import { type Acceptance, COMMON_STEPS, normalise } from "./mod.ts";

const CONTEXT = {
  newUuid: () => "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f",
  newMac: () => "52:54:00:00:00:01",
  defaultArch: "x86_64",
  accepts: new Set<Acceptance>(),
};

function complete(devices: string, type = "hvm"): Domain["devices"] {
  const os = type === "exe" ? "<type>exe</type><init>/i</init>" : `<type>${type}</type>`;
  const head = `<domain type='test'><name>g</name><memory>1</memory><os>${os}</os>`;
  const document = parseShape(domain, `${head}<devices>${devices}</devices></domain>`);
  return normalise(document, COMMON_STEPS, CONTEXT).devices;
}

Deno.test("the first console and the first serial port of a full machine are one", () => {
  for (const given of ["<console type='pty'/>", "<serial type='pty'/>", "<serial type='pty'/><console type='null'/>"]) {
    const { serials, consoles } = complete(given);
    assert.deepEqual(serials, [{ type: "pty", target: { port: 0 } }], given);
    assert.deepEqual(consoles, [{ type: "pty", target: { type: "serial", port: 0 } }], given);
  }
});

Deno.test("a container's console stands for itself", () => {
  const { serials, consoles } = complete("<console type='pty'/>", "exe");
  assert.deepEqual([serials, consoles?.length], [undefined, 1]);
});

Deno.test("only the first console can be a serial port", () => {
  assert.throws(() => complete("<console/><console/>"), /Only the first console can be a serial port/);
});

Deno.test("ports get the next free number of their kind", () => {
  const isa = "<serial><target type='isa-serial'/></serial>";
  const { serials, parallels } = complete(
    `<serial><target type='isa-serial' port='0'/></serial>${isa}<parallel/><parallel/>`,
  );
  assert.deepEqual(serials?.map(({ target }) => target?.port), [0, 1]);
  assert.deepEqual(parallels?.map(({ target }) => target?.port), [0, 1]);
  assert.throws(() => complete(isa.repeat(5)), /Maximum supported number of ISA serial ports is '4'/);
});

Deno.test("virtio ports and card readers get a controller", () => {
  const { controllers, smartcards } = complete(
    "<channel><target type='virtio'/></channel><smartcard mode='host'/><smartcard mode='host'/>",
  );
  assert.deepEqual(controllers?.map(({ type, index }) => `${type} ${index}`), ["virtio-serial 0", "ccid 0"]);
  assert.deepEqual(smartcards?.map(({ address }) => address?.type === "ccid" ? address.slot : undefined), [0, 1]);
});
