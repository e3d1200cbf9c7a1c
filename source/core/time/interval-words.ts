/** The time between two events, as uncertain as their dates are. */
import type {EndQuality, Instant, ResolvedWhen} from '../events/event-store.js';
import {MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE} from './civil-calendar.js';
import {groupDigits} from './year-words.js';

type Unit = {
  readonly name: string;
  readonly short: string;
  readonly ms: number;
  /** The least length for which the unit is used. */
  readonly fromMs: number;
};

/** Days from the mean Gregorian year of 365.2425 days. */
const MS_PER_MONTH = 30.436_875 * MS_PER_DAY;
const MS_PER_YEAR = 365.2425 * MS_PER_DAY;

/** Longest first. A unit is used from two or three of it on, so that little is lost by rounding. */
const UNITS: readonly Unit[] = [
  {name: 'year', short: 'y', ms: MS_PER_YEAR, fromMs: 3 * MS_PER_YEAR},
  {name: 'month', short: 'mo', ms: MS_PER_MONTH, fromMs: 6 * MS_PER_MONTH},
  {name: 'day', short: 'd', ms: MS_PER_DAY, fromMs: 3 * MS_PER_DAY},
  {name: 'hour', short: 'h', ms: MS_PER_HOUR, fromMs: 2 * MS_PER_HOUR},
  {name: 'minute', short: 'min', ms: MS_PER_MINUTE, fromMs: 2 * MS_PER_MINUTE},
  {name: 'second', short: 's', ms: 1000, fromMs: 0},
];

/** A span of possible lengths in milliseconds; `least` is 0 or more. */
type Lengths = {readonly least: number; readonly most: number; readonly isRough: boolean};

/**
@param mark - the moment from which times are measured.
@param other - the event whose time is told.
@returns words that stand before the title of the mark: "9 to 12 hours after", "up to 24 hours before
or after", "began about 101 days before and held during". A span is measured from its beginning, or
from its end when it ended before. Approximate and uncertain dates give "about".
*/
export function intervalWords(mark: ResolvedWhen, other: ResolvedWhen): string {
  const relation = relate(mark, other);
  const verb = relation.verb === '' ? '' : `${relation.verb} `;
  switch (relation.kind) {
    case 'after':
    case 'before':
      return `${verb}${lengthWords(relation.lengths, false)} ${relation.kind}`;
    case 'either':
      return `${verb}${eitherWords(relation.before, relation.after)}`;
    case 'during':
      return 'during';
    case 'around':
      return relation.before === undefined
        ? `began at an unknown time before and held during`
        : `began ${lengthWords(relation.before, false)} before and held during`;
    case 'unknown':
      return 'at an unknown time from';
  }
}

/**
@returns the same for the edge of a list: "+9..12h", "-101d", "+-24h", "during", "from -14d" for a
span that began before the mark and held during it; the sign is that of the other event's time less
the mark's.
*/
export function shortInterval(mark: ResolvedWhen, other: ResolvedWhen): string {
  const relation = relate(mark, other);
  switch (relation.kind) {
    case 'after':
      return `+${lengthWords(relation.lengths, true)}`;
    case 'before':
      return `-${lengthWords(relation.lengths, true)}`;
    case 'either':
      return `+-${lengthWords(longer(relation.before, relation.after), true).replace('<', '')}`;
    case 'during':
      return 'during';
    case 'around':
      return relation.before === undefined
        ? 'around'
        : `from -${lengthWords(relation.before, true)}`;
    case 'unknown':
      return '?';
  }
}

type Relation =
  | {readonly kind: 'after' | 'before'; readonly verb: string; readonly lengths: Lengths}
  | {
      readonly kind: 'either';
      readonly verb: string;
      readonly before: Lengths;
      readonly after: Lengths;
    }
  | {readonly kind: 'during' | 'unknown'; readonly verb: string}
  | {readonly kind: 'around'; readonly verb: string; readonly before: Lengths | undefined};

function relate(mark: ResolvedWhen, other: ResolvedWhen): Relation {
  if (other.start >= mark.end) {
    const verb = other.isSpan ? 'began' : '';
    return {kind: 'after', verb, lengths: between(mark, other)};
  }
  if (other.end <= mark.start) {
    const verb = other.isSpan ? 'ended' : '';
    return {kind: 'before', verb, lengths: between(other, mark)};
  }
  if (other.isSpan) {
    if (other.start >= mark.start && other.end <= mark.end && mark.isSpan)
      return {kind: 'during', verb: ''};
    if (other.start > mark.start) return {kind: 'during', verb: ''};
    if (!Number.isFinite(other.start) || !Number.isFinite(mark.end))
      return {kind: 'around', verb: '', before: undefined};
    return {
      kind: 'around',
      verb: '',
      before: lengths(
        mark.start - other.start,
        beginOf(mark) - other.start,
        other.startQuality,
        mark.startQuality,
      ),
    };
  }
  if (mark.isSpan && other.start >= mark.start && other.end <= mark.end)
    return {kind: 'during', verb: ''};
  const before = lengths(0, mark.end - other.start, other.startQuality, mark.startQuality);
  const after = lengths(0, other.end - mark.start, mark.startQuality, other.startQuality);
  if (!Number.isFinite(before.most) || !Number.isFinite(after.most))
    return {kind: 'unknown', verb: ''};
  return {kind: 'either', verb: '', before, after};
}

