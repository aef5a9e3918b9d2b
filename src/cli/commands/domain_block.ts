/**
 * The commands on the disks of running guests: pulling, committing, copying, resizing, and the jobs that do it.
 *
 * @module
 */

import type { Domain } from "../../api/mod.ts";
import { defined } from "../../base/defined.ts";
import { escapeXml } from "../../conf/xml/xml_writer.ts";
import type { Command } from "../command.ts";
import { CliError, UsageError } from "../failure.ts";
import { type Answer, dashed, done, remark, verbatim } from "../objects/answer.ts";
import { flag, maybe, named, word } from "../objects/arguments.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { type Call, on } from "../objects/object_command.ts";
import { prettySize, toKib } from "../objects/sizes.ts";
import { readInput, type Words } from "../objects/words.ts";
import { delay } from "../objects/delay.ts";

const PATH = word("path", "Target or source of the disk");
const BANDWIDTH = maybe("bandwidth", "At most so many MiB a second", { type: "number" });
const BYTES = flag("bytes", "The bandwidth counts bytes a second");
const WAIT = [
  flag("wait", "Wait for its end"),
  named("timeout", "Wait so many seconds at most, then abort it", { type: "number" }),
];

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  blockpull: on(DOMAIN, {
    arguments: [
      PATH,
      BANDWIDTH,
      maybe("base", "What stays below"),
      flag("keep-relative", "Keep relative names"),
      BYTES,
      ...WAIT,
    ],
    failure: "Failed to pull a disk of",
    run: async (domain, call) => {
      const { words } = call;
      const [path, base] = [words.required("path"), words.text("base")];
      const flags = words.flags({ bandwidthBytes: "bytes", relative: "keep-relative" });
      const bandwidth = words.integer("bandwidth") ?? 0;
      if (base === undefined && !flags.relative) {
        await domain.blockJobs.pull(path, { bandwidth, flags: words.flags({ bandwidthBytes: "bytes" }) });
      } else await domain.blockJobs.rebase(path, { bandwidth, flags, ...defined({ base }) });
      return await ended(domain, call, { started: "Block Pull started", finished: "Pull complete" });
    },
  }),
  blockcommit: on(DOMAIN, {
    arguments: [
      PATH,
      BANDWIDTH,
      maybe("base", "What the data go into"),
      maybe("top", "Where the data come from"),
      flag("shallow", "Into the image right below"),
      flag("active", "The image in use, too"),
      flag("delete", "Delete what was committed"),
      flag("pivot", "Use the base from then on"),
      flag("keep-overlay", "Keep the image in use"),
      flag("keep-relative", "Keep relative names"),
      BYTES,
      ...WAIT,
    ],
    failure: "Failed to commit a disk of",
    run: async (domain, call) => {
      const { words } = call;
      words.exclusive("pivot", "keep-overlay");
      const active = words.has("active") || words.has("pivot") || words.has("keep-overlay");
      const flags = words.flags({
        shallow: "shallow",
        delete: "delete",
        relative: "keep-relative",
        bandwidthBytes: "bytes",
      });
      await domain.blockJobs.commit(words.required("path"), {
        bandwidth: words.integer("bandwidth") ?? 0,
        flags: active ? { ...flags, active } : flags,
        ...defined({ base: words.text("base"), top: words.text("top") }),
      });
      const started = active ? "Active Block Commit started" : "Block Commit started";
      return await ended(domain, call, { started, finished: "Commit complete", ready: active });
    },
  }),
  blockcopy: on(DOMAIN, {
    arguments: [
      PATH,
      maybe("dest", "The file that is written"),
      BANDWIDTH,
      flag("shallow", "The image in use, and not what is below it"),
      flag("reuse-external", "Write to a file that is there"),
      flag("blockdev", "The destination is a device"),
      maybe("xml", "File with the <disk> that is written"),
      maybe("format", "Format of the destination"),
      maybe("granularity", "Bytes that are copied at once", { type: "number" }),
      maybe("buf-size", "Bytes that are under way at most", { type: "number" }),
      BYTES,
      flag("transient-job", "The job is forgotten when the guest stops"),
      flag("synchronous-writes", "Writes of the guest go to both at once"),
      flag("pivot", "Use the copy from then on"),
      flag("finish", "Use the source from then on"),
      flag("print-xml", "Print the document, and do nothing"),
      ...WAIT,
    ],
    failure: "Failed to copy a disk of",
    run: copy,
  }),
  blockjob: on(DOMAIN, {
    arguments: [
      PATH,
      flag("abort", "Abort the job"),
      flag("async", "Abort it, and do not wait"),
      flag("pivot", "Conclude it: use the other image from now on"),
      flag("info", "Say how far it is"),
      BYTES,
      flag("raw", "Its fields, not a sentence"),
      maybe("bandwidth", "At most so many MiB a second", { type: "number" }),
    ],
    failure: "Failed to look at the job on a disk of",
    run: async (domain, { words }) => {
      const path = words.required("path");
      const speed = words.integer("bandwidth");
      if (words.has("abort") || words.has("async") || words.has("pivot")) {
        await domain.blockJobs.abort(path, words.flags({ async: "async", pivot: "pivot" }));
        return done("");
      }
      if (speed !== undefined) {
        await domain.blockJobs.setSpeed(path, { bandwidth: speed, ...(words.has("bytes") && { bytes: true }) });
        return done("");
      }
      return await jobInfo(domain, path, words);
    },
  }),
  blockresize: on(DOMAIN, {
    arguments: [PATH, word("size", "Its new size, as 20GiB; a number counts KiB", { type: "size" })],
    failure: "Failed to resize a disk of",
    run: async (domain, { words }) => {
      const bytes = words.bytes("size", 1024) ?? 0;
      const whole = BigInt(bytes) % 1024n === 0n;
      const change = whole ? { size: toKib(bytes), flags: {} } : { size: bytes, flags: { bytes: true } };
      await domain.blockJobs.resize(words.required("path"), change);
      return remark(`Block device '${words.required("path")}' is resized`);
    },
  }),
  domblkthreshold: on(DOMAIN, {
    arguments: [word("dev", "Target of the disk"), word("threshold", "Bytes, or a size as 10G", { type: "size" })],
    failure: "Failed to set the threshold of a disk of",
    run: async (domain, { words }) => {
      await domain.blockJobs.setThreshold(words.required("dev"), words.bytes("threshold", 1) ?? 0);
      return done("");
    },
  }),
};

