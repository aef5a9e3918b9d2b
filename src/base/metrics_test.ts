import assert from "node:assert/strict";
import { Counter, formatMetrics, Histogram } from "./metrics.ts";

Deno.test("a counter is written with one line for each set of labels", () => {
  const counter = new Counter();
  counter.add({ reason: "microcode" });
  counter.add({ reason: "microcode" });
  counter.add({ reason: 'odd "one"\n' }, 3);
  const text = formatMetrics([{ name: "gone_total", help: "Gone", type: "counter", samples: counter.samples() }]);
  assert.equal(
    text,
    '# HELP gone_total Gone\n# TYPE gone_total counter\ngone_total{reason="microcode"} 2\n' +
      'gone_total{reason="odd \\"one\\"\\n"} 3\n',
  );
});

Deno.test("a histogram's buckets are cumulative and end with all", () => {
  const histogram = new Histogram([0.1, 1]);
  for (const value of [0.1, 0.5, 7]) histogram.observe(value);
  assert.deepEqual(histogram.samples(), [
    { suffix: "_bucket", labels: { le: "0.1" }, value: 1 },
    { suffix: "_bucket", labels: { le: "1" }, value: 2 },
    { suffix: "_bucket", labels: { le: "+Inf" }, value: 3 },
    { suffix: "_sum", value: 7.6 },
    { suffix: "_count", value: 3 },
  ]);
});

Deno.test("a value that is no number does not spoil the text", () => {
  const text = formatMetrics([{ name: "g", help: "a\nb", type: "gauge", samples: [{ value: NaN }] }]);
  assert.equal(text, "# HELP g a\\nb\n# TYPE g gauge\ng 0\n");
});
