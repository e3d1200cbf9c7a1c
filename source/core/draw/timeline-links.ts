import type {EventView} from '../events/event-store.js';
import type {TimelineScale} from '../layout/timeline-scale.js';
import type {Glyphs} from './glyphs.js';
import {cellRow, type CellRow} from './timeline-cells.js';
import type {LinkDirection} from './timeline-brackets.js';
import type {LaneHit} from './timeline-lane.js';

/**
One line that joins the selected event with what it is said to answer and what is said to answer it.
Those outside the window are shown at its edge.

@returns an empty row when nothing is linked.
*/
export function drawLinks(
  selected: number,
  links: ReadonlyMap<number, LinkDirection>,
  hits: readonly LaneHit[],
  view: EventView,
  scale: TimelineScale,
  glyphs: Glyphs,
): CellRow {
  const row = cellRow(scale.columns + 2);
  if (links.size === 0) return row;
  const columnOf = (position: number): number => {
    const hit = hits.find((each) => each.events.some((event) => event.index === position));
    if (hit) return hit.column;
    const start = view.rows(position, position + 1)[0]?.when.start ?? 0;
    const column =
      scale.scale === 'sequence' ? scale.columnOfStep(position) : scale.columnOf(start);
    return column < 0 ? -1 : Math.min(scale.columns, Math.floor(column));
  };
  const own = columnOf(selected);
  const linked = [...links].map(([position, direction]) => ({
    column: columnOf(position),
    direction,
  }));
  const all = [own, ...linked.map((each) => each.column)];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  row.put(from + 1, glyphs.linkLine.repeat(to - from + 1), 'link');
  for (const {column, direction} of linked) {
    row.put(column + 1, direction === 'answers' ? glyphs.linkAnswered : glyphs.linkAnswer, 'link');
  }
  row.put(own + 1, glyphs.linkSelf, 'selected');
  const answers = linked.filter((each) => each.direction === 'answers').length;
  const words = [
    answers > 0 ? `${glyphs.linkAnswered} answers ${answers}` : '',
    linked.length > answers ? `${glyphs.linkAnswer} answered by ${linked.length - answers}` : '',
  ].filter((part) => part !== '');
  const text = words.join(' ');
  if (row.isFree(to + 3, to + 3 + text.length)) row.put(to + 3, text, 'muted');
  else if (row.isFree(from - 1 - text.length, from - 1))
    row.put(from - 1 - text.length, text, 'muted');
  return row;
}
