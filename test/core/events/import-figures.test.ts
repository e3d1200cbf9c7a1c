import {describe, expect, test} from 'vitest';
import {
  groupLosses,
  importWords,
  rowsWords,
  type ImportFigures,
} from '../../../source/core/events/import-figures.js';

const figures: ImportFigures = {
  file: 'ged.csv',
  format: 'UCDP GED',
  rows: 1200,
  refused: 0,
  events: 1199,
  losses: [],
};
const loss = (row: number, value: string) => ({row, field: 'a', what: `not a date: "${value}"`});

describe('losses', () => {
  test('of one kind are counted together, whatever value they quote, the most frequent first', () => {
    const losses = [{row: 2, field: 'b', what: 'gone'}, loss(1, 'x'), loss(9, 'y: "z"')];
    expect(groupLosses(losses, 5)).toEqual([
      {
        field: 'a',
        what: 'not a date',
        total: 2,
        samples: [
          {row: 1, what: 'not a date: "x"'},
          {row: 9, what: 'not a date: "y: "z""'},
        ],
      },
      {field: 'b', what: 'gone', total: 1, samples: [{row: 2, what: 'gone'}]},
    ]);
  });

  test('beyond the samples are counted all the same', () => {
    const many = Array.from({length: 1000}, (_, row) => loss(row, `${row}`));
    const [group] = groupLosses(many, 3);
    expect(group).toMatchObject({total: 1000, samples: {length: 3}});
  });
});

describe('an import in one line', () => {
  test('tells rows, events and how much could not be kept', () => {
    expect(importWords([figures])).toBe('UCDP GED: 1,200 rows, 1,199 events, everything was kept');
    expect(importWords([{...figures, losses: groupLosses([loss(1, 'x')], 5)}])).toBe(
      'UCDP GED: 1,200 rows, 1,199 events; ! lists 1 loss',
    );
    const refused = {...figures, refused: 1, losses: groupLosses([loss(1, 'x'), loss(2, 'y')], 5)};
    expect(importWords([refused])).toBe(
      'UCDP GED: 1,200 rows, 1,199 events, 1 refused; ! lists 2 losses',
    );
  });

  test('adds several files up, and says nothing of files of our own', () => {
    expect(importWords([figures, {...figures, format: 'ACLED export', rows: 5, events: 1}])).toBe(
      '2 files: 1,205 rows, 1,200 events, everything was kept',
    );
    expect(importWords([])).toBeUndefined();
  });

  test('in full, rows are those kept and those refused', () => {
    expect(rowsWords({...figures, refused: 200})).toBe(
      '1,200 rows = 1,000 kept + 200 refused, 1,199 events',
    );
  });
});
