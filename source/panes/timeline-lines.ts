import type {Line} from '../core/draw/line.js';
import {drawTimeline} from '../core/draw/timeline-strip.js';
import {chainNeighbours} from '../core/state/subject.js';
import {shownZone, type Env, type State} from '../core/state/state.js';
import {rowAtCursor} from '../core/state/visit.js';

/** The timeline at the top, with the selection, its links and the moment times are measured from. */
export function timelineLines(
  state: State,
  env: Env,
  width: number,
  height: number,
): readonly Line[] {
  const view = env.view(state);
  const row = rowAtCursor(state, env);
  const positions = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => view.positionOf(id)).filter((position) => position >= 0);
  const neighbours =
    row === undefined ? {answers: [], answeredBy: []} : chainNeighbours(env.store, row.id);
  const from = state.measureFrom === undefined ? -1 : view.positionOf(state.measureFrom);
  const mark = view.rows(from, from + 1)[0]?.when;
  return drawTimeline({
    view,
    timeline: state.stop.timeline,
    selected: state.stop.cursor,
    links: {answers: positions(neighbours.answers), answeredBy: positions(neighbours.answeredBy)},
    ...(from < 0 || mark === undefined ? {} : {mark}),
    zone: shownZone(state),
    width,
    height,
    charset: state.charset,
    intensity: state.intensity,
    isFocused: state.stop.focus === 'sequence',
  }).lines;
}
