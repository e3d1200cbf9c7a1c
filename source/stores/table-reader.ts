import type {Buffer} from 'node:buffer';
import {distinctIds} from '../core/events/distinct-ids.js';
import {renameEvent} from '../core/events/rename-event.js';
import {createIdTable, createNumbers} from './table-columns.js';
import {createTableData, type TableData} from './table-data.js';
import {createPartsReader} from './table-parts.js';
import {createLossTally, type LossTally} from './table-losses.js';
import type {TableRow, TableSource} from './table-row.js';
import {createRowScanner} from './table-scan.js';

/** Why reading stopped: time is up, more bytes are needed, an odd row stands next, or all is read. */
export type ReadStop = 'time' | 'more' | 'odd' | 'end';

/** Reads the rows of a file into columns, and makes any of them again when it is asked for. */
export type TableReader = {
  readonly data: TableData;
  readonly losses: LossTally;
  rows(): number;
  refused(): number;
  /** Events so far. */
  events(): number;
  /** Bytes of the file read so far. */
  done(): number;
  /**
  Read rows until something stops it.

  @param until - bytes of the file that are there.
  @param isLast - whether these are all.
  @param isTimeUp - asked every few rows.
  */
  read(until: number, isLast: boolean, isTimeUp: () => boolean): ReadStop;
  /** Read the one odd row that stands next. */
  readOdd(): Promise<void>;
  /** @returns everything that the rows of an event say. */
  record(event: number): TableRow | undefined;
  /** @returns a text that an event of one row has to itself; undefined when only its record tells. */
  textOf(event: number): string | undefined;
  /** @returns the number of the event that a row (from 1) is of. */
  eventOfRow(row: number): number | undefined;
  /** @returns the number of the event with an id. */
  find(id: string): number | undefined;
};

/** A cell of a longer row may be too long to be kept. */
const LONGEST_IN_PARTS = 500_000;
/** Rows read between two looks at the clock. */
const ROWS_A_LOOK = 64;
/** Events made again that are kept: some screens full, and what a search by halving touches. */
const RECORDS_KEPT = 2_000;
/** The latest rows are at hand: the rows of one event mostly stand together. */
const LATEST_KEPT = 64;
/** Times that room is made larger at once, whatever the first rows promise. */
const MOST_GROWTH = 64;
/** Odd rows that are looked at with care; after them quotation marks are ordinary characters. */
const MOST_ODD_ROWS = 5_000;
/** Characters that may be read a second time for odd rows, beside as many as the file has. */
const SPARE_REREADING = 64_000_000;

