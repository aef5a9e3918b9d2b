/**
 * The nodes of a fake file tree, and the walk from the root along directories and links.
 *
 * @module
 */

import type { FileKind } from "../../src/host/host.ts";
import { systemError } from "./fake_faults.ts";

/** One node. */
export interface FakeNode {
  kind: FileKind;
  mode: number;
  uid: number;
  gid: number;
  ino: bigint;
  dev: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  /** Of a file or device. */
  data: Uint8Array;
  /** Of a link. */
  target: string;
  /** Of a directory. */
  readonly children: Map<string, FakeNode>;
}

/** Where a path leads: its node, and the directory that holds or would hold it. */
export interface Place {
  /** Absolute, without links on the way. */
  readonly path: string;
  readonly name: string;
  readonly parent: FakeNode;
  readonly node: FakeNode | undefined;
}

/** The parts of an absolute path, without `.` and empty ones. */
export function splitPath(path: string): string[] {
  if (!path.startsWith("/")) throw new TypeError(`A fake file tree knows absolute paths only: "${path}"`);
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

/**
 * Walks to the path. Undefined where a directory on the way is missing, or is no directory.
 * Throws where links go in a circle.
 */
export function walkTo(root: FakeNode, path: string, options: { follow: boolean }): Place | undefined {
  let parts = splitPath(path);
  const trail: { name: string; node: FakeNode }[] = [];
  let links = 0;
  while (parts.length > 0) {
    const [name, ...rest] = parts as [string, ...string[]];
    parts = rest;
    if (name === "..") {
      trail.pop();
      continue;
    }
    const parent = trail.at(-1)?.node ?? root;
    if (parent.kind !== "directory") return undefined;
    const node = parent.children.get(name);
    const here = `/${[...trail.map((step) => step.name), name].join("/")}`;
    if (node?.kind === "symlink" && (parts.length > 0 || options.follow)) {
      if (++links > 40) throw systemError("ELOOP", `open '${path}'`);
      if (node.target.startsWith("/")) trail.length = 0;
      parts = [...node.target.split("/").filter((part) => part !== "" && part !== "."), ...parts];
      continue;
    }
    if (parts.length === 0) return { path: here, name, parent, node };
    if (node === undefined) return undefined;
    trail.push({ name, node });
  }
  const last = trail.at(-1);
  const path_ = `/${trail.map((step) => step.name).join("/")}`;
  return { path: path_, name: last?.name ?? "/", parent: trail.at(-2)?.node ?? root, node: last?.node ?? root };
}
