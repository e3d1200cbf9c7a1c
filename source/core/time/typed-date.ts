/**
Dates as people type them.

Everything typed becomes EDTF first, so that a typed date means exactly what the same date in a file
means. "Today", "yesterday" and "ago" count from now; `+3 days` counts from the cursor; a day without
its year is the one nearest the cursor. What could mean two days is refused with both named.
*/
import type {Instant} from '../events/event-store.js';
import {findName, monthName, weekdayName} from './calendar-names.js';
import {dayText, isoDay, isoYear, nearestDay, nearestMonthYear, shiftDays} from './edtf-day.js';
import {parseEdtf} from './edtf.js';
import {formatWhen} from './format-when.js';
import {localTimeNote} from './local-time-note.js';
import {twoDigits} from './padded-digits.js';
import {resolveEdtf} from './resolve-when.js';
import {readPeriod} from './typed-period.js';
import type {Reading, TypedContext} from './typed-reading.js';
import {stepFrom} from './typed-step.js';
import {readTypedYear, takeEra} from './typed-year.js';
import {zonedTime} from './zone.js';

/** A typed date as the instants it means, `[start, end)`, and in words; or what to type instead. */
export type TypedDate =
  | {
      readonly ok: true;
      readonly when: {readonly start: Instant; readonly end: Instant};
      readonly words: string;
    }
  | {readonly ok: false; readonly error: string};

const LONGEST_TYPED = 200;
const EXAMPLES = 'try 2024-01-24, mid october 2023, yesterday, +3 days';
const DAYS = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);
const CLOCK = /^(?:at )?(about |~)?(\d{1,2})(?::(\d\d)(?::(\d\d))?)? ?(am|pm)?(\?)?$/;

/**
@param text - what was typed.
@param now - the present instant.
@param reference - the instant under the cursor, finite.
@param zone - IANA zone of the reader.
@returns the date, or an error of one line that says what to type.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function parseTypedDate(
  text: string,
  now: Instant,
  reference: Instant,
  zone: string,
): TypedDate {
  const typed = text.trim();
  if (typed === '') return {ok: false, error: `no date: ${EXAMPLES}`};
  if (typed.length > LONGEST_TYPED) return {ok: false, error: `too long for a date: ${EXAMPLES}`};
  const context = {now, reference, zone};
  const reading = readTyped(typed, context) ?? {edtf: typed};
  if ('error' in reading) return {ok: false, error: reading.error};
  const result = parseEdtf(reading.edtf);
  if (!result.ok) return {ok: false, error: refusal(typed, reading.edtf, result)};
  const when = resolveEdtf(result.value, zone);
  const words =
    reading.words ?? formatWhen({edtf: reading.edtf, timezone: zone, when}, zone, 'long');
  const note = localTimeNote(result.value, zone);
  return {
    ok: true,
    when: {start: when.start, end: when.end},
    words: note === undefined ? words : `${words} (${note})`,
  };
}

function refusal(
  typed: string,
  edtf: string,
  {error, column}: {readonly error: string; readonly column: number},
): string {
  const isEdtf = /^[\d[{?~%Y-]/.test(edtf) && !/\s|[a-z]{2}/i.test(edtf);
  if (!isEdtf) return `not a date: ${EXAMPLES}`;
  return edtf === typed ? `at character ${column}: ${error}` : `no such date: ${error}`;
}

function readTyped(typed: string, context: TypedContext): Reading {
  const words = typed.toLowerCase().replaceAll(/\s+/g, ' ');
  return (
    readNumbers(words, context) ??
    readTypedYear(words) ??
    readRelative(words, context) ??
    readClock(words, context) ??
    readNamedDay(words.replaceAll(/,/g, ''), context) ??
    readPeriod(words, context) ??
    readWithClock(words, context)
  );
}

/** 24/1/2024, 24.1.2024, 1/24, 2024/01/24; and a lone day, which is refused. */
function readNumbers(words: string, {reference, zone}: TypedContext): Reading {
  if (/^-?0{1,3}$/.test(words)) return {error: 'there is no year 0: type 0000 for 1 bc'};
  if (/^\d{1,2}$/.test(words))
    return {error: `which month? Type ${words} jan, or a year with four digits`};
  if (/^-?\d{1,3}$/.test(words)) {
    const digits = words.replace('-', '').padStart(4, '0');
    const year = words.startsWith('-') ? `-${digits}` : digits;
    const era = words.startsWith('-')
      ? `${year} for ${Number(digits) + 1} bc`
      : `${year} or ad ${words}`;
    return {error: `a year has four digits: type ${era}, or ${Number(digits)} bc`};
  }
  const iso = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(words);
  if (iso) return {edtf: isoDay(Number(iso[1]), Number(iso[3]), Number(iso[4]))};
  const month = /^(?:(\d{4})[/.](\d{1,2})|(\d{4})-(\d)|(\d{1,2})[/.-](\d{4}))$/.exec(words);
  if (month) return monthOfYear(month[1] ?? month[3] ?? month[6], month[2] ?? month[4] ?? month[5]);
  const found = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d+))?$/.exec(words);
  if (!found) return undefined;
  const [, one = '', separator, two = '', year] = found;
  const [a, b] = [Number(one), Number(two)];
  if (year !== undefined && year.length !== 4) return {error: 'type the year with four digits'};
  // With dots the day comes first wherever dates are written so.
  const isDayFirst = separator === '.' || a > 12 || a === b;
  if (!isDayFirst && b <= 12) {
    const [day, other] = [dayAndMonth(a, b, year), dayAndMonth(b, a, year)];
    return {error: `${words} is ${day} or ${other}: type the month as a word`};
  }
  const known = year === undefined ? undefined : Number(year);
  return dated(isDayFirst ? a : b, isDayFirst ? b : a, known, reference, zone);
}

