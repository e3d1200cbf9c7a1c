/** A set of numbers from 0, one bit each. */
export type Bits = Uint32Array;

/** @returns an empty set of numbers below `size`. */
export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** @returns the set of all numbers below `size`. */
export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffff_ffff);
  if (size % 32 !== 0) bits[bits.length - 1] = (2 ** (size % 32) - 1) >>> 0;
  return bits;
}

export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Keep in `bits` what is in `other` too. */
export function keepCommon(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
  }
}

/** Add what is in `other`. */
export function addAll(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] ?? 0) | (other[word] ?? 0);
  }
}

/** @returns the numbers below `size` that are not in the set. */
export function invert(bits: Bits, size: number): Bits {
  const all = allBits(size);
  for (let word = 0; word < all.length; word += 1) {
    all[word] = (all[word] ?? 0) & ~(bits[word] ?? 0);
  }
  return all;
}

/** Source: the parallel bit count of Warren 2012, "Hacker's Delight", §5-1. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let value = bits[word] ?? 0;
    value -= (value >>> 1) & 0x5555_5555;
    value = (value & 0x3333_3333) + ((value >>> 2) & 0x3333_3333);
    count += Math.imul((value + (value >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}
