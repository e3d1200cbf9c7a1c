import {goToDate as centreOn} from '../layout/timeline-view.js';
import type {EventRow, EventView, Instant} from '../events/event-store.js';
import {parseTypedDate} from '../time/typed-date.js';
import {shownZone, type Env, type State} from './state.js';
import {rowAtCursor, withCursor} from './visit.js';

/** `t`: go to a date as people type it; the cursor takes the event that lies there, or the nearest. */
export function goToDate(state: State, env: Env, typed: string): State {
  const view = env.view(state);
  const here = rowAtCursor(state, env);
  const reference =
    here === undefined || !Number.isFinite(here.when.start) ? env.now() : here.when.start;
  const parsed = parseTypedDate(typed, env.now(), reference, shownZone(state));
  if (!parsed.ok) return {...state, message: {text: parsed.error, tone: 'error'}};
  const {start, end} = parsed.when;
  const there = eventThere(view, start, end);
  const position = there?.index ?? nearest(view, start);
  const list: State = {...state, back: [], forward: [], stop: {...state.stop, focus: 'sequence'}};
  const moved = withCursor(list, env, position);
  const timeline = centreOn(moved.stop.timeline, view, start, end);
  const text =
    there === undefined
      ? `No event at ${parsed.words}: this is the nearest`
      : `At ${parsed.words}${there.when.isSpan && there.when.start < start ? `: during ${there.title}` : ''}`;
  return {...moved, stop: {...moved.stop, timeline}, message: {text, tone: 'info'}};
}

/** Events looked at, of those that touch a date and of those that begin there. */
const MOST_LOOKED_AT = 256;

/**
@returns the first event that lies wholly within a date, else of those that hold over some of it the
shortest one: it says most about the moment. Undefined when none does.
*/
function eventThere(view: EventView, start: Instant, end: Instant): EventRow | undefined {
  const from = view.firstFrom(start);
  const within = view
    .rows(from, from + MOST_LOOKED_AT)
    .find(({when}) => when.start < end && when.end <= end);
  if (within !== undefined) return within;
  return view
    .touching(start, end, undefined, MOST_LOOKED_AT)
    .positions.flatMap((position) => view.rows(position, position + 1))
    .reduce<EventRow | undefined>(
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
