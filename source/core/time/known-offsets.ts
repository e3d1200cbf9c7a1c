/**
Offsets of often-needed zones over years whose rules are history and cannot change any more.

Why: the first `Intl.DateTimeFormat` of a program costs some 20 ms, a large part of the time it has to
show its first screen. For these zones and years nothing has to be asked. A test compares every one of
them with `Intl`, change by change.

Source: IANA Time Zone Database 2024a.
*/
import {MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, startOfCivilDay} from './civil-calendar.js';

/** Instants from which and until which the tables hold. */
export const KNOWN_FROM = startOfCivilDay(2010);
export const KNOWN_UNTIL = startOfCivilDay(2024, 12, 31);

/** Zones without any change of clocks in those years; offset in minutes. */
const FIXED: Readonly<Record<string, number>> = {
  'Asia/Baghdad': 180,
  'Asia/Riyadh': 180,
  'Asia/Kuwait': 180,
  'Asia/Qatar': 180,
  'Asia/Bahrain': 180,
  'Asia/Aden': 180,
  'Asia/Dubai': 240,
  'Asia/Kabul': 270,
  'Asia/Karachi': 300,
  'Asia/Kolkata': 330,
  'Asia/Yangon': 390,
  'Asia/Bangkok': 420,
  'Asia/Shanghai': 480,
  'Asia/Taipei': 480,
  'Asia/Manila': 480,
  'Asia/Singapore': 480,
  'Asia/Tokyo': 540,
  'Asia/Seoul': 540,
  'Africa/Nairobi': 180,
  'Africa/Addis_Ababa': 180,
  'Africa/Mogadishu': 180,
  'Africa/Johannesburg': 120,
  'Africa/Lagos': 60,
  'Africa/Algiers': 60,
  'Africa/Tunis': 60,
  'Africa/Bamako': 0,
};

/** Standard offset in minutes of zones with the summer time of the United States since 2007. */
const UNITED_STATES: Readonly<Record<string, number>> = {
  'America/New_York': -300,
  'America/Chicago': -360,
  'America/Denver': -420,
  'America/Los_Angeles': -480,
};

/** Standard offset in minutes of zones with the summer time of the European Union since 1996. */
const EUROPE: Readonly<Record<string, number>> = {
  'Europe/London': 0,
  'Europe/Dublin': 0,
  'Europe/Lisbon': 0,
  'Europe/Berlin': 60,
  'Europe/Paris': 60,
  'Europe/Madrid': 60,
  'Europe/Rome': 60,
  'Europe/Brussels': 60,
  'Europe/Amsterdam': 60,
  'Europe/Vienna': 60,
  'Europe/Zurich': 60,
  'Europe/Stockholm': 60,
  'Europe/Warsaw': 60,
  'Europe/Athens': 120,
  'Europe/Kyiv': 120,
  'Europe/Helsinki': 120,
};

/** The names in the tables. */
export const KNOWN_ZONES: readonly string[] = [FIXED, UNITED_STATES, EUROPE].flatMap((table) =>
  Object.keys(table),
);

/** @returns local time minus UTC in milliseconds, or undefined when the tables do not say. */
export function knownOffsetAt(zone: string, instant: number): number | undefined {
  if (instant < KNOWN_FROM || instant >= KNOWN_UNTIL) return undefined;
  const fixed = FIXED[zone];
  if (fixed !== undefined) return fixed * MS_PER_MINUTE;
  const american = UNITED_STATES[zone];
  if (american !== undefined) {
    const standardMs = american * MS_PER_MINUTE;
    const year = yearOf(instant);
    // 02:00 by the clock of the season that ends (15 USC 260a).
    const start = firstSundayFrom(year, 3, 8) + 2 * MS_PER_HOUR - standardMs;
    const end = firstSundayFrom(year, 11, 1) + MS_PER_HOUR - standardMs;
    return standardMs + (instant >= start && instant < end ? MS_PER_HOUR : 0);
  }
  const european = EUROPE[zone];
  if (european === undefined) return undefined;
  const year = yearOf(instant);
  // The last Sundays of March and October at 01:00 UTC (Directive 2000/84/EC).
  const start = firstSundayFrom(year, 3, 25) + MS_PER_HOUR;
  const end = firstSundayFrom(year, 10, 25) + MS_PER_HOUR;
  return european * MS_PER_MINUTE + (instant >= start && instant < end ? MS_PER_HOUR : 0);
}

function yearOf(instant: number): number {
  return new Date(instant).getUTCFullYear();
}

function firstSundayFrom(year: number, month: number, day: number): number {
  const start = startOfCivilDay(year, month, day);
  const weekday = (start / MS_PER_DAY + 4) % 7;
  return start + ((7 - weekday) % 7) * MS_PER_DAY;
}
