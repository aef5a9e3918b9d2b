/**
 * Moments that a list call asks for, put in, and taken out with or without those that came after.
 *
 * @module
 */

import type { ErrorDomain } from "../../model/error_domain.ts";
import { failure } from "./errors.ts";
import type { Moment, MomentTree } from "./moments.ts";

/** Which moments a list is about. */
export interface MomentFilter {
  /** Only those with nothing before them. */
  readonly roots?: boolean;
  /** All that came after, not only those right after. */
  readonly descendants?: boolean;
  readonly leaves?: boolean;
  readonly noLeaves?: boolean;
  /** Parents before children. */
  readonly topological?: boolean;
}

/** What is to be taken out. */
export interface MomentRemoval {
  /** With all that came after it. */
  readonly children?: boolean;
  /** Only what came after it. */
  readonly childrenOnly?: boolean;
}

/** The moments that a filter lets through; of those after one, or of all. */
export function chooseMoments<T extends Moment>(tree: MomentTree<T>, filter: MomentFilter, from?: T): T[] {
  const found = from === undefined ? fromTheBeginning(tree, filter) : after(tree, filter, from);
  if (Boolean(filter.leaves) === Boolean(filter.noLeaves)) return found;
  return found.filter((moment) => tree.isLeaf(moment) === Boolean(filter.leaves));
}

function fromTheBeginning<T extends Moment>(tree: MomentTree<T>, { roots, topological }: MomentFilter): T[] {
  if (roots) return tree.roots();
  if (!topological) return tree.all();
  return tree.roots().flatMap((root) => [root, ...tree.descendantsOf(root)]);
}

function after<T extends Moment>(tree: MomentTree<T>, { descendants }: MomentFilter, from: T): T[] {
  return descendants ? tree.descendantsOf(from) : tree.childrenOf(from);
}

/**
 * Refuses a moment that could not be where it says it is.
 *
 * @throws VirtError in libvirt's words
 */
export function refuseCycles<T extends Moment>(tree: MomentTree<T>, { name, parent }: Moment): void {
  if (parent === undefined) return;
  const refuse = (detail: string): Error => failure("VIR_ERR_INVALID_ARG", detail, { domain: "VIR_FROM_DOMAIN" });
  if (parent === name) throw refuse(`cannot set moment ${name} as its own parent`);
  const above = tree.find(parent);
  if (above === undefined) throw refuse(`parent ${parent} for moment ${name} not found`);
  for (let at: T | undefined = above; at?.parent !== undefined; at = tree.find(at.parent)) {
    if (at.parent === name) throw refuse(`parent ${at.name} would create cycle to ${name}`);
  }
}

/**
 * Puts in a moment that is new.
 *
 * @throws VirtError where there is one of its name
 */
export function addMoment<T extends Moment>(tree: MomentTree<T>, moment: T): void {
  if (tree.find(moment.name) !== undefined) {
    throw failure("VIR_ERR_OPERATION_FAILED", `domain moment ${moment.name} already exists`, {
      domain: "VIR_FROM_DOMAIN",
      hint: "Choose another name, or delete the other first",
    });
  }
  tree.set(moment);
}

/** Takes a moment out; those right after it come after the one before, where they are not taken out, too. */
export function removeMoment<T extends Moment>(tree: MomentTree<T>, moment: T, removal: MomentRemoval): void {
  const above = moment.parent === undefined ? undefined : tree.find(moment.parent);
  if (removal.children || removal.childrenOnly) {
    for (const each of tree.descendantsOf(moment)) {
      const wasCurrent = tree.current === each;
      tree.delete(each);
      if (wasCurrent) tree.current = moment;
    }
  } else {
    for (const child of tree.childrenOf(moment)) {
      if (moment.parent === undefined) delete child.parent;
      else child.parent = moment.parent;
    }
  }
  if (removal.childrenOnly) return;
  const wasCurrent = tree.current === moment;
  tree.delete(moment);
  if (wasCurrent) tree.current = above;
}

/** The error for a moment that is not there. */
export function noMoment(kind: "snapshot" | "checkpoint", detail: string): Error {
  const code = kind === "snapshot" ? "VIR_ERR_NO_DOMAIN_SNAPSHOT" : "VIR_ERR_NO_DOMAIN_CHECKPOINT";
  const domain: ErrorDomain = "VIR_FROM_TEST";
  return failure(code, detail, { domain, hint: `List the ${kind}s of the domain` });
}
