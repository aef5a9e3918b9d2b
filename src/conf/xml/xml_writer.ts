/**
 * Writes XML the way libvirt does: two spaces a level, single quotes, an empty element closes itself.
 *
 * @module
 */

/** Attributes in their order; undefined ones are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** What an element holds: text, or whatever the function writes. */
export type XmlContent = string | number | (() => void);

/** Builds one document as text. */
export class XmlWriter {
  readonly #parts: string[] = [];
  #indent = "";

  /** Writes an element; without content (or with a function that writes nothing) it closes itself. */
  element(name: string, attributes: XmlAttributes = {}, content: XmlContent = ""): void {
    if (typeof content !== "function") {
      const head = `${this.#indent}<${name}${formatAttributes(attributes)}`;
      const text = escapeXml(String(content));
      this.#parts.push(text === "" ? `${head}/>\n` : `${head}>${text}</${name}>\n`);
      return;
    }
    const at = this.#parts.length;
    this.block(name, attributes, content);
    if (this.#parts.length > at + 2) return;
    this.#parts.length = at;
    this.element(name, attributes);
  }

  /** Writes an element with text, with both its tags also when the text is empty. */
  text(name: string, text: string, attributes: XmlAttributes = {}): void {
    this.#parts.push(`${this.#indent}<${name}${formatAttributes(attributes)}>${escapeXml(text)}</${name}>\n`);
  }

  /** Writes what the function makes of the present indentation, which it is not to put before the first line. */
  raw(make: (indent: string) => string): void {
    this.#parts.push(`${this.#indent}${make(this.#indent)}\n`);
  }

  /** Writes an element with a line of its own for either tag, also when nothing is between them. */
  block(name: string, attributes: XmlAttributes, content: () => void): void {
    this.#parts.push(`${this.#indent}<${name}${formatAttributes(attributes)}>\n`);
    const outer = this.#indent;
    this.#indent = `${outer}  `;
    content();
    this.#indent = outer;
    this.#parts.push(`${this.#indent}</${name}>\n`);
  }

  /** Writes an element as {@linkcode XmlWriter.element} does, or nothing where the function writes nothing. */
  unlessEmpty(name: string, attributes: XmlAttributes, content: () => void): void {
    const at = this.#parts.length;
    this.block(name, attributes, content);
    if (this.#parts.length === at + 2) this.#parts.length = at;
  }

  /** Writes an empty line. */
  blankLine(): void {
    this.#parts.push("\n");
  }

  /** The text so far. */
  toString(): string {
    return this.#parts.join("");
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for an attribute or element; control characters that XML 1.0 cannot hold are dropped, as libvirt does. */
export function escapeXml(text: string): string {
  // deno-lint-ignore no-control-regex
  if (!/[<>&"'\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return text;
  // deno-lint-ignore no-control-regex
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, "").replace(/[<>&"']/g, (found) => ESCAPES[found] ?? found);
}

/** `yes` or `no`; undefined stays undefined. */
export function yesNo(value: boolean): "yes" | "no";
export function yesNo(value: boolean | undefined): "yes" | "no" | undefined;
export function yesNo(value: boolean | undefined): "yes" | "no" | undefined {
  return value === undefined ? undefined : value ? "yes" : "no";
}

/** `on` or `off`; undefined stays undefined. */
export function onOff(value: boolean | undefined): "on" | "off" | undefined {
  return value === undefined ? undefined : value ? "on" : "off";
}

function formatAttributes(attributes: XmlAttributes): string {
  let text = "";
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}='${escapeXml(String(value))}'`;
  }
  return text;
}
