/**
 * The function of libvirt's C API behind a procedure, which libvirt's error texts name: `DOMAIN_LOOKUP_BY_ID` is
 * `virDomainLookupByID`.
 *
 * @module
 */

import type { ProcedureName } from "./table.ts";

/** Words that C spells otherwise than with one capital. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ("CPU FD ID IO MAC NMI OS PM SCSI SEV SSH DHCP URI UUID WWN XML " +
    "FSFreeze FSInfo FSThaw FSTrim IOThread NWFilter NWFilters ThreadPool")
    .split(" ").map((word) => [word.toUpperCase(), word]),
);

/** Procedures whose function is named otherwise, or that have none. */
const EXCEPTIONS: Readonly<Partial<Record<ProcedureName, string | undefined>>> = {
  AUTH_LIST: undefined,
  AUTH_SASL_INIT: undefined,
  AUTH_SASL_START: undefined,
  AUTH_SASL_STEP: undefined,
  AUTH_POLKIT: undefined,
  CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY: "virConnectDomainEventRegisterAny",
  CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY: "virConnectDomainEventDeregisterAny",
  DOMAIN_GET_BLOCK_IO_TUNE: "virDomainGetBlockIoTune",
  DOMAIN_SET_BLOCK_IO_TUNE: "virDomainSetBlockIoTune",
};

/** The C function a procedure stands for, or `undefined` where it is the protocol's own. */
export function functionName(procedure: ProcedureName): string | undefined {
  if (Object.hasOwn(EXCEPTIONS, procedure)) return EXCEPTIONS[procedure];
  const words = procedure.split("_");
  const [first] = words;
  const own = first === "QEMU" || first === "LXC" || first === "ADMIN" ? words.shift() : undefined;
  const name = words.map((word) => SPELLINGS.get(word) ?? capitalised(word)).join("");
  if (own === undefined) return `vir${name}`;
  return own === "ADMIN" ? `virAdm${name}` : `vir${name.replace("Domain", `Domain${capitalised(own)}`)}`;
}

function capitalised(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
