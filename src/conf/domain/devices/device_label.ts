/**
 * `<seclabel>` of a disk or a character device: how its files are labelled.
 *
 * @module
 */

import { attribute, child, children, type Part, refine, type ShapeOf, string, textOf, yesNo } from "../../shape/mod.ts";
import { wrong } from "../terms.ts";

/** A label longer than this is overlooked (VIR_SECURITY_LABEL_BUFLEN). */
const MAX_LABEL = 4096;

const label = refine({
  model: attribute("model", string),
  labelSkip: attribute("labelskip", yesNo, { only: "live" }),
  relabel: attribute("relabel", yesNo),
  label: child("label", textOf(string)),
}, ({ model, relabel, label }, fail) => {
  if (label === undefined || label.length >= MAX_LABEL || relabel !== false) return;
  const detail = `Cannot specify a label if relabelling is turned off. model=${model ?? "<null>"}`;
  fail("a label needs relabelling", wrong(detail));
});

type Label = ShapeOf<typeof label>;

/** As libvirt writes it: either skipped, or told whether to relabel. */
const canonical: typeof label = {
  ...label,
  read(reader, context): Label {
    const { labelSkip, relabel, label: text, ...rest } = label.read(reader, context);
    const kept = text === undefined || text.length >= MAX_LABEL ? {} : { label: text };
    return { ...rest, ...(labelSkip === true ? { labelSkip } : { relabel: relabel ?? true }), ...kept };
  },
};

const list = children("seclabel", canonical);

/** The children `<seclabel>`; an inactive document has only those that say something. */
export const deviceLabels: Part<readonly Label[] | undefined> = {
  ...list,
  read(reader, context): readonly Label[] | undefined {
    const models = reader.children("seclabel").map((each) => each.attribute("model"));
    const again = models.findIndex((model, index) => model !== undefined && models.indexOf(model) < index);
    if (again >= 0) {
      const detail = `seclabel for model ${models[again]} is already provided`;
      reader.fail("one label for each model", undefined, wrong(detail, "VIR_ERR_XML_DETAIL"));
    }
    return list.read(reader, context);
  },
  write(labels, out): void {
    const said = out.context.live
      ? labels
      : labels.filter((each) => each.label !== undefined || each.relabel === false);
    if (said.length > 0) list.write(said, out);
  },
};
