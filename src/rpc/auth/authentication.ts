/**
 * How far one client is with proving who it is. Until then only the procedures of authentication answer.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import { startScram } from "./scram.ts";
import type { SaslUsers, ScramServer } from "./scram.ts";
import type { Peer, PeerProcess } from "../transport.ts";

/** Asks the host's policy whether a process may use the door. Throws where it may not. */
export type AskPolicy = (process: PeerProcess, request: { readonly readOnly: boolean }) => Promise<void>;

/** What clients of one listener have to prove. */
export type AuthenticationMethod =
  | { readonly kind: "none" }
  /** Root is let in; everybody else is asked about. */
  | { readonly kind: "polkit"; readonly ask: AskPolicy }
  | { readonly kind: "sasl"; readonly users: SaslUsers };

/** What a step of SASL answers; `data` undefined is not the same as empty. */
export interface SaslAnswer {
  readonly complete: boolean;
  readonly data: Uint8Array | undefined;
}

const MECHANISM = "SCRAM-SHA-256";

/** The numbers of the methods on the wire (`remote_auth_type`). */
const METHOD_NUMBERS = { none: 0, sasl: 1, polkit: 2 } as const;

/** One client's authentication. */
export class Authentication {
  readonly #method: AuthenticationMethod;
  readonly #peer: Peer;
  readonly #readOnly: boolean;
  #done: boolean;
  #user: string | undefined;
  #offered = false;
  #scram: ScramServer | undefined;

  constructor(method: AuthenticationMethod, { peer, readOnly }: { readonly peer: Peer; readonly readOnly: boolean }) {
    this.#method = method.kind === "polkit" && peer.process?.uid === 0 ? { kind: "none" } : method;
    this.#peer = peer;
    this.#readOnly = readOnly;
    this.#done = this.#method.kind === "none";
  }

  /** Whether every procedure answers. */
  get done(): boolean {
    return this.#done;
  }

  /** The name that was proved. */
  get user(): string | undefined {
    return this.#user;
  }

  /** The numbers of the methods that lead on. */
  types(): readonly number[] {
    return [METHOD_NUMBERS[this.#method.kind]];
  }

  /** Asks the host's policy. Throws `VIR_ERR_AUTH_FAILED` where it says no. */
  async polkit(): Promise<void> {
    const { process } = this.#peer;
    if (this.#method.kind !== "polkit" || process === undefined) throw failed();
    await this.#method.ask(process, { readOnly: this.#readOnly });
    this.#done = true;
  }

  /** The mechanisms that are offered. */
  mechanisms(): string {
    if (this.#method.kind !== "sasl" || this.#done) throw failed();
    this.#offered = true;
    return MECHANISM;
  }

  /** Begins with the mechanism that the client chose. */
  async start(mechanism: string, data: Uint8Array | undefined): Promise<SaslAnswer> {
    const method = this.#method;
    if (method.kind !== "sasl" || !this.#offered || this.#done || mechanism !== MECHANISM) throw failed();
    this.#scram = startScram(method.users);
    // SCRAM begins with the client's word; one that sent none yet is asked for it by nothing.
    return data === undefined ? { complete: false, data: undefined } : await this.step(data);
  }

  /** Takes what the client says next. Throws `VIR_ERR_AUTH_FAILED`, and all has to begin anew. */
  async step(data: Uint8Array | undefined): Promise<SaslAnswer> {
    const scram = this.#scram;
    this.#scram = undefined;
    const answer = data && await scram?.step(data);
    if (answer === undefined) throw failed();
    if (answer.user === undefined) this.#scram = scram;
    else {
      this.#user = answer.user;
      this.#done = true;
    }
    return { complete: this.#done, data: answer.data };
  }
}

function failed(): VirtError {
  return new VirtError("VIR_ERR_AUTH_FAILED", "authentication failed", { domain: "VIR_FROM_RPC" });
}
