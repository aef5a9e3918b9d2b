import {
  invalidArgument
} from "./chunk-33PIS4WT.js";

// src/model/error_domain.ts
var ERROR_DOMAINS = [
  "VIR_FROM_NONE",
  "VIR_FROM_XEN",
  "VIR_FROM_XEND",
  "VIR_FROM_XENSTORE",
  "VIR_FROM_SEXPR",
  "VIR_FROM_XML",
  "VIR_FROM_DOM",
  "VIR_FROM_RPC",
  "VIR_FROM_PROXY",
  "VIR_FROM_CONF",
  "VIR_FROM_QEMU",
  "VIR_FROM_NET",
  "VIR_FROM_TEST",
  "VIR_FROM_REMOTE",
  "VIR_FROM_OPENVZ",
  "VIR_FROM_XENXM",
  "VIR_FROM_STATS_LINUX",
  "VIR_FROM_LXC",
  "VIR_FROM_STORAGE",
  "VIR_FROM_NETWORK",
  "VIR_FROM_DOMAIN",
  "VIR_FROM_UML",
  "VIR_FROM_NODEDEV",
  "VIR_FROM_XEN_INOTIFY",
  "VIR_FROM_SECURITY",
  "VIR_FROM_VBOX",
  "VIR_FROM_INTERFACE",
  "VIR_FROM_ONE",
  "VIR_FROM_ESX",
  "VIR_FROM_PHYP",
  "VIR_FROM_SECRET",
  "VIR_FROM_CPU",
  "VIR_FROM_XENAPI",
  "VIR_FROM_NWFILTER",
  "VIR_FROM_HOOK",
  "VIR_FROM_DOMAIN_SNAPSHOT",
  "VIR_FROM_AUDIT",
  "VIR_FROM_SYSINFO",
  "VIR_FROM_STREAMS",
  "VIR_FROM_VMWARE",
  "VIR_FROM_EVENT",
  "VIR_FROM_LIBXL",
  "VIR_FROM_LOCKING",
  "VIR_FROM_HYPERV",
  "VIR_FROM_CAPABILITIES",
  "VIR_FROM_URI",
  "VIR_FROM_AUTH",
  "VIR_FROM_DBUS",
  "VIR_FROM_PARALLELS",
  "VIR_FROM_DEVICE",
  "VIR_FROM_SSH",
  "VIR_FROM_LOCKSPACE",
  "VIR_FROM_INITCTL",
  "VIR_FROM_IDENTITY",
  "VIR_FROM_CGROUP",
  "VIR_FROM_ACCESS",
  "VIR_FROM_SYSTEMD",
  "VIR_FROM_BHYVE",
  "VIR_FROM_CRYPTO",
  "VIR_FROM_FIREWALL",
  "VIR_FROM_POLKIT",
  "VIR_FROM_THREAD",
  "VIR_FROM_ADMIN",
  "VIR_FROM_LOGGING",
  "VIR_FROM_XENXL",
  "VIR_FROM_PERF",
  "VIR_FROM_LIBSSH",
  "VIR_FROM_RESCTRL",
  "VIR_FROM_FIREWALLD",
  "VIR_FROM_DOMAIN_CHECKPOINT",
  "VIR_FROM_TPM",
  "VIR_FROM_BPF",
  "VIR_FROM_CH"
];
var DRIVER_DOMAINS = {
  test: "VIR_FROM_TEST",
  qemu: "VIR_FROM_QEMU",
  lxc: "VIR_FROM_LXC",
  xen: "VIR_FROM_LIBXL",
  bhyve: "VIR_FROM_BHYVE",
  vz: "VIR_FROM_PARALLELS",
  esx: "VIR_FROM_ESX",
  vmware: "VIR_FROM_VMWARE",
  hyperv: "VIR_FROM_HYPERV",
  vbox: "VIR_FROM_VBOX",
  phyp: "VIR_FROM_PHYP",
  remote: "VIR_FROM_REMOTE"
};
function errorDomainOf(driver) {
  return DRIVER_DOMAINS[driver];
}

