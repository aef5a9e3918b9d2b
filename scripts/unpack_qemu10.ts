/**
 * Unpacks QEMU 10 of bookworm-backports beside the machine's own, for the live tests of kind `qemu10`:
 *
 *     deno run -A scripts/unpack_qemu10.ts [DIRECTORY]      default: $QEMU10_DIR, else /opt/qemu10
 *
 * Nothing is installed and apt's own state is not touched: packages are resolved and fetched by name with a state of
 * their own, unpacked into the directory, and each emulator is started by a small script with the libraries, firmware
 * and modules that came with it. Does nothing where that was done before. Takes about 450 MB.
 *
 * @module
 */

const PACKAGES = ["qemu-system-x86", "qemu-system-arm"];
const EMULATORS = ["qemu-system-x86_64", "qemu-system-aarch64"];
const RELEASE = "bookworm-backports";

async function run(argv: readonly [string, ...string[]]): Promise<void> {
  const [program, ...args] = argv;
  const { success, stderr } = await new Deno.Command(program, { args, stdout: "null", stderr: "piped" }).output();
  if (!success) throw new Error(`"${argv.join(" ")}" failed: ${new TextDecoder().decode(stderr).trim()}`);
}

/** The mirror that this machine uses for Debian already. */
async function findMirror(): Promise<string> {
  const files = ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"];
  for (const file of files) {
    const text = await Deno.readTextFile(file).catch(() => "");
    const found = /^URIs:\s*(\S+)/m.exec(text)?.[1] ?? /^deb\s+(?:\[[^\]]*\]\s*)?(\S+)/m.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`Cannot find this machine's Debian mirror in ${files.join(" or ")}`);
}

async function fetchPackages(state: string): Promise<string> {
  for (const folder of ["lists/partial", "cache/archives/partial"]) {
    await Deno.mkdir(`${state}/${folder}`, { recursive: true });
  }
  const mirror = await findMirror();
  const keys = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]";
  const sources = ["bookworm", RELEASE].map((suite) => `deb ${keys} ${mirror} ${suite} main\n`).join("");
  await Deno.writeTextFile(`${state}/sources.list`, sources);
  // An empty list of what is installed makes apt fetch every library too.
  await Deno.writeTextFile(`${state}/status`, "");
  const options = [
    `Dir::Etc::SourceList=${state}/sources.list`,
    "Dir::Etc::SourceParts=/dev/null",
    `Dir::State::Lists=${state}/lists`,
    `Dir::State::Status=${state}/status`,
    `Dir::Cache=${state}/cache`,
    "APT::Sandbox::User=root",
    "APT::Install-Recommends=false",
  ].flatMap((option) => ["-o", option]);
  await run(["apt-get", "-q", ...options, "update"]);
  await run(["apt-get", "-q", "-y", ...options, "-t", RELEASE, "--download-only", "install", ...PACKAGES]);
  return `${state}/cache/archives`;
}

async function wrap(root: string, emulator: string): Promise<void> {
  const real = `${root}/usr/libexec/${emulator}`;
  await Deno.mkdir(`${root}/usr/libexec`, { recursive: true });
  await Deno.rename(`${root}/usr/bin/${emulator}`, real);
  const multiarch = `${Deno.build.arch}-linux-gnu`;
  const loader = Deno.build.arch === "aarch64" ? "lib/ld-linux-aarch64.so.1" : "lib64/ld-linux-x86-64.so.2";
  const libraries = [`usr/lib/${multiarch}`, `lib/${multiarch}`, `usr/lib/${multiarch}/pulseaudio`];
  const lines = [
    "#!/bin/sh",
    `export QEMU_MODULE_DIR=${root}/usr/lib/${multiarch}/qemu`,
    `exec ${root}/${loader} --library-path ${libraries.map((path) => `${root}/${path}`).join(":")} \\`,
    `  ${real} -L ${root}/usr/share/qemu -L ${root}/usr/share/seabios "$@"`,
  ];
  await Deno.writeTextFile(`${root}/usr/bin/${emulator}`, `${lines.join("\n")}\n`);
  await Deno.chmod(`${root}/usr/bin/${emulator}`, 0o755);
}

/**
 * Keeps the modules of an emulator that is installed from this one, which looks for those it lacks in the system's
 * folder and dies of another build's: an empty file in its own folder is a module that cannot be opened.
 */
async function shieldModules(root: string): Promise<void> {
  const folder = `usr/lib/${Deno.build.arch}-linux-gnu/qemu`;
  const installed = await Array.fromAsync(Deno.readDir(`/${folder}`)).catch(() => []);
  for (const { name } of installed.filter((entry) => entry.name.endsWith(".so"))) {
    const path = `${root}/${folder}/${name}`;
    if (!await Deno.stat(path).then(() => true, () => false)) await Deno.writeTextFile(path, "");
  }
}

if (import.meta.main) {
  const root = Deno.args[0] ?? Deno.env.get("QEMU10_DIR") ?? "/opt/qemu10";
  const done = `${root}/.unpacked`;
  if (await Deno.stat(done).then(() => true, () => false)) {
    await shieldModules(root);
    console.log(`QEMU 10 is in ${root} already`);
    Deno.exit(0);
  }
  const state = await Deno.makeTempDir({ prefix: "qemu10-apt-" });
  try {
    const archives = await fetchPackages(state);
    const packages = (await Array.fromAsync(Deno.readDir(archives))).filter(({ name }) => name.endsWith(".deb"));
    await Deno.mkdir(root, { recursive: true });
    for (const { name } of packages) await run(["dpkg", "-x", `${archives}/${name}`, root]);
    for (const emulator of EMULATORS) await wrap(root, emulator);
    await shieldModules(root);
    await Deno.writeTextFile(done, "");
    console.log(`Unpacked QEMU 10 from ${packages.length} packages into ${root}`);
  } finally {
    await Deno.remove(state, { recursive: true });
  }
}
