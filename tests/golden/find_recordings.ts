/**
 * Where the recorded conversations of the reference are.
 *
 * @module
 */

import type { RecordedBinary } from "./replay_capabilities.ts";

/** Every recording, oldest version first; or the reason why there is none. */
export async function findRecordings(): Promise<RecordedBinary[] | string> {
  const source = Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0";
  const folder = `${source}/tests/qemucapabilitiesdata`;
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) names.push(name);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return `there is no "${folder}": unpack the reference's source package and set LIBVIRT_SOURCE`;
  }
  const found = names.sort().map((name) => /^caps_(\d+\.\d+\.\d+)\.(\w+)\.replies$/.exec(name));
  const reading = found.filter((match) => match !== null).map(async ([name, version = "", arch = ""]) => ({
    version,
    arch,
    replies: await Deno.readTextFile(`${folder}/${name}`),
    expected: await Deno.readTextFile(`${folder}/caps_${version}.${arch}.xml`),
  }));
  return await Promise.all(reading);
}
