/**
 * What the QMP schema of one binary said, for its sisters. The answer to `query-qmp-schema` takes QEMU a third of a
 * whole probe, and the binaries of one build give the same one: so the first is asked, and the others take
 * what she said.
 *
 * Sisters are binaries of the same folder with the same version, a package string that is not empty, the same commands
 * and the same command-line options. The schema describes just these commands; what the build was configured with
 * shows in them, and which commands a target has of its own as well. A binary that differs in any of it is asked itself.
 *
 * @module
 */

/** What makes two binaries sisters. */
export interface SisterhoodEvidence {
  /** The folder that the binary is in. */
  readonly folder: string;
  readonly version: number;
  readonly package?: string;
  readonly commands: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Kept for the time of one round of probes. */
export class SchemaShelf {
  readonly #answers = new Map<string, ReadonlySet<string>>();

  /** Whether no binary has answered yet. */
  get isEmpty(): boolean {
    return this.#answers.size === 0;
  }

  /**
   * The flags that follow from the schema: those of a sister that has answered, or else those that `ask` finds out.
   * Nobody waits for a sister that is still being asked: she might hang.
   */
  async take(
    evidence: SisterhoodEvidence,
    ask: () => Promise<ReadonlySet<string> | undefined>,
  ): Promise<ReadonlySet<string> | undefined> {
    const key = sisterhood(evidence);
    const known = key && this.#answers.get(key);
    if (known) return known;
    const answer = await ask();
    if (key !== undefined && answer !== undefined) this.#answers.set(key, answer);
    return answer;
  }
}

function sisterhood(evidence: SisterhoodEvidence): string | undefined {
  if (evidence.package === undefined || evidence.commands.size === 0) return undefined;
  const options = [...evidence.options].map(([option, parameters]) => [option, ...[...parameters].sort()].join(" "));
  const { folder, version } = evidence;
  return JSON.stringify([folder, version, evidence.package, [...evidence.commands].sort(), options.sort()]);
}
