/** Rows taken apart: what cells say that come again and again is read once, and kept by number. */
import type {Buffer} from 'node:buffer';
import {createNumbers, type Lists} from './table-columns.js';
import {INFERRED, type KnownDate, numbersIn, type TableData, UNCERTAIN} from './table-data.js';
import type {TableFacts, TableParts, TableSource} from './table-row.js';
import type {CellPlaces, RowScanner} from './table-scan.js';
import {createHashSlots} from './table-slots.js';

/** Reads rows in two steps: first whether it can, then into the columns. */
export type PartsReader = {
  /**
  @param scanner - has just found the row.
  @returns what the row has of its own, or undefined when it has to be read as a whole.
  */
  read(scanner: RowScanner, row: number): ReturnType<TableParts['own']>;
  /** Keep the row that was read last. */
  put(event: number, scanner: RowScanner): void;
};

/** What cells say, in numbers. */
type Numbered = {
  readonly date: KnownDate | undefined;
  readonly isInferred: boolean;
  readonly lane: number | undefined;
  readonly kind: number | undefined;
  readonly deaths: number;
  readonly actors: readonly number[];
  readonly places: readonly number[];
  readonly sources: readonly number[];
  readonly tags: readonly number[];
  readonly words: readonly number[];
};

/**
What was made of some cells: facts until the first row of them is kept and its names are learnt, numbers
from then on; neither when such rows have to be read as a whole.
*/
type Known = {facts: TableFacts | undefined; numbered: Numbered | undefined};

/** Things known of a part; everything is forgotten when there are more. */
const MOST_KNOWN = 1 << 16;

/** @returns a reader that keeps what it reads in columns. */
export function createPartsReader(
  {parts, own, text, textColumn}: TableParts,
  {chronology}: Pick<TableSource, 'chronology'>,
  data: TableData,
  bytes: Buffer,
): PartsReader {
  const {columns, words} = data;
  const memories = parts.map((part) => createMemory(part, bytes));
  const found: Known[] = [];
  const cited = chronology.sources.map(({id}) => data.sources.number(id, () => id));
  const noKind = data.kindNumber(undefined);
  const noLane = data.laneNumber(undefined);

  function numberOf(facts: TableFacts): Numbered {
    const {event = {}} = facts;
    data.learnNames(facts);
    const killed = numbersIn(event.deaths);
    const numbers = <T>(list: readonly T[] | undefined, number: (one: T) => number) =>
      list === undefined || list.length === 0 ? NONE : list.map(number);
    return {
      date: event.when && data.resolve(event.when),
      isInferred: event.when?.basis === 'inferred',
      lane: event.side === undefined ? undefined : data.laneNumber(event.side),
      kind: event.kind && data.kindNumber(event.kind),
      deaths: data.deaths.number(killed.join(), () => killed),
      actors: numbers(facts.actors, ({id}) => data.actors.number(id, () => id)),
      places: numbers(facts.places, ({id}) => data.places.number(id, () => id)),
      sources: numbers(facts.sources, ({id}) => data.sources.number(id, () => id)),
      tags: numbers(event.tags, (tag) => data.tags.number(tag, () => tag)),
      words: numbers(
        [...new Set((facts.texts ?? []).flatMap((text) => words.numbersOf(text)))],
        (word) => word,
      ),
    };
  }

  function put(event: number, scanner: RowScanner): void {
    let lane = noLane;
    let kind = noKind;
    let deaths = 0;
    let flags = 0;
    addAll(columns.sources, event, cited);
    for (const known of found) {
      const numbered = (known.numbered ??= numberOf(known.facts ?? {}));
      known.facts = undefined;
      if (numbered.date !== undefined) {
        columns.starts.roomFor(event)[event] = numbered.date.start;
        columns.ends.roomFor(event)[event] = numbered.date.end;
        columns.shapes.roomFor(event)[event] = numbered.date.shape;
        flags = (numbered.isInferred ? INFERRED : 0) | (numbered.date.isCertain ? 0 : UNCERTAIN);
      }
      lane = numbered.lane ?? lane;
      kind = numbered.kind ?? kind;
      if (numbered.deaths !== 0) deaths = numbered.deaths;
      addAll(columns.actors, event, numbered.actors);
      addAll(columns.places, event, numbered.places);
      addAll(columns.sources, event, numbered.sources);
      addAll(columns.tags, event, numbered.tags);
      words.addNumbers(event, numbered.words);
    }
    columns.lanes.roomFor(event)[event] = lane;
    columns.kinds.roomFor(event)[event] = kind;
    columns.flags.roomFor(event)[event] = flags;
    columns.deaths.roomFor(event)[event] = deaths;
    putText(event, scanner);
  }

  function putText(event: number, scanner: RowScanner): void {
    if (textColumn < 0) return;
    const {starts, ends, isCoded} = scanner.places;
    const [start, end] = [starts[textColumn] ?? 0, ends[textColumn] ?? 0];
    // Most texts are ASCII, and need not be made to be taken apart into words.
    const isAdded =
      end - start > SHORTEST_PLAIN &&
      isCoded[textColumn] === 0 &&
      words.addBytes(event, bytes, start, end);
    if (isAdded) return;
    const said = text(scanner.cell);
    if (said !== '') words.add(event, said);
  }

  return {
    read(scanner, row) {
      for (let part = 0; part < memories.length; part += 1) {
        const known = memories[part]?.(scanner);
        if (known === undefined || (known.facts ?? known.numbered) === undefined) return undefined;
        found[part] = known;
      }
      return own(scanner.cell, row);
    },
    put,
  };
}

/** Shorter ones may be a way to write nothing. */
const SHORTEST_PLAIN = 8;

const NONE: readonly never[] = [];

type Memory = (scanner: RowScanner) => Known;

/** @returns a function that reads the same cells once; it compares them as they lie in the file. */
function createMemory({columns, read}: TableParts['parts'][number], bytes: Buffer): Memory {
  const slots = createHashSlots();
  const all: Known[] = [];
  const width = columns.length;
  /** Where the cells of each known thing lie: start and end of each column. */
  const ranges = createNumbers((size) => new Uint32Array(size));
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

  return (scanner) => {
    const {places} = scanner;
    const {hashes} = places;
    let hash = 0;
    for (let index = 0; index < width; index += 1) {
      hash = Math.imul(hash ^ (hashes[columns[index] ?? 0] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    let number = slots.first(hash);
    while (number >= 0 && !isOf(number, places)) number = slots.next();
    if (number >= 0) return all[number] as Known;
    for (const column of columns) cells[column] = scanner.cell(column);
    const made: Known = {facts: read(cells), numbered: undefined};
    if (all.length >= MOST_KNOWN) {
      all.length = 0;
      slots.clear();
      slots.first(hash);
    }
    number = slots.add();
    all[number] = made;
    for (let index = 0, at = number * width * 2; index < width; index += 1, at += 2) {
      const column = columns[index] ?? 0;
      const room = ranges.roomFor(at + 1);
      room[at] = places.starts[column] ?? 0;
      room[at + 1] = places.ends[column] ?? 0;
    }
    return made;
  };
}

function addAll(lists: Lists, event: number, values: readonly number[]): void {
  for (let index = 0; index < values.length; index += 1) lists.add(event, values[index] ?? 0);
}
