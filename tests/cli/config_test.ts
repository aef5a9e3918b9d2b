import assert from "node:assert/strict";
import { type CliHome, makeHome } from "./run_innkeeper.ts";

/** Wrong configuration files, each with what is said of it. */
const WRONG: readonly { readonly toml: string; readonly says: RegExp }[] = [
  {
    toml: '[cache]\n\ndirectroy = "/x"\n',
    says: /\.toml:3: there is no key "cache\.directroy": did you mean "cache\.directory"\?/,
  },
  { toml: '\ndirectory = "/x"\n', says: /\.toml:2: there is no key "directory": did you mean "cache\.directory"\?/ },
  { toml: "[frobnicate]\nx = 1\n", says: /\.toml:2: there is no key "frobnicate\.x": see "innkeeper help config"/ },
  { toml: "[frobnicate]\n", says: /\.toml:1: there is no key "frobnicate"/ },
  { toml: '[probe]\nworkers = "many"\n', says: /\.toml:2: "probe\.workers" takes a number, but is "many"/ },
  { toml: "[probe]\nworkers = 1.5\n", says: /\.toml:2: "probe\.workers" takes a whole number, but is 1\.5/ },
  { toml: "[probe]\nworkers = -1\n", says: /\.toml:2: "probe\.workers" takes a number from 0 to 256, but is -1/ },
  {
    toml: "[probe]\ndeadline = nan\n",
    says: /\.toml:2: "probe\.deadline" takes a number from 0\.1 to 600, but is NaN/,
  },
  {
    toml: "[probe]\nemulators = [\n  1,\n]\n",
    says: /\.toml:2: "probe\.emulators" takes a list of paths, but is a list/,
  },
  { toml: '[probe]\nemulators = ["qemu"]\n', says: /"probe\.emulators" takes paths, each that begins with "\/"/ },
  {
    toml: '[cache]\ndirectory = "here"\n',
    says: /"cache\.directory" takes a path that begins with "\/", but is "here"/,
  },
  {
    toml: "[cache]\ndirectory = { a = 1 }\n",
    says: /\.toml:2: "cache\.directory" takes text in quotes, but is a table/,
  },
  { toml: "cache = 3\n", says: /\.toml:1: there is no key "cache"/ },
  { toml: "[agent]\nsocket_mode = 660\n", says: /"agent\.socket_mode" takes an octal mode in quotes/ },
  { toml: '[agent]\nsocket_mode = "0999"\n', says: /takes an octal mode like "0660", but is "0999"/ },
  { toml: '[agent]\nlisten = "0.0.0.0:80"\n', says: /takes a loopback address and a port/ },
  { toml: '[agent]\nlisten = "127.0.0.1:99999"\n', says: /takes a loopback address and a port/ },
  { toml: '[log]\nlevel = "loud"\n', says: /"log\.level" takes debug, info, warn, error, but is "loud"/ },
  { toml: "[cache\n", says: /\.toml:1: not valid TOML: / },
  { toml: 'uri = "a"\nuri = "b"\n', says: /\.toml:2: not valid TOML: / },
  { toml: "# \u0000\n", says: /\.toml:1: not valid TOML: / },
  { toml: 'x = """\nlong\ntext"""\n\n[log]\nformat = 1\n', says: /\.toml:1: there is no key "x".*and 1 more/ },
];

for (const { toml, says } of WRONG) {
  Deno.test(`a configuration of ${JSON.stringify(toml)} is refused with its line`, async () => {
    await using home = await makeHome();
    await Deno.writeTextFile(home.config, toml);
    const { code, stdout, stderr } = await home.run(["capabilities", "-c", "test:///default"]);
    assert.equal(code, 3, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, says);
    assert.ok(stderr.startsWith(`innkeeper: ${home.path}`), stderr);
    assert.equal(stderr.trimEnd().split("\n").length, 1);
  });
}

