/** Things numbered from 0 in the order in which they came, found again by a hash of them. */
export type HashSlots = {
  /**
  @param hash - 32 bits, signed.
  @returns the first number with a hash; -1 for none.
  */
  first(hash: number): number;
  /** @returns the next number with the hash that `first` was asked for last; -1 for none. */
  next(): number;
  /** Give the next number to a thing that `first` and `next` have just not found. */
  add(): number;
  count(): number;
  /** Forget all of them. */
  clear(): void;
};

const FIRST_SIZE = 1 << 8;

/** @returns none yet. Source: open addressing, linear probing (Knuth, TAOCP 3, 6.4). */
export function createHashSlots(): HashSlots {
  /** A hash and one more than its number, side by side; 0 for no number. At most half are taken. */
  let slots = new Int32Array(FIRST_SIZE * 2);
  let count = 0;
  let wanted = 0;
  let slot = 0;

  /** Go on to the next slot that has the hash or is free. */
  function find(): number {
    for (;;) {
      const number = (slots[slot + 1] ?? 0) - 1;
      if (number < 0 || slots[slot] === wanted) return number;
      slot = (slot + 2) & (slots.length - 1);
    }
  }

  function first(hash: number): number {
    wanted = hash;
    slot = ((hash ^ (hash >>> 16)) * 2) & (slots.length - 1);
    return find();
  }

  function next(): number {
    slot = (slot + 2) & (slots.length - 1);
    return find();
  }

  function put(number: number): void {
    slots[slot] = wanted;
    slots[slot + 1] = number + 1;
  }

  function grow(): void {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const number = (old[at + 1] ?? 0) - 1;
      if (number < 0) continue;
      for (let other = first(old[at] ?? 0); other >= 0; other = next());
      put(number);
    }
  }

  return {
    first,
    next,
    add() {
      put(count);
      count += 1;
      if (count * 4 > slots.length) grow();
      return count - 1;
    },
    count: () => count,
    clear() {
      slots.fill(0);
      count = 0;
    },
  };
}
