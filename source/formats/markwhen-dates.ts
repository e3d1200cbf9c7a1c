import {localFromCivil} from '../core/time/civil-calendar.js';
import {parseEdtf} from '../core/time/edtf.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {edtfOfParts} from './calendar-parts.js';

/** The finest unit a date of markwhen is given in. */
export type Grain = 'year' | 'month' | 'day' | 'time';

/** A date as written. */
export type MarkwhenDate =
  | {
      readonly kind: 'date';
      /** First moment, in milliseconds as if the clock showed UTC. */
      readonly local: number;
      readonly grain: Grain;
      readonly edtf: string;
      /** What is written and EDTF has no place for. */
      readonly lost?: string;
    }
  /** A date without a year: it says no more than `XXXX-01-03`. */
  | {readonly kind: 'yearless'; readonly edtf: string; readonly lost?: string}
  | {readonly kind: 'now'}
  /** A time of day, of the last date seen. */
  | {readonly kind: 'time'; readonly ofDay: number}
  | MarkwhenRelative;

/** Any other date or interval of EDTF; `[start, end)` as local milliseconds, infinite where it is open. */
export type MarkwhenEdtf = {
  readonly kind: 'edtf';
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
  readonly grain: Grain;
};

/** A date reckoned from another entry. */
export type MarkwhenRelative = {
  readonly kind: 'relative';
  readonly isBefore: boolean;
  /** Id of the entry it is reckoned from; the last one when absent. */
  readonly id: string | undefined;
  readonly end: 'start' | 'end' | undefined;
  readonly amounts: readonly Amount[];
};

type AmountUnit =
  'year' | 'month' | 'week' | 'day' | 'weekday' | 'hour' | 'minute' | 'second' | 'millisecond';
export type Amount = {readonly count: number; readonly unit: AmountUnit};

/** How an entry repeats. */
type MarkwhenRecurrence = {
  readonly every: Amount;
  readonly times: number | undefined;
  readonly during: Amount | undefined;
  readonly until: MarkwhenDate | undefined;
};

/** The date part of an entry: everything before its colon. */
export type MarkwhenRange = {
  readonly from: MarkwhenDate | MarkwhenEdtf;
  readonly to: MarkwhenDate | undefined;
  /** Undefined when it does not repeat, a text when the words cannot be read. */
  readonly recurrence: MarkwhenRecurrence | string | undefined;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';
const TIME = '(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?\\s?(am|pm)?';
const DAY_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?(?:\\s+(\\d{4}),?)?(?:\\s+${TIME})?$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  `^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?(?:\\s+(\\d{4}),?)?(?:\\s+${TIME})?$`,
  'i',
);
const MONTH_ONLY = new RegExp(`^${MONTH}(?:,?\\s+(\\d{3,4}))?$`, 'i');
const SLASHES = new RegExp(`^(\\d{1,2})/(?:(\\d{1,2})/)?(\\d{1,5})(?:[,\\s]+${TIME})?$`, 'i');
const EDTF_DATE = new RegExp(`^(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:\\s+${TIME})?)?)?$`, 'i');
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.:](\d*))?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const WEEK = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i;
const YEAR = /^(\d{1,5})\s?(BCE|BC|AD|CE)?$/i;
const TIME_ONLY = new RegExp(`^${TIME}$`, 'i');
const UNIT =
  '(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|hours?|h|(?:week|work|business)\\s*days?|days?|d|weeks?|w|months?|years?|y)';
const AMOUNTS = new RegExp(`^(?:\\d{1,9}\\s*${UNIT}\\b[\\s,]*)*$`, 'i');
const AMOUNT = new RegExp(`(\\d{1,9})\\s*${UNIT}\\b`, 'gi');
const RELATIVE =
  /^(?:(by|before|after)\b)?\s*(?:!([\w-]+?)?(?:\.(start|end))?|\.(start|end))?(?=\s|$|\+|\d)\s*(?:plus\b|\+)?\s*(.*)$/i;
const EVERY = new RegExp(`^every\\s+(?:(\\d{1,6}|other)\\s*)?${UNIT}\\b(.*)$`, 'i');

/**
Read the date part of an entry of markwhen.

@param text - what stands before the colon.
@param isDayFirst - true after `dateFormat: d/M/y`.
@returns undefined when it is no date, so that the line is text.
Source: docs.markwhen.com, "Dates and ranges"; EDTF forms come before others.
*/
export function readRange(text: string, isDayFirst: boolean): MarkwhenRange | undefined {
  const [, range = '', repeat] = /^(.*?)(?:\s+(every\s.*))?$/is.exec(text.trim()) ?? [];
  const dates = readDates(range.trim(), isDayFirst) ?? readEdtf(range.trim());
  if (dates === undefined) return undefined;
  const recurrence = repeat === undefined ? undefined : readRecurrence(repeat.trim(), isDayFirst);
  return {...dates, recurrence};
}

