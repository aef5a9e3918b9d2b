/**
 * A file tree in memory.
 *
 * @module
 */

import type { Files, FileStat } from "../../src/host/host.ts";
import type { FakeClock } from "./fake_clock.ts";
import { FakeFaults, systemError } from "./fake_faults.ts";
import { type FakeNode, type Place, splitPath, walkTo } from "./fake_tree.ts";

/** What a test puts at a path: text, bytes, or a node with more to say. */
export type FakeContent = string | Uint8Array | Partial<Omit<FakeNode, "children" | "data">> & { content?: string };

/** Paths and what is there; the directories above come by themselves. */
export type FakeFileTree = Readonly<Record<string, FakeContent>>;

const LIMIT = 64 * 1024 * 1024;
const BITS = { r: 4, w: 2, x: 1, rw: 6 };

/** A file tree in memory, with a test's own doors: `put`, `peek`, `paths`, `faults`. */
export class FakeFiles implements Files {
  /** What goes wrong. */
  readonly faults = new FakeFaults();
  readonly #clock: FakeClock;
  readonly #user: { readonly uid: number; readonly gid: number };
  readonly #root: FakeNode;
  readonly #locks = new Map<string, Promise<void>>();
  #lastIno = 1n;
  #ticks = 0n;
  #temporary = 0;

  constructor(parts: { clock: FakeClock; user: { readonly uid: number; readonly gid: number } }) {
    this.#clock = parts.clock;
    this.#user = parts.user;
    this.#root = this.#newNode({ kind: "directory", mode: 0o755, uid: 0, gid: 0 });
  }

