/**
 * Opening the hypervisor in memory: the shared one, or the one that a file describes.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { ConnectionUri, DriverConnection, OpenOptions } from "../contract.ts";
import { authenticate } from "./authenticate.ts";
import { connect } from "./connection.ts";
import { DEFAULT_NODE } from "./default_node.ts";
import { DEFAULT_URI } from "./default_uri.ts";
import { createHypervisor, type HypervisorOptions } from "./hypervisor.ts";
import { readNodeFile } from "./read_node_file.ts";

/** Opens it. Throws {@linkcode VirtError} for a path that names nothing, and what reading the file throws. */
export async function open(
  target: ConnectionUri,
  { host, signal }: OpenOptions,
  options: HypervisorOptions,
): Promise<DriverConnection> {
  signal?.throwIfAborted();
  const { path } = target;
  if (path === "" || path === "/") {
    throw new VirtError("VIR_ERR_INVALID_ARG", "testOpen: supply a path or use test:///default", {
      domain: "VIR_FROM_TEST",
      hint: `Open ${DEFAULT_URI}`,
    });
  }
  const isDefault = path === "/default";
  const node = isDefault ? DEFAULT_NODE : await readNodeFile(path, host.files);
  authenticate(node.users, target);
  return connect(createHypervisor({ uri: isDefault ? DEFAULT_URI : `test://${path}`, node }, host, options));
}
