/**
 * Tests that need something a machine may not have. Where it is missing they say `SKIP name: reason`; where
 * `LIVE_REQUIRED` names the kind (`LIVE_REQUIRED=qemu,reference`) that is a failure.
 *
 * @module
 */

/** What a live test needs. */
export type LiveKind =
  | "qemu"
  | "qemu10"
  | "reference"
  | "libvirtd"
  | "virsh"
  | "systemd"
  | "python"
  | "virt-install"
  | "virt-manager"
  | "exporter"
  | "go-libvirt"
  | "openssl"
  | "corpus"
  | "kvm"
  | "root";

/** Where the reference's daemon listens. */
export const LIBVIRTD_SOCKET = "/var/run/libvirt/libvirt-sock";
const GO_LIBVIRT = "/usr/share/gocode/src/github.com/digitalocean/go-libvirt";
const PYTHON_MODULE = "/usr/lib/python3/dist-packages/libvirt.py";

/** Runs the body where the machine has what it needs. */
export function liveTest(kind: LiveKind, name: string, body: () => Promise<void>): void {
  Deno.test(name, async () => {
    const missing = await whyMissing(kind);
    if (missing === undefined) return await body();
    if (isRequired(kind)) throw new Error(`Cannot run "${name}": ${missing}, and LIVE_REQUIRED names ${kind}`);
    console.log(`SKIP ${name}: ${missing}`);
  });
}

/** Whether a skip of this kind is a failure. */
export function isRequired(kind: LiveKind): boolean {
  return (Deno.env.get("LIVE_REQUIRED") ?? "").split(",").map((word) => word.trim()).includes(kind);
}

/** What is missing on this machine; undefined where nothing is. */
export async function whyMissing(kind: LiveKind): Promise<string | undefined> {
  switch (kind) {
    case "qemu":
      return await isThere(nativeEmulator()) ? undefined : `there is no ${nativeEmulator()}`;
    case "qemu10":
      return await isThere(qemu10()) ? undefined : `there is no ${qemu10()}; QEMU10_DIR says where it is unpacked`;
    case "reference":
      return await isThere("/usr/bin/virsh") ? undefined : "the reference implementation is not installed";
    case "libvirtd":
      return await answers(LIBVIRTD_SOCKET)
        ? undefined
        : `the reference's daemon does not listen at ${LIBVIRTD_SOCKET}`;
    case "virsh":
      return await isThere("/usr/bin/virsh") ? undefined : "virsh is not installed";
    case "systemd":
      return await isThere("/usr/bin/systemd-socket-activate") ? undefined : "systemd is not installed";
    case "virt-install":
      return await isThere("/usr/bin/virt-install") ? undefined : "virt-install is not installed";
    case "virt-manager":
      return await isThere("/usr/bin/virt-manager") && await isThere("/usr/bin/Xvfb")
        ? undefined
        : "virt-manager or Xvfb is not installed";
    case "exporter":
      return await isThere("/usr/bin/prometheus-libvirt-exporter")
        ? undefined
        : "the Prometheus exporter is not installed";
    case "go-libvirt":
      return await isThere(GO_LIBVIRT) && await isThere("/usr/bin/go") ? undefined : "go-libvirt is not installed";
    case "openssl":
      return await isThere("/usr/bin/openssl") ? undefined : "openssl is not installed";
    case "python":
      return await isThere(PYTHON_MODULE) ? undefined : "the reference's Python module is not installed";
    case "corpus":
      return await isThere(corpus()) ? undefined : `there is no ${corpus()}; LIBVIRT_SOURCE says where it is unpacked`;
    case "kvm":
      return await isThere("/dev/kvm") ? undefined : "there is no /dev/kvm";
    case "root":
      return Deno.uid() === 0 ? undefined : "it takes root";
  }
}

/** The emulator for guests of this machine's own architecture. */
export function nativeEmulator(): string {
  return `/usr/bin/qemu-system-${Deno.build.arch}`;
}

/** Where QEMU 10 was unpacked. */
function qemu10(): string {
  return `${Deno.env.get("QEMU10_DIR") ?? "/opt/qemu10"}/usr/bin/qemu-system-x86_64`;
}

/** The recorded conversations of the reference's source package. */
function corpus(): string {
  return `${Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0"}/tests/qemucapabilitiesdata`;
}

async function answers(path: string): Promise<boolean> {
  try {
    (await Deno.connect({ transport: "unix", path })).close();
    return true;
  } catch {
    return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch {
    return false;
  }
}
