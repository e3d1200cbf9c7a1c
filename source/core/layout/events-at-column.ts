import type {EventView} from '../events/event-store.js';
import type {TimelineScale} from './timeline-scale.js';

/**
@param column - from 0; outside the window nothing is found.
@param lane - a lane number, or undefined for all lanes.
@returns up to `limit` positions of the events that are at a column, in order, and how many there are
in all: what a group with a count, a `+n` or a bar of a chart stands for.
*/
export function eventsAtColumn(
  view: EventView,
  scale: TimelineScale,
  column: number,
  lane: number | undefined,
  limit: number,
): {readonly positions: readonly number[]; readonly total: number} {
  const [start, end] = [scale.edges[column], scale.edges[column + 1]];
  if (start === undefined || end === undefined) return {positions: [], total: 0};
  if (scale.scale !== 'sequence') return view.touching(start, end, lane, limit);
  // A step is one event; a column narrower than a step belongs to the step it is on.
  const from = Math.max(0, Math.floor(stepAt(scale, column)));
  const to = Math.min(view.count, Math.max(from + 1, Math.ceil(stepAt(scale, column + 1))));
  const rows = view.rows(from, Math.min(to, from + limit));
  const positions = rows
    .filter((row) => lane === undefined || row.lane === lane)
    .map((row) => row.index);
  return {positions, total: lane === undefined ? to - from : positions.length};
}

function stepAt(scale: TimelineScale, column: number): number {
  const first = scale.columnOfStep(0);
  return (column - first) / (scale.columnOfStep(1) - first);
}
