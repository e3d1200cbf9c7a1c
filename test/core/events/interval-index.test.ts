import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createIntervalIndex} from '../../../source/core/events/interval-index.js';

type Item = {start: number; end: number; lane: number; value: number};

const item: fc.Arbitrary<Item> = fc
  .record({
    start: fc.oneof(fc.integer({min: 0, max: 60}), fc.constant(-Infinity)),
    length: fc.oneof(fc.integer({min: 0, max: 30}), fc.constant(Infinity)),
    lane: fc.integer({min: 0, max: 2}),
    value: fc.oneof(
      fc.constant(Number.NaN),
      fc.integer({min: -100, max: 80}).map((n) => n / 10),
    ),
  })
  .map(({start, length, lane, value}) => ({
    start,
    end: start === -Infinity ? (length === Infinity ? Infinity : length) : start + length,
    lane,
    value,
  }));
const items = fc
  .array(item, {maxLength: 120})
  .map((all) => all.sort((a, b) => (a.start === b.start ? 0 : a.start - b.start)));
const edges = fc
  .array(fc.integer({min: -5, max: 95}), {minLength: 1, maxLength: 30})
  .map((all) => Float64Array.from(all).sort());
const lane = fc.option(fc.integer({min: 0, max: 3}), {nil: undefined});

function indexOf(all: readonly Item[], isCoded = true) {
  return createIntervalIndex(
    Float64Array.from(all, (i) => i.start),
    Float64Array.from(all, (i) => i.end),
    Uint16Array.from(all, (i) => i.lane),
    isCoded ? Float64Array.from(all, (i) => i.value) : undefined,
  );
}

/** The definition: an empty interval is an instant, found where `[a, b)` holds it. */
function touches(i: Item, a: number, b: number): boolean {
  if (a >= b) return false;
  return i.start < b && (i.end > a || (i.end <= i.start && i.start >= a));
}

const settings = {numRuns: 300, seed: 20240124};

describe('interval index', () => {
  test('counts by columns agree with counting one by one', () => {
    fc.assert(
      fc.property(items, edges, lane, (all, columns, only) => {
        const counts = indexOf(all).countByColumn(columns, only);
        const own = all.filter((i) => only === undefined || i.lane === only);
        for (let c = 0; c + 1 < columns.length; c++) {
          const [a, b] = [columns[c] ?? 0, columns[c + 1] ?? 0];
          expect(counts.starts[c]).toBe(own.filter((i) => i.start >= a && i.start < b).length);
          if (a < b) expect(counts.active[c]).toBe(own.filter((i) => touches(i, a, b)).length);
        }
      }),
      settings,
    );
  });

  test('finding what touches a window agrees with looking at all of it', () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({min: -5, max: 95}),
        fc.integer({min: 0, max: 50}),
        lane,
        fc.integer({min: 0, max: 40}),
        (all, start, length, only, limit) => {
          const found = indexOf(all).touching(start, start + length, only, limit);
          const expected = all.flatMap((i, position) =>
            (only === undefined || i.lane === only) && touches(i, start, start + length)
              ? [position]
              : [],
          );
          expect(found.total).toBe(expected.length);
          expect(found.positions).toEqual(expected.slice(0, limit));
        },
      ),
      settings,
    );
  });

  test('the first event from an instant is the first that does not start before it', () => {
    fc.assert(
      fc.property(items, fc.integer({min: -5, max: 95}), (all, instant) => {
        const expected = all.findIndex((i) => i.start >= instant);
        expect(indexOf(all).firstFrom(instant)).toBe(expected < 0 ? all.length : expected);
      }),
      settings,
    );
  });

  test('Goldstein sums of what holds over a column agree with adding one by one, and are absent when nothing is coded', () => {
    fc.assert(
      fc.property(items, edges, lane, (all, columns, only) => {
        const sums = indexOf(all).goldsteinByColumn(columns, only);
        if (all.every((i) => Number.isNaN(i.value))) {
          expect(sums).toBeUndefined();
          return;
        }
        for (let c = 0; c + 1 < columns.length; c++) {
          const [a, b] = [columns[c] ?? 0, columns[c + 1] ?? 0];
          if (a >= b) continue;
          const own = all.filter(
            (i) => (only === undefined || i.lane === only) && touches(i, a, b),
          );
          const expected = own.reduce((sum, i) => sum + (Number.isNaN(i.value) ? 0 : i.value), 0);
          expect(sums?.[c]).toBeCloseTo(expected, 6);
        }
      }),
      settings,
    );
    expect(indexOf([], false).goldsteinByColumn(Float64Array.of(0, 1))).toBeUndefined();
  });

  test('an instant is found in the column that holds it and in no other', () => {
    const index = indexOf([{start: 10, end: 10, lane: 0, value: 0}]);
    const counts = index.countByColumn(Float64Array.of(0, 10, 20));
    expect([...counts.active]).toEqual([0, 1]);
    expect(index.touching(10, 11, undefined, 5).positions).toEqual([0]);
    expect(index.touching(9, 10, undefined, 5).total).toBe(0);
  });

  test('starts out of order are refused', () => {
    expect(() =>
      indexOf([
        {start: 2, end: 3, lane: 0, value: 0},
        {start: 1, end: 3, lane: 0, value: 0},
      ]),
    ).toThrow(RangeError);
  });

  test('a million events answer like a few, and an early long one is still found', () => {
    const n = 1_000_000;
    const starts = Float64Array.from({length: n}, (_, i) => i * 1000);
    const ends = Float64Array.from({length: n}, (_, i) => (i === 7 ? Infinity : i * 1000 + 500));
    const lanes = Uint16Array.from({length: n}, (_, i) => i % 12);
    const index = createIntervalIndex(starts, ends, lanes);
    expect(index.firstFrom(999_000_000)).toBe(999_000);
    expect(index.touching(500_000_000, 500_002_000, undefined, 10)).toEqual({
      positions: [7, 500_000, 500_001],
      total: 3,
    });
    const counts = index.countByColumn(Float64Array.of(0, 1_000_000, 1_000_000_000), 7);
    expect([...counts.starts]).toEqual([83, 83_250]);
  });
});
