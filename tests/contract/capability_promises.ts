/**
 * Promises about the two capability documents.
 *
 * @module
 */

import assert from "node:assert/strict";
import { formatCapabilities } from "../../src/conf/capabilities/format_capabilities.ts";
import { capabilitiesSchema } from "../../src/conf/capabilities/json_schema.ts";
import { parseCapabilities } from "../../src/conf/capabilities/parse_capabilities.ts";
import { formatDomainCapabilities } from "../../src/conf/domain_capabilities/format_domain_capabilities.ts";
import { domainCapabilitiesSchema } from "../../src/conf/domain_capabilities/json_schema.ts";
import { parseDomainCapabilities } from "../../src/conf/domain_capabilities/parse_domain_capabilities.ts";
import { checkValue } from "../../src/http/json_schema.ts";
import { type Promised, rejectsWith } from "./promised.ts";

/** What a driver with capabilities promises. */
export const capabilityPromises: readonly Promised[] = [
  {
    name: "the host document survives XML and JSON, and is as its schema says",
    needs: "capabilities",
    async check({ open }) {
      const connection = await open();
      const document = await connection.getCapabilities();
      assert.deepEqual(parseCapabilities(formatCapabilities(document)), document);
      const json = JSON.parse(JSON.stringify(document));
      assert.deepEqual(json, document);
      assert.deepEqual(checkValue(capabilitiesSchema(), json), []);
    },
  },
  {
    name: "domain capabilities survive XML and JSON, and are as their schema says",
    needs: "capabilities",
    async check({ open }) {
      const connection = await open();
      const document = await connection.getDomainCapabilities();
      assert.deepEqual(parseDomainCapabilities(formatDomainCapabilities(document)), document);
      const json = JSON.parse(JSON.stringify(document));
      assert.deepEqual(json, document);
      assert.deepEqual(checkValue(domainCapabilitiesSchema(), json), []);
    },
  },
  {
    name: "every guest that the host document offers has domain capabilities",
    needs: "capabilities",
    async check({ open }) {
      const connection = await open();
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
    needs: "capabilities",
    async check({ open }) {
      const connection = await open();
      for (const query of [{ arch: "nosucharch" }, { machine: "no-such-machine" }, { virtType: "phyp" }]) {
        await rejectsWith("VIR_ERR_INVALID_ARG", () => connection.getDomainCapabilities(query));
      }
    },
  },
];
