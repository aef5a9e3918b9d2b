/**
 * The built-in drivers and what each finds on this machine.
 *
 * @module
 */

import type { Route } from "../route.ts";

/** Every driver with its detection. */
export const listDrivers: Route = {
  method: "GET",
  path: "/v1/drivers",
  operation: "listDrivers",
  tag: "Host",
  summary: "The built-in drivers, and whether each hypervisor is here and healthy",
  answers: {
    200: {
      description: "What they find now",
      content: { "application/json": { $ref: "#/components/schemas/DriverList" } },
    },
  },
  async handle({ agent, mediaType, signal }) {
    const [found, watches] = await Promise.all([agent.detect({ signal }), agent.watches()]);
    const drivers = found.map(({ driver: { id, title, reach, uriSchemes }, detection }) => {
      const watched = watches.find(({ connection }) => connection.getDriver() === id);
      return { id, title, reach, uriSchemes, detection, ...(watched === undefined ? {} : { uri: watched.uri }) };
    });
    return { mediaType, body: `${JSON.stringify({ drivers })}\n` };
  },
};
