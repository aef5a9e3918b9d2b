/**
 * Memory and its page sizes.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { MemoryFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { parseHugePageName, parseKernelPageSize, parseMemTotal } from "./parse_meminfo.ts";
import { readArch } from "./read_cpu.ts";

const HUGE_PAGES = "/sys/kernel/mm/hugepages";

/** Pages of one huge size. */
export interface HugePages {
  readonly sizeKiB: number;
  readonly count: number;
}

/** Memory of the whole machine. */
export async function readMemory(host: Host, options: FactOptions = {}): Promise<MemoryFacts> {
  const files = new FactFiles(host, options);
  const totalKiB = await files.parsed("/proc/meminfo", parseMemTotal);
  const ordinary = await readPageSize(host, options);
  const huge = await readHugePages(files, HUGE_PAGES);
  return {
    ...(totalKiB === undefined ? {} : { totalKiB }),
    pageSizesKiB: [...(ordinary === undefined ? [] : [ordinary]), ...huge.map((pages) => pages.sizeKiB)],
  };
}

/** Size of an ordinary page in KiB; undefined where nothing tells it. */
export async function readPageSize(host: Host, options: FactOptions = {}): Promise<number | undefined> {
  const arch = await readArch(host, options);
  // These have one size; ARM and POWER kernels are built for one of several.
  if (arch === "x86_64" || arch === "i686" || arch === "s390x") return 4;
  const smaps = await new FactFiles(host, options).head("/proc/self/smaps", 4096);
  return smaps === undefined ? undefined : parseKernelPageSize(smaps);
}

/** The huge pages in a directory of them, in ascending size. */
export async function readHugePages(files: FactFiles, directory: string): Promise<HugePages[]> {
  const pages: HugePages[] = [];
  for (const name of await files.list(directory) ?? []) {
    const sizeKiB = parseHugePageName(name);
    if (sizeKiB === undefined) continue;
    pages.push({ sizeKiB, count: await files.integer(`${directory}/${name}/nr_hugepages`) ?? 0 });
  }
  return pages.sort((one, other) => one.sizeKiB - other.sizeKiB);
}