  /** Puts a node there, whatever was there before; a file of the same path keeps its inode unless one is given. */
  put(path: string, content: FakeContent): void {
    const settings = typeof content === "string" || content instanceof Uint8Array ? {} : content;
    const parts = splitPath(path);
    const name = parts.pop();
    if (name === undefined) {
      Object.assign(this.#root, settings);
      return;
    }
    let directory = this.#root;
    for (const part of parts) {
      const next = directory.children.get(part) ??
        this.#newNode({ kind: "directory", mode: 0o755, uid: 0, gid: 0 });
      directory.children.set(part, next);
      directory = next;
    }
    const kind = settings.kind ?? (settings.target === undefined ? "file" : "symlink");
    const node = directory.children.get(name) ?? this.#newNode({ kind, mode: 0o644, uid: 0, gid: 0 });
    const now = this.#tick();
    const { content: text, ...rest } = settings as { content?: string } & Partial<FakeNode>;
    const data = typeof content === "string" || content instanceof Uint8Array ? content : text;
    Object.assign(node, { kind, mtimeNs: now, ctimeNs: now }, rest, data === undefined ? {} : { data: toBytes(data) });
    directory.children.set(name, node);
  }

  /** What is there now, past all faults and permissions. */
  peek(path: string): string | undefined {
    const node = walkTo(this.#root, path, { follow: true })?.node;
    return node?.kind === "file" ? new TextDecoder().decode(node.data) : undefined;
  }

  /** All paths of files, links and devices, sorted. */
  paths(under = "/"): string[] {
    const found: string[] = [];
    function collect(node: FakeNode, path: string): void {
      for (const [name, child] of node.children) {
        if (child.kind === "directory") collect(child, `${path}/${name}`);
        else found.push(`${path}/${name}`);
      }
    }
    const start = walkTo(this.#root, under, { follow: true })?.node;
    if (start) collect(start, under === "/" ? "" : under);
    return found.sort();
  }

  stat(path: string): Promise<FileStat | undefined> {
    return this.#try("stat", path, () => this.#stat(path, true));
  }

  lstat(path: string): Promise<FileStat | undefined> {
    return this.#try("stat", path, () => this.#stat(path, false));
  }

  realPath(path: string): Promise<string | undefined> {
    return this.#try("stat", path, () => {
      const place = walkTo(this.#root, path, { follow: true });
      return place?.node && place.path;
    });
  }

  readLink(path: string): Promise<string | undefined> {
    return this.#try("read", path, () => {
      const node = walkTo(this.#root, path, { follow: false })?.node;
      if (node === undefined) return undefined;
      if (node.kind !== "symlink") throw systemError("EINVAL", `readlink '${path}'`);
      return node.target;
    });
  }

  readText(path: string, options?: { limit?: number }): Promise<string | undefined> {
    return this.#try("read", path, () => {
      const data = this.#read(path);
      const limit = options?.limit ?? LIMIT;
      if (data && data.length > limit) throw new RangeError(`Cannot read "${path}": it is larger than ${limit} bytes`);
      return data && new TextDecoder().decode(data);
    });
  }

  readBytes(path: string, options?: { offset?: number; length?: number }): Promise<Uint8Array | undefined> {
    return this.#try("read", path, () => {
      const offset = options?.offset ?? 0;
      return this.#read(path)?.slice(offset, offset + (options?.length ?? LIMIT));
    });
  }

  list(path: string): Promise<string[] | undefined> {
    return this.#try("list", path, () => {
      const node = walkTo(this.#root, path, { follow: true })?.node;
      if (node?.kind !== "directory") return undefined;
      this.#demand(node, 4, `readdir '${path}'`);
      return [...node.children.keys()].sort();
    });
  }

  access(path: string, how: "r" | "w" | "x" | "rw"): Promise<boolean> {
    return this.#try("stat", path, () => {
      const node = walkTo(this.#root, path, { follow: true })?.node;
      return node !== undefined && this.#permits(node, BITS[how]);
    });
  }

  makeDirectory(path: string, options?: { mode?: number }): Promise<void> {
    return this.#try("makeDirectory", path, () => {
      const parts = splitPath(path);
      for (let length = 1; length <= parts.length; length++) {
        const place = this.#place(`/${parts.slice(0, length).join("/")}`, true);
        if (place.node?.kind === "directory") continue;
        if (place.node) throw systemError("EEXIST", `mkdir '${path}'`);
        this.#demand(place.parent, 2, `mkdir '${path}'`);
        this.faults.step();
        place.parent.children.set(place.name, this.#newNode({ kind: "directory", mode: options?.mode ?? 0o755 }));
      }
    });
  }

  async makeTempDirectory(options?: { parent?: string; prefix?: string }): Promise<string> {
    const parent = options?.parent ?? "/tmp";
    if (options?.parent === undefined) await this.makeDirectory(parent, { mode: 0o1777 });
    const path = `${parent}/${options?.prefix ?? ""}${(++this.#temporary).toString().padStart(6, "0")}`;
    await this.makeDirectory(path, { mode: 0o700 });
    return path;
  }

  /** In two steps, as on a real machine: an empty file first, its content after that. */
  write(
    path: string,
    data: Uint8Array | string,
    options?: { mode?: number; sync?: boolean; exclusive?: boolean },
  ): Promise<void> {
    return this.#try("write", path, () => {
      const place = this.#place(path, true);
      if (place.node && options?.exclusive) throw systemError("EEXIST", `open '${path}'`);
      if (place.node?.kind === "directory") throw systemError("EISDIR", `open '${path}'`);
      this.#demand(place.node ?? place.parent, 2, `open '${path}'`);
      this.faults.step();
      const node = place.node ?? this.#newNode({ kind: "file", mode: options?.mode ?? 0o644 });
      place.parent.children.set(place.name, node);
      if (options?.mode !== undefined) node.mode = options.mode;
      node.data = new Uint8Array();
      this.faults.step();
      node.data = toBytes(data);
      node.mtimeNs = node.ctimeNs = this.#tick();
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#try("rename", to, () => {
      const source = this.#place(from, false);
      const target = this.#place(to, false);
      if (source.node === undefined) throw systemError("ENOENT", `rename '${from}' -> '${to}'`);
      this.#demand(source.parent, 2, `rename '${from}'`);
      this.#demand(target.parent, 2, `rename '${to}'`);
      this.faults.step();
      source.parent.children.delete(source.name);
      target.parent.children.set(target.name, source.node);
      source.node.ctimeNs = this.#tick();
    });
  }

  syncDirectory(path: string): Promise<void> {
    return this.#try("sync", path, () => {
      if (this.#place(path, true).node?.kind !== "directory") throw systemError("ENOENT", `open '${path}'`);
    });
  }

  changeMode(path: string, mode: number): Promise<void> {
    return this.#try("changeMode", path, () => this.#change(path, { mode }));
  }

  changeOwner(path: string, uid: number, gid: number): Promise<void> {
    return this.#try("changeOwner", path, () => this.#change(path, { uid, gid }));
  }

  remove(path: string, options?: { recursive?: boolean }): Promise<void> {
    return this.#try("remove", path, () => {
      const place = walkTo(this.#root, path, { follow: false });
      if (place?.node === undefined) return;
      if (place.node.children.size > 0 && !options?.recursive) throw systemError("ENOTEMPTY", `remove '${path}'`);
      this.#demand(place.parent, 2, `remove '${path}'`);
      this.faults.step();
      place.parent.children.delete(place.name);
    });
  }

  async lock(path: string): Promise<AsyncDisposable> {
    if (await this.stat(path) === undefined) await this.write(path, "", { mode: 0o600 });
    this.faults.check("lock", path);
    const before = this.#locks.get(path) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#locks.set(path, before.then(() => promise));
    await before;
    return {
      [Symbol.asyncDispose](): Promise<void> {
        resolve();
        return Promise.resolve();
      },
    };
  }

  async sha256(path: string): Promise<string | undefined> {
    const bytes = await this.readBytes(path);
    if (bytes === undefined) return undefined;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  #try<T>(operation: Parameters<FakeFaults["check"]>[0], path: string, act: () => T): Promise<T> {
    return Promise.resolve().then(() => {
      this.faults.check(operation, path);
      return act();
    });
  }

  #stat(path: string, follow: boolean): FileStat | undefined {
    const node = walkTo(this.#root, path, { follow })?.node;
    if (node === undefined) return undefined;
    const { kind, mode, uid, gid, dev, ino, mtimeNs, ctimeNs } = node;
    return { kind, mode, uid, gid, dev, ino, mtimeNs, ctimeNs, size: node.data.length };
  }

  #read(path: string): Uint8Array | undefined {
    const node = walkTo(this.#root, path, { follow: true })?.node;
    if (node === undefined) return undefined;
    if (node.kind === "directory") throw systemError("EISDIR", `read '${path}'`);
    this.#demand(node, 4, `open '${path}'`);
    return node.data;
  }

  #change(path: string, settings: Partial<FakeNode>): void {
    const node = this.#place(path, true).node;
    if (node === undefined) throw systemError("ENOENT", `change '${path}'`);
    this.faults.step();
    Object.assign(node, settings, { ctimeNs: this.#tick() });
  }

  /** As {@linkcode walkTo}, but a missing directory on the way is an error. */
  #place(path: string, follow: boolean): Place {
    const place = walkTo(this.#root, path, { follow });
    if (place === undefined || place.parent.kind !== "directory") throw systemError("ENOENT", `open '${path}'`);
    return place;
  }

  #demand(node: FakeNode, bits: number, what: string): void {
    if (!this.#permits(node, bits)) throw systemError("EACCES", what);
  }

  #permits(node: FakeNode, bits: number): boolean {
    const { uid, gid } = this.#user;
    if (uid === 0) return (bits & 1) === 0 || node.kind === "directory" || (node.mode & 0o111) !== 0;
    const shift = node.uid === uid ? 6 : node.gid === gid ? 3 : 0;
    return ((node.mode >> shift) & bits) === bits;
  }

  #newNode(settings: Pick<FakeNode, "kind" | "mode"> & Partial<FakeNode>): FakeNode {
    const now = this.#tick();
    return {
      uid: this.#user.uid,
      gid: this.#user.gid,
      ino: ++this.#lastIno,
      dev: 1n,
      mtimeNs: now,
      ctimeNs: now,
      data: new Uint8Array(),
      target: "",
      children: new Map(),
      ...settings,
    };
  }

  /** The time in nanoseconds; never the same twice. */
  #tick(): bigint {
    return BigInt(this.#clock.now()) * 1_000_000n + this.#ticks++;
  }
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? new TextEncoder().encode(data) : data.slice();
}