// src/model/virt_type.ts
var VIRT_TYPES = [
  "qemu",
  "kqemu",
  "kvm",
  "xen",
  "lxc",
  "uml",
  "openvz",
  "test",
  "vmware",
  "hyperv",
  "vbox",
  "phyp",
  "parallels",
  "bhyve",
  "vz",
  "hvf"
];
function isVirtType(text) {
  return VIRT_TYPES.includes(text);
}

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/StringScanner.js
var emptyString = "";
var surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
var StringScanner = class {
  constructor(string) {
    this.charCount = this.charLength(string, true);
    this.charIndex = 0;
    this.length = string.length;
    this.multiByteMode = this.charCount !== this.length;
    this.string = string;
    if (this.multiByteMode) {
      let charsToBytes = [];
      for (let byteIndex = 0, charIndex = 0; charIndex < this.charCount; ++charIndex) {
        charsToBytes[charIndex] = byteIndex;
        byteIndex += string.codePointAt(byteIndex) > 65535 ? 2 : 1;
      }
      this.charsToBytes = charsToBytes;
    }
  }
  /**
     * Whether the current character index is at the end of the input string.
     */
  get isEnd() {
    return this.charIndex >= this.charCount;
  }
  // -- Protected Methods ------------------------------------------------------
  /**
     * Returns the number of characters in the given string, which may differ from
     * the byte length if the string contains multibyte characters.
     */
  charLength(string, multiByteSafe = this.multiByteMode) {
    return multiByteSafe ? string.replace(surrogatePair, "_").length : string.length;
  }
  // -- Public Methods ---------------------------------------------------------
  /**
     * Advances the scanner by the given number of characters, stopping if the end
     * of the string is reached.
     */
  advance(count = 1) {
    this.charIndex = Math.min(this.charCount, this.charIndex + count);
  }
  /**
     * Returns the byte index of the given character index in the string. The two
     * may differ in strings that contain multibyte characters.
     */
  charIndexToByteIndex(charIndex = this.charIndex) {
    return this.multiByteMode ? this.charsToBytes[charIndex] ?? Infinity : charIndex;
  }
  /**
     * Consumes and returns the given number of characters if possible, advancing
     * the scanner and stopping if the end of the string is reached.
     *
     * If no characters could be consumed, an empty string will be returned.
     */
  consume(charCount = 1) {
    let chars = this.peek(charCount);
    this.advance(charCount);
    return chars;
  }
  /**
     * Consumes and returns the given number of bytes if possible, advancing the
     * scanner and stopping if the end of the string is reached.
     *
     * It's up to the caller to ensure that the given byte count doesn't split a
     * multibyte character.
     *
     * If no bytes could be consumed, an empty string will be returned.
     */
  consumeBytes(byteCount) {
    let byteIndex = this.charIndexToByteIndex();
    let result = this.string.slice(byteIndex, byteIndex + byteCount);
    this.advance(this.charLength(result));
    return result;
  }
  /**
     * Consumes and returns all characters for which the given function returns
     * `true`, stopping when `false` is returned or the end of the input is
     * reached.
     */
  consumeMatchFn(fn) {
    let { length, multiByteMode, string } = this;
    let startByteIndex = this.charIndexToByteIndex();
    let endByteIndex = startByteIndex;
    if (multiByteMode) {
      while (endByteIndex < length) {
        let char = string[endByteIndex];
        let isSurrogatePair = char >= "\uD800" && char <= "\uDBFF";
        if (isSurrogatePair) {
          char += string[endByteIndex + 1];
        }
        if (!fn(char)) {
          break;
        }
        endByteIndex += isSurrogatePair ? 2 : 1;
      }
    } else {
      while (endByteIndex < length && fn(string[endByteIndex])) {
        ++endByteIndex;
      }
    }
    return this.consumeBytes(endByteIndex - startByteIndex);
  }
  /**
     * Consumes the given string if it exists at the current character index, and
     * advances the scanner.
     *
     * If the given string doesn't exist at the current character index, an empty
     * string will be returned and the scanner will not be advanced.
     */
  consumeString(stringToConsume) {
    let { length } = stringToConsume;
    let byteIndex = this.charIndexToByteIndex();
    if (stringToConsume === this.string.slice(byteIndex, byteIndex + length)) {
      this.advance(length === 1 ? 1 : this.charLength(stringToConsume));
      return stringToConsume;
    }
    return emptyString;
  }
  /**
     * Consumes characters until the given global regex is matched, advancing the
     * scanner up to (but not beyond) the beginning of the match. If the regex
     * doesn't match, nothing will be consumed.
     *
     * Returns the consumed string, or an empty string if nothing was consumed.
     */
  consumeUntilMatch(regex) {
    let matchByteIndex = this.string.slice(this.charIndexToByteIndex()).search(regex);
    return matchByteIndex > 0 ? this.consumeBytes(matchByteIndex) : emptyString;
  }
  /**
     * Consumes characters until the given string is found, advancing the scanner
     * up to (but not beyond) that point. If the string is never found, nothing
     * will be consumed.
     *
     * Returns the consumed string, or an empty string if nothing was consumed.
     */
  consumeUntilString(searchString) {
    let byteIndex = this.charIndexToByteIndex();
    let matchByteIndex = this.string.indexOf(searchString, byteIndex);
    return matchByteIndex > 0 ? this.consumeBytes(matchByteIndex - byteIndex) : emptyString;
  }
  /**
     * Returns the given number of characters starting at the current character
     * index, without advancing the scanner and without exceeding the end of the
     * input string.
     */
  peek(count = 1) {
    let { charIndex, string } = this;
    return this.multiByteMode ? string.slice(this.charIndexToByteIndex(charIndex), this.charIndexToByteIndex(charIndex + count)) : string.slice(charIndex, charIndex + count);
  }
  /**
     * Resets the scanner position to the given character _index_, or to the start
     * of the input string if no index is given.
     *
     * If _index_ is negative, the scanner position will be moved backward by that
     * many characters, stopping if the beginning of the string is reached.
     */
  reset(index = 0) {
    this.charIndex = index >= 0 ? Math.min(this.charCount, index) : Math.max(0, this.charIndex + index);
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/syntax.js
var attValueCharDoubleQuote = /["&<]/;
var attValueCharSingleQuote = /['&<]/;
var attValueNormalizedWhitespace = /\r\n|[\n\r\t]/g;
var endCharData = /<|&|]]>/;
var predefinedEntities = Object.freeze(Object.assign(/* @__PURE__ */ Object.create(null), {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  quot: '"'
}));
function isNameChar(char) {
  let cp = char.codePointAt(0);
  return cp >= 97 && cp <= 122 || cp >= 65 && cp <= 90 || cp >= 48 && cp <= 57 || cp === 45 || cp === 46 || cp === 183 || cp >= 768 && cp <= 879 || cp === 8255 || cp === 8256 || isNameStartChar(char, cp);
}
function isNameStartChar(char, cp = char.codePointAt(0)) {
  return cp >= 97 && cp <= 122 || cp >= 65 && cp <= 90 || cp === 58 || cp === 95 || cp >= 192 && cp <= 214 || cp >= 216 && cp <= 246 || cp >= 248 && cp <= 767 || cp >= 880 && cp <= 893 || cp >= 895 && cp <= 8191 || cp === 8204 || cp === 8205 || cp >= 8304 && cp <= 8591 || cp >= 11264 && cp <= 12271 || cp >= 12289 && cp <= 55295 || cp >= 63744 && cp <= 64975 || cp >= 65008 && cp <= 65533 || cp >= 65536 && cp <= 983039;
}
function isReferenceChar(char) {
  return char === "#" || isNameChar(char);
}
function isWhitespace(char) {
  let cp = char.codePointAt(0);
  return cp === 32 || cp === 9 || cp === 10 || cp === 13;
}
function isXmlCodePoint(cp) {
  return cp >= 32 && cp <= 55295 || cp === 10 || cp === 9 || cp === 13 || cp >= 57344 && cp <= 65533 || cp >= 65536 && cp <= 1114111;
}

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlNode.js
var XmlNode = class _XmlNode {
  constructor() {
    this.parent = null;
    this.start = -1;
    this.end = -1;
  }
  /**
     * Document that contains this node, or `null` if this node is not associated
     * with a document.
     */
  get document() {
    return this.parent?.document ?? null;
  }
  /**
     * Whether this node is the root node of the document (also known as the
     * document element).
     */
  get isRootNode() {
    return this.parent !== null && this.parent === this.document && this.type === _XmlNode.TYPE_ELEMENT;
  }
  /**
     * Whether whitespace should be preserved in the content of this element and
     * its children.
     *
     * This is influenced by the value of the special `xml:space` attribute, and
     * will be `true` for any node whose `xml:space` attribute is set to
     * "preserve". If a node has no such attribute, it will inherit the value of
     * the nearest ancestor that does (if any).
     *
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-white-space
     */
  get preserveWhitespace() {
    return !!this.parent?.preserveWhitespace;
  }
  /**
     * Type of this node.
     *
     * The value of this property is a string that matches one of the static
     * `TYPE_*` properties on the `XmlNode` class (e.g. `TYPE_ELEMENT`,
     * `TYPE_TEXT`, etc.).
     *
     * The `XmlNode` class itself is a base class and doesn't have its own type
     * name.
     */
  get type() {
    return "";
  }
  /**
     * Returns a JSON-serializable object representing this node, minus properties
     * that could result in circular references.
     */
  toJSON() {
    let json = {
      type: this.type
    };
    if (this.isRootNode) {
      json.isRootNode = true;
    }
    if (this.preserveWhitespace) {
      json.preserveWhitespace = true;
    }
    if (this.start !== -1) {
      json.start = this.start;
      json.end = this.end;
    }
    return json;
  }
};
XmlNode.TYPE_CDATA = "cdata";
XmlNode.TYPE_COMMENT = "comment";
XmlNode.TYPE_DOCUMENT = "document";
XmlNode.TYPE_DOCUMENT_TYPE = "doctype";
XmlNode.TYPE_ELEMENT = "element";
XmlNode.TYPE_PROCESSING_INSTRUCTION = "pi";
XmlNode.TYPE_TEXT = "text";
XmlNode.TYPE_XML_DECLARATION = "xmldecl";

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlText.js
var XmlText = class extends XmlNode {
  constructor(text = "") {
    super();
    this.text = text;
  }
  get type() {
    return XmlNode.TYPE_TEXT;
  }
  toJSON() {
    return Object.assign(XmlNode.prototype.toJSON.call(this), {
      text: this.text
    });
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlCdata.js
var XmlCdata = class extends XmlText {
  get type() {
    return XmlNode.TYPE_CDATA;
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlComment.js
var XmlComment = class extends XmlNode {
  constructor(content = "") {
    super();
    this.content = content;
  }
  get type() {
    return XmlNode.TYPE_COMMENT;
  }
  toJSON() {
    return Object.assign(XmlNode.prototype.toJSON.call(this), {
      content: this.content
    });
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlDeclaration.js
var XmlDeclaration = class extends XmlNode {
  constructor(version, encoding, standalone) {
    super();
    this.version = version;
    this.encoding = encoding ?? null;
    this.standalone = standalone ?? null;
  }
  get type() {
    return XmlNode.TYPE_XML_DECLARATION;
  }
  toJSON() {
    let json = XmlNode.prototype.toJSON.call(this);
    json.version = this.version;
    for (let key of [
      "encoding",
      "standalone"
    ]) {
      if (this[key] !== null) {
        json[key] = this[key];
      }
    }
    return json;
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlElement.js
var XmlElement = class _XmlElement extends XmlNode {
  constructor(name, attributes = /* @__PURE__ */ Object.create(null), children = []) {
    super();
    this.name = name;
    this.attributes = attributes;
    this.children = children;
  }
  /**
     * Whether this element is empty (meaning it has no children).
     */
  get isEmpty() {
    return this.children.length === 0;
  }
  get preserveWhitespace() {
    let node = this;
    while (node instanceof _XmlElement) {
      if ("xml:space" in node.attributes) {
        return node.attributes["xml:space"] === "preserve";
      }
      node = node.parent;
    }
    return false;
  }
  /**
     * Text content of this element and all its descendants.
     */
  get text() {
    return this.children.map((child) => "text" in child ? child.text : "").join("");
  }
  get type() {
    return XmlNode.TYPE_ELEMENT;
  }
  toJSON() {
    return Object.assign(XmlNode.prototype.toJSON.call(this), {
      name: this.name,
      attributes: this.attributes,
      children: this.children.map((child) => child.toJSON())
    });
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlDocument.js
var XmlDocument = class extends XmlNode {
  constructor(children = []) {
    super();
    this.children = children;
  }
  get document() {
    return this;
  }
  /**
     * Root element of this document, or `null` if this document is empty.
     */
  get root() {
    for (let child of this.children) {
      if (child instanceof XmlElement) {
        return child;
      }
    }
    return null;
  }
  /**
     * Text content of this document and all its descendants.
     */
  get text() {
    return this.children.map((child) => "text" in child ? child.text : "").join("");
  }
  get type() {
    return XmlNode.TYPE_DOCUMENT;
  }
  toJSON() {
    return Object.assign(XmlNode.prototype.toJSON.call(this), {
      children: this.children.map((child) => child.toJSON())
    });
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlDocumentType.js
var XmlDocumentType = class extends XmlNode {
  constructor(name, publicId, systemId, internalSubset) {
    super();
    this.name = name;
    this.publicId = publicId ?? null;
    this.systemId = systemId ?? null;
    this.internalSubset = internalSubset ?? null;
  }
  get type() {
    return XmlNode.TYPE_DOCUMENT_TYPE;
  }
  toJSON() {
    let json = XmlNode.prototype.toJSON.call(this);
    json.name = this.name;
    for (let key of [
      "publicId",
      "systemId",
      "internalSubset"
    ]) {
      if (this[key] !== null) {
        json[key] = this[key];
      }
    }
    return json;
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlError.js
var XmlError = class extends Error {
  constructor(message, charIndex, xml) {
    let column = 1;
    let excerpt = "";
    let line = 1;
    for (let i = 0; i < charIndex; ++i) {
      let char = xml[i];
      if (char === "\n") {
        column = 1;
        excerpt = "";
        line += 1;
      } else {
        column += 1;
        excerpt += char;
      }
    }
    let eol = xml.indexOf("\n", charIndex);
    excerpt += eol === -1 ? xml.slice(charIndex) : xml.slice(charIndex, eol);
    let excerptStart = 0;
    if (excerpt.length > 50) {
      if (column < 40) {
        excerpt = excerpt.slice(0, 50);
      } else {
        excerptStart = column - 20;
        excerpt = excerpt.slice(excerptStart, column + 30);
      }
    }
    super(`${message} (line ${line}, column ${column})
  ${excerpt}
` + " ".repeat(column - excerptStart + 1) + "^\n");
    this.column = column;
    this.excerpt = excerpt;
    this.line = line;
    this.name = "XmlError";
    this.pos = charIndex;
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/XmlProcessingInstruction.js
var XmlProcessingInstruction = class extends XmlNode {
  constructor(name, content = "") {
    super();
    this.name = name;
    this.content = content;
  }
  get type() {
    return XmlNode.TYPE_PROCESSING_INSTRUCTION;
  }
  toJSON() {
    return Object.assign(XmlNode.prototype.toJSON.call(this), {
      name: this.name,
      content: this.content
    });
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/lib/Parser.js
var emptyString2 = "";
var Parser = class {
  /**
     * @param xml XML string to parse.
     * @param options Parser options.
     */
  constructor(xml, options = {}) {
    let doc = this.document = new XmlDocument();
    this.currentNode = doc;
    this.options = options;
    this.scanner = new StringScanner(xml);
    if (this.options.includeOffsets) {
      doc.start = 0;
      doc.end = xml.length;
    }
    this.parse();
  }
  /**
     * Adds the given `XmlNode` as a child of `this.currentNode`.
     */
  addNode(node, charIndex) {
    node.parent = this.currentNode;
    if (this.options.includeOffsets) {
      node.start = this.scanner.charIndexToByteIndex(charIndex);
      node.end = this.scanner.charIndexToByteIndex();
    }
    this.currentNode.children.push(node);
    return true;
  }
  /**
     * Adds the given _text_ to the document, either by appending it to a
     * preceding `XmlText` node (if possible) or by creating a new `XmlText` node.
     *
     * When _normalize_ is `true` (the default), line breaks in _text_ are
     * normalized per section 2.11 of the XML spec. This must be `false` for text
     * that comes from a character or entity reference, since references aren't
     * subject to line break normalization.
     */
  addText(text, charIndex, normalize = true) {
    let { children } = this.currentNode;
    let { length } = children;
    if (normalize) {
      text = normalizeLineBreaks(text);
    }
    if (length > 0) {
      let prevNode = children[length - 1];
      if (prevNode?.type === XmlNode.TYPE_TEXT) {
        let textNode = prevNode;
        textNode.text += text;
        if (this.options.includeOffsets) {
          textNode.end = this.scanner.charIndexToByteIndex();
        }
        return true;
      }
    }
    return this.addNode(new XmlText(text), charIndex);
  }
  /**
     * Consumes element attributes.
     *
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-starttags
     */
  consumeAttributes() {
    let attributes = /* @__PURE__ */ Object.create(null);
    while (this.consumeWhitespace()) {
      let attrName = this.consumeName();
      if (!attrName) {
        break;
      }
      let attrValue = this.consumeEqual() && this.consumeAttributeValue();
      if (attrValue === false) {
        throw this.error("Attribute value expected");
      }
      if (attrName in attributes) {
        throw this.error(`Duplicate attribute: ${attrName}`);
      }
      if (attrName === "xml:space" && attrValue !== "default" && attrValue !== "preserve") {
        throw this.error('Value of the `xml:space` attribute must be "default" or "preserve"');
      }
      attributes[attrName] = attrValue;
    }
    if (this.options.sortAttributes) {
      let attrNames = Object.keys(attributes).sort();
      let sortedAttributes = /* @__PURE__ */ Object.create(null);
      for (let i = 0; i < attrNames.length; ++i) {
        let attrName = attrNames[i];
        sortedAttributes[attrName] = attributes[attrName];
      }
      attributes = sortedAttributes;
    }
    return attributes;
  }
  /**
     * Consumes an `AttValue` (attribute value) if possible.
     *
     * @returns
     *   Contents of the `AttValue` minus quotes, or `false` if nothing was
     *   consumed. An empty string indicates that an `AttValue` was consumed but
     *   was empty.
     *
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-AttValue
     */
  consumeAttributeValue() {
    let { scanner } = this;
    let quote = scanner.peek();
    if (quote !== '"' && quote !== "'") {
      return false;
    }
    scanner.advance();
    let chars;
    let isClosed = false;
    let value = emptyString2;
    let regex = quote === '"' ? attValueCharDoubleQuote : attValueCharSingleQuote;
    matchLoop: while (!scanner.isEnd) {
      chars = scanner.consumeUntilMatch(regex);
      if (chars) {
        this.validateChars(chars);
        value += chars.replace(attValueNormalizedWhitespace, " ");
      }
      switch (scanner.peek()) {
        case quote:
          isClosed = true;
          break matchLoop;
        case "&":
          value += this.consumeReference();
          continue;
        case "<":
          throw this.error("Unescaped `<` is not allowed in an attribute value");
        default:
          break matchLoop;
      }
    }
    if (!isClosed) {
      throw this.error("Unclosed attribute");
    }
    scanner.advance();
    return value;
  }
  /**
     * Consumes a CDATA section if possible.
     *
     * @returns Whether a CDATA section was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-cdata-sect
     */
  consumeCdataSection() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    if (!scanner.consumeString("<![CDATA[")) {
      return false;
    }
    let text = scanner.consumeUntilString("]]>");
    this.validateChars(text);
    if (!scanner.consumeString("]]>")) {
      throw this.error("Unclosed CDATA section");
    }
    return this.options.preserveCdata ? this.addNode(new XmlCdata(normalizeLineBreaks(text)), startIndex) : this.addText(text, startIndex);
  }
  /**
     * Consumes character data if possible.
     *
     * @returns Whether character data was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#dt-chardata
     */
  consumeCharData() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    let charData = scanner.consumeUntilMatch(endCharData);
    if (!charData) {
      return false;
    }
    this.validateChars(charData);
    if (scanner.peek(3) === "]]>") {
      throw this.error("Element content may not contain the CDATA section close delimiter `]]>`");
    }
    return this.addText(charData, startIndex);
  }
  /**
     * Consumes a comment if possible.
     *
     * @returns Whether a comment was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Comment
     */
  consumeComment() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    if (!scanner.consumeString("<!--")) {
      return false;
    }
    let content = scanner.consumeUntilString("--");
    this.validateChars(content);
    if (!scanner.consumeString("-->")) {
      if (scanner.peek(2) === "--") {
        throw this.error("The string `--` isn't allowed inside a comment");
      }
      throw this.error("Unclosed comment");
    }
    return this.options.preserveComments ? this.addNode(new XmlComment(normalizeLineBreaks(content)), startIndex) : true;
  }
  /**
     * Consumes a reference in a content context if possible.
     *
     * This differs from `consumeReference()` in that a consumed reference will be
     * added to the document as a text node instead of returned.
     *
     * @returns Whether a reference was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#entproc
     */
  consumeContentReference() {
    let startIndex = this.scanner.charIndex;
    let ref = this.consumeReference();
    return ref ? this.addText(ref, startIndex, false) : false;
  }
  /**
     * Consumes a doctype declaration if possible.
     *
     * This is a loose implementation since doctype declarations are currently
     * discarded without further parsing.
     *
     * @returns Whether a doctype declaration was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#dtd
     */
  consumeDoctypeDeclaration() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    if (!scanner.consumeString("<!DOCTYPE")) {
      return false;
    }
    let name = this.consumeWhitespace() && this.consumeName();
    if (!name) {
      throw this.error("Expected a name");
    }
    let publicId;
    let systemId;
    if (this.consumeWhitespace()) {
      if (scanner.consumeString("PUBLIC")) {
        publicId = this.consumeWhitespace() && this.consumePubidLiteral();
        if (publicId === false) {
          throw this.error("Expected a public identifier");
        }
        this.consumeWhitespace();
      }
      if (publicId !== void 0 || scanner.consumeString("SYSTEM")) {
        this.consumeWhitespace();
        systemId = this.consumeSystemLiteral();
        if (systemId === false) {
          throw this.error("Expected a system identifier");
        }
        this.consumeWhitespace();
      }
    }
    let internalSubset;
    if (scanner.consumeString("[")) {
      internalSubset = scanner.consumeUntilMatch(/\][\x20\t\r\n]*>/);
      if (!scanner.consumeString("]")) {
        throw this.error("Unclosed internal subset");
      }
      this.consumeWhitespace();
    }
    if (!scanner.consumeString(">")) {
      throw this.error("Unclosed doctype declaration");
    }
    return this.options.preserveDocumentType ? this.addNode(new XmlDocumentType(name, publicId, systemId, internalSubset), startIndex) : true;
  }
  /**
     * Consumes an element if possible.
     *
     * @returns Whether an element was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-element
     */
  consumeElement() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    if (!scanner.consumeString("<")) {
      return false;
    }
    let name = this.consumeName();
    if (!name) {
      scanner.reset(startIndex);
      return false;
    }
    let attributes = this.consumeAttributes();
    let isEmpty = !!scanner.consumeString("/>");
    let element = new XmlElement(name, attributes);
    element.parent = this.currentNode;
    if (!isEmpty) {
      if (!scanner.consumeString(">")) {
        throw this.error(`Unclosed start tag for element \`${name}\``);
      }
      this.currentNode = element;
      do {
        this.consumeCharData();
      } while (this.consumeElement() || this.consumeContentReference() || this.consumeCdataSection() || this.consumeProcessingInstruction() || this.consumeComment());
      let endTagMark = scanner.charIndex;
      let endTagName;
      if (!scanner.consumeString("</") || !(endTagName = this.consumeName()) || endTagName !== name) {
        scanner.reset(endTagMark);
        throw this.error(`Missing end tag for element ${name}`);
      }
      this.consumeWhitespace();
      if (!scanner.consumeString(">")) {
        throw this.error(`Unclosed end tag for element ${name}`);
      }
      this.currentNode = element.parent;
    }
    return this.addNode(element, startIndex);
  }
  /**
     * Consumes an `Eq` production if possible.
     *
     * @returns Whether an `Eq` production was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Eq
     */
  consumeEqual() {
    this.consumeWhitespace();
    if (this.scanner.consumeString("=")) {
      this.consumeWhitespace();
      return true;
    }
    return false;
  }
  /**
     * Consumes `Misc` content if possible.
     *
     * @returns Whether anything was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Misc
     */
  consumeMisc() {
    return this.consumeComment() || this.consumeProcessingInstruction() || this.consumeWhitespace();
  }
  /**
     * Consumes one or more `Name` characters if possible.
     *
     * @returns `Name` characters, or an empty string if none were consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Name
     */
  consumeName() {
    return isNameStartChar(this.scanner.peek()) ? this.scanner.consumeMatchFn(isNameChar) : emptyString2;
  }
  /**
     * Consumes a processing instruction if possible.
     *
     * @returns Whether a processing instruction was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-pi
     */
  consumeProcessingInstruction() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    if (!scanner.consumeString("<?")) {
      return false;
    }
    let name = this.consumeName();
    if (name) {
      if (name.toLowerCase() === "xml") {
        scanner.reset(startIndex);
        throw this.error("XML declaration isn't allowed here");
      }
    } else {
      throw this.error("Invalid processing instruction");
    }
    if (!this.consumeWhitespace()) {
      if (scanner.consumeString("?>")) {
        return this.addNode(new XmlProcessingInstruction(name), startIndex);
      }
      throw this.error("Whitespace is required after a processing instruction name");
    }
    let content = scanner.consumeUntilString("?>");
    this.validateChars(content);
    if (!scanner.consumeString("?>")) {
      throw this.error("Unterminated processing instruction");
    }
    return this.addNode(new XmlProcessingInstruction(name, normalizeLineBreaks(content)), startIndex);
  }
  /**
     * Consumes a prolog if possible.
     *
     * @returns Whether a prolog was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#sec-prolog-dtd
     */
  consumeProlog() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    this.consumeXmlDeclaration();
    while (this.consumeMisc()) {
    }
    if (this.consumeDoctypeDeclaration()) {
      while (this.consumeMisc()) {
      }
    }
    return startIndex < scanner.charIndex;
  }
  /**
     * Consumes a public identifier literal if possible.
     *
     * @returns
     *   Value of the public identifier literal minus quotes, or `false` if
     *   nothing was consumed. An empty string indicates that a public id literal
     *   was consumed but was empty.
     *
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-PubidLiteral
     */
  consumePubidLiteral() {
    let startIndex = this.scanner.charIndex;
    let value = this.consumeSystemLiteral();
    if (value !== false && !/^[-\x20\r\na-zA-Z0-9'()+,./:=?;!*#@$_%]*$/.test(value)) {
      this.scanner.reset(startIndex);
      throw this.error("Invalid character in public identifier");
    }
    return value;
  }
  /**
     * Consumes a reference if possible.
     *
     * This differs from `consumeContentReference()` in that a consumed reference
     * will be returned rather than added to the document.
     *
     * @returns
     *   Parsed reference value, or `false` if nothing was consumed (to
     *   distinguish from a reference that resolves to an empty string).
     *
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-Reference
     */
  consumeReference() {
    let { scanner } = this;
    if (!scanner.consumeString("&")) {
      return false;
    }
    let ref = scanner.consumeMatchFn(isReferenceChar);
    if (scanner.consume() !== ";") {
      throw this.error("Unterminated reference (a reference must end with `;`)");
    }
    let parsedValue;
    if (ref[0] === "#") {
      let codePoint = ref[1] === "x" ? parseInt(ref.slice(2), 16) : parseInt(ref.slice(1), 10);
      if (isNaN(codePoint) || !/^#(?:x[0-9A-Fa-f]+|[0-9]+)$/.test(ref)) {
        throw this.error("Invalid character reference");
      }
      if (!isXmlCodePoint(codePoint)) {
        throw this.error("Character reference resolves to an invalid character");
      }
      parsedValue = String.fromCodePoint(codePoint);
    } else {
      parsedValue = predefinedEntities[ref];
      if (parsedValue === void 0) {
        let { ignoreUndefinedEntities, resolveUndefinedEntity } = this.options;
        let wrappedRef = `&${ref};`;
        if (resolveUndefinedEntity) {
          let resolvedValue = resolveUndefinedEntity(wrappedRef);
          if (resolvedValue !== null && resolvedValue !== void 0) {
            let type = typeof resolvedValue;
            if (type !== "string") {
              throw new TypeError(`\`resolveUndefinedEntity()\` must return a string, \`null\`, or \`undefined\`, but returned a value of type ${type}`);
            }
            return resolvedValue;
          }
        }
        if (ignoreUndefinedEntities) {
          return wrappedRef;
        }
        scanner.reset(-wrappedRef.length);
        throw this.error(`Named entity isn't defined: ${wrappedRef}`);
      }
    }
    return parsedValue;
  }
  /**
     * Consumes a `SystemLiteral` if possible.
     *
     * A `SystemLiteral` is similar to an attribute value, but allows the
     * characters `<` and `&` and doesn't replace references.
     *
     * @returns
     *   Value of the `SystemLiteral` minus quotes, or `false` if nothing was
     *   consumed. An empty string indicates that a `SystemLiteral` was consumed
     *   but was empty.
     *
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-SystemLiteral
     */
  consumeSystemLiteral() {
    let { scanner } = this;
    let quote = scanner.consumeString('"') || scanner.consumeString("'");
    if (!quote) {
      return false;
    }
    let value = scanner.consumeUntilString(quote);
    this.validateChars(value);
    if (!scanner.consumeString(quote)) {
      throw this.error("Missing end quote");
    }
    return value;
  }
  /**
     * Consumes one or more whitespace characters if possible.
     *
     * @returns Whether any whitespace characters were consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#white
     */
  consumeWhitespace() {
    return !!this.scanner.consumeMatchFn(isWhitespace);
  }
  /**
     * Consumes an XML declaration if possible.
     *
     * @returns Whether an XML declaration was consumed.
     * @see https://www.w3.org/TR/2008/REC-xml-20081126/#NT-XMLDecl
     */
  consumeXmlDeclaration() {
    let { scanner } = this;
    let startIndex = scanner.charIndex;
    if (!scanner.consumeString("<?xml")) {
      return false;
    }
    if (isNameChar(scanner.peek())) {
      scanner.reset(startIndex);
      return false;
    }
    if (!this.consumeWhitespace()) {
      throw this.error("Invalid XML declaration");
    }
    let version = !!scanner.consumeString("version") && this.consumeEqual() && this.consumeSystemLiteral();
    if (version === false) {
      throw this.error("XML version is missing or invalid");
    } else if (!/^1\.[0-9]+$/.test(version)) {
      throw this.error("Invalid character in version number");
    }
    let encoding;
    let standalone;
    if (this.consumeWhitespace()) {
      encoding = !!scanner.consumeString("encoding") && this.consumeEqual() && this.consumeSystemLiteral();
      if (encoding) {
        if (!/^[A-Za-z][\w.-]*$/.test(encoding)) {
          throw this.error("Invalid character in encoding name");
        }
        this.consumeWhitespace();
      }
      standalone = !!scanner.consumeString("standalone") && this.consumeEqual() && this.consumeSystemLiteral();
      if (standalone) {
        if (standalone !== "yes" && standalone !== "no") {
          throw this.error('Only "yes" and "no" are permitted as values of `standalone`');
        }
        this.consumeWhitespace();
      }
    }
    if (!scanner.consumeString("?>")) {
      throw this.error("Invalid or unclosed XML declaration");
    }
    return this.options.preserveXmlDeclaration ? this.addNode(new XmlDeclaration(version, encoding || void 0, standalone || void 0), startIndex) : true;
  }
  /**
     * Returns an `XmlError` for the current scanner position.
     */
  error(message) {
    let { scanner } = this;
    return new XmlError(message, scanner.charIndex, scanner.string);
  }
  /**
     * Parses the XML input.
     */
  parse() {
    this.scanner.consumeString("\uFEFF");
    this.consumeProlog();
    if (!this.consumeElement()) {
      throw this.error("Root element is missing or invalid");
    }
    while (this.consumeMisc()) {
    }
    if (!this.scanner.isEnd) {
      throw this.error("Extra content at the end of the document");
    }
  }
  /**
     * Throws an invalid character error if any character in the given _string_
     * isn't a valid XML character.
     */
  validateChars(string) {
    let { length } = string;
    for (let i = 0; i < length; ++i) {
      let cp = string.codePointAt(i);
      if (!isXmlCodePoint(cp)) {
        this.scanner.reset(-([
          ...string
        ].length - i));
        throw this.error("Invalid character");
      }
      if (cp > 65535) {
        i += 1;
      }
    }
  }
};
function normalizeLineBreaks(text) {
  let i = 0;
  while ((i = text.indexOf("\r", i)) !== -1) {
    text = text[i + 1] === "\n" ? text.slice(0, i) + text.slice(i + 1) : text.slice(0, i) + "\n" + text.slice(i + 1);
  }
  return text;
}

// ../../../root/.cache/deno/npm/registry.npmjs.org/@rgrove/parse-xml/5.0.0/dist/index.js
function parseXml(xml, options) {
  return new Parser(xml, options).document;
}

// src/std/xml.ts
var XmlSyntaxError = class extends SyntaxError {
  line;
  column;
  offset;
  constructor(message, position) {
    super(`${message} at line ${position.line}, column ${position.column}`);
    this.name = "XmlSyntaxError";
    this.line = position.line;
    this.column = position.column;
    this.offset = position.offset;
  }
};
var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
var XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
var NO_POSITION = {
  line: 0,
  column: 0,
  offset: 0
};
function isElement(node) {
  return node.type === "element";
}
function parse(xml, options = {}) {
  return new Reader(xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml, options).read();
}
var Reader = class {
  #input;
  #ignoreWhitespace;
  #ignoreComments;
  #trackPosition;
  #disallowDoctype;
  constructor(input, options) {
    this.#input = input;
    this.#ignoreWhitespace = options.ignoreWhitespace ?? false;
    this.#ignoreComments = options.ignoreComments ?? false;
    this.#trackPosition = options.trackPosition ?? true;
    this.#disallowDoctype = options.disallowDoctype ?? true;
  }
  read() {
    if (this.#disallowDoctype) this.#refuseDoctype();
    const { children, root } = this.#parseForeign();
    const declaration = children.find((node) => node instanceof XmlDeclaration);
    if (root === null) throw this.#failure("No root element found in XML document", 0);
    return {
      ...declaration === void 0 ? {} : {
        declaration: this.#declaration(declaration)
      },
      root: this.#element(root, /* @__PURE__ */ new Map([
        [
          "xml",
          XML_NAMESPACE
        ]
      ]))
    };
  }
  #parseForeign() {
    try {
      return parseXml(this.#input, {
        includeOffsets: true,
        preserveCdata: true,
        preserveComments: !this.#ignoreComments,
        preserveXmlDeclaration: true
      });
    } catch (error) {
      if (error instanceof XmlError) {
        const message = (error.message.split("\n")[0] ?? "").replace(/ \(line \d+, column \d+\)$/, "");
        throw this.#failure(message, error.pos);
      }
      if (error instanceof RangeError) throw this.#failure("Elements are nested too deeply", 0);
      throw error;
    }
  }
  /** Looks through what may stand before the root element. */
  #refuseDoctype() {
    const misc = /(?:\uFEFF|[ \t\n]|<\?[^]*?\?>|<!--[^]*?-->)/y;
    let offset = 0;
    while (misc.test(this.#input)) offset = misc.lastIndex;
    if (this.#input.startsWith("<!DOCTYPE", offset)) {
      throw this.#failure("DOCTYPE declarations are not allowed", offset + "<!".length);
    }
  }
  #failure(message, offset) {
    if (!this.#trackPosition) return new XmlSyntaxError(message, NO_POSITION);
    const before = this.#input.slice(0, offset).split("\n");
    return new XmlSyntaxError(message, {
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
      offset
    });
  }
  #declaration(node) {
    const at = this.#trackPosition ? 1 : 0;
    return {
      type: "declaration",
      version: node.version,
      line: at,
      column: at,
      offset: 0,
      ...node.encoding === null ? {} : {
        encoding: node.encoding
      },
      ...node.standalone === null ? {} : {
        standalone: node.standalone
      }
    };
  }
  #element(node, outer) {
    const attributes = Object.assign(/* @__PURE__ */ Object.create(null), node.attributes);
    const bindings = this.#bind(attributes, outer, node.start);
    const name = this.#resolve(node.name, bindings, node.start);
    this.#checkAttributes(attributes, bindings, node.start);
    const children = [];
    for (const child of node.children) {
      const converted = this.#node(child, bindings);
      if (converted !== void 0) children.push(converted);
    }
    return {
      type: "element",
      name,
      attributes,
      children
    };
  }
  #node(node, bindings) {
    if (node instanceof XmlElement) return this.#element(node, bindings);
    if (node instanceof XmlComment) return {
      type: "comment",
      text: node.content
    };
    if (node instanceof XmlCdata) return {
      type: "cdata",
      text: node.text
    };
    if (!(node instanceof XmlText)) return void 0;
    if (this.#ignoreWhitespace && /^[ \t\r\n]*$/.test(node.text)) return void 0;
    return {
      type: "text",
      text: node.text
    };
  }
  #bind(attributes, outer, offset) {
    let bindings;
    for (const name in attributes) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const uri = attributes[name] ?? "";
      const prefix = name.slice("xmlns:".length);
      const problem = bindingProblem(prefix, uri);
      if (problem !== void 0) throw this.#failure(problem, offset);
      if (prefix !== "") (bindings ??= new Map(outer)).set(prefix, uri);
    }
    return bindings ?? outer;
  }
  #resolve(raw, bindings, offset) {
    const colon = raw.indexOf(":");
    if (colon === -1) return {
      raw,
      local: raw
    };
    const prefix = raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    if (prefix === "" || local === "" || local.includes(":")) {
      throw this.#failure(`"${raw}" is not a name with one prefix`, offset);
    }
    const uri = bindings.get(prefix);
    if (uri === void 0) throw this.#failure(`Namespace prefix of "${raw}" is not declared`, offset);
    return {
      raw,
      local,
      prefix,
      uri
    };
  }
  #checkAttributes(attributes, bindings, offset) {
    const seen = /* @__PURE__ */ new Set();
    for (const raw in attributes) {
      if (!raw.includes(":") || raw.startsWith("xmlns:")) continue;
      const { uri, local } = this.#resolve(raw, bindings, offset);
      const expanded = `{${uri}}${local}`;
      if (seen.has(expanded)) throw this.#failure(`Attribute ${expanded} is given twice`, offset);
      seen.add(expanded);
    }
  }
};
function bindingProblem(prefix, uri) {
  if (prefix !== "" && uri === "") return `Namespace prefix "${prefix}" is bound to nothing`;
  if (prefix === "xmlns") return 'The prefix "xmlns" cannot be declared';
  if (prefix === "xml" !== (uri === XML_NAMESPACE)) return `Only the prefix "xml" is bound to ${XML_NAMESPACE}`;
  if (uri === XMLNS_NAMESPACE) return `Nothing can be bound to ${XMLNS_NAMESPACE}`;
  return void 0;
}

// src/conf/xml/document_error.ts
var DocumentError = class extends Error {
  /** Path of the element: `/capabilities/host/cpu`. */
  path;
  /** Line, from 1. */
  line;
  /** Column, from 1. */
  column;
  /** What is wrong, without the place. */
  problem;
  /** libvirt's code for it. */
  code;
  /** Where libvirt says it comes from. */
  domain;
  /** What libvirt says about it. */
  detail;
  /** Names the problem and its place. */
  constructor(problem, place, options = {}) {
    super(`Cannot read ${place.path} at line ${place.line}, column ${place.column}: ${problem}`, options);
    this.name = "DocumentError";
    this.problem = problem;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
    this.code = options.code ?? "VIR_ERR_XML_ERROR";
    this.domain = options.domain ?? "VIR_FROM_XML";
    this.detail = options.detail ?? problem;
  }
};

// src/conf/xml/element_reader.ts
var ElementReader = class _ElementReader {
  name;
  #parent;
  #element;
  #context;
  #attributesRead = /* @__PURE__ */ new Set();
  #children = /* @__PURE__ */ new Map();
  #textRead = false;
  #ignoreRest = false;
  constructor(element, context, parent) {
    this.#parent = parent;
    this.#element = element;
    this.#context = context;
    this.name = this.#nameOf(element);
    context.readers.push(this);
  }
  /** Where the element is: `/domainCapabilities/os/loader[1]`, the number only where there are several. */
  get path() {
    return this.#parent === void 0 ? `/${this.name}` : this.#parent.#childPath(this.#element);
  }
  /** The element as the parser gave it; who takes it has to answer for its content. */
  get element() {
    return this.#element;
  }
  /** What a namespace prefix is bound to here; the empty one is the default namespace. */
  namespace(prefix) {
    const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    return this.#element.attributes[name] ?? this.#parent?.namespace(prefix);
  }
  /** Throws a `DocumentError` about this element, or about one of its attributes. */
  fail(problem, attribute, terms = {}) {
    const path = attribute === void 0 ? this.path : `${this.path}/@${attribute}`;
    return this.#context.fail({
      problem,
      element: this.#element,
      path,
      terms
    });
  }
  /** An attribute's value, or undefined where it is not given. */
  attribute(name) {
    this.#attributesRead.add(name);
    return this.#element.attributes[name];
  }
  /** An attribute's value; its absence is an error. */
  requiredAttribute(name) {
    return this.attribute(name) ?? this.fail(`the attribute "${name}" is missing`, name);
  }
  /** A decimal integer attribute within its range. */
  integer(name, range = {}) {
    const value = this.attribute(name);
    return value === void 0 ? void 0 : this.#toInteger(value, range, name);
  }
  /** A decimal integer attribute within its range; its absence is an error. */
  requiredInteger(name, range = {}) {
    return this.#toInteger(this.requiredAttribute(name), range, name);
  }
  /** An attribute that is one of a few words. */
  oneOf(name, words) {
    const value = this.attribute(name);
    return value === void 0 ? void 0 : this.#toWord(value, words, name);
  }
  /** An attribute that is one of a few words; its absence is an error. */
  requiredOneOf(name, words) {
    return this.#toWord(this.requiredAttribute(name), words, name);
  }
  /** A `yes` or `no` attribute. */
  yesNo(name) {
    const word = this.oneOf(name, [
      "yes",
      "no"
    ]);
    return word === void 0 ? void 0 : word === "yes";
  }
  /** An `on` or `off` attribute. */
  onOff(name) {
    const word = this.oneOf(name, [
      "on",
      "off"
    ]);
    return word === void 0 ? void 0 : word === "on";
  }
  /** The only child of this name, or undefined; more than one is an error. */
  child(name) {
    const found = this.children(name);
    if (found.length > 1) found[1]?.fail(`<${name}> may be given once only`);
    return found[0];
  }
  /** The only child of this name; its absence is an error. */
  requiredChild(name) {
    return this.child(name) ?? this.fail(`the element <${name}> is missing`);
  }
  /** Every child of this name, in order. */
  children(name) {
    return this.#select((child) => this.#nameOf(child) === name);
  }
  /** Every child whose name is wanted, in order. */
  childrenOf(wanted) {
    return this.#select((child) => wanted(this.#nameOf(child)));
  }
  /** Every child, in order. */
  elements() {
    return this.#select(() => true);
  }
  /** The text in this element, as written. */
  text() {
    this.#textRead = true;
    return this.#ownText();
  }
  /** The text of the only child of this name, or undefined where there is no such child. */
  childText(name) {
    return this.child(name)?.text();
  }
  /** The text as a decimal integer within its range. */
  textInteger(range = {}) {
    return this.#toInteger(this.text().trim(), range);
  }
  /** The text as one of a few words. */
  textOneOf(words) {
    return this.#toWord(this.text().trim(), words);
  }
  /** Lets everything in this element pass that is not asked for. */
  ignoreRest() {
    this.#ignoreRest = true;
  }
  /** Throws about the first attribute, child or text that nobody asked for. */
  refuseUnread() {
    if (this.#ignoreRest) return;
    for (const name in this.#element.attributes) {
      if (this.#attributesRead.has(name) || this.#isNamespace(name)) continue;
      this.fail(`unknown attribute "${name}"`, name);
    }
    for (const child of this.#element.children) {
      if (!isElement(child)) continue;
      if (this.#children.has(child)) continue;
      const path = this.#childPath(child);
      this.#context.fail({
        problem: `unknown element <${child.name.raw}>`,
        element: child,
        path
      });
    }
    if (!this.#textRead && this.#ownText().trim() !== "") this.fail("there is text where none is expected");
  }
  #select(wanted) {
    const found = [];
    for (const child of this.#element.children) {
      if (!isElement(child) || !wanted(child)) continue;
      let reader = this.#children.get(child);
      if (reader === void 0) {
        reader = new _ElementReader(child, this.#context, this);
        this.#children.set(child, reader);
      }
      found.push(reader);
    }
    return found;
  }
  /** Names of a known namespace are read with its usual prefix. */
  #nameOf({ name, attributes }) {
    if (this.#context.prefixes.size === 0) return name.raw;
    const uri = name.prefix === void 0 ? attributes["xmlns"] ?? this.namespace("") : name.uri;
    const prefix = uri === void 0 ? void 0 : this.#context.prefixes.get(uri);
    return prefix === void 0 ? name.raw : `${prefix}:${name.local}`;
  }
  /** Declarations of prefixes are no attributes; a default namespace is one unless it is known. */
  #isNamespace(name) {
    return name.startsWith("xmlns:") || name === "xmlns" && this.#context.prefixes.has(this.#element.attributes["xmlns"] ?? "");
  }
  #childPath(child) {
    const name = child.name.raw;
    const siblings = this.#element.children.filter((each) => isElement(each) && each.name.raw === name);
    const index = siblings.length > 1 ? `[${siblings.indexOf(child) + 1}]` : "";
    return `${this.path}/${name}${index}`;
  }
  #ownText() {
    let text = "";
    for (const child of this.#element.children) {
      if (child.type === "text" || child.type === "cdata") text += child.text;
    }
    return text;
  }
  #toInteger(value, range, attribute) {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = range;
    const number = /^[+-]?\d{1,20}$/.test(value) ? Number(value) : NaN;
    if (!Number.isSafeInteger(number)) this.fail(`"${value}" is not an integer`, attribute);
    if (number < min || number > max) this.fail(`${number} is not within ${min} and ${max}`, attribute);
    return number;
  }
  #toWord(value, words, attribute) {
    const word = words.find((each) => each === value);
    return word ?? this.fail(`"${value}" is none of ${words.join(", ")}`, attribute);
  }
};

