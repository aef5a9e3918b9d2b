/**
 * The JSON forms of configuration documents, as JSON Schema.
 *
 * @module
 */

import type { Route } from "../route.ts";

/** One schema, or which there are. */
export const getDocumentSchema: Route = {
  method: "GET",
  path: "/v1/schemas",
  operation: "getDocumentSchema",
  tag: "Documents",
  summary: "The JSON form of a configuration document, as JSON Schema 2020-12",
  description: "Without a parameter, the names of the documents that have one.",
  parameters: [{
    name: "document",
    in: "query",
    description: "Name of the document.",
    schema: { type: "string", pattern: "^[a-z-]{1,40}$", examples: ["domain", "network"] },
  }],
  answers: {
    200: { description: "The schema", content: { "application/json": { type: "object" } } },
    404: { description: "There is no such document" },
  },
  async handle({ mediaType, parameters }) {
    // Loaded when asked for: no caller of the capability documents needs it.
    const { DOCUMENT_KINDS, documentSchema, isDocumentKind } = await import("../../conf/kinds.ts");
    const name = parameters.document;
    if (name === undefined) {
      return { mediaType, body: `${JSON.stringify({ documents: DOCUMENT_KINDS })}\n`, tagged: true };
    }
    const kind = String(name);
    if (!isDocumentKind(kind)) {
      const { answerProblem, problem } = await import("../problem.ts");
      return answerProblem(problem(404, `There is no document "${kind}"; there are ${DOCUMENT_KINDS.join(", ")}`));
    }
    return { mediaType, body: `${JSON.stringify(await documentSchema(kind))}\n`, tagged: true };
  },
};
