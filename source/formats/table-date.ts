/** Days and times as tables write them, made EDTF. */
import {cellNumber} from './table-cells.js';

/** A date of a cell. `[start, end)` in milliseconds since 1970, UTC where no offset is given. */
export type CellDate = {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
  /** True when day and month could be the other way round. */
  readonly isAmbiguous?: boolean;
  /** True when the cell has a fraction of a second, which EDTF has no place for. */
  readonly hasFraction?: boolean;
};

/** How `5/4/2023` is read. */
export type DayOrder = 'day-first' | 'month-first';

const DAY_MS = 86_400_000;
/** The offsets from UTC that are in use, in minutes; EDTF is read with the same. */
const [EARLIEST_OFFSET, LATEST_OFFSET] = [-12 * 60, 14 * 60];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = new Map<string, number>(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [
      [name, index + 1],
      [MONTHS[index] ?? name, index + 1],
    ]),
);
MONTH_NAMES.set('sept', 9);

const ISO =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)?\s*(Z|UTC|GMT|[-+]\d{2}:?\d{2}|[-+]\d{2})?)?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;
const DAY_NAME =
  /^(?:[a-z]{3,9},\s*)?(\d{1,2})(?:st|nd|rd|th)?[-\s/.]+([a-z]{3,9})\.?[-\s/.,]+(\d{4}|\d{2})$/i;
const NAME_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;
const NAME_YEAR = /^([a-z]{3,9})\.?[-\s]+(\d{4})$/i;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
Read a date as tables write it: `2023-04-05`, `20230405`, `05 April 2023`, `5-Apr-23`, `31-12-19`,
`4/5/2023`, `2023-04`, `2023`, with or without a time.

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
  if (text.length > 60) return undefined;
  let match = ISO.exec(text);
  if (match) return isoDate(match);
  match = COMPACT.exec(text);
  if (match) {
    const date = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    return date && match[4] !== undefined
      ? withTime(date, Number(match[4]), Number(match[5]), Number(match[6]), 'Z')
      : date;
  }
  match = /^\d{4}$/.exec(text);
  if (match) return yearOf(Number(text));
  match = NUMBERS.exec(text);
  if (match) return numbersDate(match, order, year);
  match = DAY_NAME.exec(text);
  if (match) {
    const month = MONTH_NAMES.get((match[2] ?? '').toLowerCase());
    return month === undefined
      ? undefined
      : dayOf(fullYear(match[3] ?? '', year), month, Number(match[1]));
  }
  match = NAME_DAY.exec(text);
  if (match) {
    const month = MONTH_NAMES.get((match[1] ?? '').toLowerCase());
    return month === undefined ? undefined : dayOf(Number(match[3]), month, Number(match[2]));
  }
  match = NAME_YEAR.exec(text);
  if (match) {
    const month = MONTH_NAMES.get((match[1] ?? '').toLowerCase());
    return month === undefined ? undefined : monthOf(Number(match[2]), month);
  }
  return undefined;
}

/**
Tell from the dates of a column whether the day or the month comes first.

@returns the order, and whether any date settles it.
*/
export function guessDayOrder(
  cells: readonly string[],
  fallback: DayOrder,
): {readonly order: DayOrder; readonly isSettled: boolean; readonly isNeeded: boolean} {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const cell of cells) {
    const match = NUMBERS.exec(cell.trim());
    if (!match) continue;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first !== second) either += 1;
  }
  if (dayFirst === monthFirst) return {order: fallback, isSettled: false, isNeeded: either > 0};
  return {
    order: dayFirst > monthFirst ? 'day-first' : 'month-first',
    isSettled: true,
    isNeeded: either > 0,
  };
}

/** @returns the month of a date, as EDTF, for a day that is known to the month only. */
export function monthOf(year: number, month: number): CellDate | undefined {
  if (month < 1 || month > 12) return undefined;
  return {
    edtf: `${pad(year, 4)}-${pad(month, 2)}`,
    start: utc(year, month, 1),
    end: utc(year, month + 1, 1),
  };
}

