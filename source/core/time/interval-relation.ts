import type {EndQuality, EventRow, Instant, ResolvedWhen} from '../events/event-store.js';
import type {Lengths} from './length-in-words.js';
import {readEdtf} from './read-edtf.js';
import {resolveEnds} from './resolve-when.js';

/** What is needed of an event to tell how long before or after another it was. */
export type Timed = Pick<EventRow, 'edtf' | 'timezone' | 'when'>;

/** When something began and ended: each at some instant of `[least, most)`. */
type Reach = ResolvedWhen & {readonly begin: Bounds; readonly finish: Bounds};
type Bounds = {readonly least: Instant; readonly most: Instant};

/** How one event stands to another, as far as their dates tell. */
export type Relation =
  | {
      readonly kind: 'after' | 'before';
      readonly verb: '' | 'began' | 'ended';
      readonly lengths: Lengths;
      /** Measured from the start of the mark, whose end is not known. */
      readonly isFromStart?: true;
    }
  | {
      /** On either side of a moment, or before, during or after a span. */
      readonly kind: 'either';
      readonly verb: '' | 'began';
      readonly before: Lengths | undefined;
      readonly after: Lengths | undefined;
      readonly isDuring: boolean;
    }
  | {
      /** Began before, nobody knows for how long when `before` is missing; `rest` is what is known of the rest. */
      readonly kind: 'around';
      readonly before: Lengths | undefined;
      readonly rest: string | undefined;
    }
  | {readonly kind: 'said'; readonly words: string; readonly short: string};

const DURING: Relation = {kind: 'said', words: 'during', short: 'during'};
const BEGAN_DURING: Relation = {kind: 'said', words: 'began during', short: 'began during'};
const ENDED_DURING: Relation = {kind: 'said', words: 'ended during', short: 'ended during'};
const UNKNOWN: Relation = {kind: 'said', words: 'at an unknown time from', short: 'unknown'};

/** A point is somewhere in its range; a span begins and ends somewhere in the ranges of its two dates. */
function reachOf({edtf, timezone, when}: Timed): Reach {
  const {start, end, isSpan, startQuality, endQuality} = when;
  if (!isSpan) {
    const own = {least: start, most: end};
    // A point is as doubtful as either end of its range: lengths reach to both.
    const doubt = [startQuality, endQuality].find(isDoubtful) ?? 'certain';
    const asDoubtful = (quality: EndQuality): EndQuality =>
      quality === 'certain' ? doubt : quality;
    return {
      ...when,
      startQuality: asDoubtful(startQuality),
      endQuality: asDoubtful(endQuality),
      begin: own,
      finish: own,
    };
  }
  const value = readEdtf(edtf);
  const ends = value && resolveEnds(value, timezone);
  return {
    ...when,
    begin: {least: start, most: Math.min(end, ends?.start?.latest ?? start)},
    finish: {least: Math.max(start, ends?.end?.earliest ?? end), most: end},
  };
}

/**
@param mark - the moment from which times are measured.
@param other - the event whose time is told.
@returns how the other stands to the mark. Each end counts as exactly as it is known: what began on a day
may have begun at any hour of it. Where an end is unknown, nothing is said that it would have to be known
for; what is stated as within the days of the mark is during it.
*/
export function relate(mark: Timed, other: Timed): Relation {
  return relateReaches(reachOf(mark), reachOf(other));
}

function relateReaches(mark: Reach, other: Reach): Relation {
  if (other.start >= mark.end) {
    if (isBound(mark, mark.endQuality) || isBound(other, other.startQuality))
      return outside(other.isSpan ? 'began after' : 'after');
    const lengths = between(mark.finish, other.begin, mark.endQuality, other.startQuality);
    return {kind: 'after', verb: other.isSpan ? 'began' : '', lengths};
  }
  if (other.end <= mark.start) {
    if (isBound(other, other.endQuality) || isBound(mark, mark.startQuality))
      return outside(other.isSpan ? 'ended before' : 'before');
    const lengths = between(other.finish, mark.begin, other.endQuality, mark.startQuality);
    return {kind: 'before', verb: other.isSpan ? 'ended' : '', lengths};
  }
  if (isUnknown(mark.start, mark.startQuality)) return UNKNOWN;
  if (!mark.isSpan) return other.isSpan ? spanAtPoint(mark, other) : beginsAround(mark, other, '');
  return other.isSpan ? spanAtSpan(mark, other) : pointAtSpan(mark, other);
}

/** Before or after, and nobody knows by how much. */
function outside(words: string): Relation {
  return {kind: 'said', words, short: words};
}

/** Begins before or after the beginning of the mark: which of the two is not known. */
function beginsAround(mark: Reach, other: Reach, verb: '' | 'began'): Relation {
  const before = reach(other.begin, mark.begin, other.startQuality, mark.startQuality);
  const after = reach(mark.begin, other.begin, mark.startQuality, other.startQuality);
  if (!Number.isFinite(before.most) || !Number.isFinite(after.most)) return UNKNOWN;
  return {kind: 'either', verb, before, after, isDuring: false};
}

