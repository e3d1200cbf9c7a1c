import {layoutOf} from './layout-of.js';
import type {EventRow} from '../events/event-store.js';
import {topThatShows} from '../layout/sequence-rows.js';
import {showOnTimeline} from '../layout/timeline-view.js';
import {listHeading} from './list-heading.js';
import type {Target} from './pane-content.js';
import type {Env, PaneFrame, State, Stop} from './state.js';

/** Stops kept to go back to. */
const LONGEST_WAY = 200;

/** @returns a frame at its beginning. */
export function freshFrame(target: Target): PaneFrame {
  return {...target, selected: 0, scroll: 0};
}

/** @returns the row the cursor is on; undefined when the view is empty. */
export function rowAtCursor(state: State, env: Env): EventRow | undefined {
  return env.view(state).rows(state.stop.cursor, state.stop.cursor + 1)[0];
}

/** @returns rows of the list and of the pane at the state's size. */
export function bodyRows(state: State, env: Env): number {
  return layoutOf(state, env).sequence.rows;
}

/**
@param position - clamped to the view.
@returns the state with the cursor there, the list scrolled and the timeline moved so that it shows,
and the event's pane beside it; in an empty view a pane that says so.
*/
export function withCursor(state: State, env: Env, position: number): State {
  const view = env.view(state);
  const cursor = Math.max(0, Math.min(view.count - 1, position));
  const row = view.rows(cursor, cursor + 1)[0];
  const height = bodyRows(state, env);
  const subject = row?.id ?? '';
  const stop: Stop = {
    ...state.stop,
    cursor,
    top: topThatShows(view, state.stop.top, cursor, height, listHeading(state, view)),
    timeline:
      row === undefined ? state.stop.timeline : showOnTimeline(state.stop.timeline, view, cursor),
    frame:
      state.stop.frame.pane === 'event' && state.stop.frame.subject === subject
        ? state.stop.frame
        : freshFrame({pane: 'event', subject}),
  };
  return {...state, stop};
}

/** @returns the state with another frame in its pane, at the same stop. */
export function withFrame(state: State, frame: PaneFrame): State {
  return {...state, stop: {...state.stop, frame}};
}

/** @returns the state at a new stop, from which going back leads here. */
export function withStop(state: State, stop: Stop): State {
  return {
    ...state,
    stop,
    back: [...state.back, state.stop].slice(-LONGEST_WAY),
    forward: [],
  };
}

/**
Go to a target. The cursor follows to an event that is in the view; one that the filter hides is
shown in the pane all the same. Where the reader is already there is nowhere to go.
*/
export function visit(state: State, env: Env, target: Target): State {
  const {focus, frame: here} = state.stop;
  if (focus === 'detail' && here.pane === target.pane && here.subject === target.subject) {
    return {...state, message: {text: 'This is open already: Esc goes back', tone: 'info'}};
  }
  const position = target.pane === 'event' ? env.view(state).positionOf(target.subject) : -1;
  const moved = position < 0 ? state : withCursor(state, env, position);
  const frame = freshFrame(target);
  return withStop(state, {...moved.stop, focus: 'detail', frame});
}

/** @returns the state with the list scrolled, if need be, so that its cursor shows. */
export function withCursorInSight(state: State, env: Env): State {
  const {top, cursor} = state.stop;
  const view = env.view(state);
  const shown = topThatShows(view, top, cursor, bodyRows(state, env), listHeading(state, view));
  return shown === top ? state : {...state, stop: {...state.stop, top: shown}};
}

/** Give what has the focus the whole screen, or the others their room back; the selection stays in sight. */
export function enlarge(state: State, env: Env): State {
  const isEnlarged = !state.stop.isEnlarged;
  const next: State = {...state, stop: {...state.stop, isEnlarged}};
  const text = 'The whole screen for this: v or Esc brings the rest back';
  return {
    ...withItemInSight(withCursorInSight(next, env), env),
    message: isEnlarged ? {text, tone: 'info'} : undefined,
  };
}

/** @returns the state with its pane scrolled, if need be, so that the selected item shows. */
function withItemInSight(state: State, env: Env): State {
  const {frame} = state.stop;
  const {items, lines} = env.content(state, frame);
  const item = items[frame.selected];
  const height = bodyRows(state, env);
  const last = Math.max(0, lines.length - height);
  const lowest = item === undefined ? last : item.firstLine;
  const highest = item === undefined ? 0 : Math.min(item.firstLine, item.endLine - height);
  const scroll = Math.min(last, lowest, Math.max(0, highest, frame.scroll));
  return scroll === frame.scroll ? state : withFrame(state, {...frame, scroll});
}

/**
@returns the state one stop back; from the first stop, with the list in focus. It is as it was left,
unless the screen or the zone has changed since and the list has to scroll.
*/
export function goBack(state: State, env: Env): State {
  const stop = state.back.at(-1);
  if (stop === undefined)
    return {...state, stop: {...state.stop, focus: 'sequence', isEnlarged: false}};
  const gone: State = {
    ...state,
    stop,
    back: state.back.slice(0, -1),
    forward: [...state.forward, state.stop],
  };
  return withCursorInSight(gone, env);
}

/** @returns the state one stop forward again. */
export function goForward(state: State, env: Env): State {
  const stop = state.forward.at(-1);
  if (stop === undefined) return state;
  const gone: State = {
    ...state,
    stop,
    forward: state.forward.slice(0, -1),
    back: [...state.back, state.stop],
  };
  return withCursorInSight(gone, env);
}
