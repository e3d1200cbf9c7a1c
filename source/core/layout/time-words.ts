import {intervalToDuration} from 'date-fns';
import type {Instant} from '../events/event-store.js';
import {DATE_LIMIT_MS, MS_PER_DAY} from '../time/civil-calendar.js';
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
const MS_PER_YEAR = 365.2425 * MS_PER_DAY;

/** @returns a year as people write it: `2024`, `45 BC`, `12 000`, `66m BC`, `13.8bn BC`. */
export function yearWords(year: number): string {
  const count = year > 0 ? year : 1 - year;
  const era = year > 0 ? '' : ' BC';
  // A round year of the calendar before year 1 is a year off the round year BC; nobody means that year.
  const round = year > 0 || count < 100_000 ? count : Math.round(count / 10) * 10;
  if (round >= 1e9) return `${trimmed(round / 1e9)}bn${era}`;
  if (round >= 1e6) return `${trimmed(round / 1e6)}m${era}`;
  return `${groupDigits(round)}${era}`;
}

function trimmed(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

function groupDigits(value: number): string {
  const digits = String(value);
  return value < 10_000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** @returns `24 Jan 2024`; only the year where days have lost their meaning. */
export function dayWords(instant: Instant, zone: string): string {
  if (!Number.isFinite(instant)) return instant < 0 ? 'open' : 'open';
  const {year, month, day} = zonedTime(instant, zone);
  if (Math.abs(year) >= 100_000) return yearWords(year);
  return `${day} ${MONTHS[month - 1]} ${yearWords(year)}`;
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
    return [{count: yearWords(Math.max(1, Math.round(years))), unit: 'year'}];
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

/** @returns `Baghdad time (UTC+3)`, with both offsets when the clocks change within `[start, end)`. */
export function zoneWords(zone: string, start: Instant, end: Instant): readonly string[] {
  if (zone === 'UTC') return ['UTC'];
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const offsets = new Set([
    offsetAt(zone, start),
    offsetAt(zone, (start + end) / 2),
    offsetAt(zone, end),
  ]);
  const words = [...offsets].map(offsetWords).join('/');
  return [`${place} time (UTC${words})`, `${place} time`, `UTC${words}`];
}

function offsetWords(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const rest = minutes % 60;
  const clock = `${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
  return `${offsetMs < 0 ? '-' : '+'}${clock}`;
}
