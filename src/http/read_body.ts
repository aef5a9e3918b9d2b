/**
 * The body of a request, as text, up to a limit.
 *
 * @module
 */

/** Bytes; what is asked for here is small. */
const LIMIT = 65_536;

/** The text, or `undefined` where it is larger than 64 KiB; the rest of a larger one is not read. */
export async function readBody(request: Request): Promise<string | undefined> {
  if (request.body === null) return "";
  if (Number(request.headers.get("content-length") ?? 0) > LIMIT) {
    await request.body.cancel();
    return undefined;
  }
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > LIMIT) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
