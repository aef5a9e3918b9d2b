/**
 * Holds documents to the reference's RELAX NG schemas with xmllint, many in one run.
 *
 * @module
 */

/** Where the reference's package puts its schemas. */
const SCHEMAS = "/usr/share/libvirt/schemas";

/** What is wrong with each file, undefined where it is valid. */
export async function validateFiles(
  schema: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const verdicts = new Map<string, string | undefined>();
  if (files.length === 0) return verdicts;
  const { stderr } = await new Deno.Command("xmllint", {
    args: ["--noout", "--relaxng", `${SCHEMAS}/${schema}`, ...files],
    stdout: "null",
    stderr: "piped",
  }).output();
  let complaint = "";
  for (const line of new TextDecoder().decode(stderr).split("\n")) {
    const verdict = /^(.*) (validates|fails to validate)$/.exec(line);
    if (verdict === null) {
      complaint = complaint || line;
      continue;
    }
    verdicts.set(verdict[1] ?? "", verdict[2] === "validates" ? undefined : complaint);
    complaint = "";
  }
  for (const file of files) {
    if (!verdicts.has(file)) verdicts.set(file, "it is not well-formed");
  }
  return verdicts;
}

/** The same for texts, by their name. */
export async function validateTexts(
  schema: string,
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string | undefined>> {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-corpus-" });
  try {
    const names = new Map<string, string>();
    for (const [name, text] of texts) {
      const path = `${folder}/${name}`;
      await Deno.writeTextFile(path, text);
      names.set(path, name);
    }
    const verdicts = await validateFiles(schema, [...names.keys()]);
    return new Map([...verdicts].map(([path, reason]) => [names.get(path) ?? path, reason?.replaceAll(folder, "")]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
