import type {Instant} from '../events/event-store.js';
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  MS_PER_YEAR,
  daysInMonth,
  startOfCivilDay,
} from './civil-calendar.js';
import {briefLength, countedLength, type LengthUnit} from './length-units.js';
import {earliestInstantOfLocal, zonedTime, type ZonedTime} from './zone.js';

/** From so many years on nobody counts them one by one. */
const MANY_YEARS = 10_000;

/**
How long a known stretch of time is; what may be longer or shorter is told by `length-in-words.ts`.

@param start - finite, and `end` at or after it.
@param zone - IANA zone whose calendar counts.
@returns wordings, longest first: `3 months 9 days`, `3 months`, `3 mo`; of 10,000 years and more
rounded to three figures.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function spanWords(start: Instant, end: Instant, zone: string): readonly string[] {
  const parts = partsOf(start, end, zone).map(([count, unit]) => ({count, unit}));
  const at = parts.findIndex(({count}) => count > 0);
  const [first, second] = at < 0 ? [] : parts.slice(at);
  if (!first) return end > start ? ['under a second', '<1 s'] : ['no time', '0 s'];
  const one = countedLength(first.count, first.unit);
  const {number, unit} = briefLength(first.count, first.unit, 3);
  const brief = `${number} ${unit}`;
  // Only the unit next to the first says anything: `3 months 4 minutes` does not.
  if (!second || second.count === 0) return [one, brief];
  return [`${one} ${countedLength(second.count, second.unit)}`, one, brief];
}

/**
Years, months and days as the calendar on the wall counts them, and what is left as it passed.
Source: TC39 Temporal, ZonedDateTime.prototype.until with the largest unit "year".
*/
function partsOf(
  start: Instant,
  end: Instant,
  zone: string,
): readonly (readonly [count: number, unit: LengthUnit])[] {
  const years = (end - start) / MS_PER_YEAR;
  if (years >= MANY_YEARS) return [[Number(years.toPrecision(3)), 'year']];
  const [from, to] = [zonedTime(start, zone), zonedTime(end, zone)];
  const months = monthsBetween(from, to);
  const monthsReached = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(monthsReached / 12);
  const month = monthsReached - year * 12 + 1;
  const day = Math.min(from.day, daysInMonth(year, month));
  const anchor = startOfCivilDay(year, month, day) + sinceMidnight(from);
  const local = startOfCivilDay(to.year, to.month, to.day) + sinceMidnight(to);
  const days = Math.max(0, Math.floor((local - anchor) / MS_PER_DAY));
  const reached =
    months === 0 && days === 0 ? start : earliestInstantOfLocal(anchor + days * MS_PER_DAY, zone);
  const rest = Math.max(0, end - reached);
  return [
    [Math.floor(months / 12), 'year'],
    [months % 12, 'month'],
    [days, 'day'],
    [Math.floor(rest / MS_PER_HOUR), 'hour'],
    [Math.floor(rest / MS_PER_MINUTE) % 60, 'minute'],
    [Math.floor(rest / MS_PER_SECOND) % 60, 'second'],
  ];
}

function monthsBetween(from: ZonedTime, to: ZonedTime): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const isReached = dayAndTime(to) >= dayAndTime(from);
  return Math.max(0, isReached ? months : months - 1);
}

function dayAndTime(time: ZonedTime): number {
  return time.day * MS_PER_DAY + sinceMidnight(time);
}

function sinceMidnight({hour, minute, second, millisecond}: ZonedTime): number {
  return hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * MS_PER_SECOND + millisecond;
}
