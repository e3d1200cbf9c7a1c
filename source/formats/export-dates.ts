import type {TimelineEvent} from '../core/events/chronology.js';
import {civilTime, localFromCivil, MS_PER_MINUTE} from '../core/time/civil-calendar.js';
import {parseEdtf} from '../core/time/edtf.js';
import type {EdtfEnd, EdtfPoint} from '../core/time/edtf-value.js';
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';
import {earliestInstantOfLocal, offsetAt, zonedTime} from '../core/time/zone.js';
import {readOffset} from './cell-clock.js';
import {type CalendarParts, edtfInterval, edtfOfParts} from './calendar-parts.js';

/** A date as formats without EDTF can say it: a beginning and perhaps an end, each at some precision. */
export type PlainDates = {
  readonly start: CalendarParts;
  /** Included in the span, as in EDTF; absent when the date is one point or its end is open. */
  readonly end: CalendarParts | undefined;
  /** True when the two, with their offsets if they have any, say all that the EDTF says. */
  readonly isExact: boolean;
};

/**
Say a date without EDTF.

Marks of doubt are left off, an open end is no end, and what has no calendar parts (a season, a set, a
date with unknown digits) becomes the first and last day that it can mean.

@param zone - IANA zone of the chronology, for instants.
@returns undefined for a date without a known beginning or end, or one that cannot be read.
*/
export function plainDates(event: TimelineEvent, zone: string): PlainDates | undefined {
  const parsed = parseEdtf(event.when.edtf);
  if (!parsed.ok) return undefined;
  const {expression} = parsed.value;
  const isInterval = expression.kind === 'interval';
  const first: EdtfEnd | undefined = isInterval
    ? expression.start
    : expression.kind === 'set'
      ? undefined
      : expression;
  const last: EdtfEnd | undefined = isInterval ? expression.end : undefined;
  const start = first === undefined ? undefined : partsOfEnd(first);
  const end = last === undefined ? undefined : partsOfEnd(last);
  const isEndMissing = isInterval && end === undefined && last !== undefined && isPoint(last);
  if (start !== undefined && !isEndMissing) return withExactness(event, start, end);
  const isOpenStart = first !== undefined && !isPoint(first);
  if (isOpenStart && end !== undefined) return {start: end, end: undefined, isExact: false};
  return daysOfBounds(event, zone);
}

/** @returns the first and last day an event can mean, in its zone; undefined when one is open or far. */
export function daysOfBounds(event: TimelineEvent, zone: string): PlainDates | undefined {
  const resolved = resolveWhen(event.when, zone);
  if (isProblem(resolved)) return undefined;
  const timezone = event.when.timezone ?? zone;
  const day = (instant: number): CalendarParts | undefined => {
    if (Math.abs(instant) > 8e15) return undefined;
    const {year, month, day: dayOfMonth} = zonedTime(instant, timezone);
    return Math.abs(year) > 9999 ? {year} : {year, month, day: dayOfMonth};
  };
  const start = day(resolved.start);
  const end = day(resolved.end - 1);
  if (start === undefined)
    return end === undefined ? undefined : {start: end, end: undefined, isExact: false};
  const isOneDay = end !== undefined && edtfOfParts(start)?.edtf === edtfOfParts(end)?.edtf;
  return {start, end: isOneDay ? undefined : end, isExact: false};
}

/**
@param own - IANA zone of the date, where it has no offset.
@param zone - IANA zone of the clock that is wanted.
@returns a date as that clock shows it, without an offset; a date without a time as it is.
*/
export function partsOnClock(parts: CalendarParts, own: string, zone: string): CalendarParts {
  const {year, month, day, hour, minute = 0, second = 0, offset} = parts;
  if (hour === undefined || month === undefined || day === undefined) return parts;
  const minutesAhead = offset === undefined ? undefined : readOffset(offset);
  if (minutesAhead === undefined && own === zone) return parts;
  const local = localFromCivil({year, month, day, hour, minute, second});
  const instant =
    minutesAhead === undefined
      ? earliestInstantOfLocal(local, own)
      : local - minutesAhead * MS_PER_MINUTE;
  return partsOfLocal(instant + offsetAt(zone, instant));
}

/** @returns calendar parts of a moment on a clock, in milliseconds as if it showed UTC. */
export function partsOfLocal(local: number): CalendarParts {
  const {year, month, day, hour, minute, second} = civilTime(local);
  return {year, month, day, hour, minute, second};
}

function withExactness(
  event: TimelineEvent,
  start: CalendarParts,
  end: CalendarParts | undefined,
): PlainDates {
  const from = edtfOfParts(start)?.edtf ?? '';
  const to = end === undefined ? undefined : edtfOfParts(end)?.edtf;
  const said = to === undefined ? from : edtfInterval(from, to);
  return {start, end, isExact: said === event.when.edtf};
}

function isPoint(end: EdtfEnd): end is EdtfPoint {
  return end.kind === 'date' || end.kind === 'long-year';
}

/** The parts of a date that has whole ones; undefined for an open end, a season, unknown digits. */
function partsOfEnd(end: EdtfEnd): CalendarParts | undefined {
  if (!isPoint(end)) return undefined;
  const sign = end.isNegative ? -1 : 1;
  if (end.kind === 'long-year') {
    const year = sign * Number(end.digits) * 10 ** (end.exponent ?? 0);
    return Number.isSafeInteger(year) ? {year} : undefined;
  }
  const digits = [end.year, end.month, end.day].map((part) => part?.digits);
  if (digits.some((text) => text !== undefined && !/^\d+$/.test(text)) || digits[0]?.length !== 4)
    return undefined;
  const [year = 0, month, day] = digits.map((text) =>
    text === undefined ? undefined : Number(text),
  );
  if (month !== undefined && month > 12) return undefined;
  const {time} = end;
  if (time === undefined) return {year: sign * year || 0, month, day};
  const offset = time.shift === '' ? undefined : time.shift;
  // 24:00 and leap seconds are no time of other formats.
  if (time.hour > 23 || (time.second ?? 0) > 59) return {year: sign * year || 0, month, day};
  return {
    year: sign * year || 0,
    month,
    day,
    hour: time.hour,
    minute: time.minute,
    second: time.second ?? 0,
    offset,
  };
}
