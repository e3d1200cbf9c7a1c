/**
Which days an EDTF date can mean, before any zone is applied.

Unspecified digits stand for every value that gives a real day: `15XX-02-29` is a 29 February of a
leap year of the 1500s, the first in 1504 and the last in 1596.
*/
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  MS_PER_YEAR,
  daysInMonth,
  startOfCivilDay,
} from './civil-calendar.js';
import {partOfYear} from './year-part.js';
import type {EdtfComponent, EdtfDate, EdtfLongYear, EdtfPoint, EdtfTime} from './edtf-value.js';

/** Beyond this the days of the calendar cannot be counted one by one in a float. */
const FAR_YEAR = 1e12 + 1;

/** Local instants (see `civil-calendar.ts`), `[start, end)`. */
export type LocalBounds = {
  readonly start: number;
  readonly end: number;
  /** Where the last possible day (month, year) begins. */
  readonly lastStart: number;
};

/** The first and last year a date can begin in, exact however far. */
export type YearBounds = {readonly first: bigint; readonly last: bigint};

/**
@returns the local instants a date can mean; undefined when no real day matches it (2019-02-29).
The shift of a time is not applied.
*/
export function localBounds(point: EdtfPoint): LocalBounds | undefined {
  if (point.kind === 'long-year' || point.significant !== undefined)
    return boundsOfYears(yearBounds(point));
  const digits = point.year.digits;
  if (digits.length < 4) return boundsOfYears(yearBounds(point));
  const first = firstMatch(point, false);
  const last = isFullySpecified(point) ? first : firstMatch(point, true);
  if (!first || !last) return undefined;
  if (!point.time) return {start: first.start, end: last.end, lastStart: last.start};
  const start = first.start + startOfTime(point.time);
  return {start, end: start + lengthOfTime(point.time), lastStart: start};
}

/** @returns the first and last year of a date that has no month. */
export function yearBounds(point: EdtfPoint): YearBounds {
  const {lowest, highest} = magnitudes(point);
  return point.isNegative ? {first: -highest, last: -lowest} : {first: lowest, last: highest};
}

/** @returns the offset from UTC in minutes that a time is written with, undefined for local time. */
export function shiftMinutes(time: EdtfTime): number | undefined {
  const {shift} = time;
  if (shift === '') return undefined;
  if (shift === 'Z') return 0;
  const minutes = Number(shift.slice(1, 3)) * 60 + Number(shift.slice(4, 6));
  return shift.startsWith('-') ? -minutes : minutes;
}

/**
@param pattern - digits and X.
@returns every number from `from` to `to` that the pattern can stand for, ascending.
*/
export function matchingNumbers(pattern: string, from: number, to: number): readonly number[] {
  if (!pattern.includes('X')) {
    const value = Number(pattern);
    return value >= from && value <= to ? [value] : [];
  }
  const found: number[] = [];
  for (let value = from; value <= to; value += 1) {
    const digits = String(value).padStart(pattern.length, '0');
    if ([...pattern].every((wanted, at) => wanted === 'X' || wanted === digits[at]))
      found.push(value);
  }
  return found;
}

function boundsOfYears({first, last}: YearBounds): LocalBounds {
  const lastStart = startOfYear(last);
  return {
    start: startOfYear(first),
    // Beyond some 10^13 years a float does not tell the end of a year from its start.
    end: Math.max(startOfYear(last + 1n), lastStart + Math.abs(lastStart) * Number.EPSILON),
    lastStart,
  };
}

function startOfYear(year: bigint): number {
  const number = Number(year);
  if (Math.abs(number) < FAR_YEAR) return startOfCivilDay(number);
  return (number - 1970) * MS_PER_YEAR;
}

/** Lowest and highest year without its sign. */
function magnitudes(point: EdtfPoint): {readonly lowest: bigint; readonly highest: bigint} {
  const written = writtenMagnitude(point);
  if (point.significant !== undefined) {
    // ISO 8601-2 §4.7: the digits after the significant ones may be any; leading zeros are none.
    const length = String(written.lowest).length;
    const unit = 10n ** BigInt(Math.max(0, length - point.significant));
    const lowest = (written.lowest / unit) * unit;
    return {lowest, highest: lowest + unit - 1n};
  }
  // There is no year -0: the years of -00XX begin at -1.
  if (point.isNegative && written.lowest === 0n) return {...written, lowest: 1n};
  return written;
}

