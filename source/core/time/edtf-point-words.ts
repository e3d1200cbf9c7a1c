/** The words for a single EDTF date. */
import {monthName, ordinalWords, weekdayName, type WordStyle} from './calendar-names.js';
import {MS_PER_MINUTE, civilTime, daysInMonth} from './civil-calendar.js';
import {clockWords} from './clock-words.js';
import {localBounds, matchingNumbers, shiftMinutes, yearBounds} from './edtf-bounds.js';
import {
  doubtOf,
  doubtOfPoint,
  type Doubt,
  type EdtfComponent,
  type EdtfDate,
  type EdtfPoint,
  type EdtfTime,
} from './edtf-value.js';
import {isRoundNumber} from './number-words.js';
import {partOfYear} from './year-part.js';
import {writtenYearWords, yearWords} from './year-words.js';
import {offsetWords} from './zone-words.js';

/**
@returns what a date says without its doubts: "24 January 2024", "some day in April 1985". An
approximate 15th is "mid-" its month, which is what people mean by both, and an approximate time
"about 04:15".
*/
export function pointWords(point: EdtfPoint, style: WordStyle): string {
  if (point.significant !== undefined) return estimateWords(point, style);
  if (point.kind === 'long-year') return writtenYearWords(yearBounds(point).first, style);
  if (!point.month) return yearPatternWords(point, style);
  const part = partOfYear(point.month.digits);
  if (part) {
    const preposition = point.year.digits.includes('X') ? 'of ' : '';
    return part.words(preposition + wordsOfYear(point, style), followingYear(point, style), style);
  }
  const day =
    point.day && !point.month.digits.includes('X') ? wholeDayWords(point, style) : undefined;
  const date = day ?? monthAndDayWords(point, style);
  return point.time
    ? `${date}${style === 'long' ? ' at' : ','} ${timeWords(point.time, style)}`
    : date;
}

/**
@returns what is doubtful about a date: "approximate", "uncertain", "uncertain and approximate",
"day approximate, year uncertain", "time uncertain", or empty. That a time is approximate stands in
{@link pointWords}.
*/
export function doubtWords(point: EdtfPoint): string {
  if (point.kind === 'long-year')
    return wordsOfDoubt(joinDoubts([doubtOf(point.before), doubtOf(point.after)]));
  const parts: (readonly [string, EdtfComponent])[] = [['year', point.year]];
  if (point.month)
    parts.push([partOfYear(point.month.digits) ? 'part of year' : 'month', point.month]);
  if (point.day) parts.push(['day', point.day]);
  if (point.time) return doubtOf(point.time.after).isUncertain ? 'time uncertain' : '';
  const doubts = parts.map(([name, part], at) => ({
    name,
    // A mark to the right counts for everything to its left.
    words: wordsOfDoubt(
      joinDoubts([doubtOf(part.before), ...parts.slice(at).map(([, p]) => doubtOf(p.after))]),
    ),
  }));
  const [first] = doubts;
  if (doubts.every(({words}) => words === first?.words)) return first?.words ?? '';
  const kinds = [...new Set(doubts.map(({words}) => words))].filter((words) => words !== '');
  return kinds
    .map((kind) => {
      const names = doubts.filter(({words}) => words === kind).map(({name}) => name);
      return `${joinWords(names, 'and')} ${kind}`;
    })
    .join(', ');
}