/** Dates of EDTF beyond the plain ones: approximate, uncertain, with open ends, with digits unknown. */
function readEdtf(text: string): Pick<MarkwhenRange, 'from' | 'to'> | undefined {
  const sides = text.split('/');
  // `05/06` would be two centuries.
  const isLong = sides.every((side) => side === '' || side === '..' || side.length >= 4);
  if (!isLong || text.length > 80 || !/^[-[{XY\d./]/.test(text) || !/\d/.test(text))
    return undefined;
  // `2020-21` is spring in EDTF, and two years to whoever writes notes.
  if (/^\d{4}-[2-4]\d(?!\d)/.test(text)) return undefined;
  const parsed = parseEdtf(text);
  if (!parsed.ok) return undefined;
  const {start, end} = resolveEdtf(parsed.value, 'UTC');
  const plain = (sides[0] ?? '').replace(/[~?%]/g, '');
  const grain = plain.includes('T')
    ? 'time'
    : (GRAINS[plain.replace(/^-/, '').split('-').length] ?? 'day');
  return {from: {kind: 'edtf', edtf: text, start, end, grain}, to: undefined};
}

const GRAINS: readonly (Grain | undefined)[] = [undefined, 'year', 'month', 'day'];

function readDates(
  text: string,
  isDayFirst: boolean,
): {readonly from: MarkwhenDate; readonly to: MarkwhenDate | undefined} | undefined {
  if (text === '' || text.length > 120) return undefined;
  const sides = splitsOf(text, /\s*\/\s*/g).find(
    ([left, right]) => isEdtfSide(left) && isEdtfSide(right),
  );
  if (sides !== undefined) {
    const from = readDate(sides[0], isDayFirst);
    const to = readDate(sides[1], isDayFirst);
    if (from !== undefined && to !== undefined) return {from, to};
  }
  const whole = readDate(text, isDayFirst);
  if (whole !== undefined) return {from: whole, to: undefined};
  for (const [left, right] of [
    ...splitsOf(text, /\s+to\s+/gi),
    ...splitsOf(text, /\s*[-–—]\s*/g),
  ]) {
    // `300-200 BCE`: the era of the end is that of the start too.
    const era = /\d\s?(BCE|BC)$/i.exec(right)?.[1];
    const start = era !== undefined && /^\d{1,5}$/.test(left) ? `${left} ${era}` : left;
    const from = readDate(start, isDayFirst);
    const to = readDate(right, isDayFirst);
    if (from !== undefined && to !== undefined) return {from, to};
  }
  return undefined;
}

function splitsOf(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)]
    .slice(0, 12)
    .map((match) => [text.slice(0, match.index), text.slice(match.index + match[0].length)]);
}

function isEdtfSide(text: string): boolean {
  return (
    EDTF_DATE.test(text) ||
    WEEK.test(text) ||
    ISO.test(text) ||
    /^now$/i.test(text) ||
    readRelative(text) !== undefined
  );
}

/** Reads one date; undefined when it is none. */
function readDate(text: string, isDayFirst: boolean): MarkwhenDate | undefined {
  if (/^now$/i.test(text)) return {kind: 'now'};
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [year, month, day, hour, minute, second] = iso
      .slice(1, 7)
      .map((part) => Number(part ?? 0));
    const date = dated(
      [year, month, day],
      [hour ?? 0, minute ?? 0, second ?? 0],
      iso[8]?.toUpperCase(),
    );
    const isWhole = Number(iso[7] ?? 0) === 0;
    return date?.kind !== 'date' || isWhole ? date : {...date, lost: 'the fraction of a second'};
  }
  const edtf = EDTF_DATE.exec(text);
  if (edtf !== null) return dated(numbers(edtf.slice(1, 4)), clock(edtf.slice(4)));
  const week = WEEK.exec(text);
  if (week !== null) return weekDate(Number(week[1]), Number(week[2]), week[3]);
  const slashes = SLASHES.exec(text);
  // `1/2` alone is a fraction or a score, not a month of the year 2.
  if (slashes !== null && (slashes[2] !== undefined || (slashes[3] ?? '').length > 2)) {
    const [one, two, year] = numbers(slashes.slice(1, 4));
    const isDay = two !== undefined;
    return dated(
      [year, isDay && isDayFirst ? two : one, isDay ? (isDayFirst ? one : two) : undefined],
      clock(slashes.slice(4)),
    );
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null)
    return named(dayFirst[3], dayFirst[2], dayFirst[1], clock(dayFirst.slice(4)));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null)
    return named(monthFirst[3], monthFirst[1], monthFirst[2], clock(monthFirst.slice(4)));
  const month = MONTH_ONLY.exec(text);
  if (month !== null) return named(month[2], month[1], undefined, undefined);
  const year = YEAR.exec(text);
  // One or two digits alone are an item of a list, not a year.
  if (year !== null && (year[2] !== undefined || (year[1] ?? '').length > 2)) {
    const isBefore = /^bc/i.test(year[2] ?? '');
    return dated([isBefore ? 1 - Number(year[1]) : Number(year[1])], undefined);
  }
  const time = TIME_ONLY.exec(text);
  if (time !== null && (time[2] !== undefined || time[4] !== undefined)) {
    const parts = clock(time.slice(1));
    return parts === undefined ? undefined : {kind: 'time', ofDay: ofDay(parts)};
  }
  return readRelative(text);
}

