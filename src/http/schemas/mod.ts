/**
 * The named schemas of what this door answers. Nothing here is needed to answer, only to describe.
 *
 * @module
 */

import { capabilitiesSchema } from "../../conf/capabilities/json_schema.ts";
import { domainCapabilitiesSchema } from "../../conf/domain_capabilities/json_schema.ts";
import { INTEGER, listOf, oneOf, shape, TEXT } from "../../conf/json_schema.ts";
import type { JsonSchema, SchemaNames } from "../json_schema.ts";
import { emulatorListSchema } from "./emulator_list.ts";

/** Every named schema. */
export function namedSchemas(): SchemaNames {
  return {
    Capabilities: capabilitiesSchema(),
    DomainCapabilities: domainCapabilitiesSchema(),
    EmulatorList: emulatorListSchema(),
    DriverList: driverListSchema(),
    Problem: problemSchema(),
  };
}

function driverListSchema(): JsonSchema {
  const detection = shape({
    state: oneOf("absent", "unhealthy", "healthy"),
    "reason?": TEXT,
    "hint?": { ...TEXT, description: "What to do about it" },
    "version?": TEXT,
    "detail?": TEXT,
  });
  const driver = shape({
    id: TEXT,
    title: TEXT,
    reach: oneOf("local", "remote"),
    uriSchemes: listOf(TEXT),
    "uri?": { ...TEXT, description: "Where it is watched here" },
    detection,
  });
  return shape({ drivers: listOf(driver) });
}

function problemSchema(): JsonSchema {
  const problem = shape({
    type: TEXT,
    title: TEXT,
    status: INTEGER,
    detail: TEXT,
    "code?": { ...TEXT, description: "libvirt's name of the error" },
    "number?": { ...INTEGER, description: "libvirt's number of the error" },
    "domain?": { ...TEXT, description: "libvirt's name for the part it comes from" },
    "step?": { ...TEXT, description: "What was being done" },
    "hint?": { ...TEXT, description: "What to do next" },
  }, "RFC 9457 problem details");
  return { ...problem, additionalProperties: true };
}
