import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {packRows} from '../../../source/core/layout/pack-rows.js';

const intervals = fc
  .array(fc.tuple(fc.integer({min: 0, max: 60}), fc.integer({min: 1, max: 20})), {maxLength: 50})
  .map((all) =>
    all.map(([start, length]) => ({start, end: start + length})).sort((a, b) => a.start - b.start),
  );

describe('packing rows', () => {
  test('neighbours in a row keep their gap', () => {
    let compared = 0;
    fc.assert(
      fc.property(intervals, fc.integer({min: 0, max: 3}), (items, gap) => {
        const rows = packRows(items, gap);
        items.forEach((item, i) => {
          const before = items.slice(0, i).filter((_, j) => rows[j] === rows[i]);
          for (const other of before) expect(other.end + gap).toBeLessThanOrEqual(item.start);
          compared += before.length;
        });
      }),
      {numRuns: 200, seed: 3},
    );
    expect(compared).toBeGreaterThan(200);
  });

  test('no more rows are used than overlap at one place', () => {
    fc.assert(
      fc.property(intervals, (items) => {
        const rows = packRows(items, 0);
        const deepest = items.map(
          ({start}) => items.filter((other) => other.start <= start && other.end > start).length,
        );
        expect(Math.max(-1, ...rows) + 1).toBe(Math.max(0, ...deepest));
      }),
      {numRuns: 200, seed: 4},
    );
  });

  test('unsorted input is refused', () => {
    expect(() =>
      packRows(
        [
          {start: 2, end: 3},
          {start: 1, end: 2},
        ],
        1,
      ),
    ).toThrow(RangeError);
  });
});