async function copy(domain: Domain, call: Call): Promise<Answer> {
  const { words } = call;
  words.exclusive("dest", "xml");
  words.exclusive("pivot", "finish");
  const [path, dest] = [words.text("xml"), words.text("dest")];
  if (path === undefined && dest === undefined) throw new UsageError("Either --dest or --xml is needed");
  const target = path === undefined ? diskOf(dest ?? "", words) : new TextDecoder().decode(await readInput(path));
  if (words.has("print-xml")) return verbatim(target);
  const bandwidth = words.integer("bandwidth");
  const factor = words.has("bytes") ? 1n : 1024n * 1024n;
  await domain.blockJobs.copy(words.required("path"), {
    target,
    parameters: defined({
      bandwidth: bandwidth === undefined ? undefined : Number(BigInt(bandwidth) * factor),
      granularity: words.number("granularity"),
      "buf-size": words.integer("buf-size"),
    }),
    flags: words.flags({
      shallow: "shallow",
      reuseExt: "reuse-external",
      transientJob: "transient-job",
      synchronousWrites: "synchronous-writes",
    }),
  });
  return await ended(domain, call, { started: "Block Copy started", finished: "Copy complete", ready: true });
}

function diskOf(dest: string, words: Words): string {
  const [type, attribute] = words.has("blockdev") ? ["block", "dev"] : ["file", "file"];
  const format = words.text("format");
  const driver = format === undefined ? "" : `  <driver type='${escapeXml(format)}'/>\n`;
  return `<disk type='${type}'>\n  <source ${attribute}='${escapeXml(dest)}'/>\n${driver}</disk>\n`;
}

/** What is said at the stages of a job. */
interface Stages {
  readonly started: string;
  readonly finished: string;
  /** Whether it has no end of its own, but waits until it is concluded. */
  readonly ready?: boolean;
}

/** Milliseconds between two looks at a job. */
const LOOK_MS = 500;

/** Waits where that was asked for, and concludes a job that waits for it. */
async function ended(domain: Domain, { words, signal }: Call, stages: Stages): Promise<Answer> {
  const path = words.required("path");
  const conclude = words.has("pivot") || words.has("finish") || words.has("keep-overlay");
  const timeout = words.number("timeout");
  if (!words.has("wait") && timeout === undefined && !conclude) return remark(stages.started);
  const deadline = timeout === undefined ? Infinity : Date.now() + timeout * 1000;
  for (;;) {
    const info = await domain.blockJobs.getInfo(path);
    if (info === undefined) return remark(`\n${stages.finished}`);
    if (stages.ready && info.current === info.end && Number(info.end) > 0) break;
    if (Date.now() > deadline) {
      await domain.blockJobs.abort(path);
      throw new CliError(`The job on '${path}' took longer than ${timeout} s and was aborted`);
    }
    await delay(LOOK_MS, signal);
  }
  if (!conclude) return remark("\nNow in synchronized phase");
  await domain.blockJobs.abort(path, words.has("pivot") ? { pivot: true } : {});
  return remark(words.has("pivot") ? "\nSuccessfully pivoted" : `\n${stages.finished}`);
}

async function jobInfo(domain: Domain, path: string, words: Words): Promise<Answer> {
  const info = await domain.blockJobs.getInfo(path);
  if (info === undefined) {
    return words.has("raw") ? { text: "", json: null } : remark(`No current block job for ${path}`, null);
  }
  if (words.has("raw")) {
    const text = ` type=${dashed(info.type)}\n bandwidth=${info.bandwidth}\n cur=${info.current}\n end=${info.end}\n`;
    return { text, json: info };
  }
  const remaining = Number(info.end) - Number(info.current);
  const progress = remaining === 0 ? 100 : Math.min(99, Math.trunc(100 - (remaining * 100) / Number(info.end)));
  const speed = BigInt(info.bandwidth) * 1024n * 1024n;
  const limit = speed === 0n ? "" : `    Bandwidth limit: ${speed} bytes/s (${prettySize(speed, 3)}/s)`;
  return { text: `${JOB_TITLES[info.type]}: [${`${progress}`.padStart(3)} %]${limit}\n`, json: info };
}

const JOB_TITLES = {
  unknown: "Unknown job",
  pull: "Block Pull",
  copy: "Block Copy",
  commit: "Block Commit",
  activeCommit: "Active Block Commit",
  backup: "Backup",
} as const;
