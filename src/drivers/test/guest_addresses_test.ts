import assert from "node:assert/strict";
import { guestAddresses } from "./guest_addresses.ts";

for (
  const [title, ip, expected] of [
    [
      "from the first address that is served",
      { address: "10.0.0.1", netmask: "255.255.0.0", dhcp: { ranges: [{ start: "10.0.0.100", end: "10.0.0.200" }] } },
      { type: "ipv4", address: "10.0.0.103", prefix: 16 },
    ],
    ["from the host's own, where none is served", { address: "10.0.0.254" }, {
      type: "ipv4",
      address: "10.0.1.1",
      prefix: 24,
    }],
    ["over IPv6 just so", { address: "fd00::1", prefix: 48 }, { type: "ipv6", address: "fd00::4", prefix: 48 }],
  ] as const
) {
  Deno.test(`guests' addresses are counted ${title}`, () => {
    assert.deepEqual(guestAddresses({ ips: [ip] }, 3), [expected]);
  });
}

Deno.test("guests have no address on a network without any", () => assert.deepEqual(guestAddresses({}, 3), []));
