/**
 * Listening, with an error that names the place and what to do about it.
 *
 * @module
 */

import { type HttpServer, serveHttp, type ServeOptions } from "../http/serve.ts";
import { EXIT } from "./exit_codes.ts";
import { CliError } from "./failure.ts";

/** Starts to listen. Throws {@linkcode CliError} where that is not possible. */
export async function serveOrExplain(options: ServeOptions): Promise<HttpServer> {
  try {
    return await serveHttp(options);
  } catch (error) {
    // Errors of the door itself say all of this already.
    if (error instanceof Error && error.message.startsWith("Cannot listen")) throw error;
    const places = [
      ...(options.socket === undefined ? [] : [`the socket "${options.socket.path}"`]),
      ...(options.tcp === undefined ? [] : [`the address ${options.tcp.hostname}:${options.tcp.port}`]),
    ];
    throw new CliError(
      `Cannot listen on ${places.join(" and ")}; choose another with --socket or --listen`,
      EXIT.failure,
      { cause: error },
    );
  }
}
