import {isWideItem, type LaneItem} from '../layout/lane-items.js';
import {barBody} from './bar-body.js';
import {cutText} from './fit-text.js';
import type {Glyphs} from './glyphs.js';
import type {Role} from './line.js';
import {textWidth} from './text-width.js';
import type {CellRow} from './timeline-cells.js';

/** A title cut shorter than this says nothing. */
const SHORTEST_TITLE = 10;

/** Who is selected and how it is drawn. */
export type TitleInput = {
  /** Columns of the window; the row has a margin of one at both sides. */
  readonly columns: number;
  readonly glyphs: Glyphs;
  readonly selected: number;
  readonly selectedRole: Role;
};

/**
Write the title of an item inside its bar or range, or beside it, where there is room; a longer one is
cut, and not written when only a few letters would be left. A group has the title of the selected one.

@param ranges - other items of the row drawn over where they may lie: a title within one would be read
as its own.
*/
export function drawTitle(
  input: TitleInput,
  item: LaneItem,
  row: CellRow,
  ranges: readonly LaneItem[],
): void {
  const {columns, glyphs} = input;
  const selected = item.events.find((event) => event.index === input.selected);
  const event = selected ?? (item.events.length === 1 ? item.events[0] : undefined);
  if (!event) return;
  const role = selected ? input.selectedRole : 'text';
  const put = (from: number, to: number): boolean => {
    const room = to - from;
    if (room < Math.min(SHORTEST_TITLE, textWidth(event.title))) return false;
    row.put(from, cutText(event.title, room, glyphs.ellipsis), role);
    return true;
  };
  const wanted = textWidth(event.title);
  if (item.kind === 'bar' || isWideItem(item)) {
    const body = barBody(event, item, glyphs);
    const isBody = (cell: number): boolean =>
      row.at(cell) === body &&
      (item.kind === 'points' || !ranges.some(({from, to}) => cell > from && cell <= to));
    const run = longestRun(Math.max(0, item.from) + 2, Math.min(columns, item.to), isBody);
    if (run.to - run.from >= Math.min(wanted, SHORTEST_TITLE) + 4) {
      const length = Math.min(wanted, run.to - run.from - 4);
      const from = run.from + 1;
      row.put(from, ' ', role);
      put(from + 1, from + 1 + length);
      row.put(from + 1 + length, ' ', role);
      return;
    }
  }
  const from = Math.min(columns, item.drawnTo) + 3;
  let to = from;
  while (row.isFree(to, to + 1)) to++;
  if (row.isFree(from - 1, from)) put(from, to < columns + 2 ? to - 1 : to);
}

/** @returns the longest run of cells in `[from, to)` for which something holds. */
function longestRun(
  from: number,
  to: number,
  holds: (cell: number) => boolean,
): {readonly from: number; readonly to: number} {
  let best = {from, to: from};
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && holds(i)) continue;
    if (i - start > best.to - best.from) best = {from: start, to: i};
    start = i + 1;
  }
  return best;
}
