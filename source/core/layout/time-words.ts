import {intervalToDuration} from 'date-fns';
import type {Instant} from '../events/event-store.js';
import {DATE_LIMIT_MS, MS_PER_MINUTE, MS_PER_YEAR} from '../time/civil-calendar.js';
import {offsetAt, zonedTime} from '../time/zone.js';

export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** @returns a year as people write it: `2024`, `AD 476`, `45 BC`, `12 000`, `66m BC`, `13.8bn BC`. */
export function yearWords(year: number): string {
  const count = year > 0 ? year : 1 - year;
  const words = countWords(count);
  if (year <= 0) return `${words} BC`;
  return year < 1000 ? `AD ${words}` : words;
}

/** @returns `2024`, `12 000`, `66m`, `13.8bn`; beyond a million rounded to six figures. */
function countWords(count: number): string {
  if (count >= 1e9) return `${sixFigures(count / 1e9)}bn`;
  if (count >= 1e6) return `${sixFigures(count / 1e6)}m`;
  const digits = String(Math.round(count));
  return count < 10_000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ' ');
}

function sixFigures(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/**
@param spanMs - length of what the instant is an end of: days are not told of centuries.
@returns `24 Jan 2024`, or `2024`, `2.8m BC`; `open` for an infinite instant.
*/
export function dayWords(instant: Instant, zone: string, spanMs: number): string {
  if (!Number.isFinite(instant)) return 'open';
  const {year, month, day} = zonedTime(instant, zone);
  const years = spanMs / MS_PER_YEAR;
  if (years < 200) return `${day} ${MONTHS[month - 1]} ${yearWords(year)}`;
  // No finer than a thousandth of the span.
  const unit = 10 ** Math.floor(Math.log10(years / 100));
  const count = Math.max(1, Math.round((year > 0 ? year : 1 - year) / unit) * unit);
  return yearWords(year > 0 ? count : 1 - count);
}

/** @returns `Wed`. */
export function weekdayWords(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** @returns `06:00`, or `06:00:15` with seconds. */
export function clockWords(
  time: {readonly hour: number; readonly minute: number; readonly second: number},
  hasSeconds: boolean,
): string {
  const parts = [time.hour, time.minute, ...(hasSeconds ? [time.second] : [])];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/**
@returns how long `[start, end)` is, longest wording first: `3 months 9 days`, `3 months`, `3 mo`.
Months and years are those of the calendar in the zone.
*/
export function lengthWords(start: Instant, end: Instant, zone: string): readonly string[] {
  const parts = lengthParts(start, end, zone);
  const [first, second] = parts;
  if (!first) return ['no time', '0 s'];
  const one = `${first.count} ${first.unit}${first.count === '1' ? '' : 's'}`;
  const brief = `${first.count} ${BRIEF[first.unit] ?? first.unit}`;
  if (!second) return [one, brief];
  return [`${one} ${second.count} ${second.unit}${second.count === '1' ? '' : 's'}`, one, brief];
}

const BRIEF: Readonly<Record<string, string>> = {
  year: 'y',
  month: 'mo',
  day: 'd',
  hour: 'h',
  minute: 'min',
  second: 's',
};

type LengthPart = {readonly count: string; readonly unit: string};

function lengthParts(start: Instant, end: Instant, zone: string): LengthPart[] {
  const isInReach = Math.abs(start) <= DATE_LIMIT_MS && Math.abs(end) <= DATE_LIMIT_MS;
  const years = (end - start) / MS_PER_YEAR;
  if (!isInReach || years >= 10_000) {
    return [{count: countWords(Number(Math.max(1, years).toPrecision(2))), unit: 'year'}];
  }
  const duration = intervalToDuration({
    start: new Date(start + offsetAt(zone, start)),
    end: new Date(end + offsetAt(zone, end)),
  });
  const units = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const;
  const first = units.findIndex((unit) => (duration[unit] ?? 0) > 0);
  // Only the unit next to the first says anything: `3 months 4 minutes` does not.
  return units
    .slice(first, first < 0 ? 0 : first + 2)
    .filter((unit) => (duration[unit] ?? 0) > 0)
    .map((unit) => ({count: String(duration[unit] ?? 0), unit: unit.slice(0, -1)}));
}

/** @returns wordings of a zone, longest first: `Baghdad time (UTC+3)`, with both offsets when the clocks change within `[start, end)`. */
export function zoneWords(zone: string, start: Instant, end: Instant): readonly string[] {
  if (zone === 'UTC') return ['UTC'];
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const moments = [start, (start + end) / 2, end].filter(Number.isFinite);
  const offsets = [...new Set(moments.map((instant) => offsetAt(zone, instant)))];
  const [first, ...others] = offsets.map(offsetWords);
  // Over decades offsets come and go; the name says enough.
  if (first === undefined || others.length > 1 || end - start > 20 * MS_PER_YEAR) {
    return [`${place} time`, place];
  }
  const words = [first, ...others.map((other) => other.replace('UTC', ''))].join('/');
  return [`${place} time (${words})`, `${place} time`, words];
}

/** @returns `UTC+3`, `UTC-3:30`. */
export function offsetWords(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MS_PER_MINUTE);
  const rest = minutes % 60;
  const clock = `${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
  return `UTC${offsetMs < 0 ? '-' : '+'}${clock}`;
}
