/**
 * The real process: environment, identity and randomness.
 *
 * @module
 */

import type { Env, Ids } from "./host.ts";

/** The environment and identity of this process, each read when it is asked for. */
export function denoEnv(): Env {
  return {
    get: (name) => Deno.env.get(name),
    get uid() {
      return Deno.uid() ?? 0;
    },
    get gid() {
      return Deno.gid() ?? 0;
    },
    get pid() {
      return Deno.pid;
    },
    get self() {
      return Deno.build.standalone ? Deno.execPath() : undefined;
    },
    get os() {
      return osName();
    },
    get arch() {
      return Deno.build.arch;
    },
    get cpuCount() {
      return navigator.hardwareConcurrency;
    },
  };
}

/** Randomness of the operating system. */
export function denoIds(): Ids {
  return { uuid: () => crypto.randomUUID(), hex: randomHex };
}

function osName(): Env["os"] {
  const os: string = Deno.build.os;
  return os === "linux" || os === "freebsd" || os === "darwin" || os === "windows" ? os : "other";
}

function randomHex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text.slice(0, length);
}
