/**
 * Which of the forms we have does the caller want? The `Accept` header of RFC 9110, section 12.5.1.
 *
 * @module
 */

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/** More ranges than any browser sends; a bound on work. */
const MAX_RANGES = 64;

/**
 * The form the caller likes best among those offered, in our order of preference where it likes several equally well;
 * `undefined` where it likes none.
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === "") return offered[0];
  const ranges = accept.split(",").slice(0, MAX_RANGES).map(parseRange).filter((range) => range !== undefined);
  let best: { readonly form: string; readonly quality: number } | undefined;
  for (const form of offered) {
    const quality = qualityOf(form, ranges);
    if (quality > (best?.quality ?? 0)) best = { form, quality };
  }
  return best?.form;
}

/** The most specific range that covers a form decides its quality. */
function qualityOf(form: string, ranges: readonly Range[]): number {
  const [type = "", subtype = ""] = form.split(";")[0]?.trim().split("/") ?? [];
  const matches = ranges.filter((range) =>
    (range.type === type || range.type === "*") && (range.subtype === subtype || range.subtype === "*")
  );
  matches.sort((a, b) => specificity(b) - specificity(a));
  return matches[0]?.quality ?? 0;
}

function specificity({ type, subtype }: Range): number {
  return (type === "*" ? 0 : 1) + (subtype === "*" ? 0 : 1);
}

function parseRange(text: string): Range | undefined {
  const [media = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const [type, subtype, ...rest] = media.split("/");
  if (!type || !subtype || rest.length > 0 || (type === "*" && subtype !== "*")) return undefined;
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const quality = weight === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
  return { type, subtype, quality };
}
