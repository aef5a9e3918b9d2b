/**
 * The flows of bytes of a guest.
 *
 * @module
 */

import type { ChannelFlags, ConsoleFlags, DomainRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";
import { Stream } from "../stream.ts";

/** Consoles, channels and screens of a guest: `domain.streams`. */
export class DomainStreams extends Handle<DomainRef> {
  /** Opens a console, serial or parallel device by its alias, or the first console (`virDomainOpenConsole`). */
  async openConsole(device?: string, flags: ConsoleFlags = {}, options?: CallOptions): Promise<Stream> {
    const flow = await this.call("virDomainOpenConsole", "domainStreams", "openConsole", [device, flags], options);
    return new Stream(this.session, flow);
  }

  /** Opens a channel by its name or alias, or the first (`virDomainOpenChannel`). */
  async openChannel(name?: string, flags: ChannelFlags = {}, options?: CallOptions): Promise<Stream> {
    const flow = await this.call("virDomainOpenChannel", "domainStreams", "openChannel", [name, flags], options);
    return new Stream(this.session, flow);
  }

  /** A picture of a screen, counted from 0 (`virDomainScreenshot`). */
  async screenshot(screen = 0, options?: CallOptions): Promise<ScreenshotStream> {
    const { mime, stream } = await this.call("virDomainScreenshot", "domainStreams", "screenshot", [screen], options);
    return { mime, stream: new Stream(this.session, stream) };
  }
}

/** A picture of a guest's screen. */
export interface ScreenshotStream {
  /** `image/png`, `image/x-portable-pixmap`. */
  readonly mime: string;
  /** The picture. */
  readonly stream: Stream;
}
