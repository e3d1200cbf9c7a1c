import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  civilFromDays,
  civilTime,
  daysFromCivil,
  daysInMonth,
  isLeapYear,
  localFromCivil,
  startOfCivilDay,
} from '../../../source/core/time/civil-calendar.js';

describe('the calendar', () => {
  test('agrees with the JavaScript date over its whole reach', () => {
    fc.assert(
      fc.property(fc.integer({min: -8.64e15, max: 8.64e15}), (ms) => {
        const date = new Date(ms);
        expect(civilTime(ms)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          millisecond: date.getUTCMilliseconds(),
          weekday: date.getUTCDay(),
        });
        expect(localFromCivil(civilTime(ms))).toBe(ms);
      }),
      {seed: 1, numRuns: 2000},
    );
  });

  test('counts days there and back over a hundred billion years', () => {
    fc.assert(
      fc.property(fc.integer({min: -4e13, max: 4e13}), (days) => {
        const {year, month, day} = civilFromDays(days);
        expect(daysFromCivil(year, month, day)).toBe(days);
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
      {seed: 2, numRuns: 2000},
    );
  });

  test('has a year 0, which is a leap year, and a 29 February every 400 years', () => {
    expect(isLeapYear(0)).toBe(true);
    expect([1900, 2000, 2023, 2024, -4].map(isLeapYear)).toEqual([false, true, false, true, true]);
    expect(daysInMonth(2024, 13)).toBe(0);
  });

  test('carries months beyond December into the next year', () => {
    expect(startOfCivilDay(2023, 13)).toBe(Date.UTC(2024, 0, 1));
    expect(startOfCivilDay(2023, 15)).toBe(Date.UTC(2024, 2, 1));
    expect(startOfCivilDay(2023, 0)).toBe(Date.UTC(2022, 11, 1));
  });
});
