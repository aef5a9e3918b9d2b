/**
 * What a guest's CPU can have on this host: which expansions are asked for, and what is made of the answers.
 *
 * @module
 */

import type { HostCpuModel, HypervCapability } from "./capabilities.ts";
import type { Conversation } from "./conversation.ts";
import { type ExpandedModel, hostCpuModel, parseCpuExpansion } from "./parse_cpu_expansion.ts";
import { parseHyperv } from "./parse_hyperv.ts";

/** What the expansions gave. */
export interface HostCpuAnswer {
  readonly hostCpu?: HostCpuModel;
  readonly hyperv?: HypervCapability;
}

/** Which CPU is asked about. */
export interface HostCpuOptions {
  /** In libvirt's words. */
  readonly arch: string;
  /** True where an accelerator runs the guests, on the host's own CPU. */
  readonly accelerated: boolean;
}

type Expansion = "static" | "full";

/** Asks for every expansion at once and awaits them all. */
export async function askHostCpu(conversation: Conversation, options: HostCpuOptions): Promise<HostCpuAnswer> {
  const { arch, accelerated } = options;
  const x86 = arch === "x86_64" || arch === "i686";
  const arm = arch === "aarch64" || arch.startsWith("armv");
  const name = accelerated ? "host" : "max";
  const everything = { migratable: false };
  const [migratable, all, enlightened, full] = await Promise.all([
    expandHost(conversation, arch, { name }),
    x86 ? expandHost(conversation, arch, { name, props: everything }) : undefined,
    accelerated && (x86 || arm)
      ? expand(conversation, "full", { name, props: { ...everything, "hv-passthrough": true } })
      : undefined,
    // The full expansion names every feature that has had its day.
    arch === "s390x" ? expand(conversation, "full", { name }) : undefined,
  ]);
  const hyperv = enlightened && parseHyperv(enlightened.properties);
  const deprecated = full?.deprecatedFeatures;
  return {
    ...migratable !== undefined && {
      hostCpu: {
        ...hostCpuModel(migratable, all),
        ...deprecated !== undefined && { deprecatedFeatures: deprecated },
      },
    },
    ...hyperv !== undefined && { hyperv },
  };
}

async function expandHost(
  conversation: Conversation,
  arch: string,
  model: Readonly<Record<string, unknown>>,
): Promise<ExpandedModel | undefined> {
  // ARM has no static models.
  const first: Expansion = arch === "aarch64" || arch.startsWith("armv") ? "full" : "static";
  const expanded = await expand(conversation, first, model);
  // The i386 binary tells all spellings of a feature only when its own answer is expanded once more.
  if (expanded === undefined || arch !== "i686") return expanded;
  const props = Object.fromEntries(expanded.properties.map((property) => [property.name, property.value]));
  return await expand(conversation, "full", { name: expanded.name, props });
}

function expand(
  conversation: Conversation,
  type: Expansion,
  model: Readonly<Record<string, unknown>>,
): Promise<ExpandedModel | undefined> {
  return conversation.ask({
    command: "query-cpu-model-expansion",
    args: { type, model },
    subject: `${type} ${model["name"]}`,
    // Listed everywhere, implemented for some architectures, and "host" only where it can be asked about.
    absentWhen: ["CommandNotFound", "GenericError"],
  }, parseCpuExpansion);
}