// src/conf/xml/scan_tags.ts
function scanTags(text, visit) {
  let at = text.indexOf("<");
  while (at !== -1) {
    const start = at;
    const skipped = skipMarkup(text, start);
    if (skipped !== void 0) {
      if (skipped === -1) return;
      at = text.indexOf("<", skipped);
      continue;
    }
    const end = tagEnd(text, start + 1);
    if (end === -1) return;
    const kind = text[start + 1] === "/" ? "close" : text[end - 1] === "/" ? "empty" : "open";
    if (visit(kind, start) === false) return;
    at = text.indexOf("<", end);
  }
}
function findStartTag(text, ordinal) {
  let seen = 0;
  let found;
  scanTags(text, (kind, offset) => {
    if (kind === "close" || seen++ !== ordinal) return true;
    found = offset;
    return false;
  });
  return found;
}
function findTooDeep(text, limit) {
  let depth = 0;
  let found;
  scanTags(text, (kind, offset) => {
    if (kind === "close") {
      depth -= 1;
      return true;
    }
    if (depth + 1 > limit) {
      found = offset;
      return false;
    }
    if (kind === "open") depth += 1;
    return true;
  });
  return found;
}
function positionOf(text, offset) {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return {
    line,
    column: offset - lineStart + 1
  };
}
function skipMarkup(text, start) {
  if (text.startsWith("<!--", start)) return after(text, "-->", start + 4);
  if (text.startsWith("<![CDATA[", start)) return after(text, "]]>", start + 9);
  if (text.startsWith("<?", start)) return after(text, "?>", start + 2);
  if (text.startsWith("<!", start)) return after(text, ">", start + 2);
  return void 0;
}
function after(text, mark, from) {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}
function tagEnd(text, from) {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === ">") return at;
    if (character !== "'" && character !== '"') continue;
    at = text.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

