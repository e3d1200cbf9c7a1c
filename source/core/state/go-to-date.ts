import {goToDate as centreOn, showsDate} from '../layout/timeline-view.js';
import type {EventRow, EventView, Instant} from '../events/event-store.js';
import {namesSomeOf} from '../time/named-stretches.js';
import {parseTypedDate} from '../time/typed-date.js';
import {shownZone, type Env, type State} from './state.js';
import {rowAtCursor, withCursor} from './visit.js';

/**
`t`: go to a date as people type it. The cursor takes the event that is dated there, else one that held
or may lie there, else the nearest, and the message says which. An end that is open or unknown is no
statement that something held until then.
*/
export function goToDate(state: State, env: Env, typed: string): State {
  const view = env.view(state);
  const here = rowAtCursor(state, env);
  const reference =
    here === undefined || !Number.isFinite(here.when.start) ? env.now() : here.when.start;
  const parsed = parseTypedDate(typed, env.now(), reference, shownZone(state));
  if (!parsed.ok) return {...state, message: {text: parsed.error, tone: 'error'}};
  const {start, end} = parsed.when;
  const there = eventThere(view, start, end);
  const position = there?.row.index ?? nearest(view, start);
  const list: State = {...state, back: [], forward: [], stop: {...state.stop, focus: 'sequence'}};
  const moved = withCursor(list, env, position);
  const timeline = centreOn(moved.stop.timeline, view, start, end);
  const isInView = showsDate(timeline, view, start, end);
  const text = [
    there === undefined
      ? `Nothing is dated ${parsed.words}: this is the nearest`
      : `At ${parsed.words}${there.words}`,
    ...(isInView ? [] : [`The ${timeline.scale} scale does not reach it`]),
    ...(there === undefined ? endless(view, start, end) : []),
  ].join('. ');
  const stop = {...moved.stop, timeline: isInView ? timeline : moved.stop.timeline};
  return {...moved, stop, message: {text, tone: 'info'}};
}

/** What is without a known end or beginning on this side of a date, in words. */
function endless(view: EventView, start: Instant, end: Instant): readonly string[] {
  const [position] = view.touching(start, end, undefined, 1).positions;
  const row = position === undefined ? undefined : view.rows(position, position + 1)[0];
  if (row === undefined || isBounded(row)) return [];
  const isBefore = start < (view.extent?.start ?? start);
  return [`${row.title} has no known ${isBefore ? 'start' : 'end'}`];
}

/** Events looked at, of those that touch a date and of those that begin there. */
const MOST_LOOKED_AT = 256;

/**
@returns the first event that is dated wholly within a date or begins or ends there without a known other
end, else the shortest of those that held over some of it or may lie there (it says most about the moment),
with what to say of it. Undefined when there is none.
*/
function eventThere(
  view: EventView,
  start: Instant,
  end: Instant,
): {readonly row: EventRow; readonly words: string} | undefined {
  const from = view.firstFrom(start);
  const within = view
    .rows(from, from + MOST_LOOKED_AT)
    .find(({when}) => when.start < end && (when.end <= end || when.end === Infinity));
  if (within !== undefined) return {row: within, words: ''};
  const touching = view
    .touching(start, end, undefined, MOST_LOOKED_AT)
    .positions.flatMap((position) => view.rows(position, position + 1))
    .filter((row) => namesSomeOf(row, start, end));
  const ended = touching.find(({when}) => when.start === -Infinity && when.end <= end);
  if (ended !== undefined) return {row: ended, words: ''};
  const row = shortest(touching.filter(isBounded));
  if (row === undefined) return undefined;
  if (!row.when.isSpan) return {row, words: `: perhaps ${row.title}`};
  return {row, words: row.when.start < start ? `: during ${row.title}` : ''};
}

function isBounded({when}: EventRow): boolean {
  return Number.isFinite(when.end - when.start);
}

function shortest(rows: readonly EventRow[]): EventRow | undefined {
  return rows.reduce<EventRow | undefined>(
    (best, row) => (best !== undefined && lengthOf(best) <= lengthOf(row) ? best : row),
    undefined,
  );
}

function lengthOf({when}: EventRow): number {
  return when.end - when.start;
}

function nearest(view: EventView, instant: Instant): number {
  const after = Math.min(view.count - 1, view.firstFrom(instant));
  const [previous, next] = view.rows(Math.max(0, after - 1), after + 1);
  if (previous === undefined || next === undefined) return Math.max(0, after);
  const isPreviousNearer = instant - previous.when.start < Math.abs(next.when.start - instant);
  return isPreviousNearer ? previous.index : next.index;
}
