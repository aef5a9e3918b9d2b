/**
 * The two documents, made from what is known of the emulators and of the host at the moment of the question.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { CapabilitiesDocument } from "../../conf/capabilities/document.ts";
import type { DomainCapabilitiesDocument } from "../../conf/domain_capabilities/document.ts";
import type { Host } from "../../host/host.ts";
import { readGuestFacts, readMachineFacts } from "../../host/read_host_facts.ts";
import { VirtError } from "../../model/error.ts";
import type { CapabilitiesPart, DomainCapabilitiesQuery, ReadOptions } from "../contract.ts";
import { buildCapabilities } from "./build_capabilities.ts";
import { buildDomainCapabilities } from "./build_domain_capabilities.ts";
import { chooseDomain, chooseEmulator, type EmulatorCandidate } from "./choose_domain.ts";
import { CpuDescriber } from "./describe_cpus.ts";
import { DEFAULT_LOADERS, describeDomainHost, describeHost, type GuestOwner } from "./describe_host.ts";
import type { EmulatorService } from "./emulator_service.ts";
import { isArchitecture } from "../../model/architecture.ts";
import type { EmulatorsFound } from "./prober.ts";
import type { SwtpmService } from "./swtpm_versions.ts";

/** What the part is made of. */
export interface CapabilitiesParts {
  readonly host: Host;
  readonly emulators: EmulatorService;
  readonly swtpm: SwtpmService;
  /** Where the machine's `/proc`, `/sys` and `/dev` are. */
  readonly root: string;
  /** Whether only emulators that were found may be started. */
  readonly foundOnly: boolean;
  /** Who guests run as; absent where they run as whoever asks. */
  readonly owner: () => Promise<GuestOwner | undefined>;
}

/** Makes the documents. */
export class QemuCapabilitiesPart implements CapabilitiesPart {
  readonly #parts: CapabilitiesParts;
  readonly #cpus = new CpuDescriber();

  constructor(parts: CapabilitiesParts) {
    this.#parts = parts;
  }

  /** The host's document: needs every emulator; one that cannot be probed is left out. */
  async host(options: ReadOptions = {}): Promise<CapabilitiesDocument> {
    const { host, root } = this.#parts;
    const [known, facts, owner] = await Promise.all([
      this.#parts.emulators.summaries(options),
      readMachineFacts(host, { root }),
      this.#parts.owner(),
    ]);
    return buildCapabilities({
      hostArch: facts.arch,
      hostFacts: describeHost(facts, defined({ owner })),
      hostCpu: this.#cpus.describeHost(facts),
      emulators: known.map(({ emulator }) => emulator),
    });
  }

  /** A guest's document: waits for the one emulator that is asked about. */
  async domain(query: DomainCapabilitiesQuery, options: ReadOptions = {}): Promise<DomainCapabilitiesDocument> {
    const { emulators, swtpm, host, root } = this.#parts;
    const hostArch = host.env.arch;
    const found = await emulators.find(options);
    const { emulator, arch } = chooseEmulator(query, await this.#candidates(query, found), { hostArch });
    this.#refuseUnknown(emulator, found);
    const [{ value: { capabilities } }, facts, versions, vfio, defaultLoaders] = await Promise.all([
      emulators.knowledge(emulator, options),
      readGuestFacts(host, { root }),
      swtpm.versions(defined({ signal: options.signal })),
      this.#isThere(["/dev/vfio/vfio"]),
      this.#isThere(DEFAULT_LOADERS),
    ]);
    const guest = chooseDomain(query, capabilities, { arch });
    return buildDomainCapabilities({
      capabilities,
      arch,
      ...guest,
      ...this.#cpus.describeGuest({ capabilities, arch, virtType: guest.virtType }, facts),
      hostFacts: describeDomainHost(facts, {
        vfioDevice: vfio.length > 0,
        defaultLoaders,
        ...defined({ swtpm: versions }),
      }),
    });
  }

  /**
   * By the names of the programs; an architecture that libvirt has no name for is found by what the emulators said of
   * themselves, where they were asked.
   */
  async #candidates(
    query: DomainCapabilitiesQuery,
    found: EmulatorsFound,
  ): Promise<readonly EmulatorCandidate[]> {
    const paths = found.emulators.map(({ path }) => path);
    const byName = query.arch === undefined || isArchitecture(query.arch);
    if (byName) return paths.map((emulator) => ({ emulator }));
    const verdicts = await this.#parts.emulators.store.check(paths);
    return paths.map((emulator) => {
      const verdict = verdicts.get(emulator);
      const row = verdict !== undefined && "row" in verdict ? verdict.row : undefined;
      return { emulator, arch: row?.summary.emulator.arch ?? archOfName(emulator) };
    });
  }

  /** To probe is to start: who may only read starts nothing that the host's owner has not installed or configured. */
  #refuseUnknown(emulator: string, found: EmulatorsFound): void {
    const known = [...found.emulators, ...found.unusable].some(({ path }) => path === emulator);
    if (known || !this.#parts.foundOnly) return;
    throw new VirtError("VIR_ERR_OPERATION_DENIED", `read only access prevents starting ${emulator}`, {
      domain: "VIR_FROM_QEMU",
      hint: "Name it in the configuration (probe.emulators), or connect with write access",
    });
  }

  async #isThere(paths: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(
      paths.map(async (path) => await this.#parts.host.files.stat(this.#parts.root + path) === undefined ? [] : [path]),
    );
    return found.flat();
  }
}

/** What its name says it runs, while nothing else is known of it. */
function archOfName(emulator: string): string {
  return emulator.slice(emulator.lastIndexOf("/") + 1).replace(/^qemu-system-/, "");
}
