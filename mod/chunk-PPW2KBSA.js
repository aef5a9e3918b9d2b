// src/conf/xml/xml_writer.ts
var XmlWriter = class {
  #parts = [];
  #indent = "";
  /** Writes an element; without content (or with a function that writes nothing) it closes itself. */
  element(name, attributes = {}, content = "") {
    if (typeof content !== "function") {
      const head = `${this.#indent}<${name}${formatAttributes(attributes)}`;
      const text = escapeXml(String(content));
      this.#parts.push(text === "" ? `${head}/>
` : `${head}>${text}</${name}>
`);
      return;
    }
    const at = this.#parts.length;
    this.block(name, attributes, content);
    if (this.#parts.length > at + 2) return;
    this.#parts.length = at;
    this.element(name, attributes);
  }
  /** Writes an element with text, with both its tags also when the text is empty. */
  text(name, text, attributes = {}) {
    this.#parts.push(`${this.#indent}<${name}${formatAttributes(attributes)}>${escapeXml(text)}</${name}>
`);
  }
  /** Writes what the function makes of the present indentation, which it is not to put before the first line. */
  raw(make) {
    this.#parts.push(`${this.#indent}${make(this.#indent)}
`);
  }
  /** Writes an element with a line of its own for either tag, also when nothing is between them. */
  block(name, attributes, content) {
    this.#parts.push(`${this.#indent}<${name}${formatAttributes(attributes)}>
`);
    const outer = this.#indent;
    this.#indent = `${outer}  `;
    content();
    this.#indent = outer;
    this.#parts.push(`${this.#indent}</${name}>
`);
  }
  /** Writes an element as {@linkcode XmlWriter.element} does, or nothing where the function writes nothing. */
  unlessEmpty(name, attributes, content) {
    const at = this.#parts.length;
    this.block(name, attributes, content);
    if (this.#parts.length === at + 2) this.#parts.length = at;
  }
  /** Writes an empty line. */
  blankLine() {
    this.#parts.push("\n");
  }
  /** The text so far. */
  toString() {
    return this.#parts.join("");
  }
};
var ESCAPES = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;"
};
function escapeXml(text) {
  if (!/[<>&"'\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return text;
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, "").replace(/[<>&"']/g, (found) => ESCAPES[found] ?? found);
}
function yesNo(value) {
  return value === void 0 ? void 0 : value ? "yes" : "no";
}
function onOff(value) {
  return value === void 0 ? void 0 : value ? "on" : "off";
}
function formatAttributes(attributes) {
  let text = "";
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== void 0) text += ` ${name}='${escapeXml(String(value))}'`;
  }
  return text;
}

export {
  XmlWriter,
  yesNo,
  onOff
};
