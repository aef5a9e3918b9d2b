/**
 * Which configuration a command changes where it was not said.
 *
 * @module
 */

import type { Domain, DomainAffectFlags } from "../../api/mod.ts";
import type { Words } from "./words.ts";

/** As it was said; otherwise the running guest, where it runs. */
export async function affectNow(domain: Domain, words: Words): Promise<DomainAffectFlags> {
  const flags = words.affect();
  if (words.has("current") || flags.live || flags.config) return flags;
  return await domain.isActive() ? { live: true } : {};
}

/** The same with `--persistent`: now where it runs, and from the next start on. */
export async function affectDevice(domain: Domain, words: Words): Promise<DomainAffectFlags> {
  words.exclusive("persistent", "current");
  const flags = words.affect();
  if (!words.has("persistent") && !words.has("config")) return flags;
  const live = flags.live || (words.has("persistent") && await domain.isActive());
  return live ? { live: true, config: true } : { config: true };
}
