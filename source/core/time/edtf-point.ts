/** The reader of a single EDTF date: everything that is not an interval or a set. */
import {monthName} from './calendar-names.js';
import {daysInMonth} from './civil-calendar.js';
import {localBounds} from './edtf-bounds.js';
import {failAt, take, takeMark, type Scan} from './edtf-scan.js';
import {readTime} from './edtf-time.js';
import {fourDigits} from './padded-digits.js';
import type {EdtfComponent, EdtfDate, EdtfLongYear, EdtfPoint, Mark} from './edtf-value.js';

/** Digits of a year beyond which instants would leave the range of a float. */
const LONGEST_YEAR = 290;

const DIGITS_OR_X = /[0-9X]+/y;

/** @returns the date that begins here, or undefined with a fault noted. */
export function readPoint(scan: Scan): EdtfPoint | undefined {
  const startAt = scan.at;
  const before = takeMark(scan);
  const point =
    scan.text[scan.at] === 'Y' ? readLongYear(scan, before) : readDate(scan, before, startAt);
  if (!point || !takeMark(scan)) return point;
  return failAt(scan, scan.at - 1, 'one mark is enough: % is ? and ~');
}

function takeMinus(scan: Scan): boolean {
  if (scan.text[scan.at] !== '-') return false;
  scan.at += 1;
  return true;
}

function readDate(scan: Scan, before: Mark | undefined, startAt: number): EdtfDate | undefined {
  const isNegative = takeMinus(scan);
  const yearAt = scan.at;
  const digits = take(scan, DIGITS_OR_X);
  const fault = faultOfYear(scan, digits, isNegative, startAt);
  if (fault) return failAt(scan, fault.at ?? yearAt, fault.message);
  const significant = readSignificant(scan, digits);
  if (scan.fault) return undefined;
  const year = component(before, digits, takeMark(scan));
  const start: EdtfDate =
    significant === undefined
      ? {kind: 'date', isNegative, year}
      : {kind: 'date', isNegative, year, significant};
  if (scan.text[scan.at] !== '-') return noTime(scan) ? start : undefined;
  if (digits.length < 4)
    return failAt(
      scan,
      yearAt,
      `the year comes first and has four digits: ${fourDigits(Number(digits))}`,
    );
  if (significant !== undefined)
    return failAt(scan, scan.at, 'significant digits go with a year alone');
  return readMonthAndDay(scan, start);
}

function faultOfYear(
  scan: Scan,
  digits: string,
  isNegative: boolean,
  startAt: number,
): {readonly message: string; readonly at?: number} | undefined {
  if (digits === '') return {message: noYear(scan, isNegative)};
  if (digits.length === 1)
    return {message: `a year has four digits: ${fourDigits(Number(digits))}`};
  if (/^\d{8}$/.test(digits)) return {message: `a date has hyphens: ${hyphenated(digits)}`};
  if (digits.length > 4 && digits.includes('X'))
    return {message: 'a year has four digits; a longer one begins with Y and has no X'};
  if (digits.length > 4) return {message: faultOfLongYear(digits)};
  if (digits.length < 4 && digits.includes('X'))
    return {message: `a year has four digits: ${digits.padEnd(4, 'X')}`};
  if (isNegative && /^0+$/.test(digits))
    return {message: 'there is no year -0: the year 0 is 0000', at: startAt};
  return undefined;
}

/** What it should have been, when that can be seen at a glance. */
function faultOfLongYear(digits: string): string {
  const plain = digits.replace(/^0+/, '');
  if (plain.length <= 4) return `a year has four digits: ${fourDigits(Number(plain))}`;
  const example = digits.length <= 12 ? `: Y${plain}` : '';
  return `a year of more than four digits is written with Y${example}`;
}

