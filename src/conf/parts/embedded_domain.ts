/**
 * The domain inside of another document, as it was at a moment; old documents have only its UUID.
 *
 * @module
 */

import { type Domain, domain } from "../domain/document.ts";
import { child, type Part, textOf, uuid } from "../shape/mod.ts";

/** The domain, under this name of the element. */
export function embeddedDomain(name: string): Part<Domain | undefined> {
  const part = child(name, domain);
  return {
    ...part,
    read: (reader, context) => hasType(reader.children(name)[0]) ? part.read(reader, context) : undefined,
  };
}

/** Only the domain's UUID. */
export const domainUuid: Part<string | undefined> = {
  optional: true,
  read(reader, context): string | undefined {
    const [found] = reader.children("domain");
    if (found === undefined || hasType(found)) return undefined;
    return child("uuid", textOf(uuid)).read(found, context);
  },
  write(value, out): void {
    out.content((writer) => writer.block("domain", {}, () => writer.text("uuid", value)));
  },
  schema: () => uuid.schema,
};

function hasType(reader: { attribute(name: string): string | undefined } | undefined): boolean {
  return reader?.attribute("type") !== undefined;
}
