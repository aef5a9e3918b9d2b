import assert from "node:assert/strict";
import { buildSaveImage, parseSaveImage } from "./save_image.ts";

Deno.test("a saved document comes back, whatever its letters", () => {
  assert.equal(parseSaveImage(buildSaveImage("<domain>ä</domain>"), "/x"), "<domain>ä</domain>");
});

Deno.test("a file that is no saved guest, or not all of one, is refused", () => {
  const image = buildSaveImage("<domain/>");
  const wrong = image.with(0, 0);
  const negative = image.with(18, 0xff);
  for (
    const [bytes, message] of [
      [image.subarray(0, 3), /incomplete save header in '\/x'/],
      [wrong, /mismatched header magic/],
      [image.subarray(0, 16), /failed to read metadata length/],
      [negative, /length of metadata out of range/],
      [image.subarray(0, 20), /incomplete metadata/],
    ] as const
  ) {
    assert.throws(() => parseSaveImage(bytes, "/x"), message);
  }
});
