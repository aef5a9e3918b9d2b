/**
 * Promises about finding, opening and closing a hypervisor.
 *
 * @module
 */

import assert from "node:assert/strict";
import { PART_NAMES } from "../../src/api/parts.ts";
import { parseUri } from "../../src/api/parse_uri.ts";
import { VirtError } from "../../src/model/error.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { askEachPart } from "./ask_each_part.ts";
import { probeAll } from "./emulator_promises.ts";
import { type Promised, rejectsWith } from "./promised.ts";

/** What every driver promises of its connections. */
export const connectionPromises: readonly Promised[] = [
  {
    name: "detect() finds the hypervisor where it is at home",
    async check({ driver, host }) {
      const { state } = await driver.detect(host, {});
      assert.notEqual(state, "absent");
    },
  },
  {
    name: "detect() on a bare machine answers with a value",
    async check({ driver }) {
      const { state } = await driver.detect(new FakeHost(), {});
      assert.equal(state, driver.standIn ? "healthy" : "absent");
    },
  },
  {
    name: "the canonical URI opens the same hypervisor again",
    async check({ open, uri, driver }) {
      const connection = await open();
      assert.equal(connection.getUri(), uri);
      assert.equal(connection.getDriver(), driver.id);
      assert.ok(driver.uriSchemes.includes(parseUri(connection.getUri()).scheme));
      assert.match(connection.getType(), /^\S+$/);
    },
  },
  {
    name: "a path that names no hypervisor is refused with a reason",
    async check({ driver, host, uri }) {
      const target = parseUri(`${parseUri(uri).scheme}:///no/such/hypervisor`);
      await assert.rejects(Promise.try(() => driver.open(target, { host })), (error) => {
        assert.ok(error instanceof VirtError);
        assert.ok(error.hint, "it says what to do next");
        return true;
      });
    },
  },
  {
    name: "what is not offered answers no support",
    async check({ open }) {
      const connection = await open();
      const asks = askEachPart(connection);
      for (const part of PART_NAMES.filter((name) => !connection.supports(name))) {
        await rejectsWith("VIR_ERR_NO_SUPPORT", asks[part]);
      }
    },
  },
  {
    name: "a closed connection answers nothing, and closing it again does nothing",
    async check({ open }) {
      const connection = await open();
      await connection.close();
      await connection.close();
      await rejectsWith("VIR_ERR_INVALID_CONN", () => connection.getCapabilities());
    },
  },
  {
    name: "a read-only connection answers, and changes nothing",
    async check({ open }) {
      const connection = await open({ readOnly: true });
      if (connection.supports("capabilities")) await connection.getDomainCapabilities();
      if (!connection.supports("emulators")) return;
      await rejectsWith("VIR_ERR_OPERATION_DENIED", () => probeAll(connection, { force: true }));
    },
  },
];
