import {
  PROBLEM_JSON
} from "./chunk-PJ3YIBAN.js";
import "./chunk-33PIS4WT.js";
import "./chunk-SC5ASBGQ.js";

// src/http/openapi.ts
function describeRoutes(routes, { version, schemas }) {
  const paths = {};
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: describeRoute(route)
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Innkeeper",
      version,
      description: "What this host can virtualise. On the unix socket no token is needed; over TCP a bearer token is."
    },
    tags: [
      ...new Set(routes.map(({ tag }) => tag))
    ].map((name) => ({
      name
    })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer"
        }
      }
    }
  };
}
function describeRoute(route) {
  const { operation, tag, summary, description, open = false, parameters, body, answers } = route;
  return {
    operationId: operation,
    tags: [
      tag
    ],
    summary,
    ...description === void 0 ? {} : {
      description
    },
    security: open ? [] : [
      {
        token: []
      },
      {}
    ],
    ...parameters === void 0 ? {} : {
      parameters: parameters.map(({ required = false, ...parameter }) => ({
        ...parameter,
        required
      }))
    },
    ...body === void 0 ? {} : {
      requestBody: {
        required: false,
        content: {
          "application/json": {
            schema: body
          }
        }
      }
    },
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [
        status,
        describeAnswer(status, answer)
      ])),
      default: {
        description: "What went wrong, in which step, and what to do next",
        content: {
          [PROBLEM_JSON]: {
            schema: {
              $ref: "#/components/schemas/Problem"
            }
          }
        }
      }
    }
  };
}
function describeAnswer(status, { description, content, headers }) {
  const failed = Number(status) >= 400;
  const given = content ?? (failed ? {
    [PROBLEM_JSON]: {
      $ref: "#/components/schemas/Problem"
    }
  } : void 0);
  const media = given && Object.fromEntries(Object.entries(given).map(([type, schema]) => [
    type,
    {
      schema
    }
  ]));
  return {
    description,
    ...headers === void 0 ? {} : {
      headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [
        name,
        {
          description: text,
          schema: {
            type: "string"
          }
        }
      ]))
    },
    ...media === void 0 ? {} : {
      content: media
    }
  };
}
export {
  describeRoutes
};
