import assert from "node:assert/strict";
import { isElement, parse, XmlSyntaxError } from "@std/xml";

Deno.test("parse() gives the tree with attributes, text, CDATA and comments as written", () => {
  const { declaration, root } = parse(
    `<?xml version="1.0" encoding='UTF-8'?>\n<a x='1 &amp; 2'>t<!-- c --><![CDATA[<d>]]><b/></a>\n`,
  );
  assert.equal(declaration?.version, "1.0");
  assert.equal(declaration?.encoding, "UTF-8");
  assert.equal(root.name.local, "a");
  assert.equal(root.attributes["x"], "1 & 2");
  assert.deepEqual(root.children.map((node) => node.type), ["text", "comment", "cdata", "element"]);
  assert.deepEqual(root.children[2], { type: "cdata", text: "<d>" });
});

Deno.test("parse() keeps white space unless told to ignore it, and normalises line ends", () => {
  assert.deepEqual(parse("<a>\r\n<b/>\r</a>").root.children.map((node) => isElement(node) ? "b" : node.text), [
    "\n",
    "b",
    "\n",
  ]);
  assert.equal(parse("<a>\n <b/> </a>", { ignoreWhitespace: true }).root.children.length, 1);
  assert.equal(parse("<a><!-- x --></a>", { ignoreComments: true }).root.children.length, 0);
});

Deno.test("parse() says where the text stops being XML", () => {
  assert.throws(() => parse("<a>\n  <b></a>"), (error) => {
    assert.ok(error instanceof XmlSyntaxError && error instanceof SyntaxError);
    assert.equal(error.line, 2);
    assert.ok(error.column > 1 && error.offset > 3);
    assert.match(error.message, / at line 2, column \d+$/);
    return true;
  });
  assert.throws(() => parse("<a", { trackPosition: false }), { name: "XmlSyntaxError", line: 0, column: 0, offset: 0 });
});

for (const text of ["", "  \n", "<a/><b/>", "<a>&nbsp;</a>", "<a x='1' x='2'/>", "<a b='<'/>", "<a>\u0001</a>", "no"]) {
  Deno.test(`parse() refuses ${JSON.stringify(text)}`, () => {
    assert.throws(() => parse(text), XmlSyntaxError);
  });
}

Deno.test("parse() refuses a document type unless it is allowed", () => {
  const bomb = `<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE a [<!ENTITY e "eeee">]>\n<a>b</a>`;
  assert.throws(() => parse(bomb), { name: "XmlSyntaxError", line: 3, column: 3 });
  assert.equal(parse(bomb, { disallowDoctype: false }).root.name.raw, "a");
});

Deno.test("parse() reads endless nesting or reports it as a syntax error, and never exhausts the stack", () => {
  const deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
  try {
    assert.equal(parse(deep).root.name.raw, "a");
  } catch (error) {
    assert.ok(error instanceof XmlSyntaxError, String(error));
  }
});

Deno.test("parse() resolves prefixes of elements and wants every prefix declared", () => {
  const { root } = parse("<a xmlns='d' xmlns:p='u'><p:b p:c='1' xml:lang='en'/></a>");
  const child = root.children[0];
  assert.ok(child !== undefined && isElement(child));
  assert.deepEqual(root.name, { raw: "a", local: "a" });
  assert.deepEqual(child.name, { raw: "p:b", local: "b", prefix: "p", uri: "u" });
  assert.equal(child.attributes["p:c"], "1");
  for (
    const text of ["<p:a/>", "<a p:b=''/>", "<a:b:c/>", "<a xmlns:p=''/>", "<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>"]
  ) assert.throws(() => parse(text), XmlSyntaxError, text);
});
