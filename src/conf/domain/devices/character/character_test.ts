import assert from "node:assert/strict";
import { assertRefused } from "../../../xml/assert_refused.ts";
import { formatDevice, parseDevice } from "../device_document.ts";

const TARGET = "<target type='virtio' name='org.qemu.guest_agent.0'/>";

const WRITTEN: readonly (readonly [what: string, given: string, written: string])[] = [
  [
    "a port without a type is a terminal",
    "<serial><target port='0'/></serial>",
    "<serial type='pty'>\n  <target port='0'/>\n",
  ],
  [
    "the first console names its terminal where old clients look",
    "<console type='pty'><source path='/dev/pts/3'/><target type='serial' port='0'/></console>",
    "<console type='pty' tty='/dev/pts/3'>\n  <source path='/dev/pts/3'/>\n  <target type='serial' port='0'/>\n</console>\n",
  ],
  [
    "TCP speaks without a protocol where none is named",
    "<serial type='tcp'><source host='h' service='1'/></serial>",
    "  <source mode='connect' host='h' service='1'/>\n  <protocol type='raw'/>\n",
  ],
  [
    "UDP listens first and sends second",
    "<serial type='udp'><source host='h' service='1'/><source mode='bind' service='2'/></serial>",
    "  <source mode='bind' service='2'/>\n  <source mode='connect' host='h' service='1'/>\n",
  ],
  [
    "a socket without a path is left to whoever makes it",
    `<channel type='unix'><source mode='bind'/>${TARGET}</channel>`,
    `<channel type='unix'>\n  ${TARGET}\n</channel>\n`,
  ],
  [
    "what another type would have is overlooked",
    `<channel type='null'><source path='/x'/><protocol type='telnet'/>${TARGET}</channel>`,
    `<channel type='null'>\n  ${TARGET}\n</channel>\n`,
  ],
  [
    "everything is logged",
    "<parallel type='dev'><log append='on' file='/l'/><source path='/dev/parport0'/></parallel>",
    "  <source path='/dev/parport0'/>\n  <log file='/l' append='on'/>\n",
  ],
  [
    "a card of whoever is connected",
    "<smartcard mode='passthrough' type='spicevmc'/>",
    "<smartcard mode='passthrough' type='spicevmc'/>\n",
  ],
];

for (const [what, given, written] of WRITTEN) {
  Deno.test(what, () => {
    const text = formatDevice(parseDevice(given));
    assert.ok(text.includes(written), text);
    assert.equal(formatDevice(parseDevice(text)), text);
  });
}

Deno.test("a terminal and the state of a channel are known of a running guest only", () => {
  const running = [
    "<console type='pty'><source path='/dev/pts/3'/><target type='serial' port='0'/></console>",
    "<channel type='pty'><source path='/dev/pts/4'/><target type='virtio' state='connected'/></channel>",
  ];
  for (const text of running) {
    const expected = /<(console|channel) type='pty'>\s*<target type='(serial' port='0|virtio)'\/>/;
    assert.match(formatDevice(parseDevice(text, { live: false })), expected);
    assert.match(formatDevice(parseDevice(text), { live: false }), expected);
  }
});

const REFUSED: readonly (readonly [given: string, code: string, detail: string])[] = [
  [
    "<serial type='x'/>",
    "VIR_ERR_CONFIG_UNSUPPORTED",
    "unknown type presented to host for character device: x",
  ],
  ["<channel type='pty'/>", "VIR_ERR_XML_ERROR", "target type must be specified for channel device"],
  ["<serial type='spicevmc'/>", "VIR_ERR_CONFIG_UNSUPPORTED", "spicevmc device type only supports virtio"],
  [
    "<serial type='dev'><source path='/a'/><source path='/b'/></serial>",
    "VIR_ERR_XML_ERROR",
    "only one source element is allowed for character device",
  ],
  ["<serial><target port='x'/></serial>", "VIR_ERR_XML_ERROR", "Invalid port number: x"],
  [
    "<smartcard mode='passthrough'/>",
    "VIR_ERR_XML_ERROR",
    "passthrough mode requires a character device type attribute",
  ],
  [
    "<smartcard mode='host-certificates'><certificate>a</certificate></smartcard>",
    "VIR_ERR_XML_ERROR",
    "host-certificates mode needs exactly three certificates",
  ],
];

for (const [given, code, detail] of REFUSED) {
  Deno.test(`${given} is refused as libvirt does`, () => {
    assertRefused(() => parseDevice(given), code, detail);
  });
}
