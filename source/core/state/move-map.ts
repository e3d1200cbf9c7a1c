import {layoutOf} from './layout-of.js';
import {
  DOTS_ACROSS,
  DOTS_DOWN,
  frameOf,
  panMap,
  toDots,
  zoomMap,
  type MapPoint,
  type MapView,
} from '../draw/map-view.js';
import type {CommandName} from './action.js';
import type {Env, State} from './state.js';
import {withFrame} from './visit.js';

const ZOOM_FACTOR = 1.6;
/** Share of the map that one key moves it by. */
const PAN_SHARE = 0.2;

/** @returns whether the keys that zoom are for the map of a place. */
export function isMapInFocus({stop}: State): boolean {
  return stop.focus === 'detail' && stop.frame.pane === 'place';
}

/** Move or zoom the map of the place pane; the first key takes over from the view that fits. */
export function moveMap(state: State, env: Env, command: CommandName): State {
  const {frame} = state.stop;
  const map = frame.map ?? env.fittedMap(state, frame);
  const around = placeInView(map, frame.subject, env);
  if (command === 'time.fit') return withMap(state, undefined);
  const {detail} = layoutOf(state, env, 'detail');
  const columns = Math.max(1, Math.round(detail.columns * PAN_SHARE));
  const rows = Math.max(1, Math.round(detail.rows * PAN_SHARE));
  switch (command) {
    case 'time.zoom-in':
      return withMap(state, zoomMap(map, ZOOM_FACTOR, around));
    case 'time.zoom-out':
      return withMap(state, zoomMap(map, 1 / ZOOM_FACTOR, around));
    case 'map.left':
      return withMap(state, panMap(map, {columns: -columns, rows: 0}, detail.columns));
    case 'map.right':
      return withMap(state, panMap(map, {columns, rows: 0}, detail.columns));
    case 'map.up':
      return withMap(state, panMap(map, {columns: 0, rows: -rows}, detail.columns));
    case 'map.down':
      return withMap(state, panMap(map, {columns: 0, rows}, detail.columns));
    default:
      return state;
  }
}

/** The spot of a place that the map shows: what zooming keeps where it is. One panned away from is none. */
function placeInView(map: MapView, place: string, env: Env): MapPoint | undefined {
  const {latitude, longitude} = env.store.place(place) ?? {};
  if (latitude === undefined || longitude === undefined) return undefined;
  const spot = {latitude, longitude};
  const {x, y} = toDots(frameOf(map, 1, 1), spot);
  // A map is never higher than wide.
  const isNear = x >= 0 && x <= DOTS_ACROSS && Math.abs(y - DOTS_DOWN / 2) <= DOTS_ACROSS / 2;
  return isNear ? spot : undefined;
}

function withMap(state: State, map: MapView | undefined): State {
  const {map: _, ...rest} = state.stop.frame;
  return withFrame(state, map === undefined ? rest : {...rest, map});
}
