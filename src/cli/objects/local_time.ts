/**
 * Times as virsh prints them: of the place where the program runs.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";

/** `2026-11-24 16:00:09` of seconds since 1970; with `zone` the distance from UTC after it. */
export function localTime(seconds: Integer64, options: { readonly zone?: boolean } = {}): string {
  const date = new Date(Number(seconds) * 1000);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  return options.zone ? `${day} ${time} ${zoneOf(date)}` : `${day} ${time}`;
}

function zoneOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const [sign, distance] = [minutes < 0 ? "-" : "+", Math.abs(minutes)];
  return `${sign}${two(Math.floor(distance / 60))}${two(distance % 60)}`;
}

function two(number: number): string {
  return `${number}`.padStart(2, "0");
}
