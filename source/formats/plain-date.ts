/** Dates of a plain table: as tables write them, as EDTF, as spans, as years before 1, or as a count. */
import {parseEdtf} from '../core/time/edtf.js';
import type {EdtfEnd, EdtfExpression, EdtfRange} from '../core/time/edtf-value.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {type CellDate, edtfDate, instantOf, readTicks} from './cell-date.js';
import {type DayOrder, readCellDate} from './table-date.js';

/** How a column's dates are read. */
export type DateManner = {
  readonly order?: DayOrder;
  /** True when the column is there for dates, by its name or by what the reader said. */
  readonly isNamed?: boolean;
  /** True when a bare number counts from 1970. */
  readonly isTicks?: boolean;
  /** True for a column of years: 476 is one. */
  readonly isYear?: boolean;
  /** True when some of the years are before 1, so that 14 is the year 14. */
  readonly isAncient?: boolean;
  /** True when `2010-11` is two years, as its neighbours are. */
  readonly areSpans?: boolean;
  /** True when the column is in EDTF, where `2020-21` is a season. */
  readonly isEdtf?: boolean;
};

const YEARS = /^(\d{4})\s*[-–—]\s*(\d{4})$/;
const SHORT_YEARS = /^(\d{4})[-–—/](\d{2})$/;
const BETWEEN = /^(.{4,40}?)(?:\s+(?:-|to|until|through)\s+|\s*[–—]\s*)(.{4,40})$/;
const BEFORE_CHRIST = /^(\d{1,4})\s*(?:BCE?|B\.\s?C\.(?:\s?E\.)?)$/i;
const AFTER_CHRIST = /^(?:A\.?D\.?\s*(\d{1,4})|(\d{1,4})\s*(?:AD|CE|A\.\s?D\.|C\.\s?E\.))$/i;
const NEGATIVE_YEAR = /^[-\u2212](\d{1,3}|\d{5,12})$/;
const TICKS = /^\d{9,17}(?:\.\d+)?$/;
/** Seconds, milliseconds and microseconds of this age. */
const LIKELY_TICKS = /^(?:\d{10}|\d{13}|\d{16})(?:\.\d+)?$/;
/** Days from 1927 to 2173. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** EDTF counts as astronomers do; lists of history often do not, and do not say so. */
const YEAR_ZERO = 'read with a year 0, as ISO 8601 counts, by which -44 is 45 BC';
/** The day that Excel numbers 25569 is 1 January 1970 (ECMA-376-1:2016, 18.17.4.1, the 1900 date system). */
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;

/**
@param year - the year another column gives, to tell the century of a year of two digits.
@returns the date of a cell, or undefined when it is none in any of these manners.
*/
export function readPlainDate(
  cell: string,
  manner: DateManner = {},
  year?: number,
): CellDate | undefined {
  const text = cell.trim();
  if (text.length === 0 || text.length > 80) return undefined;
  if (manner.areSpans === true) {
    const years = readShortYears(text);
    if (years) return years;
  }
  const isCount =
    manner.isTicks === true ? TICKS : manner.isNamed === true ? LIKELY_TICKS : undefined;
  if (isCount?.test(text) === true) {
    // Fourteen digits are a moment of the calendar where they can be.
    return (text.length === 14 ? readCellDate(text, manner.order) : undefined) ?? readTicks(text);
  }
  return (
    (text.length < 4 ? undefined : readCellDate(text, manner.order, year)) ??
    (manner.isNamed === true ? readSerial(text) : undefined) ??
    (manner.isEdtf === true ? readEdtf(text, true) : undefined) ??
    readYear(text, manner) ??
    (text.length < 4 ? undefined : (readSpan(text, manner) ?? readEdtf(text, false)))
  );
}

