/** Dates of events in words, in the zone of the reader. */
import type {PartOfDay} from '../events/chronology.js';
import type {Instant, ResolvedWhen} from '../events/event-store.js';
import type {WordStyle} from './calendar-names.js';
import {DATE_LIMIT_MS, MS_PER_MINUTE, type CivilDay} from './civil-calendar.js';
import {clockWords, doubtfulClock} from './clock-words.js';
import {dayPart} from './day-part.js';
import {dayWords} from './day-words.js';
import {localBounds} from './edtf-bounds.js';
import {isMidMonth} from './edtf-point-words.js';
import {describeEdtfShortly, shortPoint} from './edtf-words.js';
import {
  doubtOfPoint,
  type Edtf,
  type EdtfDate,
  type EdtfEnd,
  type EdtfPoint,
  type EdtfSet,
} from './edtf-value.js';
import {readEdtf} from './read-edtf.js';
import {isWholeDay, resolveEnds, type EndBounds} from './resolve-when.js';
import {yearWords} from './year-words.js';
import {zonedTime, type ZonedTime} from './zone.js';
import {zonePlace} from './zone-words.js';

/** What is needed of an event to put its date into words; an `EventRow` has it all. */
export type Dated = {
  /** EDTF as in the file. */
  readonly edtf: string;
  /** IANA zone of the event. */
  readonly timezone: string;
  readonly when: ResolvedWhen;
  readonly partOfDay?: PartOfDay;
};

/** The first and last day of a calendar that a span touches. */
export type DaySpan = {readonly first: CivilDay; readonly last: CivilDay};

/**
@param zone - IANA zone of the reader.
@param style - `long`: "Wed 24 Jan 2024, pre-dawn", "mid-Oct 2023 to Wed 24 Jan 2024"; `short`, for a
narrow list, without weekdays: "24 Jan 2024", "~12 Oct 2023".
@returns the date in words, as exact as it was given and no more. Clock times are those of the
reader's zone. A day of another zone is the day or the two days it was there: "Tue 23 or Wed 24 Jan
2024", "Tue 23 Jan 2024 (pre-dawn in Baghdad)"; months and years keep their name.
*/
export function formatWhen(dated: Dated, zone: string, style: WordStyle): string {
  const words = longWords(dated, zone);
  return style === 'long' ? words : withoutWeekdays(words);
}

/** @returns words of days without the names of weekdays, for narrow places: "24 Jan 2024". */
export function withoutWeekdays(words: string): string {
  return words.replaceAll(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d)/g, '');
}

/**
@returns the heading under which an event stands in the list, the same for all events that begin on
one day of the reader's calendar: "Wed 24 Jan 2024", "from mid-Oct 2023", "start unknown"; a day of
another zone that was two days here is "Tue 23 or Wed 24 Jan 2024".
*/
export function dateHeading(dated: Dated, zone: string): string {
  const value = readEdtf(dated.edtf);
  if (!value) return rangeWords(dated.when, zone);
  const {expression} = value;
  if (expression.kind === 'interval') return headingOfInterval(value, dated, zone);
  if (expression.kind === 'set') return headingOfSet(value, expression);
  return headingOfPoint(expression, dated, zone);
}

/**
@returns the days of a zone's calendar that `[start, end)` touches; undefined when an end is open or
beyond the reach of a date.
*/
export function daysInZone(when: ResolvedWhen, zone: string): DaySpan | undefined {
  if (!isInReach(when.start) || !isInReach(when.end)) return undefined;
  return {first: zonedTime(when.start, zone), last: zonedTime(when.end - 1, zone)};
}

/**
@returns true when the reader's calendar gives an event another day than its own zone does. False for
open and far ends.
*/
export function doesZoneChangeDate(dated: Dated, zone: string): boolean {
  const own = daysInZone(dated.when, dated.timezone);
  const there = daysInZone(dated.when, zone);
  if (!own || !there) return false;
  return !isSameDay(own.first, there.first) || !isSameDay(own.last, there.last);
}

/**
@returns where and on which day it was elsewhere, "Tue 23 Jan 2024 in Washington", "Tue 23 or Wed 24
Jan 2024 in Washington"; undefined when the day is the same there or is not known to the day.
*/
export function dayElsewhere(dated: Dated, zone: string): string | undefined {
  if (!isDayOrTime(dated) || !doesZoneChangeDate(dated, zone)) return undefined;
  return `${daysWords(dated.when, zone, 'or')} in ${zonePlace(zone)}`;
}

