import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {axisTicks} from '../../../source/core/layout/axis-labels.js';
import {timelineScale} from '../../../source/core/layout/timeline-scale.js';
import {fitTimeline, panTimeline, zoomTimeline} from '../../../source/core/layout/timeline-view.js';
import {escalationView} from './escalation-view.js';

const view = escalationView();
const HOUR = 3_600_000;

function labels(start: number, end: number, zone: string, columns = 80): readonly string[] {
  const timeline = {scale: 'time', start, end, firstStep: 0, lastStep: 1} as const;
  return axisTicks(timelineScale(timeline, view, columns), view, zone, 2).map((tick) => tick.label);
}

describe('axis labels', () => {
  test('never touch each other or leave the axis, at any zoom, scale, zone and width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('time' as const, 'broken' as const, 'sequence' as const),
        fc.double({min: -18, max: 14, noNaN: true}),
        fc.double({min: -2, max: 2, noNaN: true}),
        fc.integer({min: 4, max: 200}),
        fc.constantFrom('UTC', 'Asia/Baghdad', 'America/New_York', 'Asia/Kathmandu'),
        (scale, power, pan, columns, zone) => {
          const fit = fitTimeline(view, scale);
          const timeline = panTimeline(zoomTimeline(fit, view, 2 ** power), view, pan);
          const ticks = axisTicks(timelineScale(timeline, view, columns), view, zone, 2);
          let free = -1;
          for (const tick of ticks) {
            expect(tick.column).toBeGreaterThanOrEqual(free);
            free = tick.column + 1 + tick.label.length;
            expect(free).toBeLessThanOrEqual(columns);
          }
        },
      ),
      {numRuns: 200, seed: 80},
    );
  });

  test('from 40 columns on, the year is on the axis whatever the zoom', () => {
    fc.assert(
      fc.property(
        fc.double({min: -6, max: 12, noNaN: true}),
        fc.integer({min: 40, max: 200}),
        (power, columns) => {
          const timeline = zoomTimeline(fitTimeline(view, 'time'), view, 2 ** power, 0.9);
          const ticks = axisTicks(timelineScale(timeline, view, columns), view, 'Asia/Baghdad', 2);
          expect(ticks.map((tick) => tick.label).join(' ')).toMatch(/\b(19|20)\d\d\b/);
        },
      ),
      {numRuns: 100, seed: 40},
    );
  });

  test('hours say the day they belong to, and the next day when it begins', () => {
    const start = Date.UTC(2024, 0, 24, 12);
    const found = labels(start, start + 36 * HOUR, 'UTC').join(' ');
    expect(found).toMatch(/24 Jan 2024 18:00 Thu 25 Jan 06:00 12:00 18:00/);
  });

  test('the same hours are another day in another zone', () => {
    const start = Date.UTC(2024, 0, 23, 21);
    expect(labels(start, start + 8 * HOUR, 'Asia/Baghdad')[0]).toBe('Wed 24 Jan 2024');
    expect(labels(start, start + 8 * HOUR, 'America/New_York')[0]).toMatch(/23 Jan 2024$/);
  });

  test('an hour that comes twice is told apart by its offset', () => {
    const start = Date.UTC(2024, 9, 26, 23, 30);
    const found = labels(start, start + 4 * HOUR, 'Europe/Berlin', 100);
    expect(found.join(' ')).toContain('02:00 UTC+1');
    const within = labels(Date.UTC(2024, 9, 27, 0, 3), start + 3.4 * HOUR, 'Europe/Berlin');
    expect(within.join(' ')).toMatch(/ UTC\+1/);
  });

  test('months begin with their year, and say the next', () => {
    expect(labels(Date.UTC(2023, 9, 12), Date.UTC(2024, 1, 20), 'UTC')).toEqual([
      'Oct 2023',
      'Nov',
      'Dec',
      'Jan 2024',
      'Feb',
    ]);
  });

  test('steps of the sequence are dated where the date changes', () => {
    const ticks = axisTicks(
      timelineScale(fitTimeline(view, 'sequence'), view, 150),
      view,
      'Asia/Baghdad',
      2,
    );
    expect(ticks.map((tick) => tick.label).filter((label) => label !== '')).toEqual([
      '~15 Oct 2023',
      '24 Jan 2024',
    ]);
  });
});
