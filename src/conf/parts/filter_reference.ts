/**
 * `<filterref>`: a network filter that is used, with values for its variables.
 *
 * @module
 */

import { attribute, children, mapped, object, type Part, string } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

const parameters = mapped(
  children("parameter", { name: attribute("name", string), value: attribute("value", string) }),
  {
    parse: (list = []): readonly FilterParameter[] | undefined => {
      const usable = list.flatMap(({ name, value }) =>
        isUsable(name, value) ? [{ name: name ?? "", value: value ?? "" }] : []
      );
      return usable.length === 0
        ? undefined
        : usable.toSorted((one, other) => one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
    },
    format: (list) => list,
  },
);

/** The value of a variable; one that is given several times has several values. */
export interface FilterParameter {
  readonly name: string;
  readonly value: string;
}

/** The content of `<filterref>`; `missing` is what libvirt says where it names no filter. */
export function filterReference(missing: ErrorTerms): Part<FilterReference> {
  return object({ filter: attribute("filter", string, { required: true, missing }), parameters });
}

/** A filter that is used. */
export interface FilterReference {
  readonly filter: string;
  readonly parameters?: readonly FilterParameter[];
}

/** libvirt overlooks a variable whose name or value has other characters. */
function isUsable(name: string | undefined, value: string | undefined): boolean {
  return name !== undefined && value !== undefined && /^\w*$/.test(name) && /^[\w.:]+$/.test(value);
}
