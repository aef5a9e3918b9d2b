import assert from "node:assert/strict";
import { findSyntaxError } from "./find_syntax_error.ts";
import { DocumentError, readDocument } from "./mod.ts";

const PROBLEMS = [
  ["", 0, "Document is empty"],
  [" x", 1, "Start tag expected, '<' not found"],
  ["<a/>\nx", 5, "Extra content at the end of the document"],
  ["<a></b>", 7, "Opening and ending tag mismatch: a line 1 and b"],
  ["<a>\n<x:b>\n</x:c ></a>", 17, "Opening and ending tag mismatch: b line 2 and c"],
  ["<a>\n", 4, "Premature end of data in tag a line 1"],
  ["<a></a x>", 7, "expected '>'"],
  ["<a><1/></a>", 4, "StartTag: invalid element name"],
  ["<a ", 3, "Couldn't find end of Start Tag a line 1"],
  ["<a =>", 3, "error parsing attribute name"],
  ["<a b>", 4, "Specification mandates value for attribute b"],
  ["<a b=c>", 5, "AttValue: \" or ' expected"],
  ["<a b='c>", 8, "AttValue: ' expected"],
  ["<a b='<'>", 6, "Unescaped '<' not allowed in attributes values"],
  ["<a b='1'c='2'/>", 8, "attributes construct error"],
  ["<a b='1' b='2'/>", 14, "Attribute b redefined"],
  ["<a>& b</a>", 4, "xmlParseEntityRef: no name"],
  ["<a b='&amp;&x'/>", 13, "EntityRef: expecting ';'"],
  ["<a>&x;</a>", 6, "Entity 'x' not defined"],
  ["<a>&#x0;</a>", 8, "xmlParseCharRef: invalid xmlChar value 0"],
  ["<a>]]></a>", 3, "Sequence ']]>' not allowed in content"],
  ["<a>\u0001</a>", 3, "PCDATA invalid Char value 1"],
  ["<a/><!-- b", 10, "Comment not terminated"],
  ["\n<?xml version='1.0'?><a/>", 6, "XML declaration allowed only at the start of the document"],
  ["<?b", 3, "ParsePI: PI b space expected"],
] as const;

Deno.test("what is wrong with a text is said in libxml2's words", () => {
  for (const [text, offset, message] of PROBLEMS) {
    assert.deepEqual(findSyntaxError(text), { message, offset }, text);
  }
});

Deno.test("nothing is said of texts that libxml2 takes, or has rare words for", () => {
  const texts = [
    "<?xml version='1.0'?>\n<!-- c --><?p q?><a b=\"'\">&#65;<![CDATA[<]]><b c = '>' /></a >\n",
    "<!DOCTYPE a><a/>",
    "<a><!-- b -- c --></a>",
    "<a><![CDATA[</a>",
  ];
  for (const text of texts) assert.equal(findSyntaxError(text), undefined, text);
});

Deno.test("the error names the document and shows the place, counted in bytes", () => {
  const detailOf = (text: string, root?: string): string => {
    try {
      readDocument(text, () => undefined, root === undefined ? {} : { root });
    } catch (error) {
      assert.ok(error instanceof DocumentError);
      return `${error.domain} ${error.detail}`;
    }
    return assert.fail("taken");
  };
  assert.equal(
    detailOf("<domain>\n\t<name>\u00E4</nome>\n</domain>", "domain"),
    "VIR_FROM_DOMAIN (domain_definition):2: Opening and ending tag mismatch: name line 2 and nome\n" +
      "\t<name>\u00E4</nome>\n\t---------------^",
  );
  assert.equal(detailOf("", "secret"), "VIR_FROM_SECRET (definition_of_secret):1: Document is empty\n(null)\n^");
  assert.match(detailOf("<a"), /^VIR_FROM_XML at line 1: /);
  assert.equal(detailOf(`<a>${"b".repeat(5000)}`).length, "VIR_FROM_XML ".length + 1023);
});
