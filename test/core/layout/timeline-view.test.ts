import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {timelineAxis} from '../../../source/core/layout/timeline-axis.js';
import {timelineScale} from '../../../source/core/layout/timeline-scale.js';
import {
  cycleScale,
  fitSelection,
  fitTimeline,
  fractionOf,
  goToDate,
  initialTimeline,
  panTimeline,
  showOnTimeline,
  windowOf,
  zoomTimeline,
  type TimelineView,
} from '../../../source/core/layout/timeline-view.js';
import {escalationView} from './escalation-view.js';
import {fakeView} from './fake-view.js';

const DAY = 86_400_000;
const YEAR = 31_556_952_000;
const view = escalationView();
const scales = fc.constantFrom('time' as const, 'broken' as const, 'sequence' as const);
const settings = {numRuns: 200, seed: 24};

function instantAt(timeline: TimelineView, fraction: number): number {
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  return axis.instantAt(from + (to - from) * fraction);
}

describe('timeline view', () => {
  test('a chronology with a long quiet span opens on the broken scale, an even one by time', () => {
    expect(initialTimeline(view).scale).toBe('broken');
    expect(initialTimeline(fakeView([0, 1, 2, 3].map((i) => ({start: i, end: i})))).scale).toBe(
      'time',
    );
  });

  test('zooming keeps the date under the cursor', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('time' as const, 'broken' as const),
        fc.double({min: 0.05, max: 0.95, noNaN: true}),
        fc.double({min: 1, max: 30, noNaN: true}),
        (scale, fraction, factor) => {
          const before = fitTimeline(view, scale);
          const after = zoomTimeline(before, view, factor, fraction);
          const instant = instantAt(before, fraction);
          const column = timelineScale(after, view, 100).columnOf(instant);
          const from = timelineScale(before, view, 100).columnOf(instant);
          // Columns are laid out whole, which moves it by half a column before and after; stretches
          // of the broken scale begin on whole columns too.
          const most = scale === 'time' ? 1 : 2;
          expect(Math.abs(column - from)).toBeLessThan(most + 1e-6);
        },
      ),
      settings,
    );
  });

  test('zooming ends at a second and beyond ten thousand million years', () => {
    let near = fitTimeline(view, 'time');
    for (let i = 0; i < 80; i++) near = zoomTimeline(near, view, 2);
    expect(near.end - near.start).toBeCloseTo(1000, 0);
    let far = near;
    for (let i = 0; i < 200; i++) far = zoomTimeline(far, view, 1 / 2);
    expect(far.end - far.start).toBeGreaterThan(1e10 * YEAR);
    expect(Number.isFinite(far.start) && Number.isFinite(far.end)).toBe(true);
  });

  test('any walk of zooms and pans leaves a window that goes forward', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('zoom' as const),
        by: fc.double({min: 0.001, max: 1000, noNaN: true}),
      }),
      fc.record({kind: fc.constant('pan' as const), by: fc.double({min: -3, max: 3, noNaN: true})}),
      fc.record({kind: fc.constant('scale' as const), by: fc.constant(0)}),
    );
    fc.assert(
      fc.property(scales, fc.array(step, {maxLength: 20}), (scale, steps) => {
        let timeline = fitTimeline(view, scale);
        for (const {kind, by} of steps) {
          if (kind === 'zoom') timeline = zoomTimeline(timeline, view, by, 0.3);
          else if (kind === 'pan') timeline = panTimeline(timeline, view, by);
          else timeline = cycleScale(timeline, view);
          expect(timeline.end).toBeGreaterThan(timeline.start);
          expect(timeline.lastStep).toBeGreaterThan(timeline.firstStep);
          const {edges} = timelineScale(timeline, view, 70);
          expect(edges.every((edge, i) => i === 0 || edge >= (edges[i - 1] ?? 0))).toBe(true);
        }
      }),
      settings,
    );
  });

  test('panning there and back is no move', () => {
    const timeline = zoomTimeline(fitTimeline(view, 'time'), view, 4);
    const back = panTimeline(panTimeline(timeline, view, 0.25), view, -0.25);
    expect(back.start).toBeCloseTo(timeline.start, 0);
    expect(back.end).toBeCloseTo(timeline.end, 0);
  });

  test('the selected event is brought into view whatever the window', () => {
    fc.assert(
      fc.property(
        scales,
        fc.double({min: 1, max: 500, noNaN: true}),
        fc.double({min: -20, max: 20, noNaN: true}),
        fc.integer({min: 0, max: view.count - 1}),
        (scale, factor, pan, position) => {
          const away = panTimeline(zoomTimeline(fitTimeline(view, scale), view, factor), view, pan);
          const shown = showOnTimeline(away, view, position);
          const fraction = fractionOf(shown, view, position);
          const row = view.rows(position, position + 1)[0];
          const isWhole = row && row.when.start <= shown.start && row.when.end >= shown.end;
          if (scale !== 'sequence' && isWhole) return;
          expect(fraction).toBeGreaterThanOrEqual(-1e-6);
          expect(fraction).toBeLessThanOrEqual(1 + 1e-6);
        },
      ),
      settings,
    );
  });

  test('what is in view already does not move the window', () => {
    const timeline = fitTimeline(view, 'broken');
    for (let i = 1; i < view.count; i++) expect(showOnTimeline(timeline, view, i)).toBe(timeline);
  });

  test('going to a date puts it in the middle', () => {
    const start = Date.UTC(2023, 11, 1);
    const near = zoomTimeline(fitTimeline(view, 'time'), view, 20);
    const there = goToDate(near, view, start, start + DAY);
    expect((there.start + there.end) / 2).toBeCloseTo(start + DAY / 2, -2);
    expect(there.end - there.start).toBeCloseTo(near.end - near.start, -2);
  });

  test('fitting an event fills the window with it, whatever the window was', () => {
    for (const scale of ['time', 'broken'] as const) {
      for (let position = 0; position < view.count; position++) {
        const {when} = view.rows(position, position + 1)[0] ?? {};
        if (!when || !Number.isFinite(when.end - when.start)) continue;
        for (const factor of [0.5, 1, 400]) {
          const window = zoomTimeline(fitTimeline(view, scale), view, factor);
          const fitted = timelineScale(fitSelection(window, view, position), view, 100);
          expect(fitted.columnOf(when.start)).toBeGreaterThan(0);
          expect(fitted.columnOf(when.end)).toBeLessThan(100);
          expect(fitted.columnOf(when.end) - fitted.columnOf(when.start)).toBeGreaterThan(75);
        }
      }
    }
  });

  test('fitting a moment shows it and its neighbours', () => {
    const even = fakeView(
      [0, 10, 20, 30, 40].map((day) => ({start: day * DAY, end: day * DAY + 1})),
    );
    const fitted = fitSelection(fitTimeline(even, 'time'), even, 2);
    expect(fitted.start).toBeLessThan(10 * DAY);
    expect(fitted.end).toBeGreaterThan(30 * DAY);
    expect(fitted.start).toBeGreaterThan(0);
    expect(fitted.end).toBeLessThan(40 * DAY);
  });

  test('three changes of scale lead back to the same window', () => {
    const timeline = fitTimeline(view, 'time');
    const [second, third] = [
      cycleScale(timeline, view),
      cycleScale(cycleScale(timeline, view), view),
    ];
    expect([second.scale, third.scale]).toEqual(['broken', 'sequence']);
    expect(cycleScale(third, view)).toEqual(timeline);
  });

  test('an empty view has a window all the same', () => {
    const empty = fakeView([]);
    for (const scale of ['time', 'broken', 'sequence'] as const) {
      const timeline = zoomTimeline(fitTimeline(empty, scale), empty, 2);
      expect(timelineScale(timeline, empty, 40).edges.every(Number.isFinite)).toBe(true);
    }
  });
});
