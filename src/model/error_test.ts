import assert from "node:assert/strict";
import { VirtError } from "./error.ts";
import { ERROR_CODES, type ErrorCode, errorCodeOf, errorMessage, errorNumber } from "./error_code.ts";
import { ERROR_DOMAINS, errorDomainNumber, errorDomainOf } from "./error_domain.ts";

Deno.test("the error numbers are without a gap and without a duplicate", () => {
  const names = Object.keys(ERROR_CODES) as ErrorCode[];
  assert.deepEqual(names.map(errorNumber), names.map((_, index) => index));
});

Deno.test("an error is found by its number, and an unknown number is none", () => {
  assert.equal(errorCodeOf(42), "VIR_ERR_NO_DOMAIN");
  assert.equal(errorCodeOf(9999), undefined);
});

Deno.test("an error's text is libvirt's pattern with the detail in it", () => {
  assert.equal(errorMessage("VIR_ERR_INVALID_ARG", "no such arch"), "invalid argument: no such arch");
  assert.equal(errorMessage("VIR_ERR_DOM_EXIST", "web"), "domain web exists already");
  assert.equal(errorMessage("VIR_ERR_XML_ERROR"), "XML description is invalid or not well formed");
  assert.equal(errorMessage("VIR_ERR_RPC", "cut off"), "cut off");
});

Deno.test("a detail with replacement patterns in it is taken as it is", () => {
  assert.equal(errorMessage("VIR_ERR_DOM_EXIST", "$& $1 %s"), "domain $& $1 %s exists already");
});

Deno.test("an error keeps the step, the hint and the error underneath", () => {
  const cause = new Error("deep");
  const error = new VirtError("VIR_ERR_OPERATION_FAILED", "no", { step: "query-version", hint: "Try again", cause });
  assert.equal(error.step, "query-version");
  assert.equal(error.hint, "Try again");
  assert.equal(error.cause, cause);
  assert.equal(error.number, 9);
  assert.equal(error.levelNumber, 2);
});

Deno.test("the domains have the numbers that clients know", () => {
  assert.equal(errorDomainNumber("VIR_FROM_QEMU"), 10);
  assert.equal(errorDomainNumber("VIR_FROM_BHYVE"), 57);
  assert.equal(errorDomainNumber("VIR_FROM_CH"), 72);
  assert.equal(ERROR_DOMAINS.length, 73);
  assert.equal(errorDomainOf("xen"), "VIR_FROM_LIBXL");
});
