/**
 * Names of keys: Linux's, for those that are on every keyboard.
 *
 * @module
 */

import type { KeycodeSet } from "../../api/mod.ts";
import { UsageError } from "../failure.ts";

/** Rows of keys whose numbers follow each other (Linux, input-event-codes.h). */
const ROWS = [
  [1, "ESC 1 2 3 4 5 6 7 8 9 0 MINUS EQUAL BACKSPACE TAB Q W E R T Y U I O P LEFTBRACE RIGHTBRACE ENTER LEFTCTRL"],
  [30, "A S D F G H J K L SEMICOLON APOSTROPHE GRAVE LEFTSHIFT BACKSLASH Z X C V B N M COMMA DOT SLASH RIGHTSHIFT"],
  [55, "KPASTERISK LEFTALT SPACE CAPSLOCK F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NUMLOCK SCROLLLOCK"],
  [71, "KP7 KP8 KP9 KPMINUS KP4 KP5 KP6 KPPLUS KP1 KP2 KP3 KP0 KPDOT"],
  [87, "F11 F12"],
  [96, "KPENTER RIGHTCTRL KPSLASH SYSRQ RIGHTALT LINEFEED HOME UP PAGEUP LEFT RIGHT END DOWN PAGEDOWN INSERT DELETE"],
  [113, "MUTE VOLUMEDOWN VOLUMEUP POWER"],
  [119, "PAUSE"],
  [125, "LEFTMETA RIGHTMETA"],
] as const;

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ROWS.flatMap(([first, names]) => names.split(" ").map((name, index) => [`KEY_${name}`, first + index] as const)),
);

/** The number of a key; names are Linux's. */
export function keyNumber(key: string, codeset: KeycodeSet): number {
  if (/^(?:0x[0-9a-f]{1,4}|\d{1,5})$/i.test(key)) return Number(key);
  const number = codeset === "linux" ? NUMBERS.get(key) : undefined;
  if (number === undefined) throw new UsageError(`There is no key "${key}" in ${codeset}; its number is taken, too`);
  return number;
}
