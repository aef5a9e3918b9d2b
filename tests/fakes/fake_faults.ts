/**
 * Bad days for a fake file tree: refused operations, and a process that dies between two steps.
 *
 * @module
 */

/** The methods of a file tree. */
export type FakeOperation =
  | "stat"
  | "read"
  | "list"
  | "makeDirectory"
  | "write"
  | "rename"
  | "sync"
  | "changeMode"
  | "changeOwner"
  | "remove"
  | "lock";

/** An operation that fails. */
export interface Fault {
  readonly on: FakeOperation;
  /** The path, or a pattern of paths; any when left out. */
  readonly path?: string | RegExp;
  readonly code: "ENOSPC" | "EACCES" | "EROFS" | "EIO" | "ELOOP" | "EMFILE";
  /** How often. @default {Infinity} */
  readonly times?: number;
}

/** The process died here: everything it tries afterwards fails the same way. */
export class FakeCrash extends Error {
  constructor(step: number) {
    super(`The process was killed before step ${step}`);
    this.name = "FakeCrash";
  }
}

/** What goes wrong in one fake file tree. */
export class FakeFaults {
  #faults: { readonly fault: Fault; left: number }[] = [];
  #steps = 0;
  #crashAfter = Infinity;

  /** How many steps have changed the tree so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Makes an operation fail from now on. */
  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? Infinity });
  }

  /** Forgets all faults, and a crash: the process was started anew. */
  clear(): void {
    this.#faults = [];
    this.#crashAfter = Infinity;
  }

  /** Lets `steps` more changes happen and then kills the process. */
  crashAfter(steps: number): void {
    this.#crashAfter = this.#steps + steps;
  }

  /** Throws when this operation is to fail. */
  check(operation: FakeOperation, path: string): void {
    if (this.#steps > this.#crashAfter) throw new FakeCrash(this.#steps);
    const entry = this.#faults.find(({ fault, left }) => left > 0 && fault.on === operation && concerns(fault, path));
    if (entry === undefined) return;
    entry.left--;
    throw systemError(entry.fault.code, `${operation} '${path}'`);
  }

  /** Counts a change, and throws instead when the process is to die before it. */
  step(): void {
    if (this.#steps >= this.#crashAfter) {
      this.#steps = this.#crashAfter + 1;
      throw new FakeCrash(this.#steps);
    }
    this.#steps++;
  }
}

/** An error as the runtime throws it for a failed system call. */
export function systemError(code: string, what: string): Error {
  const message = `${MESSAGES[code] ?? code}: ${what}`;
  const error = code === "EACCES"
    ? new Deno.errors.PermissionDenied(message)
    : code === "ENOENT"
    ? new Deno.errors.NotFound(message)
    : code === "EEXIST"
    ? new Deno.errors.AlreadyExists(message)
    : new Error(message);
  return Object.assign(error, { code });
}

const MESSAGES: Readonly<Record<string, string>> = {
  EACCES: "Permission denied (os error 13)",
  EEXIST: "File exists (os error 17)",
  EINVAL: "Invalid argument (os error 22)",
  EIO: "Input/output error (os error 5)",
  EISDIR: "Is a directory (os error 21)",
  ELOOP: "Too many levels of symbolic links (os error 40)",
  EMFILE: "Too many open files (os error 24)",
  ENOENT: "No such file or directory (os error 2)",
  ENOSPC: "No space left on device (os error 28)",
  ENOTDIR: "Not a directory (os error 20)",
  ENOTEMPTY: "Directory not empty (os error 39)",
  EROFS: "Read-only file system (os error 30)",
};

function concerns(fault: Fault, path: string): boolean {
  if (fault.path === undefined) return true;
  return typeof fault.path === "string" ? fault.path === path : fault.path.test(path);
}
