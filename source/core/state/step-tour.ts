import type {Env, State} from './state.js';
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
  const isOver = at === tour.steps.length - 1;
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
