import {createNumbers} from './table-columns.js';

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
  /** Forget all of them. */
  clear(): void;
};

const FIRST_SIZE = 1 << 8;

/** @returns none yet. Source: open addressing, linear probing (Knuth, TAOCP 3, 6.4). */
export function createHashSlots(): HashSlots {
  /** One more than a number; 0 for a free slot. At most half of them are taken. */
  let slots = new Uint32Array(FIRST_SIZE);
  const hashes = createNumbers((size) => new Int32Array(size));
  let count = 0;
  let wanted = 0;
  let slot = 0;

  function grow(): void {
    slots = new Uint32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < count; number += 1) {
      let free = home(hashes.data[number] ?? 0) & mask;
      while (slots[free] !== 0) free = (free + 1) & mask;
      slots[free] = number + 1;
    }
  }

  function find(): number {
    const mask = slots.length - 1;
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || hashes.data[number] === wanted) return number;
      slot = (slot + 1) & mask;
    }
  }

  return {
    first(hash) {
      wanted = hash;
      slot = home(hash) & (slots.length - 1);
      return find();
    },
    next() {
      slot = (slot + 1) & (slots.length - 1);
      return find();
    },
    add() {
      const number = count++;
      hashes.roomFor(number)[number] = wanted;
      slots[slot] = number + 1;
      if (count * 2 > slots.length) grow();
      return number;
    },
    clear() {
      slots.fill(0);
      count = 0;
    },
  };
}

function home(hash: number): number {
  return hash ^ (hash >>> 16);
}
