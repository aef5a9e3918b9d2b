/**
 * The API reference, made from the OpenAPI document.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import type { OpenApiDocument, OpenApiOperation, OpenApiResponse } from "../openapi.ts";
import { renderFrame } from "./frame.ts";
import { type Html, html } from "./html.ts";

/** The page. */
export function renderReference(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation }))
  );
  const main = html`
    <h1>API reference</h1>
    <p>${document.info.description} For programs: <a href="/openapi.json">openapi.json</a>.</p>
    <nav aria-label="Operations">
      <ul>${operations.map(({ path, method, operation }) =>
        html`<li><a href="#${operation.operationId}">${method} <code>${path}</code></a></li>`
      )}</ul>
    </nav>
    ${document.tags.map(({ name }) =>
      html`<section><h2>${name}</h2>${
        operations.filter(({ operation }) => operation.tags.includes(name)).map(renderOperation)
      }</section>`
    )}
    <section><h2>Schemas</h2>${Object.entries(document.components.schemas).map(([name, schema]) =>
      html`<h3 id="schema-${name}">${name}</h3>${renderSchema(schema)}`
    )}</section>
  `;
  return renderFrame({ title: "API reference", main, version: document.info.version });
}

interface Row {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function renderOperation({ path, method, operation }: Row): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  return html`<article aria-labelledby="${operationId}"><h3 id="${operationId}">${method} <code>${path}</code></h3>
<p>${summary}. ${description}</p>
${
    parameters.length > 0 &&
    html`<dl>${
      parameters.map(({ name, in: place, description: text, schema }) =>
        html`
          <dt><code>${name}</code> <span class="soft">${place}, ${typeName(schema)}</span></dt>
          <dd>${text}</dd>
        `
      )
    }</dl>`
  }
${body !== undefined && html`<p>Body, JSON:</p>${renderSchema(body)}`}
<dl>${Object.entries(responses).map(([status, answer]) => renderAnswer(status, answer))}</dl></article>`;
}

function renderAnswer(status: string, { description, content = {} }: OpenApiResponse): Html {
  const forms = Object.entries(content).map(([type, { schema }]) =>
    html`
      <code>${type}</code> ${schemaLink(schema)}
    `
  );
  return html`
    <dt>${status === "default" ? "Otherwise" : status}</dt>
    <dd>${description}<br>${forms}</dd>
  `;
}

function renderSchema(schema: JsonSchema): Html {
  const { properties = {}, required = [] } = schema;
  return html`<ul>${
    Object.entries(properties).map(([name, property]) =>
      html`<li><code>${name}</code>${!required.includes(name) && "?"} <span class="soft">${typeName(property)}</span>
${property.description ?? ""}${nested(property)}</li>`
    )
  }</ul>`;
}

function nested(schema: JsonSchema): Html | undefined {
  const inner = schema.items ?? schema;
  return inner.properties === undefined ? undefined : renderSchema(inner);
}

function typeName(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.join(" | ");
  if (schema.type === "array") return `list of ${typeName(schema.items ?? {})}`;
  return schema.type ?? "any";
}

function schemaLink({ $ref }: JsonSchema): Html | undefined {
  const name = $ref?.split("/").at(-1);
  return name === undefined ? undefined : html`<a href="#schema-${name}">${name}</a>`;
}
