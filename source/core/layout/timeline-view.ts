/** Where the timeline stands, as a value, and what the keys do to it. */
import type {EventRow, EventView, Instant} from '../events/event-store.js';
import {foldQuietSpans} from './quiet-spans.js';
import {timelineAxis, type ScaleName, type TimelineAxis} from './timeline-axis.js';

/** A window on time. */
export type TimelineView = {
  readonly scale: ScaleName;
  /** The window of the scales *time* and *broken*, `[start, end)`. */
  readonly start: Instant;
  readonly end: Instant;
  /** The window of the scale *sequence*: positions of events, `[firstStep, lastStep)`, may be fractions. */
  readonly firstStep: number;
  readonly lastStep: number;
};

/** A window in the units of its axis. */
export type AxisWindow = {readonly from: number; readonly to: number};

const YEAR_MS = 31_556_952_000;
const SHORTEST_MS = 1000;
/** Everything EDTF can name lies within; a window of 10^10 years fits many times over. */
const FARTHEST_MS = 4e12 * YEAR_MS;
/** Below this part of its distance from 1970 a span of time is lost in rounding. */
const FINEST = 2 ** -41;
const MARGIN = 0.02;
/** Of a window of 30 columns, the narrowest there is. */
const HALF_COLUMN = 1 / 60;

/** In the order in which a key goes through them. */
export const SCALES: readonly ScaleName[] = ['time', 'broken', 'sequence'];

/** @returns everything in view; on the broken scale when there are quiet spans to fold, else by time. */
export function initialTimeline(view: EventView): TimelineView {
  return fitTimeline(view, foldQuietSpans(view).length > 1 ? 'broken' : 'time');
}

/** @returns a window on the whole view with a margin at both ends. */
export function fitTimeline(view: EventView, scale: ScaleName): TimelineView {
  const {from, to} = timelineAxis('time', view);
  const whole = {scale, start: from, end: to, firstStep: 0, lastStep: Math.max(1, view.count)};
  const axis = timelineAxis(scale, view);
  const margin = scale === 'sequence' ? 0 : (axis.to - axis.from) * MARGIN;
  return place(whole, axis, {from: axis.from - margin, to: axis.to + margin});
}

/** Shorter events are seen between the nearest before and after them. */
const SHORTEST_FITTED_MS = 60_000;
/** Room at both sides of what is fitted, as a part of it. */
const FIT_MARGIN = 0.1;

/**
@returns a window that an event fills, from where it may begin to where it may end; of a moment, which
has no length to fill it with, one from the nearest event before it to the nearest after it.
*/
export function fitSelection(
  timeline: TimelineView,
  view: EventView,
  position: number,
): TimelineView {
  const row = rowAt(view, position);
  if (!row) return timeline;
  const axis = timelineAxis(timeline.scale, view);
  if (timeline.scale === 'sequence') {
    return place(timeline, axis, {from: position - 2, to: position + 3});
  }
  const [from, to] = [startOf(row, view), endOf(row, view)];
  const near =
    to - from >= SHORTEST_FITTED_MS
      ? []
      : view.rows(Math.max(0, position - 1), position + 2).map((each) => startOf(each, view));
  const low = axis.placeOf(Math.min(from, ...near));
  const high = axis.placeOf(Math.max(to, ...near));
  const margin = (high - low) * FIT_MARGIN;
  return place(timeline, axis, {from: low - margin, to: high + margin});
}

/**
@param factor - above 1 shows more detail, between 0 and 1 less.
@param fraction - what stays where it is: 0 the left edge of the window, 1 the right edge.
@returns the window zoomed, not beyond a second or 10^10 years.
*/
export function zoomTimeline(
  timeline: TimelineView,
  view: EventView,
  factor: number,
  fraction = 0.5,
): TimelineView {
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  const span = clampSpan(axis, (to - from) / factor, from + (to - from) * fraction);
  const fixed = from + (to - from) * fraction;
  return place(timeline, axis, {from: fixed - span * fraction, to: fixed + span * (1 - fraction)});
}

