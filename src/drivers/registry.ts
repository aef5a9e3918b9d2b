/**
 * The drivers that are built in. A driver that is not in this list does not exist for the compiled program.
 *
 * @module
 */

import type { Driver } from "./contract.ts";
import { driver as qemu } from "./qemu/mod.ts";
import { driver as remote } from "./remote/mod.ts";
import { driver as test } from "./test/mod.ts";

/** Every driver, in the order in which a hypervisor is looked for when no URI is given. */
export const drivers: readonly Driver[] = [qemu, remote, test];
