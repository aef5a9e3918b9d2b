/**
 * `<audio id='1'/>`: which of the host's sound outputs a device plays through.
 *
 * @module
 */

import { attribute, path, uint32 } from "../../shape/mod.ts";

/** The number of an audio backend. */
export const audioNumber = attribute("id", uint32({ min: 1 }), { required: true });

/** The child `<audio>` of a device. */
export const audioId = path("audio", audioNumber);
