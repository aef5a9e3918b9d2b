/**
 * A kind of document in the comparison, and what is done with one.
 *
 * @module
 */

import type { Connection } from "../../src/api/connection.ts";

/** Documents of one kind. */
export interface Section {
  /** One word for the table. */
  readonly name: string;
  /** Folders below the tests of the reference's source package. */
  readonly folders: readonly string[];
  /** The files that count. @default {all that are XML} */
  readonly files?: RegExp;
  /** The reference's hypervisor that takes such documents. @default {"test:///default"} */
  readonly reference?: string;
  /** Makes room for the documents. */
  readonly prepare?: (connection: Connection) => Promise<void>;
  /** Hands the documents of a file over, takes away what came of it, and gives what was said. */
  readonly attempt: (connection: Connection, text: string) => Promise<string>;
}
