import {
  cycleScale,
  fitSelection,
  fitTimeline,
  fractionOf,
  goToDate as centreOn,
  panTimeline,
  zoomTimeline,
} from '../layout/timeline-view.js';
import type {EventView} from '../events/event-store.js';
import type {TimelineView} from '../layout/timeline-view.js';
import {parseTypedDate} from '../time/typed-date.js';
import type {CommandName} from './action.js';
import {openPrompt} from './edit-prompt.js';
import {isMapInFocus, moveMap} from './move-map.js';
import {shownZone, type Env, type State} from './state.js';
import {currentEventId} from './subject.js';
import {rowAtCursor, withCursor, withCursorInSight} from './visit.js';
import {zoneWords} from '../time/zone-words.js';

/** What one press of + makes of the window. */
const ZOOM_FACTOR = 1.6;
const PAN_WINDOWS = 0.25;

/** Move, zoom or change the timeline. */
export function moveInTime(state: State, env: Env, command: CommandName): State {
  const view = env.view(state);
  const {timeline} = state.stop;
  if (
    isMapInFocus(state) &&
    (command === 'time.zoom-in' || command === 'time.zoom-out' || command === 'time.fit')
  ) {
    return moveMap(state, env, command);
  }
  const at = Math.max(0, Math.min(1, fractionOf(timeline, view, state.stop.cursor)));
  switch (command) {
    case 'time.next':
      return stepInTime(state, env, 1);
    case 'time.previous':
      return stepInTime(state, env, -1);
    case 'time.zoom-in':
      return withTimeline(state, zoomTimeline(timeline, view, ZOOM_FACTOR, at));
    case 'time.zoom-out':
      return withTimeline(state, zoomTimeline(timeline, view, 1 / ZOOM_FACTOR, at));
    case 'time.fit':
      return withTimeline(state, fitTimeline(view, timeline.scale));
    case 'time.fit-selection':
      return withTimeline(state, fitSelection(timeline, view, state.stop.cursor));
    case 'time.pan-left':
      return withTimeline(state, panTimeline(timeline, view, -PAN_WINDOWS));
    case 'time.pan-right':
      return withTimeline(state, panTimeline(timeline, view, PAN_WINDOWS));
    case 'time.scale': {
      const next = cycleScale(timeline, view);
      return said(withTimeline(state, next), SCALE_WORDS[next.scale]);
    }
    case 'time.zone': {
      const zoneIndex = (state.zoneIndex + 1) % state.zones.length;
      const next = {...state, zoneIndex};
      const only = state.zones.length === 1 ? ', the only one: --zone adds another' : '';
      return said(withCursorInSight(next, env), `Shown in ${zoneWords(shownZone(next))}${only}`);
    }
    case 'time.intensity':
      return nextIntensity(state, view);
    case 'time.go-to-date':
      return openPrompt(state, 'date');
    case 'time.measure':
      return measure(state, env);
    default:
      return state;
  }
}

const SCALE_WORDS: Readonly<Record<TimelineView['scale'], string>> = {
  time: 'Scale: time, every day equally wide',
  broken: 'Scale: broken, quiet spans are folded and marked with their length',
  sequence: 'Scale: sequence, every event equally wide',
};

function withTimeline(state: State, timeline: TimelineView): State {
  return {...state, stop: {...state.stop, timeline}};
}

function said(state: State, text: string): State {
  return {...state, message: {text, tone: 'info'}};
}

/** To the nearest event that begins at another moment: events of one moment are one step. */
function stepInTime(state: State, env: Env, by: 1 | -1): State {
  const view = env.view(state);
  const here = rowAtCursor(state, env);
  if (here === undefined) return state;
  const list: State = {...state, back: [], forward: [], stop: {...state.stop, focus: 'sequence'}};
  const first = view.firstFrom(here.when.start);
  if (by < 0) {
    const before = view.rows(first - 1, first)[0];
    if (before === undefined) return said(state, 'Nothing is earlier');
    const start = Number.isFinite(before.when.start) ? view.firstFrom(before.when.start) : 0;
    return withCursor(list, env, start);
  }
  const next = firstAfter(view, here.when.start);
  if (next >= view.count) return said(state, 'Nothing is later');
  return withCursor(list, env, next);
}

/** @returns the first position whose event starts later than an instant, by halving. */
function firstAfter(view: EventView, instant: number): number {
  let low = view.firstFrom(instant);
  let high = view.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((view.rows(middle, middle + 1)[0]?.when.start ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextIntensity(state: State, view: EventView): State {
  const isCoded = view.goldsteinByColumn(new Float64Array([0, 1])) !== undefined;
  const order: readonly State['intensity'][] = isCoded
    ? ['count', 'goldstein', 'off']
    : ['count', 'off'];
  const intensity = order[(order.indexOf(state.intensity) + 1) % order.length] ?? 'count';
  const words = {
    count: 'Row below: how many events of the list hold at a time',
    goldstein: 'Row below: Goldstein scale (1992) of CAMEO codes, a coding, not measured',
    off: 'Row below: off',
  };
  return said({...state, intensity}, words[intensity]);
}

function measure(state: State, env: Env): State {
  const id = currentEventId(state, env);
  if (id === undefined || id === state.measureFrom) {
    return said({...state, measureFrom: undefined}, 'Times are no longer measured');
  }
  return said(
    {...state, measureFrom: id},
    `Times are measured from ${env.store.event(id)?.title ?? id}`,
  );
}

/** `t`: go to a date as people type it; the cursor takes the nearest event. */
export function goToDate(state: State, env: Env, typed: string): State {
  const view = env.view(state);
  const here = rowAtCursor(state, env);
  const reference =
    here === undefined || !Number.isFinite(here.when.start) ? env.now() : here.when.start;
  const parsed = parseTypedDate(typed, env.now(), reference, shownZone(state));
  if (!parsed.ok) return {...state, message: {text: parsed.error, tone: 'error'}};
  const {start, end} = parsed.when;
  const position = nearest(view, start);
  const list: State = {...state, back: [], forward: [], stop: {...state.stop, focus: 'sequence'}};
  const moved = withCursor(list, env, position);
  const centred = centreOn(moved.stop.timeline, view, start, end);
  const found = view.rows(position, position + 1)[0];
  const isWithin = found !== undefined && found.when.start < end && found.when.end > start;
  const text = isWithin ? `At ${parsed.words}` : `No event at ${parsed.words}: this is the nearest`;
  return said(withTimeline(moved, centred), text);
}

function nearest(view: EventView, instant: number): number {
  const after = Math.min(view.count - 1, view.firstFrom(instant));
  const [previous, next] = view.rows(Math.max(0, after - 1), after + 1);
  if (previous === undefined || next === undefined) return Math.max(0, after);
  const isPreviousNearer = instant - previous.when.start < Math.abs(next.when.start - instant);
  return isPreviousNearer ? previous.index : next.index;
}
