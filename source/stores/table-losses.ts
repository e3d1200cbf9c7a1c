import type {LossGroup} from '../core/events/import-figures.js';
import type {TableLoss} from './table-row.js';

/** Losses of a file, those of one sort counted together. */
export type LossTally = {
  add(loss: TableLoss): void;
  /** @returns the sorts, the most frequent first, each with the first rows of it. */
  groups(): readonly LossGroup[];
};

/** Sorts of losses told apart; the rest is counted as one. */
const MOST_SORTS = 500;
/** Rows named for each sort. */
const MOST_SAMPLES = 200;

type Sort = {
  readonly field: string;
  readonly what: string;
  total: number;
  readonly samples: {readonly row: number; readonly what: string}[];
};

/** @returns a tally that takes a few hundred entries, whatever a million rows have lost. */
export function createLossTally(): LossTally {
  const sorts = new Map<string, Sort>();
  const beyond: Sort = {field: 'row', what: 'losses of other sorts', total: 0, samples: []};
  return {
    add({row, field, what}) {
      // The cell that a loss quotes differs from row to row.
      const key = `${field}\n${what.replaceAll(/"[^"]*"|\d+/g, '')}`;
      let sort = sorts.get(key);
      if (sort === undefined) {
        sort = {field, what: what.replace(/: ["\d].*$/s, ''), total: 0, samples: []};
        if (sorts.size < MOST_SORTS) sorts.set(key, sort);
        else sort = beyond;
      }
      sort.total += 1;
      if (sort.samples.length < MOST_SAMPLES) sort.samples.push({row, what});
    },
    groups() {
      return [...sorts.values(), ...(beyond.total === 0 ? [] : [beyond])]
        .map((sort) => ({...sort, samples: [...sort.samples]}))
        .sort((one, other) => other.total - one.total);
    },
  };
}
