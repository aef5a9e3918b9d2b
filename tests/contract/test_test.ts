/**
 * The hypervisor in memory keeps every promise.
 *
 * @module
 */

import { driver } from "../../src/drivers/test/mod.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { runContract } from "./run_contract.ts";

runContract({ driver, host: () => new FakeHost() });