/** @returns "a, b and c". */
export function joinWords(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** @returns true for an approximate 15th, which is how "mid-October" is written. */
export function isMidMonth(point: EdtfPoint): boolean {
  if (point.kind !== 'date' || point.day?.digits !== '15' || point.time) return false;
  return doubtOfPoint({...point, year: {digits: ''}, month: {digits: ''}}).isApproximate;
}

function joinDoubts(doubts: readonly Doubt[]): Doubt {
  return {
    isUncertain: doubts.some((doubt) => doubt.isUncertain),
    isApproximate: doubts.some((doubt) => doubt.isApproximate),
  };
}

function wordsOfDoubt({isUncertain, isApproximate}: Doubt): string {
  if (isUncertain) return isApproximate ? 'uncertain and approximate' : 'uncertain';
  return isApproximate ? 'approximate' : '';
}

function estimateWords(point: EdtfPoint, style: WordStyle): string {
  const {first, last} = yearBounds(point);
  if (first === last) return writtenYearWords(first, style);
  const {significant: _, ...written} = point;
  const estimate = writtenYearWords(yearBounds(written).first, style).replace('the year', 'AD');
  return `${someYearOf(first, last, style)}, estimated ${estimate}`;
}

/** "some year from 1900 to 1999"; millions of years with the round number at which the next ones begin. */
function someYearOf(first: bigint, last: bigint, style: WordStyle): string {
  const words = (year: bigint): string => yearInRange(year, style);
  const isRound = [first, last + 1n].every((year) => isRoundNumber(year < 0n ? 1n - year : year));
  if (isRound) return `some year between ${words(first)} and ${words(last + 1n)}`;
  return `some year from ${words(first)} to ${words(last)}`;
}

/** After "from" and "to" no year needs to be called one. */
function yearInRange(year: bigint, style: WordStyle): string {
  return yearWords(year, style).replace('the year', 'AD');
}

/** A century, a decade, or a year that may have unspecified digits. */
function yearPatternWords(date: EdtfDate, style: WordStyle): string {
  const {digits} = date.year;
  const {first, last} = yearBounds(date);
  if (first === last) return yearWords(first, style);
  if (digits.length === 3 && first > 0n) return `the ${first}s`;
  if (digits.length < 4)
    return `the years ${yearInRange(first, style)} to ${yearInRange(last, style)}`;
  return someYear(date, style);
}

function someYear(date: EdtfDate, style: WordStyle): string {
  const {digits} = date.year;
  const {first, last} = yearBounds(date);
  // The first ten years hold 1 BC.
  if (/^\d{3}X$/.test(digits) && first > 0n) return `some year in the ${first}s`;
  const range = someYearOf(first, last, style);
  if (/^\d*X*$/.test(digits)) return digits === 'XXXX' && !date.isNegative ? 'some year' : range;
  return `${range} (${date.isNegative ? '-' : ''}${digits})`;
}

function wordsOfYear(date: EdtfDate, style: WordStyle): string {
  if (date.year.digits.includes('X')) return someYear(date, style);
  return yearWords(yearBounds(date).first, style);
}

function followingYear(date: EdtfDate, style: WordStyle): string | undefined {
  if (date.year.digits.includes('X')) return undefined;
  return yearInRange(yearBounds(date).first + 1n, style);
}

/** A day with every digit given; lists show its weekday. */
function wholeDayWords(date: EdtfDate, style: WordStyle): string | undefined {
  const digits = date.day?.digits ?? '';
  if (digits.includes('X')) return undefined;
  const month = monthName(Number(date.month?.digits), style);
  const isYearKnown = !date.year.digits.includes('X');
  const year = isYearKnown ? wordsOfYear(date, style) : `of ${someYear(date, style)}`;
  if (isMidMonth(date)) return `mid-${month} ${year}`;
  const weekday = style === 'short' && isYearKnown ? `${weekdayOf(date)} ` : '';
  return `${weekday}${Number(digits)} ${month} ${year}`;
}

function weekdayOf({kind, isNegative, year, month, day}: EdtfDate): string {
  // Without the time: 24:00 is still on the day it ends.
  const whole: EdtfDate = {kind, isNegative, year, ...(month && {month}), ...(day && {day})};
  return weekdayName(civilTime(localBounds(whole)?.start ?? 0).weekday, 'short');
}

function monthAndDayWords(date: EdtfDate, style: WordStyle): string {
  const monthDigits = date.month?.digits ?? '';
  const isYearKnown = !date.year.digits.includes('X');
  const year = isYearKnown ? wordsOfYear(date, style) : `of ${someYear(date, style)}`;
  const month =
    monthDigits === 'XX'
      ? 'some month'
      : oneOf(
          matchingNumbers(monthDigits, 1, 12),
          (number) => monthName(number, style),
          'some month from',
        );
  const isOf = isYearKnown && (monthDigits === 'XX' || year.endsWith('BC'));
  const monthAndYear = `${month}${isOf ? ' of' : ''} ${year}`;
  if (!date.day) return monthAndYear;
  if (date.day.digits === 'XX')
    return `some day in ${monthDigits === 'XX' ? wordsOfYear(date, style) : monthAndYear}`;
  const days = matchingNumbers(date.day.digits, 1, longestMonth(date));
  if (!monthDigits.includes('X')) return `${oneOf(days, String, 'some day from')} ${monthAndYear}`;
  return `${oneOf(days, ordinalWords, 'a day from the', 'the ')} of ${monthAndYear}`;
}

/** Days of the longest month that a date can mean. */
function longestMonth({year, month}: EdtfDate): number {
  const months = matchingNumbers(month?.digits ?? '', 1, 12);
  const years = year.digits.includes('X') ? [2000] : [Number(year.digits)];
  return Math.max(...years.flatMap((known) => months.map((number) => daysInMonth(known, number))));
}

/** "1, 11 or 21"; a long unbroken row is told by its ends, "some day from 20 to 28". */
function oneOf(
  numbers: readonly number[],
  nameOf: (number: number) => string,
  lead: string,
  listLead = '',
): string {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const isRow = numbers.length > 3 && last - first === numbers.length - 1;
  if (isRow) return `${lead} ${nameOf(first)} to ${nameOf(last)}`;
  return listLead + joinWords(numbers.map(nameOf), 'or');
}

function timeWords(time: EdtfTime, style: WordStyle): string {
  const {hour, minute, second, fraction, shift, after} = time;
  // EDTF has no time without seconds: in a list 12:00:00 is the 12:00 that somebody gave, and nobody
  // gives a time about a second.
  const about = doubtOf(after).isApproximate ? 'about ' : '';
  const isWhole = style === 'short' || about !== '';
  const isGiven = second !== undefined && (!isWhole || second > 0 || Number(fraction) > 0);
  const parts = fraction === '' || !isGiven ? '' : `.${fraction}`;
  const clock = about + clockWords({hour, minute, second: second ?? 0}, isGiven) + parts;
  if (shift === '') return style === 'long' ? `${clock} local time` : clock;
  return `${clock} ${offsetWords((shiftMinutes(time) ?? 0) * MS_PER_MINUTE)}`;
}