// src/conf/xml/read_document.ts
function readDocument(text, read, options) {
  refuseHostile(text, options);
  const root = parseRoot(text);
  const context = {
    readers: [],
    prefixes: new Map(Object.entries(options.namespaces ?? {}).map(([prefix, uri]) => [
      uri,
      prefix
    ])),
    fail: (failure) => failAt(text, root, failure)
  };
  const reader = new ElementReader(root, context);
  const found = root.name.raw;
  if (found !== options.root) {
    const detail = `expecting root element of '${options.root}', not '${found}'`;
    reader.fail(`expected <${options.root}>, found <${found}>`, void 0, {
      detail
    });
  }
  const value = read(reader);
  if (options.unknown !== "ignore") {
    for (const each of context.readers) each.refuseUnread();
  }
  return value;
}
function refuseHostile(text, options) {
  const maxLength = options.maxLength ?? 16 * 1024 * 1024;
  const place = {
    path: "/",
    line: 1,
    column: 1
  };
  if (text.length > maxLength) {
    const problem2 = `the text is ${text.length} characters long, ${maxLength} are allowed`;
    throw new DocumentError(problem2, place);
  }
  const maxDepth = options.maxDepth ?? 64;
  const tooDeep = findTooDeep(text, maxDepth);
  if (tooDeep === void 0) return;
  const problem = `elements are nested more than ${maxDepth} deep`;
  throw new DocumentError(problem, {
    path: "/",
    ...positionOf(text, tooDeep)
  });
}
function parseRoot(text) {
  try {
    return parse(text).root;
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const problem = error.message.replace(/ at line \d+, column \d+$/, "");
    const terms = {
      code: "VIR_ERR_XML_DETAIL",
      detail: `at line ${error.line}: ${problem}`
    };
    throw new DocumentError(problem, {
      path: "/",
      line: error.line,
      column: error.column
    }, {
      ...terms,
      cause: error
    });
  }
}
function failAt(text, root, failure) {
  const offset = findStartTag(text, ordinalOf(root, failure.element)) ?? 0;
  throw new DocumentError(failure.problem, {
    path: failure.path,
    ...positionOf(text, offset)
  }, failure.terms);
}
function ordinalOf(root, wanted) {
  let count = 0;
  const stack = [
    root
  ];
  for (let element = stack.pop(); element !== void 0 && element !== wanted; element = stack.pop()) {
    count += 1;
    const children = element.children.filter(isElement);
    while (children.length > 0) stack.push(children.pop());
  }
  return count;
}

