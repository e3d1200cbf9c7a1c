import {layoutScreen, type ScreenLayout} from '../layout/screen-layout.js';
import type {Env, State} from './state.js';

/** Lines at the bottom while a tour is on: its words, and the keys. */
const TOUR_ROWS = 3;
/** Screens lower than this have room for a line of them. */
const LEAST_ROWS = 20;

/** @returns where everything is on the screen of a state. */
export function layoutOf(state: State, env: Env, focus = state.stop.focus): ScreenLayout {
  const tourRows = state.size.rows >= LEAST_ROWS ? TOUR_ROWS : TOUR_ROWS - 1;
  return layoutScreen(state.size, {
    laneCount: env.view(state).lanes.length,
    focus,
    statusRows: state.tour === undefined ? 1 : tourRows,
    isEnlarged: state.stop.isEnlarged,
  });
}
