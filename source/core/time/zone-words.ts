import {MS_PER_MINUTE} from './civil-calendar.js';
import {twoDigits} from './padded-digits.js';
import {zonedTime} from './zone.js';
import {weekdayName} from './calendar-names.js';

/** Zones whose city is not the one that the news names. */
const KNOWN_AS: Readonly<Record<string, string>> = {'America/New_York': 'Washington'};

/** @returns the place a zone is named for: "Baghdad", "New York"; "UTC" for UTC. */
function zoneCity(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

/** @returns where a reader of the news would say a zone is: "Washington" for America/New_York. */
export function zonePlace(zone: string): string {
  return KNOWN_AS[zone] ?? zoneCity(zone);
}

/** @returns "Baghdad time", "New York time", "UTC". */
export function zoneWords(zone: string): string {
  return zone.includes('/') && !zone.startsWith('Etc/') ? `${zoneCity(zone)} time` : zoneCity(zone);
}

/**
@param zone - a name that `isZoneName` accepts.
@returns the offset at an instant, "UTC+03:00"; "UTC" for none.
*/
export function offsetWords(zone: string, instant: number): string {
  const minutes = Math.round(zonedTime(instant, zone).offsetMs / MS_PER_MINUTE);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** @returns the weekday of an instant in a zone, "Wednesday". */
export function weekdayInZone(zone: string, instant: number): string {
  return weekdayName(zonedTime(instant, zone).weekday, 'long');
}
