/** From a date as written to the instants it can mean, in a zone. */
import type {PartOfDay, Problem, When} from '../events/chronology.js';
import type {EndQuality, ResolvedWhen} from '../events/event-store.js';
import {MS_PER_HOUR, MS_PER_MINUTE} from './civil-calendar.js';
import {dayPart} from './day-part.js';
import {localBounds, shiftMinutes, type LocalBounds} from './edtf-bounds.js';
import {hasOffset} from './edtf-order.js';
import {parseEdtf} from './edtf.js';
import {
  doubtOfPoint,
  type Edtf,
  type EdtfDate,
  type EdtfEnd,
  type EdtfExpression,
  type EdtfPoint,
  type EdtfRange,
} from './edtf-value.js';
import {earliestInstantOfLocal, instantsOfLocal, isZoneName} from './zone.js';
import {zoneWords} from './zone-words.js';

/** The instants that one date can mean, `[start, end)`, and how sure it is. */
type PointSpan = {readonly start: number; readonly end: number; readonly quality: EndQuality};

/**
@param value - a date that was read.
@param zone - IANA zone for dates and for times without an offset.
@param partOfDay - narrows a single whole day to the hours it means; ignored for anything else.
@returns the earliest and latest instants it can mean, `[start, end)`; -Infinity and Infinity where
an end is open or unknown. An interval and a set of all its members are spans, anything else is a
point somewhere between. Marks (`~`, `?`) change the quality of an end and not its place.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function resolveEdtf(value: Edtf, zone: string, partOfDay?: PartOfDay): ResolvedWhen {
  const {expression} = value;
  if (expression.kind === 'interval') {
    const start = endSpan(expression.start, zone);
    const end = endSpan(expression.end, zone);
    return resolved(
      {instant: start?.start ?? -Infinity, quality: endQuality(expression.start)},
      {
        instant: end ? Math.max(end.end, (start?.start ?? -Infinity) + 1) : Infinity,
        quality: endQuality(expression.end),
      },
      true,
    );
  }
  if (expression.kind === 'set') {
    const spans = expression.members.map((member) => memberSpan(member, zone));
    const first = spans.reduce((a, b) => (b.start.instant < a.start.instant ? b : a));
    const last = spans.reduce((a, b) => (b.end.instant > a.end.instant ? b : a));
    return resolved(first.start, last.end, expression.isAll);
  }
  const span = pointSpan(expression, zone, partOfDay);
  return resolved(
    {instant: span.start, quality: span.quality},
    {instant: span.end, quality: span.quality},
    false,
  );
}

/**
@param when - as in a chronology file.
@param chronologyZone - IANA zone that holds when `when` names none.
@returns the instants the date can mean, or a problem with the field within `when` and the column of
the fault, when the EDTF or the zone cannot be read.
*/
export function resolveWhen(when: When, chronologyZone: string): ResolvedWhen | Problem {
  const zone = when.timezone ?? chronologyZone;
  if (!isZoneName(zone)) {
    return {
      severity: 'error',
      field: 'timezone',
      message: `no such time zone: ${zone}`,
      fix: 'write an IANA name such as Asia/Baghdad, or UTC',
    };
  }
  const result = parseEdtf(when.edtf);
  if (!result.ok) {
    return {
      severity: 'error',
      field: 'edtf',
      message: `not a date: ${when.edtf}`,
      fix: `at character ${result.column}: ${result.error}`,
    };
  }
  if (endsBeforeItStarts(result.value, zone)) {
    return {
      severity: 'error',
      field: 'edtf',
      message: `ends before it starts in ${zoneWords(zone)}: ${when.edtf}`,
      fix: 'swap its ends, or write both with an offset from UTC',
    };
  }
  const span = resolveEdtf(result.value, zone, when.part_of_day);
  return when.basis === 'inferred' ? {...span, isInferred: true} : span;
}

/** What the reader of EDTF cannot know: whether a time with an offset comes before a local one. */
function endsBeforeItStarts(value: Edtf, zone: string): boolean {
  const {expression} = value;
  if (expression.kind !== 'interval') return false;
  const points = [expression.start, expression.end].filter(isPoint);
  if (points.length < 2 || points.every(hasOffset) || !points.some(hasOffset)) return false;
  const {start, end} = resolveEnds(value, zone) ?? {};
  return start !== undefined && end !== undefined && end.latest <= start.earliest;
}

function isPoint(end: EdtfEnd): end is EdtfPoint {
  return end.kind === 'date' || end.kind === 'long-year';
}

/** The instants within which one end of an interval falls, `[earliest, latest)`. */
export type EndBounds = {readonly earliest: number; readonly latest: number};

