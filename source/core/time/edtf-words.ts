/** What an EDTF date says, in words. */
import {printPoint} from './edtf-print.js';
import {doubtWords, joinWords, isMidMonth, pointWords} from './edtf-point-words.js';
import type {Edtf, EdtfEnd, EdtfInterval, EdtfPoint, EdtfRange, EdtfSet} from './edtf-value.js';

/** Members of a set that are named; the rest are counted. */
const NAMED_MEMBERS = 6;

/**
@returns the words a person would say: "mid-October 2023, approximate (about the 15th)", "between 1984
and 2004, both uncertain", "one of 1667, 1668 or 1670 to 1672". English; years before 1 as BC.
*/
export function describeEdtf(value: Edtf): string {
  const {expression} = value;
  if (expression.kind === 'interval') return intervalText(expression);
  if (expression.kind === 'set') return setText(expression);
  const doubt = doubtWords(expression);
  const about = isMidMonth(expression) ? ' (about the 15th)' : '';
  return `${pointWords(expression, 'long')}${doubt && `, ${doubt}`}${about}`;
}

/**
@param wordsOf - words for one date, those of {@link shortPoint} unless told otherwise.
@returns the same for a list: "Wed 24 Jan 2024", "~12 Oct 2023", "mid-Oct 2023 to 24 Jan 2024",
"Mon 20 Nov 2023 or Tue 21 Nov 2023", "1984?"; `~` for approximate, `?` for uncertain.
*/
export function describeEdtfShortly(
  value: Edtf,
  wordsOf: (point: EdtfPoint) => string = shortPoint,
): string {
  const {expression} = value;
  if (expression.kind === 'interval') return intervalText(expression, wordsOf);
  return expression.kind === 'set' ? setText(expression, wordsOf) : wordsOf(expression);
}

/** @returns one date for a list: "~Thu 12 Oct 2023", "mid-Oct 2023", "1984?". */
export function shortPoint(point: EdtfPoint): string {
  const doubt = doubtWords(point);
  const about = doubt.includes('approximate') && !isMidMonth(point) ? '~' : '';
  return `${about}${pointWords(point, 'short')}${doubt.includes('uncertain') ? '?' : ''}`;
}

/** In a list with the words it is given for a date; else at length. */
function intervalText({start, end}: EdtfInterval, wordsOf?: (point: EdtfPoint) => string): string {
  const isStartDated = isDated(start);
  const isEndDated = isDated(end);
  if (!isStartDated && !isEndDated) return undatedText(start, end);
  if (isStartDated && isEndDated) {
    if (printPoint(start) === printPoint(end) && !printPoint(start).includes('X'))
      return `within ${wordsOf ? wordsOf(start) : `${pointWords(start, 'long')}${doubtsOfEnds(start, end)}`}`;
    if (wordsOf) return `${wordsOf(start)} to ${wordsOf(end)}`;
    return `between ${pointWords(start, 'long')} and ${pointWords(end, 'long')}${doubtsOfEnds(start, end)}`;
  }
  const words = wordsOf ?? ((point: EdtfPoint): string => pointWords(point, 'long'));
  const note = (point: EdtfPoint): string =>
    wordsOf || doubtWords(point) === '' ? '' : `, ${doubtWords(point)}`;
  if (isStartDated) {
    const open = end.kind === 'open' ? 'end open' : 'end unknown';
    return `from ${words(start)}${note(start)}, ${open}`;
  }
  if (!isEndDated) return '';
  const open = start.kind === 'open' ? 'start open' : 'start unknown';
  return `until ${words(end)}${note(end)}, ${open}`;
}

function isDated(end: EdtfEnd): end is EdtfPoint {
  return end.kind === 'date' || end.kind === 'long-year';
}

function undatedText(start: EdtfEnd, end: EdtfEnd): string {
  if (start.kind === end.kind) return `start and end ${start.kind}`;
  return `start ${start.kind}, end ${end.kind}`;
}

function doubtsOfEnds(start: EdtfPoint, end: EdtfPoint): string {
  const first = doubtWords(start);
  const last = doubtWords(end);
  if (first === last)
    return /^(?:|uncertain.*|approximate)$/.test(first)
      ? first && `, both ${first}`
      : `, at both ends ${first}`;
  return `${first && `, the start ${first}`}${last && `, the end ${last}`}`;
}

/** In a list with the words it is given for a date; else at length. */
function setText({isAll, members}: EdtfSet, wordsOf?: (point: EdtfPoint) => string): string {
  const words = wordsOf ?? markedText;
  const [only] = members;
  if (only && members.length === 1) return singleText(only, isAll, words);
  const named = members.slice(0, NAMED_MEMBERS).map((member) => memberText(member, isAll, words));
  const rest = members.length - named.length;
  const all = rest > 0 ? [...named, `${rest} more`] : named;
  const joined = joinWords(all, isAll ? 'and' : 'or');
  return wordsOf ? joined : `${isAll ? 'all of' : 'one of'} ${joined}`;
}

function singleText(
  member: EdtfPoint | EdtfRange,
  isAll: boolean,
  wordsOf: (point: EdtfPoint) => string,
): string {
  const words = memberText(member, isAll, wordsOf);
  if (member.kind !== 'range' || !member.from || !member.to) return words;
  return isAll ? `all of ${words}` : `some time from ${words}`;
}

function memberText(
  member: EdtfPoint | EdtfRange,
  isAll: boolean,
  wordsOf: (point: EdtfPoint) => string,
): string {
  if (member.kind !== 'range') return wordsOf(member);
  const {from, to} = member;
  if (from && to) return `${wordsOf(from)} to ${wordsOf(to)}`;
  const side = from ? 'later' : 'earlier';
  const end = from ?? to;
  const date = end ? wordsOf(end) : '';
  return isAll ? `${date} and all ${side}` : `${date} or ${side}`;
}

function markedText(point: EdtfPoint): string {
  const doubt = doubtWords(point);
  return `${pointWords(point, 'long')}${doubt && ` (${doubt})`}`;
}