/**
@param windows - how far, in widths of the window; negative is earlier.
@returns the window moved.
*/
export function panTimeline(
  timeline: TimelineView,
  view: EventView,
  windows: number,
): TimelineView {
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  const by = (to - from) * windows;
  return place(timeline, axis, {from: from + by, to: to + by});
}

/** @returns the window moved so that `[start, end)` is in its middle, and widened when it is too narrow for it. */
export function goToDate(
  timeline: TimelineView,
  view: EventView,
  start: Instant,
  end: Instant,
): TimelineView {
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  const low = axis.placeOf(Number.isFinite(start) ? start : end);
  const high = axis.placeOf(Number.isFinite(end) ? end : start);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return timeline;
  // The broken scale goes on beyond its ends, but there is nothing there to see.
  const isPartly = axis.pieces.length > 0 && low < axis.to && high > axis.from;
  const [first, last] = isPartly
    ? [Math.max(low, axis.from), Math.min(high, axis.to)]
    : [low, high];
  const span = Math.max(to - from, (last - first) * 1.2);
  const middle = (first + last) / 2;
  return place(timeline, axis, {from: middle - span / 2, to: middle + span / 2});
}

/** @returns true when the window shows some of `[start, end)`; the scales that end with the events may not reach it. */
export function showsDate(
  timeline: TimelineView,
  view: EventView,
  start: Instant,
  end: Instant,
): boolean {
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  if (axis.scale !== 'sequence') return axis.placeOf(end) > from && axis.placeOf(start) < to;
  // Steps know no time beyond the events.
  const {extent} = view;
  return extent === undefined || (end > extent.start && start < extent.end);
}

/** @returns the window moved as little as possible so that an event shows, whole when there is room. */
export function showOnTimeline(
  timeline: TimelineView,
  view: EventView,
  position: number,
): TimelineView {
  const row = rowAt(view, position);
  if (!row) return timeline;
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  const margin = (to - from) * MARGIN;
  // Columns are whole: what is nearer to the edge than half of one may be drawn beyond it.
  const edge = (to - from) * HALF_COLUMN;
  const [low, high] = extentOnAxis(axis, row, view);
  const room = to - from - 2 * margin;
  const anchor = placeOfEvent(axis, row, view);
  // What is too long to show whole shows its place, a point the middle of where it may lie.
  const [first, last] = high - low <= room ? [low, high] : [anchor, anchor];
  if (first >= from + edge && last <= to - edge) return timeline;
  const by = first < from + edge ? first - margin - from : last + margin - to;
  return place(timeline, axis, {from: from + by, to: to + by});
}

/** @returns the window as near to where it was as steps of a view allow that holds other events. */
export function withinSteps(timeline: TimelineView, view: EventView): TimelineView {
  if (timeline.scale !== 'sequence' || view.count === 0) return timeline;
  const axis = timelineAxis('sequence', view);
  return place(timeline, axis, windowOf(timeline, axis));
}

/** @returns the same part of time on the next scale. */
export function cycleScale(timeline: TimelineView, view: EventView): TimelineView {
  const next = SCALES[(SCALES.indexOf(timeline.scale) + 1) % SCALES.length] ?? 'time';
  const whole = fitTimeline(view, next);
  const isWhole =
    timeline.scale === 'sequence'
      ? timeline.firstStep <= 0 && timeline.lastStep >= view.count
      : view.extent === undefined ||
        (timeline.start <= view.extent.start && timeline.end >= view.extent.end);
  if (isWhole) return whole;
  if (next === 'sequence') {
    const from = view.firstFrom(timeline.start);
    const to = Math.max(from + 1, view.firstFrom(timeline.end));
    return {...timeline, scale: next, firstStep: from, lastStep: to};
  }
  if (timeline.scale !== 'sequence') return {...timeline, scale: next};
  const axis = timelineAxis('time', view);
  const first = rowAt(view, Math.max(0, Math.floor(timeline.firstStep)));
  const last = rowAt(view, Math.min(view.count, Math.ceil(timeline.lastStep)) - 1);
  if (!first || !last) return whole;
  const from = startOf(first, view);
  const to = endOf(last, view);
  const margin = Math.max(SHORTEST_MS, to - from) * MARGIN;
  return place({...timeline, scale: next}, axis, {from: from - margin, to: to + margin});
}

