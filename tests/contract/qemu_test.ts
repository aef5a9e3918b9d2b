/**
 * QEMU keeps every promise, on a machine in memory with three emulators whose answers are made up.
 *
 * @module
 */

import type { Driver } from "../../src/drivers/contract.ts";
import { connect } from "../../src/drivers/qemu/connection.ts";
import { driver } from "../../src/drivers/qemu/mod.ts";
import { completeSettings } from "../../src/drivers/qemu/settings.ts";
import { fakeMachine, FakeProber } from "../drivers/qemu/fake_machine.ts";
import type { FakeHost } from "../fakes/fake_host.ts";
import { runContract } from "./run_contract.ts";

const faked: Driver = {
  ...driver,
  open: (target, options) =>
    Promise.try(() => {
      const prober = Object.assign(new FakeProber(options.host as FakeHost), {
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
      return connect(target, options, { settings: completeSettings(options.host, {}), prober });
    }),
};

runContract({ driver: faked, host: fakeMachine });
