/**
 * Settings that name what must exist, or must not be given twice.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { refuse, refuseUnsupported } from "./step.ts";

/** Drops pins of processors that there are not, and refuses two for one. */
export function completePins(domain: Domain): Domain {
  const { vcpuPins, ...rest } = domain.cputune ?? {};
  if (vcpuPins === undefined) return domain;
  const pins = vcpuPins.filter(({ vcpu }) => vcpu < domain.vcpu.maximum);
  pins.forEach(({ vcpu, cpuset }, at) => {
    if (pins[at - 1]?.vcpu === vcpu) refuse(`duplicate vcpupin for vcpu '${vcpu}'`, "VIR_ERR_INTERNAL_ERROR");
    if (cpuset === "") refuseUnsupported("Invalid value of 'cpuset': ");
  });
  const cputune = { ...rest, ...(pins.length === 0 ? {} : { vcpuPins: pins }) };
  return { ...domain, cputune };
}

/** Refuses two limits for one disk of the host, and ids of containers that leave root out. */
export function checkLimits(domain: Domain): Domain {
  const paths = domain.blkiotune?.devices?.map(({ path }) => path) ?? [];
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) refuseUnsupported(`duplicate blkio device path '${twice}'`);
  const { shares } = domain.cputune ?? {};
  if (shares !== undefined && shares > 0 && (shares < 2 || shares > 262_144)) {
    refuseUnsupported("Value of cputune 'shares' must be in range [2, 262144]");
  }
  const { uids, gids } = domain.idmap ?? {};
  if ((uids === undefined) !== (gids === undefined)) refuseUnsupported("uid and gid should be mapped both");
  if ((uids?.[0]?.start ?? 0) !== 0 || (gids?.[0]?.start ?? 0) !== 0) {
    refuseUnsupported("You must map the root user of container");
  }
  return domain;
}

/** Refuses labels of which nobody can tell whose they are. */
export function checkLabels(domain: Domain): Domain {
  const models = domain.seclabels?.map(({ model }) => model) ?? [];
  const twice = models.find((model, at) => models.indexOf(model) !== at);
  if (twice !== undefined) refuse(`seclabel for model ${twice} is already provided`, "VIR_ERR_XML_DETAIL");
  if (models.length > 1 && models.includes(undefined)) {
    refuse("missing security model when using multiple labels");
  }
  return domain;
}

/** Refuses dumps after other ends than a crash. */
export function checkLifecycle(domain: Domain): Domain {
  for (const [event, action] of [["poweroff", domain.onPoweroff], ["reboot", domain.onReboot]] as const) {
    if (action === "coredump-destroy" || action === "coredump-restart") {
      refuseUnsupported(`Lifecycle event '${event}' doesn't support '${action}' action`);
    }
  }
  return domain;
}

/** Refuses settings of timers that do not have them. */
export function checkTimers(domain: Domain): Domain {
  for (const { name, tickPolicy, catchup, frequency, mode, track } of domain.clock.timers ?? []) {
    const refuseSetting = (setting: string): never =>
      refuseUnsupported(`timer ${name} doesn't support setting of timer ${setting}`);
    if ((name === "kvmclock" || name === "hypervclock") && tickPolicy !== undefined) refuseSetting("tickpolicy");
    if (tickPolicy !== "catchup" && catchup !== undefined) {
      refuse("setting of timer catchup policies is only supported with tickpolicy='catchup'");
    }
    if (name !== "tsc" && frequency !== undefined && frequency !== 0) refuseSetting("frequency");
    if (name !== "tsc" && mode !== undefined) refuseSetting("mode");
    if (name !== "platform" && name !== "rtc" && track !== undefined) refuseSetting("track");
  }
  return domain;
}

/** Refuses a topology of more processors than can be counted. */
export function checkTopology(domain: Domain): Domain {
  const { sockets, dies, cores, threads } = domain.cpu?.topology ?? { sockets: 1, dies: 1, cores: 1, threads: 1 };
  if (sockets * dies * cores * threads > 0xffff_ffff) {
    refuseUnsupported("cpu topology results in more than 4294967295 cpus");
  }
  return domain;
}
