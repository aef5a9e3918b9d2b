/**
 * Every route of this door, in the order in which the reference lists them.
 *
 * @module
 */

import type { Route } from "../route.ts";
import { getLiveScript, getStyle } from "./assets.ts";
import { getCapabilities, getDomainCapabilities } from "./capabilities.ts";
import { listDrivers } from "./drivers.ts";
import { listEmulators, refreshEmulators } from "./emulators.ts";
import { livez, readyz } from "./health.ts";
import { getMetrics } from "./metrics.ts";
import { getOpenApi, getReference } from "./openapi.ts";
import { getPage } from "./page.ts";
import { getDocumentSchema } from "./schemas.ts";

/** The routes. */
export const routes: readonly Route[] = [
  getCapabilities,
  getDomainCapabilities,
  listEmulators,
  refreshEmulators,
  listDrivers,
  getDocumentSchema,
  livez,
  readyz,
  getMetrics,
  getOpenApi,
  getReference,
  getPage,
  getStyle,
  getLiveScript,
];
