/**
 * Graphics cards: the first one is what is seen, each has memory, and who has a display has a card.
 *
 * @module
 */

import type { Video } from "../devices/video.ts";
import type { Domain } from "../document.ts";
import { checkRules, type Rule } from "./rule.ts";
import { type NormaliseContext, refuseUnsupported } from "./step.ts";
import { refuseVirtioOptions } from "./virtio_rules.ts";

/** The card of which all that is known. */
type Model = NonNullable<Video["model"]>;

/** Gives cards a head where none is counted, and puts one that is said to be the primary card ahead of the others. */
export function orderVideos(domain: Domain): Domain {
  const ordered: Video[] = [];
  for (const video of domain.devices.videos ?? []) {
    const counted = { ...video, model: { heads: 1, ...video.model } };
    if (counted.model.primary === true) ordered.unshift(counted);
    else ordered.push(counted);
  }
  return withVideos(domain, ordered);
}

/** Gives cards the model of the driver and the memory of the model. */
export function completeVideos(domain: Domain, context: NormaliseContext): Domain {
  return withVideos(domain, domain.devices.videos?.map((video) => completed(video, domain, context)) ?? []);
}

/** Gives a guest with a display a card, and says which card is the primary one; what is none has nothing else. */
export function completePrimaryVideo(domain: Domain, context: NormaliseContext): Domain {
  const { videos = [], graphics = [] } = domain.devices;
  const [first, ...others] = videos.length === 0 && graphics.length > 0 ? [{ model: { heads: 1 } } as Video] : videos;
  if (first === undefined) return domain;
  if (first.model?.type === "none") {
    const alias = first.alias === undefined ? {} : { alias: first.alias };
    return withVideos(domain, [{ model: { type: "none" }, ...alias }, ...others]);
  }
  const primary = { ...first, model: { ...first.model, primary: true } };
  return withVideos(domain, [completed(primary, domain, context), ...others]);
}

/** Refuses cards that cannot be, or be together. */
export function checkVideos(domain: Domain): Domain {
  for (const video of domain.devices.videos ?? []) {
    checkRules([video], RULES, domain);
    if (video.model?.type !== "virtio") refuseVirtioOptions(video.driver);
  }
  return domain;
}

/** Refuses a second primary card. */
export function checkPrimaryVideo(domain: Domain): Domain {
  const primary = domain.devices.videos?.filter(({ model }) => model?.primary === true) ?? [];
  if (primary.length > 1) refuseUnsupported("Only one primary video device is supported");
  return domain;
}

function completed(video: Video, domain: Domain, { defaultVideo }: NormaliseContext): Video {
  const type = video.model?.type ?? defaultVideo?.(domain);
  const given: Model = { ...video.model, ...(type === undefined ? {} : { type }) };
  const memory = memoryOf(type, domain);
  const ram = roundUp(given.ram ?? (type === "qxl" ? memory : 0));
  const vram = roundUp(given.vram ?? memory);
  return { ...video, model: { ...given, ...(ram === 0 ? {} : { ram }), ...(vram === 0 ? {} : { vram }) } };
}

/** KiB that a card has where nobody says how many. */
function memoryOf(type: Model["type"], domain: Domain): number {
  switch (type) {
    case "vga":
    case "cirrus":
    case "vmvga":
      return domain.type === "vbox" ? 8 * 1024 : domain.type === "vmware" ? 4 * 1024 : 16 * 1024;
    case "bochs":
      return 16 * 1024;
    case "xen":
      return 4 * 1024;
    case "qxl":
      return 64 * 1024;
    default:
      return 0;
  }
}

/** The next power of two. */
function roundUp(size: number): number {
  return size <= 1 ? size : 2 ** (32 - Math.clz32(size - 1));
}

const RULES: readonly Rule<Video>[] = [
  {
    when: ({ model }) => model?.type === undefined,
    detail: "missing video model and cannot determine default",
    code: "VIR_ERR_INTERNAL_ERROR",
  },
  {
    when: (_, { devices: { videos = [] } }) => videos.length > 1 && videos.some(({ model }) => model?.type === "none"),
    detail: "a 'none' video type must be the only video device defined for the domain",
  },
  {
    when: ({ driver, model }) => driver?.name === "vhostuser" && model?.type !== "virtio",
    detail: "'vhostuser' driver is only supported with 'virtio' device",
  },
  {
    when: ({ driver, model }) => driver?.name !== "vhostuser" && model?.acceleration?.renderNode !== undefined,
    detail: "unsupported rendernode accel attribute without 'vhostuser'",
  },
  {
    when: ({ model }) => model?.resolution !== undefined && model.resolution.x * model.resolution.y === 0,
    detail: "video resolution values must be greater than 0",
  },
  ...(["ram", "vram64", "vgaMem"] as const).map((name): Rule<Video> => ({
    when: ({ model }) => model?.type !== "qxl" && model?.[name] !== undefined,
    detail: `${name.toLowerCase()} attribute only supported for video type qxl`,
  })),
  {
    when: ({ model, address }) => model?.type === "ramfb" && address !== undefined,
    detail: "address not supported for video type ramfb",
  },
];

function withVideos(domain: Domain, videos: readonly Video[]): Domain {
  return videos.length === 0 ? domain : { ...domain, devices: { ...domain.devices, videos } };
}
