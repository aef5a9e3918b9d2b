/**
 * What the objects of the API are made of.
 *
 * @module
 */

import type { Element } from "../conf/shape/mod.ts";
import type { CallOptions } from "./call_options.ts";
import type { ApiName } from "../model/api_permissions.ts";
import type { CallableName, MethodArguments, MethodName, MethodResult } from "./parts.ts";
import type { Session } from "./session.ts";

/** What a method takes after the reference of its object. */
type ArgumentsAfter<Reference, Arguments> = Arguments extends readonly [infer First, ...infer Rest]
  ? Reference extends First ? Rest : never
  : never;

/** A group of calls of a connection. */
export abstract class Section {
  /** @internal */
  protected readonly session: Session;

  /** @internal */
  constructor(session: Session) {
    this.session = session;
  }
}

/** An object of a hypervisor, or a group of its calls: a reference and a way to the hypervisor, and nothing kept. */
export abstract class Handle<Reference> {
  /** @internal */
  protected readonly session: Session;
  #reference: Reference;

  /** @internal */
  constructor(session: Session, reference: Reference) {
    this.session = session;
    this.#reference = reference;
  }

  /** How the object is named, as it was last known. */
  get reference(): Reference {
    return this.#reference;
  }

  /** @internal */
  protected call<P extends CallableName, M extends MethodName<P>>(
    call: ApiName,
    part: P,
    method: M,
    args: ArgumentsAfter<Reference, MethodArguments<P, M>>,
    options?: CallOptions,
  ): Promise<MethodResult<P, M>> {
    const all = [this.#reference, ...args as readonly unknown[]] as unknown as MethodArguments<P, M>;
    return this.session.invoke(call, part, method, all, options);
  }

  /**
   * How a document is declared is loaded when one is wanted: most callers never ask for any.
   *
   * @internal
   */
  protected async parse<T>(load: () => Promise<Element<T>>, xml: Promise<string>): Promise<T> {
    const [text, shape, { parseShape }] = await Promise.all([xml, load(), import("../conf/shape/mod.ts")]);
    return await this.session.run(
      `parse <${shape.name}>`,
      () => Promise.resolve(parseShape(shape, text, { unknown: "ignore" })),
    );
  }

  /** @internal */
  protected refer(reference: Reference): void {
    this.#reference = reference;
  }
}
