/**
 * `<target>` of an interface: what it is called on the host.
 *
 * @module
 */

import { attribute, child, type Part, type ShapeOf, string, yesNo } from "../../../shape/mod.ts";

const target = child("target", { dev: attribute("dev", string), managed: attribute("managed", yesNo) }, {
  empty: "omit",
});

/** What an interface is called on the host. */
export type InterfaceTarget = NonNullable<ShapeOf<typeof target>>;

/** The child `<target>`; an inactive document has no name that was made up when the guest was started. */
export const interfaceTarget: Part<InterfaceTarget | undefined> = {
  ...target,
  read: (reader, context) => withoutMadeUp(target.read(reader, context), context.live),
  write(value, out): void {
    const given = withoutMadeUp(value, out.context.live);
    if (given !== undefined) target.write(given, out);
  },
};

function withoutMadeUp(value: InterfaceTarget | undefined, live: boolean): InterfaceTarget | undefined {
  const isMadeUp = value?.managed !== false && /^(vnet|macvtap|macvlan)/.test(value?.dev ?? "");
  if (live || value === undefined || !isMadeUp) return value;
  return value.managed === undefined ? undefined : { managed: value.managed };
}