/** @returns where an event lies in the window, from 0 (left edge) to 1 (right edge); outside it beyond these. */
export function fractionOf(timeline: TimelineView, view: EventView, position: number): number {
  const row = rowAt(view, position);
  if (!row) return 0.5;
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  return (placeOfEvent(axis, row, view) - from) / (to - from);
}

/** @returns the window in the units of the axis of its scale. */
export function windowOf(timeline: TimelineView, axis: TimelineAxis): AxisWindow {
  return axis.scale === 'sequence'
    ? {from: timeline.firstStep, to: timeline.lastStep}
    : {from: axis.placeOf(timeline.start), to: axis.placeOf(timeline.end)};
}

function place(timeline: TimelineView, axis: TimelineAxis, window: AxisWindow): TimelineView {
  const middle = (window.from + window.to) / 2;
  const span = clampSpan(axis, window.to - window.from, middle);
  const centre = clampCentre(axis, middle, span);
  const isSame = span === window.to - window.from && centre === middle;
  const [from, to] = isSame ? [window.from, window.to] : [centre - span / 2, centre + span / 2];
  if (axis.scale === 'sequence') return {...timeline, firstStep: from, lastStep: to};
  return {...timeline, start: axis.instantAt(from), end: axis.instantAt(to)};
}

function clampSpan(axis: TimelineAxis, span: number, centre: number): number {
  if (axis.scale === 'sequence') return clamp(span, Math.min(5, axis.to), axis.to + 2);
  if (axis.pieces.length > 0) {
    const around = axis.instantAt(centre);
    const shortest = Math.max(SHORTEST_MS, Math.abs(around) * FINEST) / 2;
    const least = axis.placeOf(around + shortest) - axis.placeOf(around - shortest);
    return clamp(span, least, 1 + 2 * MARGIN);
  }
  const shortest = Math.max(SHORTEST_MS, Math.abs(centre) * FINEST);
  return clamp(span, shortest, FARTHEST_MS);
}

/** Time has no edges but the farthest; the other scales are kept within a window of what they hold. */
function clampCentre(axis: TimelineAxis, centre: number, span: number): number {
  if (axis.scale === 'sequence') {
    return span >= axis.to ? axis.to / 2 : clamp(centre, span / 2, axis.to - span / 2);
  }
  if (axis.pieces.length > 0) return clamp(centre, axis.from, axis.to);
  return clamp(centre, -FARTHEST_MS, FARTHEST_MS);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function rowAt(view: EventView, position: number): EventRow | undefined {
  return view.rows(position, position + 1)[0];
}

/** An open start reaches back to the beginning of what is known. */
function startOf(row: EventRow, view: EventView): Instant {
  if (Number.isFinite(row.when.start)) return row.when.start;
  return Number.isFinite(row.when.end)
    ? Math.min(row.when.end, view.extent?.start ?? row.when.end)
    : (view.extent?.start ?? 0);
}

function endOf(row: EventRow, view: EventView): Instant {
  if (Number.isFinite(row.when.end)) return row.when.end;
  return Math.max(startOf(row, view), view.extent?.end ?? 0);
}

function extentOnAxis(axis: TimelineAxis, row: EventRow, view: EventView): [number, number] {
  if (axis.scale === 'sequence') return [row.index, row.index + 1];
  return [axis.placeOf(startOf(row, view)), axis.placeOf(endOf(row, view))];
}

/** The beginning of a span, and the middle of the time in which a point may lie: its sign stands there. */
function placeOfEvent(axis: TimelineAxis, row: EventRow, view: EventView): number {
  if (axis.scale === 'sequence') return row.index + 0.5;
  const start = startOf(row, view);
  return axis.placeOf(row.when.isSpan ? start : (start + endOf(row, view)) / 2);
}
