/**
 * The flows of bytes of a guest.
 *
 * @module
 */

import type { ChannelFlags, ConsoleFlags, DomainRef } from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";
import type { DriverStream } from "./stream.ts";

/** Consoles, channels, screenshots. */
export interface DomainStreamsPart {
  /** A console, serial or parallel device by its alias; absent: the first console. */
  openConsole?(
    domain: DomainRef,
    device: string | undefined,
    flags: ConsoleFlags,
    options: CallOptions,
  ): Promise<DriverStream>;
  /** A channel by its name or alias; absent: the first. */
  openChannel?(
    domain: DomainRef,
    name: string | undefined,
    flags: ChannelFlags,
    options: CallOptions,
  ): Promise<DriverStream>;
  screenshot?(domain: DomainRef, screen: number, options: CallOptions): Promise<Screenshot>;
}

/** A picture of a guest's screen. */
export interface Screenshot {
  /** `image/png`, `image/x-portable-pixmap`. */
  readonly mime: string;
  readonly stream: DriverStream;
}
