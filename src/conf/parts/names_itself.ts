/**
 * Errors that name the object they are about, as libvirt's do: `Invalid delay value in network 'default'`.
 *
 * @module
 */

import type { Part } from "../shape/mod.ts";
import { DocumentError } from "../xml/document_error.ts";

/** What stands for the object's name in the details of errors. */
export const NAME = "{name}";

/** The part of a whole document; its errors have the text of the child `<name>` where their detail says {@linkcode NAME}. */
export function namesItself<T>(part: Part<T>): Part<T> {
  return {
    ...part,
    read(reader, context): T {
      try {
        return part.read(reader, context);
      } catch (error) {
        throw withName(error, reader.children("name")[0]?.text() ?? "");
      }
    },
  };
}

/** The same error with the name filled in; anything else as it is. */
export function withName(error: unknown, name: string): unknown {
  if (!(error instanceof DocumentError) || !error.detail.includes(NAME)) return error;
  const { path, line, column, code, domain } = error;
  const detail = error.detail.replaceAll(NAME, () => name);
  return new DocumentError(error.problem, { path, line, column }, { code, domain, detail, cause: error.cause });
}
