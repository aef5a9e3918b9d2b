/**
 * Writes small programs that stand where an emulator is looked for: shell scripts that start in a millisecond and speak
 * as much QMP as a probe asks for, with the faults that a test wants.
 *
 * @module
 */

/** How the program behaves. */
export interface FakeQemuOptions {
  /** QEMU's target name. @default {"s390x"} */
  readonly target?: string;
  /** More answers, JSON text by command. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Ends with code 1 and a word on standard error when a command's line holds one of these texts. */
  readonly dieAt?: readonly string[];
  /** Says nothing more when a command's line holds this text. */
  readonly hangAt?: string;
  /** Types that it says to have. */
  readonly types?: readonly string[];
}

const GREETING = '{"QMP":{"version":{"qemu":{"major":7,"minor":2,"micro":5},"package":""},"capabilities":["oob"]}}';

const ANSWERS: Readonly<Record<string, string>> = {
  "qmp_capabilities": "{}",
  "query-version": '{"qemu":{"major":7,"minor":2,"micro":5},"package":"fake"}',
  "query-kvm": '{"enabled":false,"present":false}',
  "query-qmp-schema": "[]",
  "query-machines": '[{"name":"virt","is-default":true,"cpu-max":4,"deprecated":false}]',
  "query-cpu-definitions": "[]",
  "query-commands": "[]",
  "query-command-line-options": "[]",
  "query-migrate-capabilities": "[]",
  "device-list-properties": "[]",
  "qom-list-properties": "[]",
};

/** The shell text of an emulator that answers. */
export function fakeQemu(options: FakeQemuOptions = {}): string {
  const types = options.types ?? ["tcg-accel"];
  const answers = {
    ...ANSWERS,
    "query-target": `{"arch":"${options.target ?? "s390x"}"}`,
    "qom-list-types": JSON.stringify(types.map((name) => ({ name }))),
    ...options.answers,
  };
  const faults = [
    ...(options.dieAt ?? []).map((text) => `*'${text}'*) echo "cannot bear $line" >&2; exit 1 ;;`),
    ...(options.hangAt === undefined ? [] : [`*'${options.hangAt}'*) while :; do sleep 60; done ;;`]),
  ];
  const cases = Object.entries(answers).map(([command, value]) =>
    `*'"execute":"${command}"'*) printf '{"return":%s,"id":%s}\\r\\n' '${value}' "$id" ;;`
  );
  return `printf '%s\\r\\n' '${GREETING}'
while IFS= read -r line; do
  id=\${line##*'"id":'}
  id=\${id%%[,\\}]*}
  case $line in
    ${[...faults, ...cases].join("\n    ")}
    *) printf '{"error":{"class":"CommandNotFound","desc":"not here"},"id":%s}\\r\\n' "$id" ;;
  esac
done`;
}

/** Writes a shell script that anyone may run, and gives its path. */
export async function writeProgram(path: string, body: string): Promise<string> {
  await Deno.writeTextFile(path, `#!/bin/sh\n${body}\n`);
  await Deno.chmod(path, 0o755);
  return path;
}
