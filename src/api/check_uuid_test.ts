import assert from "node:assert/strict";
import { checkUuid } from "./check_uuid.ts";

const CHECK = { function: "virSecretLookupByUUIDString", domain: "VIR_FROM_SECRET" } as const;

for (
  const text of [
    "0B8D2E3A-1111-4222-8333-444444444444",
    "0b8d2e3a111142228333444444444444",
    " 0b8d-2e3a-1111-4222-8333-4444-4444-4444 ",
  ]
) {
  Deno.test(`"${text}" is a UUID, written as libvirt writes it`, () => {
    assert.equal(checkUuid(text, CHECK), "0b8d2e3a-1111-4222-8333-444444444444");
  });
}

for (const text of ["", "web", "0b8d2e3a-1111-4222-8333-44444444444", `${"0".repeat(33)}`, "g".repeat(32)]) {
  Deno.test(`"${text}" is no UUID, and libvirt's words say so`, () => {
    assert.throws(() => checkUuid(text, CHECK), {
      code: "VIR_ERR_INVALID_ARG",
      message: "uuidstr in virSecretLookupByUUIDString must be a valid UUID",
      str1: "virSecretLookupByUUIDString",
      domain: "VIR_FROM_SECRET",
    });
  });
}
