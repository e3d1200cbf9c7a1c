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
        fc.boolean(),
        (given, lanes, focus, isEnlarged) => {
          const {title, timeline, heading, sequence, detail, status, isSingle} = layoutScreen(
            given,
            {laneCount: lanes, focus, isEnlarged},
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
        const small = layoutScreen(given, {laneCount: lanes, focus: 'sequence'});
        const large = layoutScreen(
          {columns: given.columns, rows: given.rows + 1},
          {laneCount: lanes, focus: 'sequence'},
        );
        expect(large.timeline.rows).toBeGreaterThanOrEqual(small.timeline.rows);
        expect(large.sequence.rows).toBeGreaterThanOrEqual(small.sequence.rows - 1);
        expect(large.heading.columns).toBe(small.heading.columns);
      }),
      {seed: 2},
    );
  });

  test('an enlarged part has the whole width and all rows but three', () => {
    for (const focus of ['sequence', 'detail'] as const) {
      const layout = layoutScreen({columns: 80, rows: 24}, {laneCount: 4, focus, isEnlarged: true});
      expect(layout[focus]).toEqual({top: 2, left: 0, columns: 80, rows: 21});
      expect(layout.timeline.rows).toBe(0);
    }
  });

  test('says when nothing can be read', () => {
    const four = {laneCount: 4, focus: 'sequence'} as const;
    expect(layoutScreen({columns: 40, rows: 10}, four).fits).toBe(true);
    expect(layoutScreen({columns: 39, rows: 10}, four).fits).toBe(false);
    expect(layoutScreen({columns: 40, rows: 9}, four).fits).toBe(false);
  });
});
