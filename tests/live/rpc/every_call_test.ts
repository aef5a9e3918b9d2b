/**
 * Every call of libvirt's Python module, made at our door and on the reference's test hypervisor: the same values, and
 * errors that are the same in each of their parts.
 *
 * @module
 */

import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import { run, startLiveAgent } from "./agent.ts";

const PROGRAM = new URL("python/every_call.py", import.meta.url).pathname;
const NO_SUPPORT = 3;
const FEWEST_CALLS = 5_000;

interface Outcome {
  readonly gave?: unknown;
  readonly code?: number | null;
}

/** Calls that the reference's test hypervisor has and cannot answer, or answers with less; why is said there. */
const MEANT = [
  // Its own client library adds a flag that it refuses.
  ": launchSecurityInfo",
  ": schedulerParametersFlags",
  // Each client has a URI of its own.
  ": getURI",
  // It fails without saying what failed.
  ": securityLabelList",
  // It overlooks flags that no such call has.
  ": vcpuPinInfo",
  // It has no figures for a flag that it takes.
  ": getXMLDesc(4,)",
  // Its older call says the name of a pool where the newer one, which we make for both, says its identifier or nothing.
  "stopped pool: numOfVolumes",
  "stopped pool: listVolumes",
  "lost pool: numOfVolumes",
  "lost pool: listVolumes",
];

async function outcomes(uri: string): Promise<Readonly<Record<string, Outcome>>> {
  const { code, out, err } = await run(["/usr/bin/python3", "-B", PROGRAM], { INNKEEPER_URI: uri });
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

liveTest("python", "every call from Python gives what the reference's test hypervisor gives", async () => {
  await using agent = await startLiveAgent({}, { ofItsOwn: true });
  const [ours, reference] = await Promise.all([
    outcomes(agent.uri),
    // The reference's test hypervisor lives in its client library, too.
    outcomes("test:///default"),
  ]);
  const different: string[] = [];
  let lacking = 0;
  for (const [call, theirs] of Object.entries(reference)) {
    const [mine, expected] = [JSON.stringify(ours[call]), JSON.stringify(theirs)];
    if (mine === expected) continue;
    if (isLacking(theirs)) lacking += 1;
    else if (!MEANT.some((each) => call.includes(each))) different.push(`${call}\n  ${mine}\n  ${expected}`);
  }
  const calls = Object.keys(reference).length;
  console.log(`${calls} calls: ${different.length} differ, ${lacking} are ours alone`);
  assert.ok(calls > FEWEST_CALLS, `${calls} calls were made`);
  assert.deepEqual(different, []);
});

/** The reference's test hypervisor has no such call; Python turns some of these into nothing. */
function isLacking({ gave, code }: Outcome): boolean {
  return code === NO_SUPPORT || gave === null;
}
