import type {Problem} from '../core/events/chronology.js';
import type {TableLoss} from './table-row.js';

/** Losses of a file, those of one sort counted together. */
export type LossTally = {
  add(loss: TableLoss): void;
  /** @param file - name for the problems. */
  problems(file: string): readonly Problem[];
};

/** Sorts of losses told apart; the rest is counted as one. */
const MOST_SORTS = 500;

type Sort = {readonly field: string; readonly first: TableLoss; rows: number};

/** @returns a tally that takes a few hundred entries, whatever a million rows have lost. */
export function createLossTally(): LossTally {
  const sorts = new Map<string, Sort>();
  let beyond = 0;
  return {
    add(loss) {
      // The cell that a loss quotes differs from row to row.
      const key = `${loss.field}\n${loss.what.replaceAll(/"[^"]*"|\d+/g, '')}`;
      const known = sorts.get(key);
      if (known !== undefined) known.rows += 1;
      else if (sorts.size < MOST_SORTS) sorts.set(key, {field: loss.field, first: loss, rows: 1});
      else beyond += 1;
    },
    problems(file) {
      const problems = Array.from(sorts.values(), ({field, first, rows}): Problem => {
        const {row, what} = first;
        const severity = 'warning';
        if (rows === 1) {
          return {severity, file, field: row === 0 ? field : `row ${row}: ${field}`, message: what};
        }
        const many = `${rows.toLocaleString('en-US')} rows, the first is ${row}`;
        return {severity, file, field, message: `${what} (${many})`};
      });
      if (beyond === 0) return problems;
      const message = `${beyond.toLocaleString('en-US')} losses of other sorts`;
      return [...problems, {severity: 'warning', file, message}];
    },
  };
}
