/** Dates with words in them, and the rarer forms of numbers. */
import {splitClock} from './cell-clock.js';
import {CENTURY, type CellDate, dayOf, edtfDate, monthOf, onClock, weekOf} from './cell-date.js';
import {isWeekdayName, monthOfName} from './month-names.js';

/** As most tables write it: in ASCII letters, and so in half the time. */
const PLAIN_DAY = /^(\d{1,2})[- /.]([A-Za-z]{3,9})[- /.](\d{4}|\d{2})$/;
/** A word, or two as in the Arabic names of months. */
const NAME = String.raw`(\p{L}[\p{L}\p{M}]*|\p{L}[\p{L}\p{M}]*\s\p{L}[\p{L}\p{M}]*)`;
const OF = String.raw`(?:of\s|del?\s|d['’])?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|[ºª])?`;
const DAY_NAME_YEAR = new RegExp(
  String.raw`^${DAY}[-\s/.]+${OF}${NAME}\.?[-\s/.,]+${OF}(\d{4}|['’]?\d{2})(?:\s*(?:г\.?|года|р\.?))?$`,
  'iu',
);
const NAME_DAY_YEAR = new RegExp(String.raw`^${NAME}\.?\s+${DAY},?\s+(\d{4})$`, 'iu');
const NAME_YEAR = new RegExp(String.raw`^${NAME}\.?[-\s/,]+${OF}(\d{4})$`, 'iu');
/** With two digits only where they cannot be a day: as Excel and people shorten a month. */
const NAME_SHORT_YEAR = new RegExp(String.raw`^${NAME}\.?(?:-|\s?['’])(\d{2})$`, 'iu');
const YEAR_NAME_DAY = new RegExp(
  String.raw`^(\d{4})[-\s/.,]+${NAME}\.?(?:[-\s/.,]+${DAY})?$`,
  'iu',
);
const WEEKDAY = /^(\p{L}[\p{L}\p{M}]*\.?),?\s+(?=\S)/u;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const QUARTER = /^(?:Q([1-4])[-\s/]*(\d{4})|(\d{4})[-\s/]*Q([1-4]))$/i;
const WEEK = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i;
const CHINESE = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?$/;

/**
Read `05 April 2023`, `5-Apr-23`, `March 4, 2020`, `5 de marzo de 2020`, `Mar 2020`, `Jan-24`, `10/2023`,
`Q1 2024`, `2024-W05`, and any day with a time of day in or behind it: `12 Jan 2024 10:00 EST`,
`Wed Oct 10 20:19:24 +0000 2018`.

@param readDay - how the day beside a time of day is read.
@param year - the year another column gives, to tell the century of a year of two digits.
@returns the date, or undefined when the text says none.
*/
export function readWrittenDate(
  text: string,
  readDay: (text: string) => CellDate | undefined,
  year: number | undefined,
): CellDate | undefined {
  const plain = PLAIN_DAY.exec(text);
  if (plain) return inYear(plain[2], plain[3] ?? '', year, plain[1]);
  if (!/\d/.test(text)) return undefined;
  const timed = splitClock(text);
  if (timed) {
    const day = readDay(timed.rest);
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day.edtf)) return undefined;
    return onClock(day, timed.clock);
  }
  return readNumbers(text) ?? readNames(text, year) ?? readNames(withoutWeekday(text), year);
}

/** The first of the hundred years that two digits mean. */
const FIRST_OF_TWO_DIGITS = 1930;

/**
@param hint - the year another column gives.
@returns a year of two digits in full: the hint where it ends in them, else from 1930 to 2029, whenever it is read.
Source: the default of Excel ("Change the date system, format, or two-digit year interpretation") and of
LibreOffice, which most tables come from.
*/
export function fullYear(digits: string, hint: number | undefined): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  if (hint !== undefined && hint % 100 === value) return hint;
  return value >= FIRST_OF_TWO_DIGITS % 100 ? 1900 + value : 2000 + value;
}

/** @returns whether nothing but a custom tells the century of a year. */
export function isCenturyGuessed(digits: string, hint: number | undefined): boolean {
  return digits.length <= 2 && (hint === undefined || hint % 100 !== Number(digits));
}

function readNumbers(text: string): CellDate | undefined {
  let match = MONTH_YEAR.exec(text);
  if (match) return monthOf(Number(match[2]), Number(match[1]));
  match = QUARTER.exec(text);
  // EDTF numbers the quarters of a year from 33 (level 2).
  if (match) return edtfDate(`${match[2] ?? match[3]}-${32 + Number(match[1] ?? match[4])}`);
  match = WEEK.exec(text);
  if (match) {
    const weekday = match[3] === undefined ? undefined : Number(match[3]);
    return weekOf(Number(match[1]), Number(match[2]), weekday);
  }
  match = CHINESE.exec(text);
  return match ? ofParts(Number(match[1]), Number(match[2]), match[3]) : undefined;
}

function readNames(text: string, hint: number | undefined): CellDate | undefined {
  let match = DAY_NAME_YEAR.exec(text);
  if (match) return inYear(match[2], digitsOf(match[3]), hint, match[1]);
  match = NAME_DAY_YEAR.exec(text);
  if (match) return named(match[1], Number(match[3]), match[2]);
  match = NAME_YEAR.exec(text);
  if (match) return named(match[1], Number(match[2]));
  match = NAME_SHORT_YEAR.exec(text);
  if (match) return inYear(match[1], digitsOf(match[2]), hint);
  match = YEAR_NAME_DAY.exec(text);
  return match ? named(match[2], Number(match[1]), match[3]) : undefined;
}

/** A date whose year may have two digits. */
function inYear(
  name: string | undefined,
  digits: string,
  hint: number | undefined,
  day?: string,
): CellDate | undefined {
  const date = named(name, fullYear(digits, hint), day);
  return date && isCenturyGuessed(digits, hint) ? {...date, remarks: [CENTURY]} : date;
}

function named(name: string | undefined, year: number, day?: string): CellDate | undefined {
  const month = monthOfName(name ?? '');
  return month === undefined ? undefined : ofParts(year, month, day);
}

function ofParts(year: number, month: number, day: string | undefined): CellDate | undefined {
  return day === undefined ? monthOf(year, month) : dayOf(year, month, Number(day));
}

function digitsOf(year = ''): string {
  return year.replace(/^['’]/, '');
}

function withoutWeekday(text: string): string {
  const match = WEEKDAY.exec(text);
  return match && isWeekdayName(match[1] ?? '') ? text.slice(match[0].length) : '';
}
