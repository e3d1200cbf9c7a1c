/**
A store over a large table of rows. It keeps the bytes of the file and columns of what is asked of all
events; one event as a whole is made again from its row when it is looked at.
*/
import type {Buffer} from 'node:buffer';
import {groupAccounts} from '../core/events/accounts.js';
import type {Claim, Problem} from '../core/events/chronology.js';
import type {EventStore, EventView, FieldAccounts} from '../core/events/event-store.js';
import type {ImportFigures} from '../core/events/import-figures.js';
import {explainCounts, topTerms} from '../core/query/explain-zero.js';
import type {FacetCounts} from '../core/query/facet-counts.js';
import type {QueryContext} from '../core/query/match-event.js';
import {parseQuery} from '../core/query/parse-query.js';
import {resolveQueryDate} from '../core/query/query-dates.js';
import {buildSearchDocument, type SearchDocument} from '../core/query/search-document.js';
import {type Bits, hasBit, invert} from './table-bits.js';
import type {Lists} from './table-columns.js';
import {CONTESTED} from './table-data.js';
import {countTableFacets} from './table-facets.js';
import {lazyList} from './table-lazy-list.js';
import {createTableNames} from './table-names.js';
import {findInTable} from './table-query.js';
import {createTableReader, type ReadStop} from './table-reader.js';
import type {TableRow, TableSource} from './table-row.js';
import {createTableView, takeSnapshot} from './table-view.js';

/** A store that is being filled, and the hand that fills it. */
export type TableStore = {
  readonly store: EventStore;
  /**
  Read rows until something stops it. What the store answers stays the same until `publish`.

  @param until - bytes of the file that are there.
  @param isLast - whether these are all.
  @param isTimeUp - asked every few rows.
  */
  read(until: number, isLast: boolean, isTimeUp: () => boolean): ReadStop;
  /** Read the one odd row at which `read` stopped. */
  readOdd(): Promise<void>;
  /** Let the store answer with what has been read; `isWhole` when that is all. */
  publish(isWhole: boolean): void;
  /** Bytes of the file read so far. */
  done(): number;
  /** Rows of the file and those that gave no event: kept and refused rows add up to all. */
  rows(): {readonly rows: number; readonly refused: number};
  /** Everything that the rows of an event say, by its number in the file. */
  record(event: number): TableRow | undefined;
};

/** Actors, places or sources whose events are kept. */
const LISTS_KEPT = 64;
/** Filters whose answers are kept. */
const ANSWERS_KEPT = 16;
/** Before all is read, the events are put in order again whenever there are this many times more. */
const GROWTH = 2;

