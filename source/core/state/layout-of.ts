import {layoutScreen, type ScreenLayout} from '../layout/screen-layout.js';
import type {Env, State} from './state.js';

/** Lines at the bottom while a tour is on: its words, and the keys. */
const TOUR_ROWS = 3;
/** Screens lower than this have no room for them. */
const LEAST_ROWS = 20;

/** @returns where everything is on the screen of a state. */
export function layoutOf(state: State, env: Env, focus = state.stop.focus): ScreenLayout {
  const hasRoom = state.tour !== undefined && state.size.rows >= LEAST_ROWS;
  return layoutScreen(state.size, {
    laneCount: env.view(state).lanes.length,
    focus,
    statusRows: hasRoom ? TOUR_ROWS : 1,
    isEnlarged: state.stop.isEnlarged,
  });
}
