/**
 * Programs that stand where emulators are looked for: one that answers, and those that do not.
 *
 * They are shell scripts without any other program, since the runs have an empty PATH.
 *
 * @module
 */

/** What the answering one says; the rest of the questions is refused as an older QEMU would. */
const ANSWERS: Readonly<Record<string, string>> = {
  "qmp_capabilities": "{}",
  "query-version": '{"qemu":{"major":7,"minor":2,"micro":5},"package":"fake"}',
  "query-kvm": '{"enabled":false,"present":false}',
  "query-qmp-schema": "[]",
  "qom-list-types": "[]",
  "query-machines":
    '[{"name":"virt-7.2","alias":"virt","is-default":true,"cpu-max":4,"hotpluggable-cpus":false,"numa-mem-supported":false,"deprecated":false}]',
  "query-cpu-definitions": '[{"name":"plain","typename":"plain-cpu","static":false,"deprecated":false}]',
  "quit": "{}",
};

const GREETING = '{"QMP":{"version":{"qemu":{"major":7,"minor":2,"micro":5},"package":""},"capabilities":["oob"]}}';

/** Writes an emulator that answers as one for this architecture. */
export async function writeAnswering(path: string, target: string): Promise<void> {
  const answers = { ...ANSWERS, "query-target": `{"arch":"${target}"}` };
  const cases = Object.entries(answers).map(([command, value]) =>
    `    *'"execute":"${command}"'*) printf '{"return":%s,"id":%s}\\n' '${value}' "$id" ;;`
  );
  await writeScript(
    path,
    `printf '%s\\n' '${GREETING}'
while IFS= read -r line; do
  id=\${line##*'"id":'}
  id=\${id%%[,\\}]*}
  case $line in
${cases.join("\n")}
    *) printf '{"error":{"class":"CommandNotFound","desc":"not here"},"id":%s}\\n' "$id" ;;
  esac
  case $line in *'"quit"'*) exit 0 ;; esac
done`,
  );
}

/** Writes a shell script that may be run by anyone. */
export async function writeScript(path: string, body: string): Promise<void> {
  await Deno.writeTextFile(path, `#!/bin/sh\n${body}\n`);
  await Deno.chmod(path, 0o755);
}
