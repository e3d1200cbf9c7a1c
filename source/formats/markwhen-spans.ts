import {civilTime, daysInMonth, localFromCivil} from '../core/time/civil-calendar.js';
import {edtfInterval, edtfOfParts} from './calendar-parts.js';
import type {
  Amount,
  Grain,
  MarkwhenDate,
  MarkwhenRange,
  MarkwhenRelative,
} from './markwhen-dates.js';

/** When an entry is, on the clock: `[start, end)` in milliseconds as if the clock showed UTC. */
export type ClockSpan = {readonly start: number; readonly end: number; readonly grain: Grain};

/** A resolved entry: its dates as EDTF (one for each repetition), and what could not be said. */
export type ResolvedRange = {
  readonly edtfs: readonly string[];
  /** What later entries reckon from; undefined when it is not known. */
  readonly span: ClockSpan | undefined;
  readonly isReckoned: boolean;
  readonly lost: readonly string[];
};

/** What entries before this one give to reckon from. */
export type EarlierEntries = {
  readonly last: ClockSpan | undefined;
  readonly byId: ReadonlyMap<string, ClockSpan>;
};

/** Most repetitions of an entry that ends repeating, and of one that never does. */
const MOST_REPETITIONS = 1000;
const MOST_REPETITIONS_OF_ENDLESS = 100;
const DAY_MS = 86_400_000;
const FARTHEST_MS = 8e15;

/**
Resolve the dates of an entry.

@returns the dates; a text says why there is none (`now`, or reckoned from an entry without a date).
Source: docs.markwhen.com, "Relative dates", "Due dates", "Dependencies", "Recurring events".
*/
export function resolveRange(
  range: MarkwhenRange,
  earlier: EarlierEntries,
): ResolvedRange | string {
  const {from, to, recurrence} = range;
  const lost: string[] = [];
  if (from.kind === 'now') return '“now” is whenever the notes are read, which is no date';
  for (const date of [from, to]) {
    if (date !== undefined && 'lost' in date && date.lost !== undefined) lost.push(date.lost);
  }
  if (from.kind === 'yearless') return yearless(from.edtf, to, lost);
  if (from.kind === 'edtf') {
    const {edtf, start, end, grain} = from;
    if (recurrence !== undefined) lost.push('the repetition of a date that is not a plain one');
    const isKnown = Number.isFinite(start) && Number.isFinite(end);
    return {
      edtfs: [edtf],
      span: isKnown ? {start, end, grain} : undefined,
      isReckoned: false,
      lost,
    };
  }
  const resolved = resolveSpan(from, to, earlier, lost);
  if (typeof resolved === 'string') return resolved;
  const {span, edtf, isReckoned} = resolved;
  if (recurrence === undefined) return {edtfs: [edtf], span, isReckoned, lost};
  if (typeof recurrence === 'string') {
    lost.push(`the repetition “${recurrence}” cannot be read`);
    return {edtfs: [edtf], span, isReckoned, lost};
  }
  const edtfs = [edtf];
  const {every, times, during, until} = recurrence;
  const isEndless = times === undefined && during === undefined && until?.kind !== 'date';
  const most = isEndless
    ? MOST_REPETITIONS_OF_ENDLESS
    : Math.min(times ?? MOST_REPETITIONS, MOST_REPETITIONS);
  const before =
    during !== undefined
      ? add(span.start, during, 1)
      : until?.kind === 'date'
        ? endOf(until)
        : Number.POSITIVE_INFINITY;
  const grain = finest(span.grain, grainOf(every));
  let isCut = false;
  for (let turn = 1; ; turn += 1) {
    const start =
      every.unit === 'weekday'
        ? weekdayAfter(span.start, every.count * turn)
        : add(span.start, every, turn);
    if (
      start >= before ||
      turn >= (times ?? Number.POSITIVE_INFINITY) ||
      Math.abs(start) > FARTHEST_MS
    )
      break;
    isCut = edtfs.length >= most;
    if (isCut) break;
    const end =
      every.unit === 'weekday' ? start + span.end - span.start : add(span.end, every, turn);
    edtfs.push(edtfOfSpan({start, end, grain}));
  }
  const bound = !isCut
    ? ''
    : isEndless
      ? `; it never ends, the first ${most} are kept`
      : `; only the first ${most} are kept`;
  const kept = edtfs.length === 1 ? 'one event' : `${edtfs.length} single events`;
  lost.push(`the repetition is kept as ${kept}${bound}`);
  return {edtfs, span, isReckoned, lost};
}

