/** Rows taken apart: what cells say that come again and again is read once, and kept by number. */
import {INFERRED, type KnownDate, numbersIn, type TableData, UNCERTAIN} from './table-data.js';
import type {TableFacts, TableParts, TableSource} from './table-row.js';

/** Reads rows in two steps: first whether it can, then into the columns. */
export type PartsReader = {
  /**
  @param hashes - a number for each cell, equal for equal cells.
  @returns what the row has of its own, or undefined when it has to be read as a whole.
  */
  read(
    cells: readonly string[],
    hashes: readonly number[],
    row: number,
  ): ReturnType<TableParts['own']>;
  /** Keep the row that was read last. */
  put(event: number, text: string): void;
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

/** What was made of some cells; names are learnt when the first row of them is kept. */
type Known = {
  readonly cells: readonly string[];
  readonly facts: TableFacts | undefined;
  numbered: Numbered | undefined;
};

/** Slots for what is known of a part; everything is forgotten when half of them are taken. */
const SLOTS = 1 << 17;

/** @returns a reader that keeps what it reads in columns. */
export function createPartsReader(
  {parts, own}: TableParts,
  {chronology}: Pick<TableSource, 'chronology'>,
  data: TableData,
): PartsReader {
  const {columns, words} = data;
  const memories = parts.map((part) => createMemory(part));
  const found: Known[] = [];
  const cited = chronology.sources.map(({id}) => data.sources.number(id, () => id));
  const noKind = data.kindNumber(undefined);
  const noLane = data.laneNumber(undefined);
  // Filled anew for every row.
  const [actors, places, sources, tags]: [number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
  ];

  function numberOf(facts: TableFacts): Numbered {
    const {event = {}} = facts;
    data.learnNames(facts);
    const killed = numbersIn(event.deaths);
    return {
      date: event.when && data.resolve(event.when),
      isInferred: event.when?.basis === 'inferred',
      lane: event.side === undefined ? undefined : data.laneNumber(event.side),
      kind: event.kind && data.kindNumber(event.kind),
      deaths: data.deaths.number(killed.join(), () => killed),
      actors: (facts.actors ?? []).map(({id}) => data.actors.number(id, () => id)),
      places: (facts.places ?? []).map(({id}) => data.places.number(id, () => id)),
      sources: (facts.sources ?? []).map(({id}) => data.sources.number(id, () => id)),
      tags: (event.tags ?? []).map((tag) => data.tags.number(tag, () => tag)),
      words: [...new Set((facts.texts ?? []).flatMap((text) => words.numbersOf(text)))],
    };
  }

  function put(event: number, text: string): void {
    let [lane, kind, deaths, flags] = [noLane, noKind, 0, 0];
    for (const list of [actors, places, sources, tags]) list.length = 0;
    addNew(sources, cited);
    for (const known of found) {
      known.numbered ??= numberOf(known.facts ?? {});
      const {numbered} = known;
      if (numbered.date !== undefined) {
        columns.starts.set(event, numbered.date.start);
        columns.ends.set(event, numbered.date.end);
        columns.shapes.set(event, numbered.date.shape);
        flags = (numbered.isInferred ? INFERRED : 0) | (numbered.date.isCertain ? 0 : UNCERTAIN);
      }
      lane = numbered.lane ?? lane;
      kind = numbered.kind ?? kind;
      if (numbered.deaths !== 0) deaths = numbered.deaths;
      addNew(actors, numbered.actors);
      addNew(places, numbered.places);
      addNew(sources, numbered.sources);
      addNew(tags, numbered.tags);
      words.addNumbers(event, numbered.words);
    }
    columns.lanes.set(event, lane);
    columns.kinds.set(event, kind);
    columns.flags.set(event, flags);
    columns.deaths.set(event, deaths);
    columns.actors.set(event, actors);
    columns.places.set(event, places);
    columns.sources.set(event, sources);
    if (tags.length > 0) columns.tags.set(event, tags);
    if (text !== '') words.add(event, text);
  }

  return {
    read(cells, hashes, row) {
      for (let part = 0; part < memories.length; part += 1) {
        const known = memories[part]?.(cells, hashes);
        if (known?.facts === undefined) return undefined;
        found[part] = known;
      }
      return own(cells, row);
    },
    put,
  };
}

type Memory = (cells: readonly string[], hashes: readonly number[]) => Known;

/** @returns a function that reads the same cells once. */
function createMemory({columns, read}: TableParts['parts'][number]): Memory {
  const slots = new Uint32Array(SLOTS);
  const all: Known[] = [];

  function isOf(known: Known, cells: readonly string[]): boolean {
    for (let index = 0; index < columns.length; index += 1) {
      if (known.cells[index] !== cells[columns[index] ?? 0]) return false;
    }
    return true;
  }

  return (cells, hashes) => {
    let hash = 0;
    for (let index = 0; index < columns.length; index += 1) {
      hash = Math.imul(hash ^ (hashes[columns[index] ?? 0] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    for (;;) {
      const known = all[(slots[slot] ?? 0) - 1];
      if (known === undefined) break;
      if (isOf(known, cells)) return known;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const own = columns.map((column) => cells[column] ?? '');
    const made: Known = {cells: own, facts: read(cells), numbered: undefined};
    if (all.length * 2 >= SLOTS) {
      all.length = 0;
      slots.fill(0);
    }
    all.push(made);
    slots[slot] = all.length;
    return made;
  };
}

function addNew(list: number[], more: readonly number[]): void {
  for (let index = 0; index < more.length; index += 1) {
    const number = more[index] ?? 0;
    if (!list.includes(number)) list.push(number);
  }
}
