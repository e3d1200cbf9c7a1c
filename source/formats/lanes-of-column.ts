/** Lanes made of the values of one column. */
import type {Side} from '../core/events/chronology.js';
import {cellText, cutText, idFromName} from './table-cells.js';

/** Most lanes made of values; what is beyond stands in one more, "Other". */
const MOST_LANES = 11;
const OTHER: Side = {id: 'lane-other', name: 'Other'};

/** Lanes, and which of them a value stands in. */
export type ColumnLanes = {
  readonly sides: readonly Side[];
  /** @returns the id of the side; that of "Other" for a value that got no lane. */
  of(cell: string | undefined): string;
  /** Different values that share "Other". */
  readonly shared: number;
};

/**
@param cells - the column in the first rows; the most frequent values get lanes, in the order in
  which they first appear.
*/
export function lanesOfColumn(cells: readonly (string | undefined)[]): ColumnLanes {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const text = cellText(cell);
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const frequent = [...counts.entries()]
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, MOST_LANES)
    .map(([text]) => text);
  const kept = new Set(frequent);
  const ids = new Map<string, string>();
  const sides: Side[] = [];
  for (const text of counts.keys()) {
    if (!kept.has(text)) continue;
    const id = idFromName('lane', text);
    if (!ids.has(text) && !sides.some((side) => side.id === id)) {
      sides.push({id, name: cutText(text, 60)});
    }
    ids.set(text, id);
  }
  return {
    sides: [...sides.filter((side) => side.id !== OTHER.id), OTHER],
    of: (cell) => ids.get(cellText(cell)) ?? OTHER.id,
    shared: counts.size - kept.size,
  };
}