function longWords(dated: Dated, zone: string): string {
  const value = readEdtf(dated.edtf);
  if (!value) return rangeWords(dated.when, zone);
  const {expression} = value;
  if (expression.kind === 'interval') return intervalInZone(value, dated, zone);
  if (expression.kind === 'date' && expression.time) return timeWords(expression, dated, zone);
  const part = partOf(dated);
  if (part !== undefined && expression.kind === 'date') {
    const day = narrowedDay(expression, dated, zone);
    return offsetDiffers(dated, zone)
      ? `${day} (${part} in ${zonePlace(dated.timezone)})`
      : `${day}, ${part}`;
  }
  if (isDayOrTime(dated) && doesZoneChangeDate(dated, zone))
    return daysWords(dated.when, zone, 'or');
  return describeEdtfShortly(value);
}

/** The words of the part of a day, when the date is one day and the part says anything of it. */
function partOf({edtf, partOfDay, when}: Dated): string | undefined {
  const expression = readEdtf(edtf)?.expression;
  if (partOfDay === undefined || expression === undefined || !isInReach(when.start))
    return undefined;
  return isWholeDay(expression) ? dayPart(partOfDay).name : undefined;
}

/** The day of a part of a day, with its doubts: "~Tue 23 Jan 2024". */
function narrowedDay(point: EdtfDate, dated: Dated, zone: string): string {
  const isElsewhere = doesZoneChangeDate(dated, zone);
  // A part of a day is of the 15th, and not of the middle of the month.
  if (!isElsewhere && !isMidMonth(point)) return shortPoint(point);
  const {isApproximate, isUncertain} = doubtOfPoint(point);
  const days = daysWords(dated.when, isElsewhere ? zone : dated.timezone, 'or');
  return `${isApproximate ? '~' : ''}${days}${isUncertain ? '?' : ''}`;
}

/** A time by the clock of a zone; one that came twice is either, unless clocks show it twice here too. */
function timeWords(point: EdtfDate, dated: Dated, zone: string): string {
  const {start, end} = dated.when;
  const bounds = localBounds(point);
  const lengthMs = bounds ? bounds.end - bounds.start : end - start;
  const [first, second] = [zonedTime(start, zone), zonedTime(end - lengthMs, zone)];
  const clocks = [...new Set([clockText(first), clockText(second)])];
  const told = (words: string): string => doubtfulClock(words, point.time);
  if (isSameDay(first, second)) return `${dayWords(first)}, ${told(clocks.join(' or '))}`;
  return `${dayWords(first)}, ${told(clockText(first))} or ${dayWords(second)}, ${told(clockText(second))}`;
}

/** An interval with the clock times of a zone, and the day once when it begins and ends on it. */
function intervalInZone(value: Edtf, dated: Dated, zone: string): string {
  const {start, end} = timesOfEnds(value, dated, zone);
  if (start && end && isSameDay(start, end)) {
    const [from, to] = [start.clock, end.clock];
    return from === to ? `${dayWords(start)}, ${from}` : `${dayWords(start)}, ${from} to ${to}`;
  }
  const {expression} = value;
  return describeEdtfShortly(value, (point) => {
    const isStart = expression.kind === 'interval' && point === expression.start;
    const time = isStart ? start : end;
    return time ? `${dayWords(time)}, ${time.clock}` : shortPoint(point);
  });
}

/** A time by the clock of a zone, and that clock in words with its doubts. */
type TimeOfEnd = ZonedTime & {readonly clock: string};

/** The ends of an interval by the clock of a zone, each undefined when it is no time of day. */
function timesOfEnds(
  value: Edtf,
  {timezone}: Dated,
  zone: string,
): {readonly start: TimeOfEnd | undefined; readonly end: TimeOfEnd | undefined} {
  const {expression} = value;
  if (expression.kind !== 'interval') return {start: undefined, end: undefined};
  const ends = resolveEnds(value, timezone);
  const timeOf = (end: EdtfEnd, bounds: EndBounds | undefined): TimeOfEnd | undefined => {
    if (end.kind !== 'date' || !end.time || !bounds || !isInReach(bounds.earliest))
      return undefined;
    const time = zonedTime(bounds.earliest, zone);
    return {...time, clock: doubtfulClock(clockText(time), end.time)};
  };
  return {
    start: timeOf(expression.start, ends?.start),
    end: timeOf(expression.end, ends?.end),
  };
}

