import {recur} from './icalendar-recurrence.js';
import {readRule, type RecurrenceRule} from './icalendar-rule.js';
import {type ICalMoment, momentAt, readMoment} from './icalendar-times.js';

/** Most occurrences taken of a rule that ends, and of one that never does. */
const MOST_OCCURRENCES = 1000;
const MOST_OCCURRENCES_OF_ENDLESS = 100;
/** Days and periods looked at for one rule: some 680 years of days. */
const MOST_STEPS_OF_RULE = 250_000;
/** Most that all rules of a file may give and take. */
const MOST_OCCURRENCES_OF_FILE = 20_000;
const MOST_STEPS_OF_FILE = 2_000_000;

/** What is left for the rules of a file. */
export type RuleBudget = {occurrences: number; steps: number};

/** @returns what all rules of a file may give and take together. */
export function startRuleBudget(): RuleBudget {
  return {occurrences: MOST_OCCURRENCES_OF_FILE, steps: MOST_STEPS_OF_FILE};
}

/** The occurrences of a rule, as clock times of the zone in which it counts. */
export type Occurrences = {
  readonly locals: readonly number[];
  /** What is to be told: why there are not more, and that the start is none of the rule's days. */
  readonly remarks: readonly string[];
};

/**
Expand one RRULE from the start of its entry. The start always counts as the first occurrence, also
where the rule does not meet it.

@param text - the value as in the file: `FREQ=MONTHLY;BYDAY=1TU`.
@returns the occurrences in order, at least one; a text when the rule cannot be read.
Source: RFC 5545 §3.3.10 and §3.8.5.3.
*/
export function expandRule(
  text: string,
  start: ICalMoment,
  budget: RuleBudget,
): Occurrences | string {
  const rule = readOwnRule(text, start);
  if (typeof rule === 'string') return rule;
  const until = untilOnClock(rule, start);
  if (typeof until === 'string') return until;
  const isEndless = rule.count === undefined && rule.until === undefined;
  const bound = isEndless ? MOST_OCCURRENCES_OF_ENDLESS : MOST_OCCURRENCES;
  const most = Math.max(1, Math.min(bound, budget.occurrences));
  const steps = startSteps(budget);
  const given = steps.left;
  const locals = [start.local];
  const remarks: string[] = [];
  let isMet = false;
  let isEnded = rule.count === 1;
  if (!isEnded) {
    for (const local of recur(rule, start.local, start.isDate, steps)) {
      isMet ||= local === start.local;
      isEnded = local > until || locals.length === rule.count || locals.length === most;
      if (isEnded) {
        if (local <= until && locals.length !== rule.count)
          remarks.push(whyNoMore(isEndless, bound, most));
        break;
      }
      if (local > start.local) locals.push(local);
    }
    // Nothing left to look at: not the end of the rule, but of the looking.
    const isGivenUp = !isEnded && steps.left <= 0;
    if (isGivenUp) remarks.push(whyGivenUp(given, isMet || locals.length > 1));
    else if (!isMet) remarks.push('the rule does not give its start, which counts as the first');
  }
  budget.steps -= given - steps.left;
  budget.occurrences -= locals.length - 1;
  return {locals, remarks};
}

/**
The occurrences that an EXRULE takes away, up to a moment.

@param last - local milliseconds; nothing after it is of interest.
@returns them in order; a text when the rule cannot be read.
Source: RFC 2445 §4.8.5.2, which RFC 5545 dropped.
*/
export function expandExclusion(
  text: string,
  start: ICalMoment,
  last: number,
  budget: RuleBudget,
): readonly number[] | string {
  const rule = readOwnRule(text, start);
  if (typeof rule === 'string') return rule;
  const until = untilOnClock(rule, start);
  if (typeof until === 'string') return until;
  const steps = startSteps(budget);
  const given = steps.left;
  const locals: number[] = [];
  for (const local of recur(rule, start.local, start.isDate, steps)) {
    if (local > Math.min(until, last) || locals.length === rule.count) break;
    locals.push(local);
  }
  budget.steps -= given - steps.left;
  return locals;
}

function startSteps(budget: RuleBudget): {left: number} {
  return {left: Math.min(MOST_STEPS_OF_RULE, Math.max(0, budget.steps))};
}

function whyNoMore(isEndless: boolean, bound: number, most: number): string {
  if (most < bound)
    return 'the rules of the file give too many events; the rest of this one is left out';
  return isEndless
    ? `the rule never ends; its first ${most} are kept`
    : `only the first ${most} are kept`;
}

function whyGivenUp(steps: number, isMet: boolean): string {
  if (steps < MOST_STEPS_OF_RULE) return 'the rules of the file take too long to follow';
  return isMet ? 'the rule takes too long to follow' : 'nothing meets the rule';
}

function readOwnRule(text: string, start: ICalMoment): RecurrenceRule | string {
  const rule = readRule(text);
  if (typeof rule === 'string') return rule;
  const isOfDay = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(rule.frequency);
  return start.isDate && isOfDay ? 'a day does not come again within the day' : rule;
}

/** The end of a rule is in UTC when the start has a zone; occurrences are counted on its clock. */
function untilOnClock(rule: RecurrenceRule, start: ICalMoment): number | string {
  if (rule.until === undefined) return Number.POSITIVE_INFINITY;
  const until = readMoment(rule.until, {parameters: {}}, () => ({kind: 'floating'}));
  if (until === undefined) return 'UNTIL is no date';
  // A bare date includes its whole day.
  if (until.isDate) return until.local + 86_399_999;
  const isUtc = until.zone.kind === 'utc' && !start.isDate;
  return isUtc ? momentAt(until.local, start.zone).local : until.local;
}