function monthOfYear(year = '', month = ''): Reading {
  const number = Number(month);
  if (number < 1 || number > 12) return {error: `there is no month ${number}`};
  return {edtf: `${year}-${twoDigits(number)}`};
}

function dayAndMonth(day: number, month: number, year: string | undefined): string {
  return [day, monthName(month, 'short').toLowerCase(), year].filter(Boolean).join(' ');
}

function readRelative(words: string, {now, reference, zone}: TypedContext): Reading {
  const days = DAYS.get(words);
  if (days !== undefined) return {edtf: dayText(shiftDays(zonedTime(now, zone), days))};
  if (words === 'now') return {edtf: stepFrom(now, '+', '0 min', zone) ?? ''};
  const signed = /^([+-]) ?(\d.*)$/.exec(words);
  if (signed && !/^-\d{4}(?:-|$)/.test(words)) {
    const edtf = stepFrom(reference, signed[1] === '-' ? '-' : '+', signed[2] ?? '', zone);
    return edtf === undefined
      ? {error: 'how far? Type +3 days, -2 weeks, +90 min or +1 month'}
      : {edtf};
  }
  const ago = /^((?:\d|an? |one ).*) ago$/.exec(words) ?? /^in ((?:\d|an? |one ).*)$/.exec(words);
  if (ago) {
    const edtf = stepFrom(now, words.startsWith('in ') ? '+' : '-', ago[1] ?? '', zone);
    return edtf === undefined
      ? {error: 'how long? Type 3 days ago, or 66 million years ago'}
      : {edtf};
  }
  const named = /^(?:(last|next) )?([a-z]{3,})$/.exec(words);
  const weekday = named && findName('weekday', named[2] ?? '');
  if (!named || weekday === undefined || weekday === null) return undefined;
  const from = zonedTime(reference, zone);
  const back = (from.weekday - weekday + 7) % 7;
  if (named[1] === 'next') return {edtf: dayText(shiftDays(from, 7 - back))};
  return {edtf: dayText(shiftDays(from, named[1] === 'last' && back === 0 ? -7 : -back))};
}

/** 14:30, 14:30:15, 2 pm: on the day of the cursor. */
function readClock(words: string, {reference, zone}: TypedContext): Reading {
  const clock = clockText(words);
  if (clock === undefined) return undefined;
  return {edtf: `${dayText(zonedTime(reference, zone))}T${clock}`};
}

