/** When the row of a plain table was: date, time, end and zone put together from up to eight columns. */
import type {Problem, When} from '../core/events/chronology.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {parseEdtf} from '../core/time/edtf.js';
import {isZoneName} from '../core/time/zone.js';
import {readClock, readOffset} from './cell-clock.js';
import {
  atMidnight,
  type CellClock,
  type CellDate,
  edtfDate,
  isBareMidnight,
  withTime,
} from './cell-date.js';
import {type GuessedColumns, isNamedFor, type TableField} from './guess-columns.js';
import {monthOfName} from './month-names.js';
import {type DateManner, guessManner, isSerial, readPlainDate} from './plain-date.js';
import {rememberCells} from './remember-cells.js';
import {cellText, foldColumn, quoteCell} from './table-cells.js';
import {doubtsOf, guessDayOrder, warnOfOrder} from './table-date.js';

/** Something about the cell of a field that is not kept as it was. */
export type FieldLoss = {readonly field: TableField; readonly what: string};

/** The date of a row; `[start, end)` in milliseconds since 1970. */
export type PlainWhen = {
  readonly when: When;
  readonly start: number;
  readonly end: number;
  readonly losses: readonly FieldLoss[];
};

/** How the dates of one table are read. */
export type WhenReader = {
  /** IANA zone of the chronology: the one that all rows name, else UTC. */
  readonly timezone: string;
  /** What is true of the whole column and might be wrong, in words. */
  readonly remarks: readonly string[];
  /** What is wrong with the whole column. */
  readonly problems: readonly Problem[];
  /** @returns when a row was, or why it has no date. */
  read(cells: readonly string[]): PlainWhen | FieldLoss;
};

/** @returns whether reading a row gave no date. */
export function isDateless(read: PlainWhen | FieldLoss): read is FieldLoss {
  return 'field' in read;
}

/** A zone as a cell names it. */
type CellZone = {readonly name?: string; readonly offset?: number};

const OPEN = /^(?:\.\.|present|ongoing|now|today|open)$/i;
const DAY_MS = 86_400_000;

