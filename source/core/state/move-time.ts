import {
  cycleScale,
  fitSelection,
  fitTimeline,
  fractionOf,
  panTimeline,
  zoomTimeline,
} from '../layout/timeline-view.js';
import type {EventView} from '../events/event-store.js';
import type {TimelineView} from '../layout/timeline-view.js';
import type {CommandName} from './action.js';
import {openPrompt} from './edit-prompt.js';
import {isMapInFocus, moveMap} from './move-map.js';
import {shownZone, type Env, type State} from './state.js';
import {currentEventId} from './subject.js';
import {stepInTime} from './step-in-time.js';
import {rowAtCursor, withCursorInSight} from './visit.js';
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
      return fitEvent(state, env);
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

function fitEvent(state: State, env: Env): State {
  const view = env.view(state);
  const row = rowAtCursor(state, env);
  const {timeline} = state.stop;
  const fitted = withTimeline(state, fitSelection(timeline, view, state.stop.cursor));
  const isEndless = row?.when.start === -Infinity && row.when.end === Infinity;
  const hasSteps = timeline.scale === 'sequence';
  return isEndless && !hasSteps
    ? said(fitted, 'It has neither beginning nor end: this is everything')
    : fitted;
}

function withTimeline(state: State, timeline: TimelineView): State {
  return {...state, stop: {...state.stop, timeline}};
}

function said(state: State, text: string): State {
  return {...state, message: {text, tone: 'info'}};
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
  if (id === undefined || state.measureFrom !== undefined) {
    return said({...state, measureFrom: undefined}, 'Times are no longer measured');
  }
  return said(
    {...state, measureFrom: id},
    `Times are measured from ${env.store.event(id)?.title ?? id}`,
  );
}
