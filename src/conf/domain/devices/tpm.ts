/**
 * `<tpm>`: a trusted platform module of the host, of a program, or of a process that is there already.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  type FieldsOf,
  mapped,
  object,
  oneOf,
  type Part,
  path,
  refine,
  type ShapeOf,
  string,
  uuid,
  yesNo,
} from "../../shape/mod.ts";
import { internal, required, unsupported, wrong } from "../terms.ts";
import { deviceInfo } from "./device_info.ts";

/** The banks of registers in the order in which they are written. */
const BANKS = ["sha1", "sha256", "sha384", "sha512"] as const;

type Bank = (typeof BANKS)[number];

/** The children of `<active_pcr_banks>`; each is a name. */
const banks: Part<readonly Bank[]> = {
  optional: false,
  read(reader): readonly Bank[] {
    const names = reader.elements().map(({ name }) => name);
    const unknown = names.find((name) => !BANKS.some((bank) => bank === name));
    if (unknown !== undefined) {
      reader.fail(`${unknown} is no bank of registers`, undefined, unsupported(`Unsupported PCR banks '${unknown}'`));
    }
    return BANKS.filter((bank) => names.includes(bank));
  },
  write(given, out): void {
    for (const bank of given) out.content((writer) => writer.element(bank));
  },
  schema: () => ({ type: "array", items: { type: "string", enum: BANKS } }),
};

const emulator = {
  version: attribute("version", oneOf("1.2", "2.0")),
  persistentState: attribute("persistent_state", yesNo, {
    drop: ["no"],
    ...internal("Invalid persistent_state value, either 'yes' or 'no'"),
  }),
  encryptionSecret: path("encryption", attribute("secret", uuid, internal("Unable to parse secret uuid '%s'"))),
  activePcrBanks: mapped(path("active_pcr_banks", banks), {
    parse: (given) => given?.length === 0 ? undefined : given,
    format: (given) => given,
  }),
} as const;

/** Types that character devices have, and this one has not. */
const OTHER_TYPES = /^(null|vc|pty|dev|file|pipe|stdio|udp|tcp|spicevmc|spiceport|nmdm|qemu-vdagent|dbus)$/;

const socket = choice("type", {
  unix: refine({
    mode: attribute("mode", oneOf("connect", "bind"), { default: "connect" }),
    path: attribute("path", string, required("missing socket path for external TPM device")),
  }, ({ mode }, fail) => {
    if (mode === "connect") return;
    fail("the process listens", wrong("only 'client' mode is supported for external TPM device"));
  }),
}, {
  ...unsupported("unknown backend type '%s' for external TPM"),
  missing: wrong("missing external TPM backend type"),
});

const external: typeof socket = {
  ...socket,
  read(reader, context): ShapeOf<typeof socket> {
    if (!OTHER_TYPES.test(reader.attribute("type") ?? "")) return socket.read(reader, context);
    const detail = "only source type 'unix' is supported for external TPM device";
    return reader.fail("the source is no socket", "type", wrong(detail));
  },
};

const DEFAULT_DEVICE = "/dev/tpm0";

const backend = choice("type", {
  passthrough: {
    device: child("device", { path: attribute("path", string, { default: DEFAULT_DEVICE }) }, {
      default: { path: DEFAULT_DEVICE },
    }),
  },
  emulator,
  external: { source: child("source", external, required("missing external TPM backend type")) },
});

const fields = {
  model: attribute("model", oneOf("tpm-tis", "tpm-crb", "tpm-spapr", "spapr-tpm-proxy")),
  backend: child("backend", backend, {
    ...required("missing TPM device backend"),
    once: wrong("only one TPM backend is supported"),
  }),
  ...deviceInfo,
} as const;

/** A trusted platform module. */
export interface Tpm extends FieldsOf<typeof fields> {}

/** The content of `<tpm>`. */
export const tpm: Part<Tpm> = object(fields);
