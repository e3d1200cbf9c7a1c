import type {Instant} from '../events/event-store.js';
import {MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, MS_PER_YEAR} from './civil-calendar.js';
import {twoDigits} from './padded-digits.js';
import {isUtc, offsetAt, offsetsWithin} from './zone.js';

/** Zones whose city is not the one that the news names. */
const KNOWN_AS: Readonly<Record<string, string>> = {'America/New_York': 'Washington'};

/** Zones that are nothing but an offset; their names have the sign of POSIX, which is the other one. */
const FIXED = /^Etc\/GMT[+-]\d/;

/** Over more years offsets come and go; the name says enough. */
const MOST_YEARS = 20;

/** @returns the place a zone is named for: "Baghdad", "New York"; "UTC" and "UTC-3" for none. */
function zoneCity(zone: string): string {
  if (isUtc(zone) || FIXED.test(zone)) return offsetWords(offsetAt(zone, 0));
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

/** @returns where a reader of the news would say a zone is: "Washington" for America/New_York. */
export function zonePlace(zone: string): string {
  return KNOWN_AS[zone] ?? zoneCity(zone);
}

/** @returns "Baghdad time", "New York time", "UTC". */
export function zoneWords(zone: string): string {
  return hasPlace(zone) ? `${zoneCity(zone)} time` : zoneCity(zone);
}

/**
@returns wordings of a zone over `[start, end)`, longest first: `Baghdad time (UTC+3)`, with both offsets
when the clocks change: `New York time (UTC-5/-4)`; without when they change more than once or twice.
*/
export function zoneForms(zone: string, start: Instant, end: Instant): readonly string[] {
  const [words, place] = [zoneWords(zone), zoneCity(zone)];
  if (place.startsWith('UTC')) return [place];
  const names = words === place ? [words] : [words, place];
  const isLong = !(end - start <= MOST_YEARS * MS_PER_YEAR);
  const [first, ...others] = isLong ? [] : offsetsWithin(zone, start, end).map(offsetWords);
  if (first === undefined || others.length > 1) return names;
  const offsets = [first, ...others.map((other) => other.replace('UTC', '') || '+0')].join('/');
  return [`${words} (${offsets})`, words, offsets];
}

/** @returns an offset from UTC, "UTC+3", "UTC-3:30", "UTC" for none; seconds only when it has any. */
export function offsetWords(offsetMs: number): string {
  if (offsetMs === 0) return 'UTC';
  const size = Math.abs(offsetMs);
  const minutes = Math.floor(size / MS_PER_MINUTE) % 60;
  const seconds = Math.floor(size / MS_PER_SECOND) % 60;
  const parts = seconds > 0 ? [minutes, seconds] : minutes > 0 ? [minutes] : [];
  const clock = [Math.floor(size / MS_PER_HOUR), ...parts.map(twoDigits)].join(':');
  return `UTC${offsetMs < 0 ? '-' : '+'}${clock}`;
}

function hasPlace(zone: string): boolean {
  return zone.includes('/') && !zone.startsWith('Etc/');
}
