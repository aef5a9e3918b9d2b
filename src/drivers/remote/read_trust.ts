/**
 * The certificates of a TLS connection, from the folders that libvirt's clients use.
 *
 * @module
 */

import type { Host, TlsTrust } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import type { RemoteTarget } from "./parse_target.ts";

/** Where the three files are. */
interface Places {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

const SYSTEM: Places = {
  ca: "/etc/pki/CA/cacert.pem",
  certificate: "/etc/pki/libvirt/clientcert.pem",
  key: "/etc/pki/libvirt/private/clientkey.pem",
};

/** Reads whom to trust and who we are. Throws where the authority's certificate is missing and wanted. */
export async function readTrust(host: Host, { pkiPath, verify }: RemoteTarget): Promise<TlsTrust> {
  const folders = pkiPath === undefined ? [...userFolders(host).map(inFolder), SYSTEM] : [inFolder(pkiPath)];
  const found = await firstWithAuthority(host, folders);
  if (found === undefined && verify) {
    const places = folders.map(({ ca }) => ca).join(", ");
    throw new VirtError("VIR_ERR_SYSTEM_ERROR", `Cannot read CA certificate '${folders.at(-1)?.ca}'`, {
      domain: "VIR_FROM_RPC",
      step: "virConnectOpen",
      hint: `Put the authority's certificate at one of ${places}, or name a folder with ?pkipath=`,
    });
  }
  const { ca, places = folders[0] } = found ?? {};
  const certificate = places && await host.files.readText(places.certificate);
  const key = places && await host.files.readText(places.key);
  return {
    verify,
    ...(ca === undefined ? {} : { ca }),
    ...(certificate === undefined || key === undefined ? {} : { identity: { certificate, key } }),
  };
}

function userFolders(host: Host): string[] {
  const home = host.env.get("HOME");
  return home === undefined || host.env.uid === 0 ? [] : [`${home}/.pki/libvirt`];
}

function inFolder(folder: string): Places {
  return { ca: `${folder}/cacert.pem`, certificate: `${folder}/clientcert.pem`, key: `${folder}/clientkey.pem` };
}

async function firstWithAuthority(
  host: Host,
  folders: readonly Places[],
): Promise<{ readonly ca: string; readonly places: Places } | undefined> {
  for (const places of folders) {
    const ca = await host.files.readText(places.ca);
    if (ca !== undefined) return { ca, places };
  }
  return undefined;
}
