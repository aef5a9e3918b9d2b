/**
 * `<domainbackup>`: a copy of a running domain's disks, pushed by the hypervisor or pulled by somebody else.
 *
 * @module
 */

import { imageFormat } from "../domain/devices/disk/image_format.ts";
import { type Storage, storage } from "../domain/devices/disk/source.ts";
import { unsupported, wrong } from "../domain/terms.ts";
import {
  attribute,
  child,
  children,
  choice,
  element,
  type Fail,
  type FieldsOf,
  mapped,
  merge,
  oneOf,
  type Part,
  path,
  refine,
  type ShapeOf,
  string,
  textOf,
  uint32,
  yesNo,
} from "../shape/mod.ts";

const server = refine({
  transport: attribute("transport", oneOf("tcp", "unix", "rdma"), {
    default: "tcp",
    ...unsupported("unknown protocol transport type '%s'"),
  }),
  tls: attribute("tls", yesNo),
  name: attribute("name", string),
  port: attribute("port", uint32({ max: 0xffff }), {
    drop: ["0"],
    code: "VIR_ERR_INVALID_ARG",
    domain: "VIR_FROM_NONE",
    detail: "failed to parse port number '%s'",
  }),
  socket: attribute("socket", string),
}, ({ transport, name, socket }, fail) => {
  if (transport === "unix" && socket === undefined) fail("no socket", wrong("missing socket for unix transport"));
  if (transport !== "unix" && socket !== undefined) {
    fail("a socket is for unix only", wrong(`transport '${transport}' does not support socket attribute`));
  }
  if (transport !== "unix" && name === undefined) fail("no name", wrong("missing name for host"));
  if (transport === "rdma") fail("no such server", unsupported("transport rdma is not supported for <server>"));
  if (socket !== undefined && !socket.startsWith("/")) {
    fail("the path is not absolute", wrong(`backup socket path '${socket}' must be absolute`));
  }
});

const beforeType = {
  name: attribute("name", string, { required: true, missing: wrong("missing name from disk backup element") }),
  backup: attribute("backup", yesNo, { default: true }),
  format: path(
    "driver",
    attribute("type", imageFormat, { drop: ["none"], ...wrong("unknown storage source format '%s'") }),
  ),
};

const afterType = {
  backupMode: attribute("backupmode", oneOf("full", "incremental")),
  incremental: attribute("incremental", string),
  exportName: attribute("exportname", string),
  exportBitmap: attribute("exportbitmap", string),
};

/** A disk of a backup; one that is left out has only its name. */
export type BackupDisk =
  & FieldsOf<typeof beforeType>
  & FieldsOf<typeof afterType>
  & (Storage | { readonly type?: undefined });

function disk(place: "target" | "scratch"): Part<BackupDisk> {
  const stored = storage({
    default: "file",
    first: false,
    element: place,
    ...wrong("unknown storage source type '%s'"),
  });
  const optional: Part<Storage | { readonly type?: undefined }> = {
    ...stored,
    read: (reader, context) => reader.attribute("backup") === "no" ? {} : stored.read(reader, context),
    write(value, out): void {
      if (value.type !== undefined) stored.write(value, out);
    },
    schema: (definitions) => ({ anyOf: [stored.schema(definitions), { type: "object" }] }),
  };
  return mapped(merge(beforeType, optional, afterType), { parse: checkedDisk, format: (value) => value });
}

function checkedDisk(value: BackupDisk, fail: Fail): BackupDisk {
  const { name, backup, type } = value;
  if (!backup) return { name, backup };
  if (type !== undefined && type !== "file" && type !== "block") {
    fail("no such type here", wrong(`unsupported disk backup type '${type}'`));
  }
  return value;
}

function of(place: "target" | "scratch") {
  return {
    incremental: child("incremental", textOf(string)),
    server: child("server", server),
    disks: path("disks", children("disk", disk(place))),
  };
}

/** A backup's document: where the copies go depends on who makes them. */
export const backup = element(
  "domainbackup",
  refine(
    choice("mode", { push: of("target"), pull: of("scratch") }, {
      default: "push",
      ...unsupported("unknown backup mode '%s'"),
    }),
    (value, fail) => {
      if (value.mode === "pull" || value.server === undefined) return;
      fail("nobody pulls", unsupported("use of <server> requires pull mode backup"));
    },
  ),
);

/** A backup as an object; also its JSON form. */
export type Backup = ShapeOf<typeof backup>;
