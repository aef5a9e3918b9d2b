/**
 * A daemon of the reference that belongs to one test, in the session of an account that owns nothing: it can be killed.
 *
 * @module
 */

/** The account `nobody`. */
const NOBODY = 65_534;

/** A daemon that can be started again. */
export interface SessionDaemon extends AsyncDisposable {
  readonly socket: string;
  /** The test hypervisor behind it. */
  readonly uri: string;
  start(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts one; it takes root to become somebody else. */
export async function startSessionDaemon(): Promise<SessionDaemon> {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-libvirtd-" });
  await Deno.chown(folder, NOBODY, NOBODY);
  const socket = `${folder}/libvirt/libvirt-sock`;
  let child: Deno.ChildProcess | undefined;
  async function start(): Promise<void> {
    child = new Deno.Command("/usr/sbin/libvirtd", {
      env: { PATH: "/usr/sbin:/usr/bin:/bin", HOME: folder, XDG_RUNTIME_DIR: folder },
      clearEnv: true,
      uid: NOBODY,
      gid: NOBODY,
      cwd: "/",
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const end = performance.now() + 20_000;
    while (!await answers(socket)) {
      if (performance.now() > end) throw new Error(`No libvirtd listens at ${socket}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  async function kill(): Promise<void> {
    if (child === undefined) return;
    child.kill("SIGKILL");
    await child.status;
    child = undefined;
  }
  await start();
  return {
    socket,
    uri: `test+unix:///default?socket=${socket}`,
    start,
    kill,
    async [Symbol.asyncDispose](): Promise<void> {
      await kill();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function answers(path: string): Promise<boolean> {
  try {
    (await Deno.connect({ transport: "unix", path })).close();
    return true;
  } catch {
    return false;
  }
}
