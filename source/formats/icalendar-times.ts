import {civilTime, daysInMonth, localFromCivil} from '../core/time/civil-calendar.js';
import {earliestInstantOfLocal, instantsOfLocal, offsetAt} from '../core/time/zone.js';
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
  /** When it is known to be, in milliseconds; without it, the first time that a clock shows `local`. */
  readonly instant?: number;
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

/**
@returns the instant of a moment in milliseconds; a floating one is counted as if in UTC.
Source: RFC 5545 §3.3.5: a local time that comes twice is the first of the two.
*/
export function instantOf(moment: ICalMoment): number {
  const {zone, local} = moment;
  if (moment.instant !== undefined) return moment.instant;
  if (zone.kind === 'file') return local - zone.offsetAt(local);
  return zone.kind === 'named' ? earliestInstantOfLocal(local, zone.name) : local;
}

/** @returns an instant as the clock of a zone shows it. */
export function momentAt(instant: number, zone: ICalZone): ICalMoment {
  if (zone.kind === 'named')
    return {local: instant + offsetAt(zone.name, instant), isDate: false, zone, instant};
  if (zone.kind === 'file') {
    const guess = instant + zone.offsetAt(instant);
    return {local: instant + zone.offsetAt(guess), isDate: false, zone, instant};
  }
  return {local: instant, isDate: false, zone};
}

/** @returns a moment of the same kind, in the same zone, at another local time. */
export function withLocal({isDate, zone}: ICalMoment, local: number): ICalMoment {
  return {local, isDate, zone};
}

/** @returns whether the clocks of its zone show the time of a moment twice, as they do in autumn. */
export function comesTwice({local, isDate, zone}: ICalMoment): boolean {
  return !isDate && zone.kind === 'named' && instantsOfLocal(local, zone.name).kind === 'twice';
}

/**
@param hasOffset - written also when the zone has a name; where the time comes twice unless told otherwise.
@returns a moment as EDTF; the offset is always written when the zone has no name.
*/
export function edtfOfMoment(moment: ICalMoment, hasOffset = comesTwice(moment)): string {
  const {year, month, day, hour, minute, second} = civilTime(moment.local);
  const offset = offsetText(moment, hasOffset);
  const time = moment.isDate ? {} : {hour, minute, second, offset};
  return edtfOfParts({year, month, day, ...time})?.edtf ?? '';
}

function offsetText(moment: ICalMoment, hasOffset: boolean): string {
  const {zone, local} = moment;
  if (zone.kind === 'utc') return 'Z';
  if (zone.kind === 'floating' || (zone.kind === 'named' && !hasOffset)) return '';
  const minutes = Math.round((local - instantOf(moment)) / MINUTE_MS);
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
