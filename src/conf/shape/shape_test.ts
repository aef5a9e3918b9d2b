import assert from "node:assert/strict";
import { DocumentError } from "../xml/mod.ts";
import {
  alternatives,
  attribute,
  child,
  children,
  choice,
  cpuSet,
  type Element,
  element,
  formatShape,
  hex,
  int32,
  jsonSchemaOf,
  lazy,
  mac,
  mapped,
  merge,
  mixed,
  oneOf,
  onOff,
  parseShape,
  type Part,
  path,
  refine,
  type ShapeOf,
  size,
  string,
  textOf,
  uint32,
  uint64,
  uuid,
  verbatim,
  yesNo,
} from "./mod.ts";

function again<T>(shape: Element<T>, text: string): string {
  return formatShape(shape, parseShape(shape, text));
}

function problem<T>(shape: Element<T>, text: string): DocumentError {
  try {
    parseShape(shape, text);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error("The document was read");
}

interface Node {
  readonly name: string;
  readonly inner?: Node;
}

const node: Part<Node> = lazy("Node", () => ({
  name: attribute("name", string, { required: true }),
  inner: child("node", node),
}));

Deno.test("attributes are written always, if given, or unless they say the default", () => {
  const shape = element("a", {
    always: attribute("always", yesNo, { default: false }),
    given: attribute("given", onOff),
    unless: attribute("unless", uint32(), { default: 1, omitDefault: true }),
    word: attribute("word", oneOf("x", "y"), { drop: ["default"] }),
    count: attribute("count", uint32(), { drop: ["0"] }),
  });
  assert.equal(again(shape, "<a/>"), "<a always='no'/>\n");
  assert.equal(again(shape, "<a unless='1' word='default' count='00'/>"), "<a always='no'/>\n");
  const text = "<a always='yes' given='on' unless='2' word='y'/>\n";
  assert.equal(again(shape, text), text);
});

Deno.test("values are kept in libvirt's canonical form", () => {
  const cases = [
    [uuid, "0A81F5B284037B23C8D621CCC2F80D6F", "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f"],
    [mac, "52:54:0:AB:c:1", "52:54:00:ab:0c:01"],
    [cpuSet, "7,0-3,^2", "0-1,3,7"],
    [hex({ width: 4 }), "31", "0x001f"],
    [hex(), "017", "0xf"],
    [uint64, "18446744073709551615", "18446744073709551615"],
    [int32(), "-5", "-5"],
  ] as const;
  for (const [value, given, canonical] of cases) {
    const shape = element("a", { v: attribute<unknown>("v", value as Parameters<typeof attribute>[1]) });
    assert.equal(again(shape, `<a v='${given}'/>`), `<a v='${canonical}'/>\n`);
  }
});

Deno.test("large integers are numbers where that is exact", () => {
  const shape = element("a", { v: attribute("v", uint64, { required: true }) });
  assert.equal(parseShape(shape, "<a v='9007199254740991'/>").v, 9007199254740991);
  assert.equal(parseShape(shape, "<a v='9007199254740993'/>").v, 9007199254740993n);
});

Deno.test("sizes are scaled and rounded up", () => {
  const shape = element("a", { memory: child("memory", size()), capacity: child("capacity", size({ unit: "bytes" })) });
  const document = parseShape(shape, "<a><memory unit='b'>1025</memory><capacity unit='KB'>3</capacity></a>");
  assert.deepEqual(document, { memory: 2, capacity: 3000 });
  assert.equal(
    formatShape(shape, document),
    "<a>\n  <memory unit='KiB'>2</memory>\n  <capacity unit='bytes'>3000</capacity>\n</a>\n",
  );
  assert.equal(problem(shape, "<a><memory unit='EiB'>999</memory></a>").code, "VIR_ERR_OVERFLOW");
  assert.equal(problem(shape, "<a><memory unit='x'>1</memory></a>").detail, "unknown suffix 'x'");
});

Deno.test("wrappers, lists and empty elements are laid out as declared", () => {
  const shape = element("a", {
    list: path("b/c", children("d", textOf(string))),
    omitted: child("e", { x: attribute("x", string) }, { empty: "omit" }),
    block: child("f", {}, { empty: "block" }),
    closed: child("g", {}),
  });
  const text = "<a>\n  <b>\n    <c>\n      <d>1</d>\n      <d>2</d>\n    </c>\n  </b>\n  <f>\n  </f>\n  <g/>\n</a>\n";
  assert.equal(again(shape, text), text);
  assert.equal(again(shape, "<a><e/></a>"), "<a/>\n");
});

Deno.test("choices, alternatives and mixed lists become unions", () => {
  const shape = element("a", {
    source: child(
      "source",
      merge(
        choice("type", { file: { path: attribute("path", string) }, block: { dev: attribute("dev", string) } }),
        { shared: attribute("shared", yesNo) },
      ),
    ),
    key: child("key", alternatives({ id: attribute("id", string), name: attribute("name", string) })),
    list: mixed("element", { rule: { n: attribute("n", uint32()) }, include: { filter: attribute("filter", string) } }),
  });
  const text = `<a>
  <source type='block' dev='/dev/sda' shared='yes'/>
  <key name='k'/>
  <include filter='x'/>
  <rule n='1'/>
  <include filter='y'/>
</a>
`;
  const document = parseShape(shape, text);
  assert.deepEqual(document.source, { type: "block", dev: "/dev/sda", shared: true });
  assert.deepEqual(document.list?.map(({ element }) => element), ["include", "rule", "include"]);
  assert.equal(formatShape(shape, document), text);
  assert.match(problem(shape, "<a><key/></a>").message, /one of id, name must be given/);
  assert.match(problem(shape, "<a><source type='x'/></a>").message, /"x" is not one of file, block/);
});

Deno.test("a part may hold itself, also in the schema", () => {
  const shape = element("node", node);
  const text = "<node name='1'>\n  <node name='2'/>\n</node>\n";
  assert.equal(again(shape, text), text);
  assert.deepEqual(Object.keys(jsonSchemaOf(shape).$defs ?? {}), ["Node"]);
});

Deno.test("foreign XML is kept with its namespaces and laid out anew", () => {
  const shape = element("a", { metadata: verbatim("metadata") });
  const text =
    `<a xmlns:x='urn:x'><metadata><!-- c --><x:y k="&quot;&#10;"> t <b/></x:y><z xmlns='urn:z'><w/></z></metadata></a>`;
  assert.equal(
    again(shape, text),
    `<a>
  <metadata xmlns:x="urn:x">
    <!-- c -->
    <x:y k="&quot;&#10;"> t <b/></x:y>
    <z xmlns="urn:z">
      <w/>
    </z>
  </metadata>
</a>
`,
  );
  assert.equal(again(shape, again(shape, text)), again(shape, text));
});

Deno.test("checks and mappings name place and code", () => {
  const shape = element("a", {
    even: child(
      "even",
      refine({ n: attribute("n", uint32()) }, ({ n = 0 }, fail) => {
        if (n % 2 === 1) fail("odd", { attribute: "n", code: "VIR_ERR_CONFIG_UNSUPPORTED", detail: `${n} is odd` });
      }),
    ),
    upper: child(
      "upper",
      mapped(textOf(string), { parse: (text) => text.toUpperCase(), format: (text) => text.toLowerCase() }),
    ),
  });
  const error = problem(shape, "<a>\n  <even n='3'/></a>");
  assert.deepEqual([error.path, error.line, error.column, error.code, error.detail], [
    "/a/even/@n",
    2,
    3,
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "3 is odd",
  ]);
  assert.equal(parseShape(shape, "<a><upper>x</upper></a>").upper, "X");
});

Deno.test("the unknown and the repeated are refused, or overlooked when told", () => {
  const shape = element("a", { b: child("b", textOf(string)), c: attribute("c", string) });
  const text = "<a x='1'><b>1</b><b>2</b><z/></a>";
  assert.match(problem(shape, text).message, /<b> may be given once only/);
  assert.match(problem(shape, "<a x='1'/>").message, /unknown attribute "x"/);
  assert.deepEqual(parseShape(shape, text, { unknown: "ignore" }), { b: "1" });
});

Deno.test("live and secret parts are left out when asked", () => {
  const shape = element("a", {
    id: attribute("id", uint32(), { only: "live" }),
    password: attribute("password", string, { only: "secure" }),
  });
  const document = parseShape(shape, "<a id='1' password='p'/>");
  assert.equal(formatShape(shape, document, { live: false, secure: false }), "<a/>\n");
  assert.deepEqual(parseShape(shape, "<a id='1' password='p'/>", { live: false }), { password: "p" });
});

Deno.test("libvirt's own words tell a missing from a wrong attribute", () => {
  const shape = element("a", { n: attribute("n", uint32(), { required: true }) });
  assert.equal(problem(shape, "<a/>").detail, "Missing required attribute 'n' in element 'a'");
  assert.equal(
    problem(shape, "<a n='x'/>").detail,
    "Invalid value for attribute 'n' in element 'a': 'x'. Expected non-negative integer value",
  );
});

Deno.test("the type and the schema of a shape agree on what may be absent", () => {
  const shape = element("a", { b: attribute("b", yesNo, { required: true }), c: child("c", textOf(uint32())) });
  const document: ShapeOf<typeof shape> = { b: true };
  assert.equal(formatShape(shape, document), "<a b='yes'/>\n");
  assert.deepEqual(jsonSchemaOf(shape), {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: { b: { type: "boolean" }, c: { type: "integer", minimum: 0, maximum: 4294967295 } },
    required: ["b"],
    unevaluatedProperties: false,
  });
});

Deno.test("what only the schema refuses has the code of validation", () => {
  const shape = element("a", { b: child("b", textOf(string)) });
  for (const text of ["<a x='1'/>", "<a><c/></a>", "<a>text</a>", "<a><b>1</b><b>2</b></a>"]) {
    assert.equal(problem(shape, text).code, "VIR_ERR_XML_INVALID_SCHEMA", text);
  }
});