type Resolved = {readonly span: ClockSpan; readonly edtf: string; readonly isReckoned: boolean};

function resolveSpan(
  from: Exclude<MarkwhenDate, {kind: 'now' | 'yearless'}>,
  to: MarkwhenDate | undefined,
  earlier: EarlierEntries,
  lost: string[],
): Resolved | string {
  if (from.kind === 'relative') return resolveRelative(from, to, earlier, lost);
  let start: Extract<MarkwhenDate, {kind: 'date'}>;
  if (from.kind === 'time') {
    if (earlier.last === undefined) return 'a time without a date before it';
    const day = floorDay(Math.max(earlier.last.end - 1, earlier.last.start));
    start = atTime(day + from.ofDay);
  } else start = from;
  const own = {start: start.local, end: endOf(start), grain: start.grain};
  if (to === undefined) return {span: own, edtf: start.edtf, isReckoned: from.kind === 'time'};
  if (to.kind === 'now') {
    lost.push('“now” is whenever the notes are read; the end is left open');
    return {span: own, edtf: `${start.edtf}/..`, isReckoned: false};
  }
  if (to.kind === 'yearless') {
    const end = {kind: 'date' as const, ...inYear(to.edtf, start.local)};
    return finishSpan(start, end, true, lost);
  }
  if (to.kind === 'date') return finishSpan(start, to, from.kind === 'time', lost);
  if (to.kind === 'time') {
    const sameDay = floorDay(start.local) + to.ofDay;
    return finishSpan(
      start,
      atTime(sameDay < start.local ? sameDay + DAY_MS : sameDay),
      true,
      lost,
    );
  }
  const base =
    to.id === undefined && to.end === undefined
      ? start.local
      : anchorOf(to, earlier, 'start', lost);
  if (base === undefined) return 'it is reckoned from an entry without a date';
  const end = addAll(base, to.amounts, 1);
  const grain = to.amounts.map(grainOf).reduce(finest, start.grain);
  return spanned({start: start.local, end, grain}, start.edtf, lost);
}

/** Buffer first, length second: `2 days - 3 weeks` begins two days after and lasts three weeks. */
function resolveRelative(
  from: MarkwhenRelative,
  to: MarkwhenDate | undefined,
  earlier: EarlierEntries,
  lost: string[],
): Resolved | string {
  const base = anchorOf(from, earlier, from.isBefore ? 'start' : 'end', lost);
  if (base === undefined) return 'it is reckoned from an entry without a date';
  const baseGrain =
    from.id === undefined
      ? earlier.last?.grain
      : (earlier.byId.get(from.id) ?? earlier.last)?.grain;
  const grain = from.amounts.map(grainOf).reduce(finest, baseGrain ?? 'day');
  const sign = from.isBefore ? -1 : 1;
  const moved = addAll(base, from.amounts, sign);
  if (to === undefined) {
    const span = from.isBefore
      ? {start: moved, end: base, grain}
      : {start: base, end: moved, grain};
    return spanned(span, undefined, lost);
  }
  if (to.kind === 'relative') {
    const grains = to.amounts.map(grainOf).reduce(finest, grain);
    if (to.id !== undefined || to.end !== undefined) {
      const end = anchorOf(to, earlier, 'start', lost);
      if (end === undefined) return 'it is reckoned from an entry without a date';
      return spanned(
        {start: moved, end: addAll(end, to.amounts, to.isBefore ? -1 : 1), grain: grains},
        undefined,
        lost,
      );
    }
    const other = addAll(moved, to.amounts, sign);
    return spanned(
      from.isBefore
        ? {start: other, end: moved, grain: grains}
        : {start: moved, end: other, grain: grains},
      undefined,
      lost,
    );
  }
  if (to.kind === 'now') {
    lost.push('“now” is whenever the notes are read; the end is left open');
    const first = edtfAt(moved, grain);
    return {span: {start: moved, end: moved, grain}, edtf: `${first}/..`, isReckoned: true};
  }
  const end =
    to.kind === 'date'
      ? to
      : to.kind === 'time'
        ? atTime(floorDay(moved) + to.ofDay)
        : {kind: 'date' as const, ...inYear(to.edtf, moved)};
  return spanned({start: moved, end: endOf(end), grain: finest(grain, end.grain)}, undefined, lost);
}

