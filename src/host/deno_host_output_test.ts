import assert from "node:assert/strict";
import { OutputHead, OutputTail } from "./deno_host_output.ts";

function stream(...texts: string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(texts.map((text) => new TextEncoder().encode(text)));
}

Deno.test("the head of an output keeps its first bytes and reads the rest away", async () => {
  const head = new OutputHead(stream("abc", "def", "ghi"), 5);
  await head.done;
  assert.equal(head.text(), "abcde");
});

Deno.test("the tail of an output keeps its last bytes, over and within pieces", async () => {
  const tail = new OutputTail(stream("abc", "def", "g"), 5);
  await tail.done;
  assert.equal(tail.text(), "cdefg");
  const long = new OutputTail(stream("0123456789", "ab"), 4);
  await long.done;
  assert.equal(long.text(), "89ab");
});

Deno.test("a character that was cut in two by the pipe is whole again", async () => {
  const bytes = new TextEncoder().encode("é");
  const head = new OutputHead(ReadableStream.from([bytes.subarray(0, 1), bytes.subarray(1)]), 10);
  await head.done;
  assert.equal(head.text(), "é");
});

Deno.test("a pipe that breaks ends the output with what came before", async () => {
  const broken = new ReadableStream<Uint8Array>({
    start(controller): void {
      controller.enqueue(new TextEncoder().encode("before"));
    },
    pull(controller): void {
      controller.error(new Error("Broken pipe"));
    },
  }, { highWaterMark: 0 });
  const head = new OutputHead(broken, 100);
  await head.done;
  assert.equal(head.text(), "before");
});
