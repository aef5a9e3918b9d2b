import assert from "node:assert/strict";
import { parseGic, parseSev, parseSgx, sevGuestLimits } from "./parse_platform.ts";
import { MalformedReplyError } from "./schema.ts";

Deno.test("an interrupt controller is known by version and by who implements it", () => {
  assert.deepEqual(parseGic([{ version: 3, kernel: true, emulated: false }]), [
    { version: 3, kernel: true, emulated: false },
  ]);
  assert.throws(() => parseGic([{ version: 3, kernel: true }]), MalformedReplyError);
});

Deno.test("SEV is kept as QEMU tells it", () => {
  const reply = { cbitpos: 47, "reduced-phys-bits": 1, pdh: "AAAA", "cert-chain": "BBBB" };
  const sev = { cbitpos: 47, reducedPhysBits: 1, pdh: "AAAA", certChain: "BBBB" };
  assert.deepEqual(parseSev(reply), sev);
  assert.deepEqual(parseSev({ ...reply, "cpu0-id": "CC" }), { ...sev, cpu0Id: "CC" });
  assert.throws(() => parseSev({ ...reply, pdh: 1 }), MalformedReplyError);
});

Deno.test("SEV-ES guests get the identifiers below the least one for SEV guests", () => {
  const leaf = { eaxIn: 0x8000001f, ecxIn: 0, eax: 0, ebx: 0, ecx: 509, edx: 100 };
  assert.deepEqual(sevGuestLimits([leaf]), { maxGuests: 410, maxEsGuests: 99 });
  assert.equal(sevGuestLimits([{ ...leaf, edx: 0 }]), undefined);
  assert.equal(sevGuestLimits([]), undefined);
});

Deno.test("SGX sizes are in KiB, and the total is the sum where QEMU no longer tells it", () => {
  const reply = { flc: true, sgx1: true, sgx2: false, sections: [{ node: 0, size: 4096 }, { node: 1, size: 8192 }] };
  const sections = [{ node: 0, size: 4 }, { node: 1, size: 8 }];
  assert.deepEqual(parseSgx(reply), { flc: true, sgx1: true, sgx2: false, sectionSize: 12, sections });
  assert.equal(parseSgx({ ...reply, "section-size": 2048 })?.sectionSize, 2);
});

Deno.test("SGX of a QEMU that does not name the sections is no SGX", () => {
  assert.equal(parseSgx({ flc: true, sgx1: true, sgx2: true, "section-size": 4096 }), undefined);
});