/**
@param bytes - the file, or room for it.
@param from - offset of the text, after a byte-order mark.
@param totalRows - how many rows there may be, for the progress line.
*/
export function createTableStore(
  source: TableSource,
  bytes: Buffer,
  from: number,
  totalRows: () => number | undefined,
): TableStore {
  const reader = createTableReader(source, bytes, from);
  const {data} = reader;
  const {timezone, fields} = source.chronology;
  const names = createTableNames(reader);
  let revision = 0;
  let isWhole = false;
  let figures: ImportFigures | undefined;
  let now = freshAnswers();

  /** Answers that hold for one snapshot. */
  function freshAnswers() {
    return {
      snapshot: takeSnapshot(reader),
      chosen: new Map<string, Bits>(),
      views: new Map<string, EventView>(),
      facets: new Map<string, FacetCounts>(),
      members: new Map<Lists, Map<number, readonly number[]>>(),
      chronology: undefined as EventStore['chronology'] | undefined,
    };
  }

  const context: QueryContext = {
    resolveDate: (text) => resolveQueryDate(text, timezone),
    isKnown(field, value) {
      switch (field) {
        case 'actor':
        case 'by':
          return data.actorRecords[data.actors.find(value) ?? -1] !== undefined;
        case 'place':
          return data.placeRecords[data.places.find(value) ?? -1] !== undefined;
        case 'source':
          return data.sourceRecords[data.sources.find(value) ?? -1] !== undefined;
        case 'side':
          return now.snapshot.lanes.some((lane) => lane.id === value);
        default:
          return false;
      }
    },
  };

  function documentOf(event: number): SearchDocument | undefined {
    const record = reader.record(event);
    if (record === undefined) return undefined;
    return buildSearchDocument(record.event, {
      actor: store.actor,
      place: store.place,
      source: store.source,
      claimsAbout: () => record.claims,
      sideOf: () => undefined,
      resolveWhen: () => undefined,
      isContested: () => false,
    });
  }

  /** @returns the events that match, or what is wrong with the query; undefined for all. */
  function select(text: string): Bits | undefined | Problem {
    const key = text.trim();
    if (key === '') return undefined;
    const known = now.chosen.get(key);
    if (known !== undefined) return known;
    const parsed = parseQuery(key, (date) => context.resolveDate(date) !== undefined);
    const error = parsed.problems.find((problem) => problem.severity === 'error');
    if (error !== undefined) return error;
    const {count} = now.snapshot;
    const bits = findInTable(parsed.query, reader, names, context, count, documentOf);
    keep(now.chosen, key, bits);
    return bits;
  }

  function view(text: string): EventView | Problem {
    const key = text.trim();
    const known = now.views.get(key);
    if (known !== undefined) {
      keep(now.views, key, known);
      return known;
    }
    const bits = select(key);
    if (bits !== undefined && !(bits instanceof Uint32Array)) return bits;
    const {snapshot} = now;
    const made = createTableView(reader, snapshot, bits && positionsOf(bits, snapshot.order));
    keep(now.views, key, made);
    return made;
  }

  function facets(text: string): FacetCounts {
    const key = text.trim();
    const known = now.facets.get(key);
    if (known !== undefined) return known;
    const bits = select(key);
    const among = bits instanceof Uint32Array ? bits : undefined;
    const made = countTableFacets(reader, names, now.snapshot.count, among);
    keep(now.facets, key, made);
    return made;
  }

  function widen(text: string): readonly string[] {
    const {query} = parseQuery(text, (date) => context.resolveDate(date) !== undefined);
    const {count} = now.snapshot;
    const failing = topTerms(query).map((term) =>
      invert(findInTable(term, reader, names, context, count, documentOf), count),
    );
    const matched = failing.map(() => count);
    const blocked = failing.map(() => 0);
    for (let event = 0; event < count; event += 1) {
      let failures = 0;
      let failed = 0;
      for (const [index, bits] of failing.entries()) {
        if (!hasBit(bits, event)) continue;
        matched[index] = (matched[index] ?? 0) - 1;
        failures += 1;
        failed = index;
      }
      if (failures === 1) blocked[failed] = (blocked[failed] ?? 0) + 1;
    }
    return [explainCounts(query, matched, blocked).advice];
  }

  /** @returns the events below the count that have something, in the order of the file. */
  function eventsWith(lists: Lists, number: number | undefined, size: number): readonly number[] {
    if (number === undefined) return [];
    const kept = now.members.get(lists) ?? new Map<number, readonly number[]>();
    now.members.set(lists, kept);
    const known = kept.get(number);
    if (known !== undefined) return known;
    const isWanted = new Uint8Array(size);
    isWanted[number] = 1;
    const {count} = now.snapshot;
    const members = membersOf(lists.find(isWanted, count), count);
    // A map asks for its places whenever it is drawn.
    if (kept.size >= LISTS_KEPT) kept.clear();
    kept.set(number, members);
    return members;
  }

  const idOf = (event: number): string => reader.record(event)?.event.id ?? '';
  const recordOf = (id: string): TableRow | undefined => {
    const event = reader.find(id);
    return event === undefined ? undefined : reader.record(event);
  };
  const claimsOf = (
    events: readonly number[],
    isWanted: (claim: Claim) => boolean,
  ): readonly Claim[] => {
    // Whoever looks through a million claims, one by one, makes the keys wait.
    return events
      .slice(0, LONGEST_WHOLE)
      .flatMap((event) => (reader.record(event)?.claims ?? []).filter(isWanted));
  };

  function accountsOf(id: string): readonly FieldAccounts[] {
    const record = recordOf(id);
    return record === undefined ? [] : groupAccounts(record.claims, [], fields);
  }

  function claim(id: string): Claim | undefined {
    // The id of a claim begins with that of its event.
    for (let end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
      const found = recordOf(id.slice(0, end))?.claims.find((one) => one.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const store: EventStore = {
    get revision() {
      return revision;
    },
    get loading() {
      return isWhole ? undefined : {done: reader.rows(), total: totalRows()};
    },
    get chronology() {
      now.chronology ??= {
        chronology: 1,
        ...source.chronology,
        sides: data.sides.filter((side) => now.snapshot.lanes.some((lane) => lane.id === side.id)),
        sources: data.sourceRecords.filter((one) => one !== undefined),
        actors: data.actorRecords.filter((one) => one !== undefined),
        places: data.placeRecords.filter((one) => one !== undefined),
      };
      return now.chronology;
    },
    get problems() {
      return source.problems;
    },
    get imports() {
      return figures === undefined ? [] : [figures];
    },
    view,
    facets,
    widen,
    event: (id) => recordOf(id)?.event,
    claim,
    actor: (id) => data.actorRecords[data.actors.find(id) ?? -1],
    place: (id) => data.placeRecords[data.places.find(id) ?? -1],
    source: (id) => data.sourceRecords[data.sources.find(id) ?? -1],
    claimsAbout: (id) => recordOf(id)?.claims ?? [],
    claimsBy: (id) =>
      claimsOf(
        eventsWith(data.columns.speakers, data.actors.find(id), data.actors.items.length),
        (one) => one.said_by === id,
      ),
    claimsCiting(id, paragraph) {
      const cites = (one: Claim): boolean =>
        one.citations.some(
          (citation) =>
            citation.source === id && (paragraph === undefined || citation.paragraph === paragraph),
        );
      const number = data.sources.find(id);
      if (paragraph !== undefined) {
        const event = reader.eventOfRow(paragraph);
        const isOwn = event !== undefined && event < now.snapshot.count;
        return isOwn ? claimsOf([event], cites) : [];
      }
      return claimsOf(eventsWith(data.columns.sources, number, data.sources.items.length), cites);
    },
    eventsWithActor(id) {
      const [number, size] = [data.actors.find(id), data.actors.items.length];
      const spoke = new Set(eventsWith(data.columns.speakers, number, size));
      const isInRole = (event: number): boolean =>
        reader.record(event)?.event.actors?.some((one) => one.actor === id) === true;
      const events = eventsWith(data.columns.actors, number, size).filter(
        (event) => !spoke.has(event) || isInRole(event),
      );
      return lazyList(events.length, (at) => idOf(events[at] ?? 0));
    },
    eventsAtPlace(id) {
      const events = eventsWith(
        data.columns.places,
        data.places.find(id),
        data.places.items.length,
      );
      return lazyList(events.length, (at) => idOf(events[at] ?? 0));
    },
    linksOf: () => [],
    accountsOf,
    contested(limit) {
      const found: {readonly event: string; readonly field: FieldAccounts}[] = [];
      for (const event of now.snapshot.order) {
        if (found.length >= limit) break;
        if (((data.columns.flags.data[event] ?? 0) & CONTESTED) === 0) continue;
        const id = idOf(event);
        for (const field of accountsOf(id)) if (field.isContested) found.push({event: id, field});
      }
      return found.slice(0, limit);
    },
  };

  return {
    store,
    read: reader.read,
    readOdd: reader.readOdd,
    done: reader.done,
    rows: () => ({rows: reader.rows(), refused: reader.refused()}),
    record: reader.record,
    publish(isAll) {
      isWhole = isAll;
      revision += 1;
      // Names are folded as they come, so that the first search does not wait for all of them.
      names.actors();
      names.places();
      if (isAll) {
        figures = {
          file: source.name,
          format: source.format,
          rows: reader.rows(),
          refused: reader.refused(),
          events: reader.events(),
          losses: reader.losses.groups(),
        };
      }
      const hasGrown = reader.events() >= now.snapshot.count * GROWTH;
      if (isAll || hasGrown) now = freshAnswers();
    },
  };
}

/** Claims of one speaker or source that are listed: those of the first events. */
const LONGEST_WHOLE = 1_000;

function positionsOf(bits: Bits, order: Uint32Array): Uint32Array {
  const positions = new Uint32Array(order.length);
  let count = 0;
  for (let position = 0; position < order.length; position += 1) {
    if (hasBit(bits, order[position] ?? 0)) positions[count++] = position;
  }
  return positions.slice(0, count);
}

function membersOf(bits: Bits, count: number): readonly number[] {
  const members: number[] = [];
  for (let event = 0; event < count; event += 1) if (hasBit(bits, event)) members.push(event);
  return members;
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > ANSWERS_KEPT && oldest !== undefined) map.delete(oldest);
}
