type NumberArray = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/**
How many times as many things there will be as there are now, more than 1. An array that is made as long as
it will be is not copied again and again; room that stays unused costs address space only.
*/
export type Growth = () => number;

const HALF_AS_MANY_AGAIN: Growth = () => 1.5;

/** Numbers in a typed array that grows; what was never set is 0. */
export type Numbers<Data extends NumberArray> = {
  /** Has room for as many as `roomFor` was asked for; replaced when it grows. */
  readonly data: Data;
  /** @returns the array, with room for a number at a position: `numbers.roomFor(at)[at] = 7`. */
  roomFor(at: number): Data;
};

const FIRST_SIZE = 1024;

/** @param make - makes the array: `(size) => new Uint32Array(size)`. */
export function createNumbers<Data extends NumberArray>(
  make: (size: number) => Data,
  growth = HALF_AS_MANY_AGAIN,
): Numbers<Data> {
  let size = FIRST_SIZE;
  const numbers = {
    data: make(size),
    // The caller sets the number: where arrays of all kinds were written to, each would be slow.
    roomFor(at: number): Data {
      if (at >= size) {
        size = Math.ceil((at + 1) * growth());
        const larger = make(size);
        larger.set(numbers.data);
        numbers.data = larger;
      }
      return numbers.data;
    },
  };
  return numbers;
}

/** Things told apart by a key, each with a number from 0 in the order in which they came. */
export type Dictionary<T> = {
  readonly items: T[];
  find(key: string): number | undefined;
  /** @returns the number of the thing, which is made when it is new. */
  number(key: string, make: () => T): number;
};

export function createDictionary<T>(): Dictionary<T> {
  const numbers = new Map<string, number>();
  const items: T[] = [];
  return {
    items,
    find: (key) => numbers.get(key),
    number(key, make) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, items.length);
      items.push(make());
      return items.length - 1;
    },
  };
}

/** A short list of numbers for each event; all of them lie in one array. */
export type Lists = {
  /** @param values - each once. */
  set(event: number, values: readonly number[]): void;
  /** Add to the list of the event that was set or added to last, or of a new one, unless it has the value. */
  add(event: number, value: number): void;
  get(event: number): readonly number[];
  /**
  @param isWanted - 1 for every number that is looked for.
  @returns a set of the events below `count` whose list has one.
  */
  find(isWanted: Uint8Array, count: number): Uint32Array;
  /** Count each number over the events of a set, or over all below `count`. */
  tally(size: number, count: number, among: Uint32Array | undefined): Uint32Array;
};

const MOST_IN_LIST = 65_535;

export function createLists(growth?: Growth): Lists {
  const starts = createNumbers((size) => new Uint32Array(size), growth);
  const lengths = createNumbers((size) => new Uint16Array(size), growth);
  const flat = createNumbers((size) => new Uint32Array(size), growth);
  let used = 0;
  let latest = -1;

  function begin(event: number): void {
    latest = event;
    starts.roomFor(event)[event] = used;
    lengths.roomFor(event)[event] = 0;
  }

  function push(value: number): void {
    const length = lengths.data[latest] ?? 0;
    if (length === MOST_IN_LIST) return;
    flat.roomFor(used)[used] = value;
    lengths.data[latest] = length + 1;
    used += 1;
  }

  return {
    set(event, values) {
      begin(event);
      for (const value of values) push(value);
    },
    add(event, value) {
      if (event !== latest) begin(event);
      for (let at = starts.data[event] ?? 0; at < used; at += 1) {
        if (flat.data[at] === value) return;
      }
      push(value);
    },
    get(event) {
      const start = starts.data[event] ?? 0;
      return Array.from(flat.data.subarray(start, start + (lengths.data[event] ?? 0)));
    },
    find(isWanted, count) {
      const bits = new Uint32Array((count + 31) >>> 5);
      const [from, length, all] = [starts.data, lengths.data, flat.data];
      for (let event = 0; event < count; event += 1) {
        const start = from[event] ?? 0;
        const end = start + (length[event] ?? 0);
        for (let at = start; at < end; at += 1) {
          if (isWanted[all[at] ?? 0] !== 1) continue;
          bits[event >>> 5] = (bits[event >>> 5] ?? 0) | (1 << (event & 31));
          break;
        }
      }
      return bits;
    },
    tally(size, count, among) {
      const counts = new Uint32Array(size);
      const [from, length, all] = [starts.data, lengths.data, flat.data];
      for (let event = 0; event < count; event += 1) {
        if (among !== undefined && ((among[event >>> 5] ?? 0) & (1 << (event & 31))) === 0)
          continue;
        const start = from[event] ?? 0;
        const end = start + (length[event] ?? 0);
        for (let at = start; at < end; at += 1) {
          const value = all[at] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      return counts;
    },
  };
}

/** Which number stands behind an id; ids are told apart by 53 bits, the caller compares the rest. */
export type IdTable = {
  add(id: string, value: number): void;
  /** @returns the numbers that may be the id's, the first added first. */
  candidates(id: string): readonly number[];
};

const NONE: readonly number[] = [];

/** A map of a million strings takes over 100 MB; this takes 24. */
export function createIdTable(): IdTable {
  let size = 1 << 12;
  let prints = new Float64Array(size);
  let values = new Uint32Array(size);
  let used = 0;
  const insert = (print: number, value: number): void => {
    let slot = (print >>> 0) & (size - 1);
    while (prints[slot] !== 0) slot = slot + 1 === size ? 0 : slot + 1;
    prints[slot] = print;
    values[slot] = value;
  };
  return {
    add(id, value) {
      if (used * 2 >= size) {
        const [oldPrints, oldValues] = [prints, values];
        size *= 2;
        prints = new Float64Array(size);
        values = new Uint32Array(size);
        for (let slot = 0; slot < oldPrints.length; slot += 1) {
          const print = oldPrints[slot] ?? 0;
          if (print !== 0) insert(print, oldValues[slot] ?? 0);
        }
      }
      insert(printOf(id), value);
      used += 1;
    },
    candidates(id) {
      const print = printOf(id);
      let found: number[] | undefined;
      for (
        let slot = (print >>> 0) & (size - 1);
        prints[slot] !== 0;
        slot = slot + 1 === size ? 0 : slot + 1
      ) {
        if (prints[slot] === print) (found ??= []).push(values[slot] ?? 0);
      }
      return found?.sort((a, b) => a - b) ?? NONE;
    },
  };
}

/** Source: FNV-1a, 32 bits (Fowler, Noll, Vo), twice with different seeds; never 0. */
function printOf(id: string): number {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + at), 0x85ebca6b);
  }
  second ^= second >>> 13;
  return (second & 0x1f_ffff) * 2 ** 32 + (first >>> 0) + 1;
}
