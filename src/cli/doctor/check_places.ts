/**
 * Can this program keep what it learns, and serve it?
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import type { Check, DoctorFacts, Finding } from "./finding.ts";

/** Looks at the cache directory. */
export const checkCacheDirectory: Check = { name: "cache directory", run: runCache };

/** Looks at the agent's socket. */
export const checkSocket: Check = { name: "socket", run: runSocket };

async function runCache({ host, configuration }: DoctorFacts): Promise<Finding[]> {
  const path = configuration?.get("cache.directory");
  if (path === undefined) return [];
  const subject = path;
  const stat = await host.files.stat(path);
  if (stat === undefined) {
    const parent = await nearestAncestor(host, path);
    if (await host.files.access(parent, "w")) {
      return [{ severity: "ok", subject, what: "is not there yet; it is made when something is learnt" }];
    }
    const what =
      `is not there and cannot be made, because ${parent} is not writable: everything is learnt anew each time`;
    return [{ severity: "warning", subject, what, fix: `mkdir -p -m 0700 ${path}, or set cache.directory` }];
  }
  if (stat.kind !== "directory") {
    const what = `is no directory but a ${stat.kind}: nothing can be kept`;
    return [{ severity: "warning", subject, what, fix: `remove ${path}, or set cache.directory` }];
  }
  const findings: Finding[] = [];
  if (!await host.files.access(path, "rw")) {
    const what = "may not be written: what is learnt is lost at the end";
    findings.push({ severity: "warning", subject, what, fix: `chown ${host.env.uid} ${path}, or set cache.directory` });
  }
  if ((stat.mode & 0o022) !== 0) {
    const mode = stat.mode.toString(8).padStart(4, "0");
    const what = `has mode ${mode}: others may change what this program believes`;
    findings.push({ severity: "warning", subject, what, fix: `chmod 0700 ${path}` });
  }
  if (stat.uid !== host.env.uid && stat.uid !== 0) {
    const what = `belongs to user ${stat.uid}, who may change what this program believes`;
    findings.push({ severity: "warning", subject, what, fix: `chown -R ${host.env.uid} ${path}` });
  }
  return findings.length > 0 ? findings : [{ severity: "ok", subject, what: "may be read and written" }];
}

async function runSocket({ host, configuration, socketState }: DoctorFacts): Promise<Finding[]> {
  const path = configuration?.get("agent.socket");
  if (path === undefined) return [];
  const stat = await host.files.lstat(path);
  if (stat === undefined) return [{ severity: "ok", subject: path, what: "is not there: no agent runs" }];
  if (stat.kind !== "socket") {
    const what = `is no socket but a ${stat.kind}: the agent cannot start`;
    return [{ severity: "error", subject: path, what, fix: `remove ${path}, or set agent.socket` }];
  }
  switch (await socketState(path)) {
    case "serving":
      return [{ severity: "ok", subject: path, what: "is served by an agent" }];
    case "denied":
      return [{
        severity: "note",
        subject: path,
        what: "may not be opened by this user",
        fix: "set agent.socket_group and agent.socket_mode",
      }];
    case "refused":
      return [{
        severity: "note",
        subject: path,
        what: "was left behind by an agent that is gone; the next one takes its place",
        fix: "innkeeper agent",
      }];
    case "absent":
      return [];
  }
}

async function nearestAncestor(host: Host, path: string): Promise<string> {
  for (let at = parentOf(path); at !== "/"; at = parentOf(at)) if (await host.files.stat(at) !== undefined) return at;
  return "/";
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/"))) || "/";
}
