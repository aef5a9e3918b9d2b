/**
 * What every page has around it.
 *
 * @module
 */

import { type Html, html } from "./html.ts";

/** A page. */
export interface Frame {
  readonly title: string;
  readonly main: Html;
  /** Version of this program, shown at the end. */
  readonly version?: string;
  /** True where the page keeps itself up to date. */
  readonly live?: boolean;
}

/** The document around the content of a page. */
export function renderFrame({ title, main, version, live = false }: Frame): string {
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
    ${live && html`<script src="/live.js" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top"><a class="name" href="/">Innkeeper</a>
    <nav aria-label="Pages"><a href="/">Host</a> <a href="/reference">API</a> <a href="/metrics">Metrics</a></nav></header>
        <main id="main">${main}</main>
        <footer>Innkeeper${version !== undefined && html`
          ${version}
        `}</footer>
      </body>
    </html>
  `;
  return page.toString();
}
