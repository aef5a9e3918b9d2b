/**
 * Where a text stops being XML, and what libxml2 says there: people know those words from libvirt, and programs match
 * on them. It looks at a text again that the parser has refused, so it costs nothing where all is well.
 *
 * @module
 */

import { positionOf } from "./scan_tags.ts";

/** Where a text stops being XML. */
export interface SyntaxProblem {
  /** What libxml2 says. */
  readonly message: string;
  /** How far libxml2 has read then. */
  readonly offset: number;
}

/** The first thing that is wrong; undefined where libxml2 would not mind, or has rare words for it. */
export function findSyntaxError(text: string): SyntaxProblem | undefined {
  try {
    new Scanner(text).readDocument();
    return undefined;
  } catch (found) {
    if (found instanceof Stop) return found.problem;
    throw found;
  }
}

/** Ends the scan. */
class Stop {
  constructor(readonly problem?: SyntaxProblem) {}
}

interface OpenElement {
  readonly name: string;
  /** Where its start tag is. */
  readonly start: number;
}

const NAME = /[A-Za-z_:\u0080-\uFFFF][\w:.\-\u0080-\uFFFF]*/y;
const BLANKS = /[ \t\r\n]*/y;
const ENTITIES: readonly string[] = ["lt", "gt", "amp", "quot", "apos"];
// deno-lint-ignore no-control-regex -- they are what is looked for
const SPECIAL = /[<&\u0000-\u0008\u000B\u000C\u000E-\u001F]|\]\]>/g;

class Scanner {
  readonly #text: string;
  readonly #open: OpenElement[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): void {
    if (this.#text === "") this.#fail("Document is empty");
    if (/^<\?xml[ \t\r\n]/.test(this.#text)) this.#skipPast("?>");
    this.#readMisc();
    if (!this.#isAt("<")) this.#fail("Start tag expected, '<' not found");
    this.#readStartTag();
    while (this.#open.length > 0) this.#readContent();
    this.#readMisc();
    if (this.#at < this.#text.length) this.#fail("Extra content at the end of the document");
  }

  /** What may stand before and after the root. */
  #readMisc(): void {
    for (;;) {
      this.#match(BLANKS);
      if (this.#isAt("<?")) this.#readInstruction();
      else if (this.#isAt("<!--")) this.#readComment();
      else if (this.#isAt("<!DOCTYPE")) this.#giveUp();
      else return;
    }
  }

  #readContent(): void {
    SPECIAL.lastIndex = this.#at;
    const found = SPECIAL.exec(this.#text);
    this.#at = found?.index ?? this.#text.length;
    if (found === null) {
      const { name = "", start = 0 } = this.#open.at(-1) ?? {};
      this.#fail(`Premature end of data in tag ${name} line ${this.#lineOf(start)}`);
    }
    if (found[0] === "&") this.#readReference();
    else if (found[0] === "]]>") this.#fail("Sequence ']]>' not allowed in content");
    else if (found[0] !== "<") this.#fail(`PCDATA invalid Char value ${found[0].charCodeAt(0)}`);
    else if (this.#isAt("</")) this.#readEndTag();
    else if (this.#isAt("<!--")) this.#readComment();
    else if (this.#isAt("<![CDATA[")) this.#skipPast("]]>");
    else if (this.#isAt("<?")) this.#readInstruction();
    else this.#readStartTag();
  }

  #readStartTag(): void {
    const start = this.#at;
    this.#at += 1;
    const name = localName(this.#match(NAME));
    if (name === "") this.#fail("StartTag: invalid element name");
    const twice = this.#readAttributes();
    if (twice !== undefined) this.#fail(`Attribute ${twice} redefined`);
    if (this.#isAt("/>")) {
      this.#at += 2;
      return;
    }
    if (!this.#isAt(">")) this.#fail(`Couldn't find end of Start Tag ${name} line ${this.#lineOf(start)}`);
    this.#at += 1;
    this.#open.push({ name, start });
  }

  /** Gives the name of one that stands there twice. */
  #readAttributes(): string | undefined {
    const seen = new Set<string>();
    let twice: string | undefined;
    this.#match(BLANKS);
    while (!this.#isTagEnd()) {
      const name = this.#match(NAME);
      if (name === "") this.#fail("error parsing attribute name");
      if (seen.has(name)) twice ??= name;
      seen.add(name);
      this.#match(BLANKS);
      if (!this.#isAt("=")) this.#fail(`Specification mandates value for attribute ${localName(name)}`);
      this.#at += 1;
      this.#match(BLANKS);
      this.#readValue();
      if (this.#match(BLANKS) === "" && !this.#isTagEnd()) this.#fail("attributes construct error");
    }
    return twice;
  }

  #readValue(): void {
    const quote = this.#text[this.#at];
    if (quote !== "'" && quote !== '"') this.#fail("AttValue: \" or ' expected");
    this.#at += 1;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) this.#fail("AttValue: ' expected");
      if (character === "<") this.#fail("Unescaped '<' not allowed in attributes values");
      if (character === "&") this.#readReference();
      else this.#at += 1;
      if (character === quote) return;
    }
  }

  #readEndTag(): void {
    this.#at += 2;
    const name = localName(this.#match(NAME));
    this.#match(BLANKS);
    if (!this.#isAt(">")) this.#fail("expected '>'");
    this.#at += 1;
    const open = this.#open.pop();
    if (open === undefined || open.name === name) return;
    const ending = name === "" ? "unparsable" : name;
    this.#fail(`Opening and ending tag mismatch: ${open.name} line ${this.#lineOf(open.start)} and ${ending}`);
  }

  #readReference(): void {
    this.#at += 1;
    if (this.#isAt("#")) {
      const number = this.#match(/#(?:x[0-9a-fA-F]+|[0-9]+);/y);
      if (number === "") this.#giveUp();
      if (/^#x?0+;$/.test(number)) this.#fail("xmlParseCharRef: invalid xmlChar value 0");
      return;
    }
    const name = this.#match(NAME);
    if (name === "") this.#fail("xmlParseEntityRef: no name");
    if (!this.#isAt(";")) this.#fail("EntityRef: expecting ';'");
    this.#at += 1;
    if (!ENTITIES.includes(name)) this.#fail(`Entity '${name}' not defined`);
  }

  #readComment(): void {
    const end = this.#text.indexOf("--", this.#at + "<!--".length);
    if (end === -1) {
      this.#at = this.#text.length;
      this.#fail("Comment not terminated");
    }
    if (this.#text[end + 2] !== ">") this.#giveUp();
    this.#at = end + "-->".length;
  }

  #readInstruction(): void {
    this.#at += "<?".length;
    const name = this.#match(NAME);
    if (name === "xml") this.#fail("XML declaration allowed only at the start of the document");
    if (!this.#isAt("?>") && this.#match(BLANKS) === "") this.#fail(`ParsePI: PI ${name} space expected`);
    this.#skipPast("?>");
  }

  #skipPast(mark: string): void {
    const at = this.#text.indexOf(mark, this.#at);
    if (at === -1) this.#giveUp();
    this.#at = at + mark.length;
  }

  #isTagEnd(): boolean {
    return this.#at >= this.#text.length || this.#isAt(">") || this.#isAt("/>");
  }

  #isAt(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #lineOf(offset: number): number {
    return positionOf(this.#text, offset).line;
  }

  #fail(message: string): never {
    throw new Stop({ message, offset: this.#at });
  }

  #giveUp(): never {
    throw new Stop();
  }
}

/** Without its prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
