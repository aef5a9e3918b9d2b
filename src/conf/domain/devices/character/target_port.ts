/**
 * Which of the guest's ports of its kind a character device is.
 *
 * @module
 */

import { attribute, uint32 } from "../../../shape/mod.ts";
import { wrong } from "../../terms.ts";

/** The attribute `port` of a target; libvirt gives the next free one where none is given. */
export const targetPort = attribute("port", uint32(), wrong("Invalid port number: %s"));
