/** Dates made of numbers: years, months, days and instants, each as EDTF with its bounds. */
import {parseEdtf} from '../core/time/edtf.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {cellNumber} from './table-cells.js';

/** A date of a cell. `[start, end)` in milliseconds since 1970, UTC where no offset is given. */
export type CellDate = {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
  /** True when day and month could be the other way round. */
  readonly isAmbiguous?: boolean;
  /** True for a day at midnight and no more, which is how spreadsheets write a day. */
  readonly isMidnight?: boolean;
  /** What of the cell the date does not say, or what was assumed to read it; a loss each. */
  readonly remarks?: readonly string[];
};

/** A time of day with what is known of its zone. */
export type CellClock = {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes ahead of UTC; undefined for a local time. */
  readonly offset: number | undefined;
  readonly remarks?: readonly string[];
};

/** Of a year of two digits that no other column tells in full. */
export const CENTURY = 'the century is guessed';
/** EDTF has no place for it. */
export const FRACTION = 'the fraction of the second is kept only in words';

const DAY_MS = 86_400_000;
/** The offsets from UTC that are in use, in minutes; EDTF is read with the same. */
const [EARLIEST_OFFSET, LATEST_OFFSET] = [-12 * 60, 14 * 60];

/** @returns a year from 0 to 9999. */
export function yearOf(year: number): CellDate {
  return {edtf: pad(year, 4), start: utc(year, 1, 1), end: utc(year + 1, 1, 1)};
}

/** @returns the month, for a day that is known to the month only; undefined when there is no such month. */
export function monthOf(year: number, month: number): CellDate | undefined {
  if (month < 1 || month > 12) return undefined;
  return {
    edtf: `${pad(year, 4)}-${pad(month, 2)}`,
    start: utc(year, month, 1),
    end: utc(year, month + 1, 1),
  };
}

/** @returns the day, or undefined when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): CellDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const start = utc(year, month, day);
  if (new Date(start).getUTCDate() !== day) return undefined;
  return {
    edtf: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`,
    start,
    end: start + DAY_MS,
  };
}

/**
@param week - from 1; a year has 52 or 53.
@param weekday - 1 (Monday) to 7; undefined for the whole week, which is an interval of days.
@returns undefined when the year has no such week.
Source: ISO 8601-1:2019, 4.3.8: the first week of a year is the one with 4 January in it.
*/
export function weekOf(year: number, week: number, weekday?: number): CellDate | undefined {
  const fourth = utc(year, 1, 4);
  const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const monday = firstMonday + (week - 1) * 7 * DAY_MS;
  const thursday = new Date(monday + 3 * DAY_MS);
  if (week < 1 || thursday.getUTCFullYear() !== year) return undefined;
  const start = monday + ((weekday ?? 1) - 1) * DAY_MS;
  const end = weekday === undefined ? monday + 7 * DAY_MS : start + DAY_MS;
  const [first, last] = [isoDay(start), isoDay(end - DAY_MS)];
  return {edtf: first === last ? first : `${first}/${last}`, start, end};
}

/** @returns a day at a time of day, or undefined when no clock shows it. */
export function withTime(day: CellDate, clock: CellClock): CellDate | undefined {
  const {hour, minute, second, offset} = clock;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  if (offset !== undefined && (offset < EARLIEST_OFFSET || offset > LATEST_OFFSET)) {
    return undefined;
  }
  const start = day.start + ((hour * 60 + minute - (offset ?? 0)) * 60 + second) * 1000;
  const time = `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`;
  return {
    edtf: `${day.edtf}T${time}${offset === undefined ? '' : suffixOf(offset)}`,
    start,
    end: start + 1000,
    ...(day.isAmbiguous === true ? {isAmbiguous: true} : {}),
    ...withRemarks(day.remarks, clock.remarks),
  };
}

function withRemarks(
  ...lists: readonly (readonly string[] | undefined)[]
): Pick<CellDate, 'remarks'> {
  const remarks = lists.flatMap((list) => list ?? []);
  return remarks.length === 0 ? {} : {remarks};
}

/** @returns whether a clock shows midnight and nothing more, which is how spreadsheets write a day. */
export function isBareMidnight({hour, minute, second, offset, remarks}: CellClock): boolean {
  return hour + minute + second === 0 && offset === undefined && remarks === undefined;
}

/** @returns a day at a time of day, which at a bare midnight is the day and a mark; undefined when no clock shows it. */
export function onClock(day: CellDate, clock: CellClock): CellDate | undefined {
  return isBareMidnight(clock) ? {...day, isMidnight: true} : withTime(day, clock);
}

/** @returns a day at midnight as that time, for a column in which other cells have times; any other date as it is. */
export function atMidnight(date: CellDate): CellDate {
  if (date.isMidnight !== true) return date;
  return withTime(date, {hour: 0, minute: 0, second: 0, offset: undefined}) ?? date;
}

/**
Read a count of seconds, milliseconds or microseconds since 1970, told apart by its size.

@returns the instant to the second, or undefined when the cell holds no number.
*/
export function readTicks(cell: string): CellDate | undefined {
  const ticks = cellNumber(cell);
  if (ticks === undefined) return undefined;
  const size = Math.abs(ticks);
  return instantOf(size >= 1e14 ? ticks / 1000 : size >= 1e11 ? ticks : ticks * 1000);
}

/** @returns an instant in milliseconds since 1970, to the second and in UTC. */
export function instantOf(ms: number): CellDate | undefined {
  const whole = Math.floor(ms / 1000) * 1000;
  const date = new Date(whole);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 || date.getUTCFullYear() < 0) {
    return undefined;
  }
  return {
    edtf: date.toISOString().replace('.000Z', 'Z'),
    start: whole,
    end: whole + 1000,
    ...(ms === whole ? {} : {remarks: [FRACTION]}),
  };
}

/** @returns the date that an EDTF text says, or undefined when it says none. */
export function edtfDate(edtf: string): CellDate | undefined {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return undefined;
  const {start, end} = resolveEdtf(parsed.value, 'UTC');
  return {edtf, start, end};
}

function suffixOf(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
