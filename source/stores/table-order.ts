/**
Sort by instant, equal ones as they stand.

@param keys - `count` numbers, infinities among them.
@returns the positions of the keys, the lowest first.
Source: radix sort from the least significant 16 bits, over the IEEE 754 bits made to compare like
whole numbers; a round in which all keys agree is left out.
*/
export function orderOfInstants(keys: Float64Array, count: number): Uint32Array {
  let order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  if (isAscending(keys, count)) return order;
  const bits = new Uint32Array(keys.slice(0, count).buffer);
  for (let index = 0; index < count; index += 1) {
    const high = bits[index * 2 + 1] ?? 0;
    const flip = high >>> 31 === 1 ? 0xffff_ffff : 0;
    bits[index * 2] = (bits[index * 2] ?? 0) ^ flip;
    bits[index * 2 + 1] = high ^ (flip | 0x8000_0000);
  }
  const digits = new Uint16Array(bits.buffer);
  let other = new Uint32Array(count);
  const counts = new Uint32Array(65_536);
  for (let round = 0; round < 4; round += 1) {
    counts.fill(0);
    for (let index = 0; index < count; index += 1) {
      const digit = digits[index * 4 + round] ?? 0;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    if (counts[digits[round] ?? 0] === count) continue;
    let start = 0;
    for (let digit = 0; digit < 65_536; digit += 1) {
      const own = counts[digit] ?? 0;
      counts[digit] = start;
      start += own;
    }
    for (let index = 0; index < count; index += 1) {
      const event = order[index] ?? 0;
      const digit = digits[event * 4 + round] ?? 0;
      const place = counts[digit] ?? 0;
      other[place] = event;
      counts[digit] = place + 1;
    }
    [order, other] = [other, order];
  }
  return order;
}

function isAscending(keys: Float64Array, count: number): boolean {
  for (let index = 1; index < count; index += 1) {
    if ((keys[index - 1] ?? 0) > (keys[index] ?? 0)) return false;
  }
  return true;
}