/** @returns the day as EDTF, or undefined when the calendar has no such day. */
function dayOf(year: number, month: number, day: number): CellDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const start = utc(year, month, day);
  if (new Date(start).getUTCDate() !== day) return undefined;
  return {
    edtf: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`,
    start,
    end: start + DAY_MS,
  };
}

/** @returns an instant as EDTF to the second, in UTC. */
function instantDate(ms: number): CellDate | undefined {
  const whole = Math.floor(ms / 1000) * 1000;
  const date = new Date(whole);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 || date.getUTCFullYear() < 0) {
    return undefined;
  }
  return {
    edtf: date.toISOString().replace('.000Z', 'Z'),
    start: whole,
    end: whole + 1000,
    ...(ms === whole ? {} : {hasFraction: true}),
  };
}

/**
Read a count of seconds, milliseconds or microseconds since 1970, told apart by its size.

@returns the instant to the second, or undefined when the cell holds no number.
*/
export function readTicks(cell: string): CellDate | undefined {
  const ticks = cellNumber(cell);
  if (ticks === undefined) return undefined;
  const size = Math.abs(ticks);
  return instantDate(size >= 1e14 ? ticks / 1000 : size >= 1e11 ? ticks : ticks * 1000);
}

function yearOf(year: number): CellDate {
  return {edtf: pad(year, 4), start: utc(year, 1, 1), end: utc(year + 1, 1, 1)};
}

function isoDate(match: RegExpExecArray): CellDate | undefined {
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] === undefined) return monthOf(year, month);
  const day = dayOf(year, month, Number(match[3]));
  if (!day || match[4] === undefined) return day;
  const [hour, minute] = [Number(match[4]), Number(match[5])];
  const fraction = match[7] !== undefined && /[1-9]/.test(match[7]);
  // Midnight to the second without an offset is how spreadsheets write a day.
  if (hour + minute + Number(match[6] ?? 0) === 0 && !fraction && match[8] === undefined)
    return day;
  const timed = withTime(day, hour, minute, Number(match[6] ?? 0), match[8]);
  return timed && fraction ? {...timed, hasFraction: true} : timed;
}

function numbersDate(
  match: RegExpExecArray,
  order: DayOrder,
  yearHint: number | undefined,
): CellDate | undefined {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = fullYear(match[4] ?? '', yearHint);
  const isDayFirst = first > 12 || (second <= 12 && order === 'day-first');
  const day = isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
  if (!day) return undefined;
  const isAmbiguous = first <= 12 && second <= 12 && first !== second;
  const timed =
    match[5] === undefined || Number(match[5]) + Number(match[6]) + Number(match[7] ?? 0) === 0
      ? day
      : withTime(day, Number(match[5]), Number(match[6]), Number(match[7] ?? 0), undefined);
  return timed && isAmbiguous ? {...timed, isAmbiguous} : timed;
}

/** Two digits: the century of the year another column gives, else 1970 to 2069. */
function fullYear(digits: string, hint: number | undefined): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  if (hint !== undefined && hint % 100 === value) return hint;
  return value >= 70 ? 1900 + value : 2000 + value;
}

function withTime(
  day: CellDate,
  hour: number,
  minute: number,
  second: number,
  offset: string | undefined,
): CellDate | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const isUtc = offset !== undefined && /^(z|utc|gmt)$/i.test(offset);
  let shiftMinutes = 0;
  let suffix = isUtc ? 'Z' : '';
  if (offset !== undefined && !isUtc) {
    const digits = offset.replace(':', '').slice(1).padEnd(4, '0');
    const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
    shiftMinutes = (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
    const isOffset =
      minutes <= 59 && shiftMinutes >= EARLIEST_OFFSET && shiftMinutes <= LATEST_OFFSET;
    if (!isOffset) return undefined;
    suffix = shiftMinutes === 0 ? 'Z' : `${offset[0] ?? '+'}${pad(hours, 2)}:${pad(minutes, 2)}`;
  }
  const start = day.start + ((hour * 60 + minute - shiftMinutes) * 60 + second) * 1000;
  return {
    edtf: `${day.edtf}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${suffix}`,
    start,
    end: start + 1000,
  };
}

function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
