import assert from "node:assert/strict";
import { procedures, PROGRAMS, writeCall, writeMessage, writeStreamData } from "../src/wire/libvirt/mod.ts";
import { XdrEncoder } from "../src/wire/xdr/mod.ts";
import { MessageTracer } from "./trace_rpc.ts";

const CALL = { program: PROGRAMS.remote, version: 1, procedure: 23, serial: 4 };
const codec = procedures.DOMAIN_LOOKUP_BY_NAME.arguments;

function traced(write: (to: XdrEncoder) => void): { line: string; difference: string | undefined }[] {
  const encoder = new XdrEncoder();
  write(encoder);
  const tracer = new MessageTracer();
  const found = [];
  // In pieces, as a socket gives them.
  for (let at = 0; at < encoder.length; at += 7) found.push(...tracer.push(encoder.bytes().slice(at, at + 7)));
  return found.map(({ line, difference }) => ({ line, difference }));
}

Deno.test("a message is printed with its name, serial, status and content", () => {
  assert.deepEqual(traced((to) => writeCall(to, CALL, { codec, value: { name: "test" } })), [
    { line: 'DOMAIN_LOOKUP_BY_NAME call #4 ok {"name":"test"}', difference: undefined },
  ]);
});

Deno.test("stream data is printed as bytes, a long text cut", () => {
  assert.deepEqual(
    traced((to) => {
      writeStreamData(to, { ...CALL, procedure: 209 }, Uint8Array.of(1, 255));
      writeCall(to, CALL, { codec, value: { name: "a".repeat(1000) } });
    }).map(({ line }) => line),
    [
      "STORAGE_VOL_DOWNLOAD stream #4 continue 01ff",
      `DOMAIN_LOOKUP_BY_NAME call #4 ok {"name":"${"a".repeat(120)}… 1000 characters"}`,
    ],
  );
});

Deno.test("a message that nobody knows is printed in hexadecimal", () => {
  const header = { ...CALL, program: 5, procedure: 6, type: "call", status: "ok" } as const;
  assert.deepEqual(traced((to) => writeMessage(to, header, () => to.putU32(0xabcd))), [
    { line: "program 0x5 6 call #4 ok 0000abcd", difference: undefined },
  ]);
});

Deno.test("bytes that our table does not account for are a difference", () => {
  const header = { ...CALL, type: "call", status: "ok" } as const;
  const [message] = traced((to) =>
    writeMessage(to, header, () => {
      codec.encode(to, { name: "a" });
      to.putU32(7);
    })
  );
  assert.match(message?.difference ?? "", /4 bytes are left over/);
});
