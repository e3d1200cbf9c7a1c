/** What a recurrence rule asks for; empty lists ask for nothing. */
export type RecurrenceRule = {
  readonly frequency: Frequency;
  /** 1 or more. */
  readonly interval: number;
  /** How many occurrences, 1 or more; undefined when it is not counted. */
  readonly count: number | undefined;
  /** The last moment, as written: `20240131T235959Z`. */
  readonly until: string | undefined;
  /** The day a week begins with; 0 is Sunday. */
  readonly weekStart: number;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly RuleDay[];
  /** Days of the month, of the year, and weeks of the year; negative ones count from the end. */
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeek: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
};

/** From coarse to fine. */
const FREQUENCIES = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A day of the week, 0 is Sunday; with an ordinal the first, last… such day of its month or year. */
export type RuleDay = {readonly weekday: number; readonly ordinal: number | undefined};

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Lists of numbers: the least and the most a member may be, negative ones from -most. */
const LISTS: Readonly<Record<string, readonly [least: number, most: number, isSigned: boolean]>> = {
  BYSECOND: [0, 60, false],
  BYMINUTE: [0, 59, false],
  BYHOUR: [0, 23, false],
  BYMONTHDAY: [1, 31, true],
  BYYEARDAY: [1, 366, true],
  BYWEEKNO: [1, 53, true],
  BYMONTH: [1, 12, false],
  BYSETPOS: [1, 366, true],
};
const OTHERS = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY']);

/**
Read a recurrence rule, in upper or lower case.

@param text - the value as in the file: `FREQ=MONTHLY;BYDAY=1TU`.
@returns the rule; a text says why it cannot be followed.
Source: RFC 5545 §3.3.10.
*/
export function readRule(text: string): RecurrenceRule | string {
  if (/^(?:D|W|MP|MD|YM|YD|M)\d+(?:\s|$)/i.test(text.trim()))
    return 'it is written as in vCalendar 1.0';
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(';')) {
    if (part.trim() === '') continue;
    const [, name = '', value = ''] = /^\s*([A-Z-]{1,40})\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    if (name === '') return `“${part.slice(0, 40)}” is no part of a rule`;
    if (parts.has(name)) return `${name} stands in it twice`;
    if (name === 'RSCALE' && value === 'GREGORIAN') continue;
    if (LISTS[name] === undefined && !OTHERS.has(name)) return `${name} is not known`;
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (frequency === undefined) return 'FREQ does not say how often';
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1');
  if (interval === undefined) return 'INTERVAL is not a number from 1';
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '') : undefined;
  if (parts.has('COUNT') && count === undefined) return 'COUNT is not a number from 1';
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO');
  if (weekStart === -1) return 'WKST names no day of the week';
  const byDay = readDays(parts.get('BYDAY'));
  if (byDay === undefined) return 'BYDAY names no days of the week';
  const lists = new Map<string, readonly number[]>();
  for (const name of Object.keys(LISTS)) {
    const list = readList(name, parts.get(name));
    if (list === undefined) return `${name} holds a number that cannot be`;
    lists.set(name, list);
  }
  const list = (name: string) => lists.get(name) ?? [];
  return {
    frequency,
    interval,
    count,
    until: parts.get('UNTIL'),
    weekStart,
    bySecond: list('BYSECOND'),
    byMinute: list('BYMINUTE'),
    byHour: list('BYHOUR'),
    byDay,
    byMonthDay: list('BYMONTHDAY'),
    byYearDay: list('BYYEARDAY'),
    byWeek: list('BYWEEKNO'),
    byMonth: list('BYMONTH'),
    bySetPosition: list('BYSETPOS'),
  };
}

function wholeNumber(text: string): number | undefined {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : undefined;
}

function readList(name: string, text: string | undefined): readonly number[] | undefined {
  if (text === undefined) return [];
  const [least, most, isSigned] = LISTS[name] ?? [0, 0, false];
  const members = text.split(',').map((one) => one.trim());
  const isGood = members.every((one) => {
    const size = Math.abs(Number(one));
    return (
      /^[-+]?\d{1,3}$/.test(one) &&
      (isSigned || !one.startsWith('-')) &&
      size >= least &&
      size <= most
    );
  });
  return isGood ? ascending(members.map(Number)) : undefined;
}

function readDays(text: string | undefined): readonly RuleDay[] | undefined {
  if (text === undefined) return [];
  const days: RuleDay[] = [];
  for (const one of text.split(',')) {
    const [, digits, name = ''] = /^\s*([-+]?\d{1,2})?\s*([A-Z]{2})\s*$/.exec(one) ?? [];
    const weekday = WEEKDAYS.indexOf(name);
    const ordinal = digits === undefined ? undefined : Number(digits);
    if (weekday === -1 || ordinal === 0 || Math.abs(ordinal ?? 1) > 53) return undefined;
    days.push({weekday, ordinal});
  }
  return days;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((one, other) => one - other);
}
