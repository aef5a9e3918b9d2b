import assert from "node:assert/strict";
import { formatIpAddress, maskPrefix, parseIpAddress, prefixMask } from "./ip_address.ts";

Deno.test("addresses are written in the one usual form", () => {
  const cases = {
    "192.168.0.1": "192.168.0.1",
    "10.1": "10.0.0.1",
    "0x7f.0.0.01": "127.0.0.1",
    "2001:DB8:0:0:1:0:0:1": "2001:db8::1:0:0:1",
    "::": "::",
    "::1": "::1",
    "1::": "1::",
    "::ffff:10.0.0.1": "::ffff:10.0.0.1",
    "1:2:3:4:5:6:7:8": "1:2:3:4:5:6:7:8",
    "1:0:3:4:5:6:7:8": "1:0:3:4:5:6:7:8",
  };
  for (const [text, canonical] of Object.entries(cases)) {
    const address = parseIpAddress(text);
    assert.ok(address, text);
    assert.equal(formatIpAddress(address), canonical);
  }
});

Deno.test("what is no address is none", () => {
  for (const text of ["", "1.2.3.256", "1.2.3.4.5", "a", "1::2::3", "1:2", ":::", "1:2:3:4:5:6:7:8:9", "g::", "08"]) {
    assert.equal(parseIpAddress(text), undefined, text);
  }
});

Deno.test("masks and prefixes belong together", () => {
  assert.equal(formatIpAddress({ family: 4, bits: prefixMask(4, 23) }), "255.255.254.0");
  assert.equal(maskPrefix({ family: 6, bits: prefixMask(6, 64) }), 64);
  assert.equal(maskPrefix({ family: 4, bits: 0xff00ff00n }), undefined);
});
