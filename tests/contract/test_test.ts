/**
 * The hypervisor in memory keeps every promise.
 *
 * @module
 */

import { driver } from "../../src/drivers/test/mod.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { runContract } from "./run_contract.ts";

// It has nothing to cache: what its emulator can do is known without asking.
runContract({ driver, host: () => new FakeHost(), completeBut: ["cache"] });
