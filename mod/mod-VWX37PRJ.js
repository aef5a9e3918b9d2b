import {
  html,
  renderFrame
} from "./chunk-6H5EU3AO.js";
import "./chunk-SC5ASBGQ.js";

// src/http/page/gather.ts
async function gatherPage(agent, { version, signal }) {
  const [watches, drivers] = await Promise.all([
    agent.watches(),
    agent.detect({
      signal
    })
  ]);
  const hypervisors = await Promise.all(watches.map((watch) => gatherHypervisor(watch, signal)));
  const problem = watches.length === 0 ? agent.problem?.message : void 0;
  return {
    version,
    hypervisors,
    drivers,
    ...problem === void 0 ? {} : {
      problem
    }
  };
}
async function gatherHypervisor(watch, signal) {
  const { connection, uri, checkedAt, problem } = watch;
  await watch.known();
  const emulators = await watch.emulators({
    signal
  });
  const capabilities = watch.state === "ready" && connection.supports("capabilities") ? await connection.getCapabilities({
    signal,
    allowStale: true
  }).catch(() => void 0) : void 0;
  return {
    uri,
    type: connection.getType(),
    state: watch.probing ? "probing" : watch.state,
    emulators,
    ...checkedAt === void 0 ? {} : {
      checkedAt
    },
    ...problem === void 0 ? {} : {
      problem: problem.message
    },
    ...capabilities === void 0 ? {} : {
      capabilities
    }
  };
}

// src/http/page/render_login.ts
function renderLogin(refused) {
  const main = html`<h1>A token is needed</h1>
<p>It is in the file that <code>agent.token_file</code> names, readable by whoever runs the agent.</p>
${refused && html`<p role="alert" class="failed">That is not the token.</p>`}
<form method="post" action="/login">
<label>Token <input type="password" name="token" required autocomplete="off" spellcheck="false"></label>
<button type="submit">Open</button></form>`;
  return renderFrame({
    title: "Token",
    main
  });
}