// src/base/bit_flags.ts
function flagsToNumber(table, flags) {
  let bits = 0;
  for (const [name, bit] of Object.entries(table)) {
    if (flags[name]) bits |= bit;
  }
  return bits >>> 0;
}
function unknownBits(bits, ...tables) {
  return tables.reduce((rest, table) => rest & ~allBits(table), bits) >>> 0;
}
function allBits(table) {
  return Object.values(table).reduce((all, bit) => all | bit, 0) >>> 0;
}

// src/model/domain_affect.ts
var DOMAIN_AFFECT_FLAGS = {
  live: 1,
  config: 2
};
var DOMAIN_MEMORY_FLAGS = {
  ...DOMAIN_AFFECT_FLAGS,
  maximum: 4
};
var DOMAIN_VCPU_FLAGS = {
  ...DOMAIN_AFFECT_FLAGS,
  maximum: 4,
  guest: 8,
  hotpluggable: 16
};
var DOMAIN_DEVICE_FLAGS = {
  ...DOMAIN_AFFECT_FLAGS,
  force: 4
};

// src/model/domain_flags.ts
var DOMAIN_CREATE_FLAGS = {
  paused: 1,
  autodestroy: 2,
  bypassCache: 4,
  forceBoot: 8,
  validate: 16,
  resetNvram: 32
};
var DOMAIN_UNDEFINE_FLAGS = {
  managedSave: 1,
  snapshotsMetadata: 2,
  nvram: 4,
  keepNvram: 8,
  checkpointsMetadata: 16,
  tpm: 32,
  keepTpm: 64
};
var DOMAIN_SHUTDOWN_FLAGS = {
  acpiPowerBtn: 1,
  guestAgent: 2,
  initctl: 4,
  signal: 8,
  paravirt: 16
};
var DOMAIN_REBOOT_FLAGS = DOMAIN_SHUTDOWN_FLAGS;
var DOMAIN_DESTROY_FLAGS = {
  graceful: 1,
  removeLogs: 2
};
var DOMAIN_XML_FLAGS = {
  secure: 1,
  inactive: 2,
  updateCpu: 4,
  migratable: 8
};
var DOMAIN_SAVE_FLAGS = {
  bypassCache: 1,
  running: 2,
  paused: 4,
  resetNvram: 8
};
var DOMAIN_SAVE_IMAGE_XML_FLAGS = {
  secure: 1
};
var DOMAIN_DUMP_FLAGS = {
  crash: 1,
  live: 2,
  bypassCache: 4,
  reset: 8,
  memoryOnly: 16
};

