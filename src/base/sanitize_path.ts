/**
 * Paths without needless slashes.
 *
 * @module
 */

/** The path with single slashes and none at the end; what looks like a URI, and two slashes in front, stay. */
export function sanitizePath(path: string): string {
  const uri = path.indexOf("://");
  if (uri >= 0 && path.indexOf("/") > uri) return path;
  const front = /^\/\/(?!\/)/.test(path) ? "//" : "";
  const rest = path.slice(front.length).replace(/\/+/g, "/");
  const whole = front + rest;
  return whole.length > 1 && rest.endsWith("/") ? whole.slice(0, -1) : whole;
}
