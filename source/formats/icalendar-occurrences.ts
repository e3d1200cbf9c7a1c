import {expandExclusion, expandRule, type RuleBudget} from './expand-rule.js';
import type {ICalEntry, ICalLibrary, ICalProperty} from './icalendar-parts.js';
import {firstText, type ICalProperties, valueText} from './icalendar-properties.js';
import {
  DAY_MS,
  edtfOfMoment,
  type ICalMoment,
  type ICalZone,
  instantOf,
  momentAt,
  readMoment,
  withLocal,
} from './icalendar-times.js';
import type {Import} from './imported-chronology.js';
import {quoteCell} from './table-cells.js';

/** What the entries of a calendar share while it is read. */
export type CalendarContext = {
  readonly library: ICalLibrary;
  readonly budget: RuleBudget;
  /** IANA zone of the calendar, for floating times. */
  readonly timezone: string;
  /** IANA zone of the chronology. */
  readonly defaultTimezone: string;
  /** The lane, when the file has several calendars. */
  readonly side: string | undefined;
  readonly zoneOf: (tzid: string) => ICalZone;
  /** Occurrences that an entry of their own replaces, by UID. */
  readonly replaced: Map<string, ICalMoment[]>;
};

/** When an occurrence is; the end is the last day, or the moment of the end. */
export type ICalSpan = {readonly start: ICalMoment; readonly end: ICalMoment | undefined};

/** Most occurrences listed by RDATE that are taken. */
const MOST_LISTED = 1000;

/** @returns when an entry is by its own DTSTART, DTEND, DURATION or DUE; a text says why it is not known. */
export function readSpan(
  entry: ICalEntry,
  properties: ICalProperties,
  row: number,
  found: Import,
  context: CalendarContext,
): ICalSpan | string {
  const moment = (name: string): ICalMoment | undefined => {
    const property = properties.get(name)?.[0];
    return property === undefined
      ? undefined
      : readMoment(property.values[0], property, context.zoneOf);
  };
  const isTodo = entry.component === 'VTODO';
  const start = moment('dtstart') ?? (isTodo ? (moment('due') ?? moment('completed')) : undefined);
  if (start === undefined) {
    const written = ['dtstart', 'due', 'completed'].flatMap(
      (name) => properties.get(name) ?? [],
    )[0];
    return written === undefined
      ? 'there is no date'
      : `the date cannot be read: ${quoteCell(written.raw)}`;
  }
  const given = moment(isTodo ? 'due' : 'dtend');
  const duration = properties.get('duration')?.[0]?.values[0];
  let end = given;
  if (given === undefined && typeof duration === 'string') {
    end = addDuration(start, duration, context.library);
    if (end === undefined)
      found.lose(row, 'DURATION', `the duration cannot be read: ${quoteCell(duration)}`);
  }
  for (const name of isTodo ? ['dtstart', 'due'] : ['dtend']) {
    const written = properties.get(name)?.[0];
    if (written !== undefined && moment(name) === undefined)
      found.lose(row, name.toUpperCase(), `the date cannot be read: ${quoteCell(written.raw)}`);
  }
  if (end === undefined) return {start, end: undefined};
  if (end.isDate !== start.isDate) {
    found.lose(
      row,
      'DTEND',
      'one of start and end is a day and the other a time; the end is left out',
    );
    return {start, end: undefined};
  }
  const length = instantOf(end) - instantOf(start);
  if (length < 0) {
    found.lose(row, 'DTEND', `the end ${edtfOfMoment(end)} is before the start`);
    return {start, end: undefined};
  }
  if (start.isDate) {
    // The end of a span of days is the day after; a task is due on its last day.
    const last = isTodo || end.local === start.local ? end.local : end.local - DAY_MS;
    return {start, end: {...end, local: last}};
  }
  return {start, end: momentAt(instantOf(end), start.zone)};
}

/** Days and weeks are counted on the calendar, hours and less by the clock (RFC 5545 §3.3.6). */
function addDuration(
  start: ICalMoment,
  value: string,
  library: ICalLibrary,
): ICalMoment | undefined {
  try {
    const duration = library.Duration.fromString(value);
    const sign = duration.isNegative ? -1 : 1;
    const days = sign * (duration.weeks * 7 + duration.days) * DAY_MS;
    const rest = sign * (duration.hours * 3600 + duration.minutes * 60 + duration.seconds) * 1000;
    if (!Number.isFinite(days + rest) || Math.abs(days + rest) > 1e15) return undefined;
    const shifted = withLocal(start, start.local + days);
    return rest === 0 || start.isDate ? shifted : momentAt(instantOf(shifted) + rest, start.zone);
  } catch {
    return undefined;
  }
}

