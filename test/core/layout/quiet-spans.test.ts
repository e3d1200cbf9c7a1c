import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {foldQuietSpans} from '../../../source/core/layout/quiet-spans.js';
import {escalationView} from './escalation-view.js';
import {fakeView} from './fake-view.js';

const DAY = 86_400_000;

describe('quiet spans', () => {
  test('three months before one full day are folded, the day is not', () => {
    const pieces = foldQuietSpans(escalationView());
    expect(pieces.map((piece) => piece.isFold)).toEqual([true, false]);
    expect(Math.round(((pieces[0]?.end ?? 0) - (pieces[0]?.start ?? 0)) / DAY)).toBe(101);
    expect(((pieces[1]?.end ?? 0) - (pieces[1]?.start ?? 0)) / DAY).toBe(1);
    // Both are wide enough to be read.
    expect(pieces[0]?.to).toBeCloseTo(0.45);
  });

  test('evenly spread events fold nothing', () => {
    const even = fakeView(Array.from({length: 10}, (_, i) => ({start: i * DAY, end: i * DAY + 1})));
    expect(foldQuietSpans(even)).toHaveLength(1);
  });

  test('single events far apart are not enlarged each on its own', () => {
    const yearly = [0, 365, 731].map((day) => ({start: day * DAY, end: (day + 1) * DAY}));
    expect(foldQuietSpans(fakeView(yearly))).toHaveLength(1);
    // Four days, of which two are one after the other: three parts of few events.
    const few = [0, 1, 500, 1000].map((day) => ({start: day * DAY, end: (day + 1) * DAY}));
    expect(foldQuietSpans(fakeView(few))).toHaveLength(1);
  });

  test('a quiet year is folded between two events on either side, not between three in all', () => {
    const at = (day: number) => ({start: day * DAY, end: (day + 1) * DAY});
    expect(foldQuietSpans(fakeView([0, 1, 365, 366].map(at)))).toHaveLength(3);
    expect(foldQuietSpans(fakeView([0, 1, 365].map(at)))).toHaveLength(1);
  });

  test('a far year is no part of its own as short as a year', () => {
    const year = 365.2425 * DAY;
    const years = [-13_800e6, -13_600e6, -13_599e6, -4600e6, -4599e6, -4590e6, -10e6, -9e6, -8e6];
    const view = fakeView(years.map((y) => ({start: y * year, end: (y + 1) * year})));
    const open = foldQuietSpans(view).filter((piece) => !piece.isFold);
    expect(open.length).toBeGreaterThan(1);
    for (const {start, end} of open)
      expect((end - start) / Math.max(Math.abs(start), Math.abs(end))).toBeGreaterThan(0.004);
  });

  test('several clusters far apart are each enlarged', () => {
    const view = fakeView(
      [0, 100, 200].flatMap((day) =>
        [0, 0.1, 0.3, 0.5].map((part) => ({
          start: (day + part) * DAY,
          end: (day + part) * DAY + 1000,
        })),
      ),
    );
    expect(foldQuietSpans(view).map((piece) => piece.isFold)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('many events are folded as few are, from counts', () => {
    const cluster = (from: number) =>
      Array.from({length: 2000}, (_, i) => ({
        start: from + (i * DAY) / 2000,
        end: from + ((i + 1) * DAY) / 2000,
      }));
    const pieces = foldQuietSpans(fakeView([...cluster(0), ...cluster(500 * DAY)]));
    expect(pieces.map((piece) => piece.isFold)).toEqual([false, true, false]);
    expect(((pieces[1]?.end ?? 0) - (pieces[1]?.start ?? 0)) / DAY).toBeCloseTo(499, 1);
  });

  test('pieces follow each other over the whole extent, on the axis and in time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 1e6}), fc.integer({min: 0, max: 5000})), {
          minLength: 1,
          maxLength: 40,
        }),
        (items) => {
          const view = fakeView(items.map(([start, length]) => ({start, end: start + length})));
          const pieces = foldQuietSpans(view);
          if (view.extent === undefined || view.extent.start === view.extent.end) {
            expect(pieces).toEqual([]);
            return;
          }
          expect(pieces[0]).toMatchObject({start: view.extent.start, from: 0});
          expect(pieces.at(-1)).toMatchObject({end: view.extent.end, to: 1});
          for (const [i, piece] of pieces.entries()) {
            expect(piece.end).toBeGreaterThan(piece.start);
            expect(piece.to).toBeGreaterThan(piece.from);
            const next = pieces[i + 1];
            if (next) expect([next.start, next.from]).toEqual([piece.end, piece.to]);
          }
        },
      ),
      {numRuns: 200, seed: 15},
    );
  });
});
