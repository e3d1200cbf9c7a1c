/**
Zones: instants to clock times and back, never by the zone or locale of the machine.

The rules come from `Intl`, one formatter a zone, made when first asked for; UTC and the
years in `known-offsets.ts` ask for none.
(`tzOffset` of @date-fns/tz 1.5 asks the same question but loses the sign of offsets between -1 h and
0, as in Liberia until 1972, so it is not used here.) Offsets are kept by year, so that a million
dates cost a few hundred questions.
*/
import {
  DATE_LIMIT_MS,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  civilFromDays,
  civilTime,
  startOfCivilDay,
  type CivilTime,
} from './civil-calendar.js';
import {boundedMemo} from './bounded-memo.js';
import {KNOWN_ZONES, knownOffsetAt} from './known-offsets.js';

/** A clock time in a zone; `offsetMs` is local time minus UTC. */
export type ZonedTime = CivilTime & {readonly offsetMs: number};

/**
When a local time is: once; never, because clocks were put forward over it; or twice, because they
were put back. For `never`, `instant` is when the clocks changed and `shifted` the instant that far
behind the change as the local time was (what most programs take); for `twice`, both instants.
*/
export type LocalInstants =
  | {readonly kind: 'once'; readonly instant: number}
  | {readonly kind: 'never'; readonly instant: number; readonly shifted: number}
  | {readonly kind: 'twice'; readonly instant: number; readonly second: number};

/** Offsets that hold until an instant, ascending. */
type Segment = {readonly until: number; readonly offsetMs: number};

const UTC_NAMES = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Z']);
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/**
Years whose offsets are kept. Before, no zone of the tz database had changed its clocks; beyond, dates
are few, and asking for one costs less than reading its year.
*/
const FIRST_KEPT_YEAR = 1800;
const LAST_KEPT_YEAR = 2150;

/**
Fewer days than lie between any two changes of one zone that undo each other: in October 2000 the
north-east of Brazil had summer time for a week less an hour.
*/
const SAMPLE_DAYS = 6;

/** The tz database has some 600 names. */
const ZONES_KEPT = 600;

/** @returns true for the names of UTC itself, which ask for no rules. */
export function isUtc(zone: string): boolean {
  return UTC_NAMES.has(zone);
}

/** @returns true when a name is an IANA zone that this runtime knows, or UTC. */
export function isZoneName(name: string): boolean {
  if (UTC_NAMES.has(name) || KNOWN_ZONES.includes(name)) return true;
  if (!ZONE_NAME.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
@param instant - any float; beyond the reach of a date the offset at its limit holds.
@returns local time minus UTC in milliseconds.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function offsetAt(zone: string, instant: number): number {
  if (UTC_NAMES.has(zone)) return 0;
  const known = knownOffsetAt(zone, instant);
  if (known !== undefined) return known;
  const inReach = intoReach(instant);
  const {year} = civilFromDays(Math.floor(inReach / MS_PER_DAY));
  if (year < FIRST_KEPT_YEAR || year > LAST_KEPT_YEAR) return askOffset(zone, inReach);
  for (const segment of yearsOfZone(zone)(year))
    if (inReach < segment.until) return segment.offsetMs;
  return 0;
}

function intoReach(instant: number): number {
  return Math.min(Math.max(instant, -DATE_LIMIT_MS), DATE_LIMIT_MS);
}

/**
@param start - finite, and `end` too.
@returns the offsets that hold in `[start, end)`, each once, in the order in which they come.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function offsetsWithin(zone: string, start: number, end: number): readonly number[] {
  const found = new Set<number>();
  // Beyond the reach of a date the offset stays, and floats may be more than a step apart.
  const [from, to] = [intoReach(start), intoReach(end)];
  for (let instant = from; instant < to; instant += SAMPLE_DAYS * MS_PER_DAY)
    found.add(offsetAt(zone, instant));
  return [...found.add(offsetAt(zone, Math.max(from, to - 1)))];
}

const yearsOfZone = boundedMemo(ZONES_KEPT, (zone: string) =>
  boundedMemo(LAST_KEPT_YEAR - FIRST_KEPT_YEAR + 1, (year: number) => readYear(zone, year)),
);

/**
@param instant - finite.
@returns the calendar date and clock time in a zone.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function zonedTime(instant: number, zone: string): ZonedTime {
  const offsetMs = offsetAt(zone, instant);
  return {...civilTime(instant + offsetMs), offsetMs};
}

/**
@param localMs - a local instant (see `civil-calendar.ts`), finite.
@returns when a clock in the zone showed it.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function instantsOfLocal(localMs: number, zone: string): LocalInstants {
  // No offset reaches a day, so that these two stand on either side of any change nearby.
  const before = offsetAt(zone, localMs - MS_PER_DAY);
  const after = offsetAt(zone, localMs + MS_PER_DAY);
  const early = localMs - Math.max(before, after);
  const late = localMs - Math.min(before, after);
  const isEarly = early + offsetAt(zone, early) === localMs;
  const isLate = late + offsetAt(zone, late) === localMs;
  if (before === after || (isEarly && isLate && early !== late)) {
    return early === late ? {kind: 'once', instant: early} : twice(early, late);
  }
  if (isEarly || isLate) return {kind: 'once', instant: isEarly ? early : late};
  return {kind: 'never', instant: findChange(zone, early, late), shifted: localMs - before};
}

/** @returns the earliest instant of a local time; where clocks skipped it, when they did. */
export function earliestInstantOfLocal(localMs: number, zone: string): number {
  return UTC_NAMES.has(zone) || !Number.isFinite(localMs)
    ? localMs
    : instantsOfLocal(localMs, zone).instant;
}

function twice(instant: number, second: number): LocalInstants {
  return {kind: 'twice', instant, second};
}

/** All changes of a year: samples a few days apart, then halving between two that differ. */
function readYear(zone: string, year: number): readonly Segment[] {
  const end = startOfCivilDay(year + 1);
  const segments: Segment[] = [];
  let from = startOfCivilDay(year);
  let offsetMs = askOffset(zone, from);
  while (from < end) {
    const to = Math.min(from + SAMPLE_DAYS * MS_PER_DAY, end);
    const next = askOffset(zone, to);
    if (next !== offsetMs) {
      segments.push({until: findChangeByAsking(zone, from, to, offsetMs), offsetMs});
      offsetMs = next;
    }
    from = to;
  }
  return [...segments, {until: Infinity, offsetMs}];
}

function findChangeByAsking(zone: string, from: number, to: number, offsetMs: number): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askOffset(zone, middle) === offsetMs) low = middle;
    else high = middle;
  }
  return high;
}

function findChange(zone: string, from: number, to: number): number {
  const offsetMs = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offsetMs) low = middle;
    else high = middle;
  }
  return high;
}

const formatterOf = boundedMemo(
  ZONES_KEPT,
  (zone: string) => new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'}),
);

/** The offset as `Intl` writes it: `1/24/2024, GMT+03:00`, `GMT` for none, seconds before 1972. */
function askOffset(zone: string, instant: number): number {
  const text = formatterOf(zone).format(instant);
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = found ?? [];
  const size =
    Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE + Number(seconds) * MS_PER_SECOND;
  return sign === '-' ? -size : size;
}
