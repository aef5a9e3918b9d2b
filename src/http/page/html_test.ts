import assert from "node:assert/strict";
import { html } from "./html.ts";

Deno.test("what an emulator says of itself stays text", () => {
  const name = `<script>alert("1")</script>&'`;
  assert.equal(
    html`<td title="${name}">${name}</td>`.toString(),
    '<td title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">' +
      "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</td>",
  );
});

Deno.test("pieces and lists of pieces are put in as they are, and nothing for what is absent", () => {
  assert.equal(
    html`<ul>${[1, "<"].map((item) => html`<li>${item}</li>`)}${undefined}${false}</ul>`.toString(),
    "<ul><li>1</li><li>&lt;</li></ul>",
  );
});
