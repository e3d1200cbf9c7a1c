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

  test('move as little as possible to show the cursor', () => {
    fc.assert(
      fc.property(
        fc.nat(79),
        fc.nat(79),
        fc.integer({min: 1, max: 40}),
        fc.integer({min: 1, max: 9}),
        (top, cursor, height, size) => {
          const shows = (from: number): boolean =>
            sequenceRows(view, from, height, headingOf(size)).some(
              (item) => item.kind === 'event' && item.row.index === cursor,
            );
          const found = topThatShows(view, top, cursor, height, headingOf(size));
          expect(shows(found)).toBe(true);
          if (shows(top)) expect(found).toBe(top);
          else if (cursor > top)
            for (let nearer = top; nearer < found; nearer++) expect(shows(nearer)).toBe(false);
        },
      ),
      {seed: 2},
    );
  });
});