function hyphenated(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function noYear(scan: Scan, isNegative: boolean): string {
  const found = scan.text[scan.at] ?? '';
  if (found === '') return 'a year is missing here';
  if (/\s/u.test(found)) return 'a space: EDTF has none';
  if (found === '+') return 'no + before a year';
  if (/[?~%]/.test(found))
    return isNegative ? 'the mark goes before the minus' : 'one mark is enough';
  if (found === 'y') return 'a long year begins with a capital Y';
  if (scan.text.startsWith('unknown', scan.at)) return 'an unknown end is left empty: 1985/';
  if (/[ux]/.test(found)) return 'an unspecified digit is a capital X';
  if (scan.text.startsWith('open', scan.at)) return 'an open end is written with two dots: 1985/..';
  if (found === '–' || found === '—') return 'a dash: write - within a date and / between two';
  return 'a date begins with a year, such as 2024 or 2024-01-24';
}

function component(
  before: Mark | undefined,
  digits: string,
  after: Mark | undefined,
): EdtfComponent {
  if (before === undefined && after === undefined) return {digits};
  return {digits, ...(before && {before}), ...(after && {after})};
}

function readSignificant(scan: Scan, digits: string): number | undefined {
  const at = scan.at;
  if (scan.text[at] !== 'S') return undefined;
  scan.at += 1;
  const count = take(scan, /\d+/y);
  if (!/^[1-9]\d{0,2}$/.test(count))
    return failAt(scan, at + 1, 'how many digits are significant: S1 or more');
  if (digits.includes('X') || digits.length < 4)
    return failAt(scan, at, 'significant digits need a year of four digits without X');
  return Number(count);
}

/** Marks and a time do not go with a year or month. */
function noTime(scan: Scan): boolean {
  if (scan.text[scan.at] !== 'T') return true;
  failAt(scan, scan.at, 'a time needs a whole day before it: 2024-01-24T02:00:00');
  return false;
}

function readMonthAndDay(scan: Scan, start: EdtfDate): EdtfDate | undefined {
  scan.at += 1;
  const monthAt = scan.at;
  const month = readComponent(scan, 'month');
  if (!month) return undefined;
  const monthFault = faultOfMonth(month.digits);
  if (monthFault) return failAt(scan, monthAt, monthFault);
  if (scan.text[scan.at] !== '-') return noTime(scan) ? {...start, month} : undefined;
  scan.at += 1;
  const dayAt = scan.at;
  const day = readComponent(scan, 'day');
  if (!day) return undefined;
  if (Number(month.digits) > 12) return failAt(scan, monthAt, 'a part of a year has no days');
  const whole: EdtfDate = {
    kind: 'date',
    isNegative: start.isNegative,
    year: start.year,
    month,
    day,
  };
  if (!localBounds(whole)) return failAt(scan, dayAt, faultOfDay(whole, day.digits, month.digits));
  return scan.text[scan.at] === 'T' ? readDateTime(scan, whole) : whole;
}

function readComponent(scan: Scan, name: string): EdtfComponent | undefined {
  const before = takeMark(scan);
  const at = scan.at;
  const digits = take(scan, DIGITS_OR_X);
  if (digits.length === 2) return component(before, digits, takeMark(scan));
  const found = scan.text[scan.at] ?? '';
  if (/\s/u.test(found)) return failAt(scan, scan.at, 'a space: EDTF has none');
  if (digits.length === 1) return failAt(scan, at, `a ${name} has two digits: 0${digits}`);
  return failAt(scan, at, digits === '' ? `a ${name} is missing here` : `a ${name} has two digits`);
}

function faultOfMonth(digits: string): string | undefined {
  if (digits.includes('X')) {
    const [tens, units] = digits;
    const isPossible = tens === 'X' || tens === '0' || (tens === '1' && units !== '3');
    return isPossible ? undefined : `no month is ${digits}`;
  }
  const number = Number(digits);
  if ((number >= 1 && number <= 12) || (number >= 21 && number <= 41)) return undefined;
  return `there is no month ${digits}: 01 to 12, or 21 to 41 for a part of the year`;
}

function faultOfDay(date: EdtfDate, day: string, month: string): string {
  if (month.includes('X') || day.includes('X')) return 'no day of the calendar matches this';
  if (day === '00') return 'there is no day 00: 01 to 31';
  const number = Number(month);
  const name = monthName(number, 'long');
  if (date.year.digits.includes('X')) return `no ${name} of those years has a day ${day}`;
  const year = date.isNegative ? -Number(date.year.digits) : Number(date.year.digits);
  const which = number === 2 ? `${name} ${year}` : name;
  return `${which} has ${daysInMonth(year, number)} days`;
}

function readDateTime(scan: Scan, date: EdtfDate): EdtfDate | undefined {
  const parts = [date.year, date.month, date.day];
  if (parts.some((part) => part?.before ?? part?.after))
    return failAt(scan, scan.at, 'the day of a time has no marks: drop the mark or the time');
  if (parts.some((part) => part?.digits.includes('X')))
    return failAt(scan, scan.at, 'a date with a time has no X: drop the time');
  const time = readTime(scan, date);
  return time && {...date, time};
}

function readLongYear(scan: Scan, before: Mark | undefined): EdtfLongYear | undefined {
  scan.at += 1;
  const isNegative = takeMinus(scan);
  const at = scan.at;
  const digits = take(scan, /\d+/y);
  if (digits === '') return failAt(scan, at, 'a year is missing after Y: Y170000002');
  if (scan.text[scan.at] === '.' && !scan.text.startsWith('..', scan.at))
    return failAt(scan, scan.at, 'a year has no point: write Y15E8');
  if (digits.startsWith('0')) return failAt(scan, at, 'a year with Y does not begin with 0');
  const exponent = readExponent(scan);
  if (scan.fault) return undefined;
  if (exponent === undefined && digits.length < 5)
    return failAt(scan, at, 'Y is for years of five digits or more: leave it out');
  if (digits.length + (exponent ?? 0) > LONGEST_YEAR)
    return failAt(scan, at, `a year of more than ${LONGEST_YEAR} digits is too far to count`);
  const significant = readSignificant(scan, '0000');
  if (scan.fault) return undefined;
  if (scan.text[scan.at] === '.' && !scan.text.startsWith('..', scan.at))
    return failAt(scan, scan.at, 'a year with Y has no month or day');
  const after = takeMark(scan);
  return {
    kind: 'long-year',
    isNegative,
    digits,
    ...(exponent !== undefined && {exponent}),
    ...(significant !== undefined && {significant}),
    ...(before && {before}),
    ...(after && {after}),
  };
}

function readExponent(scan: Scan): number | undefined {
  if (take(scan, /E/y) === '') return undefined;
  const at = scan.at;
  const digits = take(scan, /\d+/y);
  if (/^[1-9]\d{0,3}$/.test(digits)) return Number(digits);
  return failAt(scan, at, 'the power of ten after E is 1 or more: Y17E8');
}
