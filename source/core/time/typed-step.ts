/** Steps of the calendar as people type them: "3 days", "1 month 2 weeks", "66 million years". */
import {TZDateMini} from '@date-fns/tz';
import {add} from 'date-fns/add';
import {DATE_LIMIT_MS} from './civil-calendar.js';
import {clockWords} from './clock-words.js';
import {dayText, isoYear} from './edtf-day.js';
import {zonedTime} from './zone.js';

type Step = {
  years?: number;
  months?: number;
  weeks?: number;
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
};
type StepUnit = keyof Step;

const UNITS: readonly (readonly [RegExp, StepUnit])[] = [
  [/^(?:s|secs?|seconds?)$/, 'seconds'],
  [/^(?:min|mins|minutes?)$/, 'minutes'],
  [/^(?:h|hrs?|hours?)$/, 'hours'],
  [/^(?:d|days?)$/, 'days'],
  [/^(?:w|wks?|weeks?)$/, 'weeks'],
  [/^(?:mo|mon|mons|months?)$/, 'months'],
  [/^(?:y|yrs?|years?)$/, 'years'],
];

const MULTIPLES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

/** Years beyond which a step is taken by the calendar year alone. */
const FAR_YEARS = 200_000;

/** No step reaches further: 10^12 years is as far as the timeline goes. */
const FARTHEST_YEARS = 1e12;

/**
@param from - where the step begins, an instant.
@param text - amounts and units, lower case: "3 days", "1h 30min", "13.8 billion years".
@returns EDTF of the day that is reached, of the minute or second for steps shorter than a day, or of
the year for steps of 200,000 years and more; undefined when the text is no step.
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
  const years = step.years ?? 0;
  if (years > FARTHEST_YEARS) return undefined;
  if (years >= FAR_YEARS || Math.abs(from) > DATE_LIMIT_MS / 2)
    return isoYear(Math.round(zonedTime(from, zone).year + factor * years));
  const signed = Object.fromEntries(
    Object.entries(step).map(([unit, amount]) => [unit, amount * factor]),
  );
  const instant = add(new TZDateMini(from, zone), signed).getTime();
  if (!Number.isFinite(instant)) return undefined;
  return edtfAt(instant, zone, step);
}

function readStep(text: string): Step | undefined {
  const step: Step = {};
  const parts = text.replaceAll(/\band\b|,/g, ' ').trim();
  const pattern = /(\d+(?:\.\d+)?) ?(?:(thousand|million|billion) )?([a-z]+)\s*/y;
  while (pattern.lastIndex < parts.length) {
    const found = pattern.exec(parts);
    if (!found) return undefined;
    const unit = UNITS.find(([name]) => name.test(found[3] ?? ''))?.[1];
    const amount = Number(found[1]) * (MULTIPLES[found[2] ?? ''] ?? 1);
    if (!unit || (!Number.isInteger(amount) && unit !== 'hours')) return undefined;
    if (unit !== 'years' && amount > 1e8) return undefined;
    step[unit] = (step[unit] ?? 0) + amount;
  }
  return Object.keys(step).length === 0 ? undefined : step;
}

function edtfAt(instant: number, zone: string, step: Step): string {
  const time = zonedTime(instant, zone);
  const day = dayText(time);
  if (Math.abs(time.year) > 9999) return day;
  if (step.seconds !== undefined) return `${day}T${clockWords(time, true)}`;
  const isClock = step.hours !== undefined || step.minutes !== undefined;
  return isClock ? `${day}T${clockWords(time, false)}` : day;
}
