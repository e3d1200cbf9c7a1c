import type ICAL from 'ical.js';
import {civilTime, localFromCivil} from '../core/time/civil-calendar.js';
import {type ICalMoment, momentAt} from './icalendar-times.js';

/** The library, as loaded when first needed. */
export type ICalLibrary = typeof ICAL;

/** Most occurrences taken of a rule that ends, and of one that never does. */
const MOST_OCCURRENCES = 1000;
const MOST_OCCURRENCES_OF_ENDLESS = 100;
/** Steps the library may take over all rules of a file before the rest of it is left unexpanded. */
export const MOST_STEPS = 500_000;
const MOST_STEPS_OF_RULE = 20_000;

/** Steps left for the rules of a file. */
export type StepBudget = {left: number};

/** The occurrences of a rule, as clock times of the zone in which it counts. */
export type Occurrences = {
  readonly locals: readonly number[];
  /** Why there are not more, when there are more. */
  readonly stopped?: string;
};

const TOO_MANY_STEPS = 'too many steps';

/**
Expand one RRULE from the start of its entry, the start itself included.

Occurrences that the rule does not allow are left out even where the library gives them (30
February as 1 March, weeks of the year).

@param rule - the value part as in the file: `FREQ=MONTHLY;BYDAY=1TU`.
@returns the occurrences in order; a text when the rule cannot be read.
Source: RFC 5545 §3.3.10 and §3.8.5.3.
*/
export function expandRule(
  rule: string,
  start: ICalMoment,
  library: ICalLibrary,
  budget: StepBudget,
): Occurrences | string {
  let recur: ICAL.Recur;
  try {
    recur = library.Recur.fromString(rule);
  } catch (error) {
    return error instanceof Error ? error.message : 'not a rule';
  }
  const isEndless = recur.count === null && recur.until === null;
  const most = isEndless ? MOST_OCCURRENCES_OF_ENDLESS : MOST_OCCURRENCES;
  if (recur.until !== null) recur.until = untilOnClock(recur.until, start, library);
  const locals: number[] = [];
  let steps = 0;
  try {
    const iterator = recur.iterator(toTime(start.local, start.isDate, library));
    // The library can go on for ever over a rule that nothing meets: its filter counts the steps.
    const counted = iterator as unknown as {check_contracting_rules: () => boolean};
    const check = counted.check_contracting_rules.bind(iterator);
    counted.check_contracting_rules = () => {
      steps += 1;
      if (steps > MOST_STEPS_OF_RULE || steps > budget.left) throw new Error(TOO_MANY_STEPS);
      return check();
    };
    for (;;) {
      const next = iterator.next() as ICAL.Time | null;
      if (next === null) break;
      const local = toLocal(next);
      if (local !== start.local && !isAllowed(recur, local)) {
        steps += 1;
        if (steps > MOST_STEPS_OF_RULE) throw new Error(TOO_MANY_STEPS);
        continue;
      }
      if (locals.length === most) {
        const why = isEndless
          ? `the rule never ends; its first ${most} are kept`
          : `only the first ${most} are kept`;
        return {locals, stopped: why};
      }
      if (local >= start.local) locals.push(local);
    }
  } catch (error) {
    const isLong = error instanceof Error && error.message === TOO_MANY_STEPS;
    const stopped = isLong
      ? 'the rule takes too long to follow'
      : 'the rule asks for what does not exist';
    return {locals: locals.length === 0 ? [start.local] : locals, stopped};
  } finally {
    budget.left -= steps;
  }
  return {locals: locals[0] === start.local ? locals : [start.local, ...locals]};
}

/** The end of a rule is in UTC when the start has a zone; occurrences are counted on its clock. */
function untilOnClock(until: ICAL.Time, start: ICalMoment, library: ICalLibrary): ICAL.Time {
  const local = toLocal(until);
  const isUtc = until.zone === library.Timezone.utcTimezone;
  const onClock = isUtc && !start.isDate ? momentAt(local, start.zone).local : local;
  // A bare date includes its whole day.
  return toTime(
    until.isDate && !start.isDate ? onClock + 86_399_000 : onClock,
    start.isDate,
    library,
  );
}

function isAllowed(recur: ICAL.Recur, local: number): boolean {
  const {year, month, day} = civilTime(local);
  const parts = recur.parts as Readonly<Record<string, readonly (number | string)[] | undefined>>;
  const has = (name: string, value: number) => {
    const wanted = parts[name]?.map(Number);
    return wanted === undefined || wanted.includes(value) || wanted.some((one) => one < 0);
  };
  return (
    has('BYMONTH', month) && has('BYMONTHDAY', day) && has('BYWEEKNO', isoWeek(year, month, day))
  );
}

/** Source: ISO 8601-1 §4.2.2: the week with the year's first Thursday is week 1. */
function isoWeek(year: number, month: number, day: number): number {
  const local = localFromCivil({year, month, day});
  const weekday = (civilTime(local).weekday + 6) % 7;
  const thursday = civilTime(local + (3 - weekday) * 86_400_000);
  const ordinal = Math.round(
    (localFromCivil(thursday) - localFromCivil({year: thursday.year, month: 1, day: 1})) /
      86_400_000,
  );
  return 1 + Math.floor(ordinal / 7);
}

function toTime(local: number, isDate: boolean, library: ICalLibrary): ICAL.Time {
  const {year, month, day, hour, minute, second} = civilTime(local);
  return library.Time.fromData(
    isDate ? {year, month, day, isDate} : {year, month, day, hour, minute, second, isDate},
    library.Timezone.localTimezone,
  );
}

function toLocal(time: ICAL.Time): number {
  const {year, month, day, isDate} = time;
  return localFromCivil(
    isDate
      ? {year, month, day}
      : {year, month, day, hour: time.hour, minute: time.minute, second: time.second},
  );
}
