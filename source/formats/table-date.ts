/** Days and times as tables write them, made EDTF. */
import type {Problem} from '../core/events/chronology.js';
import {hourOfDay, readOffset} from './cell-clock.js';
import {
  CENTURY,
  type CellClock,
  type CellDate,
  dayOf,
  FRACTION,
  monthOf,
  onClock,
  withTime,
  yearOf,
} from './cell-date.js';
import {fullYear, isCenturyGuessed, readWrittenDate} from './written-date.js';

/** How `5/4/2023` is read. */
export type DayOrder = 'day-first' | 'month-first';

const ISO =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)?\s*(Z|UTC|GMT|[-+]\d{2}:?\d{2}|[-+]\d{2})?)?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;
const NUMBERS =
  /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([apAP])\.?[mM]\.?)?)?$/;

/**
Read a date as tables write it: `2023-04-05`, `20230405`, `05 April 2023`, `5-Apr-23`, `31-12-19`,
`4/5/2023`, `4/5/2023 3:04 PM`, `2023-04`, `10/2023`, `2023`, and what `written-date.ts` reads.

@param order - which of two numbers is the day, where only one of them can be a month it is that.
@param year - the year another column gives, to tell the century of a year of two digits.
@returns the date, or undefined when the cell holds no day that exists.
*/
export function readCellDate(
  cell: string,
  order: DayOrder = 'day-first',
  year?: number,
): CellDate | undefined {
  const text = cell.trim();
  if (text.length > 80) return undefined;
  let match = ISO.exec(text);
  if (match) return isoDate(match);
  match = COMPACT.exec(text);
  if (match) {
    const date = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    return date && match[4] !== undefined ? withTime(date, clockOf(match, 4, 0)) : date;
  }
  match = /^\d{4}$/.exec(text);
  if (match) return yearOf(Number(text));
  match = NUMBERS.exec(text);
  if (match) return numbersDate(match, order, year);
  return readWrittenDate(text, (day) => readCellDate(day, order, year), year);
}

/** Which of two numbers is the day in the dates of a table. */
export type DayOrders = {
  /** What most dates are in that can be read in one order only; else the fallback. */
  readonly order: DayOrder;
  /** Whether the dates settle it: some can be read in this order only, and none only in the other. */
  readonly isSettled: boolean;
  /** Whether some dates can be read with the day first only, and others with the month first only. */
  readonly isContradictory: boolean;
};

/**
Tell from the dates of a table whether the day or the month comes first. Points between the numbers
always mean the day.

@param cells - of all columns that are written in one way.
@param fallback - taken where no date tells, or as many tell one thing as the other.
*/
export function guessDayOrder(cells: readonly string[], fallback: DayOrder): DayOrders {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const match = NUMBERS.exec(cell.trim());
    if (!match || match[2] === '.') continue;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
  }
  const most = dayFirst > monthFirst ? 'day-first' : 'month-first';
  const isContradictory = dayFirst > 0 && monthFirst > 0;
  return {
    order: dayFirst === monthFirst ? fallback : most,
    isSettled: dayFirst !== monthFirst && !isContradictory,
    isContradictory,
  };
}

/** @returns whether a date of numbers can only be read with the day first. */
export function isDayFirst(cell: string): boolean {
  const match = NUMBERS.exec(cell.trim());
  return match !== null && Number(match[1]) > 12 && Number(match[3]) <= 12;
}

/** @returns the warning for a column that contradicts itself; none for others. */
export function warnOfOrder({isContradictory, order}: DayOrders): readonly Problem[] {
  if (!isContradictory) return [];
  const first = order === 'day-first' ? 'day' : 'month';
  return [
    {
      severity: 'warning',
      message: `the dates contradict each other: some have the day first, some the month; where both can be, the ${first} is taken to be first`,
      fix: 'write the dates in one way, best as 2024-01-24',
    },
  ];
}

/**
@param isSettled - whether it is known which of two numbers is the day.
@returns what a date may have got wrong and does not say, a loss each, without the cell.
*/
export function doubtsOf(date: CellDate, isSettled: boolean): readonly string[] {
  const remarks = date.remarks ?? [];
  return date.isAmbiguous === true && !isSettled
    ? ['day and month could be the other way round', ...remarks]
    : remarks;
}

function isoDate(match: RegExpExecArray): CellDate | undefined {
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] === undefined) return monthOf(year, month);
  const day = dayOf(year, month, Number(match[3]));
  if (!day || match[4] === undefined) return day;
  const offset = match[8] === undefined ? undefined : readOffset(match[8]);
  if (match[8] !== undefined && offset === undefined) return undefined;
  const clock = clockOf(match, 4, offset);
  const hasFraction = match[7] !== undefined && /[1-9]/.test(match[7]);
  return onClock(day, hasFraction ? {...clock, remarks: [FRACTION]} : clock);
}

function numbersDate(
  match: RegExpExecArray,
  order: DayOrder,
  yearHint: number | undefined,
): CellDate | undefined {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const digits = match[4] ?? '';
  const isYearFirst =
    digits.length === 2 &&
    yearHint !== undefined &&
    yearHint % 100 === first &&
    first !== Number(digits);
  const isDayFirst =
    match[2] === '.' ? second <= 12 : first > 12 || (second <= 12 && order === 'day-first');
  const year = fullYear(digits, yearHint);
  const isGuessed = !isYearFirst && isCenturyGuessed(digits, yearHint);
  const day = isYearFirst
    ? dayOf(yearHint, second, Number(digits))
    : isDayFirst
      ? dayOf(year, second, first)
      : dayOf(year, first, second);
  if (!day) return undefined;
  const isAmbiguous =
    !isYearFirst && match[2] !== '.' && first <= 12 && second <= 12 && first !== second;
  const whole: CellDate = {
    ...day,
    ...(isAmbiguous && {isAmbiguous}),
    ...(isGuessed && {remarks: [CENTURY]}),
  };
  if (match[5] === undefined) return whole;
  const clock = clockOf(match, 5, undefined);
  if (match[8] === undefined) return onClock(whole, clock);
  if (clock.hour < 1 || clock.hour > 12) return undefined;
  return onClock(whole, {...clock, hour: hourOfDay(clock.hour, match[8])});
}

function clockOf(match: RegExpExecArray, at: number, offset: number | undefined): CellClock {
  return {
    hour: Number(match[at]),
    minute: Number(match[at + 1]),
    second: Number(match[at + 2] ?? 0),
    offset,
  };
}