function readRelative(text: string): MarkwhenRelative | undefined {
  const match = RELATIVE.exec(text);
  if (match === null) return undefined;
  const [, word, id, idEnd, ownEnd, rest = ''] = match;
  if (!AMOUNTS.test(rest)) return undefined;
  const amounts = readAmounts(rest);
  if (id === undefined && ownEnd === undefined && amounts.length === 0) return undefined;
  const end = (idEnd ?? ownEnd)?.toLowerCase();
  return {
    kind: 'relative',
    isBefore: /^b/i.test(word ?? ''),
    id,
    end: end === 'start' || end === 'end' ? end : undefined,
    amounts,
  };
}

function readAmounts(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].map((match) => ({
    count: Number(match[1]),
    unit: unitOf(match[2] ?? ''),
  }));
}

function unitOf(word: string): AmountUnit {
  const plain = word.toLowerCase().replace(/\s+/g, '');
  if (/^(week|work|business)d/.test(plain)) return 'weekday';
  if (plain.startsWith('mil') || plain === 'ms') return 'millisecond';
  if (plain.startsWith('min')) return 'minute';
  if (plain.startsWith('mon')) return 'month';
  const units = {s: 'second', h: 'hour', d: 'day', w: 'week', y: 'year'} as const;
  return units[plain.charAt(0) as keyof typeof units] ?? 'day';
}

function readRecurrence(text: string, isDayFirst: boolean): MarkwhenRecurrence | string {
  const match = EVERY.exec(text);
  if (match === null) return text;
  const [, number, unit = '', rest = ''] = match;
  const count = number === undefined ? 1 : /other/i.test(number) ? 2 : Number(number);
  const every = {count: Math.max(count, 1), unit: unitOf(unit)};
  const tail = rest.trim();
  if (tail === '') return {every, times: undefined, during: undefined, until: undefined};
  const times = /^(?:for\s+(\d{1,6})\s+times?|x\s*(\d{1,6}))$/i.exec(tail);
  if (times !== null)
    return {every, times: Number(times[1] ?? times[2]), during: undefined, until: undefined};
  const amount = readAmounts(/^for\s+(.*)$/i.exec(tail)?.[1] ?? '');
  if (amount.length === 1) return {every, times: undefined, during: amount[0], until: undefined};
  const until = readDate(/^(?:until|til|to|\|)\s+(.*)$/i.exec(tail)?.[1] ?? '', isDayFirst);
  return until === undefined ? text : {every, times: undefined, during: undefined, until};
}

function named(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly number[] | undefined,
): MarkwhenDate | undefined {
  const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const dayNumber = day === undefined ? undefined : Number(day);
  if (year !== undefined) return dated([Number(year), number, dayNumber], time);
  // 2000 is a leap year: 29 February is a day of some year.
  const some = dated([2000, number, dayNumber], undefined);
  if (some?.kind !== 'date') return undefined;
  return {
    kind: 'yearless',
    edtf: `XXXX${some.edtf.slice(4)}`,
    ...(time !== undefined && {lost: 'the time of day of a date without a year'}),
  };
}

function dated(
  date: readonly (number | undefined)[],
  time: readonly number[] | undefined,
  offset?: string,
): MarkwhenDate | undefined {
  const [year = 0, month, day] = date;
  const [hour, minute, second] = time ?? [];
  const suffix = offset?.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const written = edtfOfParts({year, month, day, hour, minute, second, offset: suffix});
  if (written === undefined || written.lost.length > 0) return undefined;
  const grain =
    time !== undefined
      ? 'time'
      : day !== undefined
        ? 'day'
        : month !== undefined
          ? 'month'
          : 'year';
  const local = localFromCivil({
    year,
    month: month ?? 1,
    day: day ?? 1,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  });
  return {kind: 'date', local, grain, edtf: written.edtf};
}

/** Source: ISO 8601-1 §5.2.4: week 1 is the week of 4 January; weeks begin on Monday. */
function weekDate(year: number, week: number, day: string | undefined): MarkwhenDate | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(localFromCivil({year, month: 1, day: 4}));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const at = new Date(
    localFromCivil({year, month: 1, day: monday + (week - 1) * 7 + Number(day ?? 1) - 1}),
  );
  return dated([at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()], undefined);
}

/** Hour, minute and second of the groups of TIME; undefined when there is no time. */
function clock(groups: readonly (string | undefined)[]): readonly number[] | undefined {
  const [hour, minute, second, half] = groups;
  if (hour === undefined) return undefined;
  const isHalf = half !== undefined;
  return [
    isHalf ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour),
    Number(minute ?? 0),
    Number(second ?? 0),
  ];
}

function ofDay(time: readonly number[]): number {
  const [hour = 0, minute = 0, second = 0] = time;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function numbers(texts: readonly (string | undefined)[]): (number | undefined)[] {
  return texts.map((text) => (text === undefined ? undefined : Number(text)));
}