function writtenMagnitude(point: EdtfDate | EdtfLongYear): {lowest: bigint; highest: bigint} {
  if (point.kind === 'long-year') {
    const value = BigInt(point.digits) * 10n ** BigInt(point.exponent ?? 0);
    return {lowest: value, highest: value};
  }
  // A century (19) or decade (193) is all the years that begin so.
  const pattern = point.year.digits.padEnd(4, 'X');
  return {
    lowest: BigInt(pattern.replaceAll('X', '0')),
    highest: BigInt(pattern.replaceAll('X', '9')),
  };
}

function isFullySpecified({year, month, day}: EdtfDate): boolean {
  const isFull = (part: EdtfComponent | undefined): boolean => !part?.digits.includes('X');
  return isFull(year) && isFull(month) && isFull(day);
}

/** The first (or, backwards, the last) month or day or year that a four-digit date can mean. */
function firstMatch(
  date: EdtfDate,
  isBackwards: boolean,
): {readonly start: number; readonly end: number} | undefined {
  const unknown = date.year.digits.split('X').length - 1;
  const count = 10 ** unknown;
  // Of negative years the greatest number is the earliest.
  const isDescending = isBackwards !== date.isNegative;
  for (let step = 0; step < count; step += 1) {
    const magnitude = nthYear(date.year.digits, unknown, isDescending ? count - 1 - step : step);
    if (date.isNegative && magnitude === 0) continue;
    const found = matchInYear(date, date.isNegative ? -magnitude : magnitude, isBackwards);
    if (found) return found;
    // Only a 29 February depends on the year.
    if (!mayBeLeapDay(date)) return undefined;
  }
  return undefined;
}

function nthYear(digits: string, unknown: number, nth: number): number {
  if (unknown === 0) return Number(digits);
  const filled = String(nth).padStart(unknown, '0');
  let used = 0;
  let year = 0;
  for (const digit of digits) year = year * 10 + Number(digit === 'X' ? filled[used++] : digit);
  return year;
}

function mayBeLeapDay({month, day}: EdtfDate): boolean {
  if (!month || !day) return false;
  const days = matchingNumbers(day.digits, 29, 29);
  return days.length > 0 && matchingNumbers(month.digits, 2, 2).length > 0;
}

function matchInYear(
  {month, day}: EdtfDate,
  year: number,
  isBackwards: boolean,
): {readonly start: number; readonly end: number} | undefined {
  if (!month) return {start: startOfCivilDay(year), end: startOfCivilDay(year + 1)};
  const part = partOfYear(month.digits);
  if (part) {
    return {
      start: startOfCivilDay(year, part.firstMonth),
      end: startOfCivilDay(year, part.firstMonth + part.months),
    };
  }
  const order = (values: readonly number[]): readonly number[] =>
    isBackwards ? values.toReversed() : values;
  for (const number of order(matchingNumbers(month.digits, 1, 12))) {
    if (!day) return {start: startOfCivilDay(year, number), end: startOfCivilDay(year, number + 1)};
    const [found] = order(matchingNumbers(day.digits, 1, daysInMonth(year, number)));
    if (found !== undefined) {
      const start = startOfCivilDay(year, number, found);
      return {start, end: start + MS_PER_DAY};
    }
  }
  return undefined;
}

/**
Instants know no leap seconds. One is told as the second before it, so that it stays on its day.
Source: TC39 Temporal, "Leap seconds"; java.time does the same.
*/
function startOfTime({hour, minute, second = 0, fraction}: EdtfTime): number {
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const known = Math.min(second, 59);
  return hour * MS_PER_HOUR + minute * MS_PER_MINUTE + known * MS_PER_SECOND + milliseconds;
}

/** A minute, a second or the unit of its last decimal, but at least a millisecond. */
function lengthOfTime({second, fraction}: EdtfTime): number {
  if (second === undefined) return MS_PER_MINUTE;
  return Math.max(1, MS_PER_SECOND / 10 ** Math.min(fraction.length, 3));
}
