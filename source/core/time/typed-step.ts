/** Steps of the calendar as people type them: "3 days", "1 month 2 weeks", "66 million years". */
import {TZDateMini} from '@date-fns/tz';
import {add} from 'date-fns/add';
import type {Duration} from 'date-fns';
import {DATE_LIMIT_MS, MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND} from './civil-calendar.js';
import {clockWords} from './clock-words.js';
import {dayText, isoYear} from './edtf-day.js';
import {instantsOfLocal, offsetAt, zonedTime} from './zone.js';

type StepUnit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds';

type Step = {
  readonly amounts: ReadonlyMap<StepUnit, number>;
  /** Years that the roundest amount is exact to: 100,000 for 4.1 million; undefined for counted ones. */
  readonly roundTo?: number;
};

const UNITS: readonly (readonly [RegExp, StepUnit])[] = [
  [/^(?:s|secs?|seconds?)$/, 'seconds'],
  [/^(?:min|mins|minutes?)$/, 'minutes'],
  [/^(?:h|hrs?|hours?)$/, 'hours'],
  [/^(?:d|days?)$/, 'days'],
  [/^(?:w|wks?|weeks?)$/, 'weeks'],
  [/^(?:mo|mon|mons|months?)$/, 'months'],
  [/^(?:y|yrs?|years?)$/, 'years'],
];

/** Millions are round by nature: 66 million years ago is not a year of our century, that many years back. */
const MULTIPLES: Readonly<Record<string, {readonly times: number; readonly isRound: boolean}>> = {
  thousand: {times: 1e3, isRound: false},
  million: {times: 1e6, isRound: true},
  billion: {times: 1e9, isRound: true},
};

const CLOCK_MS = {hours: MS_PER_HOUR, minutes: MS_PER_MINUTE, seconds: MS_PER_SECOND} as const;

/** Years beyond which a step is taken by the calendar year alone. */
const FAR_YEARS = 200_000;

/** No step reaches further: 10^12 years is as far as the timeline goes. */
const FARTHEST_YEARS = 1e12;

/**
@param from - where the step begins, an instant.
@param text - amounts and units, lower case: "3 days", "1h 30min", "a week", "13.8 billion years".
@returns EDTF of the day that is reached, of the minute or second for steps shorter than a day, or of
the year for steps of millions of years, as round as they are; undefined when the text is no step.
*/
export function stepFrom(
  from: number,
  sign: '+' | '-',
  text: string,
  zone: string,
): string | undefined {
  const step = readStep(text);
  if (!step) return undefined;
  const factor = sign === '-' ? -1 : 1;
  const amount = (unit: StepUnit): number => factor * (step.amounts.get(unit) ?? 0);
  const years = amount('years');
  if (Math.abs(years) > FARTHEST_YEARS) return undefined;
  const isFar = Math.abs(years) >= FAR_YEARS || Math.abs(from) > DATE_LIMIT_MS / 2;
  if (isFar || step.roundTo !== undefined) {
    const unit = step.roundTo ?? 1;
    return isoYear(Math.round((zonedTime(from, zone).year + years) / unit) * unit);
  }
  const calendar = {
    years,
    months: amount('months'),
    weeks: amount('weeks'),
    days: amount('days'),
  };
  let instant = stepOnCalendar(from, calendar, zone);
  for (const unit of ['hours', 'minutes', 'seconds'] as const)
    instant += amount(unit) * CLOCK_MS[unit];
  return Number.isFinite(instant) ? edtfAt(instant, zone, step) : undefined;
}

/**
Days and longer are steps on the calendar that hangs on the wall, so that the time of day stays. The
calendar is stepped on as if it were that of UTC: in other zones @date-fns/tz leaves out the seconds of
offsets, which all had before standard time, and a day from midnight ended before midnight.
*/
function stepOnCalendar(from: number, duration: Duration, zone: string): number {
  if (Object.values(duration).every((count) => count === 0)) return from;
  const wall = new TZDateMini(from + offsetAt(zone, from), 'UTC');
  const local = add(wall, duration).getTime();
  if (!Number.isFinite(local)) return local;
  const found = instantsOfLocal(local, zone);
  return found.kind === 'never' ? found.shifted : found.instant;
}

function readStep(text: string): Step | undefined {
  const amounts = new Map<StepUnit, number>();
  let roundTo: number | undefined;
  const parts = text
    .replaceAll(/\band\b|,/g, ' ')
    .replaceAll(/\b(?:an?|one)\b/g, '1')
    .trim();
  const pattern = /(\d+(?:\.(\d+))?) ?(?:(thousand|million|billion) )?([a-z]+)\s*/y;
  while (pattern.lastIndex < parts.length) {
    const found = pattern.exec(parts);
    if (!found) return undefined;
    const [, digits, decimals = '', multiple = '', name = ''] = found;
    const unit = UNITS.find(([names]) => names.test(name))?.[1];
    const {times, isRound} = MULTIPLES[multiple] ?? {times: 1, isRound: false};
    const amount = wholeOf(Number(digits) * times);
    if (!unit || (!Number.isInteger(amount) && unit !== 'hours')) return undefined;
    if (unit !== 'years' && amount > 1e8) return undefined;
    if (isRound && unit === 'years') {
      const exactTo = times / 10 ** decimals.length;
      roundTo = Math.min(roundTo ?? exactTo, exactTo);
    }
    amounts.set(unit, (amounts.get(unit) ?? 0) + amount);
  }
  if (amounts.size === 0) return undefined;
  return roundTo === undefined ? {amounts} : {amounts, roundTo: Math.max(1, roundTo)};
}

/** 4.1 million is a whole number, though floats have it 4,099,999.9999999995. */
function wholeOf(amount: number): number {
  const whole = Math.round(amount);
  return Math.abs(amount - whole) < 1e-6 ? whole : amount;
}

function edtfAt(instant: number, zone: string, {amounts}: Step): string {
  const time = zonedTime(instant, zone);
  const day = dayText(time);
  if (Math.abs(time.year) > 9999) return day;
  if (amounts.has('seconds')) return `${day}T${clockWords(time, true)}`;
  const isClock = amounts.has('hours') || amounts.has('minutes');
  return isClock ? `${day}T${clockWords(time, false)}` : day;
}
