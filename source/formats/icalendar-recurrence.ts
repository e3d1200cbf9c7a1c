import {
  type CivilDay,
  civilFromDays,
  civilTime,
  daysFromCivil,
  daysInMonth,
  isLeapYear,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_SECOND,
} from '../core/time/civil-calendar.js';
import type {RecurrenceRule} from './icalendar-rule.js';

/** Days and periods that may still be looked at; the recurrence ends when nothing is left. */
export type StepBudget = {left: number};

/**
Follow a recurrence rule on the clock of its start.

Days that do not exist (30 February) are passed over. What the rule leaves open comes from the start:
its time of day, its day of the week, of the month, its month. Weeks of the year are taken as the
calendar year holds them, also those that belong to the year before or after.

@param start - local milliseconds, as `civil-calendar.ts` counts them.
@param isDate - true when the start is a day: nothing in the rule can ask for a time then.
@param budget - counted down for every day or period looked at; a rule that nothing meets ends by it.
@returns the occurrences in order, none before the start, the start itself only when it meets the
  rule; up to the year 9999. COUNT and UNTIL are left to the caller.
Source: RFC 5545 §3.3.10, its table of what each part expands or limits.
*/
export function* recur(
  rule: RecurrenceRule,
  start: number,
  isDate: boolean,
  budget: StepBudget,
): Generator<number, void> {
  const passes = dayFilter(rule, start);
  const clock = isDate ? [0] : timesOfDay(rule, start);
  for (const period of periodsOf(rule, start, passes, clock, budget)) {
    const {days, times} = period;
    const size = days.length * times.length;
    const at = (index: number): number =>
      (days[Math.floor(index / times.length)] ?? 0) * MS_PER_DAY +
      (times[index % times.length] ?? 0);
    const positions = positionsIn(size, rule.bySetPosition);
    for (let index = 0; index < (positions?.length ?? size); index += 1) {
      const local = at(positions?.[index] ?? index);
      if (local >= start) yield local;
    }
  }
}

/** One turn of the rule: what BYSETPOS counts in. Days since 1970 and milliseconds of a day, ascending. */
type Period = {readonly days: readonly number[]; readonly times: readonly number[]};

/** @returns where in a period its occurrences stand; undefined for all of them. */
function positionsIn(size: number, wanted: readonly number[]): readonly number[] | undefined {
  if (wanted.length === 0) return undefined;
  const found = wanted
    .map((one) => (one > 0 ? one - 1 : size + one))
    .filter((one) => one >= 0 && one < size);
  return [...new Set(found)].sort((one, other) => one - other);
}

const LAST_YEAR = 9999;
const LAST_DAY = daysFromCivil(LAST_YEAR, 12, 31);
const MONTHS = Array.from({length: 12}, (_, at) => at + 1);

function* periodsOf(
  rule: RecurrenceRule,
  start: number,
  passes: DayFilter,
  clock: readonly number[],
  budget: StepBudget,
): Generator<Period, void> {
  const {frequency, interval} = rule;
  const first = Math.floor(start / MS_PER_DAY);
  const {year, month, weekday} = civilTime(start);
  if (frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY') {
    yield* periodsOfDay(rule, start, passes, budget);
    return;
  }
  const weekOf = first - ((weekday - rule.weekStart + 7) % 7);
  for (let turn = 0; budget.left > 0; turn += interval) {
    let days: readonly number[];
    switch (frequency) {
      case 'YEARLY': {
        if (year + turn > LAST_YEAR) return;
        days = MONTHS.flatMap((one) => daysOfMonth(year + turn, one, passes, budget));
        break;
      }
      case 'MONTHLY': {
        const months = month - 1 + turn;
        const inYear = year + Math.floor(months / 12);
        if (inYear > LAST_YEAR) return;
        days = daysOfMonth(inYear, (months % 12) + 1, passes, budget);
        break;
      }
      default: {
        const length = frequency === 'WEEKLY' ? 7 : 1;
        const from = (frequency === 'WEEKLY' ? weekOf : first) + length * turn;
        if (from > LAST_DAY) return;
        budget.left -= length;
        days = Array.from({length}, (_, at) => from + at).filter((day) =>
          passes.day(civilFromDays(day), day),
        );
      }
    }
    yield {days, times: clock};
  }
}

/** @returns the days of a month that pass, as days since 1970. */
function daysOfMonth(
  year: number,
  month: number,
  passes: DayFilter,
  budget: StepBudget,
): readonly number[] {
  budget.left -= 1;
  if (!passes.month(month)) return [];
  const days: number[] = [];
  const before = daysFromCivil(year, month, 0);
  const length = daysInMonth(year, month);
  budget.left -= length;
  for (let day = 1; day <= length; day += 1) {
    if (passes.day({year, month, day}, before + day)) days.push(before + day);
  }
  return days;
}

const UNITS = {HOURLY: MS_PER_HOUR, MINUTELY: MS_PER_MINUTE, SECONDLY: MS_PER_SECOND} as const;

