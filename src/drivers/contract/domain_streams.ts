/**
 * The flows of bytes of a guest.
 *
 * @module
 */

import type { DomainRef } from "../../model/mod.ts";
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

/** How a console is taken. */
export interface ConsoleFlags {
  /** Ends whoever has it. */
  readonly force?: boolean;
  /** Only where locks can be kept. */
  readonly safe?: boolean;
}

/** How a channel is taken. */
export interface ChannelFlags {
  /** Ends whoever has it. */
  readonly force?: boolean;
}

/** A picture of a guest's screen. */
export interface Screenshot {
  /** `image/png`, `image/x-portable-pixmap`. */
  readonly mime: string;
  readonly stream: DriverStream;
}