/**
@param bytes - the whole file, or room for it: only what `read` is told of is looked at.
@param from - offset of the first byte of the text, after a byte-order mark.
*/
export function createTableReader(source: TableSource, bytes: Buffer, from: number): TableReader {
  let at = from;
  /** As the file goes on as it began. */
  const growth = (): number => {
    const times = (1.1 * (bytes.length - from)) / (at - from + 1);
    return Math.min(Math.max(times, 1.5), MOST_GROWTH);
  };
  const data = createTableData(source, growth);
  const losses = createLossTally();
  let scanner = createRowScanner(source.scan);
  const plain = createRowScanner({...source.scan, hasQuotes: false});
  let skip = source.headerRows;
  let rows = 0;
  let refused = 0;
  let events = 0;
  let oddRows = 0;
  let rereading = bytes.length + SPARE_REREADING;
  /** Row from which quotation marks are ordinary characters. */
  let plainFrom = Infinity;
  const rowStarts = createNumbers((size) => new Uint32Array(size), growth);
  const firstRows = createNumbers((size) => new Uint32Array(size), growth);
  /** The next row of the same event, by row; 0 for none. */
  const nextRows = createNumbers((size) => new Uint32Array(size), growth);
  /** By row, which of several with one id it is, from 2; 0 for the first and for most. */
  const copies = createNumbers((size) => new Uint32Array(size), growth);
  const odd = new Map<number, {readonly cells: readonly string[]; readonly remark?: string}>();
  const byId = createIdTable();
  const distinctId = distinctIds((id) => byId.candidates(id).length > 0);
  const latest = new Map<string, number>();
  const records = new Map<number, TableRow>();
  /** Just read, and not joined with others yet; many records kept long cost the collector dear. */
  const fresh = new Map<number, TableRow>();
  const again = createRowScanner(source.scan);

  let parts = source.apart && createPartsReader(source.apart, source, data, bytes);
  let joins = 0;

  /** Most rows are sound and of an event of their own. @returns whether this one is, and has been kept. */
  function takeParts(): boolean {
    // A table in which rows are joined needs them whole.
    if (parts === undefined || skip > 0 || joins * 10 > events) return false;
    if (scanner.end() - scanner.start() > LONGEST_IN_PARTS) return false;
    if (scanner.count() !== source.scan.columns || scanner.isManyLines()) return false;
    const own = parts.read(scanner, rows + 1);
    if (own === undefined) return false;
    const {id, key} = own;
    if (key !== undefined && findKey(key, id) !== undefined) return false;
    rows += 1;
    rowStarts.roomFor(rows)[rows] = scanner.start();
    const event = events++;
    firstRows.roomFor(event)[event] = rows;
    byId.add(id, event);
    parts.put(event, scanner);
    return true;
  }

  function take(cells: readonly string[], start: number, remark: string | undefined): void {
    if (skip > 0) {
      skip -= 1;
      return;
    }
    rows += 1;
    rowStarts.roomFor(rows)[rows] = start;
    const made = source.convert(cells, rows, remark);
    if ('refused' in made) {
      refuse(made.refused.field, made.refused.what);
      return;
    }
    const {key} = made;
    const row = key === undefined ? distinct(made.row) : made.row;
    const earlier = key === undefined ? undefined : findKey(key, row.event.id);
    if (earlier !== undefined) {
      join(earlier, row);
      return;
    }
    const event = events++;
    firstRows.roomFor(event)[event] = rows;
    byId.add(row.event.id, event);
    if (key !== undefined) keep(latest, key, event, LATEST_KEPT);
    for (const loss of row.losses) losses.add(loss);
    data.put(event, row, undefined);
    if (key !== undefined) keep(fresh, event, row, LATEST_KEPT);
  }

  /** Rows of one event share its id; others never do. */
  function distinct(row: TableRow): TableRow {
    const {id} = row.event;
    const own = distinctId(id);
    // Another row of the file has only its own number to be known by when it is read again.
    if (own !== id) copies.roomFor(rows)[rows] = Number(own.slice(id.length + 1));
    return renameEvent(row, own);
  }

  function refuse(field: string, what: string): void {
    refused += 1;
    losses.add({row: rows, field, what: `refused: ${what}`});
  }

  /** Another row of an event. */
  function join(event: number, row: TableRow): void {
    const latestRow = fresh.get(event);
    const first = latestRow === undefined ? record(event) : lighten(latestRow);
    if (first === undefined) return;
    let last = firstRows.data[event] ?? 0;
    for (let next = nextRow(last); next !== 0; next = nextRow(last)) last = next;
    if (first.claims.length >= source.mostRowsOfEvent) {
      const most = source.mostRowsOfEvent.toLocaleString('en-US');
      refuse('row', `more than ${most} rows of the same event`);
      return;
    }
    joins += 1;
    const merged = source.merge(first, row, rows);
    for (const loss of merged.losses) losses.add(loss);
    nextRows.roomFor(last)[last] = rows;
    data.put(event, merged, first);
    fresh.delete(event);
    keep(records, event, lighten(merged), RECORDS_KEPT);
  }

  function nextRow(row: number): number {
    return nextRows.data[row] ?? 0;
  }

  function findKey(key: string, id: string): number | undefined {
    const known = latest.get(key);
    if (known !== undefined) return known;
    return byId.candidates(id).find((event) => {
      const made = rowAgain(firstRows.data[event] ?? 0);
      return made !== undefined && !('refused' in made) && made.key === key;
    });
  }

  function rowAgain(row: number): ReturnType<TableSource['convert']> | undefined {
    const made = convertAgain(row);
    const copy = copies.data[row] ?? 0;
    if (made === undefined || 'refused' in made || copy === 0) return made;
    return {...made, row: renameEvent(made.row, `${made.row.event.id}-${copy}`)};
  }

  function convertAgain(row: number): ReturnType<TableSource['convert']> | undefined {
    const kept = odd.get(row);
    if (kept !== undefined) return source.convert(kept.cells, row, kept.remark);
    const one = row >= plainFrom ? plain : again;
    if (one.next(bytes, rowStarts.data[row] ?? 0, at, true) !== 'row') return undefined;
    return source.convert(one.cells(), row, undefined);
  }

  function record(event: number): TableRow | undefined {
    if (event < 0 || event >= events) return undefined;
    const known = records.get(event);
    if (known !== undefined) {
      keep(records, event, known, RECORDS_KEPT);
      return known;
    }
    let made: TableRow | undefined;
    for (let row = firstRows.data[event] ?? 0; row !== 0; row = nextRow(row)) {
      const one = rowAgain(row);
      if (one === undefined || 'refused' in one) continue;
      made = lighten(made === undefined ? one.row : source.merge(made, one.row, row));
    }
    if (made !== undefined) keep(records, event, made, RECORDS_KEPT);
    return made;
  }

  return {
    data,
    losses,
    rows: () => rows,
    refused: () => refused,
    events: () => events,
    done: () => at,
    record,
    textOf(event) {
      const row = firstRows.data[event] ?? 0;
      if (source.apart === undefined || nextRow(row) !== 0 || odd.has(row) || row >= plainFrom) {
        return undefined;
      }
      if (again.next(bytes, rowStarts.data[row] ?? 0, at, true) !== 'row') return undefined;
      return source.apart.text(again.cell);
    },
    read(until, isLast, isTimeUp) {
      for (let count = 1; ; count += 1) {
        const found = scanner.next(bytes, at, until, isLast);
        // What was known of parts is of no use any more.
        if (found === 'end') parts = undefined;
        if (found !== 'row') return found;
        at = scanner.end();
        if (!takeParts()) take(scanner.cells(), scanner.start(), undefined);
        if (count % ROWS_A_LOOK === 0 && isTimeUp()) return 'time';
      }
    },
    async readOdd() {
      const start = scanner.start();
      const isGivenUp = oddRows >= MOST_ODD_ROWS || rereading < 0;
      const row = await source.cutOdd(bytes, start, plainFrom === Infinity && !isGivenUp);
      oddRows += 1;
      rereading -= row.end - start;
      at = Math.max(row.end, start + 1);
      if (row.cells === undefined) {
        if (skip > 0) skip -= 1;
        else {
          rows += 1;
          refuse('row', row.remark ?? 'it cannot be cut into cells');
        }
      } else {
        if (skip === 0) {
          const {cells, remark} = row;
          odd.set(rows + 1, remark === undefined ? {cells} : {cells, remark});
        }
        take(row.cells, start, row.remark);
      }
      if (isGivenUp && plainFrom === Infinity) {
        scanner = plain;
        plainFrom = rows + 1;
        const what =
          'too many broken quotation marks: from here on they are read as they stand, and part no cells';
        losses.add({row: rows, field: 'row', what});
      }
    },
    eventOfRow(row) {
      const made = row >= 1 && row <= rows ? rowAgain(row) : undefined;
      if (made === undefined || 'refused' in made) return undefined;
      if (made.key !== undefined) return findKey(made.key, made.row.event.id);
      return byId.candidates(made.row.event.id).find((event) => firstRows.data[event] === row);
    },
    find(id) {
      return byId.candidates(id).find((event) => record(event)?.event.id === id);
    },
  };
}

/** What is kept for all events together is not kept with each. */
function lighten({event, claims}: TableRow): TableRow {
  return {event, claims, actors: NONE, places: NONE, sources: NONE, losses: NONE};
}

const NONE: readonly never[] = [];

/** Keep the latest few. */
function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= most) return;
  const oldest = map.keys().next().value;
  if (oldest !== undefined) map.delete(oldest);
}