/** Hours, minutes or seconds; what a whole day, hour or minute cannot meet is passed over at once. */
function* periodsOfDay(
  rule: RecurrenceRule,
  start: number,
  passes: DayFilter,
  budget: StepBudget,
): Generator<Period, void> {
  const unit = UNITS[rule.frequency as keyof typeof UNITS];
  const step = rule.interval * unit;
  const {minute, second} = civilTime(start);
  const has = (list: readonly number[], value: number): boolean =>
    list.length === 0 || list.includes(value);
  const minutes = unit > MS_PER_MINUTE ? orElse(rule.byMinute, minute) : [0];
  const seconds = unit > MS_PER_SECOND ? orElse(rule.bySecond, second) : [0];
  const within = minutes.flatMap((one) =>
    seconds.map((other) => one * MS_PER_MINUTE + other * MS_PER_SECOND),
  );
  const origin = Math.floor(start / unit) * unit;
  let at = origin;
  while (budget.left > 0) {
    budget.left -= 1;
    const day = Math.floor(at / MS_PER_DAY);
    if (day > LAST_DAY) return;
    const ofDay = at - day * MS_PER_DAY;
    const block = !passes.day(civilFromDays(day), day)
      ? MS_PER_DAY
      : !has(rule.byHour, Math.floor(ofDay / MS_PER_HOUR))
        ? MS_PER_HOUR
        : unit < MS_PER_HOUR && !has(rule.byMinute, Math.floor(ofDay / MS_PER_MINUTE) % 60)
          ? MS_PER_MINUTE
          : unit < MS_PER_MINUTE && !has(rule.bySecond, (ofDay / MS_PER_SECOND) % 60)
            ? MS_PER_SECOND
            : 0;
    if (block === 0) {
      yield {days: [day], times: within.map((one) => ofDay + one)};
      at += step;
    } else {
      const free = (Math.floor(at / block) + 1) * block;
      at = origin + Math.ceil((free - origin) / step) * step;
    }
  }
}

/** @returns the times of day of an occurrence, in milliseconds, ascending. */
function timesOfDay(rule: RecurrenceRule, start: number): readonly number[] {
  const {hour, minute, second} = civilTime(start);
  return orElse(rule.byHour, hour).flatMap((one) =>
    orElse(rule.byMinute, minute).flatMap((two) =>
      orElse(rule.bySecond, second).map(
        (three) => one * MS_PER_HOUR + two * MS_PER_MINUTE + three * MS_PER_SECOND,
      ),
    ),
  );
}

function orElse(list: readonly number[], value: number): readonly number[] {
  return list.length === 0 ? [value] : list;
}

/** Whether a month, and a day of the calendar, meet every part of the rule that tells days apart. */
type DayFilter = {
  month(month: number): boolean;
  /** @param number - the same day, counted from 1970. */
  day(civil: CivilDay, number: number): boolean;
};

function dayFilter(rule: RecurrenceRule, start: number): DayFilter {
  const own = civilTime(start);
  const {frequency, byMonth, byMonthDay, byYearDay, byWeek, byDay} = rule;
  const isLong = frequency === 'YEARLY' || frequency === 'MONTHLY';
  const isBare = byDay.length + byMonthDay.length + byYearDay.length === 0;
  const usesWeekday = isBare && (frequency === 'WEEKLY' || byWeek.length > 0);
  const usesMonthDay = isBare && isLong && byWeek.length === 0;
  const usesMonth = usesMonthDay && frequency === 'YEARLY' && byMonth.length === 0;
  const weekdays = usesWeekday ? [{weekday: own.weekday, ordinal: undefined}] : byDay;
  const monthDays = usesMonthDay ? [own.day] : byMonthDay;
  const months = usesMonth ? [own.month] : byMonth;
  const isOfYear = frequency === 'YEARLY' && byMonth.length === 0;
  const isMonth = (month: number): boolean => months.length === 0 || months.includes(month);
  const isWeekday = (number: number, place: number, length: number): boolean => {
    if (weekdays.length === 0) return true;
    const weekday = (((number + 4) % 7) + 7) % 7;
    return weekdays.some(
      (one) =>
        one.weekday === weekday &&
        // Only months and years have a first or a last Tuesday.
        (one.ordinal === undefined ||
          !isLong ||
          one.ordinal === Math.ceil(place / 7) ||
          one.ordinal === -Math.ceil((length - place + 1) / 7)),
    );
  };
  const usesYear = isOfYear || byYearDay.length > 0 || byWeek.length > 0;
  return {
    month: isMonth,
    day({year, month, day}, number) {
      if (!isMonth(month)) return false;
      const monthLength = daysInMonth(year, month);
      if (!isAmong(monthDays, day, monthLength)) return false;
      if (!usesYear) return isWeekday(number, day, monthLength);
      const yearLength = isLeapYear(year) ? 366 : 365;
      const ofYear = number - daysFromCivil(year, 1, 1) + 1;
      if (!isAmong(byYearDay, ofYear, yearLength)) return false;
      if (byWeek.length > 0) {
        const {week, weeks} = weekOfYear(year, number, rule.weekStart);
        if (!isAmong(byWeek, week, weeks)) return false;
      }
      return isOfYear ? isWeekday(number, ofYear, yearLength) : isWeekday(number, day, monthLength);
    },
  };
}

/** Is a day, counted from 1 or from the end, among those wanted? Any is when none are. */
function isAmong(wanted: readonly number[], day: number, length: number): boolean {
  return wanted.length === 0 || wanted.includes(day) || wanted.includes(day - length - 1);
}

/**
@param number - a day of the year, counted from 1970.
@returns the number of its week, and how many weeks there are in the year that the week belongs to.
Week 1 is the first with four days in its year.
Source: RFC 5545 §3.3.10, BYWEEKNO; ISO 8601-1 §4.2.2.
*/
function weekOfYear(
  year: number,
  number: number,
  weekStart: number,
): {readonly week: number; readonly weeks: number} {
  const firstWeek = (one: number): number => {
    const first = daysFromCivil(one, 1, 1);
    const into = (((first + 4 - weekStart) % 7) + 7) % 7;
    return into <= 3 ? first - into : first + 7 - into;
  };
  const shift = number < firstWeek(year) ? -1 : number < firstWeek(year + 1) ? 0 : 1;
  const from = firstWeek(year + shift);
  return {
    week: Math.floor((number - from) / 7) + 1,
    weeks: (firstWeek(year + shift + 1) - from) / 7,
  };
}
