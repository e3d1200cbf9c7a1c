import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {sequenceRows, topThatShows} from '../../../source/core/layout/sequence-rows.js';
import {createMemoryStore} from '../../../source/stores/memory-store.js';
import {manyEvents} from '../../helpers/generated-chronologies.js';

const view = createMemoryStore(manyEvents(80, 3)).view('');
if ('message' in view) throw new Error(view.message);

/** Every `size` events share a heading. */
const headingOf = (size: number) => (row: {readonly index: number}) =>
  `part ${Math.floor(row.index / size)}`;

describe('the rows of the list', () => {
  test('fit the height, begin with a heading and hold events without a gap', () => {
    fc.assert(
      fc.property(
        fc.nat(79),
        fc.integer({min: 1, max: 40}),
        fc.integer({min: 1, max: 9}),
        (top, height, size) => {
          const rows = sequenceRows(view, top, height, headingOf(size));
          expect(rows.length).toBeLessThanOrEqual(height);
          if (height > 1) expect(rows[0]?.kind).toBe('heading');
          const events = rows.flatMap((item) => (item.kind === 'event' ? [item.row.index] : []));
          expect(events).toEqual(Array.from(events, (_, at) => top + at));
          expect(events.length).toBeGreaterThan(0);
          expect(rows.length === height || rows.at(-1)?.kind === 'event').toBe(true);
          if (height > 1) expect(rows.at(-1)?.kind).toBe('event');
        },
      ),
      {seed: 1},
    );
  });

  test('stand still while the cursor shows, and else have it in the middle, or the end at the bottom', () => {
    fc.assert(
      fc.property(
        fc.nat(79),
        fc.nat(79),
        fc.integer({min: 1, max: 40}),
        fc.integer({min: 1, max: 9}),
        (top, cursor, height, size) => {
          const lineOf = (from: number, index: number): number =>
            sequenceRows(view, from, height, headingOf(size)).findIndex(
              (item) => item.kind === 'event' && item.row.index === index,
            );
          const found = topThatShows(view, top, cursor, height, headingOf(size));
          expect(lineOf(found, cursor)).toBeGreaterThanOrEqual(0);
          // Nor is there ever room below the end while events are left above.
          const isLate = lineOf(top, 79) >= 0 && top > 0 && lineOf(top - 1, 79) >= 0;
          if (lineOf(top, cursor) >= 0 && !isLate) {
            expect(found).toBe(top);
            return;
          }
          // One event earlier would put the cursor below the middle, or lines below the end.
          const isMiddle = found === 0 || lineOf(found - 1, cursor) >= Math.ceil(height / 2);
          const isEnd = lineOf(found, 79) >= 0 && lineOf(found - 1, 79) < 0;
          const isAtTop = lineOf(found, cursor) <= Math.max(1, Math.ceil(height / 2));
          expect(isMiddle || isEnd || found === cursor).toBe(true);
          expect(isAtTop || isEnd).toBe(true);
        },
      ),
      {seed: 2},
    );
  });
});
