import assert from "node:assert/strict";
import { DocumentError, type ElementReader, readDocument } from "./mod.ts";

interface Loader {
  readonly path: string;
  readonly slots: number | undefined;
  readonly readonly: boolean | undefined;
}

function readLoaders(root: ElementReader): Loader[] {
  return root.requiredChild("os").children("loader").map((loader) => ({
    path: loader.text(),
    slots: loader.integer("slots", { max: 8 }),
    readonly: loader.yesNo("readonly"),
  }));
}

function read(text: string): Loader[] {
  return readDocument(text, readLoaders, { root: "caps" });
}

function problemOf(text: string): Pick<DocumentError, "path" | "line" | "column" | "problem"> {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof DocumentError, String(error));
    return { path: error.path, line: error.line, column: error.column, problem: error.problem };
  }
  throw new Error("The document was accepted");
}

Deno.test("a document is read into typed values", () => {
  assert.deepEqual(
    read("<caps><!-- c --><os><loader slots='3' readonly='yes'>/a&amp;b</loader><loader/></os></caps>"),
    [
      { path: "/a&b", slots: 3, readonly: true },
      { path: "", slots: undefined, readonly: undefined },
    ],
  );
});

Deno.test("an unknown attribute is named with its path, line and column", () => {
  assert.deepEqual(problemOf("<caps>\n  <os>\n    <loader/>\n    <loader x='>'/></os></caps>"), {
    path: "/caps/os/loader[2]/@x",
    line: 4,
    column: 5,
    problem: 'unknown attribute "x"',
  });
});

Deno.test("an unknown element is named where it stands", () => {
  assert.deepEqual(problemOf("<?xml version='1.0'?>\n<caps><!-- <os> --><os><![CDATA[ ]]><rom/></os></caps>"), {
    path: "/caps/os/rom",
    line: 2,
    column: 37,
    problem: "unknown element <rom>",
  });
});

Deno.test("text between elements is refused", () => {
  assert.equal(problemOf("<caps>\n<os>stray</os></caps>").problem, "there is text where none is expected");
});

Deno.test("values that are no integers, out of range or no known word are refused", () => {
  assert.deepEqual(problemOf("<caps><os><loader slots='x'/></os></caps>"), {
    path: "/caps/os/loader/@slots",
    line: 1,
    column: 11,
    problem: '"x" is not an integer',
  });
  assert.equal(problemOf("<caps><os><loader slots='9'/></os></caps>").problem, "9 is not within 0 and 8");
  assert.equal(problemOf("<caps><os><loader readonly='on'/></os></caps>").problem, '"on" is none of yes, no');
});

Deno.test("a missing or repeated element is refused", () => {
  assert.equal(problemOf("<caps/>").problem, "the element <os> is missing");
  assert.equal(problemOf("<caps><os/><os/></caps>").path, "/caps/os[2]");
});

Deno.test("another root element is refused", () => {
  assert.equal(problemOf("<domain/>").problem, "expected <caps>, found <domain>");
});

Deno.test("text that is not XML is refused with the parser's place and the parser's error as cause", () => {
  assert.throws(() => read("<caps>\n<os></caps>"), (error) => {
    assert.ok(error instanceof DocumentError && error.cause instanceof SyntaxError);
    assert.equal(error.line, 2);
    return true;
  });
});

Deno.test("a document that is too long or too deep is refused before it is parsed", () => {
  const options = { root: "caps", maxLength: 20, maxDepth: 3 };
  assert.throws(() => readDocument("<caps>" + " ".repeat(20) + "</caps>", readLoaders, options), DocumentError);
  assert.throws(
    () => readDocument("<a><b><c><d/></c></b></a>", readLoaders, { root: "a", maxDepth: 3 }),
    /nested more than 3 deep/,
  );
  assert.throws(() => read("<a>".repeat(1_000_000)), /nested more than 64 deep/);
});

Deno.test("foreign parts can be ignored", () => {
  const text = "<caps x='1'><os><loader/></os><other/></caps>";
  assert.equal(readDocument(text, readLoaders, { root: "caps", unknown: "ignore" }).length, 1);
});
