/**
 * What flows from and to a guest: pictures of its screen, its console.
 *
 * @module
 */

import type { Domain, Stream } from "../../api/mod.ts";
import { CliError } from "../failure.ts";
import { type Answer, remark } from "./answer.ts";
import type { Call } from "./object_command.ts";
import { localTime } from "./local_time.ts";

/** Ends a console: Ctrl-]. */
const ESCAPE = 0x1d;

const ENDINGS: Readonly<Record<string, string>> = {
  "image/png": ".png",
  "image/x-portable-pixmap": ".ppm",
};

/** Writes a picture of the screen to a file. */
export async function screenshot(domain: Domain, { words }: Call): Promise<Answer | undefined> {
  const { mime, stream } = await domain.streams.screenshot(words.number("screen") ?? 0);
  await using flow = stream;
  const picture = await flow.readAll();
  await flow.finish();
  const time = localTime(Math.trunc(Date.now() / 1000)).replace(" ", "-");
  const path = words.text("file") ?? `${domain.name.replaceAll("/", "_")}-${time}${ENDINGS[mime] ?? ""}`;
  if (path === "-") {
    for (let at = 0; at < picture.length;) at += await Deno.stdout.write(picture.subarray(at));
    return undefined;
  }
  try {
    await Deno.writeFile(path, picture);
  } catch (error) {
    throw new CliError(`Cannot write "${path}"`, 1, { cause: error });
  }
  const json = { ...domain.reference, file: path, mime, size: picture.length };
  return remark(`Screenshot saved to ${path}, with type of ${mime}`, json);
}

/** Joins the terminal and a console until one of them ends. */
export async function openConsole(domain: Domain, { words, terminal, signal }: Call): Promise<undefined> {
  await using stream = await domain.streams.openConsole(
    words.text("devname"),
    words.flags({ force: "force", safe: "safe" }),
  );
  const raw = Deno.stdin.isTerminal();
  if (!words.has("quiet")) {
    terminal.err(`Connected to domain '${domain.name}'${raw ? "\nEscape character is ^] (Ctrl + ])" : ""}`);
  }
  if (raw) Deno.stdin.setRaw(true);
  try {
    const ends = raw ? [print(stream), type(stream)] : [type(stream).then(settle), print(stream)];
    await Promise.race([...ends, aborted(signal)]);
  } finally {
    if (raw) Deno.stdin.setRaw(false);
  }
}

async function print(stream: Stream): Promise<void> {
  for await (const chunk of stream.readable ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    for (let at = 0; at < chunk.length;) at += await Deno.stdout.write(chunk.subarray(at));
  }
}

async function type(stream: Stream): Promise<void> {
  const writer = stream.writable?.getWriter();
  for await (const chunk of Deno.stdin.readable) {
    const escape = chunk.indexOf(ESCAPE);
    await writer?.write(escape < 0 ? chunk : chunk.subarray(0, escape));
    if (escape >= 0) return;
  }
}

/** Milliseconds that a guest has to answer what came from a file. */
const SETTLE_MS = 200;

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
