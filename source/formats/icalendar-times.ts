import {civilTime, daysInMonth, localFromCivil} from '../core/time/civil-calendar.js';
import {earliestInstantOfLocal, offsetAt} from '../core/time/zone.js';
import {edtfOfParts} from './calendar-parts.js';
import type {ICalProperty} from './icalendar-parts.js';

/** How far a zone that only the file knows is from UTC at a local time, in milliseconds. */
export type OffsetAt = (localMs: number) => number;

/** Where a clock time is counted: in a zone with a name, in UTC, by a rule of the file, or nowhere. */
export type ICalZone =
  | {readonly kind: 'named'; readonly name: string}
  | {readonly kind: 'utc'}
  | {readonly kind: 'file'; readonly offsetAt: OffsetAt}
  | {readonly kind: 'floating'};

/** A date or a clock time; `local` is milliseconds as if the clock showed UTC. */
export type ICalMoment = {
  readonly local: number;
  readonly isDate: boolean;
  readonly zone: ICalZone;
};

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/**
Read one value of a date property.

@param value - as ical.js normalises it (`2012-06-30T06:00:00Z`) or as in the file (`20120630`).
@param zoneOf - gives the zone of a TZID.
@returns undefined when it is no date.
Source: RFC 5545 §3.3.4 (DATE), §3.3.5 (DATE-TIME).
*/
export function readMoment(
  value: unknown,
  property: Pick<ICalProperty, 'parameters'>,
  zoneOf: (tzid: string) => ICalZone,
): ICalMoment | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2})?:?(\d{2})?:?(\d{2})?:*(Z)?)?$/.exec(
    value.trim().toUpperCase(),
  );
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const isReal =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second <= 60;
  if (!isReal) return undefined;
  const isDate = match[4] === undefined;
  const tzid = property.parameters['tzid'];
  const zone: ICalZone = isDate
    ? {kind: 'floating'}
    : match[7] === 'Z'
      ? {kind: 'utc'}
      : typeof tzid === 'string'
        ? zoneOf(tzid)
        : {kind: 'floating'};
  const local = localFromCivil({year, month, day, hour, minute, second: Math.min(second, 59)});
  return {local, isDate, zone};
}

/** @returns the instant of a moment in milliseconds; a floating one is counted as if in UTC. */
export function instantOf(moment: ICalMoment): number {
  const {zone, local} = moment;
  if (zone.kind === 'file') return local - zone.offsetAt(local);
  return zone.kind === 'named' ? earliestInstantOfLocal(local, zone.name) : local;
}

/** @returns an instant as the clock of a zone shows it. */
export function momentAt(instant: number, zone: ICalZone): ICalMoment {
  if (zone.kind === 'named')
    return {local: instant + offsetAt(zone.name, instant), isDate: false, zone};
  if (zone.kind === 'file') {
    const guess = instant + zone.offsetAt(instant);
    return {local: instant + zone.offsetAt(guess), isDate: false, zone};
  }
  return {local: instant, isDate: false, zone};
}

/** @returns a moment as EDTF; the offset is written when the zone has no name. */
export function edtfOfMoment(moment: ICalMoment): string {
  const {year, month, day, hour, minute, second} = civilTime(moment.local);
  const time = moment.isDate ? {} : {hour, minute, second, offset: offsetText(moment)};
  return edtfOfParts({year, month, day, ...time})?.edtf ?? '';
}

function offsetText({zone, local}: ICalMoment): string {
  if (zone.kind === 'utc') return 'Z';
  if (zone.kind !== 'file') return '';
  const minutes = Math.round(zone.offsetAt(local) / MINUTE_MS);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** @returns what tells an occurrence from the others of its entry: `20240108`, `20240108t060000z`. */
export function occurrenceKey(moment: ICalMoment): string {
  const {local, isDate} = moment;
  const text = new Date(isDate ? local : instantOf(moment)).toISOString().toLowerCase();
  const [day = '', time = ''] = text.replace(/\.\d+/, '').replace(/[-:]/g, '').split('t');
  return isDate ? day : `${day}t${time}`;
}
