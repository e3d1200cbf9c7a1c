/** Which column of a plain table means what, from its name and from what stands in it. */
import {suggest} from '../core/events/suggest.js';
import {makeInert} from '../core/events/inert-text.js';
import type {Problem} from '../core/events/chronology.js';
import {cellNumber, cellText, foldColumn} from './table-cells.js';
import {guessManner, readPlainDate} from './plain-date.js';

/** What a column may mean; the names `--map` takes. */
const TABLE_FIELDS = [
  'date',
  'end',
  'time',
  'end_time',
  'timezone',
  'year',
  'month',
  'day',
  'title',
  'summary',
  'place',
  'country',
  'latitude',
  'longitude',
  'actors',
  'source',
  'url',
  'side',
  'tags',
  'id',
  'deaths',
  'note',
] as const;

export type TableField = (typeof TABLE_FIELDS)[number];

/** Folded column names by what they mean, the surest first. */
const NAMES: Readonly<Record<TableField, readonly string[]>> = {
  date: 'date when event_date start_date datetime start date_start startdate when_start start_datetime begin from day_date published date_published timestamp datum fecha'.split(
    ' ',
  ),
  end: 'end end_date date_end enddate when_end end_datetime end_year until to finish'.split(' '),
  time: 'time start_time clock'.split(' '),
  end_time: ['end_time', 'finish_time'],
  timezone: ['timezone', 'time_zone', 'tz', 'zone'],
  year: ['year', 'start_year'],
  month: ['month', 'start_month'],
  day: ['day', 'start_day'],
  title:
    'title headline event event_name name what subject heading label event_title message'.split(
      ' ',
    ),
  summary: 'summary description text details notes body content what_happened'.split(' '),
  place: 'place location where city town venue'.split(' '),
  country: ['country', 'nation'],
  latitude: ['latitude', 'lat', 'y'],
  longitude: ['longitude', 'long', 'lon', 'lng', 'x'],
  actors: 'actors actor who people person participants persons'.split(' '),
  source: 'source sources reference references citation publisher'.split(' '),
  url: 'url link source_url href web'.split(' '),
  side: 'side lane group category type kind track'.split(' '),
  tags: ['tags', 'tag', 'keywords', 'labels'],
  id: ['id', 'event_id', 'uid', 'key'],
  deaths: ['deaths', 'fatalities', 'killed', 'dead'],
  note: ['note', 'comment', 'comments', 'remarks'],
};

/** Rows looked at. */
const ROWS = 200;

/** The columns of a plain table. */
export type GuessedColumns = {
  /** Position by meaning. */
  readonly at: ReadonlyMap<TableField, number>;
  /** Which of them were named by the reader of the file, not guessed. */
  readonly told: ReadonlySet<TableField>;
  readonly header: readonly string[];
  readonly headerRows: 0 | 1;
};

/** @returns whether a column was taken for its name, or by what the reader of the file said. */
export function isNamedFor(field: TableField, {at, told, header}: GuessedColumns): boolean {
  const position = at.get(field);
  if (position === undefined) return false;
  return told.has(field) || NAMES[field].includes(foldColumn(header[position] ?? ''));
}

/**
@param rows - the first rows, header (if any) included.
@param isNamed - true when the first row is known to be names.
@param columnMap - what the reader was told: field to column name or number.
@returns the columns, or the problem: no dates anywhere, or a column that is not there.
*/
export function guessColumns(
  rows: readonly (readonly string[])[],
  isNamed: boolean,
  columnMap: Readonly<Record<string, string>> = {},
): GuessedColumns | Problem {
  const first = rows[0] ?? [];
  const body = rows.slice(1, ROWS);
  const hasHeader =
    isNamed ||
    body.length === 0 ||
    !first.some((cell) => /\d/.test(cell) && readPlainDate(cell) !== undefined);
  const header = hasHeader ? first : first.map((_, index) => `column ${index + 1}`);
  const data = hasHeader ? body : rows.slice(0, ROWS);
  const folded = header.map(foldColumn);
  const at = new Map<TableField, number>();
  const told = new Set<TableField>();
  for (const [key, column] of Object.entries(columnMap)) {
    const field = TABLE_FIELDS.find((one) => one === key);
    if (field === undefined) return unknownField(key);
    const position = findColumn(column, header, folded);
    if (position === -1) return unknownColumn(column, header);
    at.set(field, position);
    told.add(field);
  }
  const isFree = (position: number) => position >= 0 && ![...at.values()].includes(position);
  const byName = (field: TableField) =>
    NAMES[field].map((name) => folded.indexOf(name)).find(isFree) ?? -1;

  if (!at.has('date') && !at.has('year')) {
    const position = guessDateColumn(folded, data, isFree);
    if (position >= 0) at.set('date', position);
    else if (byName('year') >= 0) at.set('year', byName('year'));
    else return noDates(header);
  }
  for (const field of TABLE_FIELDS) {
    if (at.has(field) || field === 'date') continue;
    if ((field === 'month' || field === 'day') && (at.has('date') || !at.has('year'))) continue;
    const position = byName(field);
    const isUnfit = field === 'title' && isTruthColumn(data, position);
    if (isFree(position) && !isUnfit) at.set(field, position);
  }
  if (!at.has('title')) {
    const position = guessTitleColumn(data, isFree, header.length);
    if (position >= 0) at.set('title', position);
  }
  return {at, told, header, headerRows: hasHeader ? 1 : 0};
}

