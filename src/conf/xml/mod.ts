/**
 * Typed reading and libvirt-style writing of XML documents.
 *
 * @module
 */

export { DocumentError, type DocumentErrorOptions, type DocumentPlace, type ErrorTerms } from "./document_error.ts";
export { ElementReader, type IntegerRange } from "./element_reader.ts";
export { readDocument, type ReadDocumentOptions } from "./read_document.ts";
export { escapeXml, onOff, type XmlAttributes, type XmlContent, XmlWriter, yesNo } from "./xml_writer.ts";
