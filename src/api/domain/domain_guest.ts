/**
 * What is asked of the system inside a guest, through its agent or by looking at it from outside.
 *
 * @module
 */

import type {
  AgentCommand,
  AuthorizedKeysChange,
  GuestFilesystem,
  GuestInterface,
  GuestNameSource,
  GuestTime,
  PasswordChange,
  TrimRequest,
} from "../../drivers/contract.ts";
import type {
  DomainRef,
  GuestInfoTypes,
  InterfaceAddressesSource,
  SetTimeFlags,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/**
 * The system inside a guest: `domain.guest`. Where its agent does not answer, calls throw
 * `VIR_ERR_AGENT_UNRESPONSIVE`.
 */
export class DomainGuest extends Handle<DomainRef> {
  /** What its agent knows: `os.id`, `user.count`, …; no type set: everything (`virDomainGetGuestInfo`). */
  getInfo(types: GuestInfoTypes = {}, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetGuestInfo", "domainGuest", "getInfo", [types], options);
  }

  /** Its host name (`virDomainGetHostname`). */
  getHostname(source: GuestNameSource = {}, options?: CallOptions): Promise<string> {
    return this.call("virDomainGetHostname", "domainGuest", "getHostname", [source], options);
  }

  /** Its network interfaces with their addresses (`virDomainInterfaceAddresses`). */
  getInterfaceAddresses(
    source: InterfaceAddressesSource = "lease",
    options?: CallOptions,
  ): Promise<readonly GuestInterface[]> {
    return this.call("virDomainInterfaceAddresses", "domainGuest", "getInterfaceAddresses", [source], options);
  }

  /** Its mounted file systems (`virDomainGetFSInfo`). */
  getFilesystems(options?: CallOptions): Promise<readonly GuestFilesystem[]> {
    return this.call("virDomainGetFSInfo", "domainGuest", "getFilesystems", [], options);
  }

  /** What its clock says (`virDomainGetTime`). */
  getTime(options?: CallOptions): Promise<GuestTime> {
    return this.call("virDomainGetTime", "domainGuest", "getTime", [], options);
  }

  /** Sets its clock, or has it set from its hardware with `sync` (`virDomainSetTime`). */
  setTime(time: GuestTime, flags: SetTimeFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetTime", "domainGuest", "setTime", [time, flags], options);
  }

  /** Holds writes to its file systems, and gives how many were frozen; none named: all (`virDomainFSFreeze`). */
  freezeFilesystems(mountPoints: readonly string[] = [], options?: CallOptions): Promise<number> {
    return this.call("virDomainFSFreeze", "domainGuest", "freezeFilesystems", [mountPoints], options);
  }

  /** Lets writes go on, and gives how many file systems were thawed (`virDomainFSThaw`). */
  thawFilesystems(mountPoints: readonly string[] = [], options?: CallOptions): Promise<number> {
    return this.call("virDomainFSThaw", "domainGuest", "thawFilesystems", [mountPoints], options);
  }

  /** Has it give unused blocks back (`virDomainFSTrim`). */
  trimFilesystems(request: TrimRequest = { minimum: 0 }, options?: CallOptions): Promise<void> {
    return this.call("virDomainFSTrim", "domainGuest", "trimFilesystems", [request], options);
  }

  /** Sets the password of an account inside it (`virDomainSetUserPassword`). */
  setUserPassword(change: PasswordChange, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetUserPassword", "domainGuest", "setUserPassword", [change], options);
  }

  /** The SSH keys that may log in as a user (`virDomainAuthorizedSSHKeysGet`). */
  getAuthorizedKeys(user: string, options?: CallOptions): Promise<readonly string[]> {
    return this.call("virDomainAuthorizedSSHKeysGet", "domainGuest", "getAuthorizedKeys", [user], options);
  }

  /** Sets, adds or removes SSH keys of a user (`virDomainAuthorizedSSHKeysSet`). */
  setAuthorizedKeys(change: AuthorizedKeysChange, options?: CallOptions): Promise<void> {
    return this.call("virDomainAuthorizedSSHKeysSet", "domainGuest", "setAuthorizedKeys", [change], options);
  }

  /** The processors it sees: `vcpus`, `online`, `offlinable`, as sets (`virDomainGetGuestVcpus`). */
  getVcpus(options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetGuestVcpus", "domainGuest", "getVcpus", [], options);
  }

  /** Has it take processors on or off line: `0-3` (`virDomainSetGuestVcpus`). */
  setVcpus(vcpus: string, online: boolean, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetGuestVcpus", "domainGuest", "setVcpus", [vcpus, online], options);
  }

  /** Seconds to wait for its agent: -2 for ever, -1 the default, 0 not at all (`virDomainAgentSetResponseTimeout`). */
  setResponseTimeout(seconds: number, options?: CallOptions): Promise<number> {
    return this.call("virDomainAgentSetResponseTimeout", "domainGuest", "setResponseTimeout", [seconds], options);
  }

  /** Sends its agent a command as JSON text, and gives the answer (`virDomainQemuAgentCommand`). */
  sendCommand(command: AgentCommand, options?: CallOptions): Promise<string> {
    return this.call("virDomainQemuAgentCommand", "domainGuest", "sendCommand", [command], options);
  }
}