/**
A column most of whose cells are dates; a name that means a date counts for more than bare years, and for
cells that are none. Where nothing is a date, a name that can mean nothing else tells.
*/
function guessDateColumn(
  folded: readonly string[],
  data: readonly (readonly string[])[],
  isFree: (position: number) => boolean,
): number {
  let best = -1;
  let bestScore = 0;
  const width = Math.min(Math.max(folded.length, data[0]?.length ?? 0), 500);
  for (let position = 0; position < width; position += 1) {
    if (!isFree(position)) continue;
    const name = folded[position] ?? '';
    // A year may be a part of a date, and is one where there is nothing better.
    if (NAMES.year.includes(name)) continue;
    const rank = NAMES.date.indexOf(name);
    const cells = data.map((row) => cellText(row[position])).filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const manner = guessManner(cells, name, rank >= 0);
    const dates = cells.filter((cell) => readPlainDate(cell, manner) !== undefined);
    const fraction = dates.length / cells.length;
    if (dates.length === 0 || (fraction < 0.5 && rank < 0)) continue;
    const isBare = dates.every((cell) => /^\d{1,8}$/.test(cell) && !/^(19|20)\d{6}$/.test(cell));
    const weight =
      rank >= 0 ? 3 - rank * 0.05 : /date|when|day/.test(name) ? 1.5 : isBare ? 0.2 : 1;
    if (isBare && rank < 0 && name !== '' && !/date|when|year/.test(name)) continue;
    const score = fraction * weight * Math.sqrt(cells.length / data.length);
    if (score > bestScore + 1e-9) {
      best = position;
      bestScore = score;
    }
  }
  if (best >= 0) return best;
  const named = NAMES.date.filter((name) => /dat|when|fecha|stamp/.test(name));
  return named.map((name) => folded.indexOf(name)).find(isFree) ?? -1;
}

/** Whether a column says nothing but yes and no, which tells nobody what happened. */
function isTruthColumn(data: readonly (readonly string[])[], position: number): boolean {
  const cells = data.map((row) => cellText(row[position])).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => /^(?:true|false|yes|no|[tfyn])$/i.test(cell));
}

/** The column of words that differ the most from row to row. */
function guessTitleColumn(
  data: readonly (readonly string[])[],
  isFree: (position: number) => boolean,
  width: number,
): number {
  let best = -1;
  let bestScore = 0;
  for (let position = 0; position < Math.min(width, 500); position += 1) {
    if (!isFree(position)) continue;
    const cells = data.map((row) => cellText(row[position])).filter((cell) => cell !== '');
    if (isTruthColumn(data, position)) continue;
    const words = cells.filter(
      (cell) => cellNumber(cell) === undefined && !/^https?:/.test(cell) && !readPlainDate(cell),
    );
    if (words.length === 0) continue;
    const mean = words.reduce((sum, cell) => sum + Math.min(cell.length, 60), 0) / words.length;
    const score = (words.length / data.length) * (new Set(words).size / words.length) * mean;
    if (score > bestScore) {
      best = position;
      bestScore = score;
    }
  }
  return best;
}

function findColumn(wanted: string, header: readonly string[], folded: readonly string[]): number {
  const exact = header.findIndex((name) => name.trim() === wanted.trim());
  if (exact >= 0) return exact;
  const alike = folded.indexOf(foldColumn(wanted));
  if (alike >= 0) return alike;
  const number = /^\d{1,4}$/.test(wanted) ? Number(wanted) - 1 : -1;
  return number < header.length ? number : -1;
}

function unknownField(key: string): Problem {
  const guess = suggest(key, TABLE_FIELDS);
  return {
    severity: 'error',
    message: `no field "${makeInert(key)}" that a column could be`,
    fix:
      guess === undefined
        ? `use one of ${TABLE_FIELDS.join(', ')}`
        : `did you mean ${guess}=? The fields are ${TABLE_FIELDS.join(', ')}`,
  };
}

function unknownColumn(column: string, header: readonly string[]): Problem {
  const guess = suggest(column, header.slice(0, 200));
  return {
    severity: 'error',
    message: `no column "${makeInert(column)}"`,
    fix:
      guess === undefined
        ? `the columns are ${listColumns(header)}`
        : `did you mean "${makeInert(guess)}"?`,
  };
}

function noDates(header: readonly string[]): Problem {
  return {
    severity: 'error',
    message: 'no column of dates found',
    fix: `say which it is with --map date=COLUMN; the columns are ${listColumns(header)}`,
  };
}

function listColumns(header: readonly string[]): string {
  const names = header.slice(0, 12).map((name) => `"${makeInert(name.slice(0, 40)).trim()}"`);
  return header.length > 12
    ? `${names.join(', ')} and ${header.length - 12} more`
    : names.join(', ');
}
