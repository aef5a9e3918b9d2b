/**
 * Paths as libvirt keeps them.
 *
 * @module
 */

import { string, type Value } from "../../shape/mod.ts";

/** A path without repeated slashes and without one at the end; two at the start stay, and so does an address. */
export const cleanPath: Value<string> = { ...string, parse: sanitizePath };

function sanitizePath(path: string): string {
  const scheme = path.indexOf("://");
  if (scheme >= 0 && path.indexOf("/") > scheme) return path;
  const root = /^\/\/(?!\/)/.test(path) ? "//" : "";
  const clean = path.slice(root.length).replace(/\/+/g, "/");
  const isJustRoot = root === "" && clean === "/";
  return root + (isJustRoot ? clean : clean.replace(/\/$/, ""));
}