Deno.test("--check-config says all that is wrong, and where every value comes from", async () => {
  await using home = await makeHome();
  await Deno.writeTextFile(home.config, 'x = """\nlong\ntext"""\n\n[log]\nformat = 1\n');
  const wrong = await home.run(["--check-config"]);
  assert.equal(wrong.code, 3);
  assert.match(wrong.stderr, /:1: there is no key "x".*\n.*:6: "log\.format" takes text in quotes, but is 1\n$/);

  await Deno.writeTextFile(home.config, "[probe]\nworkers = 3\ndeadline = 5\n\n[log]\nlevel = 'warn'\n");
  await Deno.mkdir(`${home.path}/conf.d`);
  await Deno.writeTextFile(`${home.path}/conf.d/10-a.toml`, "probe.deadline = 6\nprobe.workers = 4\n");
  await Deno.writeTextFile(`${home.path}/conf.d/20-b.toml`, "probe = { workers = 5 }\n");
  await Deno.writeTextFile(`${home.path}/conf.d/30-c.conf`, "this is not read");
  const right = await home.run(
    ["probe", "--check-config", "--set", "log.format=json", "--connect", "test:///default"],
    {
      env: { INNKEEPER_PROBE_DEADLINE: "7.5" },
    },
  );
  assert.equal(right.code, 0, right.stderr);
  const rows = new Map(right.stdout.trimEnd().split("\n").map((line) => [line.split(/\s+/)[0], line]));
  assert.match(rows.get("probe.workers") ?? "", / 5 +\S+\/conf\.d\/20-b\.toml:1$/);
  assert.match(rows.get("probe.deadline") ?? "", / 7\.5 +environment INNKEEPER_PROBE_DEADLINE$/);
  assert.match(rows.get("log.level") ?? "", / "warn" +\S+innkeeper\.toml:6$/);
  assert.match(rows.get("log.format") ?? "", / "json" +option --set$/);
  assert.match(rows.get("uri") ?? "", / "test:\/\/\/default" +option --connect$/);
  assert.match(rows.get("agent.revalidate") ?? "", / 60 +default$/);
});

/** Configurations that cannot be had at all. */
const UNREADABLE: readonly {
  readonly title: string;
  readonly says: RegExp;
  prepare(home: CliHome): Promise<readonly string[]>;
}[] = [
  {
    title: "a file that was named but is not there",
    says: /nowhere\.toml: there is no such configuration file/,
    prepare: (home) => Promise.resolve(["--config", `${home.path}/nowhere.toml`]),
  },
  {
    title: "a directory in place of the file",
    says: /innkeeper\.toml: cannot be read: /,
    prepare: async (home) => {
      await Deno.remove(home.config);
      await Deno.mkdir(home.config);
      return [];
    },
  },
  {
    title: "a symlink loop",
    says: /innkeeper\.toml: cannot be read: /,
    prepare: async (home) => {
      await Deno.remove(home.config);
      await Deno.symlink(home.config, home.config);
      return [];
    },
  },
  {
    title: "a file of several megabytes",
    says: /innkeeper\.toml: cannot be read: .*larger than 1048576 bytes/,
    prepare: async (home) => {
      await Deno.writeTextFile(home.config, "#".repeat(3 << 20));
      return [];
    },
  },
  {
    title: "a value in the environment that does not fit",
    says: /environment INNKEEPER_PROBE_WORKERS: "probe\.workers" takes a number, but is "x"/,
    prepare: (_home) => Promise.resolve(["--set", "log.level=info"]),
  },
  {
    title: "an option that names no key",
    says: /option --set: there is no key "probe\.worker": did you mean "probe\.workers"\?/,
    prepare: (_home) => Promise.resolve(["--set", "probe.worker=1"]),
  },
];

for (const { title, says, prepare } of UNREADABLE) {
  Deno.test(`a configuration with ${title} is refused`, async () => {
    await using home = await makeHome();
    const args = await prepare(home);
    const env: Record<string, string> = title.includes("environment") ? { INNKEEPER_PROBE_WORKERS: "x" } : {};
    const { code, stderr } = await home.run(["probe", ...args], { env });
    assert.equal(code, 3, stderr);
    assert.match(stderr, says);
  });
}

Deno.test({
  name: "a configuration that this user may not read is refused",
  // Another user is needed, and only root can be one.
  ignore: Deno.uid() !== 0,
  fn: async () => {
    await using home = await makeHome();
    await Deno.chmod(home.path, 0o755);
    await Deno.chmod(home.config, 0o600);
    const nobody = { uid: 65_534, gid: 65_534 };
    if ((await home.run(["--version"], nobody)).code !== 0) {
      console.log("SKIP a configuration that this user may not read: another user may not run the program here");
      return;
    }
    const { code, stderr } = await home.run(["probe"], nobody);
    assert.equal(code, 3, stderr);
    assert.match(stderr, /innkeeper\.toml: cannot be read: .*[Pp]ermission denied/);
  },
});

Deno.test("help, version and doctor work with a broken configuration", async () => {
  await using home = await makeHome();
  await Deno.writeTextFile(home.config, "nonsense");
  assert.equal((await home.run(["help", "config"])).code, 0);
  assert.equal((await home.run(["version"])).code, 0);
  const { code, stdout } = await home.run(["doctor"]);
  assert.equal(code, 1);
  assert.match(stdout, /error +configuration: .*innkeeper\.toml:1: not valid TOML/);
});
