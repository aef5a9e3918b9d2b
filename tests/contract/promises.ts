/**
 * The promises, each with its check.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Connection } from "../../src/api/connection.ts";
import { PART_NAMES } from "../../src/api/parts.ts";
import { parseUri } from "../../src/api/parse_uri.ts";
import { askEachPart } from "./ask_each_part.ts";
import { formatCapabilities } from "../../src/conf/capabilities/format_capabilities.ts";
import { capabilitiesSchema } from "../../src/conf/capabilities/json_schema.ts";
import { parseCapabilities } from "../../src/conf/capabilities/parse_capabilities.ts";
import { formatDomainCapabilities } from "../../src/conf/domain_capabilities/format_domain_capabilities.ts";
import { domainCapabilitiesSchema } from "../../src/conf/domain_capabilities/json_schema.ts";
import { parseDomainCapabilities } from "../../src/conf/domain_capabilities/parse_domain_capabilities.ts";
import { checkValue } from "../../src/http/json_schema.ts";
import { VirtError } from "../../src/model/error.ts";
import type { ErrorCode } from "../../src/model/error_code.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { type ContractContext, probeAll } from "./run_contract.ts";

/** A promise. */
export interface Promised {
  /** A sentence about what is true for a user. */
  readonly name: string;
  check(context: ContractContext): Promise<void>;
}

/** The contract. */
export const contract: readonly Promised[] = [
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
    name: "the host document survives XML and JSON, and is as its schema says",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("capabilities")) return;
      const document = await connection.getCapabilities();
      assert.deepEqual(parseCapabilities(formatCapabilities(document)), document);
      const json = JSON.parse(JSON.stringify(document));
      assert.deepEqual(json, document);
      assert.deepEqual(checkValue(capabilitiesSchema(), json), []);
    },
  },
  {
    name: "domain capabilities survive XML and JSON, and are as their schema says",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("capabilities")) return;
      const document = await connection.getDomainCapabilities();
      assert.deepEqual(parseDomainCapabilities(formatDomainCapabilities(document)), document);
      const json = JSON.parse(JSON.stringify(document));
      assert.deepEqual(json, document);
      assert.deepEqual(checkValue(domainCapabilitiesSchema(), json), []);
    },
  },
  {
    name: "every guest that the host document offers has domain capabilities",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("capabilities")) return;
      const { guests } = await connection.getCapabilities();
      for (const { arch: { name, domains, emulator } } of guests) {
        for (const domain of domains) {
          const path = domain.emulator ?? emulator;
          const document = await connection.getDomainCapabilities({
            arch: name,
            virtType: domain.type,
            ...(path === undefined ? {} : { emulator: path }),
          });
          assert.deepEqual([document.arch, document.domain, document.path], [name, domain.type, path ?? document.path]);
        }
      }
    },
  },
  {
    name: "asking for a guest that is not offered is an argument error",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("capabilities")) return;
      for (const query of [{ arch: "nosucharch" }, { machine: "no-such-machine" }, { virtType: "phyp" }]) {
        await rejectsWith("VIR_ERR_INVALID_ARG", () => connection.getDomainCapabilities(query));
      }
    },
  },
  {
    name: "a probe yields every emulator once, and all are known afterwards",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("emulators")) return;
      const before = (await connection.listEmulators()).map(({ path }) => path);
      const probed = await probeAll(connection);
      assert.deepEqual([...probed.keys()].sort(), before.sort());
      for (const { path, state } of await connection.listEmulators()) {
        assert.ok(state === "ready" || state === "failed", `${path} is ${state}`);
      }
    },
  },
  {
    name: "a second probe finds everything valid, a forced one makes everything anew",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("emulators")) return;
      const ready = [...(await probeAll(connection)).values()].filter(({ state }) => state === "ready");
      const paths = ready.map(({ path }) => path).slice(0, 2);
      for (const [options, cached] of [[{}, true], [{ force: true }, false]] as const) {
        const again = await probeAll(connection, { ...options, emulators: paths });
        assert.deepEqual([...again.keys()].sort(), paths.toSorted());
        for (const state of again.values()) assert.equal(state.cached, cached, `${state.path} cached`);
      }
    },
  },
  {
    name: "a probe that was given up on ends with the reason",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("emulators")) return;
      const signal = AbortSignal.abort();
      await rejectsWith("VIR_ERR_OPERATION_ABORTED", () => probeAll(connection, { signal, force: true }));
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
  {
    name: "what was learnt is kept, explained, shown, and forgotten when asked",
    async check({ open }) {
      const connection = await open();
      if (!connection.supports("cache")) return;
      const ready = [...(await probeAll(connection)).values()].find(({ state }) => state === "ready");
      assert.ok(ready, "no emulator is ready");
      await checkKept(connection, ready.path);
    },
  },
];

async function checkKept(connection: Connection, key: string): Promise<void> {
  const entry = (await connection.listCache()).find((one) => one.key === key);
  assert.equal(entry?.state, "valid");
  assert.ok(entry.file?.startsWith(connection.getCacheDirectory()));
  assert.equal((await connection.whyCached(key)).state, "valid");
  assert.ok((await connection.showCache(key))?.includes(key));
  assert.deepEqual(await connection.purgeCache([key]), [key]);
  assert.equal((await connection.whyCached(key)).state, "absent");
  assert.equal(await connection.showCache(key), undefined);
  const { hits, makes } = connection.getCacheCounters();
  assert.ok(hits + makes > 0);
}

async function rejectsWith(code: ErrorCode, act: () => Promise<unknown>): Promise<void> {
  await assert.rejects(act, (error) => {
    assert.ok(error instanceof VirtError, `not a VirtError: ${error}`);
    assert.equal(error.code, code);
    return true;
  });
}
