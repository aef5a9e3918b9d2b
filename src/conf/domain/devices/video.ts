/**
 * `<video>`: a graphics card.
 *
 * @module
 */

import {
  attribute,
  child,
  nonZero,
  object,
  oneOf,
  type Part,
  refine,
  type ShapeOf,
  uint32,
  yesNo,
} from "../../shape/mod.ts";
import type { ErrorTerms } from "../../xml/mod.ts";
import { internal, unsupported, wrong } from "../terms.ts";
import { cleanPath } from "./clean_path.ts";
import { deviceInfo } from "./device_info.ts";
import { virtioOptions } from "./virtio_options.ts";

function quantity(
  name: string,
  terms: ErrorTerms = wrong(`cannot parse video ${name} '%s'`),
): Part<number | undefined> {
  return nonZero(attribute(name, uint32(), terms));
}

const model = child("model", {
  type: attribute(
    "type",
    oneOf("vga", "cirrus", "vmvga", "xen", "vbox", "qxl", "parallels", "virtio", "gop", "none", "bochs", "ramfb"),
    { drop: ["default"], ...unsupported("unknown video model '%s'") },
  ),
  ram: quantity("ram"),
  vram: quantity("vram"),
  vram64: quantity("vram64"),
  vgaMem: quantity("vgamem"),
  heads: quantity("heads", internal("cannot parse video heads '%s'")),
  primary: attribute("primary", yesNo, { drop: ["no"] }),
  acceleration: child(
    "acceleration",
    refine({
      accel3d: attribute("accel3d", yesNo),
      accel2d: attribute("accel2d", yesNo),
      renderNode: attribute("rendernode", cleanPath),
    }, (given, fail) => {
      if (Object.keys(given).length > 0) return;
      fail("it says nothing", unsupported("missing values for acceleration"));
    }),
  ),
  resolution: child("resolution", {
    x: attribute("x", uint32(), { required: true }),
    y: attribute("y", uint32(), { required: true }),
  }),
}, { empty: "omit" });

/** The content of `<video>`; sizes are in KiB, and libvirt chooses a model where none is given. */
export const video = object({
  driver: child("driver", {
    ...virtioOptions,
    // libvirt reads `io`, which is its default, and never writes it.
    vgaConfiguration: attribute("vgaconf", oneOf("on", "off"), { drop: ["io"] }),
    name: attribute("name", oneOf("qemu", "vhostuser")),
  }, { empty: "omit" }),
  model,
  ...deviceInfo,
});

/** A graphics card. */
export type Video = ShapeOf<typeof video>;
