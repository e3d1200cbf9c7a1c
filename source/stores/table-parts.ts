/** Rows taken apart: what cells say that come again and again is read once, and kept by number. */
import type {Buffer} from 'node:buffer';
import type {Lists} from './table-columns.js';
import {INFERRED, type KnownDate, numbersIn, type TableData, UNCERTAIN} from './table-data.js';
import {createPartMemory} from './table-part-memory.js';
import type {TableFacts, TableParts, TableSource} from './table-row.js';
import type {RowScanner} from './table-scan.js';

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

/** Shorter ones may be a way to write nothing. */
const SHORTEST_PLAIN = 8;

/** @returns a reader that keeps what it reads in columns. */
export function createPartsReader(
  {parts, own, text, textColumn}: TableParts,
  {chronology}: Pick<TableSource, 'chronology'>,
  data: TableData,
  bytes: Buffer,
): PartsReader {
  const {columns, words} = data;
  const memories = parts.map((part) => createPartMemory(part, bytes));
  const dates: {readonly known: KnownDate; readonly flags: number}[] = [];
  const cited = chronology.sources.map(({id}) => data.sources.number(id, () => id));
  const noKind = data.kindNumber(undefined);
  const noLane = data.laneNumber(undefined);

  /**
  What cells say in numbers: date, lane and kind, each one more than its number and 0 for none; deaths;
  then lists, each behind its length: actors, places, sources, tags and words. `put` reads them so.
  */
  function encode(facts: TableFacts): readonly number[] {
    const {event = {}, actors = [], places = [], sources = [], texts = []} = facts;
    data.learnNames(facts);
    const {when, side, kind, tags = []} = event;
    const killed = numbersIn(event.deaths);
    const known = when && data.resolve(when);
    if (known !== undefined) {
      const isInferred = when?.basis === 'inferred';
      const flags = (isInferred ? INFERRED : 0) | (known.isCertain ? 0 : UNCERTAIN);
      dates.push({known, flags});
    }
    return [
      known === undefined ? 0 : dates.length,
      side === undefined ? 0 : data.laneNumber(side) + 1,
      kind === undefined ? 0 : data.kindNumber(kind) + 1,
      data.deaths.number(killed.join(), () => killed),
      ...listed(actors.map(({id}) => data.actors.number(id, () => id))),
      ...listed(places.map(({id}) => data.places.number(id, () => id))),
      ...listed(sources.map(({id}) => data.sources.number(id, () => id))),
      ...listed(tags.map((tag) => data.tags.number(tag, () => tag))),
      ...listed([...new Set(texts.flatMap((said) => words.numbersOf(said)))]),
    ];
  }

  function put(event: number, scanner: RowScanner): void {
    let lane = noLane;
    let kind = noKind;
    let deaths = 0;
    let flags = 0;
    for (const source of cited) columns.sources.add(event, source);
    for (const memory of memories) {
      let at = memory.codesOf(encode);
      const codes = memory.codes.data;
      const date = dates[(codes[at] ?? 0) - 1];
      if (date !== undefined) {
        columns.starts.roomFor(event)[event] = date.known.start;
        columns.ends.roomFor(event)[event] = date.known.end;
        columns.shapes.roomFor(event)[event] = date.known.shape;
        flags = date.flags;
      }
      const [laneCode, kindCode, deathsCode] = [codes[at + 1], codes[at + 2], codes[at + 3]];
      if (laneCode) lane = laneCode - 1;
      if (kindCode) kind = kindCode - 1;
      if (deathsCode) deaths = deathsCode;
      at = addListed(columns.actors, event, codes, at + 4);
      at = addListed(columns.places, event, codes, at);
      at = addListed(columns.sources, event, codes, at);
      at = addListed(columns.tags, event, codes, at);
      words.addNumbers(event, codes, at + 1, at + 1 + (codes[at] ?? 0));
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
      for (const memory of memories) if (!memory.look(scanner)) return undefined;
      return own(scanner.cell, row);
    },
    put,
  };
}

function listed(numbers: readonly number[]): readonly number[] {
  return [numbers.length, ...numbers];
}

/** @returns where the list ends. */
function addListed(lists: Lists, event: number, codes: Uint32Array, at: number): number {
  const end = at + 1 + (codes[at] ?? 0);
  for (let each = at + 1; each < end; each += 1) lists.add(event, codes[each] ?? 0);
  return end;
}