/** The latest instant at which something may have begun: a span begins at its start. */
function beginOf({start, end, isSpan}: ResolvedWhen): Instant {
  return isSpan ? start : end;
}

/** From one to a later one: a span counts from its end or to its beginning. */
function between(early: ResolvedWhen, late: ResolvedWhen): Lengths {
  const earliestLeave = early.isSpan ? early.end : early.start;
  const latestReach = late.isSpan ? late.start : late.end;
  return lengths(
    late.start - early.end,
    latestReach - earliestLeave,
    early.endQuality,
    late.startQuality,
  );
}

function lengths(least: number, most: number, early: EndQuality, late: EndQuality): Lengths {
  const isRough = isDoubtful(early) || isDoubtful(late);
  return {least: Math.max(0, least), most: Math.max(0, most), isRough};
}

function isDoubtful(quality: EndQuality): boolean {
  return quality.startsWith('approximate') || quality === 'uncertain';
}

function eitherWords(before: Lengths, after: Lengths): string {
  if (before.most === after.most) return `${lengthWords(before, false)} before or after`;
  return `${lengthWords(before, false)} before or ${lengthWords(after, false)} after`;
}

function longer(a: Lengths, b: Lengths): Lengths {
  return a.most >= b.most ? a : b;
}

function lengthWords({least, most, isRough}: Lengths, isShort: boolean): string {
  const about = isRough ? (isShort ? '~' : 'about ') : '';
  if (!Number.isFinite(most)) {
    if (!Number.isFinite(least)) return isShort ? '?' : 'an unknown time';
    return least === 0
      ? isShort
        ? '?'
        : 'some time'
      : `${about}${isShort ? '>' : 'at least '}${single(least, isShort)}`;
  }
  const unit = unitOf(most);
  const low = Math.floor(roundOff(least / unit.ms));
  const high = Math.ceil(roundOff(most / unit.ms));
  if (most - least <= unit.ms / 20) return `${about}${single((least + most) / 2, isShort)}`;
  if (low === 0) return `${about}${isShort ? '<' : 'up to '}${counted(high, unit, isShort)}`;
  if (low === high || (isShort && digitsOf(low, true) === digitsOf(high, true)))
    return `${about}${counted(high, unit, isShort)}`;
  return isShort
    ? `${about}${digitsOf(low, true)}..${counted(high, unit, true)}`
    : `${about}${digitsOf(low, false)} to ${counted(high, unit, false)}`;
}

/** One length in its unit and the next smaller one: "9 hours 20 minutes". */
function single(lengthMs: number, isShort: boolean): string {
  const unit = unitOf(lengthMs);
  if (unit.name === 'month' || (unit.name === 'year' && lengthMs < 20 * MS_PER_YEAR))
    return yearsAndMonths(lengthMs, isShort);
  const smaller = UNITS[UNITS.indexOf(unit) + 1];
  if (!smaller || unit.name === 'year' || isShort)
    return counted(Math.round(lengthMs / unit.ms), unit, isShort);
  const inSmaller = Math.round(lengthMs / smaller.ms);
  const perUnit = Math.round(unit.ms / smaller.ms);
  const rest = inSmaller % perUnit;
  const whole = counted(Math.floor(inSmaller / perUnit), unit, false);
  return rest === 0 ? whole : `${whole} ${counted(rest, smaller, false)}`;
}

/** Years and months of mean length: the ends are not known to the day, or do not matter to it. */
function yearsAndMonths(lengthMs: number, isShort: boolean): string {
  const allMonths = Math.round(lengthMs / MS_PER_MONTH);
  const years = Math.floor(allMonths / 12);
  const [year, month] = UNITS;
  const parts = [
    years > 0 && year ? counted(years, year, isShort) : '',
    allMonths % 12 > 0 && month ? counted(allMonths % 12, month, isShort) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function unitOf(lengthMs: number): Unit {
  const found = UNITS.find(({fromMs}) => lengthMs >= fromMs);
  return found ?? {name: 'second', short: 's', ms: 1000, fromMs: 0};
}

/** Years and months are not all of one length: a hair off a whole number is that number. */
function roundOff(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 0.01 ? whole : value;
}

function counted(count: number, {name, short}: Unit, isShort: boolean): string {
  const digits = digitsOf(count, isShort);
  return isShort ? `${digits}${short}` : `${digits} ${name}${count === 1 ? '' : 's'}`;
}

function digitsOf(count: number, isShort: boolean): string {
  if (count < 10_000) return String(count);
  return isShort ? scaled(count) : groupDigits(BigInt(count));
}

/** Three digits and k, M or G: "170M". */
function scaled(count: number): string {
  const power = Math.min(3, Math.floor(Math.log10(count) / 3));
  const letter = ['', 'k', 'M', 'G'][power] ?? '';
  return `${Number((count / 1000 ** power).toPrecision(3))}${letter}`;
}
