/**
 * The page of this host: what it is, its emulators with their states, and what each driver found.
 *
 * @module
 */

import type { DetectedDriver } from "../../api/detect_drivers.ts";
import type { CapabilitiesDocument } from "../../conf/capabilities/document.ts";
import type { EmulatorState } from "../../drivers/contract.ts";
import { renderFrame } from "./frame.ts";
import type { PageFacts, PageHypervisor } from "./gather.ts";
import { type Html, html } from "./html.ts";

const KIB_PER_GIB = 1024 * 1024;

/** The page. */
export function renderPage({ version, hypervisors, drivers, problem }: PageFacts): string {
  const main = html`
    <h1>What this host can virtualise</h1>
    <p id="status" role="status" data-live>${statusLine(hypervisors, problem)}</p>
    ${hypervisors.map(renderHypervisor)}
    <section aria-labelledby="drivers-title">
      <h2 id="drivers-title">Drivers</h2>
      <div id="drivers" data-live>${renderDrivers(drivers)}</div>
    </section>
  `;
  return renderFrame({ title: "Host", main, version, live: true });
}

function statusLine(hypervisors: readonly PageHypervisor[], problem: string | undefined): string {
  if (problem !== undefined) return `No hypervisor could be opened: ${problem}`;
  const emulators = hypervisors.flatMap((hypervisor) => hypervisor.emulators);
  const ready = emulators.filter(({ state }) => state === "ready").length;
  const failed = emulators.filter(({ state }) => state === "failed").length;
  const probing = hypervisors.some(({ state }) => state === "probing");
  const sum = `${ready} of ${emulators.length} emulators ready${failed > 0 ? `, ${failed} failed` : ""}`;
  return probing ? `Probing: ${sum}` : sum;
}

function renderHypervisor(hypervisor: PageHypervisor, index: number): Html {
  const { uri, type, capabilities, emulators, problem } = hypervisor;
  const id = `hypervisor-${index}`;
  return html`
    <section aria-labelledby="${id}-title">
      <h2 id="${id}-title">${type} <code>${uri}</code></h2>
      <div id="${id}-facts" data-live>${problem !== undefined && html`<p class="failed">${problem}</p>`}
    ${renderFacts(capabilities)}
    <p>${documentLinks(uri)}</p></div>
      <form method="post" action="/refresh"><button type="submit">Look again</button>
    <button type="submit" name="force" value="true">Probe everything again</button></form>
      <div id="${id}-emulators" data-live>${renderEmulators(emulators, id)}</div>
    </section>
  `;
}

function documentLinks(uri: string): Html {
  const query = `?uri=${encodeURIComponent(uri)}`;
  return html`Documents: <a href="/v1/capabilities${query}">host capabilities</a>,
<a href="/v1/domain-capabilities${query}">domain capabilities</a>, <a href="/v1/emulators${query}">emulators</a>`;
}

function renderFacts(capabilities: CapabilitiesDocument | undefined): Html {
  if (capabilities === undefined) {
    return html`<p class="soft">The host's facts are shown when its probes have ended.</p>`;
  }
  const { cpu, topology, iommu } = capabilities.host;
  const cells = topology?.cells ?? [];
  const kib = cells.reduce((sum, { memory }) => sum + (memory?.value ?? 0), 0);
  const cpus = cells.reduce((sum, cell) => sum + cell.cpus.length, 0);
  const facts = [
    ["Architecture", cpu?.arch],
    ["Processor", [cpu?.vendor, cpu?.model].filter(Boolean).join(" ") || undefined],
    ["Processors", cpus || undefined],
    ["NUMA cells", cells.length || undefined],
    ["Memory", kib > 0 ? `${(kib / KIB_PER_GIB).toFixed(1)} GiB` : undefined],
    ["IOMMU", iommu === undefined ? undefined : iommu ? "yes" : "no"],
    ["Guest kinds", capabilities.guests.length],
  ] as const;
  return html`<dl class="facts">${
    facts.map(([name, value]) =>
      value !== undefined && html`
        <div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>
      `
    )
  }</dl>`;
}

function renderEmulators(emulators: readonly EmulatorState[], id: string): Html {
  if (emulators.length === 0) return html`<p class="soft">It has no emulators.</p>`;
  return html`
    <table role="table">
      <caption>Emulators</caption>
      <thead role="rowgroup">
        <tr role="row">${["Architecture", "State", "Version", "Accelerators", "Machines", "Probed"].map((name) =>
          html`<th role="columnheader" scope="col">${name}</th>`
        )}</tr>
      </thead>
      <tbody role="rowgroup">${emulators.map((emulator, row) => renderEmulator(emulator, `${id}-${row}`))}</tbody>
    </table>
  `;
}

function renderEmulator(emulator: EmulatorState, id: string): Html {
  const { path, state, arch, version, accelerators = [], machineCount } = emulator;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row">${arch ?? "unknown"}<br><span class="path soft">${path}</span></th>
      <td role="cell" data-name="State"><span class="state ${state}">${state}${emulator.partial &&
        ", partial"}</span>${renderTrouble(emulator, id)}</td>
      <td role="cell" data-name="Version">${version ?? "–"}</td>
      <td role="cell" data-name="Accelerators">${accelerators.join(", ") || "–"}</td>
      <td role="cell" class="number" data-name="Machines">${machineCount ?? "–"}</td>
      <td role="cell" data-name="Probed">${whyProbed(emulator)}</td>
    </tr>
  `;
}

function whyProbed({ cached, reason, durationMs, probedAt }: EmulatorState): string {
  if (probedAt === undefined && reason === undefined) return "";
  const took = durationMs === undefined ? "" : ` in ${Math.round(durationMs)} ms`;
  const when = probedAt === undefined ? "" : `${probedAt.slice(0, 16).replace("T", " ")} UTC`;
  return `${when}${took}${reason === undefined ? "" : ` (${reason})`}${cached ? ", from the cache" : ""}`;
}

function renderTrouble({ error, problems = [], retryAt }: EmulatorState, id: string): Html | undefined {
  const steps = [...(error === undefined ? [] : [error]), ...problems];
  if (steps.length === 0) return undefined;
  return html`<details id="${id}-trouble"><summary>What went wrong</summary>
<ul>${steps.map(({ step, message }) => html`<li><code>${step}</code>: ${message}</li>`)}</ul>
${error?.stderr && html`<pre tabindex="0" aria-label="What the program printed">${error.stderr}</pre>`}
${retryAt !== undefined && html`<p>It is tried again at ${retryAt}.</p>`}</details>`;
}

function renderDrivers(drivers: readonly DetectedDriver[]): Html {
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
      <tbody role="rowgroup">${drivers.map(({ driver, detection }) =>
        html`
          <tr role="row">
            <th role="rowheader" scope="row">${driver.title}</th>
            <td role="cell" data-name="State"><span class="state ${detection.state}">${detection.state}</span></td>
            <td role="cell" data-name="Version">${"version" in detection ? detection.version ?? "–" : "–"}</td>
            <td role="cell" data-name="Remark">${remark(detection)}</td>
          </tr>
        `
      )}</tbody>
    </table>
  `;
}

function remark(detection: DetectedDriver["detection"]): string | undefined {
  if (detection.state === "healthy") return detection.detail;
  return detection.state === "absent" ? detection.reason : `${detection.reason}. ${detection.hint}`;
}
