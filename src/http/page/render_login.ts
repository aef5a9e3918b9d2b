/**
 * The page that asks for the token.
 *
 * @module
 */

import { renderFrame } from "./frame.ts";
import { html } from "./html.ts";

/** The page; `refused` where a token was given and was wrong. */
export function renderLogin(refused: boolean): string {
  const main = html`<h1>A token is needed</h1>
<p>It is in the file that <code>agent.token_file</code> names, readable by whoever runs the agent.</p>
${refused && html`<p role="alert" class="failed">That is not the token.</p>`}
<form method="post" action="/login">
<label>Token <input type="password" name="token" required autocomplete="off" spellcheck="false"></label>
<button type="submit">Open</button></form>`;
  return renderFrame({ title: "Token", main });
}
