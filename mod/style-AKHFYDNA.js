import "./chunk-SC5ASBGQ.js";

// src/http/page/style.ts
var STYLE = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f24, #e6e8eb);
  --soft: light-dark(#57606a, #a3abb5);
  --paper: light-dark(#ffffff, #14171b);
  --panel: light-dark(#f5f6f8, #1d2127);
  --line: light-dark(#d5dae0, #363d46);
  --link: light-dark(#0a58ca, #7cb4ff);
  --good: light-dark(#116329, #67d58a);
  --wait: light-dark(#8a5a00, #f0c060);
  --bad: light-dark(#b3261e, #ff9b93);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 2rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; padding: 1rem 0;
  border-bottom: 1px solid var(--line); }
.top .name { font-weight: 700; color: inherit; text-decoration: none; font-size: 1.15rem; }
nav { display: flex; gap: 1rem; }
h1 { font-size: 1.5rem; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0 .75rem; }
code, .path { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
.soft, footer { color: var(--soft); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; font-size: .875rem; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 0; }
dl.facts > div { background: var(--panel); border-radius: 6px; padding: .6rem .8rem; min-width: 0; }
dl.facts dt { color: var(--soft); font-size: .875rem; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; }
th .path { font-weight: 400; }
tbody th { min-width: 19rem; }
td { font-variant-numeric: tabular-nums; }
.state { font-weight: 600; white-space: nowrap; }
.state::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%;
  margin-right: .4em; background: currentColor; }
.ready, .healthy { color: var(--good); }
.probing, .unprobed { color: var(--wait); }
.failed, .unhealthy { color: var(--bad); }
.absent { color: var(--soft); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--panel); padding: .5rem; border-radius: 6px;
  max-height: 16rem; overflow: auto; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0 1rem; }
label { display: grid; gap: .25rem; }
button, input { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line);
  border-radius: 6px; padding: .4rem .8rem; min-height: 2.75rem; max-width: 100%; }
button { cursor: pointer; }
button:hover { border-color: var(--link); }
@media (max-width: 44rem) {
  table, tbody, tr, td, th { display: block; }
  thead { position: absolute; left: -100vw; }
  tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  tbody th, td { border: 0; padding: .1rem 0; min-width: 0; }
  td.empty { display: none; }
  td[data-name]::before { content: attr(data-name) ": "; color: var(--soft); }
}
@media (forced-colors: active) { .state::before { forced-color-adjust: none; } }
`;
var LIVE_SCRIPT = `"use strict";
const often = 700, seldom = 10000;
async function renew() {
  let wait = seldom;
  if (!document.hidden) {
    try {
      const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        const next = fresh.getElementById(part.id);
        if (!next || next.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue;
        const open = [...part.querySelectorAll("details[open]")].map((one) => one.id);
        part.replaceChildren(...next.childNodes);
        for (const id of open) document.getElementById(id)?.setAttribute("open", "");
      }
      if (document.getElementById("status")?.textContent.includes("robing")) wait = often;
    } catch {
      wait = seldom;
    }
  }
  setTimeout(renew, wait);
}
setTimeout(renew, often);
`;
export {
  LIVE_SCRIPT,
  STYLE
};
