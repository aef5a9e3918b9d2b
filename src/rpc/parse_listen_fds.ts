/**
 * The sockets that systemd hands to a service it starts: sd_listen_fds(3).
 *
 * @module
 */

/** A listening socket that was inherited. */
export interface InheritedSocket {
  readonly fd: number;
  /** Whether its name says that it is for readers: `libvirt-sock-ro`, `innkeeper-libvirt-ro.socket`. */
  readonly readOnly: boolean;
}

/** Where the environment is read. */
export interface ListenEnvironment {
  readonly pid: number;
  get(name: string): string | undefined;
}

const FIRST_FD = 3;
/** More than any unit has; what a broken environment says is not believed. */
const MAX_SOCKETS = 64;

/** The sockets of this process; none where the environment is meant for another. */
export function parseListenFds({ pid, get }: ListenEnvironment): readonly InheritedSocket[] {
  const count = Number(get("LISTEN_FDS") ?? 0);
  if (get("LISTEN_PID") !== String(pid) || !Number.isInteger(count) || count < 1 || count > MAX_SOCKETS) return [];
  const names = (get("LISTEN_FDNAMES") ?? "").split(":");
  return Array.from({ length: count }, (_, index) => ({
    fd: FIRST_FD + index,
    readOnly: /-ro(\.socket)?$/.test(names[index] ?? ""),
  }));
}