/** The moment a relative date is reckoned from; an entry that cannot be found is the last one. */
function anchorOf(
  date: MarkwhenRelative,
  earlier: EarlierEntries,
  side: 'start' | 'end',
  lost: string[],
): number | undefined {
  const known = date.id === undefined ? undefined : earlier.byId.get(date.id);
  if (date.id !== undefined && known === undefined) {
    lost.push(`no entry before this one has the id “${date.id}”; it is reckoned from the last one`);
  }
  return (known ?? earlier.last)?.[date.end ?? side];
}

function finishSpan(
  start: Extract<MarkwhenDate, {kind: 'date'}>,
  end: Extract<MarkwhenDate, {kind: 'date'}>,
  isReckoned: boolean,
  lost: string[],
): Resolved {
  const grain = finest(start.grain, end.grain);
  const edtf = edtfInterval(start.edtf, end.edtf);
  if (edtf === undefined) {
    lost.push(`the end ${end.edtf}, which does not come after the start`);
    return {
      span: {start: start.local, end: endOf(start), grain: start.grain},
      edtf: start.edtf,
      isReckoned,
    };
  }
  return {span: {start: start.local, end: endOf(end), grain}, edtf, isReckoned};
}

function spanned(
  span: ClockSpan,
  startEdtf: string | undefined,
  lost: string[],
): Resolved | string {
  if (![span.start, span.end].every((one) => Math.abs(one) < FARTHEST_MS))
    return 'the date is too far away';
  if (span.end < span.start) {
    lost.push('the end, which is before the start');
    return {
      span: {...span, end: span.start},
      edtf: edtfAt(span.start, span.grain),
      isReckoned: true,
    };
  }
  const offset = /T.*?(Z|[+-]\d{2}:\d{2})$/.exec(startEdtf ?? '')?.[1] ?? '';
  return {span, edtf: edtfOfSpan(span, offset), isReckoned: true};
}

function yearless(edtf: string, to: MarkwhenDate | undefined, lost: string[]): ResolvedRange {
  lost.push('there is no year (markwhen takes the year in which the notes are read)');
  const end = to?.kind === 'yearless' ? to.edtf : undefined;
  if (to !== undefined && end === undefined) lost.push('the end of a date without a year');
  return {
    edtfs: [end === undefined ? edtf : (edtfInterval(edtf, end) ?? edtf)],
    span: undefined,
    isReckoned: false,
    lost,
  };
}

/** A date without a year, as the end of a span: the first such day not before its start. */
function inYear(edtf: string, start: number): {local: number; grain: Grain; edtf: string} {
  const [, month = 1, day] = edtf.split('-').map(Number);
  for (const year of [civilTime(start).year, civilTime(start).year + 1]) {
    const date = {year, month, day: Math.min(day ?? 1, daysInMonth(year, month))};
    const local = localFromCivil(date);
    if (local >= start || year !== civilTime(start).year) {
      const grain = day === undefined ? 'month' : 'day';
      return {local, grain, edtf: edtfAt(local, grain)};
    }
  }
  return {local: start, grain: 'day', edtf: edtfAt(start, 'day')};
}

