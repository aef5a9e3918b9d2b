/**
 * Finds the line on which each key of a TOML document stands, so that an error can point at it.
 *
 * It runs after the parser has accepted the text and reads only as much of TOML as it needs: headers, keys, and where
 * a value ends. A key inside an inline table is on the line of the key before it.
 *
 * @module
 */

/** Gives the line, counted from 1, of every table and key: `cache`, `cache.directory`. */
export function locateKeys(toml: string): Map<string, number> {
  const lines = new Map<string, number>();
  const scanner = new Scanner(toml);
  let table: readonly string[] = [];
  while (scanner.toStatement()) {
    const line = scanner.line;
    if (scanner.peek() === "[") {
      table = scanner.header();
      remember(lines, table, line);
    } else {
      remember(lines, [...table, ...scanner.keyPath("=")], line);
      scanner.skipValue();
    }
  }
  return lines;
}

/** Gives the line of a key, or of the nearest table around it. */
export function lineOf(lines: ReadonlyMap<string, number>, key: string): number | undefined {
  for (let name = key; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const line = lines.get(name);
    if (line !== undefined) return line;
  }
  return undefined;
}

function remember(lines: Map<string, number>, path: readonly string[], line: number): void {
  for (let length = 1; length <= path.length; length++) {
    const name = path.slice(0, length).join(".");
    if (!lines.has(name)) lines.set(name, line);
  }
}

class Scanner {
  line = 1;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  peek(): string {
    return this.#text[this.#at] ?? "";
  }

  /** Goes past blanks and comments; false at the end of the text. */
  toStatement(): boolean {
    while (this.#at < this.#text.length) {
      const letter = this.peek();
      if (letter === "#") this.#skipComment();
      else if (/\s/.test(letter)) this.#next();
      else return true;
    }
    return false;
  }

  header(): string[] {
    while (this.peek() === "[") this.#next();
    const path = this.keyPath("]");
    while (this.peek() === "]") this.#next();
    return path;
  }

  /** Reads a dotted key and the letter that ends it. */
  keyPath(end: string): string[] {
    const path: string[] = [];
    let part = "";
    while (this.#at < this.#text.length && this.peek() !== end) {
      const letter = this.peek();
      if (letter === '"' || letter === "'") part += this.#string();
      else {
        this.#next();
        if (letter === ".") {
          path.push(part);
          part = "";
        } else if (!/\s/.test(letter)) part += letter;
      }
    }
    this.#next();
    return [...path, part];
  }

  /** Goes past a value: to the end of the line that it ends on. */
  skipValue(): void {
    let depth = 0;
    while (this.#at < this.#text.length) {
      const letter = this.peek();
      if (letter === '"' || letter === "'") {
        this.#string();
        continue;
      }
      if (letter === "#") {
        this.#skipComment();
        continue;
      }
      if (letter === "[" || letter === "{") depth++;
      if (letter === "]" || letter === "}") depth--;
      this.#next();
      if (letter === "\n" && depth <= 0) return;
    }
  }

  /** Reads a string of any of the four kinds and gives what is between its quotes, escapes left as they are. */
  #string(): string {
    const quote = this.peek();
    const triple = this.#text.startsWith(quote.repeat(3), this.#at);
    const mark = triple ? quote.repeat(3) : quote;
    this.#skip(mark.length);
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#text.startsWith(mark, this.#at)) {
      this.#skip(this.peek() === "\\" && quote === '"' ? 2 : 1);
    }
    const content = this.#text.slice(start, this.#at);
    this.#skip(mark.length);
    // A multi-line string may end in up to two quotes of its own.
    while (triple && this.peek() === quote) this.#next();
    return content;
  }

  #skipComment(): void {
    while (this.#at < this.#text.length && this.peek() !== "\n") this.#next();
  }

  #skip(count: number): void {
    for (let done = 0; done < count; done++) this.#next();
  }

  #next(): void {
    if (this.#text[this.#at] === "\n") this.line++;
    this.#at++;
  }
}
