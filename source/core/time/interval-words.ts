/** The time between two events, as uncertain as their dates are. */
import {relate, type Relation, type Timed} from './interval-relation.js';
import {lengthInColumns, lengthInWords, type Lengths} from './length-in-words.js';

/** Columns at the edge of a list, for most and for a span that ended before or after. */
const MOST_COLUMNS = 14;
const MOST_COLUMNS_ENDED = 18;

/**
@param mark - the moment from which times are measured.
@param other - the event whose time is told.
@returns words that stand before the title of the mark: "9 to 12 hours after", "up to 24 hours before
or after", "began about 100 to 102 days before and held during". A span is measured from its beginning,
or from its end when it ended before. Approximate and uncertain dates give "about". The end of a span that
an editor inferred is only a bound: "ended before", with no length.
*/
export function intervalWords(mark: Timed, other: Timed): string {
  const relation = relate(mark, other);
  switch (relation.kind) {
    case 'after':
    case 'before':
      return withVerb(
        relation.verb,
        `${lengthInWords(relation.lengths)} ${relation.kind}${relation.isFromStart ? ' the start of' : ''}`,
      );
    case 'either':
      return withVerb(relation.verb, eitherWords(relation));
    case 'around': {
      const began =
        relation.before === undefined
          ? 'began at an unknown time before'
          : `began ${lengthInWords(relation.before)} before`;
      return relation.rest === undefined ? began : `${began} and ${relation.rest}`;
    }
    case 'said':
      return relation.words;
  }
}

/**
@returns the same for the edge of a list, in 14 columns or little more: "9-12 h after", "~101d before",
"<6 h before" (up to 6 hours), "within 24 h" (before or after), "during", "began during", "ended 6 h
before". A span that began before the mark and held during it is "since 3 mo", "since before" when nobody
knows for how long. What does not fit is told in a larger unit; only lengths of a thousand years and more,
and spans that are told by their end (18 columns), are wider.
*/
export function shortInterval(mark: Timed, other: Timed): string {
  const relation = relate(mark, other);
  switch (relation.kind) {
    case 'after':
    case 'before':
      return relation.verb === 'ended'
        ? lengthInColumns(relation.lengths, 'ended ', ` ${relation.kind}`, MOST_COLUMNS_ENDED)
        : lengthInColumns(relation.lengths, '', ` ${relation.kind}`, MOST_COLUMNS);
    case 'either':
      return withinWords(longer(relation.before, relation.after));
    case 'around':
      if (relation.before === undefined) return 'since before';
      return relation.rest === undefined
        ? lengthInColumns(relation.before, '', ' before', MOST_COLUMNS)
        : lengthInColumns(relation.before, 'since ', '', MOST_COLUMNS);
    case 'said':
      return relation.short;
  }
}

function withVerb(verb: string, words: string): string {
  return verb === '' ? words : `${verb} ${words}`;
}

function eitherWords({
  before,
  after,
  isDuring,
}: Extract<Relation, {readonly kind: 'either'}>): string {
  const early = before && `${lengthInWords(before)} before`;
  const late = after && `${lengthInWords(after)} after`;
  if (isDuring) {
    if (early !== undefined && late !== undefined) return `${early}, during, or ${late}`;
    return early === undefined ? `during or ${late}` : `${early} or during`;
  }
  if (before && before.most === after?.most) return `${early} or after`;
  return `${early} or ${late}`;
}

/** What is within a length is less than it: no sign is needed. */
function withinWords(either: Lengths): string {
  const words = lengthInColumns({...either, least: 0}, '', '', MOST_COLUMNS - 6);
  return `within ${words.replace('<', '')}`;
}

function longer(a: Lengths | undefined, b: Lengths | undefined): Lengths {
  if (a && b) return a.most >= b.most ? a : b;
  return a ?? b ?? {least: 0, most: 0, isRough: false};
}
