import type {Env, State, Tour} from './state.js';
import {tourOf} from './tour-steps.js';
import {freshFrame, withCursor} from './visit.js';

/**
@param by - steps forward, or back when negative; the ends hold.
@returns the state at that step of the tour, in the same panes as always.
*/
export function stepTour(state: State, env: Env, by: number): State {
  const {tour} = state;
  if (tour === undefined) return state;
  const at = Math.max(0, Math.min(tour.steps.length - 1, tour.at + by));
  const step = tour.steps[at];
  if (step === undefined) return state;
  const isOver = isTourOver({...tour, at});
  if (isOver && isTourOver(tour) && by > 0) {
    const text = 'The tour ends here: g begins it again, Esc leaves it to explore';
    return {...state, message: {text, tone: 'info'}};
  }
  const position = env.view(state).positionOf(step.event);
  const moved = withCursor(
    {
      ...state,
      back: [],
      forward: [],
      tour: {...tour, at, isPlaying: tour.isPlaying && !isOver},
      stop: {...state.stop, focus: 'sequence'},
    },
    env,
    Math.max(0, position),
  );
  if (step.pane === undefined) return moved;
  return {...moved, stop: {...moved.stop, focus: 'detail', frame: freshFrame(step.pane)}};
}

/** @returns the state at the event of the step, with the pane that belongs to it. */
export function leaveTour(state: State, env: Env): State {
  const left: State = {...state, tour: undefined, stop: {...state.stop, focus: 'sequence'}};
  return withCursor(left, env, state.stop.cursor);
}

/** @returns whether a tour is at its last step. */
export function isTourOver({at, steps}: Tour): boolean {
  return at >= steps.length - 1;
}

/** `P`: start a tour at the event of the reader, or let it go on by itself, from its end from the beginning, or stop that. */
export function playTour(state: State, env: Env): State {
  const {tour} = state;
  if (tour === undefined) {
    const from = {from: state.stop.cursor, isPlaying: false};
    return stepTour({...state, tour: tourOf(env.store, env.view(state), from)}, env, 0);
  }
  const isPlaying = !tour.isPlaying;
  const next = {...state, tour: {...tour, isPlaying}};
  return isPlaying && isTourOver(tour) ? stepTour(next, env, -tour.steps.length) : next;
}
