/**
 * Schema of the list of emulators: the shape `EmulatorState` of the driver contract, as JSON.
 *
 * @module
 */

import { BOOLEAN, INTEGER, listOf, oneOf, shape, TEXT } from "../../conf/json_schema.ts";
import type { JsonSchema } from "../json_schema.ts";

const TIME: JsonSchema = { type: "string", format: "date-time" };

/** Schema of the answer of `/v1/emulators`. */
export function emulatorListSchema(): JsonSchema {
  const list = shape({
    uri: { ...TEXT, description: "The hypervisor" },
    state: { ...oneOf("probing", "ready"), description: "`probing` while a probe runs" },
    "problem?": { ...TEXT, description: "Why the last look could not be finished" },
  });
  return {
    ...list,
    properties: {
      ...list.properties,
      checkedAt: { ...TIME, description: "End of the last look" },
      emulators: { type: "array", items: emulatorSchema() },
    },
    required: [...(list.required ?? []), "emulators"],
  };
}

function emulatorSchema(): JsonSchema {
  const emulator = shape({
    path: { ...TEXT, description: "Absolute path of the binary" },
    state: {
      ...oneOf("unprobed", "probing", "ready", "failed"),
      description: "`probing`: no answer yet. `failed`: it is tried again at `retryAt`",
    },
    "arch?": { ...TEXT, description: "Guest architecture" },
    "version?": TEXT,
    "package?": TEXT,
    "accelerators?": listOf(TEXT),
    "machineCount?": INTEGER,
    "cached?": { ...BOOLEAN, description: "Whether the answer came from the cache" },
    "reason?": { ...TEXT, description: "Why it was last probed: `new`, `binary-ctime`, …" },
    "partial?": { ...BOOLEAN, description: "Whether a step failed and the rest was kept" },
    "problems?": listOf(shape({ step: TEXT, message: TEXT })),
    "error?": shape({ step: TEXT, message: TEXT, "stderr?": TEXT }),
  });
  const properties = {
    ...emulator.properties,
    durationMs: { type: "number", description: "Milliseconds the probe took" },
    probedAt: TIME,
    retryAt: TIME,
  } satisfies Record<string, JsonSchema>;
  return { ...emulator, properties };
}