/** A moment that touches a span: in it, or perhaps before or after. */
function pointAtSpan(mark: Reach, other: Reach): Relation {
  const isEarly = other.start < mark.start;
  if (isUnknown(mark.end, mark.endQuality)) {
    return isEarly ? beginsAround(mark, other, '') : fromStart(mark, other);
  }
  const before = isEarly
    ? reach(other.begin, mark.begin, other.startQuality, mark.startQuality)
    : undefined;
  const after =
    other.end > mark.end
      ? reach(mark.finish, other.begin, mark.endQuality, other.startQuality)
      : undefined;
  if (!before && !after) return DURING;
  const isKnown = [before, after].every((lengths) => Number.isFinite(lengths?.most ?? 0));
  return isKnown ? {kind: 'either', verb: '', before, after, isDuring: true} : UNKNOWN;
}

/** A span that touches the range of a moment. */
function spanAtPoint(mark: Reach, other: Reach): Relation {
  if (!Number.isFinite(mark.end)) return UNKNOWN;
  if (isUnknown(other.start, other.startQuality)) return endsAfter(mark, other) ?? UNKNOWN;
  if (other.begin.most > mark.begin.least) return beginsAround(mark, other, 'began');
  return around(mark, other);
}

function spanAtSpan(mark: Reach, other: Reach): Relation {
  const isMarkEndUnknown = isUnknown(mark.end, mark.endQuality);
  const isWithinEnd = other.end <= mark.end;
  if (isUnknown(other.start, other.startQuality)) {
    if (isMarkEndUnknown || !Number.isFinite(other.end)) return UNKNOWN;
    return isWithinEnd ? ENDED_DURING : (endsAfter(mark, other) ?? UNKNOWN);
  }
  if (other.start >= mark.start) {
    if (isMarkEndUnknown) return fromStart(mark, other);
    return isWithinEnd ? DURING : BEGAN_DURING;
  }
  if (other.begin.most > mark.begin.least) return beginsAround(mark, other, 'began');
  return around(mark, other);
}

function around(mark: Reach, other: Reach): Relation {
  const before = between(other.begin, mark.begin, other.startQuality, mark.startQuality);
  const isKnown = Number.isFinite(before.most);
  return {kind: 'around', before: isKnown ? before : undefined, rest: restOf(mark, other)};
}

/** What became of something that began before the mark; undefined when its end is unknown, or that of the mark. */
function restOf(mark: Reach, other: Reach): string | undefined {
  if (isUnknown(other.end, other.endQuality)) return undefined;
  const end = mark.isSpan ? Math.max(mark.begin.most, mark.finish.least) : mark.end;
  if (other.finish.least >= end) return 'held during';
  if (isUnknown(mark.end, mark.endQuality)) return undefined;
  const isWithin = other.finish.least >= mark.begin.most && other.end <= mark.finish.least;
  return mark.isSpan && isWithin ? 'ended during' : 'held until about';
}

function fromStart(mark: Reach, other: Reach): Relation {
  if (other.begin.least < mark.begin.most)
    return beginsAround(mark, other, other.isSpan ? 'began' : '');
  const lengths = between(mark.begin, other.begin, mark.startQuality, other.startQuality);
  if (!Number.isFinite(lengths.most)) return UNKNOWN;
  return {kind: 'after', verb: other.isSpan ? 'began' : '', lengths, isFromStart: true};
}

/** Of a span whose start is unknown, all that is known is when it ended. */
function endsAfter(mark: Reach, other: Reach): Relation | undefined {
  if (!Number.isFinite(other.end) || other.finish.least < mark.finish.most) return undefined;
  const lengths = between(mark.finish, other.finish, mark.endQuality, other.endQuality);
  return {kind: 'after', verb: 'ended', lengths};
}

/** An end that no source tells, without a sign that it is approximate: an editor's bound of a span. */
function isBound({isSpan, isInferred}: ResolvedWhen, quality: EndQuality): boolean {
  return isSpan && isInferred && quality === 'certain';
}

function isUnknown(end: Instant, quality: EndQuality): boolean {
  return !Number.isFinite(end) && quality === 'unknown';
}

/** From one to what comes later for sure. */
function between(early: Bounds, late: Bounds, before: EndQuality, after: EndQuality): Lengths {
  const lengths = reach(early, late, before, after);
  return {...lengths, least: Math.max(0, late.least - early.most)};
}

/** From one to another that may come sooner, as far as it can be. */
function reach(early: Bounds, late: Bounds, before: EndQuality, after: EndQuality): Lengths {
  const isRough = isDoubtful(before) || isDoubtful(after);
  return {least: 0, most: Math.max(0, late.most - early.least), isRough};
}

function isDoubtful(quality: EndQuality): boolean {
  return quality.startsWith('approximate') || quality === 'uncertain';
}
