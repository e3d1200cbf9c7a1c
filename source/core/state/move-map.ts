import {layoutOf} from './layout-of.js';
import {panMap, zoomMap, type MapView} from '../draw/map-view.js';
import type {CommandName} from './action.js';
import type {Env, State} from './state.js';

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
  if (command === 'time.fit') return withMap(state, undefined);
  const {detail} = layoutOf(state, env, 'detail');
  const columns = Math.max(1, Math.round(detail.columns * PAN_SHARE));
  const rows = Math.max(1, Math.round(detail.rows * PAN_SHARE));
  switch (command) {
    case 'time.zoom-in':
      return withMap(state, zoomMap(map, ZOOM_FACTOR));
    case 'time.zoom-out':
      return withMap(state, zoomMap(map, 1 / ZOOM_FACTOR));
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

function withMap(state: State, map: MapView | undefined): State {
  const {map: _, ...rest} = state.stop.frame;
  const frame = map === undefined ? rest : {...rest, map};
  return {...state, stop: {...state.stop, frame}};
}
