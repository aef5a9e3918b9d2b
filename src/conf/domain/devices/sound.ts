/**
 * `<sound>`: a sound card.
 *
 * @module
 */

import { attribute, children, mapped, object, oneOf, type Part, type ShapeOf } from "../../shape/mod.ts";
import { unsupported } from "../terms.ts";
import { audioId } from "./audio_id.ts";
import { deviceInfo } from "./device_info.ts";

const codec = attribute("type", oneOf("duplex", "micro", "output"), {
  required: true,
  missing: unsupported("unknown codec type '(null)'"),
  ...unsupported("unknown codec type '%s'"),
});

const given = object({
  model: attribute("model", oneOf("sb16", "es1370", "pcspk", "ac97", "ich6", "ich9", "usb", "ich7"), {
    required: true,
  }),
  codecs: children("codec", codec),
  audioId,
  ...deviceInfo,
});

/** A sound card. */
export type Sound = ShapeOf<typeof given>;

/** The content of `<sound>`; only two models have codecs. */
export const sound: Part<Sound> = mapped(given, {
  parse(card): Sound {
    if (card.model === "ich6" || card.model === "ich9") return card;
    const { codecs: _codecs, ...rest } = card;
    return rest;
  },
  format: (card) => card,
});
