/**
 * The documents that the reference's own tests expect, and its schemas to judge ours by.
 *
 * @module
 */

/** One expected document. */
export interface ReferenceDocument {
  readonly name: string;
  readonly text: string;
}

/** Where the reference's source is unpacked. */
export function referenceSource(): string {
  return Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0";
}

/** Every XML file in a folder of the reference's tests, by name; or the reason why there is none. */
export async function referenceDocuments(folder: string): Promise<ReferenceDocument[] | string> {
  const path = `${referenceSource()}/tests/${folder}`;
  const documents: ReferenceDocument[] = [];
  try {
    for await (const { name, isFile } of Deno.readDir(path)) {
      if (isFile && name.endsWith(".xml")) documents.push({ name, text: await Deno.readTextFile(`${path}/${name}`) });
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return `there is no "${path}": unpack the reference's source package and set LIBVIRT_SOURCE`;
  }
  return documents.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** What xmllint says against the text under one of the reference's schemas; undefined where it is valid. */
export async function relaxNgProblem(schema: string, text: string): Promise<string | undefined> {
  const child = new Deno.Command("xmllint", {
    args: ["--noout", "--relaxng", `${referenceSource()}/src/conf/schemas/${schema}`, "-"],
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
  const { success, stderr } = await child.output();
  return success ? undefined : new TextDecoder().decode(stderr);
}

/** Why documents cannot be validated here; undefined where they can. */
export async function validatorMissing(): Promise<string | undefined> {
  try {
    await new Deno.Command("xmllint", { args: ["--version"], stdout: "null", stderr: "null" }).output();
    return undefined;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return "xmllint is not installed";
  }
}
