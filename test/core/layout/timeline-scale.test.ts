import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {timelineScale} from '../../../source/core/layout/timeline-scale.js';
import {fitTimeline, panTimeline, zoomTimeline} from '../../../source/core/layout/timeline-view.js';
import {escalationView} from './escalation-view.js';
import {fakeView} from './fake-view.js';

const YEAR = 31_556_952_000;
const view = escalationView();
const settings = {numRuns: 300, seed: 1010};

describe('timeline scale', () => {
  test('is its own inverse to within a column, from a second to 10^10 years', () => {
    const spans = fc.double({min: 3, max: Math.log10(1e10 * YEAR), noNaN: true});
    fc.assert(
      fc.property(
        spans,
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.integer({min: 1, max: 300}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (power, offset, columns, part) => {
          const span = 10 ** power;
          // Where floats are coarser than the span, the window itself cannot be told.
          const start = offset * Math.min(1e10 * YEAR, span * 1e9);
          const timeline = {
            scale: 'time',
            start,
            end: start + span,
            firstStep: 0,
            lastStep: 1,
          } as const;
          const scale = timelineScale(timeline, view, columns);
          const instant = start + span * part;
          expect(Math.abs(scale.columnOf(instant) - part * columns)).toBeLessThan(1);
          const back = scale.columnOf(scale.instantOf(part * columns));
          expect(Math.abs(back - part * columns)).toBeLessThan(1);
        },
      ),
      settings,
    );
  });

  test('the broken scale is its own inverse to within a column at any zoom', () => {
    fc.assert(
      fc.property(
        fc.double({min: 1, max: 1e5, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.integer({min: 10, max: 200}),
        fc.integer({min: 0, max: 200}),
        (factor, fraction, columns, column) => {
          const timeline = zoomTimeline(fitTimeline(view, 'broken'), view, factor, fraction);
          const scale = timelineScale(timeline, view, columns);
          const back = scale.columnOf(scale.instantOf(column % columns));
          expect(Math.abs(back - (column % columns))).toBeLessThan(1);
        },
      ),
      settings,
    );
  });

  test('a fold and the day after it each get room to be read at 80 columns', () => {
    const {segments} = timelineScale(fitTimeline(view, 'broken'), view, 67);
    expect(segments.map((segment) => segment.isFold)).toEqual([true, false]);
    expect(segments.map((segment) => segment.to - segment.from)).toEqual([30, 37]);
  });

  test('segments cover all columns without gap or overlap', () => {
    const days = [0, 1, 100, 101, 300, 301].map((day) => day * 86_400_000);
    const clustered = fakeView(
      days.flatMap((at) => [
        {start: at, end: at},
        {start: at + 3e6, end: at + 3e6},
      ]),
    );
    fc.assert(
      fc.property(
        fc.double({min: 0.8, max: 100, noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.integer({min: 4, max: 200}),
        (factor, pan, columns) => {
          const fit = fitTimeline(clustered, 'broken');
          const timeline = panTimeline(zoomTimeline(fit, clustered, factor), clustered, pan);
          const {segments} = timelineScale(timeline, clustered, columns);
          expect(segments[0]?.from).toBe(0);
          expect(segments.at(-1)?.to).toBe(columns);
          segments.forEach((segment, i) => {
            expect(segment.to).toBeGreaterThan(segment.from);
            if (i > 0) expect(segment.from).toBe(segments[i - 1]?.to);
          });
        },
      ),
      settings,
    );
  });

  test('every event has a step on the sequence scale', () => {
    const scale = timelineScale(fitTimeline(view, 'sequence'), view, view.count * 4);
    for (let i = 0; i < view.count; i++) expect(scale.columnOfStep(i)).toBeCloseTo(i * 4);
  });
});
