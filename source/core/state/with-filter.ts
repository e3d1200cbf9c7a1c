import {withinSteps} from '../layout/timeline-view.js';
import {queryFault} from '../query/query-fault.js';
import type {Env, FilterPlace, State} from './state.js';
import {rowAtCursor, withCursor} from './visit.js';

/**
Set the filter, keeping the cursor on its event or going to the nearest one that passes. As long as the
reader stays where a filter has taken them, the next one, or none, leads back to where they were. An
unreadable filter leaves everything as it is and says what is wrong.
*/
export function withFilter(state: State, env: Env, filter: string): State {
  const trimmed = filter.trim();
  const view = queryFault(trimmed) ?? env.store.view(trimmed);
  if ('message' in view) {
    const fix = view.fix === undefined ? '' : `, ${view.fix}`;
    const text = `${view.message.replace(/:$/u, '')}${fix}`;
    return {...state, message: {text, tone: 'error'}};
  }
  const from = placeBefore(state, env);
  const next: State = {
    ...state,
    filter: trimmed,
    back: [],
    forward: [],
    message: undefined,
    stop: {
      ...state.stop,
      timeline: withinSteps(from?.timeline ?? state.stop.timeline, view),
      top: from?.filter === trimmed ? from.top : state.stop.top,
    },
  };
  const own = from === undefined ? -1 : view.positionOf(from.event);
  const near = from === undefined ? 0 : Math.min(view.count - 1, view.firstFrom(from.start));
  const moved = withCursor(next, env, Math.max(0, own < 0 ? near : own));
  // The window shows the reader's own event already, as they wanted it; steps are others now.
  const isTime = next.stop.timeline.scale !== 'sequence';
  const placed =
    own < 0 || !isTime ? moved : {...moved, stop: {...moved.stop, timeline: next.stop.timeline}};
  const kept: State = {
    ...placed,
    filterPlace:
      from === undefined
        ? undefined
        : {...from, cursorThen: placed.stop.cursor, timelineThen: placed.stop.timeline},
  };
  if (view.count > 0 || trimmed === '') return kept;
  return {...kept, message: {text: 'No event passes this filter: X drops it', tone: 'error'}};
}

/** @returns where the reader was before filters, when they have not moved since; else where they are. */
function placeBefore(state: State, env: Env): FilterPlace | undefined {
  const {filterPlace, stop, filter} = state;
  const isThere =
    filterPlace !== undefined &&
    filterPlace.cursorThen === stop.cursor &&
    filterPlace.timelineThen === stop.timeline;
  if (isThere) return filterPlace;
  const row = rowAtCursor(state, env);
  if (row === undefined) return undefined;
  const {top, timeline, cursor} = stop;
  return {
    event: row.id,
    start: row.when.start,
    filter,
    top,
    timeline,
    cursorThen: cursor,
    timelineThen: timeline,
  };
}
