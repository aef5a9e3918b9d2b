import {
  __template
} from "./chunk-SC5ASBGQ.js";

// src/http/page/html.ts
var Html = class {
  #text;
  /** Takes text that is HTML. */
  constructor(text) {
    this.#text = text;
  }
  /** The HTML. */
  toString() {
    return this.#text;
  }
};
function html(strings, ...values) {
  return new Html(String.raw({
    raw: strings
  }, ...values.map(write)));
}
function write(value) {
  if (value === void 0 || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(write).join("");
  return escape(String(value));
}
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

// src/http/page/frame.ts
var _a;
function renderFrame({ title, main, version, live = false }) {
  const page = html`
    <!doctype html>
    <html lang="en">
      <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Innkeeper</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style.css">
    ${live && html(_a || (_a = __template(['<script src="/live.js" defer><\/script>'])))}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top"><a class="name" href="/">Innkeeper</a>
    <nav aria-label="Pages"><a href="/">Host</a> <a href="/reference">API</a> <a href="/metrics">Metrics</a></nav></header>
        <main id="main">${main}</main>
        <footer>Innkeeper${version !== void 0 && html`
          ${version}
        `}</footer>
      </body>
    </html>
  `;
  return page.toString();
}

export {
  html,
  renderFrame
};