/**
@param zone - IANA zone for dates and for times without an offset.
@returns when an interval can begin and when it can end, each undefined where it is open or unknown;
undefined for anything but an interval. `2003/2004-02` begins in 2003 and ends in February 2004.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function resolveEnds(
  {expression}: Edtf,
  zone: string,
): {readonly start: EndBounds | undefined; readonly end: EndBounds | undefined} | undefined {
  if (expression.kind !== 'interval') return undefined;
  const boundsOf = (end: EdtfEnd): EndBounds | undefined => {
    const span = endSpan(end, zone);
    return span && {earliest: span.start, latest: span.end};
  };
  return {start: boundsOf(expression.start), end: boundsOf(expression.end)};
}

/**
@param zone - IANA zone for dates.
@returns the stretches of time that a set names, in order, those that touch joined into one; nothing is
said of what lies between them. Undefined for anything but a set.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function resolveStretches(
  {expression}: Edtf,
  zone: string,
): readonly Omit<ResolvedWhen, 'isSpan' | 'isInferred'>[] | undefined {
  if (expression.kind !== 'set') return undefined;
  const spans = expression.members
    .map((member) => memberSpan(member, zone))
    .toSorted((a, b) => (a.start.instant < b.start.instant ? -1 : 1));
  const joined: {start: Edge; end: Edge}[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (!last || span.start.instant > last.end.instant) joined.push({...span});
    else if (span.end.instant > last.end.instant) last.end = span.end;
  }
  return joined.map(({start, end}) => ({
    start: start.instant,
    end: end.instant,
    startQuality: start.quality,
    endQuality: end.quality,
  }));
}

/** @returns true for what `resolveWhen` could not resolve. */
export function isProblem(answer: ResolvedWhen | Problem): answer is Problem {
  return 'severity' in answer;
}

type Edge = {readonly instant: number; readonly quality: EndQuality};

function resolved(start: Edge, end: Edge, isSpan: boolean): ResolvedWhen {
  return {
    start: start.instant,
    end: end.instant,
    startQuality: start.quality,
    endQuality: end.quality,
    isSpan,
    isInferred: false,
  };
}

function memberSpan(
  member: EdtfPoint | EdtfRange,
  zone: string,
): {readonly start: Edge; readonly end: Edge} {
  const open: EndQuality = 'open';
  const [from, to] = member.kind === 'range' ? [member.from, member.to] : [member, member];
  const first = from && pointSpan(from, zone);
  const last = to && pointSpan(to, zone);
  return {
    start: {instant: first?.start ?? -Infinity, quality: first?.quality ?? open},
    end: {instant: last?.end ?? Infinity, quality: last?.quality ?? open},
  };
}

function endSpan(end: EdtfEnd, zone: string): PointSpan | undefined {
  return isPoint(end) ? pointSpan(end, zone) : undefined;
}

function endQuality(end: EdtfEnd): EndQuality {
  return isPoint(end) ? qualityOf(end) : end.kind;
}

function qualityOf(point: EdtfPoint): EndQuality {
  const {isUncertain, isApproximate} = doubtOfPoint(point);
  if (isUncertain) return isApproximate ? 'approximate-uncertain' : 'uncertain';
  return isApproximate ? 'approximate' : 'certain';
}

function pointSpan(point: EdtfPoint, zone: string, partOfDay?: PartOfDay): PointSpan {
  // The reader of EDTF lets through no date without a day of the calendar.
  const bounds = localBounds(point) ?? {start: 0, end: 0, lastStart: 0};
  const quality = qualityOf(point);
  if (point.kind === 'date' && point.time) return {...timeSpan(point, bounds, zone), quality};
  const {start, end} = partOfDay && isWholeDay(point) ? narrow(bounds, partOfDay) : bounds;
  const first = earliestInstantOfLocal(start, zone);
  // A day that clocks skipped (Samoa, 30 December 2011) is the moment at which they did.
  return {start: first, end: Math.max(earliestInstantOfLocal(end, zone), first + 1), quality};
}

/** @returns true for one day of the calendar with every digit given and no time: a part of it may be meant. */
export function isWholeDay(point: EdtfExpression): boolean {
  if (point.kind !== 'date' || !point.day || point.time) return false;
  return ![point.year, point.month, point.day].some((part) => part?.digits.includes('X'));
}

function narrow({start}: LocalBounds, partOfDay: PartOfDay): {start: number; end: number} {
  const {from, to} = dayPart(partOfDay);
  return {start: start + from * MS_PER_HOUR, end: start + to * MS_PER_HOUR};
}

/** A local time that clocks showed twice is a point within both; one they skipped is moved on. */
function timeSpan(
  {time}: EdtfDate,
  {start, end}: LocalBounds,
  zone: string,
): {readonly start: number; readonly end: number} {
  const lengthMs = end - start;
  const shift = time && shiftMinutes(time);
  if (shift !== undefined) {
    const instant = start - shift * MS_PER_MINUTE;
    return {start: instant, end: instant + lengthMs};
  }
  const found = instantsOfLocal(start, zone);
  const first = found.kind === 'never' ? found.shifted : found.instant;
  const last = found.kind === 'twice' ? found.second : first;
  return {start: first, end: last + lengthMs};
}
