/**
 * What this door counts of itself.
 *
 * @module
 */

import { Counter, Histogram, type MetricFamily } from "../base/metrics.ts";

/** Seconds. */
const REQUEST_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** Requests that were answered. */
export class HttpMetrics {
  readonly #requests = new Counter();
  readonly #durations = new Histogram(REQUEST_BOUNDS);

  /** Takes one answered request in; `route` is a path of the route table, so that callers cannot make labels. */
  count(
    request: { readonly route: string; readonly method: string; readonly status: number; readonly ms: number },
  ): void {
    this.#requests.add({ route: request.route, method: request.method, status: String(request.status) });
    this.#durations.observe(request.ms / 1000);
  }

  /** The families for `/metrics`. */
  families(): MetricFamily[] {
    return [
      {
        name: "http_requests_total",
        help: "Requests answered, by route, method and status",
        type: "counter",
        samples: this.#requests.samples(),
      },
      {
        name: "http_request_duration_seconds",
        help: "Time from the request to its answer",
        type: "histogram",
        samples: this.#durations.samples(),
      },
    ];
  }
}