/** All occurrences of an entry, in order: RRULE and RDATE, without EXDATE and without those replaced. */
export function expandEntry(
  span: ICalSpan,
  properties: ICalProperties,
  row: number,
  found: Import,
  context: CalendarContext,
): ICalSpan[] {
  const uid = firstText(properties, 'uid');
  const changed = properties.get('recurrence-id')?.[0];
  if (changed !== undefined) {
    const moment = readMoment(changed.values[0], changed, context.zoneOf);
    if (moment === undefined)
      found.lose(
        row,
        'RECURRENCE-ID',
        `the occurrence it changes cannot be read: ${quoteCell(changed.raw)}`,
      );
    else addTo(context.replaced, uid, moment);
    if (changed.parameters['range'] !== undefined) {
      found.lose(
        row,
        'RECURRENCE-ID',
        'it changes later occurrences too; only this one is changed',
      );
    }
    return [span];
  }
  const rules = ruleTexts(properties, 'rrule');
  const listed = readListed(properties.get('rdate') ?? [], span, row, found, context);
  if (rules.length === 0 && listed.length === 0) return [span];
  const spans: ICalSpan[] = rules.length === 0 ? [span] : [];
  const read: {rule: string; remarks: readonly string[]; spans: readonly ICalSpan[]}[] = [];
  for (const rule of rules) {
    const result = expandRule(rule, span.start, context.budget);
    if (typeof result === 'string') {
      found.lose(row, 'RRULE', `the rule ${rule} cannot be read: ${result}`);
      spans.push(span);
      continue;
    }
    const own = result.locals.map((local) => shift(span, withLocal(span.start, local)));
    read.push({rule, remarks: result.remarks, spans: own});
    spans.push(...own);
  }
  spans.push(...listed);
  const left = (properties.get('exdate') ?? []).flatMap((property) =>
    property.values.flatMap((value) => {
      const moment = readMoment(value, property, context.zoneOf);
      if (moment !== undefined) return [moment];
      found.lose(row, 'EXDATE', `the date cannot be read: ${quoteCell(valueText(value))}`);
      return [];
    }),
  );
  const ruledOut = excludedByRule(properties, spans, span, row, found, context);
  const gone = [...left, ...ruledOut, ...(context.replaced.get(uid) ?? [])];
  const goneKeys = new Set(gone.map((moment) => keyOf(moment, instantOf(moment))));
  const goneDays = new Set(
    gone.filter(({isDate}) => isDate).map(({local}) => Math.floor(local / DAY_MS)),
  );
  const kept = new Map<string, {readonly span: ICalSpan; readonly instant: number}>();
  for (const one of spans) {
    const instant = instantOf(one.start);
    const key = keyOf(one.start, instant);
    const isGone = goneKeys.has(key) || goneDays.has(Math.floor(one.start.local / DAY_MS));
    if (!isGone && !kept.has(key)) kept.set(key, {span: one, instant});
  }
  const all = new Set([...kept.values()].map((one) => one.span));
  for (const {rule, remarks, spans: own} of read) {
    const count = own.filter((one) => all.has(one)).length;
    const how = count === 1 ? 'as one event' : `as ${count} single events`;
    found.lose(row, 'RRULE', [`the rule ${rule} is kept ${how}`, ...remarks].join('; '));
  }
  return [...kept.values()].sort((a, b) => a.instant - b.instant).map((one) => one.span);
}

function keyOf(moment: ICalMoment, instant: number): string {
  return moment.isDate ? `day ${Math.floor(moment.local / DAY_MS)}` : String(instant);
}

/** Occurrences that an EXRULE takes away. */
function excludedByRule(
  properties: ICalProperties,
  spans: readonly ICalSpan[],
  {start}: ICalSpan,
  row: number,
  found: Import,
  context: CalendarContext,
): ICalMoment[] {
  const last = spans.reduce((most, one) => Math.max(most, one.start.local), start.local);
  return ruleTexts(properties, 'exrule').flatMap((rule) => {
    const locals = expandExclusion(rule, start, last, context.budget);
    if (typeof locals !== 'string') return locals.map((local) => withLocal(start, local));
    found.lose(row, 'EXRULE', `the rule ${rule} cannot be read: ${locals}`);
    return [];
  });
}

function ruleTexts(properties: ICalProperties, name: 'rrule' | 'exrule'): readonly string[] {
  return (properties.get(name) ?? []).map(({values}) => valueText(values[0]).slice(0, 500));
}

/** Occurrences listed one by one, as dates or as periods with their own length. */
function readListed(
  properties: readonly ICalProperty[],
  span: ICalSpan,
  row: number,
  found: Import,
  context: CalendarContext,
): ICalSpan[] {
  const spans: ICalSpan[] = [];
  const values = properties.flatMap((property) =>
    property.values.map((value) => ({property, value})),
  );
  for (const {property, value} of values.slice(0, MOST_LISTED)) {
    const [from, to] = Array.isArray(value) ? (value as unknown[]) : [value, undefined];
    const start = readMoment(from, property, context.zoneOf);
    if (start === undefined) {
      found.lose(row, 'RDATE', `the date cannot be read: ${quoteCell(valueText(from))}`);
      continue;
    }
    const onClock =
      start.isDate === span.start.isDate && !start.isDate
        ? momentAt(instantOf(start), span.start.zone)
        : start;
    const moved = shift(span, onClock);
    if (typeof to !== 'string') spans.push(moved);
    else {
      const end = to.startsWith('P')
        ? addDuration(start, to, context.library)
        : readMoment(to, property, context.zoneOf);
      spans.push({
        start: moved.start,
        end: end === undefined ? undefined : momentAt(instantOf(end), onClock.zone),
      });
    }
  }
  if (values.length > MOST_LISTED)
    found.lose(row, 'RDATE', `only the first ${MOST_LISTED} dates are kept`);
  return spans;
}

/** The same length from another start. */
function shift(span: ICalSpan, start: ICalMoment): ICalSpan {
  if (span.end === undefined || span.start.isDate !== start.isDate) return {start, end: undefined};
  if (start.isDate)
    return {start, end: {...span.end, local: start.local + span.end.local - span.start.local}};
  return {
    start,
    end: momentAt(instantOf(start) + instantOf(span.end) - instantOf(span.start), start.zone),
  };
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
