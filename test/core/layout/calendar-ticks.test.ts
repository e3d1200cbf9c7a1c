import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  calendarTicks,
  coarserStep,
  stepLengthMs,
  tickStepFrom,
} from '../../../source/core/layout/calendar-ticks.js';
import {offsetAt} from '../../../source/core/time/zone.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;

const CLOCK_STEPS = [
  ...[15, 30].map((every) => ({unit: 'minute', every}) as const),
  ...[1, 2, 3, 6, 12].map((every) => ({unit: 'hour', every}) as const),
];

function iso(ticks: readonly number[]): readonly string[] {
  return ticks.map((tick) => new Date(tick).toISOString().slice(0, 16));
}

describe('calendar ticks', () => {
  test('days begin at midnight in the zone, also across the change of clocks', () => {
    const ticks = calendarTicks(
      Date.UTC(2024, 2, 30),
      Date.UTC(2024, 3, 2),
      {unit: 'day', every: 1},
      'Europe/Berlin',
    );
    expect(iso(ticks)).toEqual(['2024-03-30T23:00', '2024-03-31T22:00', '2024-04-01T22:00']);
  });

  test('an hour that is skipped gives no tick', () => {
    const ticks = calendarTicks(
      Date.UTC(2024, 2, 31, 0),
      Date.UTC(2024, 2, 31, 4),
      {unit: 'hour', every: 1},
      'Europe/Berlin',
    );
    expect(ticks).toHaveLength(4);
    const threeHours = calendarTicks(
      Date.UTC(2024, 2, 30, 20),
      Date.UTC(2024, 2, 31, 8),
      {unit: 'hour', every: 3},
      'Europe/Berlin',
    );
    // 21:00, 00:00, 03:00 and on: 03:00 comes two hours after 00:00.
    expect(iso(threeHours)).toEqual([
      '2024-03-30T20:00',
      '2024-03-30T23:00',
      '2024-03-31T01:00',
      '2024-03-31T04:00',
      '2024-03-31T07:00',
    ]);
  });

  test('an hour that comes twice gives two ticks', () => {
    const ticks = calendarTicks(
      Date.UTC(2024, 9, 26, 23),
      Date.UTC(2024, 9, 27, 3),
      {unit: 'hour', every: 1},
      'Europe/Berlin',
    );
    expect(iso(ticks)).toEqual([
      '2024-10-26T23:00',
      '2024-10-27T00:00',
      '2024-10-27T01:00',
      '2024-10-27T02:00',
    ]);
  });

  test('a midnight that the clocks skip is the moment they change', () => {
    const ticks = calendarTicks(
      Date.UTC(2024, 3, 25, 12),
      Date.UTC(2024, 3, 27),
      {unit: 'day', every: 1},
      'Africa/Cairo',
    );
    expect(iso(ticks)).toEqual(['2024-04-25T22:00', '2024-04-26T21:00']);
  });

  test('a day that never was gives no tick', () => {
    const ticks = calendarTicks(
      Date.UTC(2011, 11, 28, 12),
      Date.UTC(2012, 0, 2),
      {unit: 'day', every: 1},
      'Pacific/Apia',
    );
    expect(iso(ticks)).toEqual([
      '2011-12-29T10:00',
      // Samoa went from the 29th to the 31st.
      '2011-12-30T10:00',
      '2011-12-31T10:00',
      '2012-01-01T10:00',
    ]);
  });

  test.each([
    ['Europe/Berlin', Date.UTC(2024, 2, 31, 1)],
    ['Europe/Berlin', Date.UTC(2024, 9, 27, 1)],
    ['Australia/Lord_Howe', Date.UTC(2024, 3, 6, 15)],
    ['Australia/Lord_Howe', Date.UTC(2024, 9, 5, 15, 30)],
    ['America/Havana', Date.UTC(2024, 2, 10, 5)],
    ['America/Havana', Date.UTC(2024, 10, 3, 5)],
    ['Africa/Casablanca', Date.UTC(2024, 2, 10, 2)],
    ['Africa/Casablanca', Date.UTC(2024, 3, 14, 2)],
    ['Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
    ['Pacific/Chatham', Date.UTC(2024, 3, 6, 14)],
  ])(
    'when %s changes its clocks, they show a step at every tick and at nothing else',
    (zone, at) => {
      expect(offsetAt(zone, at - 1)).not.toBe(offsetAt(zone, at));
      const [start, end] = [at - 30 * HOUR - 1, at + 30 * HOUR];
      const quarters = Array.from({length: 4 * 60}, (_, i) => start + 1 + (i * HOUR) / 4);
      for (const step of CLOCK_STEPS) {
        const wanted = quarters.filter((q) => (q + offsetAt(zone, q)) % stepLengthMs(step) === 0);
        expect(calendarTicks(start, end, step, zone)).toEqual(wanted);
      }
    },
  );

  test('ten-day steps begin anew each month', () => {
    const ticks = calendarTicks(
      Date.UTC(2024, 0, 15),
      Date.UTC(2024, 2, 5),
      {unit: 'day', every: 10},
      'UTC',
    );
    expect(iso(ticks).map((text) => text.slice(5, 10))).toEqual([
      '01-21',
      '02-01',
      '02-11',
      '02-21',
      '03-01',
    ]);
  });

  test('years before year 1 fall on round BC years', () => {
    const ticks = calendarTicks(-2250 * YEAR, -1850 * YEAR, {unit: 'year', every: 100}, 'UTC');
    expect(ticks.map((tick) => new Date(tick).getUTCFullYear())).toEqual([-199, -99, 1, 100]);
  });

  test('at any span ticks lie in the window, ascend, and are as far apart as their step', () => {
    fc.assert(
      fc.property(
        fc.double({min: 3, max: Math.log10(1e10 * YEAR), noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.constantFrom('UTC', 'Asia/Baghdad', 'America/New_York', 'Pacific/Chatham'),
        (power, offset, zone) => {
          const span = 10 ** power;
          const start = offset * Math.max(50 * YEAR, span);
          const step = tickStepFrom(span / 12);
          const ticks = calendarTicks(start, start + span, step, zone);
          expect(ticks.length).toBeLessThanOrEqual(15);
          ticks.forEach((tick, i) => {
            expect(tick).toBeGreaterThanOrEqual(start);
            expect(tick).toBeLessThan(start + span);
            if (i > 0) expect(tick - (ticks[i - 1] ?? 0)).toBeGreaterThan(stepLengthMs(step) * 0.6);
          });
        },
      ),
      {numRuns: 300, seed: 7},
    );
  });

  test('nothing is ticked where floats cannot tell one step from the next', () => {
    const far = 1e24;
    for (const unit of ['second', 'hour', 'day'] as const)
      expect(calendarTicks(far, far + 40 * DAY, {unit, every: 1}, 'UTC')).toEqual([]);
    expect(calendarTicks(far, far + 40 * YEAR, {unit: 'year', every: 10}, 'UTC')).toHaveLength(4);
    // Days beyond 2^53 cannot be counted one by one.
    const days = calendarTicks(8.51e23, 8.51e23 + 40 * DAY, {unit: 'day', every: 10}, 'UTC');
    expect(days.length).toBeLessThan(5);
  });

  test('steps grow from a second to thousands of millions of years', () => {
    let step = tickStepFrom(1);
    expect(step).toEqual({unit: 'second', every: 1});
    for (let i = 0; i < 60; i++) {
      const next = coarserStep(step);
      expect(stepLengthMs(next)).toBeGreaterThan(stepLengthMs(step));
      step = next;
    }
    expect(step.unit).toBe('year');
    expect(step.every).toBeGreaterThan(1e9);
  });
});