function clockText(words: string): string | undefined {
  const found = CLOCK.exec(words);
  if (!found) return undefined;
  const [, about, hours = '', minutes, seconds, half, unsure] = found;
  if (minutes === undefined && half === undefined) return undefined;
  let hour = Number(hours);
  if (half !== undefined) {
    // Let 13 pm fail as an hour that does not exist.
    hour = hour > 12 ? 99 : (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const clock = `${twoDigits(hour)}:${minutes ?? '00'}`;
  const mark = about === undefined ? (unsure ?? '') : unsure === undefined ? '~' : '%';
  return `${clock}${seconds === undefined ? '' : `:${seconds}`}${mark}`;
}

/** 24 jan, jan 24, 24th of january 2024, wed 24 jan 2024, 15 march 44 bc, jan 2024, january. */
function readNamedDay(words: string, {reference, zone}: TypedContext): Reading {
  const era = takeEra(words);
  if (era && 'error' in era) return era;
  const [first = '', ...others] = (era?.rest ?? words)
    .split(/[ -]+/)
    .filter((word) => word !== 'of' && word !== 'the');
  const weekday = others.length > 0 ? findName('weekday', first) : undefined;
  const parts = weekday === undefined ? [first, ...others] : others;
  const monthAt = parts.findIndex((part) => findName('month', part) !== undefined);
  const month = findName('month', parts[monthAt] ?? '');
  if (month === undefined || monthAt > 1 || parts.length > 3) return undefined;
  const rest = parts.filter((_, at) => at !== monthAt);
  if (!rest.every((part) => /^\d{1,2}(?:st|nd|rd|th)?$|^\d{4}$/.test(part))) return undefined;
  const day = rest.find((part) => !/^\d{4}$/.test(part));
  const digits = rest.find((part) => /^\d{4}$/.test(part));
  if (rest.length !== [day, digits].filter(Boolean).length) return undefined;
  if (era && digits !== undefined) return undefined;
  const year = era?.year ?? (digits === undefined ? undefined : Number(digits));
  if (day === undefined) {
    const named = year ?? nearestMonthYear(month, reference, zone);
    return {edtf: `${isoYear(named)}-${twoDigits(month)}`};
  }
  const reading = dated(Number.parseInt(day, 10), month, year, reference, zone);
  return weekday === undefined ? reading : withWeekday(reading, weekday);
}

function withWeekday(reading: Reading, weekday: number): Reading {
  if (!reading || 'error' in reading) return reading;
  const result = parseEdtf(reading.edtf);
  if (!result.ok) return reading;
  const actual = zonedTime(resolveEdtf(result.value, 'UTC').start, 'UTC').weekday;
  if (actual === weekday) return reading;
  return {error: `${reading.edtf} is a ${weekdayName(actual, 'long')}: leave the weekday out`};
}

/** 24 jan 14:30, 2024-01-24 14:30, yesterday at 9 pm. */
function readWithClock(words: string, context: TypedContext): Reading {
  const found = /^(.+?),? (?:at )?((?:about |~)?\d{1,2}(?::\d\d(?::\d\d)?)? ?(?:am|pm)?\??)$/.exec(
    words,
  );
  const clock = found && clockText(found[2] ?? '');
  const dayWords = found?.[1] ?? '';
  if (clock === undefined || clock === null || / \d{1,2}:\d\d$/.test(dayWords)) return undefined;
  const day = /^-?\d{4}-\d\d-\d\d$/.test(dayWords)
    ? {edtf: dayWords}
    : readTyped(dayWords, context);
  if (!day || 'error' in day) return day;
  return /^-?\d{4}-\d\d-\d\d$/.test(day.edtf)
    ? {edtf: `${day.edtf}T${clock}`}
    : {error: `a time needs a day before it: type 24 jan ${clock}`};
}

/** A day of a month, in the year nearest to the cursor when none was typed. */
function dated(
  day: number,
  month: number,
  year: number | undefined,
  reference: Instant,
  zone: string,
): Reading {
  if (month < 1 || month > 12) return {error: `there is no month ${month}`};
  if (year !== undefined) return {edtf: isoDay(year, month, day)};
  const near = nearestDay(day, month, reference, zone);
  if (near === undefined) return {error: `${monthName(month, 'long')} has no day ${day}`};
  return {edtf: dayText(near)};
}