/**
@param isNamed - whether the column is there for dates.
@returns how the cells of a column are read, as far as they tell together.
*/
export function guessManner(
  cells: readonly string[],
  name: string,
  isNamed: boolean,
): Pick<DateManner, 'isNamed' | 'isTicks' | 'isAncient' | 'areSpans' | 'isEdtf'> {
  const texts = cells.map((cell) => cell.trim());
  const pairs = texts.filter((text) => SHORT_YEARS.test(text));
  const isEdtf =
    texts.some(
      (text) => /[~%X]|\d\?|\.\.|^[[{]/.test(text) && readEdtf(text, false) !== undefined,
    ) || pairs.some((text) => Number(text.slice(5)) > 12 && readShortYears(text) === undefined);
  return {
    isNamed,
    isTicks: /time|stamp|epoch|unix|^ts$/.test(name),
    isAncient: texts.some((text) => NEGATIVE_YEAR.test(text) || BEFORE_CHRIST.test(text)),
    areSpans:
      !isEdtf &&
      pairs.every((text) => readShortYears(text) !== undefined) &&
      pairs.some((text) => Number(text.slice(5)) > 12) &&
      pairs.every((text) => (Number(text.slice(0, 4)) + 1) % 100 === Number(text.slice(5))),
    isEdtf,
  };
}

/** @returns whether a cell of a column of dates is a day number of a spreadsheet. */
export function isSerial(cell: string): boolean {
  return SERIAL.test(cell.trim());
}

/** Two years with a dash or slash between them, the second of two digits and later: `1939-45`, `2020/21`. */
function readShortYears(text: string): CellDate | undefined {
  const match = SHORT_YEARS.exec(text);
  if (!match) return undefined;
  const [year, last] = [match[1] ?? '', match[2] ?? ''];
  return last > year.slice(2) ? edtfDate(`${year}/${year.slice(0, 2)}${last}`) : undefined;
}

/** Days since the end of 1899, the fraction being the time of day. */
function readSerial(text: string): CellDate | undefined {
  if (!SERIAL.test(text)) return undefined;
  const seconds = Math.round((Number(text) - SERIAL_OF_1970) * 86_400);
  const instant = instantOf(seconds * 1000);
  if (!instant) return undefined;
  // No zone is known: what a spreadsheet shows is the clock on the wall.
  if (seconds % 86_400 !== 0) return {...instant, edtf: instant.edtf.replace('Z', '')};
  const {start} = instant;
  return {edtf: instant.edtf.slice(0, 10), start, end: start + DAY_MS, isMidnight: true};
}

/** Years that are not four digits long, and eras. */
function readYear(text: string, manner: DateManner): CellDate | undefined {
  let match = BEFORE_CHRIST.exec(text);
  if (match) return yearDate(1 - Number(match[1]));
  match = AFTER_CHRIST.exec(text);
  if (match) return yearDate(Number(match[1] ?? match[2]));
  match = NEGATIVE_YEAR.exec(text);
  const digits = match?.[1] ?? '';
  if (digits.length > 4) return edtfDate(`Y-${digits.replace(/^0+/, '')}`);
  if (Number(digits) > 0) {
    const date = yearDate(-Number(digits));
    return date && {...date, remarks: [YEAR_ZERO]};
  }
  if (manner.isYear !== true || !/^\d{1,3}$/.test(text)) return undefined;
  return text.length === 3 || manner.isAncient === true ? yearDate(Number(text)) : undefined;
}

/** @param year - counted with a year 0. */
function yearDate(year: number): CellDate | undefined {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return edtfDate(year < 0 ? `-${digits}` : digits);
}

/** Two dates in one cell: `1939-1945`, `2020-21`, `5 March 2020 to 7 March 2020`. */
function readSpan(text: string, manner: DateManner): CellDate | undefined {
  const years = YEARS.exec(text);
  if (years) {
    const [, first = '', last = ''] = years;
    return first < last ? edtfDate(`${first}/${last}`) : undefined;
  }
  if (manner.isEdtf !== true) {
    const short = readShortYears(text);
    if (short) {
      const isSeason = /-(?:2[1-9]|3\d|4[01])$/.test(text);
      return isSeason
        ? {...short, remarks: ['read as years; as EDTF it would be a part of one year']}
        : short;
    }
  }
  const match = BETWEEN.exec(text);
  if (!match) return undefined;
  const [start, end] = [match[1] ?? '', match[2] ?? ''].map((part) =>
    readCellDate(part, manner.order),
  );
  if (!start || !end || (start.edtf + end.edtf).includes('/') || end.start <= start.start) {
    return undefined;
  }
  const remarks = [...(start.remarks ?? []), ...(end.remarks ?? [])];
  const span = edtfDate(`${start.edtf}/${end.edtf}`);
  return (
    span && {
      ...span,
      ...(start.isAmbiguous === true || end.isAmbiguous === true ? {isAmbiguous: true} : {}),
      ...(remarks.length === 0 ? {} : {remarks}),
    }
  );
}

/**
EDTF with years of four digits: `05/06` is nobody's interval of centuries. A decade (`197~`) alone may stand
where other cells are EDTF for certain.
*/
function readEdtf(text: string, mayBeDecade: boolean): CellDate | undefined {
  if (!/^[-[{YX\d./?~%]/.test(text) || !/[\dX]/.test(text)) return undefined;
  const parsed = parseEdtf(text);
  if (!parsed.ok) return undefined;
  const {expression} = parsed.value;
  const isDecade = mayBeDecade && expression.kind === 'date';
  if (!isDecade && !hasWholeYears(expression)) return undefined;
  const {start, end} = resolveEdtf(parsed.value, 'UTC');
  return {edtf: text, start, end};
}

function hasWholeYears(expression: EdtfExpression | EdtfEnd | EdtfRange): boolean {
  switch (expression.kind) {
    case 'date':
      return expression.year.digits.length === 4;
    case 'interval':
      return hasWholeYears(expression.start) && hasWholeYears(expression.end);
    case 'set':
      return expression.members.every(hasWholeYears);
    case 'range':
      return [expression.from, expression.to].every((one) => !one || hasWholeYears(one));
    default:
      return true;
  }
}
