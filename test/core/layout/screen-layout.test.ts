import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {layoutScreen} from '../../../source/core/layout/screen-layout.js';

const size = fc.record({
  columns: fc.integer({min: 40, max: 300}),
  rows: fc.integer({min: 10, max: 100}),
});

describe('the layout of the screen', () => {
  test('covers every row once from top to bottom', () => {
    fc.assert(
      fc.property(
        size,
        fc.nat(9),
        fc.constantFrom('sequence' as const, 'detail' as const),
        (given, lanes, focus) => {
          const {title, timeline, heading, sequence, detail, status, isSingle} = layoutScreen(
            given,
            lanes,
            focus,
          );
          expect(timeline.top).toBe(title.top + title.rows);
          expect(heading.top).toBe(timeline.top + timeline.rows);
          expect(sequence.top).toBe(heading.top + 1);
          expect(status.top).toBe(sequence.top + sequence.rows);
          expect(status.top).toBe(given.rows - 1);
          expect(sequence.rows).toBeGreaterThanOrEqual(3);
          const divider = isSingle ? 0 : 1;
          expect(sequence.columns + divider + detail.columns).toBe(given.columns);
        },
      ),
      {seed: 1},
    );
  });

  test('more room makes no part smaller', () => {
    fc.assert(
      fc.property(size, fc.integer({min: 1, max: 8}), (given, lanes) => {
        const small = layoutScreen(given, lanes, 'sequence');
        const large = layoutScreen(
          {columns: given.columns, rows: given.rows + 1},
          lanes,
          'sequence',
        );
        expect(large.timeline.rows).toBeGreaterThanOrEqual(small.timeline.rows);
        expect(large.sequence.rows).toBeGreaterThanOrEqual(small.sequence.rows - 1);
        expect(large.heading.columns).toBe(small.heading.columns);
      }),
      {seed: 2},
    );
  });

  test('says when nothing can be read', () => {
    expect(layoutScreen({columns: 40, rows: 10}, 4, 'sequence').fits).toBe(true);
    expect(layoutScreen({columns: 39, rows: 10}, 4, 'sequence').fits).toBe(false);
    expect(layoutScreen({columns: 40, rows: 9}, 4, 'sequence').fits).toBe(false);
  });
});
