import type {Instant} from '../events/event-store.js';
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_MONTH,
  MS_PER_SECOND,
  MS_PER_YEAR,
  civilTime,
  startOfCivilDay,
} from '../time/civil-calendar.js';
import {earliestInstantOfLocal, offsetAt, zonedTime} from '../time/zone.js';

export type TickUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** So many units: 6 hours, 3 months, 10 000 years. */
export type TickStep = {readonly unit: TickUnit; readonly every: number};

const UNIT_MS: Readonly<Record<TickUnit, number>> = {
  second: MS_PER_SECOND,
  minute: MS_PER_MINUTE,
  hour: MS_PER_HOUR,
  day: MS_PER_DAY,
  month: MS_PER_MONTH,
  year: MS_PER_YEAR,
};

const STEPS: readonly TickStep[] = [
  ...[1, 5, 10, 15, 30].map((every): TickStep => ({unit: 'second', every})),
  ...[1, 5, 10, 15, 30].map((every): TickStep => ({unit: 'minute', every})),
  ...[1, 2, 3, 6, 12].map((every): TickStep => ({unit: 'hour', every})),
  ...[1, 2, 5, 10].map((every): TickStep => ({unit: 'day', every})),
  ...[1, 2, 3, 6].map((every): TickStep => ({unit: 'month', every})),
];

/** Most ticks that are ever asked for: more than any screen has columns. */
const MOST_TICKS = 2000;

/** @returns the mean length of a step in milliseconds. */
export function stepLengthMs(step: TickStep): number {
  return UNIT_MS[step.unit] * step.every;
}

/**
@returns the least length in milliseconds by which steps of `[start, end)` can be told apart: so far
away that floats are days apart, a day has no ticks.
*/
export function finestStepMs(start: Instant, end: Instant): number {
  return Math.max(Math.abs(start), Math.abs(end)) * Number.EPSILON * 4;
}

/** @returns the finest calendar step whose mean length is at least `leastMs`. */
export function tickStepFrom(leastMs: number): TickStep {
  const found = STEPS.find((step) => stepLengthMs(step) >= leastMs);
  return found ?? yearStepFrom(leastMs);
}

/** @returns the next coarser step. */
export function coarserStep(step: TickStep): TickStep {
  const next = STEPS[STEPS.findIndex((s) => s.unit === step.unit && s.every === step.every) + 1];
  if (step.unit !== 'year' && next) return next;
  return yearStepFrom(stepLengthMs(step) * 1.01);
}

function yearStepFrom(leastMs: number): TickStep {
  const years = Math.max(1, leastMs / UNIT_MS.year);
  const power = 10 ** Math.floor(Math.log10(years));
  const part = years / power;
  const every = part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10;
  return {unit: 'year', every: every * power};
}

/**
@returns the instants in `[start, end)` at which a step of the calendar begins in a zone, ascending.
Hours and shorter follow the clocks on the wall: one that is skipped gives no tick, one that comes
twice gives two. Years before year 1 are counted as BC, so that the ticks fall on round BC years.
*/
export function calendarTicks(
  start: Instant,
  end: Instant,
  step: TickStep,
  zone: string,
): readonly Instant[] {
  const lengthMs = stepLengthMs(step);
  if (!(end > start) || (end - start) / lengthMs > MOST_TICKS) return [];
  if (lengthMs < finestStepMs(start, end)) return [];
  switch (step.unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return clockTicks(start, end, lengthMs, zone);
    case 'day':
      return dayTicks(start, end, step.every, zone);
    case 'month':
      return monthTicks(start, end, step.every, zone);
    case 'year':
      return yearTicks(start, end, step.every, zone);
  }
}

function clockTicks(start: Instant, end: Instant, lengthMs: number, zone: string): Instant[] {
  const out: Instant[] = [];
  let offset = offsetAt(zone, start);
  let next = Math.ceil((start + offset) / lengthMs) * lengthMs - offset;
  if (next < start) next += lengthMs;
  while (next < end && out.length < MOST_TICKS) {
    const nextOffset = offsetAt(zone, next);
    if (nextOffset === offset) {
      out.push(next);
    } else {
      const change = changeBetween(out.at(-1) ?? start, next, zone);
      offset = nextOffset;
      next = Math.ceil((change + offset) / lengthMs) * lengthMs - offset;
      if (next >= end) break;
      out.push(next);
    }
    next += lengthMs;
  }
  return out;
}

/** @returns the first instant after `from` with the offset of `to`. */
function changeBetween(from: Instant, to: Instant, zone: string): Instant {
  const target = offsetAt(zone, to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === target) high = middle;
    else low = middle;
  }
  return high;
}

function dayTicks(start: Instant, end: Instant, every: number, zone: string): Instant[] {
  const first = Math.floor((start + offsetAt(zone, start)) / MS_PER_DAY);
  const last = Math.ceil((end + offsetAt(zone, end)) / MS_PER_DAY);
  const out: Instant[] = [];
  // Counted from the first: beyond 2^53 a day and one more are the same number.
  for (let nth = 0; nth <= last - first; nth++) {
    const day = first + nth;
    const {day: ofMonth} = civilTime(day * MS_PER_DAY);
    // Counted anew each month, and none so late that the 1st of the next would follow too soon.
    const isStep = every === 1 || ((ofMonth - 1) % every === 0 && ofMonth <= 31 - every / 2);
    if (!isStep) continue;
    const instant = earliestInstantOfLocal(day * MS_PER_DAY, zone);
    // A day that clocks skipped (Samoa, 30 December 2011) begins when the next one does.
    if (instant !== out.at(-1)) out.push(instant);
  }
  return out.filter((instant) => instant >= start && instant < end);
}

function monthTicks(start: Instant, end: Instant, every: number, zone: string): Instant[] {
  const civil = zonedTime(start, zone);
  const out: Instant[] = [];
  let month = Math.floor((civil.month - 1) / every) * every + 1;
  for (;;) {
    const instant = earliestInstantOfLocal(startOfCivilDay(civil.year, month, 1), zone);
    if (instant >= end) return out;
    if (instant >= start) out.push(instant);
    month += every;
  }
}

function yearTicks(start: Instant, end: Instant, every: number, zone: string): Instant[] {
  const {year} = zonedTime(start, zone);
  const out: Instant[] = [];
  // Counted without a year 0: -1 is 1 BC, the year 0 of the calendar.
  let tick = year >= 1 ? Math.ceil(year / every) * every : -Math.floor((1 - year) / every) * every;
  while (out.length < MOST_TICKS) {
    const instant = earliestInstantOfLocal(startOfCivilDay(tick > 0 ? tick : tick + 1), zone);
    if (instant >= end) return out;
    if (instant >= start && out.at(-1) !== instant) out.push(instant);
    const following = tick + every;
    if (following === tick) return out;
    tick = following;
  }
  return out;
}
