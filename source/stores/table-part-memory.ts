import type {Buffer} from 'node:buffer';
import {createNumbers} from './table-columns.js';
import type {TableFacts, TableParts} from './table-row.js';
import type {CellPlaces, RowScanner} from './table-scan.js';
import {createHashSlots} from './table-slots.js';

/** What the cells of one part say. */
export type PartMemory = {
  /** Look at the cells of a row. @returns false when the row has to be read as a whole. */
  look(scanner: RowScanner): boolean;
  /**
  @param encode - turns what was read into numbers; asked once, when the first row that says it is kept.
  @returns where in `codes` begins what was found last.
  */
  codesOf(encode: (facts: TableFacts) => readonly number[]): number;
  /** The numbers of all things, one behind the other. */
  readonly codes: {readonly data: Uint32Array};
};

/** Things known of a part; everything is forgotten when there are more. */
const MOST_KNOWN = 1 << 16;
/** Instead of a place in `codes`. */
const UNSOUND = 0;
const NOT_ENCODED = 1;
const FIRST_PLACE = 2;

/** @returns a memory in which the same cells are read once; it compares them as they lie in the file. */
export function createPartMemory(
  {columns, read}: TableParts['parts'][number],
  bytes: Buffer,
): PartMemory {
  const width = columns.length;
  const slots = createHashSlots();
  /** Where the cells of each thing lie: start and end of each column. */
  const ranges = createNumbers((size) => new Uint32Array(size));
  const places = createNumbers((size) => new Uint32Array(size));
  const codes = createNumbers((size) => new Uint32Array(size));
  let used = FIRST_PLACE;
  let latest = 0;
  /** What is not encoded yet. */
  const unencoded = new Map<number, TableFacts>();
  /** Filled anew for whatever is read; cells that it does not depend on stay empty. */
  const cells = Array.from({length: Math.max(-1, ...columns) + 1}, () => '');

  function isOf(number: number, {starts, ends}: CellPlaces): boolean {
    const known = ranges.data;
    for (let index = 0, at = number * width * 2; index < width; index += 1, at += 2) {
      const column = columns[index] ?? 0;
      const from = known[at] ?? 0;
      const length = (known[at + 1] ?? 0) - from;
      const start = starts[column] ?? 0;
      if ((ends[column] ?? 0) - start !== length) return false;
      for (let offset = 0; offset < length; offset += 1) {
        if (bytes[from + offset] !== bytes[start + offset]) return false;
      }
    }
    return true;
  }

  function learn(scanner: RowScanner): number {
    for (const column of columns) cells[column] = scanner.cell(column);
    const facts = read(cells);
    const number = slots.add();
    if (facts !== undefined) unencoded.set(number, facts);
    places.roomFor(number)[number] = facts === undefined ? UNSOUND : NOT_ENCODED;
    const {starts, ends} = scanner.places;
    for (let index = 0, at = number * width * 2; index < width; index += 1, at += 2) {
      const column = columns[index] ?? 0;
      const room = ranges.roomFor(at + 1);
      room[at] = starts[column] ?? 0;
      room[at + 1] = ends[column] ?? 0;
    }
    return number;
  }

  return {
    codes,
    look(scanner) {
      const {hashes} = scanner.places;
      let hash = 0;
      for (let index = 0; index < width; index += 1) {
        hash = Math.imul(hash ^ (hashes[columns[index] ?? 0] ?? 0), 0x85ebca6b);
        hash ^= hash >>> 13;
      }
      let number = slots.first(hash);
      while (number >= 0 && !isOf(number, scanner.places)) number = slots.next();
      if (number < 0 && slots.count() === MOST_KNOWN) {
        slots.clear();
        slots.first(hash);
        unencoded.clear();
        used = FIRST_PLACE;
      }
      latest = number < 0 ? learn(scanner) : number;
      return places.data[latest] !== UNSOUND;
    },
    codesOf(encode) {
      const facts = places.data[latest] === NOT_ENCODED ? unencoded.get(latest) : undefined;
      if (facts !== undefined) {
        unencoded.delete(latest);
        places.data[latest] = used;
        for (const code of encode(facts)) {
          codes.roomFor(used)[used] = code;
          used += 1;
        }
      }
      return places.data[latest] ?? 0;
    },
  };
}
