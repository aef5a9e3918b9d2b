/**
 * What the kernel offers to keep guests apart.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { SecurityFacts } from "./facts.ts";
import type { Host } from "./host.ts";

const SELINUX_ENFORCE = "/sys/fs/selinux/enforce";
const APPARMOR_PROFILES = "/sys/kernel/security/apparmor/profiles";
const APPARMOR_TEMPLATES = ["/etc/apparmor.d/libvirt/TEMPLATE.qemu", "/etc/apparmor.d/libvirt/TEMPLATE.lxc"];

/** SELinux and AppArmor, as far as they are on. */
export async function readSecurity(host: Host, options: FactOptions = {}): Promise<SecurityFacts> {
  const files = new FactFiles(host, options);
  const selinux = await readSelinux(files);
  const apparmor = await readApparmor(files);
  return { ...(selinux && { selinux }), ...(apparmor && { apparmor }) };
}

async function readSelinux(files: FactFiles): Promise<SecurityFacts["selinux"]> {
  const enforce = await files.text(SELINUX_ENFORCE);
  if (enforce === undefined) return undefined;
  const type = /^\s*SELINUXTYPE\s*=\s*(\S+)/m.exec(await files.text("/etc/selinux/config") ?? "")?.[1] ?? "targeted";
  const contexts = await files.text(`/etc/selinux/${type}/contexts/virtual_domain_context`);
  const [kvm, emulated] = (contexts ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    enforcing: enforce === "1",
    // A policy with one context uses it for both.
    ...(kvm === undefined ? {} : { guestContexts: { kvm, emulated: emulated ?? kvm } }),
  };
}

async function readApparmor(files: FactFiles): Promise<SecurityFacts["apparmor"]> {
  if (!/^Y/i.test(await files.text("/sys/module/apparmor/parameters/enabled") ?? "")) return undefined;
  const profiles = parseProfiles(await files.text(APPARMOR_PROFILES, { limit: 8 * 1024 * 1024 }) ?? "");
  const templates = await Promise.all(APPARMOR_TEMPLATES.map((path) => files.exists(path)));
  return { profiles, templates: templates.every((present) => present) };
}

/** Loaded profiles: `name (mode)` a line. */
export function parseProfiles(text: string): Record<string, string> {
  const profiles: Record<string, string> = {};
  for (const match of text.matchAll(/^(.+) \((\w+)\)$/gm)) profiles[match[1] ?? ""] = match[2] ?? "";
  return profiles;
}