function offsetDiffers({when, timezone}: Dated, zone: string): boolean {
  return zonedTime(when.start, zone).offsetMs !== zonedTime(when.start, timezone).offsetMs;
}

/** A single day with every digit given and none in doubt, or a time. "About the 15th" is so anywhere. */
function isDayOrTime({edtf, when}: Dated): boolean {
  const expression = readEdtf(edtf)?.expression;
  if (expression?.kind !== 'date' || !expression.day || !isInReach(when.start)) return false;
  return expression.time !== undefined || !/[X~%?]/.test(edtf);
}

function headingOfPoint(point: EdtfPoint, dated: Dated, zone: string): string {
  const isTime = point.kind === 'date' && point.time !== undefined;
  const isElsewhere = doesZoneChangeDate(dated, zone) && isDayOrTime(dated);
  if (point.kind === 'date' && partOf(dated) !== undefined) return narrowedDay(point, dated, zone);
  if (isElsewhere || (isTime && isInReach(dated.when.start)))
    return daysWords(dated.when, zone, 'or');
  return shortPoint(point);
}

/** Of a moment within a span the beginning alone, as of the span: "some time from mid-Oct 2023". */
function headingOfSet(value: Edtf, {isAll, members}: EdtfSet): string {
  const [only, ...others] = members;
  if (isAll || others.length > 0 || only?.kind !== 'range' || !only.from || !only.to)
    return describeEdtfShortly(value);
  return `some time from ${shortPoint(only.from)}`;
}

function headingOfInterval(value: Edtf, dated: Dated, zone: string): string {
  const {expression} = value;
  if (expression.kind !== 'interval') return describeEdtfShortly(value);
  const {start, end} = expression;
  const times = timesOfEnds(value, dated, zone);
  const words = (point: EdtfPoint, time: ZonedTime | undefined): string =>
    time ? dayWords(time) : shortPoint(point);
  if (start.kind === 'open' || start.kind === 'unknown') {
    if (end.kind === 'open' || end.kind === 'unknown') return `start ${start.kind}`;
    return `until ${words(end, times.end)}`;
  }
  const first = words(start, times.start);
  const isDated = end.kind !== 'open' && end.kind !== 'unknown';
  return isDated && first === words(end, times.end) ? first : `from ${first}`;
}

/** Days in a zone, "Tue 23 Jan 2024", "Tue 23 to Wed 24 Jan 2024", "Tue 23 or Wed 24 Jan 2024". */
function daysWords(when: ResolvedWhen, zone: string, between: 'to' | 'or'): string {
  const days = daysInZone(when, zone);
  if (!days) return rangeWords(when, zone);
  const {first, last} = days;
  if (isSameDay(first, last)) return dayWords(zonedTime(when.start, zone));
  return `${dayWords(zonedTime(when.start, zone), last)} ${between} ${dayWords(zonedTime(when.end - 1, zone))}`;
}

/** The whole range with the clock where it does not fill its days. */
function rangeWords(when: ResolvedWhen, zone: string): string {
  if (!isInReach(when.start) || !isInReach(when.end)) return farWords(when, zone);
  const start = zonedTime(when.start, zone);
  const last = zonedTime(when.end - 1, zone);
  const end = zonedTime(when.end, zone);
  const isWholeDays = isMidnight(start) && isMidnight(end);
  if (isWholeDays) return daysWords(when, zone, 'to');
  const lengthMs = when.end - when.start;
  if (lengthMs <= MS_PER_MINUTE) return `${dayWords(start)}, ${clockText(start)}`;
  if (isSameDay(start, last)) return `${dayWords(start)}, ${clockText(start)} to ${clockText(end)}`;
  return `${dayWords(start)}, ${clockText(start)} to ${dayWords(end)}, ${clockText(end)}`;
}

function farWords({start, end}: ResolvedWhen, zone: string): string {
  const edge = (instant: Instant): string =>
    Number.isFinite(instant) ? yearWords(zonedTime(instant, zone).year, 'short') : 'open';
  return `${edge(start)} to ${edge(end)}`;
}

/** "12:00", "12:00:30": seconds only when there are any, for EDTF has no time without them. */
function clockText(time: ZonedTime): string {
  return clockWords(time, time.second > 0);
}

function isMidnight({hour, minute, second, millisecond}: ZonedTime): boolean {
  return hour === 0 && minute === 0 && second === 0 && millisecond === 0;
}

function isSameDay(a: CivilDay, b: CivilDay): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

function isInReach(instant: Instant): boolean {
  return Math.abs(instant) <= DATE_LIMIT_MS;
}
