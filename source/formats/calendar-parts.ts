import {daysInMonth} from '../core/time/civil-calendar.js';
import {parseEdtf} from '../core/time/edtf.js';

/** The parts of a date as a file gives them; each finer part needs the coarser ones. */
export type CalendarParts = {
  /** Astronomical: 0 is 1 BCE. */
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  /** `Z`, `+03:00`…; only with an hour. */
  readonly offset?: string | undefined;
};

/** An EDTF date, and what of the parts could not be said in it. */
export type EdtfOfParts = {readonly edtf: string; readonly lost: readonly string[]};

/**
Write the parts of a date as EDTF, at the precision they have.

@returns the date, with a month or day that does not exist left out and named in `lost`; undefined
when there is no whole year of at most 15 digits.
Source: EDTF (ISO 8601-2:2019) level 0 for years -9999 to 9999, level 1 `Y` years beyond.
*/
export function edtfOfParts(parts: CalendarParts): EdtfOfParts | undefined {
  const {year, month, day} = parts;
  if (!Number.isSafeInteger(year) || Math.abs(year) > 999_999_999_999_999) return undefined;
  const lost: string[] = [];
  const yearText = edtfYear(year);
  const done = (edtf: string): EdtfOfParts => ({edtf, lost});
  if (month === undefined) {
    if (day !== undefined) lost.push('a day without a month');
    if (parts.hour !== undefined) lost.push('a time without a day');
    return done(yearText);
  }
  if (yearText.startsWith('Y')) {
    lost.push('a month or day in a year of more than four digits');
    return done(yearText);
  }
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    lost.push(`the month ${String(month)}, which does not exist`);
    return done(yearText);
  }
  const monthText = `${yearText}-${pad(month)}`;
  if (day === undefined) {
    if (parts.hour !== undefined) lost.push('a time without a day');
    return done(monthText);
  }
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) {
    lost.push(`the day ${String(day)}, which the month does not have`);
    return done(monthText);
  }
  const dayText = `${monthText}-${pad(day)}`;
  if (parts.hour === undefined) return done(dayText);
  const time = [parts.hour, parts.minute ?? 0, Math.floor(parts.second ?? 0)] as const;
  const isTime = time.every(
    (unit, index) => Number.isInteger(unit) && unit >= 0 && unit <= (index === 0 ? 23 : 59),
  );
  if (!isTime) {
    lost.push(`the time ${time.join(':')}, which does not exist`);
    return done(dayText);
  }
  return done(`${dayText}T${time.map(pad).join(':')}${parts.offset ?? ''}`);
}

/**
@returns two EDTF dates as an interval, one when they are the same, or undefined when the end cannot
stand after the start: it is before it, or so coarse that it holds it (`2004-06-11/2004-06`).
*/
export function edtfInterval(start: string, end: string): string | undefined {
  if (start === end) return start;
  const interval = `${start}/${end}`;
  return parseEdtf(interval).ok ? interval : undefined;
}

/** @returns a year as EDTF writes it: four digits or more, `-0044`, `Y-13800000000`. */
function edtfYear(year: number): string {
  const digits = String(Math.abs(year));
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits.padStart(4, '0')}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
