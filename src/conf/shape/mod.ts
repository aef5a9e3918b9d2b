/**
 * Documents declared once: parser, formatter, TypeScript type and JSON schema come from one shape.
 *
 * @module
 */

export { attribute, type AttributeOptions } from "./attribute.ts";
export { child, type ChildOptions, children, type ChildrenOptions, path } from "./child.ts";
export { alternatives, choice, type ChoiceOptions, merge } from "./choice.ts";
export { cpuSet, formatCpuSet, parseCpuSet } from "./cpu_set.ts";
export {
  type Element,
  element,
  type FormatOptions,
  formatShape,
  jsonSchemaOf,
  type ParseOptions,
  parseShape,
} from "./element.ts";
export type { EmptyStyle } from "./element_out.ts";
export { flag } from "./flag.ts";
export { mac, uuid } from "./identifiers.ts";
export { lazy } from "./lazy.ts";
export { mixed } from "./mixed.ts";
export { namespace } from "./namespace.ts";
export { nonZero } from "./non_zero.ts";
export { base16, cNumber, double, hex, int32, int64, uint32, uint64 } from "./numbers.ts";
export { object } from "./object.ts";
export type { Fields, FieldsOf, Part, PartLike, ReadContext, ShapeOf } from "./part.ts";
export { type Fail, mapped, refine } from "./refine.ts";
export { size } from "./size.ts";
export { textIfAny, textOf } from "./text_of.ts";
export type { Value, ValueTerms } from "./value.ts";
export { verbatim } from "./verbatim.ts";
export { oneOf, onOff, pattern, string, yesNo } from "./words.ts";
