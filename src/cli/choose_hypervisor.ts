/**
 * Which hypervisor a libvirt client means that names none, or only a part of one.
 *
 * @module
 */

/** URIs of what libvirt can run as daemons of their own; here a hypervisor has it all. */
const PARTS = /^(?:network|storage|nodedev|secret|interface|nwfilter):\/\/\/(?:system|session)$/;

/** The URI to open; undefined for the machine's own hypervisor. */
export function chooseHypervisor(name: string | undefined, configured: string): string | undefined {
  const named = name === undefined || PARTS.test(name) ? configured : name;
  return named || undefined;
}