// src/http/page/render_page.ts
var KIB_PER_GIB = 1024 * 1024;
function renderPage({ version, hypervisors, drivers, problem }) {
  const main = html`
    <h1>What this host can virtualise</h1>
    <p id="status" role="status" data-live>${statusLine(hypervisors, problem)}</p>
    ${hypervisors.map(renderHypervisor)}
    <section aria-labelledby="drivers-title">
      <h2 id="drivers-title">Drivers</h2>
      <div id="drivers" data-live>${renderDrivers(drivers)}</div>
    </section>
  `;
  return renderFrame({
    title: "Host",
    main,
    version,
    live: true
  });
}
function statusLine(hypervisors, problem) {
  if (problem !== void 0) return `No hypervisor could be opened: ${problem}`;
  const emulators = hypervisors.flatMap((hypervisor) => hypervisor.emulators);
  const ready = emulators.filter(({ state }) => state === "ready").length;
  const failed = emulators.filter(({ state }) => state === "failed").length;
  const probing = hypervisors.some(({ state }) => state === "probing");
  const sum = `${ready} of ${emulators.length} emulators ready${failed > 0 ? `, ${failed} failed` : ""}`;
  return probing ? `Probing: ${sum}` : sum;
}
function renderHypervisor(hypervisor, index) {
  const { uri, type, capabilities, emulators, problem } = hypervisor;
  const id = `hypervisor-${index}`;
  return html`
    <section aria-labelledby="${id}-title">
      <h2 id="${id}-title">${type} <code>${uri}</code></h2>
      <div id="${id}-facts" data-live>${problem !== void 0 && html`<p class="failed">${problem}</p>`}
    ${renderFacts(capabilities)}
    <p>${documentLinks(uri)}</p></div>
      <form method="post" action="/refresh"><button type="submit">Look again</button>
    <button type="submit" name="force" value="true">Probe everything again</button></form>
      <div id="${id}-emulators" data-live>${renderEmulators(emulators, id)}</div>
    </section>
  `;
}
function documentLinks(uri) {
  const query = `?uri=${encodeURIComponent(uri)}`;
  return html`Documents: <a href="/v1/capabilities${query}">host capabilities</a>,
<a href="/v1/domain-capabilities${query}">domain capabilities</a>, <a href="/v1/emulators${query}">emulators</a>`;
}
function renderFacts(capabilities) {
  if (capabilities === void 0) {
    return html`<p class="soft">The host's facts are shown when its probes have ended.</p>`;
  }
  const { cpu, topology, iommu } = capabilities.host;
  const cells = topology?.cells ?? [];
  const kib = cells.reduce((sum, { memory }) => sum + (memory?.value ?? 0), 0);
  const cpus = cells.reduce((sum, cell) => sum + cell.cpus.length, 0);
  const facts = [
    [
      "Architecture",
      cpu?.arch
    ],
    [
      "Processor",
      [
        cpu?.vendor,
        cpu?.model
      ].filter(Boolean).join(" ") || void 0
    ],
    [
      "Processors",
      cpus || void 0
    ],
    [
      "NUMA cells",
      cells.length || void 0
    ],
    [
      "Memory",
      kib > 0 ? `${(kib / KIB_PER_GIB).toFixed(1)} GiB` : void 0
    ],
    [
      "IOMMU",
      iommu === void 0 ? void 0 : iommu ? "yes" : "no"
    ],
    [
      "Guest kinds",
      capabilities.guests.length
    ]
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => value !== void 0 && html`
        <div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>
      `)}</dl>`;
}
function renderEmulators(emulators, id) {
  if (emulators.length === 0) return html`<p class="soft">It has no emulators.</p>`;
  return html`
    <table role="table">
      <caption>Emulators</caption>
      <thead role="rowgroup">
        <tr role="row">${[
    "Architecture",
    "State",
    "Version",
    "Accelerators",
    "Machines",
    "Probed"
  ].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody role="rowgroup">${emulators.map((emulator, row) => renderEmulator(emulator, `${id}-${row}`))}</tbody>
    </table>
  `;
}
function renderEmulator(emulator, id) {
  const { path, state, arch, version, accelerators = [], machineCount } = emulator;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row">${arch ?? "unknown"}<br><span class="path soft">${path}</span></th>
      <td role="cell" data-name="State"><span class="state ${state}">${state}${emulator.partial && ", partial"}</span>${renderTrouble(emulator, id)}</td>
      <td role="cell" data-name="Version">${version ?? "\u2013"}</td>
      <td role="cell" data-name="Accelerators">${accelerators.join(", ") || "\u2013"}</td>
      <td role="cell" class="number" data-name="Machines">${machineCount ?? "\u2013"}</td>
      <td role="cell" data-name="Probed">${whyProbed(emulator)}</td>
    </tr>
  `;
}
function whyProbed({ cached, reason, durationMs, probedAt }) {
  if (probedAt === void 0 && reason === void 0) return "";
  const took = durationMs === void 0 ? "" : ` in ${Math.round(durationMs)} ms`;
  const when = probedAt === void 0 ? "" : `${probedAt.slice(0, 16).replace("T", " ")} UTC`;
  return `${when}${took}${reason === void 0 ? "" : ` (${reason})`}${cached ? ", from the cache" : ""}`;
}
function renderTrouble({ error, problems = [], retryAt }, id) {
  const steps = [
    ...error === void 0 ? [] : [
      error
    ],
    ...problems
  ];
  if (steps.length === 0) return void 0;
  return html`<details id="${id}-trouble"><summary>What went wrong</summary>
<ul>${steps.map(({ step, message }) => html`<li><code>${step}</code>: ${message}</li>`)}</ul>
${error?.stderr && html`<pre tabindex="0" aria-label="What the program printed">${error.stderr}</pre>`}
${retryAt !== void 0 && html`<p>It is tried again at ${retryAt}.</p>`}</details>`;
}
function renderDrivers(drivers) {
  return html`
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Driver</th>
          <th role="columnheader" scope="col">State</th>
          <th role="columnheader" scope="col">Version</th>
          <th role="columnheader" scope="col">Remark</th>
        </tr>
      </thead>
      <tbody role="rowgroup">${drivers.map(({ driver, detection }) => html`
          <tr role="row">
            <th role="rowheader" scope="row">${driver.title}</th>
            <td role="cell" data-name="State"><span class="state ${detection.state}">${detection.state}</span></td>
            <td role="cell" data-name="Version">${"version" in detection ? detection.version ?? "\u2013" : "\u2013"}</td>
            <td role="cell" data-name="Remark">${remark(detection)}</td>
          </tr>
        `)}</tbody>
    </table>
  `;
}
function remark(detection) {
  if (detection.state === "healthy") return detection.detail;
  return detection.state === "absent" ? detection.reason : `${detection.reason}. ${detection.hint}`;
}
export {
  gatherPage,
  renderLogin,
  renderPage
};
