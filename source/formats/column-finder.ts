/** Columns by name, whatever their order, spelling and company. */
import {cellText, foldColumn} from './table-cells.js';
import {makeInert} from '../core/events/inert-text.js';

/** Names an object must not be given as keys, and what stands for them. */
const OBJECT_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The columns of one table. */
export type ColumnFinder = {
  /** @returns the position of the first of these (folded) names, or -1. */
  at(...names: readonly string[]): number;
  /**
  @param used - positions the row's event already holds.
  @returns what the other columns say, as `name: value` parts; undefined when they say nothing.
  */
  rest(cells: readonly string[], used: ReadonlySet<number>): string | undefined;
};

/**
@param read - how the text of a cell is read; `cellText` when nothing else is said.
@returns a finder over the cells of a header row.
*/
export function findColumns(
  header: readonly string[],
  read: (cell: string | undefined) => string = cellText,
): ColumnFinder {
  const positions = new Map<string, number>();
  header.forEach((name, index) => {
    const folded = foldColumn(name);
    if (!positions.has(folded)) positions.set(folded, index);
  });
  const labels = header.map((name, index) => {
    const label = makeInert(name.slice(0, 80).replace(/\s+/g, ' ').trim());
    return label === '' || OBJECT_NAMES.has(label) ? `column ${index + 1} ${label}`.trim() : label;
  });
  return {
    at(...names) {
      for (const name of names) {
        const position = positions.get(name);
        if (position !== undefined) return position;
      }
      return -1;
    },
    rest(cells, used) {
      const parts: string[] = [];
      for (let index = 0; index < labels.length; index += 1) {
        if (used.has(index)) continue;
        const text = read(cells[index]);
        if (text !== '') parts.push(`${labels[index] ?? ''}: ${text}`);
      }
      return parts.length > 0 ? parts.join(' · ') : undefined;
    },
  };
}

/** @returns the positions that named columns have, those the table lacks (-1) left out. */
export function usedColumns(columns: Readonly<Record<string, number>>): Set<number> {
  return new Set(Object.values(columns).filter((position) => position >= 0));
}