/** `offset` is what the start is written with, when it is a time with an offset. */
function edtfOfSpan(span: ClockSpan, offset = ''): string {
  const first = `${edtfAt(span.start, span.grain)}${offset}`;
  const last = `${edtfAt(lastOf(span), span.grain)}${offset}`;
  return first === last ? first : `${first}/${last}`;
}

/** The last unit inside a span; the end itself when it is a time. */
function lastOf({start, end, grain}: ClockSpan): number {
  if (grain === 'time' || end <= start) return Math.max(start, end);
  if (grain === 'day') return Math.max(start, end - DAY_MS);
  return Math.max(start, add(end, {count: 1, unit: grain}, -1));
}

function edtfAt(local: number, grain: Grain): string {
  const {year, month, day, hour, minute, second} = civilTime(local);
  const parts = {
    year,
    ...(grain !== 'year' && {month}),
    ...((grain === 'day' || grain === 'time') && {day}),
    ...(grain === 'time' && {hour, minute, second}),
  };
  return edtfOfParts(parts)?.edtf ?? '';
}

function atTime(local: number): Extract<MarkwhenDate, {kind: 'date'}> {
  return {kind: 'date', local, grain: 'time', edtf: edtfAt(local, 'time')};
}

/** The moment after a date: its last year, month or day ended; a time is an instant. */
function endOf(date: Extract<MarkwhenDate, {kind: 'date'}>): number {
  return date.grain === 'time' ? date.local : add(date.local, {count: 1, unit: date.grain}, 1);
}

function addAll(local: number, amounts: readonly Amount[], sign: 1 | -1): number {
  return amounts.reduce((sum, amount) => add(sum, amount, sign), local);
}

const FIXED_MS = {
  week: 7 * DAY_MS,
  day: DAY_MS,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
} as const;

/** @returns a moment so many units later (or earlier); the 31st becomes the last day of a shorter month. */
function add(local: number, amount: Amount, times: number): number {
  const {unit} = amount;
  const count = amount.count * times;
  if (unit === 'weekday') return addWeekdays(local, count);
  if (unit !== 'year' && unit !== 'month') return local + count * FIXED_MS[unit];
  const date = civilTime(local);
  const months = date.year * 12 + date.month - 1 + count * (unit === 'year' ? 12 : 1);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (Math.abs(year) > 275_000) return Number.POSITIVE_INFINITY;
  return localFromCivil({...date, year, month, day: Math.min(date.day, daysInMonth(year, month))});
}

/** @returns the same time on the nth day after that is no Saturday and no Sunday. */
function weekdayAfter(local: number, nth: number): number {
  const {weekday} = civilTime(local);
  // From a weekend the days are counted as from the Friday before it.
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  const weeks = Math.floor(nth / 5);
  let at = local + (weeks * 7 - back) * DAY_MS;
  for (let left = nth - weeks * 5; left > 0; left -= 1) {
    at += (civilTime(at).weekday === 5 ? 3 : 1) * DAY_MS;
  }
  return at;
}

function addWeekdays(local: number, count: number): number {
  const step = count < 0 ? -1 : 1;
  // Whole weeks at once: five weekdays each.
  const weeks = Math.trunc(count / 5);
  let at = local + weeks * 7 * DAY_MS;
  for (let left = Math.abs(count - weeks * 5); left > 0;) {
    const weekday = civilTime(step > 0 ? at : at - DAY_MS).weekday;
    if (weekday !== 0 && weekday !== 6) left -= 1;
    at += step * DAY_MS;
  }
  return at;
}

function floorDay(local: number): number {
  return Math.floor(local / DAY_MS) * DAY_MS;
}

const GRAINS: readonly Grain[] = ['year', 'month', 'day', 'time'];

function finest(one: Grain, other: Grain): Grain {
  return GRAINS[Math.max(GRAINS.indexOf(one), GRAINS.indexOf(other))] ?? 'time';
}

function grainOf({unit}: Amount): Grain {
  if (unit === 'year' || unit === 'month') return unit;
  return unit === 'week' || unit === 'day' || unit === 'weekday' ? 'day' : 'time';
}
