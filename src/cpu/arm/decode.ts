/**
 * Names an ARM processor.
 *
 * @module
 */

import { ARM_MODELS, ARM_VENDORS } from "./models.ts";

/** Finds the model and vendor of an implementer and part number; nothing where the pair is not known. */
export function decodeArm(
  id: { readonly implementer: number; readonly part: number },
): { readonly model?: string; readonly vendor?: string } {
  const model = ARM_MODELS.find(({ implementer, part }) => implementer === id.implementer && part === id.part);
  const vendor = ARM_VENDORS.get(id.implementer);
  if (model === undefined || vendor === undefined) return {};
  return { model: model.name, vendor };
}
