/**
 * Jobs on the disks of a running guest.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  BlockBandwidth,
  BlockCommit,
  BlockCopy,
  BlockJobInfo,
  BlockPull,
  BlockRebase,
  BlockResize,
} from "../../drivers/contract.ts";
import type { BlockJobAbortFlags, DomainRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/** Jobs on a guest's disks, which are named by target (`vda`) or source: `domain.blockJobs`. */
export class DomainBlockJobs extends Handle<DomainRef> {
  /** Gives a disk another size: KiB, or bytes with the flag (`virDomainBlockResize`). */
  resize(disk: string, change: BlockResize, options?: CallOptions): Promise<void> {
    return this.call("virDomainBlockResize", "domainBlock", "resize", [disk, change], options);
  }

  /** Brings all that an image is based on into the image (`virDomainBlockPull`). */
  pull(disk: string, job: Partial<BlockPull> = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainBlockPull", "domainBlock", "pull", [disk, { bandwidth: 0, flags: {}, ...job }], options);
  }

  /** Brings what lies above a base into the image, or copies (`virDomainBlockRebase`). */
  rebase(disk: string, job: Partial<BlockRebase> = {}, options?: CallOptions): Promise<void> {
    const whole = { bandwidth: 0, flags: {}, ...job };
    return this.call("virDomainBlockRebase", "domainBlock", "rebase", [disk, whole], options);
  }

  /** Brings an image into what it is based on (`virDomainBlockCommit`). */
  commit(disk: string, job: Partial<BlockCommit> = {}, options?: CallOptions): Promise<void> {
    const whole = { bandwidth: 0, flags: {}, ...job };
    return this.call("virDomainBlockCommit", "domainBlock", "commit", [disk, whole], options);
  }

  /** Copies a disk to another place, and keeps both the same until the job is ended (`virDomainBlockCopy`). */
  copy(disk: string, job: Pick<BlockCopy, "target"> & Partial<BlockCopy>, options?: CallOptions): Promise<void> {
    const whole = { parameters: {}, flags: {}, ...job };
    return this.call("virDomainBlockCopy", "domainBlock", "copy", [disk, whole], options);
  }

  /** How far a disk's job is; undefined where it has none (`virDomainGetBlockJobInfo`). */
  getInfo(disk: string, options?: CallOptions): Promise<BlockJobInfo | undefined> {
    return this.call("virDomainGetBlockJobInfo", "domainBlock", "getJobInfo", [disk], options);
  }

  /** How fast a disk's job may be (`virDomainBlockJobSetSpeed`). */
  setSpeed(disk: string, speed: BlockBandwidth, options?: CallOptions): Promise<void> {
    return this.call("virDomainBlockJobSetSpeed", "domainBlock", "setJobSpeed", [disk, speed], options);
  }

  /** Ends a disk's job; with `pivot` the guest goes on with the copy (`virDomainBlockJobAbort`). */
  abort(disk: string, flags: BlockJobAbortFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainBlockJobAbort", "domainBlock", "abortJob", [disk, flags], options);
  }

  /** Has an event told once when the guest has written beyond so many bytes of an image (`virDomainSetBlockThreshold`). */
  setThreshold(device: string, bytes: Integer64, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetBlockThreshold", "domainBlock", "setThreshold", [device, bytes], options);
  }
}
