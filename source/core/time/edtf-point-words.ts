/** The words for a single EDTF date. */
import {monthName, ordinalWords, weekdayName, type WordStyle} from './calendar-names.js';
import {civilTime, daysInMonth} from './civil-calendar.js';
import {clockWords} from './clock-words.js';
import {localBounds, matchingNumbers, yearBounds} from './edtf-bounds.js';
import {
  doubtOf,
  doubtOfPoint,
  type Doubt,
  type EdtfComponent,
  type EdtfDate,
  type EdtfPoint,
  type EdtfTime,
} from './edtf-value.js';
import {partOfYear} from './year-part.js';
import {yearWords} from './year-words.js';

/**
@returns what a date says without its doubts: "24 January 2024", "some day in April 1985". An
approximate 15th is "mid-" its month, which is what people mean by both.
*/
export function pointWords(point: EdtfPoint, style: WordStyle): string {
  if (point.significant !== undefined) return estimateWords(point);
  if (point.kind === 'long-year') return yearWords(yearBounds(point).first);
  if (!point.month) return yearPatternWords(point);
  const part = partOfYear(point.month.digits);
  if (part) {
    const preposition = point.year.digits.includes('X') ? 'of ' : '';
    return part.words(preposition + wordsOfYear(point), followingYear(point), style);
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
"day approximate, year uncertain", or empty.
*/
export function doubtWords(point: EdtfPoint): string {
  if (point.kind === 'long-year')
    return wordsOfDoubt(joinDoubts([doubtOf(point.before), doubtOf(point.after)]));
  const parts: (readonly [string, EdtfComponent])[] = [['year', point.year]];
  if (point.month)
    parts.push([partOfYear(point.month.digits) ? 'part of year' : 'month', point.month]);
  if (point.day) parts.push(['day', point.day]);
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

function estimateWords(point: EdtfPoint): string {
  const {first, last} = yearBounds(point);
  if (first === last) return yearWords(first);
  const exact = yearBounds(
    point.kind === 'date' ? {...point, significant: 4} : {...point, significant: 300},
  ).first;
  return `some year from ${plainYear(first)} to ${plainYear(last)}, estimated ${plainYear(exact)}`;
}

function plainYear(year: bigint): string {
  return yearWords(year).replace('the year ', '');
}

/** A century, a decade, or a year that may have unspecified digits. */
function yearPatternWords(date: EdtfDate): string {
  const {digits} = date.year;
  const {first, last} = yearBounds(date);
  if (first === last) return first > 0n && first < 1000n ? `AD ${first}` : yearWords(first);
  if (digits.length === 3 && !date.isNegative) return `the ${first}s`;
  if (digits.length < 4) return `the years ${plainYear(first)} to ${plainYear(last)}`;
  return someYear(date);
}

function someYear(date: EdtfDate): string {
  const {digits} = date.year;
  const {first, last} = yearBounds(date);
  if (/^\d{3}X$/.test(digits) && !date.isNegative) return `some year in the ${first}s`;
  const range = `some year from ${plainYear(first)} to ${plainYear(last)}`;
  if (/^\d*X*$/.test(digits)) return digits === 'XXXX' && !date.isNegative ? 'some year' : range;
  return `${range} (${date.isNegative ? '-' : ''}${digits})`;
}

function wordsOfYear(date: EdtfDate): string {
  return date.year.digits.includes('X') ? someYear(date) : yearWords(yearBounds(date).first);
}

function followingYear(date: EdtfDate): string | undefined {
  return date.year.digits.includes('X') ? undefined : plainYear(yearBounds(date).first + 1n);
}

/** A day with every digit given; lists show its weekday. */
function wholeDayWords(date: EdtfDate, style: WordStyle): string | undefined {
  const digits = date.day?.digits ?? '';
  if (digits.includes('X')) return undefined;
  const month = monthName(Number(date.month?.digits), style);
  const isYearKnown = !date.year.digits.includes('X');
  const year = isYearKnown ? wordsOfYear(date) : `of ${someYear(date)}`;
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
  const year = isYearKnown ? wordsOfYear(date) : `of ${someYear(date)}`;
  const month =
    monthDigits === 'XX'
      ? 'some month'
      : oneOf(
          matchingNumbers(monthDigits, 1, 12),
          (number) => monthName(number, style),
          'some month from',
        );
  const isOf = isYearKnown && (monthDigits === 'XX' || !/^\d{3,}$/.test(year));
  const monthAndYear = `${month}${isOf ? ' of' : ''} ${year}`;
  if (!date.day) return monthAndYear;
  if (date.day.digits === 'XX')
    return `some day in ${monthDigits === 'XX' ? wordsOfYear(date) : monthAndYear}`;
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

function timeWords({hour, minute, second, fraction, shift}: EdtfTime, style: WordStyle): string {
  // EDTF has no time without seconds: in a list 12:00:00 is the 12:00 that somebody gave.
  const isGiven = second !== undefined && (style === 'long' || second > 0 || Number(fraction) > 0);
  const parts = fraction === '' || !isGiven ? '' : `.${fraction}`;
  const clock = clockWords({hour, minute, second: second ?? 0}, isGiven) + parts;
  if (shift === '') return style === 'long' ? `${clock} local time` : clock;
  return `${clock} UTC${shift === 'Z' ? '' : shift}`;
}
