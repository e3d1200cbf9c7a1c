import type {Instant} from '../events/event-store.js';
import {MS_PER_MINUTE, MS_PER_YEAR} from '../time/civil-calendar.js';
import {twoDigits} from '../time/padded-digits.js';
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
  const clock = `${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${twoDigits(rest)}`}`;
  return `UTC${offsetMs < 0 ? '-' : '+'}${clock}`;
}
