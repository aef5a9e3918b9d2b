/**
 * Programs that lead to a server: for `ext`, and for `ssh` one that runs on this machine what it should run on another.
 *
 * @module
 */

/** A directory with programs. */
export interface Programs extends AsyncDisposable {
  readonly folder: string;
  /** Writes a program, and gives its path. */
  write(name: string, script: string): Promise<string>;
  /** What the fake ssh was called with, a line a call. */
  calls(): Promise<string>;
}

/** Makes the directory. */
export async function makePrograms(): Promise<Programs> {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-ways-" });
  return {
    folder,
    async write(name, script): Promise<string> {
      const path = `${folder}/${name}`;
      await Deno.writeTextFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      return path;
    },
    calls: () => Deno.readTextFile(`${folder}/calls`),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** An ssh that notes its arguments and runs the last one here, as a login shell there would. */
export function writeFakeSsh(programs: Programs): Promise<string> {
  return programs.write(
    "ssh",
    `echo "$*" >> ${programs.folder}/calls\nfor word; do last=$word; done\nexec /bin/sh -c "$last"`,
  );
}
