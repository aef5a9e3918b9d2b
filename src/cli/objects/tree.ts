/**
 * Names with their parents, drawn as virsh draws trees.
 *
 * @module
 */

/** A name, and the name above it. */
export interface TreeNode {
  readonly name: string;
  readonly parent?: string;
}

/** Where a node is drawn. */
interface Place {
  readonly indent: string;
  /** Whether it is the last of its siblings. */
  readonly last: boolean;
}

/** Draws each tree; after the last leaf of a branch comes an empty line. */
export function formatTree(nodes: readonly TreeNode[]): string {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const draw = (name: string, place?: Place): string => {
    const line = place === undefined ? `${name}\n` : `${place.indent}+- ${name}\n`;
    const indent = place === undefined ? "" : `${place.indent}${place.last ? " " : "|"} `;
    const below = children.get(name) ?? [];
    if (below.length === 0) return place === undefined || place.last ? `${line}${indent}\n` : line;
    const branches = below.map((child, index) =>
      draw(child.name, { indent: `${indent}  `, last: index === below.length - 1 })
    );
    return `${line}${indent}  |\n${branches.join("")}`;
  };
  return (children.get(undefined) ?? []).map(({ name }) => draw(name)).join("");
}
