import {
  html,
  renderFrame
} from "./chunk-6H5EU3AO.js";
import "./chunk-SC5ASBGQ.js";

// src/http/page/render_reference.ts
function renderReference(document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    operation
  })));
  const main = html`
    <h1>API reference</h1>
    <p>${document.info.description} For programs: <a href="/openapi.json">openapi.json</a>.</p>
    <nav aria-label="Operations">
      <ul>${operations.map(({ path, method, operation }) => html`<li><a href="#${operation.operationId}">${method} <code>${path}</code></a></li>`)}</ul>
    </nav>
    ${document.tags.map(({ name }) => html`<section><h2>${name}</h2>${operations.filter(({ operation }) => operation.tags.includes(name)).map(renderOperation)}</section>`)}
    <section><h2>Schemas</h2>${Object.entries(document.components.schemas).map(([name, schema]) => html`<h3 id="schema-${name}">${name}</h3>${renderSchema(schema)}`)}</section>
  `;
  return renderFrame({
    title: "API reference",
    main,
    version: document.info.version
  });
}
function renderOperation({ path, method, operation }) {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  return html`<article aria-labelledby="${operationId}"><h3 id="${operationId}">${method} <code>${path}</code></h3>
<p>${summary}. ${description}</p>
${parameters.length > 0 && html`<dl>${parameters.map(({ name, in: place, description: text, schema }) => html`
          <dt><code>${name}</code> <span class="soft">${place}, ${typeName(schema)}</span></dt>
          <dd>${text}</dd>
        `)}</dl>`}
${body !== void 0 && html`<p>Body, JSON:</p>${renderSchema(body)}`}
<dl>${Object.entries(responses).map(([status, answer]) => renderAnswer(status, answer))}</dl></article>`;
}
function renderAnswer(status, { description, content = {} }) {
  const forms = Object.entries(content).map(([type, { schema }]) => html`
      <code>${type}</code> ${schemaLink(schema)}
    `);
  return html`
    <dt>${status === "default" ? "Otherwise" : status}</dt>
    <dd>${description}<br>${forms}</dd>
  `;
}
function renderSchema(schema) {
  const { properties = {}, required = [] } = schema;
  return html`<ul>${Object.entries(properties).map(([name, property]) => html`<li><code>${name}</code>${!required.includes(name) && "?"} <span class="soft">${typeName(property)}</span>
${property.description ?? ""}${nested(property)}</li>`)}</ul>`;
}
function nested(schema) {
  const inner = schema.items ?? schema;
  return inner.properties === void 0 ? void 0 : renderSchema(inner);
}
function typeName(schema) {
  if (schema.enum !== void 0) return schema.enum.join(" | ");
  if (schema.type === "array") return `list of ${typeName(schema.items ?? {})}`;
  return schema.type ?? "any";
}
function schemaLink({ $ref }) {
  const name = $ref?.split("/").at(-1);
  return name === void 0 ? void 0 : html`<a href="#schema-${name}">${name}</a>`;
}
export {
  renderReference
};
