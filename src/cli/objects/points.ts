/**
 * What snapshots and checkpoints say of themselves in their documents.
 *
 * @module
 */

import { readDocument } from "../../conf/xml/read_document.ts";

/** A snapshot or checkpoint, without the guest's document in it. */
export interface PointFacts {
  readonly name: string;
  /** Seconds since 1970. */
  readonly creationTime: number;
  /** Of a snapshot: the guest's state. */
  readonly state?: string;
  readonly parent?: string;
  /** Whether a part of it is in a file of its own. */
  readonly external?: boolean;
}

/** Reads a document. */
export function readPoint(xml: string): PointFacts {
  return readDocument(xml, (root) => {
    const state = root.childText("state");
    const parent = root.child("parent")?.childText("name");
    const disks = root.child("disks")?.children("disk") ?? [];
    const parts = [root.child("memory"), ...disks];
    return {
      name: root.childText("name") ?? "",
      creationTime: Number(root.childText("creationTime") ?? 0),
      ...(state !== undefined && { state }),
      ...(parent !== undefined && { parent }),
      external: parts.some((part) => part?.attribute("snapshot") === "external"),
    };
  }, { unknown: "ignore" });
}

/** Orders by time, then by name; as they came where their order says who is above whom. */
export function sortPoints(points: readonly PointFacts[], asTheyCame: boolean): readonly PointFacts[] {
  if (asTheyCame) return points;
  return points.toSorted((left, right) =>
    left.creationTime - right.creationTime || (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1)
  );
}

/** The name of the one above; undefined where there is none. */
export async function parentOf(
  point: { getParent(): Promise<{ readonly name: string }> },
): Promise<string | undefined> {
  try {
    return (await point.getParent()).name;
  } catch (error) {
    const none = ["VIR_ERR_NO_DOMAIN_SNAPSHOT", "VIR_ERR_NO_DOMAIN_CHECKPOINT"];
    if (error instanceof Error && "code" in error && none.includes(String(error.code))) return undefined;
    throw error;
  }
}
