/**
 * IP addresses as numbers: read as getaddrinfo reads them, written as inet_ntop writes them.
 *
 * @module
 */

/** An address without a port. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** The address that a text stands for, undefined where it is none. */
export function parseIpAddress(text: string): IpAddress | undefined {
  const bits = text.includes(":") ? parseV6(text) : parseV4(text);
  return bits === undefined ? undefined : { family: text.includes(":") ? 6 : 4, bits };
}

/** The shortest usual text: `192.168.0.1`, `2001:db8::1`. */
export function formatIpAddress({ family, bits }: IpAddress): string {
  return family === 4 ? formatV4(bits) : formatV6(bits);
}

/** The mask of so many leading bits. */
export function prefixMask(family: 4 | 6, prefix: number): bigint {
  const width = BigInt(family === 4 ? 32 : 128);
  const kept = BigInt(prefix);
  return ((1n << kept) - 1n) << (width - kept);
}

/** The first address of the network that has so many leading bits in common with the address. */
export function networkBits({ family, bits }: IpAddress, prefix: number): bigint {
  return bits & prefixMask(family, Math.max(prefix, 0));
}

/** How many leading bits a mask has, or undefined where they are not all at the front. */
export function maskPrefix({ family, bits }: IpAddress): number | undefined {
  const width = family === 4 ? 32 : 128;
  for (let prefix = 0; prefix <= width; prefix += 1) {
    if (prefixMask(family, prefix) === bits) return prefix;
  }
  return undefined;
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length > 4) return undefined;
  let bits = 0n;
  for (const [index, part] of parts.entries()) {
    const number = parseCPart(part);
    const bytes = index === parts.length - 1 ? 5 - parts.length : 1;
    if (number === undefined || number >= 1n << BigInt(bytes * 8)) return undefined;
    bits = (bits << BigInt(bytes * 8)) | number;
  }
  return bits;
}

/** A number in C's notation: decimal, 0x and hexadecimal, 0 and octal. */
function parseCPart(text: string): bigint | undefined {
  if (/^0[xX][0-9a-fA-F]{1,8}$/.test(text)) return BigInt(text);
  if (/^0[0-7]{1,11}$/.test(text)) return BigInt(`0o${text.slice(1)}`);
  return /^(0|[1-9]\d{0,9})$/.test(text) ? BigInt(text) : undefined;
}

function parseV6(text: string): bigint | undefined {
  if (text.length > 45) return undefined;
  const [head = "", tail, more] = text.split("::");
  if (more !== undefined) return undefined;
  const left = words(head, tail === undefined);
  const right = words(tail ?? "", true);
  if (left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...left, ...Array.from({ length: missing }, () => 0n), ...right];
  return all.reduce((bits, word) => (bits << 16n) | word, 0n);
}

/** The words of one side of `::`; the last may be an IPv4 address. */
function words(text: string, mayEndInV4: boolean): bigint[] | undefined {
  if (text === "") return [];
  const found: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (mayEndInV4 && index === parts.length - 1 && /^(\d{1,3}\.){3}\d{1,3}$/.test(part)) {
      const v4 = parseV4(part);
      if (v4 === undefined) return undefined;
      found.push(v4 >> 16n, v4 & 0xffffn);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      found.push(BigInt(`0x${part}`));
    } else return undefined;
  }
  return found;
}

function formatV4(bits: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 0xffn)).join(".");
}

function formatV6(bits: bigint): string {
  const all = Array.from({ length: 8 }, (_, index) => (bits >> BigInt(112 - 16 * index)) & 0xffffn);
  const gap = longestZeros(all);
  if (gap.start === 0 && (gap.length === 6 || (gap.length === 5 && all[5] === 0xffffn))) {
    return `::${gap.length === 5 ? "ffff:" : ""}${formatV4(bits & 0xffff_ffffn)}`;
  }
  const hex = all.map((word) => word.toString(16));
  if (gap.length < 2) return hex.join(":");
  return `${hex.slice(0, gap.start).join(":")}::${hex.slice(gap.start + gap.length).join(":")}`;
}

function longestZeros(all: readonly bigint[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < all.length; start += 1) {
    let length = 0;
    while (all[start + length] === 0n) length += 1;
    if (length > best.length) best = { start, length };
  }
  return best;
}
