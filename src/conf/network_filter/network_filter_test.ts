import assert from "node:assert/strict";
import { assertRefused } from "../xml/assert_refused.ts";
import { formatShape, jsonSchemaOf, parseShape } from "../shape/mod.ts";
import { networkFilter } from "./document.ts";

function rule(traffic: string): string {
  return `<filter name='f' chain='root'>
  <uuid>0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f</uuid>
  <rule action='drop' direction='in' priority='500'>
    ${traffic}
  </rule>
</filter>
`;
}

Deno.test("values come back in libvirt's form", () => {
  const cases = [
    ["<mac protocolid='0x806'/>", "<mac protocolid='arp'/>"],
    ["<mac protocolid='1Fff'/>", "<mac protocolid='0x1fff'/>"],
    ["<arp opcode='reply' gratuitous='yes'/>", "<arp opcode='Reply' gratuitous='true'/>"],
    ["<ip srcipaddr='10.1' srcipmask='255.255.0.0'/>", "<ip srcipaddr='10.0.0.1' srcipmask='16'/>"],
    ["<all state='related, new'/>", "<all state='NEW,RELATED'/>"],
    ["<tcp flags='all/syn'/>", "<tcp flags='ALL/SYN'/>"],
    ["<tcp srcipaddr='$IP[@0]' dstipaddr='$IP[ 2 ]'/>", "<tcp srcipaddr='$IP' dstipaddr='$IP[2]'/>"],
    ["<udp ipset='s'/>", "<udp ipset='s' ipsetflags='src'/>"],
  ] as const;
  for (const [given, canonical] of cases) {
    assert.equal(formatShape(networkFilter, parseShape(networkFilter, rule(given))), rule(canonical));
  }
});

Deno.test("what must not hold stands in an element of its own", () => {
  const document = parseShape(
    networkFilter,
    rule("<tcp match='no' srcipaddr='1.2.3.4' srcipmask='8'/><tcp dscp='1'/>"),
  );
  assert.deepEqual(document.entries?.[0], {
    element: "rule",
    action: "drop",
    direction: "in",
    priority: 500,
    traffic: { protocol: "tcp", is: { dscp: "1" }, isNot: { srcipaddr: "1.2.3.4", srcipmask: "8" } },
  });
  assert.equal(
    formatShape(networkFilter, document),
    rule("<tcp match='no' srcipaddr='1.2.3.4' srcipmask='8'/>\n    <tcp dscp='1'/>"),
  );
});

Deno.test("a chain has the priority of its kind unless told", () => {
  const of = (attributes: string) => parseShape(networkFilter, `<filter name='f' ${attributes}/>`).priority;
  assert.deepEqual([of(""), of("chain='ipv4-x'"), of("chain='arp' priority='7'"), of("priority='7'")], [
    undefined,
    -700,
    7,
    undefined,
  ]);
});

Deno.test("parameters of a reference are sorted, and those without a usable name are overlooked", () => {
  const text = `<filter name='f'><filterref filter='g'><parameter name='B' value='1'/><parameter name='A' value='2'/>
    <parameter name='B' value='0'/><parameter name='C' value=''/></filterref></filter>`;
  assert.deepEqual(parseShape(networkFilter, text).entries?.[0], {
    element: "filterref",
    filter: "g",
    parameters: [{ name: "A", value: "2" }, { name: "B", value: "1" }, { name: "B", value: "0" }],
  });
});

Deno.test("mistakes carry libvirt's code and words", () => {
  const cases = [
    [rule("<ip dscp='64' dstportstart='x'/>"), "VIR_ERR_INTERNAL_ERROR", "dscp has illegal value 64"],
    [rule("<tcp srcipaddr='::1'/>"), "VIR_ERR_INTERNAL_ERROR", "srcipaddr has illegal value ::1"],
    [
      rule("<ip srcportstart='1'/>"),
      "VIR_ERR_INTERNAL_ERROR",
      "IP rule with port specification requires protocol specification with protocol to be either one of tcp(6), " +
      "udp(17), dccp(33), or sctp(132)",
    ],
    ["<filter name='f' chain='x y'/>", "VIR_ERR_INVALID_ARG", "Chain name contains invalid characters"],
    [
      "<filter name='f' priority='1001'/>",
      "VIR_ERR_INVALID_ARG",
      "Priority '1001' is outside valid range of [-1000,1000]",
    ],
    ["<filter/>", "VIR_ERR_INTERNAL_ERROR", "filter has no name"],
    [
      "<filter name='f'><rule action='x' direction='in'/></filter>",
      "VIR_ERR_CONFIG_UNSUPPORTED",
      "unknown rule action attribute value",
    ],
  ] as const;
  for (const [text, code, detail] of cases) {
    assertRefused(() => parseShape(networkFilter, text), code, detail);
  }
});

Deno.test("the schema knows every protocol", () => {
  assert.match(JSON.stringify(jsonSchemaOf(networkFilter)), /"sctp-ipv6"/);
});