// src/model/check_flags.ts
function checkFlags(bits, tables, check) {
  const unknown = unknownBits(bits, ...tables);
  if (unknown === 0) return;
  const text = `unsupported flags (0x${unknown.toString(16)}) in function ${check.function}`;
  throw invalidArgument("flags", text, check);
}
function exclusiveFlags(names, check) {
  return invalidArgument("ctl", `Flags '${names[0]}' and '${names[1]}' are mutually exclusive`, check);
}
function requiredFlag(flag, required, check) {
  return invalidArgument("ctl", `Flag '${required}' is required by flag '${flag}'`, check);
}

export {
  ERROR_DOMAINS,
  errorDomainOf,
  VIRT_TYPES,
  isVirtType,
  flagsToNumber,
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_VCPU_FLAGS,
  DOMAIN_CREATE_FLAGS,
  DOMAIN_UNDEFINE_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_REBOOT_FLAGS,
  DOMAIN_DESTROY_FLAGS,
  DOMAIN_XML_FLAGS,
  DOMAIN_SAVE_FLAGS,
  DOMAIN_SAVE_IMAGE_XML_FLAGS,
  DOMAIN_DUMP_FLAGS,
  isElement,
  parse,
  DocumentError,
  findStartTag,
  readDocument,
  checkFlags,
  exclusiveFlags,
  requiredFlag
};
