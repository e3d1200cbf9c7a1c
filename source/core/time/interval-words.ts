/** The time between two events, as uncertain as their dates are. */
import type {EndQuality, Instant, ResolvedWhen} from '../events/event-store.js';
import {lengthInColumns, lengthInWords, type Lengths} from './length-in-words.js';

/** Columns at the edge of a list, for most and for a span that ended before. */
const MOST_COLUMNS = 12;
const MOST_COLUMNS_ENDED = 18;

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
      return `${verb}${lengthInWords(relation.lengths)} ${relation.kind}`;
    case 'either':
      return `${verb}${eitherWords(relation.before, relation.after)}`;
    case 'during':
      return 'during';
    case 'around':
      return relation.before === undefined
        ? `began at an unknown time before and held during`
        : `began ${lengthInWords(relation.before)} before and held during`;
    case 'unknown':
      return 'at an unknown time from';
  }
}

/**
@returns the same for the edge of a list, in 12 columns or little more: "9-12 h after", "~101d before",
"<6 h before" (up to 6 hours), "within 24 h" (before or after), "during", "ended 6 h before". A span
that began before the mark and held during it is "since 3 mo", "since before" when nobody knows for
how long. What does not fit is told in a larger unit; only lengths of a thousand years and more, and
spans that ended before (18 columns), are wider.
*/
export function shortInterval(mark: ResolvedWhen, other: ResolvedWhen): string {
  const relation = relate(mark, other);
  switch (relation.kind) {
    case 'after':
      return lengthInColumns(relation.lengths, '', ' after', MOST_COLUMNS);
    case 'before':
      return relation.verb === 'ended'
        ? lengthInColumns(relation.lengths, 'ended ', ' before', MOST_COLUMNS_ENDED)
        : lengthInColumns(relation.lengths, '', ' before', MOST_COLUMNS);
    case 'either':
      return withinWords(longer(relation.before, relation.after));
    case 'during':
      return 'during';
    case 'around':
      return relation.before === undefined
        ? 'since before'
        : lengthInColumns(relation.before, 'since ', '', MOST_COLUMNS);
    case 'unknown':
      return 'unknown';
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
  if (before.most === after.most) return `${lengthInWords(before)} before or after`;
  return `${lengthInWords(before)} before or ${lengthInWords(after)} after`;
}

/** What is within a length is less than it: no sign is needed. */
function withinWords(either: Lengths): string {
  const words = lengthInColumns({...either, least: 0}, '', '', MOST_COLUMNS - 6);
  return `within ${words.replace('<', '')}`;
}

function longer(a: Lengths, b: Lengths): Lengths {
  return a.most >= b.most ? a : b;
}
