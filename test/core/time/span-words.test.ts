import fc from 'fast-check';
import {afterEach, describe, expect, test} from 'vitest';
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_YEAR,
  daysInMonth,
  startOfCivilDay,
} from '../../../source/core/time/civil-calendar.js';
import {spanWords} from '../../../source/core/time/span-words.js';
import {zonedTime} from '../../../source/core/time/zone.js';

const MACHINE_ZONE = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = MACHINE_ZONE;
});

describe('spanWords', () => {
  test.each([
    ['2023-10-15', '2024-01-24', '3 months 9 days'],
    ['2024-03-10', '2024-03-11', '1 day'],
    ['2024-01-01', '2024-05-01', '4 months'],
    ['2024-01-31', '2024-02-29', '29 days'],
    ['2024-01-31', '2024-03-01', '1 month 1 day'],
    ['2023-02-28', '2024-04-29', '1 year 2 months'],
    ['2024-01-24T02:00Z', '2024-01-24T11:20Z', '9 hours 20 minutes'],
    ['2024-01-24', '2024-04-24T00:04Z', '3 months'],
    ['1900-01-01', '2024-01-01', '124 years'],
    ['2024-01-24', '2024-01-24', 'no time'],
    ['2024-01-24T00:00:00.000Z', '2024-01-24T00:00:00.001Z', 'under a second'],
  ])('%s to %s is "%s", in any zone of the machine', (start, end, words) => {
    for (const zone of ['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Chatham']) {
      process.env['TZ'] = zone;
      const [longest] = spanWords(Date.parse(start), Date.parse(end), 'UTC');
      expect([zone, longest]).toEqual([zone, words]);
    }
  });

  test('are told shorter and shorter', () => {
    const start = Date.UTC(2023, 9, 15);
    expect(spanWords(start, Date.UTC(2024, 0, 24), 'UTC')).toEqual([
      '3 months 9 days',
      '3 months',
      '3 mo',
    ]);
    const far = spanWords(start, start + 170.2e6 * MS_PER_YEAR, 'UTC');
    expect(far).toEqual(['170 million years', '170 My']);
  });

  test('count days by the calendar of the zone, and hours as they pass', () => {
    const [night, hours] = [Date.UTC(2024, 2, 30, 23), 3 * MS_PER_HOUR];
    expect(spanWords(night, night + 23 * MS_PER_HOUR, 'Europe/Berlin')[0]).toBe('1 day');
    expect(spanWords(night, night + hours, 'Europe/Berlin')[0]).toBe('3 hours');
    // Samoa had no 30 December 2011.
    const apia = [Date.UTC(2011, 11, 29, 10), Date.UTC(2011, 11, 31, 10)] as const;
    expect(spanWords(...apia, 'Pacific/Apia')[0]).toBe('3 days');
  });

  test('months and days lead from the first day to the last', () => {
    fc.assert(
      fc.property(
        fc.integer({min: -400_000, max: 400_000}),
        fc.integer({min: 1, max: 330}),
        (from, length) => {
          const [start, end] = [from * MS_PER_DAY, (from + length) * MS_PER_DAY];
          const [words = ''] = spanWords(start, end, 'UTC');
          const count = (unit: string): number =>
            Number(new RegExp(`(\\d+) ${unit}`).exec(words)?.[1] ?? 0);
          const {year, month, day} = zonedTime(start, 'UTC');
          const months = month + count('month');
          const last = months > 12 ? daysInMonth(year + 1, months - 12) : daysInMonth(year, months);
          const reached = startOfCivilDay(year, months, Math.min(day, last));
          expect(reached + count('day') * MS_PER_DAY).toBe(end);
        },
      ),
      {seed: 1, numRuns: 2000},
    );
  });

  test('a change of clocks never makes a length negative or zero', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'Australia/Lord_Howe');
    const instant = fc.integer({min: Date.UTC(2010, 0), max: Date.UTC(2013, 0)});
    fc.assert(
      fc.property(zone, instant, fc.integer({min: 1000, max: 1e10}), (name, start, length) => {
        for (const words of spanWords(start, start + length, name))
          expect(words).toMatch(/^[1-9]\d* [a-z]+(?: [1-9]\d* [a-z]+)?$/);
      }),
      {seed: 2, numRuns: 1000},
    );
  });
});
