import {
  formatDomainCapabilities
} from "./chunk-CFP7OHTS.js";
import "./chunk-5KWKTSO6.js";
import {
  connect
} from "./chunk-L7F77KUE.js";
import "./chunk-ZIGGVUXN.js";
import {
  optionValue
} from "./chunk-WEFXCVXR.js";
import "./chunk-3H6TZ6VI.js";
import {
  UsageError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-PPW2KBSA.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/domcapabilities.ts
var QUERY_OPTIONS = [
  {
    name: "virttype",
    value: "TYPE",
    part: "virtType",
    doc: "virtualisation type, as kvm or qemu"
  },
  {
    name: "emulatorbin",
    value: "PATH",
    part: "emulator",
    doc: "path of the emulator"
  },
  {
    name: "arch",
    value: "ARCH",
    part: "arch",
    doc: "architecture of the guest, as x86_64"
  },
  {
    name: "machine",
    value: "MACHINE",
    part: "machine",
    doc: "machine type of the guest, as q35"
  }
];
var command = {
  options: [
    ...QUERY_OPTIONS.map(({ name, value, doc }) => ({
      name,
      value,
      doc: `${doc[0]?.toUpperCase()}${doc.slice(1)}`
    })),
    {
      name: "json",
      doc: "Print JSON with the same content"
    }
  ],
  positionals: QUERY_OPTIONS.map(({ name, doc }) => ({
    name: name.toUpperCase(),
    doc
  })),
  details: [
    "Prints the <domainCapabilities> document that virsh domcapabilities prints. What is left out is chosen as libvirt chooses it."
  ],
  examples: [
    {
      line: "innkeeper domcapabilities --arch aarch64 --machine virt",
      does: "ask about ARM guests"
    }
  ],
  run
};
async function run(context) {
  const { arguments: { switches }, terminal, signal } = context;
  const query = readQuery(context);
  await using connection = await connect(context);
  const document = await connection.getDomainCapabilities(query, {
    signal
  });
  terminal.out(switches.has("json") ? `${JSON.stringify(document, null, 2)}
` : formatDomainCapabilities(document));
  return EXIT.ok;
}
function readQuery({ arguments: parsed }) {
  const words = [
    ...parsed.positionals
  ];
  const query = {};
  for (const { name, part } of QUERY_OPTIONS) {
    const value = optionValue(parsed, name) ?? words.shift();
    if (value === "") throw new UsageError(`Option "--${name}" is empty; leave it out to let it be chosen`);
    if (value !== void 0) query[part] = value;
  }
  if (words[0] !== void 0) {
    throw new UsageError(`"innkeeper domcapabilities" does not know what to do with "${words[0]}"`);
  }
  return query;
}
export {
  command
};