/** @param rows - the first rows, which tell how all are read. */
export function createWhenReader(
  guessed: GuessedColumns,
  rows: readonly (readonly string[])[],
): WhenReader {
  const {at, header} = guessed;
  const position = (field: TableField) => at.get(field) ?? -1;
  const text = (cells: readonly string[], field: TableField) => cellText(cells[position(field)]);
  const column = (field: TableField) => rows.map((row) => row[position(field)] ?? '');
  const dateField = position('date') >= 0 ? 'date' : 'year';
  const [dates, ends] = [column(dateField), column('end')];
  const days = guessDayOrder([...dates, ...ends], 'day-first');
  const mannerOf = (field: 'date' | 'end' | 'year', cells: readonly string[]): DateManner => {
    const name = foldColumn(header[position(field)] ?? '');
    const isNamed = field !== 'year' && isNamedFor(field, guessed);
    return {
      ...guessManner(cells, name, isNamed),
      order: days.order,
      isYear: name.includes('year'),
    };
  };
  const startManner = mannerOf(dateField, dates);
  // A list that begins before the year 1 may well end after it.
  const endManner = {...mannerOf('end', ends), ...(startManner.isAncient && {isAncient: true})};
  const zones = new Set(column('timezone').map((cell) => zoneOf(cell)?.name));
  const [only] = zones;
  const timezone = zones.size === 1 && only !== undefined ? only : 'UTC';

  // Where no cell has a time but midnight, it stands for whole days, as spreadsheets write them.
  const areTimed =
    dates.some((cell) => readPlainDate(cell, startManner)?.edtf.includes('T') === true) ||
    ends.some((cell) => readPlainDate(cell, endManner)?.edtf.includes('T') === true);
  const haveClocks = column('time').some((cell) => {
    const clock = readClock(cellText(cell));
    return clock !== undefined && !isBareMidnight(clock);
  });
  const readCell = (
    cell: string,
    manner: DateManner,
    year: number | undefined,
  ): CellDate | undefined => {
    const date = readPlainDate(cell, manner, year);
    return date && areTimed ? atMidnight(date) : date;
  };

  const known = rememberCells<{readonly date: CellDate | undefined}>();
  const readDate = (cell: string, manner: DateManner, year?: number): CellDate | undefined => {
    // Days come again and again, times do not.
    if (cell.length > 24 || cell.includes(':')) return readCell(cell, manner, year);
    const key = manner === endManner ? `e${cell}` : year === undefined ? cell : `y${year} ${cell}`;
    return known(key, () => ({date: readCell(cell, manner, year)})).date;
  };
  const yearOf = (cells: readonly string[]): number | undefined => {
    const written = dateField === 'year' ? '' : text(cells, 'year');
    return /^\d{4}$/.test(written) ? Number(written) : undefined;
  };

  /** The end of a row with a time of day alone, or a day with one. */
  const readEnd = (cells: readonly string[], start: CellDate, lose: Lose): CellDate | undefined => {
    const [written, clockText] = [text(cells, 'end'), text(cells, 'end_time')];
    const field = written === '' ? 'end_time' : 'end';
    const whole = written === '' ? clockText : written;
    if (whole === '') return undefined;
    const date = readDate(whole, endManner);
    const clock = readClock(date === undefined ? whole : clockText);
    if (date === undefined && clock === undefined) {
      lose(field, 'not a date', whole);
      return undefined;
    }
    if (date !== undefined) {
      for (const doubt of doubtsOf(date, days.isSettled)) lose(field, doubt, whole);
      if (clockText === '' || field === 'end_time') return date;
      if (clock !== undefined && isDay(date)) return withTime(date, clock);
      lose('end_time', 'not a time of day, kept in words', clockText);
      return date;
    }
    if (clock === undefined || !/^\d{4}-\d\d-\d\d(?:T|$)/.test(start.edtf)) {
      lose(field, 'a time of day without a day', whole);
      return undefined;
    }
    const day = edtfDate(start.edtf.slice(0, 10));
    const end = day && withTime(day, clock);
    if (!day || !end || !start.edtf.includes('T') || end.start >= start.start) return end;
    lose(field, 'before the time it began at, taken for one of the next day', whole);
    const next = new Date(day.start + DAY_MS).toISOString().slice(0, 10);
    return withTime({...day, edtf: next, start: day.start + DAY_MS}, clock);
  };

  const readStart = (cells: readonly string[], lose: Lose): CellDate | undefined => {
    const day =
      dateField === 'date'
        ? readDate(text(cells, 'date'), startManner, yearOf(cells))
        : readParts(text(cells, 'year'), text(cells, 'month'), text(cells, 'day'), startManner);
    const written = text(cells, 'time');
    if (!day || written === '') return day;
    const clock = readClock(written);
    if (clock !== undefined && isBareMidnight(clock) && !haveClocks) return day;
    const timed = clock && isDay(day) ? withTime(day, clock) : undefined;
    if (timed === undefined && !day.edtf.includes('T')) {
      lose('time', 'not a time of day, kept in words', written);
    }
    return timed ?? day;
  };

  const zoneOfRow = (
    cells: readonly string[],
    dates: readonly CellDate[],
    lose: Lose,
  ): CellZone => {
    if (position('timezone') < 0) return {};
    const written = text(cells, 'timezone');
    const zone = zoneOf(written);
    if (written !== '' && zone === undefined) lose('timezone', 'no zone is named so', written);
    if (written === '' && timezone !== 'UTC') {
      lose('timezone', 'no zone, read in that of the other rows', '');
    }
    const isTimed = dates.every(({edtf}) => edtf.includes('T'));
    if (zone?.offset !== undefined && !isTimed) {
      lose('timezone', 'an offset says nothing of a whole day and is kept only in words', written);
      return {};
    }
    return zone ?? {};
  };

  const read = (cells: readonly string[]): PlainWhen | FieldLoss => {
    const losses: FieldLoss[] = [];
    const lose: Lose = (field, what, cell) =>
      losses.push({field, what: cell === '' ? what : `${what}: ${quoteCell(cell)}`});
    const written = text(cells, dateField);
    const first = readStart(cells, lose);
    if (!first) {
      const what = written === '' ? 'no date' : `not a date: ${quoteCell(written)}`;
      return {field: dateField, what};
    }
    for (const doubt of doubtsOf(first, days.isSettled)) lose(dateField, doubt, written);
    const isOpen = OPEN.test(text(cells, 'end'));
    const last = isOpen ? undefined : readEnd(cells, first, lose);
    const zone = zoneOfRow(cells, last === undefined ? [first] : [first, last], lose);
    const [start, end] = [first, last].map((date) => date && inZone(date, zone));
    if (!start) throw new TypeError('a row without a start has no date');
    const isPlain = !/[/[{]/.test(start.edtf);
    const isLater =
      isPlain &&
      end !== undefined &&
      !/[/[{]/.test(end.edtf) &&
      end.start > start.start &&
      ((isDay(start) && isDay(end)) || parseEdtf(`${start.edtf}/${end.edtf}`).ok);
    if (end !== undefined && !isLater && end.edtf !== start.edtf) {
      lose(
        text(cells, 'end') === '' ? 'end_time' : 'end',
        isPlain ? 'not after the start, left out' : 'the date is a span already, left out',
        text(cells, 'end') || text(cells, 'end_time'),
      );
    }
    const isUnended = isOpen && isPlain;
    const edtf = isUnended
      ? `${start.edtf}/..`
      : isLater
        ? `${start.edtf}/${end.edtf}`
        : start.edtf;
    const words = statedWords(cells, text, dateField);
    return {
      when: {
        edtf,
        ...(words === edtf || words === '' ? {} : {stated: words}),
        ...(zone.name === undefined || zone.name === timezone ? {} : {timezone: zone.name}),
        basis: 'stated',
      },
      ...boundsIn(zone.name ?? timezone, edtf, {
        start: start.start,
        end: isUnended ? Infinity : (isLater ? end : start).end,
      }),
      losses,
    };
  };

  const others: readonly TableField[] = ['end', 'time', 'end_time', 'timezone'];
  const isDateAlone = dateField === 'date' && others.every((field) => position(field) < 0);
  /** Most tables have one date in a row, and nothing to say of it. */
  const readAlone = (cells: readonly string[]): PlainWhen | FieldLoss => {
    const written = text(cells, 'date');
    const date = readDate(written, startManner, yearOf(cells));
    if (!date || date.remarks !== undefined || (date.isAmbiguous === true && !days.isSettled)) {
      return read(cells);
    }
    const {edtf, start, end} = date;
    return {
      when: written === edtf ? {edtf, basis: 'stated'} : {edtf, stated: written, basis: 'stated'},
      start,
      end,
      losses: NONE,
    };
  };

  return {
    timezone,
    remarks:
      startManner.isNamed === true && dates.some(isSerial)
        ? [
            'numbers in the column of dates are read as the days of a spreadsheet, counted from 1900',
          ]
        : [],
    problems: warnOfOrder(days),
    read: isDateAlone ? readAlone : read,
  };
}

const NONE: readonly never[] = [];

type Lose = (field: TableField, what: string, cell: string) => void;

/** Whether a date is a plain day; two of them always make an interval. */
function isDay({edtf}: CellDate): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf);
}

/** A date in three columns; a month may be a name. */
function readParts(
  year: string,
  month: string,
  day: string,
  manner: DateManner,
): CellDate | undefined {
  const whole = readPlainDate(year, manner);
  if (month === '' || !whole || !/^-?\d{4}$/.test(whole.edtf))
    return month === '' ? whole : undefined;
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthOfName(month);
  if (number === undefined) return undefined;
  const parts = [number, ...(day === '' ? [] : [day])].map((part) => String(part).padStart(2, '0'));
  const date = number > 12 ? undefined : edtfDate([whole.edtf, ...parts].join('-'));
  return date && {...date, ...(whole.remarks === undefined ? {} : {remarks: whole.remarks})};
}

function zoneOf(cell: string): CellZone | undefined {
  const text = cellText(cell);
  if (text === '') return undefined;
  return knownZone(text, () => {
    const offset = readOffset(text);
    // A name says more than its offset: UTC is both.
    if (offset === 0) return {name: 'UTC'};
    if (offset !== undefined) return {offset};
    return isZoneName(text) ? {name: text} : undefined;
  });
}

const knownZone = rememberCells<CellZone | undefined>();

/** A local time at an offset; a date that has one, or is no time, is left as it is. */
function inZone(date: CellDate, {offset}: CellZone): CellDate {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(date.edtf);
  if (offset === undefined || !match) return date;
  const clock: CellClock = {
    hour: Number(match[2]),
    minute: Number(match[3]),
    second: Number(match[4]),
    offset,
  };
  const day = edtfDate(match[1] ?? '');
  return (day && withTime(day, clock)) ?? date;
}

/** Bounds taken in UTC are right unless local times stand in another zone. */
function boundsIn(
  zone: string,
  edtf: string,
  bounds: {readonly start: number; readonly end: number},
): {readonly start: number; readonly end: number} {
  if (zone === 'UTC') return bounds;
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return bounds;
  const {start, end} = resolveEdtf(parsed.value, zone);
  return {start, end};
}

/** The date in the words of its cells. */
function statedWords(
  cells: readonly string[],
  text: (cells: readonly string[], field: TableField) => string,
  dateField: TableField,
): string {
  const ends = [text(cells, 'end'), text(cells, 'end_time')].filter((part) => part !== '');
  const isWhole =
    dateField === 'date' || (text(cells, 'month') === '' && text(cells, 'day') === '');
  return [
    isWhole ? text(cells, dateField) : '',
    text(cells, 'time'),
    ends.length === 0 ? '' : `to ${ends.join(' ')}`,
    text(cells, 'timezone'),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
